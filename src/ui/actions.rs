//! The one table of actions: keys, toolbar, menus and the list of keys all read it.

use super::board::state::{Board, Panel};
use super::command::{Command, Naming};
use super::icons::{self, Icon};
use crate::geometry::spot::{Spot, Way};
use crate::i18n::Messages;
use crate::model::{LaneKind, Thing};
use crate::ui::prelude::*;

mod curve;
pub use curve::is_curve;
use curve::on_curve;
pub mod details;
mod make;
pub use make::lane as make_lane;
mod moves;

/// A key with its modifiers. Ctrl stands for Command on Apple's keyboards.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Key {
    /// Ctrl or Command.
    pub ctrl: bool,
    /// Alt or Option.
    pub alt: bool,
    /// Shift.
    pub shift: bool,
    /// The `key` of the event; letters lower-case.
    pub key: &'static str,
}

const fn plain(key: &'static str) -> Key {
    Key { ctrl: false, alt: false, shift: false, key }
}

const fn ctrl(key: &'static str) -> Key {
    Key { ctrl: true, alt: false, shift: false, key }
}

const fn alt(key: &'static str) -> Key {
    Key { ctrl: false, alt: true, shift: false, key }
}

/// Where an action has its button.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Group {
    /// Always in the toolbar.
    History,
    /// Always in the toolbar: what makes things.
    Make,
    /// In the toolbar while the selection allows it.
    Selection,
    /// In the menu "More".
    More,
}

/// One action.
pub struct Action {
    /// Its name in the code.
    pub id: &'static str,
    /// Its label.
    pub label: fn(&Messages) -> &'static str,
    /// Its keys on the board.
    pub keys: &'static [Key],
    /// Its picture.
    pub icon: Icon,
    /// Where its button is.
    pub group: Group,
    /// Whether it does something now. Watches what it depends on.
    pub enabled: fn(Board) -> bool,
    /// Does it.
    pub run: fn(Board),
}

fn always(_: Board) -> bool {
    true
}

fn spot(board: Board) -> Option<Spot> {
    board.spot.get()
}

fn on_card(board: Board) -> bool {
    matches!(spot(board), Some(Spot::Cell { card: Some(_), .. }))
}

fn can_undo(board: Board) -> bool {
    board.shell.mirror.watch(super::mirror::Mark::Any, |_| ());
    board.shell.mirror.session(|session| session.can().0) == Some(true) || board.shell.typing.get()
}

fn can_redo(board: Board) -> bool {
    board.shell.mirror.watch(super::mirror::Mark::Any, |_| ());
    board.shell.mirror.session(|session| session.can().1) == Some(true)
}

fn is_variant(board: Board) -> bool {
    board.shell.mirror.watch(super::mirror::Mark::Any, |_| ());
    board.shell.mirror.session(|session| !session.open_variants().is_empty()) == Some(true)
}

/// Sends a command of undo or redo, after what is being typed.
pub fn history(board: Board, command: Command) {
    board.shell.flush();
    board.editing.set(None);
    board.shell.send(command);
}

fn toggle(board: Board, panel: Panel) {
    let open = board.panel.get_untracked() == Some(panel);
    board.panel.set((!open).then_some(panel));
}

/// The action that lists my own; it stands beside undo and in the menu.
pub const MINE: &str = "my-actions";

