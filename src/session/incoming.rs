//! What comes from other tabs and from files, and taking a file's changes back.

use super::merging::{Merging, Taken};
use super::{Change, MergeError, MergeRow, Merged, Origin, Session, Written};
use crate::model::compare::{Differences, plain};
use crate::model::edit::Refused;
use crate::model::edit::writer::Writer;
use crate::model::history::{Rule, reverse};
use crate::model::map::Value;
use crate::model::reversal::writes_between;
use crate::model::touched::{touched, with_homes};
use crate::model::{Field, Id, Map, Source, Thing, merge};
use automerge::{Change as Stored, ChangeHash};
use std::collections::BTreeSet;

impl Session {
    /// Takes in changes from another tab. Bytes are concatenated Automerge changes.
    ///
    /// # Errors
    /// When they can't be parsed, or depend on changes not here ([`Missing`](MergeError::Missing)).
    pub fn merge_tab(&mut self, bytes: &[u8]) -> Result<Change, MergeError> {
        let taken = self.take(bytes)?;
        let bytes = raw(&taken.new);
        Ok(self.change(Origin::Tab, taken.moved, bytes))
    }

    /// Takes in what the worker found new in a file, and writes the `merges` row that can undo it.
    ///
    /// # Errors
    /// As [`Session::merge_tab`].
    pub fn merge_file(
        &mut self,
        bytes: &[u8],
        source: &mut dyn Source,
    ) -> Result<Merged, MergeError> {
        self.merge_in(bytes, source, |_| Ok(()))
    }

    /// As [`Session::merge_file`]; `more` is written in the change that remembers it.
    pub(super) fn merge_in(
        &mut self,
        bytes: &[u8],
        source: &mut dyn Source,
        more: impl FnOnce(&mut Writer) -> Result<(), Refused>,
    ) -> Result<Merged, MergeError> {
        let mut merging = Merging::at_once(self, bytes.to_vec());
        while !self.merge_step(&mut merging)? {}
        Ok(self.end_merge_with(merging, source, more))
    }

    /// Begins to take in a file step by step, so that a page can paint between the steps. Until
    /// [`Session::end_merge`] the document runs ahead of the map, which then follows part by part:
    /// nothing may be edited, taken in or shown of it meanwhile.
    pub fn begin_merge(&mut self, bytes: Vec<u8>) -> Merging {
        Merging::by_steps(self, bytes)
    }

    /// Goes on for a while; `true` when only [`Session::end_merge`] is left.
    ///
    /// # Errors
    /// As [`Session::merge_tab`]. What went in before is a state like any other: ending is still right.
    pub fn merge_step(&mut self, merging: &mut Merging) -> Result<bool, MergeError> {
        merging.step(self)
    }

    /// Shows in the map what the steps brought, and writes the `merges` row that can undo it.
    pub fn end_merge(&mut self, merging: Merging, source: &mut dyn Source) -> Merged {
        self.end_merge_with(merging, source, |_| Ok(()))
    }

    fn end_merge_with(
        &mut self,
        merging: Merging,
        source: &mut dyn Source,
        more: impl FnOnce(&mut Writer) -> Result<(), Refused>,
    ) -> Merged {
        let taken = merging.end(self);
        let title = taken.old.title.clone();
        let renamed = taken.renamed(&self.doc);
        let Taken { new, before, mut moved, mut differences, .. } = taken;
        if new.is_empty() {
            let change = self.change(Origin::File, moved, Vec::new());
            return Merged { change, merge: None, differences: Differences::default() };
        }
        let after = self.doc.get_heads();
        differences.both = renamed.iter().map(|kept| kept.both.clone()).collect();
        let mut bytes = raw(&new);
        let mut row = None;
        if !self.map.read_only {
            let remembered = self.transact(source, |w| {
                let id = merge::remember(w, &before, &after, &renamed)?;
                more(w)?;
                Ok(id)
            });
            // Should the document refuse the row, the merge stands all the same, without its undo.
            if let Ok((id, written)) = remembered {
                bytes.extend(&written.bytes);
                moved.touched.extend(written.moved.touched);
                for (thing, delta) in &written.passed {
                    self.history.pass(*thing, delta);
                }
                row = Some(id);
            }
        }
        if self.map.title == title {
            // Whatever came for it, the title is as it was.
            differences.items.retain(|one| one.thing != Thing::Map);
            differences.both.retain(|both| both.thing != Thing::Map);
        }
        let change = self.change(Origin::File, moved, bytes);
        Merged { change, merge: row, differences }
    }

