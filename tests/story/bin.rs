//! Comparing maps by what they show: things in the bin aside.

// Every test file uses a part of these.
#![allow(dead_code)]

use super::story::Board;
use parcours::model::{Map, Thing};

impl Board {
    /// That the map shows what `state` shows: the same, things in the bin aside.
    pub fn assert_shows(&self, state: &Map) {
        assert_eq!(without_bin(self.session.map()), without_bin(state));
    }
}

/// A map without what is in its bin.
pub fn without_bin(map: &Map) -> Map {
    let mut map = map.clone();
    map.stages.retain(|_, one| one.deleted.is_none());
    map.steps.retain(|_, one| one.deleted.is_none());
    map.lanes.retain(|_, one| one.deleted.is_none());
    map.cards.retain(|_, one| one.deleted.is_none());
    map.personas.retain(|_, one| one.deleted.is_none());
    map.versions.retain(|_, one| one.deleted.is_none());
    map.notes.retain(|_, one| one.deleted.is_none());
    map.paths.retain(|_, one| one.deleted.is_none());
    map.views.retain(|_, one| one.deleted.is_none());
    map.entries.retain(|_, one| one.deleted.is_none());
    let there = |thing: &Thing| match thing {
        Thing::Map | Thing::Goal(_) | Thing::Feeling { .. } => true,
        Thing::Entry(..) => map.entries.contains_key(thing),
        Thing::Note(id) => map.notes.contains_key(id),
        Thing::View(id) => map.views.contains_key(id),
        Thing::Path(id) => map.paths.contains_key(id),
        Thing::Stage(id) => map.stages.contains_key(id),
        Thing::Step(id) => map.steps.contains_key(id),
        Thing::Lane(id) => map.lanes.contains_key(id),
        Thing::Card(id) => map.cards.contains_key(id),
        Thing::Persona(id) => map.personas.contains_key(id),
        Thing::Version(id) => map.versions.contains_key(id),
    };
    let choices = map.choices.iter().filter(|(thing, _)| there(thing));
    let choices = choices.map(|(thing, all)| (*thing, all.clone())).collect();
    let details = map.details.iter().filter(|(thing, _)| there(thing));
    let details = details.map(|(thing, all)| (*thing, all.clone())).collect();
    let ties = map.ties.iter().filter(|(thing, _)| there(thing));
    let ties = ties.map(|(thing, all)| (*thing, all.clone())).collect();
    (map.choices, map.details, map.ties) = (choices, details, ties);
    map.tags.retain(|card, _| map.cards.contains_key(card));
    map
}
