//! Where columns, rows and cards of the board stand, kept up to date cell by cell.

use super::columns::Columns;
use super::heights::Heights;
use super::window::Frame;
use crate::analysis::shown::Shown;
use crate::model::{Detail, Id, LaneKind, Map, Thing};
use serde::{Deserialize, Serialize};
use std::collections::HashMap;

/// Space between two cards and around them in a cell, px.
pub const GAP: f64 = 6.0;
/// Height of the emotions row, px.
pub const CURVE: f64 = 244.0;
/// Height kept free at the end of each cell for the caret or the hint, px.
pub const TAIL: f64 = 20.0;
/// Height of a folded row, px.
pub const FOLDED: f64 = 34.0;
/// Height of the chart of a metrics lane, above its cards, px.
pub const CHART: f64 = 64.0;
/// The lowest row, px.
pub const LOWEST: f64 = 56.0;

/// The highest a lane can be made, px.
pub const HIGHEST: f64 = 1200.0;

/// One row of the board.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Row {
    /// Its lane.
    pub lane: Id,
    /// Top, px below the header.
    pub top: f64,
    /// Height, px.
    pub height: f64,
    /// Folded to one line.
    pub folded: bool,
}

/// The width of a card in a column of this width, px.
pub fn card_width(column: f64) -> f64 {
    column - 2.0 * GAP - 1.0
}

/// A card placed in its cell.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Placed {
    /// Which card.
    pub card: Id,
    /// Position in the cell, from 0.
    pub position: usize,
    /// Top, px below the top of the cell.
    pub top: f64,
    /// Height, px.
    pub height: f64,
}

/// How high the cells of a map were in a layout: kept with the map's values, it spares the next layout the measuring of
/// all cards.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Laid {
    pub(super) frame: Frame,
    compact: bool,
    /// Lane by lane and in each column by column, px; 0 for a cell without cards.
    pub(super) cells: Vec<f32>,
}

impl Laid {
    /// Whether a layout of this map in this frame takes it over.
    pub fn suits(&self, map: &Map, frame: Frame, compact: bool) -> bool {
        (self.frame, self.compact) == (frame, compact) && self.cells.len() == cells(map).count()
    }
}

/// The whole board.
pub struct Layout {
    frame: Frame,
    columns: Columns,
    rows: Vec<Row>,
    shown: Shown,
    cells: HashMap<(Id, Id), f64>,
}

/// The cards a cell shows: its own, then those starred elsewhere if it is of the moments lane.
pub fn shown(map: &Map, lane: Id, step: Id) -> Vec<Id> {
    let mut cards = map.cell(lane, step).to_vec();
    if map.lanes.get(&lane).is_some_and(|lane| lane.kind == LaneKind::Moments) {
        cards.extend(map.starred(step, lane));
    }
    cards
}

/// The cells of a map, lane by lane and in each column by column.
fn cells(map: &Map) -> impl Iterator<Item = (Id, Id)> {
    let steps = || map.columns.iter().filter_map(|column| column.step);
    map.rows.iter().flat_map(move |lane| steps().map(|step| (*lane, step)))
}

/// What a lane draws above its cards, px.
fn above(map: &Map, lane: Id) -> f64 {
    let metrics = map.lanes.get(&lane).is_some_and(|lane| lane.kind == LaneKind::Metrics);
    if metrics { CHART } else { 0.0 }
}

impl Layout {
    /// Lays out a whole map, by what an earlier layout of just this map knew, if its cards were as wide.
    pub fn new(map: &Map, frame: Frame, heights: &mut Heights, laid: Option<&Laid>) -> Self {
        let columns = Columns::new(map, frame.column);
        let mut layout = Layout {
            frame,
            columns,
            rows: Vec::new(),
            shown: Shown::default(),
            cells: HashMap::new(),
        };
        match laid.filter(|laid| laid.suits(map, frame, heights.is_compact())) {
            Some(laid) => {
                let known = cells(map).zip(&laid.cells).filter(|(_, height)| **height > 0.0);
                layout.cells = known.map(|(cell, height)| (cell, f64::from(*height))).collect();
            }
            None => {
                for (lane, step) in cells(map) {
                    layout.measure(map, lane, step, heights);
                }
            }
        }
        layout.stack(map, heights);
        layout
    }

