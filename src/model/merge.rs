//! Takes in other copies' changes and remembers how to take them back.

use super::document::{spell, unspell};
use super::edit::Refused;
use super::edit::writer::Writer;
use super::pace::Pace;
use super::renamed::{Kept, kept, write};
use super::rows::{maps_at, rows_at};
use super::touched::{Touched, Touching};
use super::values::{standing, whole_number};
use super::{Id, chunks, decisions};
use automerge::transaction::Transactable;
use automerge::{AutoCommit, Change, ChangeHash, ObjId, ObjType, ROOT, ReadDoc};
use std::collections::{BTreeSet, HashSet, VecDeque};

/// Why changes could not be merged. Nothing was changed.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum MergeError {
    /// The bytes are no Automerge changes.
    Unreadable(String),
    /// They build on changes that are not here yet: read the store again.
    Missing,
}

/// A merge of a file that the document remembers.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct MergeRow {
    /// Its row in `merges`.
    pub id: Id,
    /// When it was taken in, milliseconds since 1970.
    pub time: i64,
    /// Whether it stands undone.
    pub undone: bool,
}

/// What applying changes brought.
pub(crate) struct Taken {
    /// The changes that are now in the document and were not before.
    pub(crate) new: Vec<Change>,
    /// What they touched.
    pub(crate) touched: Touched,
}

/// Changes on their way into a document, in steps between which a page can paint.
pub(crate) struct Merging {
    bytes: Vec<u8>,
    /// How much of the bytes is parsed.
    parsed: usize,
    /// Parsed and not applied yet, in causal order as they came.
    waiting: VecDeque<Change>,
    /// The heads of before.
    pub(crate) before: Vec<ChangeHash>,
    checked: bool,
    /// Applied in the last step.
    slice: Vec<Change>,
    new: Vec<Change>,
    touching: Touching,
    pace: Pace,
}

impl Merging {
    /// Begins; nothing is changed before all bytes were parsed and are known to fit.
    pub(crate) fn begin(doc: &mut AutoCommit, bytes: Vec<u8>, pace: Pace) -> Self {
        Merging {
            pace,
            bytes,
            parsed: 0,
            waiting: VecDeque::new(),
            before: doc.get_heads(),
            checked: false,
            slice: Vec::new(),
            new: Vec::new(),
            touching: Touching::default(),
        }
    }

    /// Goes on for a while; `true` when there is nothing left to do.
    ///
    /// # Errors
    /// When Automerge refuses the changes or predecessors are missing.
    pub(crate) fn step(&mut self, doc: &mut AutoCommit) -> Result<bool, MergeError> {
        let mut ops = 0;
        while self.parsed < self.bytes.len() {
            let next = chunks::next(&self.bytes[self.parsed..]).map_err(MergeError::Unreadable)?;
            let Some((changes, length)) = next else { break };
            self.parsed += length;
            ops += changes.iter().map(Change::len).sum::<usize>();
            self.waiting.extend(changes);
            // Parsing costs less than applying.
            if ops > self.pace.ops().saturating_mul(4) {
                return Ok(false);
            }
        }
        if !self.checked {
            self.check(doc)?;
            if self.pace.is_by_steps() {
                return Ok(false);
            }
        }
        // To apply and to ask what that touched are steps of their own: each takes its time.
        if !self.slice.is_empty() {
            self.touching.add(doc, &self.slice);
            self.new.append(&mut self.slice);
            return Ok(self.waiting.is_empty());
        }
        let mut ops = 0;
        while let Some(change) = self.waiting.pop_front_if(|_| ops < self.pace.ops()) {
            ops += change.len();
            self.slice.push(change);
        }
        doc.apply_changes(self.slice.iter().cloned())
            .map_err(|error| MergeError::Unreadable(error.to_string()))?;
        Ok(self.slice.is_empty())
    }

