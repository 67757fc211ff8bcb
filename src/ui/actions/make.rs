//! The actions that make, mark and delete things.

use super::{is_curve, name};
use crate::geometry::spot::Spot;
use crate::model::edit::{Edit, TextOf};
use crate::model::{Id, LaneKind, Thing};
use crate::ui::board::curve::active_now;
use crate::ui::board::state::Board;
use crate::ui::command::Command;
use crate::ui::lanes;
use crate::ui::names;

fn apply(board: Board, edit: Edit) {
    board.shell.send(Command::Apply(edit, 0));
}

/// The stage the selection is in.
fn stage_of(board: Board) -> Option<Id> {
    let spot = board.spot.get_untracked()?;
    board.shell.mirror.read(|map| Some(map.columns.get(spot.column(map)?)?.stage))
}

/// Adds a stage after the selected one, else at the end, and asks for its name.
pub fn stage(board: Board) {
    let stage = board.shell.id();
    let after = stage_of(board);
    let at = board.shell.mirror.read(|map| {
        let order = map.stage_order();
        after
            .and_then(|after| order.iter().position(|s| *s == after))
            .map_or(order.len(), |at| at + 1)
    });
    let label = board.shell.t_now().board.new_stage.to_owned();
    apply(board, Edit::AddStage { stage, step: board.shell.id(), name: label, at });
    name(board, Spot::Stage(stage), Thing::Stage(stage));
}

/// Adds a step after the selected one, else at the end of the selected or last stage. In a plain
/// stage the step that was not shown gets a name, so that both can be told apart.
pub fn step(board: Board) {
    let b = board.shell.t_now().board;
    let chosen = stage_of(board);
    let spot = board.spot.get_untracked();
    let plan = board.shell.mirror.read(|map| {
        let stage = chosen.or(map.columns.last().map(|c| c.stage))?;
        let steps = map.steps_of(stage);
        let here = match spot {
            Some(Spot::Step(id) | Spot::Cell { step: id, .. }) => {
                steps.iter().position(|step| *step == id)
            }
            _ => None,
        };
        let unnamed = (map.is_plain(stage)).then(|| steps.first().copied()).flatten();
        Some((stage, here.map_or(steps.len(), |at| at + 1), unnamed))
    });
    let Some((stage, at, unnamed)) = plan else { return };
    let step = board.shell.id();
    let add = Edit::AddStep { step, stage, name: b.new_step.to_owned(), at };
    let edit = match unnamed {
        Some(first) => {
            let of = TextOf::Of(Thing::Step(first));
            Edit::Several(vec![Edit::SetText { of, text: b.first_step.to_owned() }, add])
        }
        None => add,
    };
    apply(board, edit);
    name(board, Spot::Step(step), Thing::Step(step));
}

/// Adds a lane of a kind below the selected one, else at the end, and asks for its name.
pub fn lane(board: Board, kind: LaneKind) {
    let lane = board.shell.id();
    let chosen = match board.spot.get_untracked() {
        Some(Spot::Lane(id) | Spot::Cell { lane: id, .. }) => Some(id),
        _ => None,
    };
    let at = board.shell.mirror.read(|map| {
        chosen
            .and_then(|id| map.rows.iter().position(|r| *r == id))
            .map_or(map.rows.len(), |a| a + 1)
    });
    let label = lanes::name(board.shell.t_now(), kind).to_owned();
    apply(board, Edit::AddLane { lane, kind, name: label, at });
    name(board, Spot::Lane(lane), Thing::Lane(lane));
}

/// Sets or clears the star of the selected card.
pub fn star(board: Board) {
    let Some(Spot::Cell { card: Some(card), .. }) = board.spot.get_untracked() else { return };
    let star = board.shell.mirror.read(|map| map.cards.get(&card).is_some_and(|c| c.star));
    apply(board, Edit::SetStar { card, star: !star });
}

/// Deletes what is selected: a thing goes to the bin, a point of the curve goes away. The only step of
/// a stage loses its name instead, which makes the stage a plain one.
pub fn delete(board: Board) {
    let Some(spot) = board.spot.get_untracked() else { return };
    let mirror = board.shell.mirror;
    let edit = match spot {
        Spot::Cell { lane, step, .. } if is_curve(board, lane) => {
            active_now(board).map(|persona| {
                Edit::Several(vec![
                    Edit::SetLevel { persona, step, level: None },
                    Edit::SetFeelingName { persona, step, name: String::new() },
                ])
            })
        }
        Spot::Step(step)
            if mirror.read(|map| {
                map.steps.get(&step).is_some_and(|s| map.steps_of(s.stage).len() == 1)
            }) =>
        {
            let of = TextOf::Of(Thing::Step(step));
            Some(Edit::SetText { of, text: String::new() })
        }
        _ => spot.thing().map(Edit::Delete),
    };
    let Some(edit) = edit else { return };
    let waiting = mirror.read(|map| map.unplaced().len());
    let called = spot
        .thing()
        .map(|thing| mirror.read(|map| names::of(board.shell.t_now(), map, thing)))
        .unwrap_or_default();
    let next = mirror.read(|map| neighbour(map, spot));
    apply(board, edit);
    if let Some(next) = mirror.read(|map| next.unwrap_or(spot).settle(map)) {
        board.go(next);
    }
    let left = mirror.read(|map| map.unplaced().len()).saturating_sub(waiting);
    if left > 0 {
        let t = board.shell.t_now();
        let count = board.shell.locale.get_untracked().count(left, t.library.cards);
        let text = crate::i18n::fill(t.board.now_unplaced, &[&called, &count]);
        board.shell.notify(text, false, Some((t.board.undo.to_owned(), Command::Undo)));
    }
}

/// Where the selection goes when what it stands on is deleted.
fn neighbour(map: &crate::model::Map, spot: Spot) -> Option<Spot> {
    match spot {
        Spot::Cell { lane, step, card: Some(card) } => {
            let cards = crate::geometry::board::shown(map, lane, step);
            let at = cards.iter().position(|other| *other == card)?;
            let next = cards.get(at + 1).or(at.checked_sub(1).and_then(|at| cards.get(at)));
            Some(Spot::Cell { lane, step, card: next.copied() })
        }
        Spot::Stage(id) => {
            let order = map.stage_order();
            let at = order.iter().position(|stage| *stage == id)?;
            order
                .get(at + 1)
                .or(at.checked_sub(1).and_then(|a| order.get(a)))
                .copied()
                .map(Spot::Stage)
        }
        Spot::Lane(id) => {
            let at = map.rows.iter().position(|row| *row == id)?;
            let next = map.rows.get(at + 1).or(at.checked_sub(1).and_then(|a| map.rows.get(a)));
            next.copied().map(Spot::Lane)
        }
        Spot::Step(id) => map.steps.get(&id).map(|step| Spot::Stage(step.stage)),
        Spot::Cell { card: None, .. } => None,
    }
}
