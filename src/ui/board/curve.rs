//! The emotions lane: one smooth line per persona through what was felt.

use super::curve_cell::CurveCell;
use super::curve_line::{Line, Point, line, moment};
use super::state::Board;
use crate::analysis::emotion::Extremes;
use crate::geometry::board::CURVE;
use crate::geometry::columns::Columns;
use crate::geometry::curve::{Plot, area, is_below};
use crate::geometry::spot::Spot;
use crate::model::map::Column;
use crate::model::{Id, LaneKind, Map};
use crate::ui::attribute::px;
use crate::ui::boxed::{For, Show};
use crate::ui::feelings;
use crate::ui::icons;
use crate::ui::memo::{Memo, flag, memo};
use crate::ui::mirror::Mark;
use crate::ui::prelude::*;
use std::collections::BTreeSet;

/// The persona whose line is moved: the chosen one while its line is drawn, else the first drawn.
pub fn active(board: Board) -> Option<Id> {
    let chosen = board.persona.get();
    board.shown.with(|shown| {
        board.shell.mirror.watch(Mark::Shape, |map| {
            let mut drawn = map.cast.iter().filter(|id| !shown.quiet.contains(id));
            let first = drawn.clone().next().or(map.cast.first()).copied();
            drawn.find(|id| Some(**id) == chosen).copied().or(first)
        })
    })
}

/// As [`active`], unwatched.
pub fn active_now(board: Board) -> Option<Id> {
    untrack(|| active(board))
}

/// Chooses the line that is moved; it is drawn then.
pub fn choose(board: Board, persona: Id) {
    board.show(|shown| {
        shown.quiet.remove(&persona);
    });
    board.persona.set(Some(persona));
}

/// A point being dragged: persona, step, level.
pub(super) type Pulled = RwSignal<Option<(Id, Id, i8)>>;

/// The cells and the lines of the emotions lane.
#[component]
pub fn Curve(
    /// The lane.
    lane: Id,
    /// The columns in view.
    columns: Memo<Vec<Column>>,
) -> AnyView {
    let board = expect_context::<Board>();
    let shell = board.shell;
    let pulled: Pulled = RwSignal::new(None);
    let all = memo(move || lines(board, pulled));
    let moments = memo(move || moments(board));
    let untouched = flag(move || shell.mirror.watch(Mark::Curve, |map| map.feelings.is_empty()));
    let width = move || board.columns(Columns::width);
    let rules = (-2..=2).map(|level| {
        let y = Plot::BOARD.y(level * 2);
        let class = if level == 0 { "curve-zero" } else { "curve-rule" };
        view! { <line class=class x1="0" x2=width y1=y y2=y></line> }
    });
    // Tinted by the style sheet from the highest to the lowest level, cut out along the line.
    let tinted = move || {
        let Plot { top, bottom } = Plot::BOARD;
        let cut = all.with(|all| {
            let line = all.iter().find(|line| line.active);
            let felt = line.map(Line::felt).unwrap_or_default();
            let felt: Vec<(f64, f64)> = felt.into_iter().map(|(x, y)| (x, y - top)).collect();
            area(&felt, (bottom - top) / 2.0)
        });
        (!cut.is_empty()).then(|| format!("path(\"{cut}\")"))
    };
    let drawn = move || {
        let (active, others): (Vec<Line>, Vec<Line>) =
            all.get().into_iter().partition(|line| line.active);
        let all = others.into_iter().chain(active);
        all.map(line).collect_view()
    };
    view! {
        <For
            each=move || columns.get()
            key=|column| *column
            children=move |column| {
                column.step.map(|step| view! { <CurveCell lane=lane column=column step=step pulled=pulled /> }).into_any()
            }
        />
        <div
            class="curve-area"
            aria-hidden="true"
            style:left=move || px(board.frame.get().header)
            style:width=move || px(width())
            style:top=px(Plot::BOARD.top)
            style:height=px(Plot::BOARD.bottom - Plot::BOARD.top)
            style:clip-path=move || tinted().unwrap_or_else(|| "inset(50%)".to_owned())
        ></div>
        <svg
            class="curve"
            aria-hidden="true"
            style:left=move || px(board.frame.get().header)
            style:width=move || px(width())
            style:height=px(CURVE)
        >
            {rules.collect_view()}
            {move || {
                let word = shell.t().feelings.moment;
                let each = moments.get().into_iter();
                each.map(|(x, y)| moment(x, y, word)).collect_view()
            }}
            {drawn}
        </svg>
        <Value lane=lane pulled=pulled />
        <Show when=move || untouched.get()>
            <span class="hint curve-hint" style:left=move || px(board.frame.get().header)>
                {move || crate::ui::lanes::hint_of(shell, lane, LaneKind::Emotions)}
            </span>
        </Show>
    }
}

