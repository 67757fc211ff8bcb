//! The toolbar's list of feelings for the selected point.

use super::curve::active_now;
use super::state::Board;
use crate::geometry::spot::Spot;
use crate::model::edit::Edit;
use crate::model::feelings::FEELINGS;
use crate::ui::actions::is_curve;
use crate::ui::boxed::Show;
use crate::ui::command::Command;
use crate::ui::feelings;
use crate::ui::icons;
use crate::ui::memo::flag;
use crate::ui::prelude::*;
use crate::ui::widgets::menu::{Entry, Menu};

/// The names of feelings, while a point of the curve is selected.
#[component]
pub fn Felt() -> AnyView {
    let board = expect_context::<Board>();
    let shell = board.shell;
    let on = flag(move || match board.spot.get() {
        Some(Spot::Cell { lane, .. }) => is_curve(board, lane),
        _ => false,
    });
    let entries = Signal::derive(move || {
        let t = shell.t();
        let entry = |label: &str, name: &'static str| Entry {
            label: label.to_owned(),
            icon: None,
            run: Callback::new(move |()| set(board, name)),
        };
        let known = FEELINGS.iter().map(|word| entry(feelings::name(t, word), word));
        known.chain([entry(t.feelings.no_name, "")]).collect::<Vec<_>>()
    });
    view! {
        <Show when=move || on.get()>
            <Menu
                label=Signal::derive(move || shell.t().feelings.name.to_owned())
                icon=icons::FACE_GOOD
                class="quiet"
                entries=entries
            />
        </Show>
    }
}

fn set(board: Board, name: &str) {
    let Some(Spot::Cell { step, .. }) = board.spot.get_untracked() else { return };
    if let Some(persona) = active_now(board) {
        let edit = Edit::SetFeelingName { persona, step, name: name.to_owned() };
        board.shell.send(Command::Apply(edit, 0));
    }
}
