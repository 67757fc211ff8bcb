//! Reads a score in any script's digits, and turns it into half-steps of the curve.

use super::source::is_mark;
use crate::exchange::decimal::decimal;

/// Where the ten digits of a script begin: full-width, Arabic, Persian, Devanagari, Bengali, Thai.
const ZEROS: [u32; 6] = [0xff10, 0x0660, 0x06f0, 0x0966, 0x09e6, 0x0e50];

/// The digit a character stands for in one of the scripts known here.
pub(super) fn digit(c: char) -> Option<u32> {
    c.to_digit(10).or_else(|| {
        let code = c as u32;
        ZEROS.iter().find(|zero| (**zero..**zero + 10).contains(&code)).map(|zero| code - zero)
    })
}

/// The number a whole field is: decimal, with a point or comma, or hexadecimal after `0x` (mermaid
/// reads scores as JavaScript does). Trailing semicolons don't count. `None` for anything else.
pub(super) fn number(field: &str) -> Option<f64> {
    let mut text = String::new();
    for c in field.chars().filter(|c| !is_mark(*c) && !is_isolate(*c)) {
        match (digit(c), c) {
            (Some(digit), _) => text.extend(char::from_digit(digit, 10)),
            (None, '−' | '–' | '－') => text.push('-'),
            (None, '＋') => text.push('+'),
            (None, ',' | '٫' | '．') => text.push('.'),
            (None, other) => text.push(other),
        }
    }
    let text = text.trim().trim_end_matches(';').trim_end();
    if let Some(hex) = text.strip_prefix("0x") {
        return u16::from_str_radix(hex, 16).ok().filter(|_| !hex.starts_with('+')).map(f64::from);
    }
    let shape = text.strip_prefix(['-', '+']).unwrap_or(text);
    decimal(shape).map(|size| if text.starts_with('-') { -size } else { size })
}

/// What became of a score on its way to a level.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Fit {
    /// It is a half-step.
    Exact,
    /// It lay between two half-steps.
    Rounded,
    /// It lay outside 1…5.
    Clamped,
}

/// The level of a score: 1…5 become −4…+4 half-steps, 3.5 is +1.
pub(super) fn level(score: f64) -> (i8, Fit) {
    let halves = (score.clamp(1.0, 5.0) - 3.0) * 2.0;
    let fit = if !(1.0..=5.0).contains(&score) {
        Fit::Clamped
    } else if halves.fract() != 0.0 {
        Fit::Rounded
    } else {
        Fit::Exact
    };
    (halves.round() as i8, fit)
}

/// Directional isolates and embeddings around a number in right-to-left text.
fn is_isolate(c: char) -> bool {
    matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_in_every_script_and_words_are_not() {
        for (field, value) in [
            (" 5", 5.0),
            ("3.5", 3.5),
            ("3,5", 3.5),
            ("٤", 4.0),
            ("۴", 4.0),
            ("２", 2.0),
            ("\u{200f}٣\u{200f}", 3.0),
            ("−1", -1.0),
            ("0x5", 5.0),
            ("4;", 4.0),
        ] {
            assert_eq!(number(field), Some(value), "{field}");
        }
        for field in ["", "five", "5/5", "NaN", "Infinity", "1e9", "1.2.3", "-", ".", "0x", "0x+5"]
        {
            assert_eq!(number(field), None, "{field}");
        }
    }

    #[test]
    fn scores_become_half_steps() {
        assert_eq!(level(1.0), (-4, Fit::Exact));
        assert_eq!(level(3.5), (1, Fit::Exact));
        assert_eq!(level(5.0), (4, Fit::Exact));
        assert_eq!(level(3.3), (1, Fit::Rounded));
        assert_eq!(level(0.0), (-4, Fit::Clamped));
        assert_eq!(level(9.0), (4, Fit::Clamped));
    }
}
