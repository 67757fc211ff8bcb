//! Fractional indices with jitter: places between two neighbours.
//!
//! An index is a string of the digits `0-9A-Za-z` compared byte by byte. It begins with a whole part of
//! [`WHOLE`] digits, so that appending and prepending, the usual cases, keep its length; inserting
//! between two takes the shortest depth that leaves [`ROOM`] choices and draws one at random from the
//! middle half, so that two copies inserting at one spot practically never draw the same.

use super::Source;

const DIGITS: &[u8; 62] = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
/// Digits of the whole part: 62⁷ ≈ 3.5·10¹² places.
const WHOLE: usize = 7;
/// Largest step when appending or prepending.
const STEP: u64 = 1 << 18;
/// Choices wanted when drawing between two neighbours.
const ROOM: u64 = 1 << 20;

/// An index after `before` and before `after`; `None` stands for the respective end. When the two do
/// not leave room (equal indices of two copies, or strings not of this form) the result stands right
/// after `before`.
pub(crate) fn between(
    before: Option<&str>,
    after: Option<&str>,
    source: &mut dyn Source,
) -> String {
    let random = source.random();
    let mut draw = [0; 8];
    draw.copy_from_slice(&random[..8]);
    let draw = u64::from_le_bytes(draw);
    let low = before.map(digits);
    let high = after.map(digits);
    let found = match (low, high) {
        (None, None) => whole(62u64.pow(WHOLE as u32) / 2 + draw % STEP),
        (Some(low), None) => append(&low, draw),
        (None, Some(high)) => prepend(&high, draw),
        (Some(low), Some(high)) if low < high => middle(&low, &high, draw),
        (Some(low), Some(_)) => middle(&low, &beside(&low), draw),
    };
    found.iter().map(|digit| char::from(DIGITS[usize::from(*digit)])).collect()
}

/// Digits of an index; a foreign byte counts as the nearest digit below it.
fn digits(index: &str) -> Vec<u8> {
    let digit = |byte: u8| DIGITS.partition_point(|known| *known <= byte).saturating_sub(1) as u8;
    index.bytes().map(digit).collect()
}

fn whole(mut number: u64) -> Vec<u8> {
    let mut found = vec![0; WHOLE];
    for digit in found.iter_mut().rev() {
        *digit = (number % 62) as u8;
        number /= 62;
    }
    found
}

fn number(digits: &[u8]) -> u64 {
    (0..WHOLE).fold(0, |n, at| n * 62 + u64::from(digits.get(at).copied().unwrap_or(0)))
}

fn append(low: &[u8], draw: u64) -> Vec<u8> {
    let next = number(low) + 1 + draw % STEP;
    if next < 62u64.pow(WHOLE as u32) { whole(next) } else { middle(low, &beside(low), draw) }
}

fn prepend(high: &[u8], draw: u64) -> Vec<u8> {
    match number(high).checked_sub(1 + draw % STEP) {
        Some(next) if next > 0 => whole(next),
        _ => middle(&[], high, draw),
    }
}

/// A bound above everything that begins with `low`'s first digits, at the last digit that can grow.
fn beside(low: &[u8]) -> Vec<u8> {
    let mut high = low.to_vec();
    while let Some(last) = high.pop() {
        if last < 61 {
            high.push(last + 1);
            return high;
        }
    }
    let mut high = low.to_vec();
    high.push(61);
    high
}

/// A random string of digits strictly between two; `low < high` must hold.
fn middle(low: &[u8], high: &[u8], draw: u64) -> Vec<u8> {
    let digit = |of: &[u8], at: usize| of.get(at).copied().map_or(0, i64::from);
    let (mut gap, mut depth) = (0i64, 0);
    // Both bounds are finite and differ, so the gap grows 62-fold a digit once both are used up.
    while gap < ROOM as i64 {
        gap = gap * 62 + digit(high, depth) - digit(low, depth);
        depth += 1;
        if depth > low.len().max(high.len()) + 4 {
            break;
        }
    }
    let gap = gap.max(2) as u64;
    let mut carry = gap / 4 + draw % (gap / 2).max(1) + u64::from(gap < 4);
    let mut found: Vec<u8> = (0..depth).map(|at| digit(low, at) as u8).collect();
    for digit in found.iter_mut().rev() {
        carry += u64::from(*digit);
        *digit = (carry % 62) as u8;
        carry /= 62;
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::ids::Seeded;

    /// Ten thousand inserts by default; `PARCOURS_SEEDS` raises it (100 makes a million).
    fn rounds() -> usize {
        let raised = std::env::var("PARCOURS_SEEDS").ok().and_then(|n| n.parse::<usize>().ok());
        10_000 * raised.unwrap_or(1)
    }

    fn insert(list: &mut std::collections::BTreeSet<String>, at: &str, source: &mut Seeded) {
        let low = list.range(..at.to_owned()).next_back().cloned();
        let high = list.range(at.to_owned()..).next().cloned();
        let new = between(low.as_deref(), high.as_deref(), source);
        assert!(low.as_ref().is_none_or(|low| *low < new), "{low:?} {new}");
        assert!(high.as_ref().is_none_or(|high| new < *high), "{new} {high:?}");
        assert!(list.insert(new));
    }

    #[test]
    fn random_inserts_keep_order_and_stay_short() {
        let mut source = Seeded::new(1);
        let mut list = std::collections::BTreeSet::new();
        for _ in 0..rounds() {
            let at: String =
                (0..8).map(|_| char::from(DIGITS[source.below(62)])).collect::<String>();
            insert(&mut list, &at, &mut source);
        }
        assert!(list.iter().all(|index| index.len() <= 16));
    }

    #[test]
    fn appending_and_prepending_keep_the_length() {
        let mut source = Seeded::new(2);
        let (mut first, mut last) = (between(None, None, &mut source), String::new());
        last.clone_from(&first);
        for _ in 0..rounds() {
            let next = between(Some(&last), None, &mut source);
            assert!(next > last && next.len() == WHOLE);
            last = next;
            let next = between(None, Some(&first), &mut source);
            assert!(next < first && next.len() == WHOLE);
            first = next;
        }
    }

    #[test]
    fn always_the_same_gap_grows_one_digit_in_several_inserts() {
        let mut source = Seeded::new(3);
        let low = between(None, None, &mut source);
        let mut high = between(Some(&low), None, &mut source);
        for _ in 0..1000 {
            let new = between(Some(&low), Some(&high), &mut source);
            assert!(low < new && new < high);
            high = new;
        }
        assert!(high.len() < 400, "{}", high.len());
    }

    #[test]
    fn equal_and_foreign_neighbours_give_a_place_after_the_first() {
        let mut source = Seeded::new(4);
        for (low, high) in
            [("a", "a"), ("zzzzzz", "zzzzzz"), ("z", "a"), ("", ""), ("000000", "0000001")]
        {
            assert!(between(Some(low), Some(high), &mut source).as_str() > low, "{low} {high}");
        }
    }
}
