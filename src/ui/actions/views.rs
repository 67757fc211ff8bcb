//! The actions that change how the map is looked at; they work wherever the focus is on its page.

use super::{Action, Group, Key, Reach, all, alt, always, ctrl, plain};
use crate::analysis::sight::Mode;
use crate::i18n::Messages;
use crate::ui::board::state::{Board, Panel};
use crate::ui::icons::{self, Icon};

const fn view(
    id: &'static str,
    label: fn(&Messages) -> &'static str,
    keys: &'static [Key],
    icon: Icon,
    enabled: fn(Board) -> bool,
    run: fn(Board),
) -> Action {
    Action { id, label, keys, reach: Reach::Page, icon, group: Group::View, enabled, run }
}

/// The rows.
pub static ROWS: &[Action] = &[
    view("next-view", |t| t.views.next_view, &[plain("F8")], icons::VIEWS, always, next),
    view(
        "show-board",
        |t| t.views.show_board,
        &[],
        icons::BOARD,
        |board| is_not(board, Mode::Board),
        |board| show(board, Mode::Board),
    ),
    view(
        "show-outline",
        |t| t.views.show_outline,
        &[],
        icons::LIST,
        |board| is_not(board, Mode::Outline),
        |board| show(board, Mode::Outline),
    ),
    view(
        "show-table",
        |t| t.views.show_table,
        &[],
        icons::TABLE,
        |board| is_not(board, Mode::Table),
        |board| show(board, Mode::Table),
    ),
    view(
        "zoom-in",
        |t| t.views.zoom_in,
        &[ctrl("+"), ctrl("=")],
        icons::PLUS,
        on_board,
        |board| {
            board.step_zoom(true);
        },
    ),
    view(
        "zoom-out",
        |t| t.views.zoom_out,
        &[ctrl("-")],
        icons::MINUS,
        on_board,
        |board| {
            board.step_zoom(false);
        },
    ),
    view("zoom-fit", |t| t.views.zoom_fit, &[ctrl("0")], icons::FIT, on_board, |board| board.fit()),
    view(
        "zoom-full",
        |t| t.views.zoom_full,
        &[alt("0")],
        icons::SEARCH,
        on_board,
        |board| {
            board.set_zoom(100, None);
        },
    ),
    view(
        "density",
        |t| t.views.toggle_density,
        &[],
        icons::DENSITY,
        always,
        |board| {
            board.views.alter(|sight| sight.compact = !sight.compact);
            board.rebuild();
        },
    ),
    view(
        "present",
        |t| t.views.present,
        &[plain("F9")],
        icons::ACTIONS,
        always,
        |board| {
            board.shell.flush();
            board.editing.set(None);
            board.views.presenting.set(true);
        },
    ),
    view(
        "filter",
        |t| t.views.filter_title,
        &[Key { ctrl: true, alt: false, shift: true, key: "f" }],
        icons::FILTER,
        always,
        |board| super::toggle(board, Panel::Views),
    ),
];

fn on_board(board: Board) -> bool {
    !is_not(board, Mode::Board)
}

fn is_not(board: Board, mode: Mode) -> bool {
    board.views.mode.get() != mode
}

fn next(board: Board) {
    let now = board.views.mode.get_untracked();
    let at = Mode::ALL.iter().position(|mode| *mode == now).unwrap_or(0);
    show(board, Mode::ALL[(at + 1) % Mode::ALL.len()]);
}

/// An action by its name in the code.
pub fn by_id(id: &str) -> Option<&'static Action> {
    all().find(|action| action.id == id)
}

/// Shows the map as this; what is selected stays selected.
pub fn show(board: Board, mode: Mode) {
    board.shell.flush();
    board.editing.set(None);
    board.views.alter(|sight| sight.mode = mode);
}
