//! What a Text object holds, character by character, and how two states of it differ.
//!
//! Automerge's own `diff` says the latter too, but brings fifteen kilobytes of the page for it.

use super::delta::{Delta, Stretch, units};
use super::markers::marker_at;
use super::values::At;
use automerge::{AutoCommit, ChangeHash, ObjId, ReadDoc, ScalarValueRef, ValueRef};
use std::collections::HashSet;

/// What Automerge's plain text shows for a block marker; people can also paste it.
const BLOCK: &str = "\u{fffc}";

/// One element of a text: the operation that put it there and what stands for it in the raw text.
struct Character {
    id: ObjId,
    shown: String,
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
            let id = item.id();
            let marker = block.then(|| marker_at(doc, &id, at).code().to_string());
            let shown = marker.unwrap_or_else(|| shown.to_owned());
            found.push(Character { id, shown });
            rest = after;
        }
    }
    rest.is_empty().then_some(found)
}

/// The text as Automerge shows it: all block markers are U+FFFC.
fn bare(doc: &AutoCommit, text: &ObjId, at: At) -> String {
    let bare = match at {
        None => doc.text(text),
        Some(heads) => doc.text_at(text, heads),
    };
    bare.unwrap_or_default()
}

/// The raw text: what positions in a Text object count in. A block marker is one unit, the code of what
/// it marks (see [`Marker`](super::markers::Marker)).
pub(crate) fn raw(doc: &AutoCommit, text: &ObjId, at: At) -> String {
    let bare = bare(doc, text, at);
    if !bare.contains(BLOCK) {
        return bare;
    }
    match characters(doc, text, at, &bare) {
        Some(all) => all.into_iter().map(|one| one.shown).collect(),
        None => bare,
    }
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
    let (was, is) = (bare(doc, text, from), bare(doc, text, to));
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
