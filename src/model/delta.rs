//! A change of one text as kept, inserted and deleted stretches, and how two such changes pass each
//! other (operational transformation as in Ellis and Gibbs 1989, on UTF-16 lengths).
//!
//! Undo keeps the way back of each text edit as a [`Delta`] and moves it past whatever others write in
//! the meantime. Automerge's own way, writing at older heads, would make a derived actor for every
//! undo, and would lose the identity of characters that an earlier undo put back.

/// One stretch; lengths in UTF-16 units.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) enum Stretch {
    /// This much stays.
    Keep(usize),
    /// This comes.
    Insert(String),
    /// This much goes.
    Delete(usize),
}
use Stretch::{Delete, Insert, Keep};

/// Length of a text in UTF-16 units.
pub(crate) fn units(text: &str) -> usize {
    text.encode_utf16().count()
}

/// A change of one text, covering it from start to end.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(crate) struct Delta(pub(crate) Vec<Stretch>);

impl Delta {
    /// One replacement in a text of `length` units.
    pub(crate) fn splice(length: usize, at: usize, delete: usize, insert: &str) -> Self {
        let mut delta = Delta::default();
        delta.push(Keep(at));
        delta.push(Insert(insert.to_owned()));
        delta.push(Delete(delete));
        delta.push(Keep(length.saturating_sub(at + delete)));
        delta
    }

    /// Adds a stretch, joining it to the last where both are of one sort.
    pub(crate) fn push(&mut self, next: Stretch) {
        match (self.0.last_mut(), next) {
            (_, Keep(0) | Delete(0)) => {}
            (_, Insert(text)) if text.is_empty() => {}
            (Some(Keep(last)), Keep(more)) | (Some(Delete(last)), Delete(more)) => *last += more,
            (Some(Insert(last)), Insert(more)) => last.push_str(&more),
            (_, next) => self.0.push(next),
        }
    }

    /// Units of the text it applies to.
    pub(crate) fn before(&self) -> usize {
        self.0.iter().map(|s| if let Keep(n) | Delete(n) = s { *n } else { 0 }).sum()
    }

    /// Whether it changes nothing.
    pub(crate) fn is_empty(&self) -> bool {
        self.0.iter().all(|stretch| matches!(stretch, Keep(_)))
    }

    /// The way back from what it makes of `text`.
    pub(crate) fn inverse(&self, text: &str) -> Delta {
        let units: Vec<u16> = text.encode_utf16().collect();
        let (mut back, mut at) = (Delta::default(), 0);
        for stretch in &self.0 {
            match stretch {
                Keep(n) => {
                    back.push(Keep(*n));
                    at += n;
                }
                Insert(new) => back.push(Delete(self::units(new))),
                Delete(n) => {
                    let gone = units.get(at..at + n).unwrap_or_default();
                    back.push(Insert(String::from_utf16_lossy(gone)));
                    at += n;
                }
            }
        }
        back
    }

    /// What it makes of `text`; positions past the end are ignored.
    #[cfg(test)]
    pub(crate) fn apply(&self, text: &str) -> String {
        let units: Vec<u16> = text.encode_utf16().collect();
        let (mut out, mut at) = (Vec::with_capacity(units.len()), 0);
        for stretch in &self.0 {
            match stretch {
                Keep(n) => {
                    out.extend_from_slice(units.get(at..at + n).unwrap_or_default());
                    at += n;
                }
                Insert(new) => out.extend(new.encode_utf16()),
                Delete(n) => at += n,
            }
        }
        String::from_utf16_lossy(&out)
    }

    /// Moves two changes of one text past each other: `(a, b)` with both applying to the same text
    /// gives `(a', b')` such that b then a' equals a then b'. Of two inserts at one place a's stands
    /// first.
    pub(crate) fn pass(a: &Delta, b: &Delta) -> (Delta, Delta) {
        let (mut a2, mut b2) = (Delta::default(), Delta::default());
        let (mut left, mut right) = (a.0.iter().cloned(), b.0.iter().cloned());
        let (mut x, mut y) = (left.next(), right.next());
        loop {
            (x, y) = match (x, y) {
                (Some(Insert(text)), y) => {
                    b2.push(Keep(units(&text)));
                    a2.push(Insert(text));
                    (left.next(), y)
                }
                (x, Some(Insert(text))) => {
                    a2.push(Keep(units(&text)));
                    b2.push(Insert(text));
                    (x, right.next())
                }
                (Some(one), Some(two)) => {
                    let (n, m) = (length(&one), length(&two));
                    let both = n.min(m);
                    match (&one, &two) {
                        (Keep(_), Keep(_)) => {
                            a2.push(Keep(both));
                            b2.push(Keep(both));
                        }
                        (Delete(_), Keep(_)) => a2.push(Delete(both)),
                        (Keep(_), Delete(_)) => b2.push(Delete(both)),
                        _ => {}
                    }
                    (
                        shorter(one, both).or_else(|| left.next()),
                        shorter(two, both).or_else(|| right.next()),
                    )
                }
                // Unequal ends: the longer one's rest has no counterpart to pass.
                (Some(rest), None) => {
                    a2.push(rest);
                    (left.next(), None)
                }
                (None, Some(rest)) => {
                    b2.push(rest);
                    (None, right.next())
                }
                (None, None) => return (a2, b2),
            };
        }
    }
}

