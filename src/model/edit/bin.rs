//! The map's bin: one flag on the row. What stands in a stage, step or lane stays as it is.

use super::writer::Writer;
use super::{Refused, feeling};
use crate::model::history::in_bin;
use crate::model::{Field, Thing};

/// Puts a thing into the bin; a feeling is simply cleared.
pub(super) fn delete(w: &mut Writer, thing: Thing) -> Result<(), Refused> {
    if let Thing::Feeling { persona, step } = thing {
        feeling::level(w, persona, step, None)?;
        return feeling::name(w, persona, step, "");
    }
    w.known(thing)?;
    if matches!(thing, Thing::Persona(id) if w.map.cast == [id]) {
        return Err(Refused::LastPersona);
    }
    if !in_bin(w.map, thing) {
        let flag = w.bin_flag();
        w.put(thing, Field::Deleted, Some(flag))?;
    }
    w.touch([thing]);
    Ok(())
}

/// Takes a thing out of the bin.
pub(super) fn restore(w: &mut Writer, thing: Thing) -> Result<(), Refused> {
    w.known(thing)?;
    w.put(thing, Field::Deleted, None)?;
    w.touch([thing]);
    Ok(())
}