    /// What the next layout of this map can take over.
    pub fn laid(&self, map: &Map, heights: &Heights) -> Laid {
        let height = |cell| self.cells.get(&cell).map_or(0.0, |height| *height as f32);
        Laid {
            frame: self.frame,
            compact: heights.is_compact(),
            cells: cells(map).map(height).collect(),
        }
    }

    /// Folds lanes to one line and leaves others out.
    pub fn shut(&mut self, map: &Map, shown: &Shown, heights: &Heights) {
        self.shown = shown.clone();
        self.stack(map, heights);
    }

    /// Whether it folds and leaves out just these.
    pub fn is_shut(&self, shown: &Shown) -> bool {
        (&self.shown.folded, &self.shown.hidden) == (&shown.folded, &shown.hidden)
    }

    /// The frame it was made for.
    pub fn frame(&self) -> Frame {
        self.frame
    }

    /// The columns, left to right.
    pub fn columns(&self) -> &Columns {
        &self.columns
    }

    /// The rows, top to bottom.
    pub fn rows(&self) -> &[Row] {
        &self.rows
    }

    /// Height of all rows, px.
    pub fn height(&self) -> f64 {
        self.rows.last().map_or(0.0, |row| row.top + row.height)
    }

    /// Measures cells again after their cards changed; `true` if any row moved or changed its height. What changed in
    /// no cell may have been a lane's name.
    pub fn refresh(&mut self, map: &Map, cells: &[(Id, Id)], heights: &mut Heights) -> bool {
        let mut changed = false;
        for (lane, step) in cells {
            changed |= self.measure(map, *lane, *step, heights);
        }
        (changed || cells.is_empty()) && self.stack(map, heights)
    }

    /// The cards of a cell with their places.
    pub fn place(&self, map: &Map, lane: Id, step: Id, heights: &mut Heights) -> Vec<Placed> {
        let width = card_width(self.columns.width_of(step));
        let mut top = GAP + above(map, lane);
        let mut out = Vec::new();
        for (position, id) in shown(map, lane, step).into_iter().enumerate() {
            let Some(card) = map.cards.get(&id) else { continue };
            let height = heights.of(map, id, card, width);
            out.push(Placed { card: id, position, top, height });
            top += height + GAP;
        }
        out
    }

    fn measure(&mut self, map: &Map, lane: Id, step: Id, heights: &mut Heights) -> bool {
        let width = card_width(self.columns.width_of(step));
        let height = shown(map, lane, step)
            .into_iter()
            .filter_map(|id| map.cards.get(&id).map(|card| (id, card)))
            .fold(GAP, |sum, (id, card)| sum + heights.of(map, id, card, width) + GAP);
        let height = height + heights.room(lane, step);
        let old = if height > GAP {
            self.cells.insert((lane, step), height)
        } else {
            self.cells.remove(&(lane, step))
        };
        (old.unwrap_or(GAP) - height).abs() > 0.5
    }

