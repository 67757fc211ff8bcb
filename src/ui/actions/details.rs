//! The action that leads to the details of the selected thing.

use super::{Action, Group, Reach, always, ctrl, toggle};
use crate::ui::board::state::{Board, Panel};
use crate::ui::icons;
use crate::ui::panels::details::FIRST;
use crate::ui::prelude::*;
use wasm_bindgen::JsCast;

/// Opens the panel of details and puts the caret into its first field.
pub const DETAILS: Action = Action {
    id: "details",
    label: |t| t.details.details,
    keys: &[ctrl("Enter")],
    reach: Reach::Board,
    icon: icons::DETAILS,
    group: Group::Selection,
    enabled: always,
    run: open,
};

/// Opens the panel that says what the map is, also where the bar has no room for it.
pub const ABOUT: Action = Action {
    id: "about",
    label: |t| t.details.about,
    keys: &[],
    reach: Reach::Board,
    icon: icons::FLAG,
    group: Group::More,
    enabled: always,
    run: |board| toggle(board, Panel::About),
};

/// Opens the panel; the caret goes into its first field.
pub fn open(board: Board) {
    board.panel.set(Some(Panel::Details));
    request_animation_frame(|| {
        let first = document().get_element_by_id(FIRST);
        if let Some(first) = first.and_then(|it| it.dyn_into::<web_sys::HtmlElement>().ok()) {
            let _ = first.focus();
        }
    });
}
