//! What copies would bring, before they are taken in: tried on a session that is thrown away.

use super::{MergeError, Session};
use crate::model::compare::Differences;
use crate::model::shares::{Share, shares};
use crate::model::{Map, chunks};
use automerge::{Change as Stored, ChangeHash};
use std::collections::{BTreeSet, HashSet};

/// What copies would bring.
pub struct Preview {
    /// The map without them.
    pub before: Map,
    /// The map with them.
    pub after: Map,
    /// What lies between.
    pub differences: Differences,
    /// Who did which part of it.
    pub shares: Vec<Share>,
    /// How many fields would have two values that have one now.
    pub choices: usize,
    /// The pictures that show only with them, by their keys.
    pub pictures: Vec<(String, Vec<u8>)>,
}

/// The keys of the pictures that a map shows.
fn keys(map: &Map) -> BTreeSet<&str> {
    map.details.keys().map(|thing| map.picture(*thing)).filter(|key| !key.is_empty()).collect()
}

impl Session {
    /// Takes in the changes of several copies, as the worker found them new here, and says what that
    /// changed. The session is not to be used for anything else afterwards, hence by value.
    ///
    /// # Errors
    /// As [`Session::merge_tab`].
    pub fn preview(mut self, copies: &[Vec<u8>]) -> Result<Preview, MergeError> {
        let before = self.map.clone();
        let mut known: Vec<HashSet<ChangeHash>> = Vec::new();
        for copy in copies {
            let changes = chunks::changes(copy).map_err(MergeError::Unreadable)?;
            known.push(changes.iter().map(Stored::hash).collect());
        }
        let taken = self.take(&copies.concat())?;
        let both = taken.renamed(&self.doc);
        let both = both.into_iter().map(|kept| kept.both).collect();
        let differences = Differences { both, ..taken.differences };
        let file_of = |change: &Stored| {
            known.iter().position(|hashes| hashes.contains(&change.hash())).unwrap_or_default()
        };
        let shares = shares(&self.doc, &taken.new, &file_of, &differences.items);
        let open = |map: &Map| map.choices.values().map(Vec::len).sum::<usize>();
        let choices = open(&self.map).saturating_sub(open(&before)) + differences.both.len();
        let shown = keys(&before);
        let new = keys(&self.map).into_iter().filter(|key| !shown.contains(key));
        let pictures = new.filter_map(|key| Some((key.to_owned(), self.picture(key)?))).collect();
        Ok(Preview { before, after: self.map, differences, shares, choices, pictures })
    }
}
