//! Highs and lows of what a persona feels, over the whole map.

use crate::model::{Id, Map};

/// The highest and the lowest level of a persona's curve.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Extremes {
    /// The highest, if it is pleasant.
    pub high: Option<i8>,
    /// The lowest, if it is unpleasant.
    pub low: Option<i8>,
}

/// Where a point stands among those of its curve.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Peak {
    /// No point is higher.
    High,
    /// No point is lower.
    Low,
}

impl Extremes {
    /// Finds them in the visible columns. One point alone is neither.
    pub fn of(map: &Map, persona: Id) -> Self {
        let steps = map.columns.iter().filter_map(|column| column.step);
        let levels = steps.filter_map(|step| map.level(persona, step));
        let levels: Vec<i8> = levels.collect();
        let (high, low) = (levels.iter().max().copied(), levels.iter().min().copied());
        if high == low {
            return Extremes::default();
        }
        Extremes { high: high.filter(|level| *level > 0), low: low.filter(|level| *level < 0) }
    }

    /// What a point of this level is.
    pub fn peak(&self, level: i8) -> Option<Peak> {
        if self.high == Some(level) {
            Some(Peak::High)
        } else if self.low == Some(level) {
            Some(Peak::Low)
        } else {
            None
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::map::{Column, Feeling};
    use crate::model::{Source, ids::Seeded};

    fn of(levels: &[Option<i8>]) -> Extremes {
        let mut source = Seeded::new(5);
        let (mut map, persona) = (Map::default(), source.id());
        for level in levels {
            let step = source.id();
            map.columns.push(Column { stage: persona, step: Some(step) });
            let feeling = Feeling { level: *level, name: String::new() };
            map.feelings.insert((persona, step), feeling);
        }
        // Deleted steps keep their feelings, which count no more.
        map.feelings
            .insert((persona, source.id()), Feeling { level: Some(4), name: String::new() });
        Extremes::of(&map, persona)
    }

    #[test]
    fn a_high_is_pleasant_and_a_low_is_not() {
        let found = of(&[Some(1), None, Some(3), Some(-2)]);
        assert_eq!(found, Extremes { high: Some(3), low: Some(-2) });
        assert_eq!(found.peak(3), Some(Peak::High));
        assert_eq!(found.peak(1), None);
        assert_eq!(of(&[Some(1), Some(2)]), Extremes { high: Some(2), low: None });
        assert_eq!(of(&[Some(-1), Some(-3)]), Extremes { high: None, low: Some(-3) });
    }

    #[test]
    fn a_flat_line_has_neither() {
        assert_eq!(of(&[Some(2), Some(2)]), Extremes::default());
        assert_eq!(of(&[Some(-4)]), Extremes::default());
        assert_eq!(of(&[]), Extremes::default());
    }
}
