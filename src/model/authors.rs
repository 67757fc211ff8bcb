//! Who wrote a thing, who changed it last and when: told by its own operations, in proportion to it.

use super::Thing;
use super::map::Choice;
use super::row::{row, text_at};
use super::rows::{containers, fields, is_text, key_of, row_of};
use super::values::{Standing, standing, writer_of};
use automerge::{AutoCommit, ChangeHash, ObjId, ReadDoc};
use std::collections::HashMap;

/// An operation's author and time.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Stamp {
    /// The actor, base, in hex.
    pub actor: String,
    /// Milliseconds since 1970; 0 when the change tells no time.
    pub at: i64,
}

/// Who wrote a thing.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(crate) struct Authors {
    /// The change that made it; none for what has no row of its own.
    pub(crate) made: Option<Stamp>,
    /// The newest later change that still shows in it. Letters taken out leave no trace in what
    /// stands, so whoever did nothing else is not named.
    pub(crate) changed: Option<Stamp>,
}

/// The message of a change that only takes back what was typed before Escape: its letters are no work of
/// whoever pressed the key.
pub(crate) const ESCAPED: &str = "escape";

/// The change an operation came with, and its author and time.
fn change_of(doc: &mut AutoCommit, op: &ObjId) -> Option<(ChangeHash, Stamp)> {
    let hash = doc.hash_for_opid(op)?;
    let at = doc.get_change_meta_by_hash(&hash)?.timestamp.saturating_mul(1000);
    Some((hash, Stamp { actor: writer_of(op), at }))
}

/// Where a change that only takes back begins among its writer's operations; `None` for any other.
fn escaped(doc: &mut AutoCommit, hash: &ChangeHash) -> Option<u64> {
    let meta = doc.get_change_meta_by_hash(hash)?;
    (meta.message.as_deref() == Some(ESCAPED)).then_some(meta.start_op)
}

/// The newest change among those of some operations, but for one and for those that only take back: a
/// look a writer, and one for each that is passed over, since each writer's operations count up.
fn newest(
    doc: &mut AutoCommit,
    ops: impl IntoIterator<Item = ObjId>,
    but: Option<&ChangeHash>,
) -> Option<Stamp> {
    let mut by: HashMap<String, Vec<(u64, ObjId)>> = HashMap::new();
    for op in ops {
        let ObjId::Id(counter, actor, _) = &op else { continue };
        by.entry(actor.to_hex_string()).or_default().push((*counter, op));
    }
    let mut found: Option<(i64, u64, Stamp)> = None;
    for mut own in by.into_values() {
        let last = loop {
            let Some(last) = own.iter().max_by_key(|(counter, _)| *counter) else { break None };
            let Some((hash, stamp)) = change_of(doc, &last.1) else { break None };
            match escaped(doc, &hash) {
                Some(start) => own.retain(|(counter, _)| *counter < start),
                None => break Some((last.0, hash, stamp)),
            }
        };
        let Some((counter, hash, stamp)) = last else { continue };
        let later = |(at, count, known): &(i64, u64, Stamp)| {
            (*at, *count, &known.actor) < (stamp.at, counter, &stamp.actor)
        };
        if Some(&hash) != but && found.as_ref().is_none_or(later) {
            found = Some((stamp.at, counter, stamp));
        }
    }
    found.map(|(.., stamp)| stamp)
}

/// The operations that stand in a thing: its keys' and its letters'.
fn ops_of(doc: &AutoCommit, thing: Thing) -> Vec<ObjId> {
    let mut ops: Vec<ObjId> = Vec::new();
    let keys: Vec<String> = fields(thing).filter_map(|of| key_of(thing, of)).collect();
    for object in containers(doc, thing, None) {
        if row_of(thing).is_none() {
            let all = keys.iter().flat_map(|key| standing(doc, &object, key, None));
            ops.extend(all.map(|(_, op)| op));
            continue;
        }
        for item in doc.map_range(&object, ..) {
            if item.conflict {
                let all = standing(doc, &object, &item.key, None);
                ops.extend(all.into_iter().map(|(_, op)| op));
            } else {
                ops.push(item.id());
            }
        }
    }
    if let Some(text) = text_at(doc, thing, None) {
        ops.extend(doc.list_range(&text, ..).map(|item| item.id()));
    }
    ops
}

/// Who wrote a thing and changed it last.
pub(crate) fn authors(doc: &mut AutoCommit, thing: Thing) -> Authors {
    let row = containers(doc, thing, None).into_iter().next();
    let row = row.filter(|_| row_of(thing).is_some());
    let made = row.and_then(|row| change_of(doc, &row));
    let ops = ops_of(doc, thing);
    // Everything else came after the row was made, whatever the clocks say.
    let changed = newest(doc, ops, made.as_ref().map(|(hash, _)| hash));
    Authors { made: made.map(|(_, stamp)| stamp), changed }
}

/// Who wrote each value of a choice, and when; `None` for what a merge made of several.
pub(crate) fn of_options(doc: &mut AutoCommit, choice: &Choice) -> Vec<Option<Stamp>> {
    let (thing, field) = (choice.thing, choice.field);
    let row = row(doc, thing, None).unwrap_or_default();
    // A text renamed on both sides is one text; its versions are told by its letters.
    let versions = is_text(thing, field) && row.all(field).len() == 1;
    let mut found = Vec::new();
    for option in &choice.options {
        let is_merged = versions && option.value == *row.value(field) && choice.options.len() > 2;
        // In a choice that is open again the value shown was written once more by whoever undid it.
        let is_own = |one: &&Standing| {
            !versions && one.value == option.value && writer_of(&one.op) == option.actor
        };
        let own = row.all(field).iter().find(is_own);
        let stamp = match own.map(|one| one.op.clone()) {
            _ if is_merged || versions && option.actor.is_empty() => None,
            Some(op) => change_of(doc, &op).map(|(_, stamp)| stamp),
            None => {
                let mut ops = ops_of(doc, thing);
                ops.retain(|op| writer_of(op) == option.actor);
                let unknown = || Stamp { actor: option.actor.clone(), at: 0 };
                Some(newest(doc, ops, None).unwrap_or_else(unknown))
            }
        };
        found.push(stamp);
    }
    found
}
