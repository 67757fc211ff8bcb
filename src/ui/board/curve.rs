//! The emotions lane: one smooth line per persona, a point at every column, moved by pointer or keys.

use super::editor::WordEditor;
use super::state::{Board, Editing, Target};
use crate::geometry::board::CURVE;
use crate::geometry::curve::{level_at, level_y, path};
use crate::geometry::spot::Spot;
use crate::model::edit::Edit;
use crate::model::map::Column;
use crate::model::{Id, Thing};
use crate::ui::boxed::{For, Show, memo};
use crate::ui::command::Command;
use crate::ui::mirror::Mark;
use crate::ui::names;
use crate::ui::panels::choices::ChoiceMark;
use crate::ui::selection::dom_id;
use leptos::ev;
use leptos::prelude::*;

/// Free space above the highest and below the lowest level, px.
const MARGIN: f64 = 30.0;

/// The persona whose line is moved: the chosen one while it is there, else the first.
pub fn active(board: Board) -> Option<Id> {
    let chosen = board.persona.get();
    board.shell.mirror.watch(Mark::Shape, |map| {
        chosen.filter(|id| map.cast.contains(id)).or(map.cast.first().copied())
    })
}

/// A point being dragged: persona, step, level.
type Pulled = RwSignal<Option<(Id, Id, i8)>>;

/// One persona's points over the columns in view (and one beyond each edge, so that the line goes on).
#[derive(Clone, PartialEq)]
struct Line {
    number: usize,
    persona: Id,
    active: bool,
    points: Vec<Point>,
}

#[derive(Clone, PartialEq)]
struct Point {
    step: Id,
    x: f64,
    y: f64,
    set: bool,
    name: String,
}

/// The cells and the lines of the emotions lane.
#[component]
pub fn Curve(
    /// The lane.
    lane: Id,
    /// The columns in view.
    columns: Memo<Vec<Column>>,
) -> impl IntoView {
    let board = expect_context::<Board>();
    let shell = board.shell;
    let pulled: Pulled = RwSignal::new(None);
    let lines = memo(move || lines(board, pulled));
    let untouched = memo(move || shell.mirror.watch(Mark::Curve, |map| map.feelings.is_empty()));
    let width = move || {
        let frame = board.frame.get();
        let count = shell.mirror.watch(Mark::Shape, |map| map.columns.len());
        frame.column * count as f64
    };
    view! {
        <For
            each=move || columns.get()
            key=|column| *column
            children=move |column| {
                column.step.map(|step| view! { <CurveCell lane=lane column=column step=step /> })
            }
        />
        <svg
            class="curve"
            aria-hidden="true"
            style:left=move || format!("{}px", board.frame.get().header)
            style:width=move || format!("{}px", width())
            style:height=format!("{CURVE}px")
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
                all.map(|line| drawn(board, line, lane, pulled)).collect_view()
            }}
        </svg>
        <Show when=move || untouched.get()>
            <span class="hint curve-hint" style:left=move || format!("{}px", board.frame.get().header)>
                {move || shell.t().board.hint_emotions}
            </span>
        </Show>
    }
}

fn lines(board: Board, pulled: Pulled) -> Vec<Line> {
    let active = active(board);
    let pulled = pulled.get();
    let (first, end) = board.span_in_view();
    let column = board.frame.get().column;
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
                        Some(Point {
                            step,
                            x: column * (place as f64 + 0.5),
                            y: level_y(feeling.level.unwrap_or(0), CURVE, MARGIN),
                            set: feeling.level.is_some(),
                            name: feeling.name,
                        })
                    })
                    .collect();
                Line { number, persona: *persona, active: active == Some(*persona), points }
            })
            .collect()
    })
}

