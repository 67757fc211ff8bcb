//! Choices whose settling was undone: open again, as they stood before it, while what was shown then is.

use super::choices::choices;
use super::decisions::{is_undone, parsed};
use super::map::{Choice, Value};
use super::row::{Row, row};
use super::rows::maps_at;
use super::values::{At, keys_of};
use super::{Field, Thing};
use automerge::{AutoCommit, ObjId, ROOT, ReadDoc};
use std::collections::BTreeSet;

/// A decision about a choice.
pub(crate) struct Settling {
    pub(crate) thing: Thing,
    field: Field,
    value: Value,
    undone: bool,
    row: ObjId,
}

/// The decisions about choices; none while none of them is undone.
pub(crate) fn settlings(doc: &AutoCommit, at: At) -> Vec<Settling> {
    let mut rows = Vec::new();
    for home in maps_at(doc, &ROOT, "decisions", at) {
        let keys = keys_of(doc, &home, at).map(|item| item.key.into_owned());
        for key in keys.collect::<Vec<_>>() {
            rows.extend(maps_at(doc, &home, &key, at).into_iter().next());
        }
    }
    let undone: Vec<bool> = rows.iter().map(|row| is_undone(doc, row, at)).collect();
    if !undone.contains(&true) {
        return Vec::new();
    }
    let settling = |(row, undone): (ObjId, bool)| {
        let (thing, field, value) = parsed(doc, &row, at)?;
        Some(Settling { thing, field, value, undone, row })
    };
    rows.into_iter().zip(undone).filter_map(settling).collect()
}

/// The choices of a thing that are open again. Of several undone decisions about a field the newest
/// counts; and a later one that says what is shown anyway has settled it.
pub(crate) fn reopened(doc: &AutoCommit, all: &[Settling], thing: Thing, now: &Row) -> Vec<Choice> {
    let of_thing: Vec<&Settling> = all.iter().filter(|one| one.thing == thing).collect();
    let undone = of_thing.iter().filter(|one| one.undone);
    let fields: BTreeSet<Field> = undone.map(|one| one.field).collect();
    // Whether a thing stays in the bin is told by its flag.
    let fields = fields.into_iter().filter(|field| *field != Field::Deleted);
    let open = fields.filter_map(|field| {
        let of_field = of_thing.iter().filter(|one| one.field == field);
        let last = of_field.clone().filter(|one| one.undone).max_by_key(|one| age(&one.row))?;
        let shown = now.value(field);
        let settles = |one: &&&Settling| !one.undone && age(&one.row) > age(&last.row);
        if of_field.filter(settles).any(|one| one.value == *shown) {
            return None;
        }
        let made = doc.hash_for_opid(&last.row)?;
        let then = ReadDoc::get_change_by_hash(doc, &made)?.deps().to_vec();
        let then = Some(then.as_slice());
        let before = choices(doc, thing, row(doc, thing, then).as_ref(), then);
        let mut before = before.into_iter().filter(|choice| choice.field == field);
        before.find(|choice| choice.options.first().is_some_and(|first| first.value == *shown))
    });
    open.collect()
}

/// Operations count up: what knew of another counts higher.
fn age(row: &ObjId) -> (u64, &[u8]) {
    match row {
        ObjId::Id(counter, actor, _) => (*counter, actor.to_bytes()),
        ObjId::Root => (0, &[]),
    }
}
