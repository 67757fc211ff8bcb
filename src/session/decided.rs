//! What was decided about choices, and who stands behind each of their values.

use super::{Byline, Session};
use crate::model::authors::of_options;
use crate::model::decisions::{About, Decision, State, decisions};
use crate::model::map::Choice;
use crate::model::{Thing, joined};

impl Session {
    /// Every decision that this map remembers, newest first.
    pub fn decisions(&self) -> Vec<Decision> {
        decisions(&self.doc, &self.map)
    }

    /// Things of which someone said that they are not the same, however alike.
    pub fn apart(&self) -> Vec<Vec<Thing>> {
        let standing = self.decisions().into_iter().filter(|one| one.state == State::Stands);
        let apart = |decision: Decision| match decision.about {
            About::Apart(things) => Some(things),
            About::Choice { .. } => None,
        };
        standing.filter_map(apart).collect()
    }

    /// What a thing in the bin was joined into.
    pub fn joined_into(&self, thing: Thing) -> Option<Thing> {
        joined::into(&self.doc, thing)
    }

    /// Who wrote each value of a choice, and when; `None` for what a merge made of several.
    pub fn bylines(&mut self, choice: &Choice) -> Vec<Option<Byline>> {
        let stamps = of_options(&mut self.doc, choice);
        stamps.into_iter().map(|stamp| stamp.map(|stamp| self.byline(stamp))).collect()
    }
}
