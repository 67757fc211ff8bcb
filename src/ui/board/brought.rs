//! A touchpoint dragged from the inventory onto the board: into the cell under the pointer, and anywhere else of a
//! column onto its stage, into the lane for touchpoints.

use super::drag::Dragging;
use super::landing::{self, Mark};
use super::state::Board;
use crate::geometry::board::GAP;
use crate::model::{Id, LaneKind};
use crate::ui::panels::touchpoints::placing::{DRAGGED, place};
use leptos::ev::DragEvent;

/// Whether it is a touchpoint that is held over the board; marks where it would go. The browser tells what it is
/// only once it is dropped.
pub fn over(board: Board, dragging: Dragging, event: &DragEvent) -> bool {
    let Some(data) = event.data_transfer() else { return false };
    if !data.types().iter().any(|one| one.as_string().as_deref() == Some(DRAGGED)) {
        return false;
    }
    let under = under(board, event);
    if under.is_some() {
        event.prevent_default();
        data.set_drop_effect("copy");
    }
    dragging.guide.set(under.map(|(.., mark)| mark));
    true
}

/// Takes what is dropped, if it is a touchpoint.
pub fn dropped(board: Board, dragging: Dragging, event: &DragEvent) -> bool {
    let data = event.data_transfer().and_then(|data| data.get_data(DRAGGED).ok());
    let Some(touchpoint) = data.as_deref().and_then(Id::parse) else { return false };
    dragging.guide.set(None);
    event.prevent_default();
    event.stop_propagation();
    if let Some((lane, step, _)) = under(board, event) {
        place(board, touchpoint, lane, step);
    }
    true
}

/// The column under the pointer, its lane where cards stand in it, and the mark of both.
fn under(board: Board, event: &DragEvent) -> Option<(Option<Id>, Id, Mark)> {
    let at = (f64::from(event.client_x()), f64::from(event.client_y()));
    let point = landing::point(board, at)?;
    let (column, left, width) = board.column_at(point.x)?;
    let step = board.shell.mirror.read(|map| map.columns.get(column)?.step)?;
    // Above the first row is the head.
    let row = if point.y >= 0.0 { board.row_at(point.y) } else { None };
    let row = row.filter(|row| {
        let kind = board.shell.mirror.read(|map| map.lanes.get(&row.lane).map(|lane| lane.kind));
        kind.is_some_and(|kind| !matches!(kind, LaneKind::Emotions | LaneKind::Metrics))
    });
    let mark = match &row {
        Some(row) => {
            point.shown(left + GAP, row.top + GAP, width - 2.0 * GAP, row.height - 2.0 * GAP)
        }
        None => {
            let (_, top, _, height) = point.frame;
            let (left, _, width, _) = point.shown(left, 0.0, width, 1.0);
            (left, top, width, height)
        }
    };
    Some((row.map(|row| row.lane), step, mark))
}
