//! Widths of columns and heights of lanes: by their borders, by keys and menu. A line shows where the
//! border will be; letting go is one edit.

use super::drag::{Dragging, spot_of};
use super::landing::point;
use super::state::Board;
use crate::geometry::board::{HIGHEST, LOWEST};
use crate::geometry::columns::WIDTHS;
use crate::geometry::moves::together;
use crate::geometry::picked::draws_curve;
use crate::geometry::spot::Spot;
use crate::model::edit::Edit;
use crate::model::map::Value;
use crate::model::{Detail, Id, Thing};
use crate::ui::command::Command;
use crate::ui::prelude::*;
use leptos::ev;

/// Of a key or a line of the menu, px.
const STEP: f64 = 32.0;

/// How a size changes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Change {
    /// By one step.
    More,
    /// By one step.
    Less,
    /// As wide or high as it is by itself.
    Usual,
}

/// The steps whose columns are chosen by their headers, or the lanes.
fn sized(board: Board) -> Vec<Thing> {
    let (things, mirror) = (board.chosen_things(), board.shell.mirror);
    mirror.read(|map| {
        let of = |thing: Thing| match thing {
            Thing::Stage(stage) => map.steps_of(stage).into_iter().map(Thing::Step).collect(),
            Thing::Lane(lane) if draws_curve(map, lane) => Vec::new(),
            Thing::Step(_) | Thing::Lane(_) => vec![thing],
            _ => Vec::new(),
        };
        things.into_iter().flat_map(of).collect()
    })
}

/// Whether a column's header is selected; else a lane's.
pub fn on_column(spot: Option<Spot>) -> bool {
    matches!(spot, Some(Spot::Stage(_) | Spot::Step(_)))
}

/// Changes the size of the chosen columns or lanes.
pub fn change(board: Board, change: Change) {
    let edits: Vec<Edit> = sized(board)
        .into_iter()
        .filter_map(|thing| {
            let by = if change == Change::More { STEP } else { -STEP };
            let now = match thing {
                Thing::Step(step) => board.columns_now(|columns| columns.width_of(step)),
                Thing::Lane(lane) => board.row_now(lane)?.height,
                _ => return None,
            };
            Some(set(thing, (change != Change::Usual).then_some(now + by)))
        })
        .collect();
    if !edits.is_empty() {
        board.shell.send(Command::Apply(together(edits), 0));
    }
}

fn set(thing: Thing, size: Option<f64>) -> Edit {
    let (detail, least, most) = match thing {
        Thing::Lane(_) => (Detail::Height, LOWEST, HIGHEST),
        _ => (Detail::Width, WIDTHS.0, WIDTHS.1),
    };
    let value = size.map(|size| Value::Int(size.clamp(least, most).round() as i64));
    Edit::Set { thing, detail, value }
}

/// A press on the right border of a step's column.
pub fn column(dragging: Dragging, event: &ev::PointerEvent, step: Id) {
    let board = dragging.board;
    let place =
        board.shell.mirror.read(|map| map.columns.iter().position(|c| c.step == Some(step)));
    let Some(place) = place else { return };
    let left = board.columns_now(|columns| columns.left(place));
    begin(dragging, event, Thing::Step(step), move |at| {
        let point = point(board, at)?;
        let width = (point.x - left).clamp(WIDTHS.0, WIDTHS.1);
        let (x, _, thick, _) = point.shown(left + width - 1.0, point.y, 2.0, 1.0);
        let (_, y, _, tall) = point.frame;
        Some((width, (x, y, thick, tall)))
    });
}

/// A press on the lower border of a lane.
pub fn lane(dragging: Dragging, event: &ev::PointerEvent, lane: Id) {
    let board = dragging.board;
    let Some(top) = board.row_now(lane).map(|row| row.top) else { return };
    begin(dragging, event, Thing::Lane(lane), move |at| {
        let point = point(board, at)?;
        let height = (point.y - top).clamp(LOWEST, HIGHEST);
        let (_, y, _, thick) = point.shown(point.x, top + height - 1.0, 1.0, 2.0);
        let (x, _, wide, _) = point.frame;
        Some((height, (x, y, wide, thick)))
    });
}

type Sized = (f64, super::landing::Mark);

fn begin(
    dragging: Dragging,
    event: &ev::PointerEvent,
    thing: Thing,
    size: impl Fn((f64, f64)) -> Option<Sized> + Copy + 'static,
) {
    event.prevent_default();
    event.stop_propagation();
    let board = dragging.board;
    if event.button() != 0 || board.shell.mirror.is_looking() {
        return;
    }
    let moved = StoredValue::new(None::<f64>);
    let follow = window_event_listener(ev::pointermove, move |event| {
        if let Some((now, guide)) = size(spot_of(&event)) {
            moved.set_value(Some(now));
            dragging.guide.set(Some(guide));
        }
    });
    let end = move || {
        dragging.let_go();
        dragging.guide.set(None);
    };
    let drop = window_event_listener(ev::pointerup, move |_| {
        end();
        if let Some(size) = moved.get_value() {
            board.shell.send(Command::Apply(set(thing, Some(size)), 0));
        }
    });
    let lost = window_event_listener(ev::pointercancel, move |_| end());
    let escape = window_event_listener(ev::keydown, move |event| {
        if event.key() == "Escape" {
            end();
        }
    });
    dragging.hold(vec![follow, drop, lost, escape]);
}

/// A double press on a border: the size is the usual one again.
pub fn usual(board: Board, thing: Thing) {
    board.shell.send(Command::Apply(set(thing, None), 0));
}

/// Whether sizes can be changed here: a header is selected, and no curve.
pub fn is_sized(board: Board) -> bool {
    board.picked.track();
    matches!(board.spot.get(), Some(Spot::Stage(_) | Spot::Step(_) | Spot::Lane(_)))
        && !sized(board).is_empty()
}
