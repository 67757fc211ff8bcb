//! What a Text object holds, character by character, and how two states of it differ.
//!
//! Automerge's own `diff` says the latter too, but brings fifteen kilobytes of the page for it.

use super::delta::{Delta, Stretch, units};
use super::values::At;
use automerge::{AutoCommit, ChangeHash, ObjId, ReadDoc, ScalarValueRef, ValueRef};
use std::collections::HashSet;

/// What Automerge's plain text shows for a block marker; people can also paste it.
const BLOCK: &str = "\u{fffc}";

/// One element of a text: the operation that put it there and what plain text shows for it.
struct Character {
    id: ObjId,
    shown: String,
    block: bool,
}

/// `raw` is the text in that state. Automerge lists the ends of marks too, and a mark may be worth a
/// string: whatever does not stand in the raw text next is one. `None` when something of the raw text
/// is not listed, as for a number that a foreign program put into a text.
fn characters(doc: &AutoCommit, text: &ObjId, at: At, raw: &str) -> Option<Vec<Character>> {
    let items = match at {
        None => doc.list_range(text, ..),
        Some(heads) => doc.list_range_at(text, .., heads),
    };
    let (mut found, mut rest) = (Vec::new(), raw);
    for item in items {
        let (shown, block) = match &item.value {
            ValueRef::Scalar(ScalarValueRef::Str(shown)) => (&**shown, false),
            ValueRef::Object(_) => (BLOCK, true),
            ValueRef::Scalar(_) => continue,
        };
        if let Some(after) = rest.strip_prefix(shown).filter(|_| !shown.is_empty()) {
            found.push(Character { id: item.id(), shown: shown.to_owned(), block });
            rest = after;
        }
    }
    rest.is_empty().then_some(found)
}

/// The text as Automerge shows it: block markers are U+FFFC.
fn raw(doc: &AutoCommit, text: &ObjId, at: At) -> String {
    let raw = match at {
        None => doc.text(text),
        Some(heads) => doc.text_at(text, heads),
    };
    raw.unwrap_or_default()
}

/// Plain text of a Text object: marks have no characters, block markers are left out.
pub(crate) fn plain(doc: &AutoCommit, text: &ObjId, at: At) -> String {
    let raw = raw(doc, text, at);
    if !raw.contains(BLOCK) {
        return raw;
    }
    let Some(all) = characters(doc, text, at, &raw) else { return raw };
    all.into_iter().filter(|one| !one.block).map(|one| one.shown).collect()
}

/// Positions of block markers in a Text object, in UTF-16 units of the raw text.
pub(crate) fn blocks(doc: &AutoCommit, text: &ObjId) -> Vec<usize> {
    let raw = raw(doc, text, None);
    let (mut found, mut at) = (Vec::new(), 0);
    if !raw.contains(BLOCK) {
        return found;
    }
    for one in characters(doc, text, None, &raw).unwrap_or_default() {
        if one.block {
            found.push(at);
        }
        at += units(&one.shown);
    }
    found
}

/// The change of one Text object between two heads, a block marker counted as a unit. Characters keep
/// their order for ever, so what both states hold stands in the same order in both.
pub(crate) fn delta(
    doc: &AutoCommit,
    text: &ObjId,
    from: &[ChangeHash],
    to: &[ChangeHash],
) -> Delta {
    let (from, to) = (Some(from), Some(to));
    let (was, is) = (raw(doc, text, from), raw(doc, text, to));
    let old = characters(doc, text, from, &was);
    let new = characters(doc, text, to, &is);
    let (Some(old), Some(new)) = (old, new) else {
        return Delta::splice(units(&was), 0, units(&was), &is);
    };
    let kept: HashSet<&ObjId> = new.iter().map(|one| &one.id).collect();
    let mut delta = Delta::default();
    let mut coming = new.iter();
    for one in &old {
        if !kept.contains(&one.id) {
            delta.push(Stretch::Delete(units(&one.shown)));
            continue;
        }
        for other in coming.by_ref().take_while(|other| other.id != one.id) {
            delta.push(Stretch::Insert(other.shown.clone()));
        }
        delta.push(Stretch::Keep(units(&one.shown)));
    }
    for other in coming {
        delta.push(Stretch::Insert(other.shown.clone()));
    }
    delta
}
