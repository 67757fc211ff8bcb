//! The history of the map: a slider through its moments, its sittings and versions, comparing, going back.

mod compare;
mod looked;
mod naming;
mod sittings;
mod slider;
mod words;

use crate::ui::board::state::Board;
use crate::ui::boxed::{Show, effect};
use crate::ui::command::Command;
use crate::ui::history::{Looked, Walk};
use crate::ui::icons;
use crate::ui::memo::flag;
use crate::ui::mirror::Mark;
use crate::ui::prelude::*;
use crate::ui::widgets::button::Button;

/// The panel. The history is read when it opens, and let go when it closes.
#[component]
pub fn HistoryPanel() -> AnyView {
    let board = expect_context::<Board>();
    let shell = board.shell;
    let history = shell.history;
    // Where the slider stands: a position among the moments.
    let at = RwSignal::new(0_usize);
    effect(move || {
        // The document may still be loading: with it comes a mark.
        shell.mirror.watch(Mark::Any, |_| ());
        if history.failed.with_untracked(Option::is_none) {
            shell.send(Command::History(Walk::Open));
        }
    });
    effect(move || {
        let Some(line) = history.line.get() else { return };
        let place = history.looked.with(|looked| match looked {
            None => Some(line.moments.len().saturating_sub(1)),
            Some(Looked::Compared(_)) => None,
            Some(Looked::At(point, _)) => slider::place(shell, &line, point),
        });
        if let Some(place) = place.filter(|place| *place != at.get_untracked()) {
            at.set(place);
        }
    });
    on_cleanup(move || {
        history.failed.set(None);
        shell.send(Command::History(Walk::Close));
    });
    let ready = flag(move || history.line.with(Option::is_some));
    view! {
        <p class="panel-hint">{move || shell.t().history.hint}</p>
        <Status />
        <Show when=move || ready.get()>
            <slider::Slider at=at />
            <looked::OnTheBoard at=at />
            <naming::Naming />
            <compare::Compare at=at />
            <sittings::Sittings at=at />
        </Show>
    }
}

/// What is being read, and why it failed.
#[component]
fn Status() -> AnyView {
    let shell = expect_context::<Board>().shell;
    let history = shell.history;
    let words = move || {
        let h = shell.t().history;
        match (history.working.get(), history.line.with(Option::is_some)) {
            (true, true) => h.working,
            (true, false) => h.reading,
            _ => "",
        }
    };
    view! {
        <p class="history-status" role="status">{move || words()}</p>
        <Show when=move || history.failed.with(Option::is_some)>
            <p class="history-failed" role="alert">
                <icons::Glyph icon=icons::ALARM />
                <span>{move || history.failed.get().unwrap_or_default()}</span>
            </p>
            <Button
                label=Signal::derive(move || shell.t().history.again.to_owned())
                on_press=Callback::new(move |()| shell.send(Command::History(Walk::Open)))
            />
        </Show>
    }
}
