//! Lanes: adding and moving.

use super::Refused;
use super::place::index_at;
use super::writer::Writer;
use crate::model::{Field, Id, LaneKind, Map, Thing};

fn index_of(map: &Map, id: Id) -> Option<&str> {
    map.lanes.get(&id).map(|lane| lane.index.as_str())
}

/// Adds a lane of a kind.
pub(super) fn add(
    w: &mut Writer,
    lane: Id,
    kind: LaneKind,
    name: &str,
    at: usize,
) -> Result<(), Refused> {
    let order = w.map.rows.clone();
    let index = index_at(w, &order, None, at, &index_of).unwrap_or_default();
    let scalars = [(Field::Kind, kind.word().into()), (Field::Place, index.as_str().into())];
    w.create(Thing::Lane(lane), name, &scalars)?;
    w.touch([Thing::Lane(lane)]);
    Ok(())
}

/// Moves a lane among the lanes.
pub(super) fn shift(w: &mut Writer, lane: Id, at: usize) -> Result<(), Refused> {
    let thing = Thing::Lane(lane);
    w.known(thing)?;
    let order = w.map.rows.clone();
    if let Some(index) = index_at(w, &order, Some(lane), at, &index_of) {
        w.put(thing, Field::Place, Some(index.as_str().into()))?;
    }
    w.touch([thing]);
    Ok(())
}
