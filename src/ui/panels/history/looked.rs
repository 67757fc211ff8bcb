//! What of the history is on the board, and what can be done with it.

use crate::ui::board::state::Board;
use crate::ui::boxed::Show;
use crate::ui::command::Command;
use crate::ui::history::{Looked, Walk};
use crate::ui::panels::differences::{Lines, counts};
use crate::ui::prelude::*;
use crate::ui::widgets::button::Button;

/// Its name, and its buttons; of a comparison the list.
#[component]
pub fn OnTheBoard() -> AnyView {
    let shell = expect_context::<Board>().shell;
    let looked = shell.history.looked;
    let words = move || shell.look.get().unwrap_or_default();
    let is_state = move || looked.with(|looked| matches!(looked, Some(Looked::At(..))));
    let point = move || match looked.get_untracked() {
        Some(Looked::At(point, _)) => Some(point),
        _ => None,
    };
    let restore = Callback::new(move |()| {
        if let Some(point) = point() {
            let words = shell.look.get_untracked().unwrap_or_default();
            shell.send(Command::History(Walk::Restore(point, words)));
        }
    });
    let compare = Callback::new(move |()| {
        if let Some(point) = point() {
            let words = shell.look.get_untracked().unwrap_or_default();
            let h = shell.t_now().history;
            let words = crate::i18n::fill(h.compared, &[&words, h.now]);
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
    view! {
        <Show when=move || looked.with(Option::is_some)>
            <section class="history-looked">
                <p>{move || words()}</p>
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
                    <Button
                        label=Signal::derive(move || shell.t().board.look_back.to_owned())
                        on_press=Callback::new(move |()| shell.send(Command::LookBack))
                    />
                </div>
                {list}
            </section>
        </Show>
    }
}
