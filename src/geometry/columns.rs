//! Where the columns of the board stand: each as wide as the window allows, or as wide as it was made.

use crate::model::{Detail, Id, Map, Thing};
use std::collections::HashMap;

/// The narrowest and the widest a column can be made, px.
pub const WIDTHS: (f64, f64) = (120.0, 640.0);

/// The columns of a map.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Columns {
    usual: f64,
    own: HashMap<Id, f64>,
    /// The left edge of each column and, last, the right edge of the board, px from the first column.
    edges: Vec<f64>,
}

/// The width a step's column was given, px.
fn given(map: &Map, step: Id) -> Option<f64> {
    map.whole(Thing::Step(step), Detail::Width).map(|width| width as f64)
}

impl Columns {
    /// The columns of a map, `usual` px wide where nothing else was said.
    pub fn new(map: &Map, usual: f64) -> Self {
        let mut columns = Columns { usual, own: HashMap::new(), edges: Vec::new() };
        let mut left = 0.0;
        columns.edges.push(left);
        for column in &map.columns {
            let own = column.step.and_then(|step| Some((step, given(map, step)?)));
            if let Some((step, width)) = own {
                columns.own.insert(step, width.clamp(WIDTHS.0, WIDTHS.1));
            }
            left += column.step.map_or(usual, |step| columns.width_of(step));
            columns.edges.push(left);
        }
        columns
    }

    /// How many there are.
    pub fn count(&self) -> usize {
        self.edges.len().saturating_sub(1)
    }

    /// The width of a step's column, px.
    pub fn width_of(&self, step: Id) -> f64 {
        self.own.get(&step).copied().unwrap_or(self.usual)
    }

    /// The left edge of the column at a position, px from that of the first; past the end, the right
    /// edge of the last.
    pub fn left(&self, place: usize) -> f64 {
        self.edges.get(place).or(self.edges.last()).copied().unwrap_or(0.0)
    }

    /// The width of all, px.
    pub fn width(&self) -> f64 {
        self.left(usize::MAX)
    }

    /// The positions of the columns that touch `from..to` (px from the first): first, one past the last.
    pub fn between(&self, from: f64, to: f64) -> (usize, usize) {
        let count = self.count();
        let first = self.edges.partition_point(|edge| *edge <= from).saturating_sub(1);
        let end = self.edges.partition_point(|edge| *edge < to);
        (first.min(count), end.min(count))
    }

    /// The column a point stands in; the first or the last beyond the edges.
    pub fn at(&self, x: f64) -> Option<usize> {
        let last = self.count().checked_sub(1)?;
        Some(self.edges.partition_point(|edge| *edge <= x).saturating_sub(1).min(last))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_of_different_widths_are_found_by_their_edges() {
        let edges = vec![0.0, 200.0, 320.0, 620.0];
        let columns = Columns { usual: 200.0, own: HashMap::new(), edges };
        assert_eq!((columns.count(), columns.width()), (3, 620.0));
        assert_eq!(columns.between(-240.0, 100.0), (0, 1));
        assert_eq!(columns.between(210.0, 330.0), (1, 3));
        assert_eq!(columns.between(700.0, 900.0), (3, 3));
        assert_eq!([-5.0, 199.0, 200.0, 999.0].map(|x| columns.at(x)), [0, 0, 1, 2].map(Some));
        assert_eq!(Columns::default().at(3.0), None);
    }
}
