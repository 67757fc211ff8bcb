//! Personas: adding and moving.

use super::Refused;
use super::place::index_at;
use super::writer::Writer;
use crate::model::{Field, Id, Map, Thing};

fn index_of(map: &Map, id: Id) -> Option<&str> {
    map.personas.get(&id).map(|persona| persona.index.as_str())
}

/// Adds a persona.
pub(super) fn add(w: &mut Writer, persona: Id, name: &str, at: usize) -> Result<(), Refused> {
    let order = w.map.cast.clone();
    let index = index_at(w, &order, None, at, &index_of).unwrap_or_default();
    w.create(Thing::Persona(persona), name, &[(Field::Place, index.as_str().into())])?;
    w.touch([Thing::Persona(persona)]);
    Ok(())
}

/// Moves a persona among the personas.
pub(super) fn shift(w: &mut Writer, persona: Id, at: usize) -> Result<(), Refused> {
    let thing = Thing::Persona(persona);
    w.known(thing)?;
    let order = w.map.cast.clone();
    if let Some(index) = index_at(w, &order, Some(persona), at, &index_of) {
        w.put(thing, Field::Place, Some(index.as_str().into()))?;
    }
    w.touch([thing]);
    Ok(())
}
