//! The one table of actions: keys, toolbar, menus, palette and the list of keys all read it.

use super::board::state::{Board, Panel};
use super::command::Command;
use super::icons::{self, Icon};
use crate::geometry::picked::Picked;
use crate::geometry::spot::{self, Spot, Way};
use crate::i18n::Messages;
use crate::model::deed::Verb;
use crate::model::{LaneKind, Thing};
use crate::ui::prelude::*;
use crate::ui::widgets::menu::Entry;

mod blocks;
mod curve;
pub use curve::is_curve;
use curve::on_curve;
pub mod details;
mod editing;
mod journeys;
mod make;
pub use make::{delete, lane as make_lane};
mod moves;
mod pages;
pub mod structure;
mod views;
pub use views::{by_id, show as show_view};

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

impl Key {
    /// Whether these are held and pressed. The shift that a layout needs to type a sign is not part of
    /// the key.
    pub fn is(&self, ctrl: bool, alt: bool, shift: bool, key: &str) -> bool {
        let one = key.chars().count() == 1;
        let sign = one && !key.chars().all(char::is_alphabetic);
        let same = if one { self.key.eq_ignore_ascii_case(key) } else { self.key == key };
        same && self.ctrl == ctrl && self.alt == alt && (self.shift == shift || sign)
    }
}

/// Where the keys of an action work.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Reach {
    /// On the board.
    Board,
    /// Anywhere on the page of the board.
    Page,
    /// On the board, told by an event of the browser's own.
    Browser,
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
    /// In the toolbar and the menu of the selection, while it allows it.
    Selection,
    /// In the menu of the selection only.
    Menu,
    /// In the menu "More", in this part of it.
    More(Part),
    /// In the foot of the page.
    View,
}

/// The parts of the menu "More", in the order of use.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Part {
    /// What the map holds.
    Map,
    /// Out of the app: print, share.
    Out,
    /// Earlier states and other copies.
    Time,
    /// Finding things and actions.
    Find,
    /// What is the person's own.
    Own,
}

impl Part {
    /// Its name.
    pub fn name(self, t: &Messages) -> &'static str {
        match self {
            Part::Map => t.board.more_map,
            Part::Out => t.board.more_out,
            Part::Time => t.history.title,
            Part::Find => t.board.more_find,
            Part::Own => t.views.settings,
        }
    }
}

/// One action.
pub struct Action {
    /// Its name in the code.
    pub id: &'static str,
    /// Its label.
    pub label: fn(&Messages) -> &'static str,
    /// Its keys on the board.
    pub keys: &'static [Key],
    /// Where they work.
    pub reach: Reach,
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

/// A card is selected, or several are chosen.
fn on_card(board: Board) -> bool {
    let spot = spot(board);
    board.picked.with(|picked| match picked {
        Picked::Nothing => matches!(spot, Some(Spot::Cell { card: Some(_), .. })),
        picked => board.shell.mirror.read(|map| !picked.cards(map, spot).is_empty()),
    })
}

fn on_head(board: Board) -> bool {
    matches!(spot(board), Some(Spot::Stage(_) | Spot::Step(_) | Spot::Lane(_)))
}

/// Only one place is selected.
fn alone(board: Board) -> bool {
    board.picked.with(Picked::is_nothing)
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
    let mirror = board.shell.mirror;
    board.shell.flush();
    board.editing.set(None);
    // What an undo brings back is what one looks for next.
    let last = mirror.session(|session| session.actions().done.last().copied()).flatten();
    let gone = last.filter(|deed| command == Command::Undo && deed.verb == Verb::Delete);
    board.shell.send(command);
    if let Some(spot) = gone.and_then(|deed| mirror.read(|map| spot::of(map, deed.thing))) {
        board.go(spot);
    }
}

fn toggle(board: Board, panel: Panel) {
    let open = board.panel.get_untracked() == Some(panel);
    board.led.set(None);
    board.panel.set((!open).then_some(panel));
}

/// The action that lists my own; it stands beside undo and in the menu.
pub const MINE: &str = "my-actions";

/// The rows, by what they are about.
static TABLES: [&[Action]; 6] =
    [editing::ROWS, structure::ROWS, blocks::ROWS, journeys::ROWS, views::ROWS, pages::ROWS];

/// Every action of the board.
pub fn all() -> impl Iterator<Item = &'static Action> {
    TABLES.iter().copied().flatten()
}

/// An action as a line of a menu.
pub fn entry(board: Board, action: &'static Action) -> Entry {
    Entry {
        label: (action.label)(board.shell.t()).to_owned(),
        icon: Some(action.icon),
        run: Callback::new(move |()| (action.run)(board)),
    }
}

/// Whether an action does something now; at a look at another state of the map only what edits nothing
/// is left. Watches what it depends on.
pub fn allowed(board: Board, action: &Action) -> bool {
    let looking = board.shell.look.with(Option::is_some);
    let edits = !matches!(action.group, Group::More(_) | Group::View);
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
    all().find(|action| {
        action.keys.iter().any(|known| known.is(ctrl, alt, shift, key))
            && untrack(|| allowed(board, action))
    })
}

/// Adds a stage or step after a header, or a lane below it.
pub fn insert_after(board: Board, spot: Spot) {
    board.select(spot);
    match spot {
        Spot::Stage(_) => make::stage(board, 1),
        Spot::Step(_) => make::step(board, 1),
        _ => make::lane_beside(board, LaneKind::Text, 1),
    }
}

/// Names a thing that was just made: selects its header and opens the editor on the whole name.
fn name(board: Board, spot: Spot, thing: Thing) {
    board.go(spot);
    board.open(super::board::state::Editing {
        target: super::board::state::Target::Name(thing),
        replace: false,
    });
}
