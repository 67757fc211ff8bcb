//! Where typing goes on to, in each view: across the board, down the outline; in the table it stays.

use crate::analysis::sight::Mode;
use crate::geometry::outline::{self, Step};
use crate::geometry::spot::{self, Spot, Way};
use crate::ui::board::state::Board;

impl Board {
    /// The place after `from`, or the one before it.
    pub fn onward(&self, from: Spot, way: Way) -> Spot {
        let back = matches!(way, Way::Left | Way::Up);
        self.shell.mirror.read(|map| match self.views.mode.get_untracked() {
            Mode::Board => spot::go(map, from, way),
            Mode::Outline => {
                let filter = self.views.filter.get_untracked();
                outline::go(map, &filter, from, if back { Step::Back } else { Step::On })
            }
            Mode::Table => from,
        })
    }
}
