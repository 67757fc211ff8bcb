//! What was decided about choices, and who stands behind each of their values.

use super::{Byline, Session};
use crate::model::authors::of_options;
use crate::model::decisions::{Decision, decisions};
use crate::model::map::Choice;

impl Session {
    /// Every decision that this map remembers, newest first.
    pub fn decisions(&self) -> Vec<Decision> {
        decisions(&self.doc, &self.map)
    }

    /// Who wrote each value of a choice, and when; `None` for what a merge made of several.
    pub fn bylines(&mut self, choice: &Choice) -> Vec<Option<Byline>> {
        let stamps = of_options(&mut self.doc, choice);
        stamps.into_iter().map(|stamp| stamp.map(|stamp| self.byline(stamp))).collect()
    }
}
