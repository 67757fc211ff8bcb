//! Where what is dragged would land: worked out from the layout, so that it holds for what is not
//! mounted too.

use super::state::Board;
use crate::geometry::board::GAP;
use crate::geometry::moves::{dropped, together};
use crate::geometry::picked::draws_curve;
use crate::geometry::spot::Spot;
use crate::model::edit::Edit;
use crate::model::{Id, Thing};
use crate::ui::prelude::*;

/// A rectangle in the window: left, top, width, height, px.
pub type Mark = (f64, f64, f64, f64);

/// How thick a mark is, px.
const THICK: f64 = 3.0;

/// The window onto the board, and a point of it.
#[derive(Clone, Copy)]
pub struct Point {
    /// Of the column area, px from the first column.
    pub x: f64,
    /// Of the rows, px from the first row.
    pub y: f64,
    /// Where the first column and the first row are in the window.
    dx: f64,
    /// As `dx`, downwards.
    dy: f64,
    /// How large the board is drawn.
    zoom: f64,
    /// The board in the window.
    pub frame: Mark,
}

/// A point of the window on the board; `None` while there is no board.
pub fn point(board: Board, at: (f64, f64)) -> Option<Point> {
    let scroller = board.scroller.get_untracked()?;
    let rect = scroller.get_bounding_client_rect();
    let head = scroller.query_selector(".board-head").ok().flatten();
    let head = head.map_or(0.0, |head| head.get_bounding_client_rect().height());
    let zoom = board.zoom_now();
    let header = board.frame.get_untracked().header * zoom;
    let dx = rect.left() + header - f64::from(scroller.scroll_left());
    let dy = rect.top() + head - f64::from(scroller.scroll_top());
    let frame = (rect.left(), rect.top(), rect.width(), rect.height());
    Some(Point { x: (at.0 - dx) / zoom, y: (at.1 - dy) / zoom, dx, dy, zoom, frame })
}

impl Point {
    /// A rectangle of the board in the window, no further than the board reaches.
    pub fn shown(&self, left: f64, top: f64, width: f64, height: f64) -> Mark {
        let (x, y, w, h) = self.frame;
        let (left, top) = (left * self.zoom + self.dx, top * self.zoom + self.dy);
        let (from, to) = (left.max(x), (left + width * self.zoom).min(x + w));
        let (up, down) = (top.max(y), (top + height * self.zoom).min(y + h));
        (from, up, (to - from).max(0.0), (down - up).max(0.0))
    }

    /// Whether the point of the window is over the board.
    fn is_over(&self) -> bool {
        let (x, y, w, h) = self.frame;
        let (at_x, at_y) = (self.x * self.zoom + self.dx, self.y * self.zoom + self.dy);
        (x..=x + w).contains(&at_x) && (y..=y + h).contains(&at_y)
    }
}

/// What a drop at this point of the window would do with these things, held by one of them; and the
/// mark to draw there.
pub fn landing(board: Board, held: Spot, things: &[Thing], at: (f64, f64)) -> Option<(Edit, Mark)> {
    let point = point(board, at).filter(Point::is_over)?;
    match held.thing()? {
        Thing::Card(card) => on_cell(board, card, things, point),
        Thing::Lane(_) => on_lane(board, things, point),
        Thing::Stage(_) | Thing::Step(_) => on_column(board, held, things, point),
        _ => None,
    }
}

