//! What others made of a text without knowing an action of mine: it stays when that is undone.

use super::Thing;
use super::characters::{delta, raw};
use super::delta::units;
use super::formatting::marks;
use super::row::text_at;
use super::spans::{Span, pass, runs};
use super::values::base_actor;
use automerge::{AutoCommit, ChangeHash};
use std::collections::{BTreeSet, HashSet};

/// The heads of all that was changed without knowing what an actor did after `before`.
pub(crate) fn heads(doc: &mut AutoCommit, before: &[ChangeHash], actor: &str) -> Vec<ChangeHash> {
    let (mut heads, mut knowing) = (before.to_vec(), HashSet::new());
    for change in doc.get_changes(before) {
        let knows = || change.deps().iter().any(|dep| knowing.contains(dep));
        if base_actor(change.actor_id()) == actor || knows() {
            knowing.insert(change.hash());
            continue;
        }
        heads.retain(|head| !change.deps().contains(head));
        heads.push(change.hash());
    }
    heads
}

/// What marks of these names a thing's text bore at some heads, everywhere in it; positions in the text
/// as it stands now.
pub(crate) fn marked(
    doc: &mut AutoCommit,
    thing: Thing,
    names: &BTreeSet<String>,
    at: &[ChangeHash],
) -> Vec<Span> {
    let text = text_at(doc, thing, Some(at));
    let Some(text) = text.filter(|text| text_at(doc, thing, None).as_ref() == Some(text)) else {
        return Vec::new();
    };
    let (marks, length) = (marks(doc, &text, Some(at)), units(&raw(doc, &text, Some(at))));
    let mut spans = Vec::new();
    for name in names {
        let of = |(from, to, was)| Span { from, to, name: name.clone(), was, left: None };
        spans.extend(runs(&marks, name, 0, length).into_iter().map(of));
    }
    let now = doc.get_heads();
    pass(&mut spans, &delta(doc, &text, at, &now));
    spans
}
