//! Stages: adding and moving.

use super::place::index_at;
use super::writer::Writer;
use super::{Refused, step};
use crate::model::{Field, Id, Map, Thing};

fn index_of(map: &Map, id: Id) -> Option<&str> {
    map.stages.get(&id).map(|stage| stage.index.as_str())
}

/// Adds a stage with one unnamed step.
pub(super) fn add(
    w: &mut Writer,
    stage: Id,
    first: Id,
    name: &str,
    at: usize,
) -> Result<(), Refused> {
    let order = w.map.stage_order();
    let index = index_at(w, &order, None, at, &index_of).unwrap_or_default();
    w.create(Thing::Stage(stage), name, &[(Field::Place, index.as_str().into())])?;
    w.touch([Thing::Stage(stage)]);
    step::add(w, first, stage, "", 0)
}

/// Moves a stage among the stages.
pub(super) fn shift(w: &mut Writer, stage: Id, at: usize) -> Result<(), Refused> {
    let thing = Thing::Stage(stage);
    w.known(thing)?;
    let order = w.map.stage_order();
    if let Some(index) = index_at(w, &order, Some(stage), at, &index_of) {
        w.put(thing, Field::Place, Some(index.as_str().into()))?;
    }
    w.touch([thing]);
    Ok(())
}
