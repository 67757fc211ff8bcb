//! Finds what may separate name, score and actors in a line: colons, arrows, commas.

use super::number::digit;

/// What separates two fields.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Sign {
    /// A colon of any width.
    Colon,
    /// A colon between two digits, which may belong to a ratio or a label: `16:9`, `Task1:5`.
    Ratio,
    /// An arrow.
    Arrow,
    /// A comma of any script.
    Comma,
}

/// A separator: its bytes in the line.
#[derive(Clone, Copy)]
pub(super) struct Separator {
    /// Its first byte.
    pub start: usize,
    /// The byte after it.
    pub end: usize,
    /// What it is.
    pub sign: Sign,
}

/// The separators of a line. Only the first hundred count, so that no line takes long.
pub(super) fn separators(line: &str) -> Vec<Separator> {
    let mut found = Vec::new();
    let mut skip = 0;
    for (start, c) in line.char_indices() {
        let rest = &line[start..];
        let (sign, length) = match c {
            _ if start < skip => continue,
            _ if found.len() == 100 => break,
            ':' | '：' | '﹕' | '︓' | '꞉' | '∶' => {
                match colon(&line[..start], &rest[c.len_utf8()..]) {
                    Some(sign) => (sign, c.len_utf8()),
                    None => continue,
                }
            }
            ',' | '，' | '、' | '،' if !is_decimal(&line[..start], &rest[c.len_utf8()..]) => {
                (Sign::Comma, c.len_utf8())
            }
            '→' | '⇒' | '➔' | '➜' => (Sign::Arrow, c.len_utf8()),
            '-' | '=' => {
                let shaft = rest.len() - rest.trim_start_matches(c).len();
                if !rest[shaft..].starts_with('>') {
                    continue;
                }
                (Sign::Arrow, shaft + 1)
            }
            _ => continue,
        };
        skip = start + length;
        found.push(Separator { start, end: skip, sign });
    }
    found
}

/// What a colon is, by the text before and after it; `None` inside a clock time.
fn colon(before: &str, after: &str) -> Option<Sign> {
    let mut next = after.chars().map(digit);
    let (tens, ones, third) = (next.next().flatten(), next.next().flatten(), next.next().flatten());
    if before.chars().next_back().and_then(digit).is_none() {
        return Some(Sign::Colon);
    }
    match (tens, ones, third) {
        (None, _, _) => Some(Sign::Colon),
        (Some(0..=5), Some(_), None) => None,
        _ => Some(Sign::Ratio),
    }
}

/// Whether a comma stands in a number such as `3,5`.
fn is_decimal(before: &str, after: &str) -> bool {
    before.chars().next_back().and_then(digit).is_some()
        && after.chars().next().and_then(digit).is_some()
}
