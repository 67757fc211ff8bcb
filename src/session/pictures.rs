//! The pictures of a map: asked for one by one, since the plain values hold only their keys.

use super::Session;
use crate::model::draft::Draft;
use crate::model::history::in_bin;
use crate::model::picture::{self, Fault};
use crate::model::portrait::Portrait;
use crate::model::{Id, Thing};

impl Session {
    /// The bytes of the picture under a key, if they are there and can be shown.
    pub fn picture(&self, key: &str) -> Option<Vec<u8>> {
        picture::read(&self.doc, key)
    }

    /// How many bytes of [`picture::BUDGET`] are in use.
    pub fn pictures_used(&self) -> usize {
        picture::used(&self.doc)
    }

    /// What stands among the pictures and is not shown, by its key; goes through all their bytes.
    pub fn picture_faults(&self) -> Vec<(String, Fault)> {
        picture::faults(&self.doc)
    }

    /// The things whose picture is not shown, each with what is wrong with it; `None` where its bytes are
    /// not here. Goes through the bytes of all pictures where one is not shown.
    pub fn pictures_unseen(&self) -> Vec<(Thing, Option<Fault>)> {
        let shown = |thing: &Thing| {
            let key = self.map.picture(*thing);
            !key.is_empty() && !in_bin(&self.map, *thing) && self.picture(key).is_none()
        };
        let mut things: Vec<Thing> = self.map.details.keys().copied().filter(shown).collect();
        things.sort_unstable();
        let faults = if things.is_empty() { Vec::new() } else { self.picture_faults() };
        let fault = |thing: Thing| {
            let key = self.map.picture(thing);
            (thing, faults.iter().find(|(one, _)| one == key).map(|(_, fault)| *fault))
        };
        things.into_iter().map(fault).collect()
    }

    /// The portrait of a persona, with its picture.
    pub fn portrait(&self, persona: Id) -> Portrait {
        let key = self.map.picture(Thing::Persona(persona));
        Portrait { picture: self.picture(key), ..Portrait::of(&self.map, persona) }
    }

    /// What is visible of the map, with its pictures, to be made once more.
    pub fn draft(&self) -> Draft {
        let mut draft = self.map.to_draft();
        draft.pictures = picture::of_draft(&self.doc, &draft);
        draft
    }
}