/// Every action of the board.
pub static ACTIONS: &[Action] = &[
    Action {
        id: "undo",
        label: |t| t.board.undo,
        keys: &[ctrl("z")],
        icon: icons::UNDO,
        group: Group::History,
        enabled: can_undo,
        run: |board| history(board, Command::Undo),
    },
    Action {
        id: "redo",
        label: |t| t.board.redo,
        keys: &[Key { ctrl: true, alt: false, shift: true, key: "z" }, ctrl("y")],
        icon: icons::REDO,
        group: Group::History,
        enabled: can_redo,
        run: |board| history(board, Command::Redo),
    },
    Action {
        id: MINE,
        label: |t| t.people.actions,
        keys: &[],
        icon: icons::LIST,
        group: Group::History,
        enabled: always,
        run: |board| toggle(board, Panel::Actions),
    },
    Action {
        id: "add-stage",
        label: |t| t.board.add_stage,
        keys: &[],
        icon: icons::PLUS,
        group: Group::Make,
        enabled: always,
        run: make::stage,
    },
    Action {
        id: "add-step",
        label: |t| t.board.add_step,
        keys: &[],
        icon: icons::PLUS,
        group: Group::Make,
        enabled: always,
        run: make::step,
    },
    Action {
        id: "add-lane",
        label: |t| t.board.add_lane,
        keys: &[],
        icon: icons::PLUS,
        group: Group::Make,
        enabled: always,
        run: |board| make::lane(board, LaneKind::Text),
    },
    Action {
        id: "add-card",
        label: |t| t.board.add_card,
        keys: &[Key { ctrl: false, alt: false, shift: true, key: "Enter" }, plain("Insert")],
        icon: icons::PLUS,
        group: Group::Make,
        enabled: always,
        run: |board| board.draft(),
    },
    Action {
        id: "edit",
        label: |t| t.board.edit,
        keys: &[plain("Enter"), plain("F2")],
        icon: icons::PEN,
        group: Group::Selection,
        enabled: |board| spot(board).is_some(),
        run: |board| board.edit(false),
    },
    details::DETAILS,
    Action {
        id: "star",
        label: |t| t.board.star,
        keys: &[],
        icon: icons::STAR,
        group: Group::Selection,
        enabled: on_card,
        run: make::star,
    },
    Action {
        id: "raise",
        label: |t| t.board.raise,
        keys: &[plain("+"), alt("ArrowUp")],
        icon: icons::PLUS,
        group: Group::Selection,
        enabled: on_curve,
        run: |board| moves::feel(board, 1),
    },
    Action {
        id: "lower",
        label: |t| t.board.lower,
        keys: &[plain("-"), plain("\u{2212}"), alt("ArrowDown")],
        icon: icons::MINUS,
        group: Group::Selection,
        enabled: on_curve,
        run: |board| moves::feel(board, -1),
    },
    curve::NEXT_LINE,
    Action {
        id: "move-left",
        label: |t| t.board.move_left,
        keys: &[alt("ArrowLeft")],
        icon: icons::LEFT,
        group: Group::Selection,
        enabled: |board| {
            on_card(board) || matches!(spot(board), Some(Spot::Stage(_) | Spot::Step(_)))
        },
        run: |board| moves::go(board, Way::Left),
    },
    Action {
        id: "move-right",
        label: |t| t.board.move_right,
        keys: &[alt("ArrowRight")],
        icon: icons::RIGHT,
        group: Group::Selection,
        enabled: |board| {
            on_card(board) || matches!(spot(board), Some(Spot::Stage(_) | Spot::Step(_)))
        },
        run: |board| moves::go(board, Way::Right),
    },
    Action {
        id: "move-up",
        label: |t| t.board.move_up,
        keys: &[alt("ArrowUp")],
        icon: icons::UP,
        group: Group::Selection,
        enabled: |board| on_card(board) || matches!(spot(board), Some(Spot::Lane(_))),
        run: |board| moves::go(board, Way::Up),
    },
    Action {
        id: "move-down",
        label: |t| t.board.move_down,
        keys: &[alt("ArrowDown")],
        icon: icons::DOWN,
        group: Group::Selection,
        enabled: |board| on_card(board) || matches!(spot(board), Some(Spot::Lane(_))),
        run: |board| moves::go(board, Way::Down),
    },
    Action {
        id: "delete",
        label: |t| t.board.delete,
        keys: &[plain("Delete"), plain("Backspace")],
        icon: icons::BIN,
        group: Group::Selection,
        enabled: |board| spot(board).is_some_and(|s| s.thing().is_some()) || on_curve(board),
        run: make::delete,
    },
    Action {
        id: "personas",
        label: |t| t.board.personas,
        keys: &[],
        icon: icons::PERSON,
        group: Group::More,
        enabled: always,
        run: |board| toggle(board, Panel::Personas),
    },
    curve::TABLE,
    Action {
        id: "choices",
        label: |t| t.board.choices,
        keys: &[],
        icon: icons::SPLIT,
        group: Group::More,
        enabled: always,
        run: |board| toggle(board, Panel::Choices),
    },
    Action {
        id: "you",
        label: |t| t.people.you,
        keys: &[],
        icon: icons::PERSON,
        group: Group::More,
        enabled: always,
        run: |board| board.shell.naming.set(Some(Naming::Change)),
    },
    Action {
        id: "copy-table",
        label: |t| t.board.copy_table,
        keys: &[],
        icon: icons::TABLE,
        group: Group::More,
        enabled: always,
        run: |board| board.shell.send(Command::CopyTable),
    },
    Action {
        id: "variant",
        label: |t| t.copies.differences,
        keys: &[],
        icon: icons::SPLIT,
        group: Group::More,
        enabled: is_variant,
        run: |board| toggle(board, Panel::Variant),
    },
    Action {
        id: "share",
        label: |t| t.copies.share,
        keys: &[],
        icon: icons::EXPORT,
        group: Group::More,
        enabled: always,
        run: |board| toggle(board, Panel::Share),
    },
    Action {
        id: "print",
        label: |t| t.board.print,
        keys: &[ctrl("p")],
        icon: icons::PRINT,
        group: Group::More,
        enabled: always,
        run: |board| board.shell.send(Command::Print),
    },
    Action {
        id: "bin",
        label: |t| t.board.bin_and_tray,
        keys: &[],
        icon: icons::BIN,
        group: Group::More,
        enabled: always,
        run: |board| toggle(board, Panel::Bin),
    },
    Action {
        id: "history",
        label: |t| t.history.title,
        keys: &[],
        icon: icons::CLOCK,
        group: Group::More,
        enabled: always,
        run: |board| toggle(board, Panel::History),
    },
    Action {
        id: "keys",
        label: |t| t.board.keys,
        keys: &[plain("F1")],
        icon: icons::KEYS,
        group: Group::More,
        enabled: always,
        run: |board| toggle(board, Panel::Keys),
    },
];

/// Whether an action does something now; at a look at another state of the map only what edits nothing
/// is left. Watches what it depends on.
pub fn allowed(board: Board, action: &Action) -> bool {
    let looking = board.shell.look.with(Option::is_some);
    (!looking || action.group == Group::More) && (action.enabled)(board)
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
    ACTIONS.iter().find(|action| {
        let hit = action
            .keys
            .iter()
            .any(|k| k.ctrl == ctrl && k.alt == alt && (k.shift == shift || sign) && k.key == key);
        hit && untrack(|| allowed(board, action))
    })
}

/// Names a thing that was just made: selects its header and opens the editor on the whole name.
fn name(board: Board, spot: Spot, thing: Thing) {
    board.go(spot);
    board.open(super::board::state::Editing {
        target: super::board::state::Target::Name(thing),
        replace: false,
    });
}
