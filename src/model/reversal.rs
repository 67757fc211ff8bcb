//! The way back of a stretch of history: what it left and what was there before, row by row.

use super::characters::{delta, raw};
use super::delta::{Delta, units};
use super::edit::writer::scalars;
use super::flags::{self, Flag};
use super::formatting::marks;
use super::history::{Write, pass_writes};
use super::row::text_at;
use super::rows::{containers, fields, is_text, key_of, row_of};
use super::spans::between;
use super::touched::touched;
use super::{Thing, decisions, note, tags, ties};
use automerge::{AutoCommit, ChangeHash, ObjId};
use std::collections::BTreeSet;

/// Records, as if written here, what the changes between two heads did; ways back of texts count in the
/// text as it stands now.
pub(crate) fn writes_between(
    doc: &mut AutoCommit,
    from: &[ChangeHash],
    to: &[ChangeHash],
) -> Vec<Write> {
    let changes = super::merge::between(doc, from, to);
    let touched = touched(doc, &changes);
    let mut writes = writes_of(doc, touched.things, from, to);
    writes.extend(decisions::writes_between(doc, &touched.decisions, Some(from), Some(to)));
    writes
}

/// As [`writes_between`], for these things alone.
pub(crate) fn writes_of(
    doc: &mut AutoCommit,
    things: BTreeSet<Thing>,
    from: &[ChangeHash],
    to: &[ChangeHash],
) -> Vec<Write> {
    let mut writes = Vec::new();
    for thing in things {
        let was = containers(doc, thing, Some(from));
        let now = containers(doc, thing, Some(to));
        if now.is_empty() {
            continue;
        }
        if row_of(thing).is_some() && was.is_empty() {
            writes.push(Write::Made { thing });
            continue;
        }
        for field in fields(thing) {
            if is_text(thing, field) {
                writes.extend(text_writes(doc, thing, from, to));
                continue;
            }
            let Some(key) = key_of(thing, field) else { continue };
            let before = scalars(doc, &was, &key, Some(from));
            let after = scalars(doc, &now, &key, Some(to));
            let same = before.len() == after.len()
                && before.iter().all(|(value, _)| after.iter().any(|(other, _)| other == value));
            if !same {
                let was = before.into_iter().next().map(|(value, _)| value);
                let left = after.into_iter().map(|(value, _)| value).collect();
                writes.push(Write::Scalar { thing, field, was, left });
            }
        }
        let (was, now) = (flags(doc, thing, from), flags(doc, thing, to));
        let one = |flag: &Flag, on| Write::Flag { thing, flag: flag.clone(), on };
        writes.extend(now.difference(&was).map(|flag| one(flag, true)));
        writes.extend(was.difference(&now).map(|flag| one(flag, false)));
    }
    writes
}

/// The tags of a card, the ties of an outcome or source.
fn flags(doc: &AutoCommit, thing: Thing, at: &[ChangeHash]) -> BTreeSet<Flag> {
    let (root, owner) = match thing {
        Thing::Card(id) => (tags::ROOT_MAP, id.to_string()),
        thing if ties::has_ties(thing) => (ties::ROOT_MAP, note::spell(thing)),
        _ => return BTreeSet::new(),
    };
    let all = flags::of(doc, root, &owner, Some(at));
    all.iter().map(|rest| Flag { root, key: format!("{owner}/{rest}") }).collect()
}

fn text_writes(
    doc: &mut AutoCommit,
    thing: Thing,
    from: &[ChangeHash],
    to: &[ChangeHash],
) -> Vec<Write> {
    let (was, is) = (text_at(doc, thing, Some(from)), text_at(doc, thing, Some(to)));
    // A text that a foreign program put over another has no common characters to go back by.
    let now = text_at(doc, thing, None);
    let same = |was: &ObjId| Some(was) == is.as_ref() && Some(was) == now.as_ref();
    let Some(text) = was.filter(same) else { return Vec::new() };
    let change = delta(doc, &text, from, to);
    let marks = |at| marks(doc, &text, Some(at));
    let spans = between(&marks(from), &marks(to), &change);
    // The letters go back first, then what they bear.
    let mut writes = Vec::new();
    if !spans.is_empty() {
        writes.push(Write::Marks { thing, spans });
    }
    if !change.is_empty() {
        let state = raw(doc, &text, Some(from));
        writes.push(Write::Text { thing, back: change.inverse(&state) });
    }
    if writes.is_empty() {
        return writes;
    }
    let now = doc.get_heads();
    if to != now {
        pass_writes(writes.iter_mut().rev(), thing, delta(doc, &text, to, &now));
    }
    writes
}

/// What became of a thing's text between two heads, for those who hold positions in it.
pub(crate) fn text_change(
    doc: &mut AutoCommit,
    thing: Thing,
    from: &[ChangeHash],
    to: &[ChangeHash],
) -> Delta {
    let (was, is) = (text_at(doc, thing, Some(from)), text_at(doc, thing, Some(to)));
    match (was, is) {
        (Some(was), Some(is)) if was == is => delta(doc, &is, from, to),
        (was, is) => {
            let text = |id: Option<ObjId>, at: &[ChangeHash]| {
                id.map(|id| raw(doc, &id, Some(at))).unwrap_or_default()
            };
            let (was, is) = (text(was, from), text(is, to));
            Delta::splice(units(&was), 0, units(&was), &is)
        }
    }
}