    fn stack(&mut self, map: &Map, heights: &Heights) -> bool {
        let mut rows = Vec::with_capacity(map.rows.len());
        let mut top = 0.0;
        for lane in map.rows.iter().filter(|lane| !self.shown.hidden.contains(lane)) {
            let folded = self.shown.folded.contains(lane);
            let curve = map.lanes.get(lane).is_some_and(|lane| lane.kind == LaneKind::Emotions);
            let height = if folded {
                FOLDED
            } else if curve {
                CURVE
            } else {
                let cells = map.columns.iter().filter_map(|column| column.step);
                let highest = cells
                    .filter_map(|step| self.cells.get(&(*lane, step)))
                    .fold(0.0_f64, |high, cell| high.max(*cell));
                let needed = (highest + TAIL).max(LOWEST) + above(map, *lane);
                let name = map.lanes.get(lane).map_or("", |lane| lane.name.as_str());
                // Below a chart's name stands its scale.
                let named = match above(map, *lane) {
                    0.0 => heights.of_name(name, self.frame.header, self.frame.is_narrow()),
                    _ => 0.0,
                };
                needed.max(named).max(given(map, *lane)).ceil()
            };
            rows.push(Row { lane: *lane, top, height, folded });
            top += height;
        }
        let changed = rows != self.rows;
        self.rows = rows;
        changed
    }
}

