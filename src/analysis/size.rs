//! How large a map is.

use crate::model::Map;

/// Counts of what is visible on a map.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Size {
    /// Stages on the board.
    pub stages: usize,
    /// Steps on the board, the unnamed one of a plain stage counted too.
    pub steps: usize,
    /// Lanes on the board.
    pub lanes: usize,
    /// Cards that are not in the bin, the unplaced ones too.
    pub cards: usize,
}

/// Counts a map.
pub fn size(map: &Map) -> Size {
    Size {
        stages: map.stage_order().len(),
        steps: map.columns.iter().filter(|column| column.step.is_some()).count(),
        lanes: map.rows.len(),
        cards: map.cells.values().map(Vec::len).sum(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::map::Column;
    use crate::model::{Id, Source, ids::Seeded};

    #[test]
    fn a_stage_without_steps_and_unplaced_cards_count() {
        let mut ids = Seeded::new(1);
        let [buy, try_on, pay, empty, lane, card, loose]: [Id; 7] =
            std::array::from_fn(|_| ids.id());
        let column = |stage, step| Column { stage, step };
        let map = Map {
            columns: vec![column(buy, Some(try_on)), column(buy, Some(pay)), column(empty, None)],
            rows: vec![lane],
            cells: [((lane, pay), vec![card]), ((empty, empty), vec![loose])].into(),
            ..Map::default()
        };
        assert_eq!(size(&map), Size { stages: 2, steps: 2, lanes: 1, cards: 2 });
        assert_eq!(size(&Map::default()), Size::default());
    }
}
