//! Finds actions: by key, by name, and whether they do something now.

use super::{ACTIONS, Action, Group, views};
use crate::ui::board::state::Board;
use crate::ui::prelude::*;

/// Whether an action does something now; at a look at another state of the map only what edits nothing
/// is left. Watches what it depends on.
pub fn allowed(board: Board, action: &Action) -> bool {
    let looking = board.shell.look.with(Option::is_some);
    let edits = !matches!(action.group, Group::More | Group::View);
    (!looking || !edits) && (action.enabled)(board)
}

/// The first enabled action for a key on the board.
pub fn for_key(
    board: Board,
    ctrl: bool,
    alt: bool,
    shift: bool,
    key: &str,
) -> Option<&'static Action> {
    let key = if key.chars().count() == 1 { key.to_ascii_lowercase() } else { key.to_owned() };
    // The shift that a layout needs to type a sign is not part of the key.
    let sign = key.chars().count() == 1 && !key.chars().all(char::is_alphabetic);
    all().find(|action| {
        let hit = action
            .keys
            .iter()
            .any(|k| k.ctrl == ctrl && k.alt == alt && (k.shift == shift || sign) && k.key == key);
        hit && untrack(|| allowed(board, action))
    })
}

/// Every action: those of the board, then those of the views.
pub fn all() -> impl Iterator<Item = &'static Action> {
    ACTIONS.iter().chain(views::VIEWS)
}

/// An action by its name in the code.
pub fn by_id(id: &str) -> Option<&'static Action> {
    all().find(|action| action.id == id)
}

/// As [`for_key`], of the actions that work wherever the focus is.
pub fn view_for_key(
    board: Board,
    ctrl: bool,
    alt: bool,
    shift: bool,
    key: &str,
) -> Option<&'static Action> {
    for_key(board, ctrl, alt, shift, key).filter(|action| action.group == Group::View)
}