/// The level at the selected or dragged point, as face, number and word.
#[component]
fn Value(lane: Id, pulled: Pulled) -> AnyView {
    let board = expect_context::<Board>();
    let shell = board.shell;
    let at = memo(move || {
        let spot = board.spot.get();
        let (persona, step, pulled) = match (pulled.get(), spot) {
            (Some((persona, step, level)), _) => (persona, step, Some(level)),
            (None, Some(Spot::Cell { lane: of, step, .. })) if of == lane => {
                (active(board)?, step, None)
            }
            _ => return None,
        };
        board.laid.track();
        let (level, place, last) = shell.mirror.watch(Mark::Curve, |map| {
            let place = map.columns.iter().position(|column| column.step == Some(step));
            let last = place.is_some_and(|place| place + 1 == map.columns.len());
            (pulled.or(map.feeling(persona, step).level), place, last)
        });
        let x = board.frame.get().header + board.middle(place?).0;
        Some((x, Plot::BOARD.y(level?), level?, last))
    });
    view! {
        {move || {
            at.get()
                .map(|(x, y, level, last)| {
                    let (t, locale) = (shell.t(), shell.locale.get());
                    view! {
                        <span
                            class="curve-value"
                            class:last=last
                            aria-hidden="true"
                            style:left=px(x)
                            style:top=px(y)
                        >
                            <icons::Glyph icon=feelings::face(level) />
                            <b>{locale.level(level)}</b>
                            <span class="curve-value-word">{feelings::word(t, level)}</span>
                        </span>
                    }
                })
        }}
    }
}

/// The positions of the columns whose points are drawn: those in view, and beyond each edge as far as
/// two further points, so that the line goes on as if it were drawn whole. What is in view may lag behind a map that
/// was just put away.
fn reach(map: &Map, persona: Id, first: usize, end: usize) -> (usize, usize) {
    let felt = |place: &usize| {
        let step = map.columns.get(*place).and_then(|column| column.step);
        step.is_some_and(|step| map.level(persona, step).is_some())
    };
    let before = (0..first).rev().filter(felt).nth(1).unwrap_or(0);
    let after = (end..map.columns.len()).filter(felt).nth(1).map_or(map.columns.len(), |at| at + 1);
    (before, after)
}

fn lines(board: Board, pulled: Pulled) -> Vec<Line> {
    let active = active(board);
    let pulled = pulled.get();
    let (first, end) = board.span_in_view();
    let quiet = board.shown.with(|shown| shown.quiet.clone());
    let t = board.shell.t();
    board.laid.track();
    board.shell.mirror.watch(Mark::Curve, |map| {
        let cast = map.cast.iter().enumerate().filter(|(_, persona)| !quiet.contains(persona));
        cast.map(|(number, persona)| {
            let extremes = Extremes::of(map, *persona);
            let (first, end) = reach(map, *persona, first, end);
            let point = |place: usize| {
                let step = map.columns.get(place)?.step?;
                let felt = map.feeling(*persona, step);
                let mut level = map.level(*persona, step);
                if let Some((who, at, to)) = pulled
                    && (who, at) == (*persona, step)
                {
                    level = Some(to);
                }
                let peak = level.and_then(|level| extremes.peak(level));
                let (x, room) = board.middle(place);
                let y = Plot::BOARD.y(level.unwrap_or(0));
                Some(Point {
                    x,
                    room: room - 12.0,
                    y,
                    level,
                    below: level.is_some_and(|level| {
                        is_below(level, y, &beside(map, &quiet, *persona, step))
                    }),
                    said: if map.goes_through(*persona, step) {
                        feelings::said(t, &felt.name, peak)
                    } else {
                        t.paths.skipped.to_owned()
                    },
                    peak: peak.is_some(),
                })
            };
            let points = (first..end).filter_map(point).collect();
            Line { number, active: active == Some(*persona), points }
        })
        .collect()
    })
}

/// The heights of the other lines' points at a step.
fn beside(map: &Map, quiet: &BTreeSet<Id>, persona: Id, step: Id) -> Vec<f64> {
    let others = map.cast.iter().filter(|one| **one != persona && !quiet.contains(one));
    others.filter_map(|one| map.level(*one, step)).map(|level| Plot::BOARD.y(level)).collect()
}

/// Where the columns in view hold moments of truth: the middle of the column, and the height of the
/// point above it.
fn moments(board: Board) -> Vec<(f64, f64)> {
    let active = active(board);
    let (first, end) = board.span_in_view();
    let quiet = board.shown.with(|shown| shown.quiet.clone());
    board.laid.track();
    board.shell.mirror.watch(Mark::Curve, |map| {
        (first..end)
            .filter_map(|place| {
                let step = map.columns.get(place)?.step.filter(|step| map.has_star(*step))?;
                let felt = active.map(|persona| map.feeling(persona, step)).unwrap_or_default();
                let level = felt.level.unwrap_or(0);
                let y = Plot::BOARD.y(level);
                let others = active.map(|one| beside(map, &quiet, one, step)).unwrap_or_default();
                // Below a word that stands under its point.
                let under = is_below(level, y, &others) && !felt.name.is_empty();
                Some((board.middle(place).0, y + if under { 28.0 } else { 11.0 }))
            })
            .collect()
    })
}
