//! How much of a merge one step takes in: as much as lets a page paint in between, on any machine.

/// How many operations the first step takes.
const FIRST: usize = 1000;
/// The fewest that a step takes: each costs Automerge some milliseconds of its own.
const LEAST: usize = 250;
/// The most.
const MOST: usize = 4000;
/// How long a step should take, milliseconds: half of what a page may be kept from answering.
const AIM: f64 = 25.0;

/// The pace of a merge.
#[derive(Clone, Copy)]
pub(crate) struct Pace {
    ops: usize,
    /// The longest step since the pace was last set, milliseconds.
    longest: f64,
}

impl Pace {
    /// All in one step: the quickest, where nothing is to be painted.
    pub(crate) const AT_ONCE: Pace = Pace { ops: usize::MAX, longest: 0.0 };
    /// In steps, the next larger or smaller for the time the last ones took.
    pub(crate) const BY_STEPS: Pace = Pace { ops: FIRST, longest: 0.0 };

    /// How many operations a step takes.
    pub(crate) fn ops(self) -> usize {
        self.ops
    }

    /// Whether there are steps at all.
    pub(crate) fn is_by_steps(self) -> bool {
        self.ops != usize::MAX
    }

    /// Notes how long a step took, milliseconds.
    pub(crate) fn took(&mut self, milliseconds: f64) {
        self.longest = self.longest.max(milliseconds);
    }

    /// Sets the pace by what was noted since this was called last.
    pub(crate) fn set(&mut self) {
        let longest = std::mem::take(&mut self.longest);
        if longest > 0.0 && self.is_by_steps() {
            // One odd measure, of a machine that was busy otherwise, must not change much.
            let factor = (AIM / longest).clamp(0.5, 1.5);
            self.ops = ((self.ops as f64 * factor) as usize).clamp(LEAST, MOST);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn after(times: &[f64]) -> usize {
        let mut pace = Pace::BY_STEPS;
        for time in times {
            pace.took(*time);
            pace.set();
        }
        pace.ops()
    }

    #[test]
    fn slow_steps_become_smaller_and_quick_ones_larger_within_bounds() {
        assert_eq!(after(&[AIM]), FIRST);
        assert_eq!(after(&[2.0 * AIM]), FIRST / 2);
        assert_eq!(after(&[1000.0]), FIRST / 2);
        assert_eq!(after(&[1.0]), FIRST * 3 / 2);
        assert_eq!(after(&[1000.0; 9]), LEAST);
        assert_eq!(after(&[1.0; 9]), MOST);
        // Without a measure it stays.
        assert_eq!(after(&[0.0, 0.0]), FIRST);
    }

    #[test]
    fn the_longest_step_counts_and_at_once_stays_at_once() {
        let mut pace = Pace::BY_STEPS;
        pace.took(2.0 * AIM);
        pace.took(1.0);
        pace.set();
        assert_eq!(pace.ops(), FIRST / 2);
        let mut pace = Pace::AT_ONCE;
        pace.took(1000.0);
        pace.set();
        assert!(!pace.is_by_steps());
    }
}
