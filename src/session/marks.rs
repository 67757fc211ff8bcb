//! What of a map can be watched, and which of it a change touched: what drives the screen's signals.

use super::Change;
use crate::model::{Id, LaneKind, Map, Thing};
use std::collections::HashSet;

/// What can be watched.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Mark {
    /// Columns, rows, personas: their being there and their order.
    Shape,
    /// One thing's own values and open choices.
    Thing(Thing),
    /// Which cards a cell shows, their order, and what gives them their heights.
    Cell(Id, Id),
    /// All cells of a lane at once: for what is drawn over a whole lane.
    Row(Id),
    /// Any point of the curve, and which steps hold moments of truth.
    Curve,
    /// Loops and alternative paths, and details of headers: what is drawn over and between them.
    Paths,
    /// Anything at all: for counters and the undo buttons, of which there are few.
    Any,
}

impl Change {
    /// All cells whose content or height this change may have altered: those it names, those of the
    /// cards it touched, and what the moments lanes show of them. In proportion to the change.
    pub fn cells_in(&self, map: &Map) -> Vec<(Id, Id)> {
        let mut cells: HashSet<(Id, Id)> = self.cells.iter().copied().collect();
        let touched = self.touched.iter().filter_map(|thing| match thing {
            Thing::Card(id) => map.cards.get(id),
            Thing::Note(id) => match map.notes.get(id)?.of {
                Thing::Card(id) => map.cards.get(&id),
                _ => None,
            },
            _ => None,
        });
        cells.extend(touched.map(|card| (card.lane, card.step)));
        let moments: Vec<Id> = map
            .rows
            .iter()
            .copied()
            .filter(|row| map.lanes.get(row).is_some_and(|l| l.kind == LaneKind::Moments))
            .collect();
        let steps: HashSet<Id> = cells.iter().map(|(_, step)| *step).collect();
        for step in steps {
            cells.extend(moments.iter().map(|lane| (*lane, step)));
        }
        // Where lanes come, go or move, so do the starred cards that the moments lanes gather.
        if self.shape {
            let steps = map.columns.iter().filter_map(|column| column.step);
            cells.extend(steps.flat_map(|step| moments.iter().map(move |lane| (*lane, step))));
        }
        cells.into_iter().collect()
    }

    /// Everything that must be told of this change.
    pub fn marks(&self, map: &Map) -> HashSet<Mark> {
        let mut marks = HashSet::from([Mark::Any]);
        if self.shape {
            marks.extend([Mark::Shape, Mark::Curve, Mark::Paths]);
            marks.extend(map.rows.iter().map(|lane| Mark::Row(*lane)));
        }
        if self.stars {
            marks.insert(Mark::Curve);
        }
        for (lane, step) in self.cells_in(map) {
            marks.extend([Mark::Cell(lane, step), Mark::Row(lane)]);
        }
        for thing in &self.touched {
            marks.insert(Mark::Thing(*thing));
            if let Thing::Note(id) = thing {
                marks.extend(map.notes.get(id).map(|note| Mark::Thing(note.of)));
            }
            if matches!(thing, Thing::Path(_) | Thing::Step(_) | Thing::Lane(_)) {
                marks.insert(Mark::Paths);
            }
            if matches!(thing, Thing::Feeling { .. } | Thing::Persona(_)) {
                marks.insert(Mark::Curve);
            }
        }
        marks
    }
}
