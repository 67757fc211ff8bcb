//! The actions that move things, and points of the curve.

use crate::geometry::curve::LEVELS;
use crate::geometry::moves;
use crate::geometry::spot::{Spot, Way};
use crate::model::edit::Edit;
use crate::model::{Id, LaneKind, Map, Thing};
use crate::ui::board::curve::active_now;
use crate::ui::board::state::Board;
use crate::ui::command::Command;

/// Raises or lowers the feeling of the chosen persona at the selected column by half-steps.
pub fn feel(board: Board, by: i8) {
    let Some(Spot::Cell { step, .. }) = board.spot.get_untracked() else { return };
    if let Some(persona) = active_now(board) {
        let level = board.shell.mirror.read(|map| map.feeling(persona, step).level.unwrap_or(0));
        let level = Some((level + by).clamp(-LEVELS, LEVELS));
        board.shell.send(Command::Apply(Edit::SetLevel { persona, step, level }, 0));
        board.entering.set(true);
    }
}

/// Moves what is selected one place; the selection goes with it.
pub fn go(board: Board, way: Way) {
    let Some(spot) = board.spot.get_untracked() else { return };
    if board.picked.with_untracked(|picked| !picked.is_nothing()) {
        return go_together(board, way);
    }
    let Some((edit, then)) = board.shell.mirror.read(|map| plan(map, spot, way)) else { return };
    board.shell.send(Command::Apply(edit, 0));
    board.go(then);
}

/// Moves all that is chosen one place; it stays chosen.
fn go_together(board: Board, way: Way) {
    let things = board.chosen_things();
    let edit = board.shell.mirror.read(|map| match things.first()? {
        Thing::Card(_) => {
            let cards = board.chosen_cards();
            moves::shifted(map, &cards, way)
        }
        _ => moves::shifted_heads(map, &things, way),
    });
    if let Some(edit) = edit {
        board.shell.send(Command::Apply(edit, 0));
        board.pick_things(&things);
    }
}

fn plan(map: &Map, spot: Spot, way: Way) -> Option<(Edit, Spot)> {
    match (spot, way) {
        (Spot::Stage(stage), Way::Left | Way::Right) => {
            let at = beside(&map.stage_order(), stage, way == Way::Right)?;
            Some((Edit::MoveStage { stage, at }, spot))
        }
        (Spot::Lane(lane), Way::Up | Way::Down) => {
            let at = beside(&map.rows, lane, way == Way::Down)?;
            Some((Edit::MoveLane { lane, at }, spot))
        }
        (Spot::Step(step), Way::Left | Way::Right) => {
            step_beside(map, step, way == Way::Right).map(|edit| (edit, spot))
        }
        (Spot::Cell { lane, step, card: Some(card) }, _) => card_beside(map, lane, step, card, way),
        _ => None,
    }
}

/// The position one further on or back; `None` at the edge.
fn beside(order: &[Id], id: Id, on: bool) -> Option<usize> {
    let at = order.iter().position(|other| *other == id)?;
    if on { (at + 1 < order.len()).then_some(at + 1) } else { at.checked_sub(1) }
}

/// Within the stage, then into the next one.
fn step_beside(map: &Map, step: Id, on: bool) -> Option<Edit> {
    let stage = map.steps.get(&step)?.stage;
    if let Some(at) = beside(&map.steps_of(stage), step, on) {
        return Some(Edit::MoveStep { step, stage, at });
    }
    let stages = map.stage_order();
    let next = stages[beside(&stages, stage, on)?];
    let at = if on { 0 } else { map.steps_of(next).len() };
    Some(Edit::MoveStep { step, stage: next, at })
}

fn card_beside(map: &Map, lane: Id, step: Id, card: Id, way: Way) -> Option<(Edit, Spot)> {
    let place = map.columns.iter().position(|c| c.step == Some(step))?;
    let stay = |lane, step, at| {
        let then = Spot::Cell { lane, step, card: Some(card) };
        Some((Edit::MoveCard { card, lane, step, at }, then))
    };
    // A card shown in the moments lane stands elsewhere: it moves where it stands.
    let lane = map.cards.get(&card).map_or(lane, |card| card.lane);
    match way {
        Way::Left => {
            let step = map.columns[..place].iter().rev().find_map(|c| c.step)?;
            stay(lane, step, usize::MAX)
        }
        Way::Right => {
            let step = map.columns[place + 1..].iter().find_map(|c| c.step)?;
            stay(lane, step, usize::MAX)
        }
        Way::Up | Way::Down => {
            let down = way == Way::Down;
            if let Some(at) = beside(map.cell(lane, step), card, down) {
                return stay(lane, step, at);
            }
            let row = map.rows.iter().position(|row| *row == lane)?;
            let holds_cards =
                |row: &&Id| map.lanes.get(*row).is_some_and(|lane| lane.kind != LaneKind::Emotions);
            let next = if down {
                map.rows[row + 1..].iter().find(holds_cards)
            } else {
                map.rows[..row].iter().rev().find(holds_cards)
            };
            stay(*next?, step, if down { 0 } else { usize::MAX })
        }
        _ => None,
    }
}
