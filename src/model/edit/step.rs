//! Steps: adding and moving, also into another stage.

use super::Refused;
use super::place::index_at;
use super::writer::Writer;
use crate::model::{Field, Id, Map, Thing};

fn index_of(map: &Map, id: Id) -> Option<&str> {
    map.steps.get(&id).map(|step| step.index.as_str())
}

/// Adds a step to a visible stage.
pub(super) fn add(
    w: &mut Writer,
    step: Id,
    stage: Id,
    name: &str,
    at: usize,
) -> Result<(), Refused> {
    w.visible(Thing::Stage(stage))?;
    let siblings = w.map.steps_of(stage);
    let index = index_at(w, &siblings, None, at, &index_of).unwrap_or_default();
    let place = format!("{stage}|{index}");
    w.create(Thing::Step(step), name, &[(Field::Place, place.as_str().into())])?;
    w.touch([Thing::Step(step)]);
    Ok(())
}

/// Moves a step to a position in a visible stage.
pub(super) fn shift(w: &mut Writer, step: Id, stage: Id, at: usize) -> Result<(), Refused> {
    let thing = Thing::Step(step);
    w.known(thing)?;
    w.visible(Thing::Stage(stage))?;
    let siblings = w.map.steps_of(stage);
    if let Some(index) = index_at(w, &siblings, Some(step), at, &index_of) {
        let place = format!("{stage}|{index}");
        w.put(thing, Field::Place, Some(place.as_str().into()))?;
    }
    w.touch([thing]);
    Ok(())
}
