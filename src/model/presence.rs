//! Whether a thing is in a map: there, in the bin, or gone for good.

use super::map::{Card, Deleted, Step};
use super::{Map, Thing};

impl Map {
    /// Whether nothing is left of a thing in the bin: purged, and nobody wrote into it meanwhile or put
    /// a step into it.
    pub fn is_gone(&self, thing: Thing) -> bool {
        let Some(Deleted { purged: true, .. }) = self.flag(thing) else { return false };
        let beside = self.details.contains_key(&thing) || self.noted.contains_key(&thing);
        if beside || self.ties.contains_key(&thing) {
            return false;
        }
        // A note on a feeling is found by way of its persona and step.
        let felt = self.noted.keys().any(|of| match of {
            Thing::Feeling { persona, step } => {
                thing == Thing::Persona(*persona) || thing == Thing::Step(*step)
            }
            _ => false,
        });
        if felt {
            return false;
        }
        match thing {
            Thing::Map | Thing::Goal(_) | Thing::Feeling { .. } => false,
            Thing::Entry(..) => self.called(thing).is_empty(),
            Thing::Version(id) => self.versions.get(&id).is_none_or(|one| one.name.is_empty()),
            Thing::View(id) => self.views.get(&id).is_none_or(|one| one.name.is_empty()),
            Thing::Stage(id) => {
                let holds = |step: &Step| step.stage == id && step.deleted.is_none();
                self.stages.get(&id).is_none_or(|one| one.name.is_empty())
                    && !self.steps.values().any(holds)
            }
            Thing::Step(id) => {
                self.steps.get(&id).is_none_or(|one| one.name.is_empty())
                    && !self.feelings.keys().any(|(_, step)| *step == id)
                    // A path is found by way of its steps.
                    && !self.paths.values().any(|path| {
                        path.deleted.is_none() && (path.from == id || path.to == id)
                    })
            }
            Thing::Lane(id) => self.lanes.get(&id).is_none_or(|one| one.name.is_empty()),
            Thing::Note(id) => self.notes.get(&id).is_none_or(|one| one.text.is_empty()),
            Thing::Path(id) => self.paths.get(&id).is_none_or(|one| one.condition.is_empty()),
            Thing::Card(id) => {
                let empty = |one: &Card| one.text.is_empty() && !one.star && one.channel.is_none();
                self.cards.get(&id).is_none_or(empty) && !self.tags.contains_key(&id)
            }
            Thing::Persona(id) => {
                self.personas.get(&id).is_none_or(|one| one.name.is_empty())
                    && !self.feelings.keys().any(|(persona, _)| *persona == id)
            }
        }
    }

    /// Whether a thing is in the map, in the bin or not; a feeling is where its persona and step are.
    pub fn holds(&self, thing: Thing) -> bool {
        match thing {
            Thing::Map | Thing::Goal(_) => true,
            Thing::Entry(..) => self.entries.contains_key(&thing),
            Thing::Stage(id) => self.stages.contains_key(&id),
            Thing::Step(id) => self.steps.contains_key(&id),
            Thing::Lane(id) => self.lanes.contains_key(&id),
            Thing::Card(id) => self.cards.contains_key(&id),
            Thing::Persona(id) => self.personas.contains_key(&id),
            Thing::Version(id) => self.versions.contains_key(&id),
            Thing::View(id) => self.views.contains_key(&id),
            Thing::Note(id) => self.notes.contains_key(&id),
            Thing::Path(id) => self.paths.contains_key(&id),
            Thing::Feeling { persona, step } => {
                self.personas.contains_key(&persona) && self.steps.contains_key(&step)
            }
        }
    }

    /// When a thing was put into the bin (milliseconds since 1970); `None` when it is not there.
    pub fn deleted_at(&self, thing: Thing) -> Option<i64> {
        self.flag(thing).map(|deleted| deleted.at)
    }

    /// Whether a thing is in the bin.
    pub fn is_binned(&self, thing: Thing) -> bool {
        self.flag(thing).is_some()
    }

    fn flag(&self, thing: Thing) -> Option<&Deleted> {
        let flag = match thing {
            Thing::Map | Thing::Goal(_) | Thing::Feeling { .. } => return None,
            Thing::Entry(..) => &self.entries.get(&thing)?.deleted,
            Thing::Stage(id) => &self.stages.get(&id)?.deleted,
            Thing::Step(id) => &self.steps.get(&id)?.deleted,
            Thing::Lane(id) => &self.lanes.get(&id)?.deleted,
            Thing::Card(id) => &self.cards.get(&id)?.deleted,
            Thing::Persona(id) => &self.personas.get(&id)?.deleted,
            Thing::Version(id) => &self.versions.get(&id)?.deleted,
            Thing::View(id) => &self.views.get(&id)?.deleted,
            Thing::Note(id) => &self.notes.get(&id)?.deleted,
            Thing::Path(id) => &self.paths.get(&id)?.deleted,
        };
        flag.as_ref()
    }
}
