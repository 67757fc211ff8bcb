//! The map's bin: one flag on the row. What stands in a stage, step or lane stays as it is.

use super::writer::Writer;
use super::{Refused, TextOf, detail, feeling, note, path, text};
use crate::model::history::in_bin;
use crate::model::{Field, Id, Thing};

/// Puts a thing into the bin; a feeling is simply cleared.
pub(super) fn delete(w: &mut Writer, thing: Thing) -> Result<(), Refused> {
    if let Thing::Feeling { persona, step } = thing {
        feeling::level(w, persona, step, None)?;
        detail::clear(w, thing)?;
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

/// Deletes for good what a thing in the bin holds. The row and its flag stay: a row taken away would
/// hide what someone else writes into it meanwhile.
pub(super) fn purge(w: &mut Writer, thing: Thing) -> Result<(), Refused> {
    w.known(thing)?;
    if !in_bin(w.map, thing) {
        return Err(Refused::NotInBin);
    }
    text::set(w, TextOf::Of(thing), "")?;
    detail::clear(w, thing)?;
    note::purge_of(w, thing)?;
    path::purge_of(w, thing)?;
    let feelings = w.map.feelings.keys().copied();
    let mut feelings: Vec<(Id, Id)> = match thing {
        Thing::Card(_) => {
            w.put(thing, Field::Star, None)?;
            w.put(thing, Field::Channel, None)?;
            Vec::new()
        }
        Thing::Step(id) => feelings.filter(|(_, step)| *step == id).collect(),
        Thing::Persona(id) => feelings.filter(|(persona, _)| *persona == id).collect(),
        _ => Vec::new(),
    };
    feelings.sort_unstable();
    for (persona, step) in feelings {
        delete(w, Thing::Feeling { persona, step })?;
    }
    w.put(thing, Field::Purged, Some(true.into()))?;
    w.touch([thing]);
    if let Thing::Stage(stage) = thing {
        // A step of a stage that is gone could be reached no more.
        let steps = w.map.steps.iter().filter(|(_, step)| step.stage == stage);
        let mut steps: Vec<Thing> = steps.map(|(id, _)| Thing::Step(*id)).collect();
        steps.sort_unstable();
        for step in steps {
            delete(w, step)?;
            purge(w, step)?;
        }
    }
    Ok(())
}
