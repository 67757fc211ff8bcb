//! The actions that make, mark and delete things.

use super::{is_curve, name};
use crate::geometry::moves::together;
use crate::geometry::picked::{Picked, draws_curve};
use crate::geometry::spot::Spot;
use crate::model::edit::{Edit, TextOf};
use crate::model::{Id, LaneKind, Thing};
use crate::ui::board::clip::Fresh;
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

/// Adds a stage so far from the selected one (0 before it, 1 after it), else at the end, and asks for
/// its name.
pub fn stage(board: Board, beside: usize) {
    let stage = board.shell.id();
    let after = stage_of(board);
    let at = board.shell.mirror.read(|map| {
        let order = map.stage_order();
        after
            .and_then(|after| order.iter().position(|s| *s == after))
            .map_or(order.len(), |at| at + beside)
    });
    let label = board.shell.t_now().board.new_stage.to_owned();
    apply(board, Edit::AddStage { stage, step: board.shell.id(), name: label, at });
    name(board, Spot::Stage(stage), Thing::Stage(stage));
}

/// Adds a step before (0) or after (1) the selected one, else at the end of the selected or last stage. In a plain
/// stage the step that was not shown stays without a name, and is shown as that.
pub fn step(board: Board, beside: usize) {
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
        Some((stage, here.map_or(steps.len(), |at| at + beside)))
    });
    let Some((stage, at)) = plan else { return };
    let step = board.shell.id();
    apply(board, Edit::AddStep { step, stage, name: b.new_step.to_owned(), at });
    name(board, Spot::Step(step), Thing::Step(step));
}

/// Adds a lane of a kind below the selected one, else at the end, and asks for its name.
pub fn lane(board: Board, kind: LaneKind) {
    lane_beside(board, kind, 1);
}

/// Adds a lane of a kind above (0) or below (1) the selected one, and asks for its name.
pub fn lane_beside(board: Board, kind: LaneKind, beside: usize) {
    let lane = board.shell.id();
    let chosen = match board.spot.get_untracked() {
        Some(Spot::Lane(id) | Spot::Cell { lane: id, .. }) => Some(id),
        _ => None,
    };
    let at = board.shell.mirror.read(|map| {
        chosen
            .and_then(|id| map.rows.iter().position(|r| *r == id))
            .map_or(map.rows.len(), |a| a + beside)
    });
    let label = lanes::name(board.shell.t_now(), kind).to_owned();
    apply(board, Edit::AddLane { lane, kind, name: label, at });
    name(board, Spot::Lane(lane), Thing::Lane(lane));
}

/// Sets the star of the chosen cards; clears it where all bear it.
pub fn star(board: Board) {
    let cards = board.chosen_cards();
    let all = board
        .shell
        .mirror
        .read(|map| cards.iter().all(|card| map.cards.get(card).is_some_and(|card| card.star)));
    let edits: Vec<Edit> =
        cards.into_iter().map(|card| Edit::SetStar { card, star: !all }).collect();
    if !edits.is_empty() {
        apply(board, together(edits));
    }
}

/// What is chosen once more; the copies are chosen then.
pub fn duplicate(board: Board) {
    if board.shell.refuse_part() {
        return;
    }
    let things = board.chosen_things();
    let copies = board
        .shell
        .mirror
        .read(|map| crate::model::duplicate::duplicate(map, &things, &mut Fresh(board.shell)));
    if let Some((edit, made)) = copies {
        apply(board, edit);
        board.pick_things(&made);
    }
}

/// Deletes what is selected: a thing goes to the bin, a point of the curve goes away. The only step of
/// a stage loses its name instead, which makes the stage a plain one.
pub fn delete(board: Board) {
    let Some(spot) = board.spot.get_untracked() else { return };
    let mirror = board.shell.mirror;
    if board.picked.with_untracked(|picked| !picked.is_nothing()) {
        return delete_many(board, spot);
    }
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

/// Deletes all that is chosen: cards and points of the curve, or headers.
fn delete_many(board: Board, spot: Spot) {
    let mirror = board.shell.mirror;
    let (things, area) = (board.chosen_things(), board.chosen_area());
    let in_block = board.picked.with_untracked(|picked| matches!(picked, Picked::Block { .. }));
    let mut edits: Vec<Edit> = things.iter().copied().map(Edit::Delete).collect();
    let persona = active_now(board);
    if let (Some(area), Some(persona), true) = (area, persona, in_block) {
        let curve = area.lanes.iter().any(|lane| mirror.read(|map| draws_curve(map, *lane)));
        let steps = if curve { area.steps } else { Vec::new() };
        let felt = mirror.read(|map| {
            let set = |step: &Id| map.feelings.contains_key(&(persona, *step));
            steps.into_iter().filter(set).collect::<Vec<Id>>()
        });
        edits.extend(felt.into_iter().map(|step| Edit::Delete(Thing::Feeling { persona, step })));
    }
    if edits.is_empty() {
        return;
    }
    apply(board, together(edits));
    if let Some(there) = mirror.read(|map| spot.settle(map)) {
        board.go(there);
    }
    if things.len() > 1 {
        let t = board.shell.t_now();
        let forms = match things[0] {
            Thing::Stage(_) => t.reports.stages,
            Thing::Lane(_) => t.reports.lanes,
            Thing::Step(_) => t.hands.steps,
            _ => t.library.cards,
        };
        let count = board.shell.locale.get_untracked().count(things.len(), forms);
        let text = crate::i18n::fill(t.hands.in_bin, &[&count]);
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
