//! What depends on the window: the usual widths, and which bands of the board stand in it.

use serde::{Deserialize, Serialize};

/// The widths that depend on the window.
#[derive(Clone, Copy, PartialEq, Debug, Serialize, Deserialize)]
pub struct Frame {
    /// Width of a column that has none of its own, px.
    pub column: f64,
    /// Width of the lane headers, px.
    pub header: f64,
}

impl Frame {
    /// Whether the lane headers are those of a narrow board.
    pub fn is_narrow(self) -> bool {
        self.header < 140.0
    }

    /// Columns fill the window while they can: 184…320 px wide, 156 on a narrow screen; less when the
    /// board is compact.
    pub fn fit(window: f64, columns: usize, compact: bool) -> Self {
        let (header, low, high) = match (window < 640.0, compact) {
            (false, false) => (176.0, 184.0, 320.0),
            (false, true) => (148.0, 144.0, 260.0),
            (true, false) => (120.0, 156.0, 240.0),
            (true, true) => (96.0, 128.0, 200.0),
        };
        let share = (window - header - 2.0) / columns.max(1) as f64;
        Frame { column: share.floor().clamp(low, high), header }
    }
}

/// The positions of `count` equal or unequal bands that touch the window `from..to`, as a range.
pub fn visible(tops: impl Iterator<Item = (f64, f64)>, from: f64, to: f64) -> (usize, usize) {
    let (mut first, mut end) = (usize::MAX, 0);
    for (place, (top, height)) in tops.enumerate() {
        if top + height >= from && top <= to {
            first = first.min(place);
            end = place + 1;
        }
    }
    (first.min(end), end)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_fill_the_window_and_then_scroll() {
        assert_eq!(Frame::fit(1440.0, 5, false).column, 252.0);
        assert_eq!(Frame::fit(1440.0, 20, false).column, 184.0);
        assert_eq!(Frame::fit(1440.0, 1, false).column, 320.0);
        assert_eq!(Frame::fit(390.0, 5, false).column, 156.0);
        assert_eq!(Frame::fit(1440.0, 20, true), Frame { column: 144.0, header: 148.0 });
    }

    #[test]
    fn only_bands_in_the_window_are_visible() {
        let bands = || (0..10).map(|i| (f64::from(i) * 100.0, 100.0));
        assert_eq!(visible(bands(), 250.0, 420.0), (2, 5));
        assert_eq!(visible(bands(), 5000.0, 6000.0), (0, 0));
    }
}