    /// The files taken in, oldest first.
    pub fn merges(&self) -> Vec<MergeRow> {
        merge::rows(&self.doc)
    }

    /// The newest merge that stands undone and had brought one of these heads: importing a file with
    /// these heads again would change nothing; [`Session::redo_merge`] takes it in again. `None` also
    /// when some of the heads are not here.
    pub fn undone_merge_for(&mut self, heads: &[ChangeHash]) -> Option<Id> {
        merge::undone_for(&mut self.doc, heads)
    }

    /// Undoes a merge by inverse edits, as one new change; what changed meanwhile stays and is named
    /// in [`Change::skipped`]. `None` when there is no such merge or it stands undone.
    pub fn undo_merge(&mut self, merge: Id, source: &mut dyn Source) -> Option<Change> {
        self.turn_merge(merge, true, source)
    }

    /// Takes an undone merge in again: the inverse of that undo. `None` when it is not undone.
    pub fn redo_merge(&mut self, merge: Id, source: &mut dyn Source) -> Option<Change> {
        self.turn_merge(merge, false, source)
    }

    fn turn_merge(&mut self, id: Id, undo: bool, source: &mut dyn Source) -> Option<Change> {
        let row = self.merges().into_iter().find(|row| row.id == id)?;
        if row.undone == undo || self.map.read_only {
            return None;
        }
        let (from, to) = merge::span(&mut self.doc, id)?;
        let writes = writes_between(&mut self.doc, &from, &to);
        let since = self.doc.get_changes(&to);
        let late = with_homes(&self.map, &touched(&self.doc, &since).things);
        let later = |thing| late.contains(&thing);
        let rule = Rule { mine: None, later: &later, emptied: &|_, _| false, theirs: Vec::new() };
        let turned = self.transact(source, |w| {
            let skipped = reverse(w, &writes, &rule)?;
            merge::mark(w, id, undo)?;
            Ok(skipped)
        });
        let (skipped, Written { passed, moved, bytes, .. }) = turned.ok()?;
        for (thing, delta) in &passed {
            self.history.pass(*thing, delta);
        }
        let mut change = self.change(Origin::Local, moved, bytes);
        change.skipped = skipped;
        // Who takes others' work back, or in again, knows of it.
        self.news.retain(|thing, _| !change.touched.contains(thing));
        Some(change)
    }

    pub(super) fn take(&mut self, bytes: &[u8]) -> Result<Taken, MergeError> {
        if bytes.is_empty() {
            return Err(MergeError::Unreadable("empty".to_owned()));
        }
        let mut merging = Merging::at_once(self, bytes.to_vec());
        loop {
            match merging.step(self) {
                Ok(true) => return Ok(merging.end(self)),
                Ok(false) => {}
                Err(error) => {
                    // What went in before the refusal is in the document: the map follows.
                    drop(merging.end(self));
                    return Err(error);
                }
            }
        }
    }
}

/// The fields that had a value and have none now; of those that can be without.
pub(super) fn emptied(old: &Map, now: &Map, things: &BTreeSet<Thing>) -> Vec<(Thing, Field)> {
    let mut found = Vec::new();
    for &thing in things {
        let was = plain(old, thing).unwrap_or_default();
        let is = plain(now, thing).unwrap_or_default();
        let empty = |value: &Value| matches!(value, Value::None | Value::Bool(false));
        let value = |field: Field| is.iter().find(|(own, _)| *own == field).map(|(_, value)| value);
        found.extend(
            was.iter()
                .filter(|(field, was)| !empty(was) && value(*field).is_none_or(empty))
                .map(|(field, _)| (thing, *field)),
        );
    }
    found
}

/// The changes as bytes to store: not compressed, so that their checksum covers what is stored.
fn raw(changes: &[Stored]) -> Vec<u8> {
    changes.iter().flat_map(|change| change.raw_bytes()).copied().collect()
}
