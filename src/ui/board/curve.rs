//! The emotions lane: one smooth line per persona through a point at every column.

use super::curve_cell::CurveCell;
use super::state::Board;
use crate::geometry::board::CURVE;
use crate::geometry::columns::Columns;
use crate::geometry::curve::{level_y, path};
use crate::model::Id;
use crate::model::map::Column;
use crate::ui::attribute::px;
use crate::ui::boxed::{For, Show};
use crate::ui::memo::{Memo, flag, memo};
use crate::ui::mirror::Mark;
use crate::ui::prelude::*;

/// Free space above the highest and below the lowest level, px.
pub(super) const MARGIN: f64 = 30.0;

/// The persona whose line is moved: the chosen one while it is there, else the first.
pub fn active(board: Board) -> Option<Id> {
    let chosen = board.persona.get();
    board.shell.mirror.watch(Mark::Shape, |map| {
        chosen.filter(|id| map.cast.contains(id)).or(map.cast.first().copied())
    })
}

/// A point being dragged: persona, step, level.
pub(super) type Pulled = RwSignal<Option<(Id, Id, i8)>>;

/// One persona's points over the columns in view (and one beyond each edge, so that the line goes on).
#[derive(Clone, PartialEq)]
struct Line {
    number: usize,
    active: bool,
    points: Vec<Point>,
}

#[derive(Clone, PartialEq)]
struct Point {
    x: f64,
    y: f64,
    set: bool,
    name: String,
    /// Width for the word, px.
    room: f64,
}

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
    let lines = memo(move || lines(board, pulled));
    let untouched = flag(move || shell.mirror.watch(Mark::Curve, |map| map.feelings.is_empty()));
    let width = move || board.columns(Columns::width);
    view! {
        <For
            each=move || columns.get()
            key=|column| *column
            children=move |column| {
                column.step.map(|step| view! { <CurveCell lane=lane column=column step=step pulled=pulled /> }).into_any()
            }
        />
        <svg
            class="curve"
            aria-hidden="true"
            style:left=move || px(board.frame.get().header)
            style:width=move || px(width())
            style:height=px(CURVE)
        >
            {(-2..=2)
                .map(|level| {
                    let y = level_y(level * 2, CURVE, MARGIN);
                    view! {
                        <line
                            class=if level == 0 { "curve-zero" } else { "curve-rule" }
                            x1="0"
                            x2=width
                            y1=y
                            y2=y
                        ></line>
                    }
                })
                .collect_view()}
            {move || {
                let (active, others): (Vec<Line>, Vec<Line>) =
                    lines.get().into_iter().partition(|line| line.active);
                let all = others.into_iter().chain(active);
                all.map(drawn).collect_view()
            }}
        </svg>
        <Show when=move || untouched.get()>
            <span class="hint curve-hint" style:left=move || px(board.frame.get().header)>
                {move || shell.t().board.hint_emotions}
            </span>
        </Show>
    }
}

fn lines(board: Board, pulled: Pulled) -> Vec<Line> {
    let active = active(board);
    let pulled = pulled.get();
    let (first, end) = board.span_in_view();
    board.laid.track();
    board.shell.mirror.watch(Mark::Curve, |map| {
        let (first, end) = (first.saturating_sub(1), (end + 1).min(map.columns.len()));
        map.cast
            .iter()
            .enumerate()
            .map(|(number, persona)| {
                let points = (first..end)
                    .filter_map(|place| {
                        let step = map.columns[place].step?;
                        let mut feeling = map.feeling(*persona, step);
                        if let Some((who, at, level)) = pulled
                            && (who, at) == (*persona, step)
                        {
                            feeling.level = Some(level);
                        }
                        let edge = |place| board.columns_now(|columns| columns.left(place));
                        let (left, right) = (edge(place), edge(place + 1));
                        Some(Point {
                            x: (left + right) / 2.0,
                            room: right - left - 12.0,
                            y: level_y(feeling.level.unwrap_or(0), CURVE, MARGIN),
                            set: feeling.level.is_some(),
                            name: feeling.name,
                        })
                    })
                    .collect();
                Line { number, active: active == Some(*persona), points }
            })
            .collect()
    })
}

fn drawn(line: Line) -> AnyView {
    let places: Vec<(f64, f64)> = line.points.iter().map(|point| (point.x, point.y)).collect();
    let path = path(&places);
    let zero = level_y(0, CURVE, MARGIN);
    let area = match (places.first(), places.last()) {
        (Some(first), Some(last)) if line.active => {
            Some(format!("{path}L{:.1} {zero:.1}L{:.1} {zero:.1}Z", last.0, first.0))
        }
        _ => None,
    };
    let active = line.active;
    let points = line
        .points
        .into_iter()
        .map(|point| {
            let below = point.y > zero;
            let shape = marker(line.number, point.x, point.y);
            let word_y = if below { point.y + 20.0 } else { point.y - 11.0 };
            view! {
                {active
                    .then(|| {
                        let word = shortened(&point.name, point.room);
                        view! { <text class="curve-word" x=point.x y=word_y>{word}</text> }
                    })}
                <path class="curve-point" class:unset=!point.set d=shape></path>
            }
        })
        .collect_view();
    view! {
        <g class="curve-persona" class:active=active data-line=line.number % 4>
            {area.map(|area| view! { <path class="curve-area" d=area></path> })}
            <path class="curve-line" d=path></path>
            {points}
        </g>
    }
}

/// A word no wider than its column; the whole of it is in the cell's name and in its editor.
fn shortened(word: &str, room: f64) -> String {
    let most = (room / 6.6) as usize;
    if word.chars().count() <= most {
        return word.to_owned();
    }
    word.chars().take(most.saturating_sub(1)).chain(['…']).collect()
}

/// The mark of a persona's points: disc, lozenge, square, triangle, so that colour is not needed.
fn marker(number: usize, x: f64, y: f64) -> String {
    match number % 4 {
        0 => format!("M{:.1} {y:.1}a5 5 0 1 0 10 0a5 5 0 1 0 -10 0z", x - 5.0),
        1 => format!("M{x:.1} {:.1}l6 6l-6 6l-6 -6z", y - 6.0),
        2 => format!("M{:.1} {:.1}h9v9h-9z", x - 4.5, y - 4.5),
        _ => format!("M{x:.1} {:.1}l6 10h-12z", y - 6.0),
    }
}