fn on_cell(board: Board, held: Id, things: &[Thing], point: Point) -> Option<(Edit, Mark)> {
    let row = board.row_at(point.y)?;
    let (place, left, width) = board.column_at(point.x)?;
    let step = board.shell.mirror.read(|map| map.columns.get(place)?.step)?;
    let lane = row.lane;
    let cards: Vec<Id> = things
        .iter()
        .filter_map(|thing| match thing {
            Thing::Card(id) => Some(*id),
            _ => None,
        })
        .collect();
    let placed = untrack(|| board.cards(lane, step));
    board.shell.mirror.read(|map| {
        if draws_curve(map, lane) {
            return None;
        }
        let (mut at, mut mark) = (0, GAP / 2.0);
        for one in &placed {
            if point.y - row.top <= one.top + one.height / 2.0 {
                break;
            }
            mark = one.top + one.height + GAP / 2.0;
            // The dragged ones leave, and what the lane of moments gathers stands elsewhere.
            let own = map.cells.get(&(lane, step)).is_some_and(|own| own.contains(&one.card));
            at += usize::from(own && !cards.contains(&one.card));
        }
        let edit = dropped(map, &cards, held, (lane, step), at)?;
        let top = row.top + mark - THICK / 2.0;
        Some((edit, point.shown(left + GAP, top, width - 2.0 * GAP, THICK)))
    })
}

fn on_lane(board: Board, things: &[Thing], point: Point) -> Option<(Edit, Mark)> {
    let row = board.row_at(point.y)?;
    let after = point.y > row.top + row.height / 2.0;
    let order = board.shell.mirror.read(|map| map.rows.clone());
    let edit = run(&order, row.lane, after, things, |id, at| Edit::MoveLane { lane: id, at })?;
    let y = if after { row.top + row.height } else { row.top };
    let (left, _, width, _) = point.frame;
    let (_, top, _, height) = point.shown(0.0, y - THICK / 2.0, 1.0, THICK);
    Some((edit, (left, top, width, height)))
}

fn on_column(board: Board, held: Spot, things: &[Thing], point: Point) -> Option<(Edit, Mark)> {
    let (place, mut left, mut width) = board.column_at(point.x)?;
    let column = board.shell.mirror.read(|map| map.columns.get(place).copied())?;
    let edit;
    let after;
    if matches!(held, Spot::Stage(_)) {
        let (first, last, order) = board.shell.mirror.read(|map| {
            let of = |c: &crate::model::map::Column| c.stage == column.stage;
            let first = map.columns.iter().position(of)?;
            Some((first, map.columns.iter().rposition(of)?, map.stage_order()))
        })?;
        (left, width) = board.columns_now(|columns| {
            let left = columns.left(first);
            (left, columns.left(last + 1) - left)
        });
        after = point.x > left + width / 2.0;
        edit =
            run(&order, column.stage, after, things, |id, at| Edit::MoveStage { stage: id, at })?;
    } else {
        after = point.x > left + width / 2.0;
        let stage = column.stage;
        let order = board.shell.mirror.read(|map| map.steps_of(stage));
        let step = column.step?;
        edit = run(&order, step, after, things, |id, at| Edit::MoveStep { step: id, stage, at })?;
    }
    let x = if after { left + width } else { left };
    let (_, top, _, height) = point.frame;
    let (left, _, width, _) = point.shown(x - THICK / 2.0, 0.0, THICK, 1.0);
    (width > 0.0).then_some((edit, (left, top, width, height)))
}

/// Moves things beside one of their siblings, as a run; `None` when that is one of them. Where several
/// go they go to the end first, so that the positions hold for each.
fn run(
    order: &[Id],
    beside: Id,
    after: bool,
    things: &[Thing],
    shift: impl Fn(Id, usize) -> Edit,
) -> Option<Edit> {
    let ids: Vec<Id> = things
        .iter()
        .filter_map(|thing| match *thing {
            Thing::Lane(id) | Thing::Stage(id) | Thing::Step(id) => Some(id),
            _ => None,
        })
        .collect();
    if ids.contains(&beside) {
        return None;
    }
    let mut rest = order.iter().filter(|id| !ids.contains(id));
    let at = rest.position(|id| *id == beside)? + usize::from(after);
    let end = ids.iter().filter(|_| ids.len() > 1).map(|id| shift(*id, usize::MAX));
    let run = ids.iter().enumerate().map(|(number, id)| shift(*id, at + number));
    Some(together(end.chain(run).collect()))
}
