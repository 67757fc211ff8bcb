//! The actions of the emotions lane that choose what is drawn; those that move points are in `moves`.

use super::{Action, Group, Part, Reach, alt, always, toggle};
use crate::geometry::spot::Spot;
use crate::model::{Id, LaneKind};
use crate::ui::board::curve::active_now;
use crate::ui::board::state::{Board, Panel};
use crate::ui::icons;
use crate::ui::mirror::Mark;

pub(super) const NEXT_LINE: Action = Action {
    id: "next-line",
    label: |t| t.feelings.next_line,
    keys: &[alt("ArrowRight"), alt("ArrowLeft")],
    reach: Reach::Board,
    icon: icons::PERSON,
    group: Group::Selection,
    enabled: |board| on_curve(board) && several_lines(board),
    run: next_line,
};

pub(super) const TABLE: Action = Action {
    id: "feelings",
    label: |t| t.feelings.table,
    keys: &[],
    reach: Reach::Board,
    icon: icons::TABLE,
    group: Group::More(Part::Map),
    enabled: always,
    run: |board| toggle(board, Panel::Feelings),
};

/// Whether a lane draws the curve.
pub fn is_curve(board: Board, lane: Id) -> bool {
    board.shell.mirror.read(|m| m.lanes.get(&lane).is_some_and(|l| l.kind == LaneKind::Emotions))
}

pub(super) fn on_curve(board: Board) -> bool {
    let Some(Spot::Cell { lane, .. }) = board.spot.get() else { return false };
    is_curve(board, lane)
}

fn several_lines(board: Board) -> bool {
    board.shell.mirror.watch(Mark::Shape, |map| map.cast.len() > 1)
}

/// Chooses the next persona whose line is drawn as the line that is moved.
fn next_line(board: Board) {
    let now = active_now(board);
    let quiet = board.shown.with_untracked(|shown| shown.quiet.clone());
    let next = board.shell.mirror.read(|map| {
        let drawn: Vec<Id> = map.cast.iter().filter(|id| !quiet.contains(id)).copied().collect();
        let at = drawn.iter().position(|id| Some(*id) == now)?;
        Some(drawn[(at + 1) % drawn.len()])
    });
    board.persona.set(next);
}
