//! Actions on headers and points: what can be said of them, lines between lanes, folding and hiding.

use super::details::open;
use super::*;
use crate::analysis::shown::toggle as flip;
use crate::model::map::Value;
use crate::model::{Detail, Id};
use crate::ui::details::{set, set_word};
use crate::ui::mirror::Mark;

const fn row(
    id: &'static str,
    label: fn(&Messages) -> &'static str,
    icon: Icon,
    enabled: fn(Board) -> bool,
    run: fn(Board),
) -> Action {
    let (keys, reach, group) = (&[], Reach::Board, Group::Menu);
    Action { id, label, keys, reach, icon, group, enabled, run }
}

/// The rows.
pub static ROWS: &[Action] = &[
    row("reason", |t| t.paths.reason, icons::QUESTIONS, on_curve, |board| open(board, "input")),
    row("skip", |t| t.paths.skips, icons::SKIP, on_curve, skip),
    row("optional", |t| t.paths.optional_step, icons::SPLIT, on_step, optional),
    row(
        "loop-back",
        |t| t.paths.loop_back,
        icons::LOOP,
        on_step,
        |board| open(board, "#path-loop"),
    ),
    row(
        "alternative",
        |t| t.paths.alternative,
        icons::SPLIT,
        on_step,
        |board| {
            open(board, "#path-alternative");
        },
    ),
    row(
        "line-interaction",
        |t| t.details.line_interaction,
        icons::MINUS,
        on_lane,
        |board| {
            line(board, "interaction");
        },
    ),
    row(
        "line-visibility",
        |t| t.details.line_visibility,
        icons::MINUS,
        on_lane,
        |board| {
            line(board, "visibility");
        },
    ),
    row(
        "line-internal",
        |t| t.details.line_internal,
        icons::MINUS,
        on_lane,
        |board| {
            line(board, "internal");
        },
    ),
    row("line-none", |t| t.paths.no_line, icons::CROSS, has_line, |board| line(board, "")),
    row("fold", |t| t.paths.fold, icons::UP, |board| is_folded(board) == Some(false), fold),
    row("unfold", |t| t.paths.unfold, icons::DOWN, |board| is_folded(board) == Some(true), fold),
    row("hide", |t| t.paths.hide, icons::HIDDEN, on_lane, hide),
];

fn lane(board: Board) -> Option<Id> {
    if let Some(Spot::Lane(lane)) = spot(board) { Some(lane) } else { None }
}

fn on_lane(board: Board) -> bool {
    lane(board).is_some()
}

/// The selected step; of a stage that is shown without its steps, the one it has.
pub fn step_of(board: Board, spot: Option<Spot>) -> Option<Id> {
    match spot? {
        Spot::Step(step) => Some(step),
        Spot::Stage(stage) => board
            .shell
            .mirror
            .read(|map| map.is_plain(stage).then(|| map.steps_of(stage).first().copied())?),
        _ => None,
    }
}

fn on_step(board: Board) -> bool {
    step_of(board, spot(board)).is_some()
}

fn has_line(board: Board) -> bool {
    lane(board).map(Thing::Lane).is_some_and(|lane| {
        let mark = Mark::Thing(lane);
        board.shell.mirror.watch(mark, |map| !map.word(lane, Detail::Line).is_empty())
    })
}

fn is_folded(board: Board) -> Option<bool> {
    let lane = lane(board)?;
    Some(board.shown.with(|shown| shown.folded.contains(&lane)))
}

fn turn(board: Board, thing: Thing, detail: Detail) {
    let on = !board.shell.mirror.read(|map| map.is(thing, detail));
    set(board.shell, [thing], detail, Some(Value::Bool(on)));
}

fn skip(board: Board) {
    let persona = crate::ui::board::curve::active_now(board);
    if let (Some(Spot::Cell { step, .. }), Some(persona)) = (board.spot.get_untracked(), persona) {
        turn(board, Thing::Feeling { persona, step }, Detail::Skips);
    }
}

fn optional(board: Board) {
    if let Some(step) = step_of(board, board.spot.get_untracked()) {
        turn(board, Thing::Step(step), Detail::Optional);
    }
}

fn line(board: Board, word: &str) {
    if let Some(lane) = untrack(|| lane(board)) {
        set_word(board.shell, &[Thing::Lane(lane)], Detail::Line, word);
    }
}

fn fold(board: Board) {
    if let Some(lane) = untrack(|| lane(board)) {
        board.show(|shown| flip(&mut shown.folded, lane));
    }
}

/// Hides the lane; the selection goes to the next one that is seen.
fn hide(board: Board) {
    let Some(lane) = untrack(|| lane(board)) else { return };
    board.show(|shown| {
        shown.hidden.insert(lane);
    });
    let hidden = board.shown.with_untracked(|shown| shown.hidden.clone());
    let next = board.shell.mirror.read(|map| {
        let at = map.rows.iter().position(|row| *row == lane)?;
        let mut near = map.rows[at..].iter().chain(map.rows[..at].iter().rev());
        near.find(|row| !hidden.contains(row)).copied()
    });
    if let Some(next) = next {
        board.go(Spot::Lane(next));
    }
}
