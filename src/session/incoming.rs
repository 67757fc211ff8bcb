//! What comes from other tabs and from files, and taking a file's changes back.

use super::{Change, MergeError, MergeRow, Merged, Origin, Session, Written};
use crate::model::compare::{Both, Differences, differences, excerpt, plain};
use crate::model::edit::Refused;
use crate::model::edit::writer::Writer;
use crate::model::history::{Rule, reverse};
use crate::model::map::Value;
use crate::model::read::{Moved, refresh, whole};
use crate::model::renamed::{is_named, renamed};
use crate::model::reversal::{text_change, writes_between};
use crate::model::touched::{all_things, touched, with_homes};
use crate::model::{Field, Id, Map, Source, Thing, merge};
use automerge::{AutoCommit, Change as Stored, ChangeHash};
use std::collections::BTreeSet;

/// A file on its way into the map, step by step.
pub struct Merging(merge::Merging);

/// Changes taken in.
pub(super) struct Taken {
    pub(super) new: Vec<Stored>,
    before: Vec<ChangeHash>,
    pub(super) things: BTreeSet<Thing>,
    /// The things touched, as they were.
    old: Map,
    moved: Moved,
}

impl Taken {
    /// The texts renamed on both sides.
    pub(super) fn renamed(&self, doc: &AutoCommit) -> Vec<Both> {
        let found = renamed(doc, &self.before, &self.new, &self.things);
        found.into_iter().map(|kept| kept.both).collect()
    }
}

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
        let bytes = bytes.to_vec();
        let mut merging = Merging(merge::Merging::begin(&mut self.doc, bytes, merge::AT_ONCE));
        while !self.merge_step(&mut merging)? {}
        Ok(self.end_merge_with(merging, source, more))
    }

    /// Begins to take in a file step by step, so that a page can paint between the steps. Until
    /// [`Session::end_merge`] the map stands as it was while the document runs ahead of it: nothing may
    /// be edited or taken in meanwhile.
    pub fn begin_merge(&mut self, bytes: Vec<u8>) -> Merging {
        Merging(merge::Merging::begin(&mut self.doc, bytes, merge::SLICE))
    }

    /// Goes on for a while; `true` when only [`Session::end_merge`] is left.
    ///
    /// # Errors
    /// As [`Session::merge_tab`]. What went in before is a state like any other: ending is still right.
    pub fn merge_step(&mut self, merging: &mut Merging) -> Result<bool, MergeError> {
        merging.0.step(&mut self.doc)
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
        let title = self.map.title.clone();
        let taken = self.taken(merging.0);
        let Taken { new, before, things, old, mut moved } = taken;
        if new.is_empty() {
            let change = self.change(Origin::File, moved, Vec::new());
            return Merged { change, merge: None, differences: Differences::default() };
        }
        let after = self.doc.get_heads();
        let renamed = renamed(&self.doc, &before, &new, &things);
        let mut differences = differences(&old, &self.map, &things);
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
        let rule = Rule { mine: None, later: &later, emptied: &|_, _| false };
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
        let mut merging = merge::Merging::begin(&mut self.doc, bytes.to_vec(), merge::AT_ONCE);
        loop {
            match merging.step(&mut self.doc) {
                Ok(true) => return Ok(self.taken(merging)),
                Ok(false) => {}
                Err(error) => {
                    // What went in before the refusal is in the document: the map follows.
                    drop(self.taken(merging));
                    return Err(error);
                }
            }
        }
    }

    /// Follows in the map what a merge brought.
    fn taken(&mut self, merging: merge::Merging) -> Taken {
        let before = merging.before.clone();
        let merge::Taken { new, touched } = merging.end(&mut self.doc);
        self.hear_of(&new, Some(&touched));
        let mut things = touched.things;
        if touched.merges {
            // A choice that someone settled elsewhere is named in no row any more.
            things.extend(self.map.choices.keys().copied().filter(|thing| is_named(*thing)));
        }
        let mut moved = Moved::default();
        let mut old = excerpt(&self.map, &things);
        if touched.everything {
            old = std::mem::replace(&mut self.map, whole(&self.doc));
            things = all_things(&old);
            things.extend(all_things(&self.map));
            moved.cells.extend(old.cells.keys().chain(self.map.cells.keys()));
            moved.touched.clone_from(&things);
            moved.shape = true;
        } else {
            refresh(&mut self.map, &self.doc, things.iter().copied(), &mut moved);
        }
        let now = self.doc.get_heads();
        for thing in self.history.texts().intersection(&things) {
            let change = text_change(&mut self.doc, *thing, &before, &now);
            self.history.pass(*thing, &change);
        }
        self.history.worked_on(with_homes(&self.map, &things));
        self.history.emptied(emptied(&old, &self.map, &things));
        Taken { new, before, things, old, moved }
    }
}

/// The fields that had a value and have none now; of those that can be without.
fn emptied(old: &Map, now: &Map, things: &BTreeSet<Thing>) -> Vec<(Thing, Field)> {
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
