//! A map to be handed on: what its file would tell of its past, and a file without one.

use super::Session;
use crate::model::Source;
use crate::model::edit::Refused;
use crate::model::personal::{Personal, personal};

impl Session {
    /// What an ordinary export tells beside the map that is seen.
    pub fn personal(&mut self) -> Personal {
        personal(&mut self.doc)
    }

    /// What is seen of the map as a file of its own: new ids, one change, nobody's name, nothing that
    /// was deleted. It is another map: it can't be merged back.
    ///
    /// # Errors
    /// When it could not be built.
    pub fn without_history(&self, source: &mut dyn Source) -> Result<Vec<u8>, Refused> {
        let first = self.draft().to_edit(source);
        let (mut fresh, _) = Session::create(self.map.kind, first, source)?;
        Ok(fresh.save())
    }
}
