//! Who wrote a thing, who changed it last and when: told by its own operations, in proportion to it.

use super::Thing;
use super::row::text_at;
use super::rows::{containers, fields, key_of, row_of};
use super::values::{standing, writer_of};
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

/// The change an operation came with, and its author and time.
fn change_of(doc: &mut AutoCommit, op: &ObjId) -> Option<(ChangeHash, Stamp)> {
    let hash = doc.hash_for_opid(op)?;
    let at = doc.get_change_meta_by_hash(&hash)?.timestamp.saturating_mul(1000);
    Some((hash, Stamp { actor: writer_of(op), at }))
}

/// The newest change among those of some operations, but for one: a single look a writer, since each
/// writer's operations count up.
fn newest(
    doc: &mut AutoCommit,
    ops: impl IntoIterator<Item = ObjId>,
    but: Option<&ChangeHash>,
) -> Option<Stamp> {
    let mut last: HashMap<String, (u64, ObjId)> = HashMap::new();
    for op in ops {
        let ObjId::Id(counter, actor, _) = &op else { continue };
        let (counter, actor) = (*counter, actor.to_hex_string());
        if last.get(&actor).is_none_or(|(known, _)| *known < counter) {
            last.insert(actor, (counter, op));
        }
    }
    let mut found: Option<(i64, u64, Stamp)> = None;
    for (counter, op) in last.into_values() {
        let Some((hash, stamp)) = change_of(doc, &op) else { continue };
        let later = |(at, count, known): &(i64, u64, Stamp)| {
            (*at, *count, &known.actor) < (stamp.at, counter, &stamp.actor)
        };
        if Some(&hash) != but && found.as_ref().is_none_or(later) {
            found = Some((stamp.at, counter, stamp));
        }
    }
    found.map(|(.., stamp)| stamp)
}

/// Who wrote a thing and changed it last.
pub(crate) fn authors(doc: &mut AutoCommit, thing: Thing) -> Authors {
    let objects = containers(doc, thing, None);
    let own_row = row_of(thing).is_some();
    let mut ops: Vec<ObjId> = Vec::new();
    for object in &objects {
        if own_row {
            for item in doc.map_range(object, ..) {
                if item.conflict {
                    ops.extend(
                        standing(doc, object, &item.key, None).into_iter().map(|(_, op)| op),
                    );
                } else {
                    ops.push(item.id());
                }
            }
        } else {
            let keys = fields(thing).iter().filter_map(|field| key_of(thing, *field));
            ops.extend(keys.flat_map(|key| standing(doc, object, &key, None)).map(|(_, op)| op));
        }
    }
    if let Some(text) = text_at(doc, thing, None) {
        ops.extend(doc.list_range(&text, ..).map(|item| item.id()));
    }
    let made = if own_row { objects.first().and_then(|row| change_of(doc, row)) } else { None };
    // Everything else came after the row was made, whatever the clocks say.
    let changed = newest(doc, ops, made.as_ref().map(|(hash, _)| hash));
    Authors { made: made.map(|(_, stamp)| stamp), changed }
}
