//! Where typing goes on to, in each view: across the board, down the outline; in the table it stays.

use crate::analysis::sight::Mode;
use crate::geometry::outline::{self, Step};
use crate::geometry::spot::{Spot, Way};
use crate::ui::board::state::Board;

impl Board {
    /// The place after `from`, or the one before it.
    pub fn onward(&self, from: Spot, way: Way) -> Spot {
        let back = matches!(way, Way::Left | Way::Up);
        match self.views.mode.get_untracked() {
            Mode::Board => self.beyond(from, way),
            Mode::Outline => {
                let filter = self.views.filter.get_untracked();
                let step = if back { Step::Back } else { Step::On };
                self.shell.mirror.read(|map| outline::go(map, &filter, from, step))
            }
            Mode::Table => from,
        }
    }
}