fn drawn(board: Board, line: Line, lane: Id, pulled: Pulled) -> impl IntoView {
    let places: Vec<(f64, f64)> = line.points.iter().map(|point| (point.x, point.y)).collect();
    let path = path(&places);
    let zero = level_y(0, CURVE, MARGIN);
    let area = match (places.first(), places.last()) {
        (Some(first), Some(last)) if line.active => {
            Some(format!("{path}L{:.1} {zero:.1}L{:.1} {zero:.1}Z", last.0, first.0))
        }
        _ => None,
    };
    let persona = line.persona;
    let active = line.active;
    let points = line
        .points
        .into_iter()
        .map(|point| {
            let step = point.step;
            let below = point.y > zero;
            let shape = marker(line.number, point.x, point.y);
            let word_y = if below { point.y + 20.0 } else { point.y - 11.0 };
            let begin = move |event: ev::PointerEvent| {
                pull(board, &event, persona, step, lane, pulled);
            };
            view! {
                {active
                    .then(|| view! { <text class="curve-word" x=point.x y=word_y>{point.name}</text> })}
                <path class="curve-point" class:unset=!point.set d=shape></path>
                {active
                    .then(|| {
                        view! {
                            <circle
                                class="curve-grip"
                                cx=point.x
                                cy=point.y
                                r="15"
                                on:pointerdown=begin
                            ></circle>
                        }
                    })}
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

/// The mark of a persona's points: disc, lozenge, square, triangle, so that colour is not needed.
fn marker(number: usize, x: f64, y: f64) -> String {
    match number % 4 {
        0 => format!("M{:.1} {y:.1}a5 5 0 1 0 10 0a5 5 0 1 0 -10 0z", x - 5.0),
        1 => format!("M{x:.1} {:.1}l6 6l-6 6l-6 -6z", y - 6.0),
        2 => format!("M{:.1} {:.1}h9v9h-9z", x - 4.5, y - 4.5),
        _ => format!("M{x:.1} {:.1}l6 10h-12z", y - 6.0),
    }
}

/// Drags a point: it follows the pointer in half-steps; letting go is one edit, Escape none.
fn pull(board: Board, event: &ev::PointerEvent, persona: Id, step: Id, lane: Id, pulled: Pulled) {
    if event.button() != 0 {
        return;
    }
    event.prevent_default();
    let spot = Spot::Cell { lane, step, card: None };
    board.go(spot);
    let Some(row) = document().get_element_by_id(&dom_id(spot)) else { return };
    let before = board.shell.mirror.read(|map| map.feeling(persona, step).level);
    let handles = StoredValue::new_local(Vec::<WindowListenerHandle>::new());
    let stop = move || {
        pulled.set(None);
        for handle in handles.try_update_value(std::mem::take).unwrap_or_default() {
            handle.remove();
        }
    };
    let follow = window_event_listener(ev::pointermove, move |event| {
        let y = f64::from(event.client_y()) - row.get_bounding_client_rect().top();
        pulled.set(Some((persona, step, level_at(y, CURVE, MARGIN))));
    });
    let drop = window_event_listener(ev::pointerup, move |_| {
        if let Some((_, _, level)) = pulled.get_untracked()
            && Some(level) != before
        {
            let edit = Edit::SetLevel { persona, step, level: Some(level) };
            board.shell.send(Command::Apply(edit, 0));
        }
        stop();
    });
    let lost = window_event_listener(ev::pointercancel, move |_| stop());
    let escape = window_event_listener(ev::keydown, move |event| {
        if event.key() == "Escape" {
            stop();
        }
    });
    handles.set_value(vec![follow, drop, lost, escape]);
}

/// One cell of the lane: what the chosen persona feels there, in words for those who can't see the line.
#[component]
fn CurveCell(lane: Id, column: Column, step: Id) -> impl IntoView {
    let board = expect_context::<Board>();
    let shell = board.shell;
    let spot = Spot::Cell { lane, step, card: None };
    let chosen = memo(move || board.spot.get() == Some(spot));
    let editing = memo(move || match board.editing.get().map(|editing| editing.target) {
        Some(Target::Word(persona, of)) if of == step => Some(persona),
        _ => None,
    });
    let label = memo(move || {
        let (t, locale) = (shell.t(), shell.locale.get());
        shell.mirror.watch(Mark::Curve, |map| {
            let mut parts = vec![names::column(t, map, step)];
            for persona in &map.cast {
                let feeling = map.feeling(*persona, step);
                let level = feeling
                    .level
                    .map_or_else(|| t.board.no_feeling.to_owned(), |level| locale.level(level));
                let who = names::of(t, map, Thing::Persona(*persona));
                parts.push(format!("{who}: {level} {}", feeling.name).trim_end().to_owned());
            }
            parts.join(", ")
        })
    });
    let open = move || {
        if let Some(persona) = untrack(|| active(board)) {
            board.open(Editing { target: Target::Word(persona, step), replace: false });
        }
    };
    view! {
        <div
            id=dom_id(spot)
            class="cell curve-cell"
            role="gridcell"
            aria-label=move || label.get()
            aria-colindex=move || board.place_of(column) + 2
            tabindex=move || if chosen.get() { "0" } else { "-1" }
            class:chosen=chosen
            style:left=move || format!("{}px", board.left(column))
            style:width=move || format!("{}px", board.frame.get().column)
            on:focus=move |_| board.select(spot)
            on:dblclick=move |_| open()
        >
            {move || {
                editing
                    .get()
                    .map(|persona| view! { <WordEditor persona=persona step=step spot=spot /> })
            }}
            {move || {
                active(board)
                    .map(|persona| view! { <ChoiceMark thing=Thing::Feeling { persona, step } /> })
            }}
        </div>
    }
}
