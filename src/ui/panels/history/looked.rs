//! What of the history is on the board, and what can be done with it.

use super::{slider, words};
use crate::ui::board::state::Board;
use crate::ui::boxed::{Show, effect};
use crate::ui::command::Command;
use crate::ui::history::{Looked, Walk};
use crate::ui::panels::differences::{Lines, counts};
use crate::ui::prelude::*;
use crate::ui::widgets::button::Button;

/// Its buttons; of a comparison the list. `at` is where the slider stands.
#[component]
pub fn OnTheBoard(at: RwSignal<usize>) -> AnyView {
    let shell = expect_context::<Board>().shell;
    let looked = shell.history.looked;
    let is_state = move || looked.with(|looked| matches!(looked, Some(Looked::At(..))));
    let point = move || match looked.get_untracked() {
        Some(Looked::At(point, _)) => Some(point),
        _ => None,
    };
    let called = move || {
        let line = shell.history.line.get_untracked()?;
        let point = point()?;
        let named = slider::named(shell, &line, &point);
        Some(untrack(|| match named {
            Some(version) => words::version_words(shell, version),
            None => words::moment(shell, &line, at.get_untracked()),
        }))
    };
    let restore = Callback::new(move |()| {
        if let Some(point) = point() {
            let words = called().unwrap_or_default();
            shell.send(Command::History(Walk::Restore(point, words)));
        }
    });
    let compare = Callback::new(move |()| {
        if let Some(point) = point() {
            let (h, called) = (shell.t_now().history, called().unwrap_or_default());
            let words = crate::i18n::fill(h.compared, &[&called, h.now]);
            let now = crate::model::timeline::Point::Now;
            shell.send(Command::History(Walk::Compare(point, now, words)));
        }
    });
    let found = move || match looked.get() {
        Some(Looked::Compared(found)) => Some(found),
        _ => None,
    };
    let list = move || {
        found().map(|found| {
            let counts = counts(shell.t(), shell.locale.get(), &found.items);
            let items = found.items.clone();
            view! {
                <p>{counts}</p>
                <Lines items=items />
            }
        })
    };
    // What was compared stands above what asked for it: on a small screen out of sight.
    let place = NodeRef::<leptos::html::Section>::new();
    effect(move || {
        if found().is_some()
            && let Some(place) = place.get()
        {
            place.scroll_into_view();
        }
    });
    view! {
        <Show when=move || looked.with(Option::is_some)>
            <section class="history-looked" node_ref=place>
                <div class="report-buttons">
                    <Show when=is_state>
                        <Button
                            label=Signal::derive(move || shell.t().history.restore.to_owned())
                            class="primary"
                            on_press=restore
                        />
                        <Button
                            label=Signal::derive(move || shell.t().history.compare_now.to_owned())
                            on_press=compare
                        />
                    </Show>
                </div>
                {list}
            </section>
        </Show>
    }
}
