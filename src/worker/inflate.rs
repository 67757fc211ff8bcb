//! Inflates deflated bytes, but never more than a budget allows.

use super::{Measure, Refused};
use flate2::read::DeflateDecoder;
use std::io::Read;

/// All inflated bytes of one file together.
pub(super) const MOST: u64 = 64 * 1024 * 1024;

/// What may still be inflated.
#[derive(Debug)]
pub(super) struct Budget {
    left: u64,
}

impl Budget {
    /// A fresh one for a file.
    pub(super) fn new() -> Self {
        Self { left: MOST }
    }

    /// The inflated bytes of `deflated`, which stands at `at` of the file.
    pub(super) fn inflate(&mut self, deflated: &[u8], at: u64) -> Result<Vec<u8>, Refused> {
        let mut inflated = Vec::new();
        // One byte beyond, so that exactly as much as allowed is told from more.
        let read = DeflateDecoder::new(deflated).take(self.left + 1).read_to_end(&mut inflated);
        read.map_err(|error| Refused::Damaged { at, reason: error.to_string() })?;
        match self.left.checked_sub(inflated.len() as u64) {
            Some(left) => self.left = left,
            None => {
                let (measure, amount) = (Measure::Inflated, MOST);
                return Err(Refused::TooBig { measure, amount, ask: false });
            }
        }
        Ok(inflated)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use flate2::{Compression, write::DeflateEncoder};
    use std::io::Write;

    fn deflated(size: usize) -> Vec<u8> {
        let mut encoder = DeflateEncoder::new(Vec::new(), Compression::default());
        encoder.write_all(&vec![0; size]).unwrap();
        encoder.finish().unwrap()
    }

    #[test]
    fn several_columns_share_one_budget() {
        let mut budget = Budget::new();
        let half = deflated(MOST as usize / 2);
        assert!(budget.inflate(&half, 0).is_ok());
        assert!(budget.inflate(&half, 0).is_ok());
        let over = budget.inflate(&deflated(1), 0);
        assert!(matches!(over, Err(Refused::TooBig { measure: Measure::Inflated, .. })));
    }

    #[test]
    fn a_gigabyte_in_a_megabyte_is_refused_before_it_is_there() {
        let bomb = deflated(1 << 30);
        assert!(bomb.len() < 1_100_000);
        assert!(matches!(Budget::new().inflate(&bomb, 0), Err(Refused::TooBig { .. })));
    }
}
