//! Cells that arrive beside the window get their cards a few at a time, so that scrolling misses no frame.

use super::state::Board;
use super::walk::STEP;
use crate::model::Id;
use crate::model::map::Column;
use crate::ui::prelude::*;
use std::collections::VecDeque;

/// How many cards are mounted a frame beside the window, at least one cell's.
const A_FRAME: usize = 10;

/// The cells that wait for their cards, first come first: how many cards, and what lets them in.
pub type Arrivals = VecDeque<(usize, RwSignal<bool>)>;

impl Board {
    /// Whether a cell may mount its cards: nothing to wait for in the window; beside it a signal that
    /// becomes true within the next frames.
    pub fn arrive(self, lane: Id, column: Column) -> Option<RwSignal<bool>> {
        let cards =
            self.shell.mirror.read(|map| column.step.map_or(0, |step| map.cell(lane, step).len()));
        let beside = untrack(|| self.reach.get() > 0.0 && !self.is_in_window(lane, column));
        if !beside || cards == 0 {
            return None;
        }
        let ready = RwSignal::new(false);
        let first = self.arrivals.try_update_value(|all| {
            all.push_back((cards, ready));
            all.len() == 1
        });
        if first == Some(true) {
            self.next_frame(move || self.admit());
        }
        Some(ready)
    }

    /// Lets the next cells mount their cards, and goes on with the next frame.
    fn admit(self) {
        let mut room = A_FRAME;
        let mut next = || {
            self.arrivals.try_update_value(|all| {
                let (cards, ready) = all.front().copied()?;
                if cards > room && room < A_FRAME {
                    return None;
                }
                room = room.saturating_sub(cards);
                all.pop_front();
                Some(ready)
            })?
        };
        while let Some(ready) = next() {
            ready.set(true);
        }
        if !self.arrivals.with_value(VecDeque::is_empty) {
            self.next_frame(move || self.admit());
        }
    }

    /// Lets every cell that waits mount its cards: one of them is about to take the focus.
    pub fn admit_all(self) {
        let all = self.arrivals.try_update_value(std::mem::take).unwrap_or_default();
        for (_, ready) in all {
            ready.set(true);
        }
    }

    fn is_in_window(self, lane: Id, column: Column) -> bool {
        let ((x, y), (width, height)) = (self.scroll.get(), self.size.get());
        let (left, wide) = (self.left(column), self.width(column));
        let Some(row) = self.row(lane) else { return true };
        // Scrolling is told in steps: what the next one shows is in the window.
        let (x, y, width, height) = (x - STEP, y - STEP, width + 2.0 * STEP, height + 2.0 * STEP);
        left < x + width && left + wide > x && row.top < y + height && row.top + row.height > y
    }
}
