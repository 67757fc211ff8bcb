//! Which sort of map serves a need.

use crate::model::Kind;

/// What a person needs a map for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Need {
    /// To see the whole life cycle.
    LifeCycle,
    /// To find trends across touchpoints.
    Trends,
    /// To build a strategy.
    Strategy,
    /// To solve one problem.
    Problem,
    /// To refine one step.
    Step,
    /// To understand motives.
    Motives,
}

/// All, in the order offered: those of the wide view first.
pub const NEEDS: [Need; 6] =
    [Need::LifeCycle, Need::Trends, Need::Strategy, Need::Problem, Need::Step, Need::Motives];

impl Need {
    /// The kind of map that serves it.
    pub fn serves(self) -> Kind {
        match self {
            Need::LifeCycle | Need::Trends | Need::Strategy => Kind::Experience,
            Need::Problem | Need::Step | Need::Motives => Kind::Journey,
        }
    }
}

/// What is advised.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Advice {
    /// An experience map.
    Experience,
    /// A journey map.
    Journey,
    /// Both: an experience map first, journey maps from it.
    Both,
}

impl Advice {
    /// The kind of map to begin with.
    pub fn first(self) -> Kind {
        if self == Advice::Journey { Kind::Journey } else { Kind::Experience }
    }
}

/// The advice for these needs; `None` without any.
pub fn advice(needs: &[Need]) -> Option<Advice> {
    let wanted = |kind| needs.iter().any(|need| need.serves() == kind);
    match (wanted(Kind::Experience), wanted(Kind::Journey)) {
        (true, true) => Some(Advice::Both),
        (true, false) => Some(Advice::Experience),
        (false, true) => Some(Advice::Journey),
        (false, false) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_wide_view_asks_for_an_experience_map_one_situation_for_a_journey_map() {
        assert_eq!(advice(&[]), None);
        assert_eq!(advice(&[Need::Trends, Need::Strategy]), Some(Advice::Experience));
        assert_eq!(advice(&[Need::Motives]), Some(Advice::Journey));
    }

    #[test]
    fn both_begin_with_the_experience_map() {
        let both = advice(&[Need::Problem, Need::LifeCycle]);
        assert_eq!(both, Some(Advice::Both));
        assert_eq!(both.map(Advice::first), Some(Kind::Experience));
        assert_eq!(NEEDS.iter().filter(|need| need.serves() == Kind::Journey).count(), 3);
    }
}
