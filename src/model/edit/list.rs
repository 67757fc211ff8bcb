//! Entries of lists: adding, moving, and what is tied to what.

use super::Refused;
use super::place::index_at;
use super::writer::Writer;
use crate::model::{Field, Id, List, Map, NoteField, Thing, ties};

/// The place for a position in a list.
fn index(w: &mut Writer, list: List, own: Option<Id>, at: usize) -> Option<String> {
    let order = w.map.list(list).to_vec();
    index_at(w, &order, own, at, &|map: &Map, id| {
        map.entry(Thing::Entry(list, id)).map(|entry| entry.index.as_str())
    })
}

/// Adds an entry to a list.
pub(super) fn add(
    w: &mut Writer,
    list: List,
    id: Id,
    name: &str,
    at: usize,
) -> Result<(), Refused> {
    let thing = Thing::Entry(list, id);
    let index = index(w, list, None, at).unwrap_or_default();
    w.create(thing, name, &[(Field::Place, index.as_str().into())])?;
    w.touch([thing]);
    Ok(())
}

/// Moves an entry within its list.
pub(super) fn shift(w: &mut Writer, list: List, id: Id, at: usize) -> Result<(), Refused> {
    let thing = Thing::Entry(list, id);
    w.known(thing)?;
    if let Some(index) = index(w, list, Some(id), at) {
        w.put(thing, Field::Place, Some(index.as_str().into()))?;
    }
    w.touch([thing]);
    Ok(())
}

/// Ties one thing to another, or unties them.
pub(super) fn tie(w: &mut Writer, from: Thing, to: Thing, on: bool) -> Result<(), Refused> {
    w.known(from)?;
    if on {
        w.known(to)?;
    }
    let is_outcome = |id: &Id| w.map.notes.get(id).is_some_and(|n| n.field == NoteField::Outcome);
    if matches!(&from, Thing::Note(id) if !is_outcome(id)) {
        return Err(Refused::NoSuchField);
    }
    ties::set(w, from, to, on)?;
    w.touch([from, to]);
    Ok(())
}
