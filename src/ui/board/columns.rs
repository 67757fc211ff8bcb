//! Columns and rows of the board as its parts see them: edges, widths, which stand where.

use super::state::Board;
use crate::geometry::board::Row;
use crate::geometry::columns::Columns;
use crate::model::map::Column;
use crate::ui::mirror::Mark;
use crate::ui::prelude::*;

impl Board {
    /// Reads the columns; watches the layout.
    pub fn columns<T>(&self, read: impl FnOnce(&Columns) -> T) -> T {
        self.laid.track();
        self.columns_now(read)
    }

    /// Reads the columns.
    pub fn columns_now<T>(&self, read: impl FnOnce(&Columns) -> T) -> T {
        self.layout.with_value(|layout| read(layout.columns()))
    }

    /// The position of a column, from 0; watches the layout.
    pub fn place_of(&self, column: Column) -> usize {
        self.laid.track();
        self.places.with_value(|places| places.get(&column).copied().unwrap_or(0))
    }

    /// Left of a column, px; watches the layout.
    pub fn left(&self, column: Column) -> f64 {
        let place = self.place_of(column);
        self.frame.get().header + self.columns_now(|columns| columns.left(place))
    }

    /// Width of a column, px; watches the layout.
    pub fn width(&self, column: Column) -> f64 {
        let place = self.place_of(column);
        self.columns_now(|columns| columns.left(place + 1) - columns.left(place))
    }

    /// The middle of the column at a position, px from the first column, and its width; watches the layout.
    pub fn middle(&self, place: usize) -> (f64, f64) {
        self.columns(|columns| {
            let (left, right) = (columns.left(place), columns.left(place + 1));
            ((left + right) / 2.0, right - left)
        })
    }

    /// The positions of the columns in the window: first and one past the last.
    pub fn span_in_view(&self) -> (usize, usize) {
        let header = self.frame.get().header;
        let (left, width, reach) = (self.scroll.get().0, self.size.get().0, self.reach.get());
        self.columns(|columns| columns.between(left - reach, left + width - header + reach))
    }

    /// The columns in the window, and that of the selection, in their order: another order would move all their cells.
    pub fn columns_in_view(&self) -> Vec<Column> {
        let (first, end) = self.span_in_view();
        let spot = self.spot.get();
        self.shell.mirror.watch(Mark::Shape, |map| {
            let mut shown = map.columns.get(first..end).unwrap_or_default().to_vec();
            match spot.and_then(|spot| spot.column(map)) {
                Some(kept) if kept < first => shown.insert(0, map.columns[kept]),
                Some(kept) if kept >= end => shown.push(map.columns[kept]),
                _ => {}
            }
            shown
        })
    }

    /// The column a point stands in, px from the first: its position, left and width.
    pub fn column_at(&self, x: f64) -> Option<(usize, f64, f64)> {
        self.columns_now(|columns| {
            let place = columns.at(x)?;
            let left = columns.left(place);
            Some((place, left, columns.left(place + 1) - left))
        })
    }

    /// The row a point stands in, px from the first; the first or the last beyond them.
    pub fn row_at(&self, y: f64) -> Option<Row> {
        self.layout.with_value(|layout| {
            let rows = layout.rows();
            rows.iter().find(|row| y < row.top + row.height).or(rows.last()).copied()
        })
    }

    /// The rows that touch a band, px from the first.
    pub fn rows_between(&self, from: f64, to: f64) -> Vec<Row> {
        self.layout.with_value(|layout| {
            let touches = |row: &&Row| row.top < to && row.top + row.height > from;
            layout.rows().iter().filter(touches).copied().collect()
        })
    }
}
