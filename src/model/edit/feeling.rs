//! Feelings: the level and the word of a persona at a step, each one scalar under a composite key.

use super::Refused;
use super::writer::Writer;
use crate::model::{Field, Id, Thing};
use automerge::ScalarValue;

/// Sets or takes away the level, in half-steps −4…+4.
pub(super) fn level(
    w: &mut Writer,
    persona: Id,
    step: Id,
    level: Option<i8>,
) -> Result<(), Refused> {
    if let Some(level) = level.filter(|level| !(-4..=4).contains(level)) {
        return Err(Refused::LevelOutOfRange(level));
    }
    set(w, persona, step, Field::Level, level.map(|level| i64::from(level).into()))
}

/// Sets the word; an empty one takes it away.
pub(super) fn name(w: &mut Writer, persona: Id, step: Id, name: &str) -> Result<(), Refused> {
    let name = (!name.is_empty()).then(|| ScalarValue::from(name));
    set(w, persona, step, Field::Text, name)
}

fn set(
    w: &mut Writer,
    persona: Id,
    step: Id,
    field: Field,
    value: Option<ScalarValue>,
) -> Result<(), Refused> {
    w.known(Thing::Persona(persona))?;
    w.known(Thing::Step(step))?;
    let thing = Thing::Feeling { persona, step };
    w.put(thing, field, value)?;
    w.touch([thing]);
    Ok(())
}
