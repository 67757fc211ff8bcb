//! Keys for how the map is looked at, wherever the focus is on its page.

use crate::ui::actions;
use crate::ui::board::state::Board;
use leptos::ev;

/// A key nobody nearer to the focus wanted.
pub fn key(board: Board, event: &ev::KeyboardEvent) {
    if event.default_prevented() || event.is_composing() {
        return;
    }
    let (ctrl, alt) = (event.ctrl_key() || event.meta_key(), event.alt_key());
    let mut key = event.key();
    // On keyboards whose digits need Shift, the key of the digit is meant.
    if (ctrl || alt) && event.code() == "Digit0" {
        key = "0".to_owned();
    }
    if let Some(action) = actions::view_for_key(board, ctrl, alt, event.shift_key(), &key) {
        event.prevent_default();
        (action.run)(board);
    }
}