    /// Says how long the last step took, in milliseconds.
    pub(crate) fn took(&mut self, milliseconds: f64) {
        if !self.slice.is_empty() {
            self.pace.took(milliseconds);
        } else if !self.new.is_empty() {
            // Both steps of a slice are done.
            self.pace.took(milliseconds);
            self.pace.set();
        }
    }

    /// Nothing that these changes build on may be missing; what is here already falls away.
    fn check(&mut self, doc: &mut AutoCommit) -> Result<(), MergeError> {
        let mut own: HashSet<ChangeHash> = HashSet::new();
        self.waiting.retain(|change| {
            let hash = change.hash();
            own.insert(hash) && doc.get_change_meta_by_hash(&hash).is_none()
        });
        let deps: HashSet<ChangeHash> =
            self.waiting.iter().flat_map(|change| change.deps().iter().copied()).collect();
        let outside: Vec<ChangeHash> = deps.difference(&own).copied().collect();
        let known_missing = doc.get_missing_deps(&[]);
        if doc.get_missing_deps(&outside).iter().any(|hash| !known_missing.contains(hash)) {
            return Err(MergeError::Missing);
        }
        self.checked = true;
        Ok(())
    }

    /// What it brought, once [`Merging::step`] said that it is done.
    pub(crate) fn end(mut self, doc: &mut AutoCommit) -> Taken {
        // What waited in the document for these changes came in with them.
        let came = doc.get_heads();
        let known: HashSet<ChangeHash> = self.new.iter().map(Change::hash).collect();
        if came.iter().any(|head| !known.contains(head) && !self.before.contains(head)) {
            let all = doc.get_changes(&self.before);
            let rest: Vec<Change> =
                all.into_iter().filter(|change| !known.contains(&change.hash())).collect();
            self.touching.add(doc, &rest);
            self.new.extend(rest);
        }
        let mut touched = self.touching.take();
        if touched.merges {
            touched.things.extend(kept(doc, None).into_iter().map(|(_, kept)| kept.both.thing));
        }
        let decided = touched.decisions.iter().filter_map(|id| decisions::subject(doc, *id));
        touched.things.extend(decided);
        Taken { new: self.new, touched }
    }
}

/// Writes the row that remembers a merge.
///
/// # Errors
/// Automerge's.
pub(crate) fn remember(
    w: &mut Writer,
    before: &[ChangeHash],
    after: &[ChangeHash],
    both: &[Kept],
) -> Result<Id, Refused> {
    let id = w.source.id();
    let home = maps_at(w.doc, &ROOT, "merges", None);
    let home = home.first().ok_or(Refused::Document)?;
    let row = w.doc.put_object(home, id.to_string(), ObjType::Map)?;
    w.doc.put(&row, "before", spell(before))?;
    w.doc.put(&row, "after", spell(after))?;
    w.doc.put(&row, "time", w.now)?;
    if !both.is_empty() {
        w.doc.put(&row, "both", write(both.iter()))?;
        w.touch(both.iter().map(|kept| kept.both.thing));
    }
    Ok(id)
}

/// The rows of `merges`, oldest first.
pub(crate) fn rows(doc: &AutoCommit) -> Vec<MergeRow> {
    let mut found: Vec<MergeRow> = Vec::new();
    for id in ids(doc) {
        let Some(row) = rows_at(doc, "merges", &id.to_string(), None).into_iter().next() else {
            continue;
        };
        let scalar = |key: &str| standing(doc, &row, key, None).into_iter().next();
        let time = scalar("time").and_then(|(time, _)| whole_number(time.as_scalar()?));
        let undone = scalar("undone").is_some_and(|(undone, _)| undone.as_bool() == Some(true));
        found.push(MergeRow { id, time: time.unwrap_or_default(), undone });
    }
    found.sort_by_key(|row| (row.time, row.id));
    found
}

