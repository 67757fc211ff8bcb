//! What was joined into what: a scalar on each of the two rows, so that both can tell of the other.
//!
//! `into` on the row that went to the bin, `joined/<its id>` on the one that stayed. Neither is taken
//! back by an undo: they count while the one is in the bin.

use super::edit::Refused;
use super::edit::writer::Writer;
use super::history::in_bin;
use super::rows::{containers, row_of};
use super::values::standing;
use super::{Id, Map, Thing};
use automerge::transaction::Transactable;
use automerge::{AutoCommit, ReadDoc};

const JOINED: &str = "joined/";

/// A thing of the same sort.
fn like(thing: Thing, id: Id) -> Thing {
    match thing {
        Thing::Persona(_) => Thing::Persona(id),
        Thing::Entry(list, _) => Thing::Entry(list, id),
        _ => Thing::Card(id),
    }
}

/// Notes that `other` was joined into `keep`.
///
/// # Errors
/// When one of them has no row.
pub(crate) fn note(w: &mut Writer, keep: Thing, other: Thing) -> Result<(), Refused> {
    let id = |thing: Thing| row_of(thing).map(|(_, id)| id).ok_or(Refused::NoSuchThing(thing));
    let (kept, gone) = (id(keep)?, id(other)?);
    let row = |w: &Writer, thing: Thing| containers(w.doc, thing, None).into_iter().next();
    let kept_row = row(w, keep).ok_or(Refused::NoSuchThing(keep))?;
    let gone_row = row(w, other).ok_or(Refused::NoSuchThing(other))?;
    w.doc.put(&kept_row, format!("{JOINED}{gone}"), true)?;
    w.doc.put(&gone_row, "into", kept.to_string())?;
    Ok(())
}

/// What was joined into a thing and is still in the bin.
pub(crate) fn joined(doc: &AutoCommit, map: &Map, thing: Thing) -> Vec<Thing> {
    let mut found = Vec::new();
    for row in containers(doc, thing, None) {
        let ids = doc.keys(&row).filter_map(|key| Id::parse(key.strip_prefix(JOINED)?));
        let things = ids.map(|id| like(thing, id));
        found
            .extend(things.filter(|other| in_bin(map, *other) && into(doc, *other) == Some(thing)));
    }
    found
}

/// What a thing was joined into.
pub(crate) fn into(doc: &AutoCommit, thing: Thing) -> Option<Thing> {
    let row = containers(doc, thing, None).into_iter().next()?;
    let (value, _) = standing(doc, &row, "into", None).into_iter().next()?;
    value.as_str().and_then(Id::parse).map(|id| like(thing, id))
}
