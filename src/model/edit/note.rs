//! Notes: written beside a thing, and taken along where two things are joined.

use super::place::index_at;
use super::writer::Writer;
use super::{Refused, bin};
use crate::model::note::{Note, spell};
use crate::model::rows::containers;
use crate::model::{Field, Id, Map, NoteField, Thing};
use automerge::transaction::Transactable;

fn index_of(map: &Map, id: Id) -> Option<&str> {
    map.notes.get(&id).map(|note| note.index.as_str())
}

/// Writes a note beside a thing.
pub(super) fn add(
    w: &mut Writer,
    note: Id,
    of: Thing,
    field: NoteField,
    text: &str,
    at: usize,
) -> Result<(), Refused> {
    let (by, now) = (w.person, w.now);
    write(w, note, of, field, text, at, by, now)
}

#[expect(clippy::too_many_arguments, reason = "a row has that many keys")]
fn write(
    w: &mut Writer,
    note: Id,
    of: Thing,
    field: NoteField,
    text: &str,
    at: usize,
    by: Option<Id>,
    time: i64,
) -> Result<(), Refused> {
    w.present(of)?;
    if !field.fits(of) {
        return Err(Refused::NoSuchField);
    }
    let thing = Thing::Note(note);
    let order = w.map.noted.get(&of).cloned().unwrap_or_default();
    let index = index_at(w, &order, None, at, &index_of).unwrap_or_default();
    w.create(thing, text, &[(Field::Place, index.as_str().into())])?;
    let row = containers(w.doc, thing, None).into_iter().next().ok_or(Refused::Document)?;
    w.doc.put(&row, "of", spell(of))?;
    w.doc.put(&row, "field", field.word())?;
    if time > 0 {
        w.doc.put(&row, "at", time)?;
    }
    if let Some(by) = by {
        w.doc.put(&row, "by", by.to_string())?;
    }
    w.touch([thing]);
    Ok(())
}

/// Moves a note among those of its thing and field.
pub(super) fn shift(w: &mut Writer, id: Id, at: usize) -> Result<(), Refused> {
    let thing = Thing::Note(id);
    w.visible(thing)?;
    let order: Vec<Id> = w.map.notes.get(&id).map_or_else(Vec::new, |note| {
        w.map.notes_in(note.of, note.field).map(|(one, _)| one).collect()
    });
    if let Some(index) = index_at(w, &order, Some(id), at, &index_of) {
        w.put(thing, Field::Place, Some(index.as_str().into()))?;
    }
    w.touch([thing]);
    Ok(())
}

/// Copies the notes of another thing to `keep`, each as its author wrote it.
pub(super) fn take(w: &mut Writer, keep: Thing, other: Thing) -> Result<(), Refused> {
    let notes: Vec<Note> = w.map.notes_of(other).map(|(_, note)| note.clone()).collect();
    for note in notes {
        let id = w.source.id();
        write(w, id, keep, note.field, &note.text, usize::MAX, note.by, note.at)?;
    }
    Ok(())
}

/// Deletes for good the notes of a thing that is deleted for good: they could be reached no more.
pub(super) fn purge_of(w: &mut Writer, of: Thing) -> Result<(), Refused> {
    let stands = |note: &Note| match note.of {
        Thing::Feeling { persona, step } => {
            of == Thing::Persona(persona) || of == Thing::Step(step)
        }
        _ => note.of == of,
    };
    let own = w.map.notes.iter().filter(|(_, note)| stands(note));
    let mut own: Vec<Id> = own.map(|(id, _)| *id).collect();
    own.sort_unstable();
    for note in own {
        bin::delete(w, Thing::Note(note))?;
        bin::purge(w, Thing::Note(note))?;
    }
    Ok(())
}