fn ids(doc: &AutoCommit) -> BTreeSet<Id> {
    let homes = maps_at(doc, &ROOT, "merges", None);
    homes.iter().flat_map(|home| doc.keys(home)).filter_map(|key| Id::parse(&key)).collect()
}

/// Heads before and after what would have to be reversed to undo a merge, or to take an undone one in
/// again: the merge itself, or the last change that undid or redid it.
pub(crate) fn span(doc: &mut AutoCommit, merge: Id) -> Option<(Vec<ChangeHash>, Vec<ChangeHash>)> {
    let row = rows_at(doc, "merges", &merge.to_string(), None).into_iter().next()?;
    if let Some((_, op)) = standing(doc, &row, "undone", None).into_iter().next() {
        let hash = doc.hash_for_opid(&op)?;
        let deps = doc.get_change_meta_by_hash(&hash)?.deps;
        return Some((deps, vec![hash]));
    }
    Some((heads_of(doc, &row, "before")?, heads_of(doc, &row, "after")?))
}

fn heads_of(doc: &AutoCommit, row: &ObjId, key: &str) -> Option<Vec<ChangeHash>> {
    let (stored, _) = standing(doc, row, key, None).into_iter().next()?;
    stored.as_str().map(unspell)
}

/// Notes that a merge is undone, or taken in again.
///
/// # Errors
/// When there is no such row.
pub(crate) fn mark(w: &mut Writer, merge: Id, undone: bool) -> Result<(), Refused> {
    let row = rows_at(w.doc, "merges", &merge.to_string(), None);
    w.doc.put(row.first().ok_or(Refused::Document)?, "undone", undone)?;
    Ok(())
}

/// The newest undone merge that brought one of these heads.
pub(crate) fn undone_for(doc: &mut AutoCommit, heads: &[ChangeHash]) -> Option<Id> {
    if heads.is_empty() || heads.iter().any(|hash| doc.get_change_meta_by_hash(hash).is_none()) {
        return None;
    }
    let undone = rows(doc).into_iter().rev().filter(|row| row.undone);
    for row in undone.collect::<Vec<_>>() {
        let object = rows_at(doc, "merges", &row.id.to_string(), None).into_iter().next()?;
        let (before, after) = (heads_of(doc, &object, "before")?, heads_of(doc, &object, "after")?);
        let brought: HashSet<ChangeHash> =
            between(doc, &before, &after).iter().map(Change::hash).collect();
        if heads.iter().any(|hash| brought.contains(hash)) {
            return Some(row.id);
        }
    }
    None
}

/// The changes that lead from the heads `from` to the heads `to`, oldest first.
pub(crate) fn between(doc: &mut AutoCommit, from: &[ChangeHash], to: &[ChangeHash]) -> Vec<Change> {
    let since = doc.get_changes(from);
    let position: std::collections::HashMap<ChangeHash, usize> =
        since.iter().enumerate().map(|(at, change)| (change.hash(), at)).collect();
    let mut wanted = BTreeSet::new();
    let mut open: Vec<usize> = to.iter().filter_map(|hash| position.get(hash).copied()).collect();
    while let Some(at) = open.pop() {
        if wanted.insert(at) {
            open.extend(since[at].deps().iter().filter_map(|dep| position.get(dep).copied()));
        }
    }
    wanted.into_iter().map(|at| since[at].clone()).collect()
}

/// The rows of `variants` that were not merged back.
pub(crate) fn open_variants(doc: &AutoCommit) -> Vec<Id> {
    let homes = maps_at(doc, &ROOT, "variants", None);
    let keys: BTreeSet<String> = homes.iter().flat_map(|home| doc.keys(home)).collect();
    let open = |key: &&String| {
        let rows = rows_at(doc, "variants", key, None);
        !rows.is_empty() && rows.iter().all(|row| standing(doc, row, "merged", None).is_empty())
    };
    keys.iter().filter(open).filter_map(|key| Id::parse(key)).collect()
}