/// The height a lane was given, px; 0 where it was given none.
fn given(map: &Map, lane: Id) -> f64 {
    let given = map.whole(Thing::Lane(lane), Detail::Height);
    given.map_or(0.0, |height| (height as f64).min(HIGHEST))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geometry::wrap::Table;
    use crate::model::map::{Card, Column, Lane, Value};
    use crate::model::{Source, ids::Seeded};

    fn map(cards: usize) -> (Map, Id, Id) {
        let mut source = Seeded::new(1);
        let (lane, stage, step) = (source.id(), source.id(), source.id());
        let mut map = Map { rows: vec![lane], ..Map::default() };
        map.columns.push(Column { stage, step: Some(step) });
        let new = Lane {
            kind: LaneKind::Actions,
            name: "Actions".into(),
            index: "a".into(),
            deleted: None,
        };
        map.lanes.insert(lane, new);
        for number in 0..cards {
            let id = source.id();
            let text =
                "Compares prices on a phone in the tram, twice a day, for three whole weeks".into();
            let index = format!("{number:04}");
            let card = Card {
                text,
                rich: None,
                lane,
                step,
                index,
                star: false,
                channel: None,
                deleted: None,
            };
            map.cards.insert(id, card);
            map.cells.entry((lane, step)).or_default().push(id);
        }
        (map, lane, step)
    }

    #[test]
    fn a_row_is_as_high_as_its_fullest_cell_and_follows_it() {
        let (mut map, lane, step) = map(3);
        let mut heights = Heights::new(Table::average(13.0));
        let mut layout =
            Layout::new(&map, Frame { column: 200.0, header: 176.0 }, &mut heights, None);
        let full = layout.height();
        let placed = layout.place(&map, lane, step, &mut heights);
        assert!(placed.windows(2).all(|p| p[0].top + p[0].height < p[1].top));
        assert!(placed[2].top + placed[2].height < full);

        map.cells.get_mut(&(lane, step)).unwrap().pop();
        assert!(layout.refresh(&map, &[(lane, step)], &mut heights));
        assert!(layout.height() < full);
        assert!(!layout.refresh(&map, &[(lane, step)], &mut heights));
    }

    #[test]
    fn what_was_laid_is_taken_over_unless_cards_are_of_another_width() {
        let (map, lane, step) = map(3);
        let frame = Frame { column: 200.0, header: 176.0 };
        let mut heights = Heights::new(Table::average(13.0));
        let mut first = Layout::new(&map, frame, &mut heights, None);
        let card = map.cells[&(lane, step)][1];
        heights.mend(&map, card, &map.cards[&card], card_width(200.0), 300.0);
        first.refresh(&map, &[(lane, step)], &mut heights);
        let laid = first.laid(&map, &heights);

        let mut again = Heights::new(Table::average(13.0));
        let next = Layout::new(&map, frame, &mut again, Some(&laid));
        assert_eq!(next.rows(), first.rows(), "what the screen measured too");
        let anew = Layout::new(&map, frame, &mut again, None).height();
        assert!(anew < next.height());
        for frame in [Frame { column: 201.0, ..frame }, Frame { header: 120.0, ..frame }] {
            let plain = Layout::new(&map, frame, &mut again, None).height();
            assert_eq!(Layout::new(&map, frame, &mut again, Some(&laid)).height(), plain);
        }
        again.set_compact(true);
        let plain = Layout::new(&map, frame, &mut again, None).height();
        assert_eq!(Layout::new(&map, frame, &mut again, Some(&laid)).height(), plain);
        again.set_compact(false);
        let mut fewer = map.clone();
        fewer.columns.clear();
        assert_eq!(Layout::new(&fewer, frame, &mut again, Some(&laid)).height(), LOWEST);
    }

    #[test]
    fn folded_rows_are_one_line_and_hidden_ones_none() {
        let (mut map, lane, _) = map(3);
        let other = Seeded::new(7).id();
        map.lanes.insert(other, map.lanes[&lane].clone());
        map.rows.push(other);
        let mut heights = Heights::new(Table::average(13.0));
        let mut layout =
            Layout::new(&map, Frame { column: 200.0, header: 176.0 }, &mut heights, None);
        assert_eq!(layout.height(), layout.rows()[0].height + LOWEST);
        let mut shown = Shown::default();
        shown.folded.insert(lane);
        layout.shut(&map, &shown, &heights);
        assert_eq!(layout.height(), FOLDED + LOWEST);
        shown.hidden.insert(other);
        layout.shut(&map, &shown, &heights);
        assert_eq!((layout.rows().len(), layout.height()), (1, FOLDED));
        shown.hidden.insert(lane);
        assert!(!layout.is_shut(&shown));
        layout.shut(&map, &shown, &heights);
        assert_eq!(layout.height(), 0.0);
    }

    #[test]
    fn a_row_is_as_high_as_its_lanes_name_and_follows_it() {
        let (mut map, lane, _) = map(0);
        let mut heights = Heights::new(Table::average(13.0));
        let frame = Frame { column: 200.0, header: 176.0 };
        let mut layout = Layout::new(&map, frame, &mut heights, None);
        assert_eq!(layout.height(), LOWEST);
        let mut name = |map: &mut Map, name: &str| {
            map.lanes.get_mut(&lane).unwrap().name = name.into();
            let moved = layout.refresh(map, &[], &mut heights);
            (moved, layout.height())
        };
        let long = "What the people at the counter and those behind it do while the customer waits";
        let (moved, high) = name(&mut map, long);
        assert!(moved && high > LOWEST, "{high}");
        assert!(crate::geometry::heights::name_lines(high) > 3);
        let (moved, higher) = name(&mut map, &format!("{long}, and {long}"));
        assert!(moved && higher > high);
        assert_eq!(name(&mut map, "Actions"), (true, LOWEST));
        assert_eq!(name(&mut map, "Needs"), (false, LOWEST));
    }

    #[test]
    fn a_lane_is_at_least_as_high_as_it_was_made_and_a_column_as_wide() {
        let (mut map, lane, step) = map(1);
        let mut heights = Heights::new(Table::average(13.0));
        let frame = Frame { column: 200.0, header: 176.0 };
        let natural = Layout::new(&map, frame, &mut heights, None).height();
        let mut set = |thing, detail, value| {
            map.details.insert(thing, vec![(detail, Value::Int(value))]);
            let layout = Layout::new(&map, frame, &mut heights, None);
            (layout.columns().width(), layout.height())
        };
        assert_eq!(set(Thing::Lane(lane), Detail::Height, 300), (200.0, 300.0));
        assert_eq!(set(Thing::Lane(lane), Detail::Height, 3), (200.0, natural));
        assert_eq!(set(Thing::Lane(lane), Detail::Height, i64::MAX), (200.0, HIGHEST));
        assert_eq!(set(Thing::Step(step), Detail::Width, -5).0, 120.0);
        let (wide, lower) = set(Thing::Step(step), Detail::Width, 9_000);
        assert_eq!((wide, lower < HIGHEST), (640.0, false), "the lane keeps its own height");
    }
}
