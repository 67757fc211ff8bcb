//! The personas a map is about: those marked as targets, or all when none is.

use crate::model::{Detail, Id, Map, Thing};

/// Them, in their order.
pub fn about(map: &Map) -> Vec<Id> {
    let is_target = |id: &Id| map.is(Thing::Persona(*id), Detail::Target);
    let targets: Vec<Id> = map.cast.iter().copied().filter(is_target).collect();
    if targets.is_empty() { map.cast.clone() } else { targets }
}
