//! Where typing goes on to, in each view: across the board, down the outline; in the table it stays.

use crate::analysis::sight::Mode;
use crate::geometry::outline::{self, Step};
use crate::geometry::spot::{Spot, Way};
use crate::ui::board::state::Board;

impl Board {
    /// Where Tab goes while cells are filled: at the end of a row to the first cell of the next, back from its
    /// beginning to the last cell of the row before. Where there is none it stays.
    pub fn through(&self, from: Spot, way: Way) -> Spot {
        let next = self.onward(from, way);
        let Spot::Cell { lane, .. } = from else { return next };
        let (edge, further) = match way {
            Way::Right => (Way::RowStart, Way::Down),
            Way::Left => (Way::RowEnd, Way::Up),
            _ => return next,
        };
        let in_row = matches!(next, Spot::Cell { .. }) && next != from;
        if in_row || self.views.mode.get_untracked() != Mode::Board {
            return next;
        }
        let mut now = self.beyond(from, edge);
        loop {
            let next = self.beyond(now, further);
            match next {
                Spot::Cell { lane: other, .. } if other != lane => return next,
                _ if next == now => return from,
                _ => now = next,
            }
        }
    }

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