fn length(stretch: &Stretch) -> usize {
    match stretch {
        Keep(n) | Delete(n) => *n,
        Insert(text) => units(text),
    }
}

fn shorter(stretch: Stretch, by: usize) -> Option<Stretch> {
    match stretch {
        Keep(n) if n > by => Some(Keep(n - by)),
        Delete(n) if n > by => Some(Delete(n - by)),
        _ => None,
    }
}

/// The smallest change found from one text to another: equal ends are kept, the middle is compared by
/// words (longest common subsequence), so that a rewritten sentence keeps the words both have.
pub(crate) fn difference(old: &str, new: &str) -> Delta {
    let (a, b) = (words(old), words(new));
    let head = a.iter().zip(&b).take_while(|(x, y)| x == y).count();
    let tail =
        a[head..].iter().rev().zip(b[head..].iter().rev()).take_while(|(x, y)| x == y).count();
    let (x, y) = (&a[head..a.len() - tail], &b[head..b.len() - tail]);
    let mut delta = Delta::default();
    delta.push(Keep(units(&a[..head].concat())));
    // The table is quadratic: beyond this a whole replacement is the better trade.
    if x.len() * y.len() > 250_000 {
        delta.push(Insert(y.concat()));
        delta.push(Delete(units(&x.concat())));
    } else {
        common(x, y, &mut delta);
    }
    delta.push(Keep(units(&a[a.len() - tail..].concat())));
    delta
}

fn common(x: &[&str], y: &[&str], delta: &mut Delta) {
    let width = y.len() + 1;
    let mut longest = vec![0u32; (x.len() + 1) * width];
    for i in (0..x.len()).rev() {
        for j in (0..y.len()).rev() {
            longest[i * width + j] = if x[i] == y[j] {
                longest[(i + 1) * width + j + 1] + 1
            } else {
                longest[(i + 1) * width + j].max(longest[i * width + j + 1])
            };
        }
    }
    let (mut i, mut j) = (0, 0);
    while i < x.len() || j < y.len() {
        if i < x.len() && j < y.len() && x[i] == y[j] {
            delta.push(Keep(units(x[i])));
            (i, j) = (i + 1, j + 1);
        } else if i < x.len()
            && (j == y.len() || longest[(i + 1) * width + j] >= longest[i * width + j + 1])
        {
            delta.push(Delete(units(x[i])));
            i += 1;
        } else {
            delta.push(Insert(y[j].to_owned()));
            j += 1;
        }
    }
}

/// Runs of letters and digits; every other character by itself.
fn words(text: &str) -> Vec<&str> {
    let (mut found, mut start, mut in_word) = (Vec::new(), 0, false);
    for (at, c) in text.char_indices() {
        if at > start && !(in_word && c.is_alphanumeric()) {
            found.push(&text[start..at]);
            start = at;
        }
        in_word = c.is_alphanumeric();
    }
    if start < text.len() {
        found.push(&text[start..]);
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::ids::Seeded;

    fn random(text: &str, source: &mut Seeded) -> Delta {
        let length = units(text);
        let at = source.below(length + 1);
        Delta::splice(length, at, source.below(length - at + 1), ["", "x", "yz"][source.below(3)])
    }

    #[test]
    fn passing_meets_in_the_same_text() {
        let mut source = Seeded::new(9);
        for _ in 0..3000 {
            let text = &"abcdefgh"[..source.below(9)];
            let (a, b) = (random(text, &mut source), random(text, &mut source));
            let (a2, b2) = Delta::pass(&a, &b);
            assert_eq!(a2.apply(&b.apply(text)), b2.apply(&a.apply(text)), "{text} {a:?} {b:?}");
        }
    }

    #[test]
    fn the_inverse_leads_back() {
        let mut source = Seeded::new(10);
        for _ in 0..1000 {
            let text = "héllo 😀";
            let there = difference(text, &random("hello ab", &mut source).apply("hello ab"));
            assert_eq!(there.inverse(text).apply(&there.apply(text)), text);
        }
    }

    #[test]
    fn a_rewritten_sentence_keeps_its_common_words() {
        let delta = difference("The user waits a long time", "A user waits for a very long time");
        assert_eq!(delta.apply("The user waits a long time"), "A user waits for a very long time");
        let kept: usize = delta.0.iter().map(|s| if let Keep(n) = s { *n } else { 0 }).sum();
        assert!(kept >= 20, "{delta:?}");
    }
}
