//! Where a place stands among its siblings, as it is seen: places that differ in letters alone are one.

use super::map::{Choice, Value};
use super::{Field, Id, Map, Thing};

impl Map {
    /// How many siblings stand before a place of a stage, lane or persona, and the last of them; `None`
    /// for other things.
    pub fn position(&self, thing: Thing, place: &str) -> Option<(usize, Option<Id>)> {
        let (own, siblings) = match thing {
            Thing::Stage(id) => (id, self.stage_order()),
            Thing::Lane(id) => (id, self.rows.clone()),
            Thing::Persona(id) => (id, self.cast.clone()),
            _ => return None,
        };
        let index = |id: &Id| match thing {
            Thing::Stage(_) => self.stages.get(id).map(|one| one.index.as_str()),
            Thing::Lane(_) => self.lanes.get(id).map(|one| one.index.as_str()),
            _ => self.personas.get(id).map(|one| one.index.as_str()),
        };
        let before = |id: &&Id| **id != own && (index(id), **id) < (Some(place), own);
        let before: Vec<&Id> = siblings.iter().filter(before).collect();
        Some((before.len(), before.last().map(|id| **id)))
    }

    /// Whether nobody sees a difference between the values of a choice: the same position each.
    pub(crate) fn is_one_place(&self, choice: &Choice) -> bool {
        if choice.field != Field::Place {
            return false;
        }
        let mut positions = choice.options.iter().map(|one| match &one.value {
            Value::Text(place) => self.position(choice.thing, place),
            _ => None,
        });
        let first = positions.next().flatten();
        first.is_some() && positions.all(|other| other == first)
    }
}
