//! Marks on stretches of a raw text, as ways back hold them.

use super::delta::{Delta, Stretch};
use automerge::ScalarValue;
use automerge::marks::Mark as Stored;

/// One mark on one stretch was `was`; raw units.
#[derive(Clone, PartialEq, Debug)]
pub(crate) struct Span {
    pub(crate) from: usize,
    pub(crate) to: usize,
    pub(crate) name: String,
    pub(crate) was: Option<ScalarValue>,
    /// What was left there; `None` where the characters themselves went, and come back with whatever
    /// their neighbours bear.
    pub(crate) left: Option<Option<ScalarValue>>,
}

/// The stretches within `from..to` on which a mark has one value, in order and without gaps.
pub(crate) fn runs(
    marks: &[Stored],
    name: &str,
    from: usize,
    to: usize,
) -> Vec<(usize, usize, Option<ScalarValue>)> {
    let mut own: Vec<&Stored> =
        marks.iter().filter(|one| one.name == name && one.start < to && one.end > from).collect();
    own.sort_by_key(|one| one.start);
    let (mut found, mut at) = (Vec::new(), from);
    for one in own {
        let (start, end) = (one.start.max(at), one.end.min(to));
        if start >= end {
            continue;
        }
        if start > at {
            found.push((at, start, None));
        }
        found.push((start, end, Some(one.value.clone())));
        at = end;
    }
    if at < to {
        found.push((at, to, None));
    }
    found
}

/// The names of all marks.
fn names(marks: &[Stored]) -> Vec<String> {
    let mut names: Vec<String> = marks.iter().map(|one| one.name.to_string()).collect();
    names.sort();
    names.dedup();
    names
}

/// What the characters bear that a change of the text takes away.
pub(crate) fn going(marks: &[Stored], change: &Delta) -> Vec<Span> {
    if marks.is_empty() { Vec::new() } else { gone(marks, change, &names(marks)) }
}

/// As [`going`], also of what they do not bear of these names.
fn gone(marks: &[Stored], change: &Delta, names: &[String]) -> Vec<Span> {
    let (mut found, mut at) = (Vec::new(), 0);
    for stretch in &change.0 {
        match stretch {
            Stretch::Keep(n) => at += n,
            Stretch::Insert(_) => {}
            Stretch::Delete(n) => {
                for name in names {
                    for (from, to, was) in runs(marks, name, at, at + n) {
                        found.push(Span { from, to, name: name.clone(), was, left: None });
                    }
                }
                at += n;
            }
        }
    }
    found
}

/// What differs between the marks of two states of a text, `change` leading from one to the other;
/// positions in the first.
pub(crate) fn between(was: &[Stored], is: &[Stored], change: &Delta) -> Vec<Span> {
    let mut names = names(was);
    names.extend(self::names(is));
    names.sort();
    names.dedup();
    // Characters that come back would bear what stands beside them now.
    let mut found = gone(was, change, &names);
    let (mut old, mut new) = (0, 0);
    for stretch in &change.0 {
        match stretch {
            Stretch::Delete(n) => old += n,
            Stretch::Insert(text) => new += super::delta::units(text),
            Stretch::Keep(n) => {
                for name in &names {
                    for (from, to, now) in runs(is, name, new, new + n) {
                        let (from, to) = (from + old - new, to + old - new);
                        for (from, to, was) in runs(was, name, from, to) {
                            if was != now {
                                let left = Some(now.clone());
                                found.push(Span { from, to, name: name.clone(), was, left });
                            }
                        }
                    }
                }
                (old, new) = (old + n, new + n);
            }
        }
    }
    found
}

/// Moves stretches past a change of their text; what comes at their ends is not theirs.
pub(crate) fn pass(spans: &mut [Span], change: &Delta) {
    for span in spans {
        (span.from, span.to) = (place(change, span.from, true), place(change, span.to, false));
        span.to = span.to.max(span.from);
    }
}

/// Where a position stands after a change; `after` says on which side of what is inserted right there.
pub(crate) fn place(change: &Delta, position: usize, after: bool) -> usize {
    let (mut old, mut new) = (0, 0);
    for stretch in &change.0 {
        match stretch {
            Stretch::Keep(n) if position < old + n || position == old + n && !after => {
                return new + position.saturating_sub(old);
            }
            Stretch::Keep(n) => (old, new) = (old + n, new + n),
            Stretch::Delete(n) if position < old + n => return new,
            Stretch::Delete(n) => old += n,
            Stretch::Insert(_) if position == old && !after => return new,
            Stretch::Insert(text) => new += super::delta::units(text),
        }
    }
    new + position.saturating_sub(old)
}
