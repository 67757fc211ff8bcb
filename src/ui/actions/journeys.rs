//! The actions that lead from an experience map into journey maps.

use super::*;
use crate::ui::board::leads;
use crate::ui::command::Route;

/// The rows.
pub static ROWS: &[Action] = &[
    Action {
        id: "create-journey",
        label: |t| t.journeys.create_here,
        keys: &[],
        reach: Reach::Board,
        icon: icons::INSIGHTS,
        group: Group::Menu,
        enabled: |board| leads::here(board).is_some(),
        run: |board| {
            if let Some(thing) = untrack(|| leads::here(board)) {
                leads::looks_closer(board, thing);
            }
        },
    },
    Action {
        id: "open-journey",
        label: |t| t.journeys.open_here,
        keys: &[],
        reach: Reach::Board,
        icon: icons::RIGHT,
        group: Group::Menu,
        enabled: |board| leads::into(board).is_some(),
        run: |board| {
            if let Some(slot) = untrack(|| leads::into(board)) {
                board.shell.send(Command::Go(Route::Map(slot)));
            }
        },
    },
    Action {
        id: "link-journey",
        label: |t| t.journeys.link_here,
        keys: &[],
        reach: Reach::Board,
        icon: icons::LINK,
        group: Group::Menu,
        enabled: |board| leads::here(board).is_some(),
        run: leads::open,
    },
];
