//! A thing that one person put into the bin while another still worked on it: shown as a choice.

use super::document::unspell;
use super::formatting::plain;
use super::map::{Alternative, Choice, Value};
use super::row::{Row, row, text_at};
use super::rows::is_text;
use super::values::{At, writer_of};
use super::{Field, Thing};
use automerge::{AutoCommit, ChangeHash, ObjId, ReadDoc};
use std::collections::HashSet;

/// The choice to leave a thing in the bin or to take it out, if something stands in it that was not
/// there at the heads its deleter saw. What was only taken out or moved within its cell is no reason.
pub(crate) fn contested(doc: &AutoCommit, thing: Thing, now: &Row, at: At) -> Option<Choice> {
    let [deleted] = now.all(Field::Deleted) else { return None };
    let Value::Text(flag) = &deleted.value else { return None };
    let heads = unspell(flag.split_once('|')?.1);
    if heads.is_empty() {
        return None;
    }
    let then = row(doc, thing, Some(&heads))?;
    let editor = now.0.iter().find_map(|(field, all)| {
        let first = all.first()?;
        let new = match field {
            Field::Deleted => return None,
            Field::Detail(detail) if detail.is_silent() => return None,
            Field::Place => container(&first.value) != container(then.value(Field::Place)),
            _ => first.value != Value::None && first.value != *then.value(*field),
        };
        if !new {
            return None;
        }
        if is_text(thing, *field) {
            return text_editor(doc, thing, &heads, &deleted.op, at);
        }
        (!is_own(&first.op, &deleted.op)).then(|| writer_of(&first.op))
    })?;
    let option = |value: Value, actor: String| Alternative { value, actor };
    let options =
        vec![option(deleted.value.clone(), writer_of(&deleted.op)), option(Value::None, editor)];
    Some(Choice { thing, field: Field::Deleted, options })
}

/// Whoever wrote into a text since these heads; empty if letters were only taken out.
fn text_editor(
    doc: &AutoCommit,
    thing: Thing,
    heads: &[ChangeHash],
    flag: &ObjId,
    at: At,
) -> Option<String> {
    let text = text_at(doc, thing, at)?;
    if plain(doc, &text, at).trim().is_empty() {
        return None;
    }
    let known: HashSet<ObjId> = doc.list_range_at(&text, .., heads).map(|item| item.id()).collect();
    let now = match at {
        Some(heads) => doc.list_range_at(&text, .., heads),
        None => doc.list_range(&text, ..),
    };
    let new: Vec<ObjId> = now.map(|item| item.id()).filter(|id| !known.contains(id)).collect();
    match new.iter().rfind(|op| !is_own(op, flag)) {
        Some(op) => Some(writer_of(op)),
        None if new.is_empty() && !is_as_left(doc, thing, flag, &text, at) => Some(String::new()),
        None => None,
    }
}

/// Whether a text is as the gesture that deleted it left it; that one may have taken letters out as well.
fn is_as_left(doc: &AutoCommit, thing: Thing, flag: &ObjId, text: &ObjId, at: At) -> bool {
    // No hash: it is being deleted just now.
    let Some(own) = doc.hash_for_opid(flag) else { return true };
    let left = text_at(doc, thing, Some(&[own]));
    left.is_some_and(|left| plain(doc, &left, Some(&[own])) == plain(doc, text, at))
}

/// Whether one actor wrote both: nobody contests their own deletion, be it by the same gesture that edits
/// and deletes, or by undoing and redoing.
fn is_own(op: &ObjId, flag: &ObjId) -> bool {
    writer_of(op) == writer_of(flag)
}

/// A place without the order within its cell or stage.
fn container(place: &Value) -> Option<&str> {
    let Value::Text(place) = place else { return None };
    place.rsplit_once('|').map(|(container, _)| container)
}
