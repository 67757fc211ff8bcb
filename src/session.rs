//! One open map: an edit or a merge comes in, a [`Change`] with everything others need goes out.

mod actions;
mod decided;
mod heads;
mod incoming;
pub mod marks;
mod merging;
mod news;
mod people;
mod pictures;
pub mod preview;
mod restore;
mod sharing;
mod variants;

use crate::model::authors::ESCAPED;
use crate::model::compare::Differences;
use crate::model::deed::Deed;
use crate::model::delta::Delta;
use crate::model::document::{Unreadable, fresh, new_actor, skeleton_bytes, spell};
use crate::model::edit::writer::Writer;
use crate::model::edit::{Edit, Refused, write};
use crate::model::history::{Entry, History, Rule, Way, Write, are_visible, raw_text, reverse};
use crate::model::merge;
use crate::model::people::Person;
use crate::model::read::{Moved, refresh, whole};
use crate::model::spans::Span;
use crate::model::touched::all_things;
use crate::model::values::base_actor;
use crate::model::{Id, Kind, Map, Source, Thing, apart, chunks};
use automerge::transaction::{CommitOptions, Transactable};
use automerge::{AutoCommit, ChangeHash};
use std::collections::{BTreeMap, BTreeSet, HashSet};

pub use crate::model::merge::{MergeError, MergeRow};
pub use crate::model::variant::Variant;
pub use actions::Actions;
pub use news::News;
pub use people::{Authors, Byline, Who};

/// Where a change came from.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Origin {
    /// This tab's own edit, undo or redo.
    Local,
    /// Another tab of this browser.
    Tab,
    /// A file.
    File,
}

/// What changed. Everything behind an edit reacts to this and to nothing else.
#[derive(Clone, Debug)]
pub struct Change {
    /// Where it came from.
    pub origin: Origin,
    /// The things it touched, each once. A moved or deleted card also touches its old cell: see
    /// `cells`.
    pub touched: Vec<Thing>,
    /// The cells (lane, step) whose cards or whose order changed, old and new places alike.
    pub cells: Vec<(Id, Id)>,
    /// Columns, rows or personas came, went or moved.
    pub shape: bool,
    /// A moment of truth came, went or moved.
    pub stars: bool,
    /// The Automerge change bytes to store and to send to other tabs; empty if nothing new.
    pub bytes: Vec<u8>,
    /// Heads after it.
    pub heads: Vec<ChangeHash>,
    /// Things an undo or redo left alone because someone changed them meanwhile.
    pub skipped: Vec<Thing>,
}

/// What an import brought, and the handle to take it back.
#[derive(Clone, Debug)]
pub struct Merged {
    /// The change to apply to screen and storage.
    pub change: Change,
    /// The row in the document's `merges` that remembers it; `None` if nothing new came.
    pub merge: Option<Id>,
    /// In words and counts: what is different.
    pub differences: Differences,
}

/// One open map.
pub struct Session {
    doc: AutoCommit,
    map: Map,
    history: History,
    /// This opening's actor in hex.
    actor: String,
    /// Whose work this is; written with the actor's first change.
    person: Option<Person>,
    introduced: bool,
    /// The next change only takes back what was typed.
    escaping: bool,
    /// What others did since the person last looked.
    news: BTreeMap<Thing, News>,
}

/// A map opened from storage.
pub struct Opened {
    /// The session.
    pub session: Session,
    /// Chunks that could not be read, by their position in the input, with the reason.
    pub broken: Vec<(usize, String)>,
    /// Changes whose predecessors are not here: kept, not shown.
    pub waiting: usize,
}

/// What one transaction wrote; all empty when it wrote nothing.
#[derive(Default)]
struct Written {
    /// The heads it was written at.
    before: Vec<ChangeHash>,
    log: Vec<Write>,
    passed: Vec<(Thing, Delta)>,
    moved: Moved,
    bytes: Vec<u8>,
}

impl Session {
    /// A new map: the skeleton, then `first` (with kind and a fresh lineage) as one change. It is the
    /// beginning: there is nothing to undo.
    ///
    /// # Errors
    /// When `first` is refused.
    pub fn create(
        kind: Kind,
        first: Edit,
        source: &mut dyn Source,
    ) -> Result<(Self, Change), Refused> {
        Session::create_by(None, kind, first, source)
    }

    /// As [`Session::create`], as the work of a person.
    ///
    /// # Errors
    /// When `first` is refused.
    pub fn create_by(
        person: Option<Person>,
        kind: Kind,
        first: Edit,
        source: &mut dyn Source,
    ) -> Result<(Self, Change), Refused> {
        let doc = fresh(new_actor(source)).map_err(|_| Refused::Document)?;
        let mut session = Session::around(doc);
        session.person = person;
        let found = Edit::Found { kind, id: source.id() };
        let first = Edit::Several(vec![found, first]);
        let mut change = session.apply(first, 0, source)?;
        session.history = History::default();
        change.bytes = [skeleton_bytes(), &change.bytes].concat();
        Ok((session, change))
    }

    /// Opens a document from the bytes of its chunks, each parsed by itself.
    ///
    /// # Errors
    /// When no chunk holds a Parcours document.
    pub fn open(chunks: &[Vec<u8>], source: &mut dyn Source) -> Result<Opened, Unreadable> {
        let mut loaded = chunks::load(chunks)?;
        loaded.doc.set_actor(new_actor(source));
        let session = Session::around(loaded.doc);
        Ok(Opened { session, broken: loaded.broken, waiting: loaded.waiting })
    }

    fn around(doc: AutoCommit) -> Self {
        let map = whole(&doc);
        let actor = base_actor(doc.get_actor());
        let history = History::default();
        let news = BTreeMap::new();
        let (introduced, escaping) = (false, false);
        Session { doc, map, history, actor, person: None, introduced, escaping, news }
    }

    /// The map as it stands.
    pub fn map(&self) -> &Map {
        &self.map
    }

    /// The current heads.
    pub fn heads(&mut self) -> Vec<ChangeHash> {
        self.doc.get_heads()
    }

    /// The id all copies of this map share.
    pub fn lineage(&self) -> String {
        self.map.id.clone()
    }

    /// The variants in this copy that were not merged back, in order of their ids.
    pub fn open_variants(&self) -> Vec<Id> {
        merge::open_variants(&self.doc)
    }

    /// Applies one edit as one transaction and one undo entry. Successive edits with the same
    /// non-zero `gesture` join one undo entry (a text being typed).
    ///
    /// # Errors
    /// When the edit is refused; nothing was written.
    pub fn apply(
        &mut self,
        edit: Edit,
        gesture: u32,
        source: &mut dyn Source,
    ) -> Result<Change, Refused> {
        if self.map.read_only {
            return Err(Refused::ReadOnly);
        }
        let written = self.transact(source, |w| write(w, &edit))?.1;
        if !written.log.is_empty() {
            self.history.push(gesture, Deed::of(&edit), written.before, written.log);
        }
        Ok(self.change(Origin::Local, written.moved, written.bytes))
    }

    /// Undoes my last action that still has a visible effect. `None` when there is none.
    pub fn undo(&mut self, source: &mut dyn Source) -> Option<Change> {
        self.go(Way::Undo, source)
    }

    /// Redoes what [`Session::undo`] undid last. `None` when there is nothing.
    pub fn redo(&mut self, source: &mut dyn Source) -> Option<Change> {
        self.go(Way::Redo, source)
    }

    /// Whether undo and redo have something to do.
    pub fn can(&self) -> (bool, bool) {
        self.history.can()
    }

    /// The whole document as one compact file.
    pub fn save(&mut self) -> Vec<u8> {
        self.doc.save()
    }

    /// The changes not known at `heads`, as Automerge change chunks.
    pub fn changes_after(&mut self, heads: &[ChangeHash]) -> Vec<u8> {
        self.doc.save_after(heads)
    }

    /// What is in the map's bin, newest first; what was purged is there again once someone's writing
    /// stands in it.
    pub fn deleted(&self) -> Vec<Thing> {
        let things = all_things(&self.map).into_iter().filter(|thing| !self.map.is_gone(*thing));
        let mut found: Vec<(i64, Thing)> =
            things.filter_map(|thing| Some((self.map.deleted_at(thing)?, thing))).collect();
        found.sort_by_key(|(at, thing)| (std::cmp::Reverse(*at), *thing));
        found.into_iter().map(|(_, thing)| thing).collect()
    }

    fn go(&mut self, way: Way, source: &mut dyn Source) -> Option<Change> {
        if self.map.read_only {
            return None;
        }
        let mut skipped = Vec::new();
        while let Some(entry) = self.history.pop(way) {
            let taken_back = if are_visible(&self.map, &entry.writes) {
                self.take_back(&entry, source)
            } else {
                None
            };
            let Some((left, written)) = taken_back else {
                let doc = &self.doc;
                self.history.give_up(way, entry, |thing| raw_text(doc, thing));
                continue;
            };
            skipped.extend(left);
            if !written.bytes.is_empty() {
                self.history.turn(way, &entry, written.before, written.log);
                let mut change = self.change(Origin::Local, written.moved, written.bytes);
                change.skipped = skipped;
                return Some(change);
            }
        }
        (!skipped.is_empty()).then(|| {
            let mut change = self.change(Origin::Local, Moved::default(), Vec::new());
            change.skipped = skipped;
            change
        })
    }

    /// Reverses an entry; `None`, with nothing written, when the document refused or nothing would be
    /// seen of it: what stands in the bin is left as it is.
    fn take_back(
        &mut self,
        entry: &Entry,
        source: &mut dyn Source,
    ) -> Option<(Vec<Thing>, Written)> {
        let late: HashSet<Thing> = self.history.later(entry);
        let me = self.actor.clone();
        let emptied = self.history.emptied_later(entry);
        let theirs = self.theirs(entry, &late);
        let rule = Rule {
            theirs,
            mine: Some(&me),
            later: &|thing| late.contains(&thing),
            emptied: &|thing, field| emptied.contains(&(thing, field)),
        };
        let reversed = self.transact(source, |w| {
            let skipped = reverse(w, &entry.writes, &rule)?;
            let seen = w.log.is_empty() || are_visible(w.map, &w.log);
            if seen { Ok(skipped) } else { Err(Refused::NothingSeen) }
        });
        reversed.ok()
    }

    /// What others made the texts of an entry bear without knowing of it.
    fn theirs(&mut self, entry: &Entry, late: &HashSet<Thing>) -> Vec<(Thing, Vec<Span>)> {
        let marked = entry.writes.iter().filter_map(|write| match write {
            Write::Marks { thing, spans } if late.contains(thing) => Some((*thing, spans)),
            _ => None,
        });
        let marked: Vec<(Thing, &Vec<Span>)> = marked.collect();
        if marked.is_empty() {
            return Vec::new();
        }
        let spans = marked.iter().flat_map(|(_, spans)| spans.iter());
        let names: BTreeSet<String> = spans.map(|span| span.name.clone()).collect();
        let things: BTreeSet<Thing> = marked.iter().map(|(thing, _)| *thing).collect();
        let at = apart::heads(&mut self.doc, &entry.before, &self.actor);
        let of = |thing| (thing, apart::marked(&mut self.doc, thing, &names, &at));
        things.into_iter().map(of).collect()
    }

    /// Runs one transaction. When `write` refuses, or wrote nothing, the document stays as it was.
    fn transact<T>(
        &mut self,
        source: &mut dyn Source,
        write: impl FnOnce(&mut Writer) -> Result<T, Refused>,
    ) -> Result<(T, Written), Refused> {
        let before = self.doc.get_heads();
        let heads = spell(&before);
        let now = source.now();
        let mut w = Writer {
            doc: &mut self.doc,
            map: &mut self.map,
            source,
            now,
            person: self.person.as_ref().map(|person| person.id),
            heads,
            log: Vec::new(),
            passed: Vec::new(),
            moved: Moved::default(),
        };
        let result = write(&mut w).and_then(|value| {
            w.introduce(&self.actor, self.person.as_ref().filter(|_| !self.introduced))?;
            Ok(value)
        });
        let Writer { log, passed, moved, .. } = w;
        let value = match result {
            Ok(value) if self.doc.pending_ops() > 0 => value,
            Ok(value) => {
                self.doc.rollback();
                return Ok((value, Written::default()));
            }
            Err(refused) => {
                self.doc.rollback();
                refresh(&mut self.map, &self.doc, moved.touched, &mut Moved::default());
                return Err(refused);
            }
        };
        self.introduced |= self.person.is_some();
        let mut options = CommitOptions::default().with_time(now.div_euclid(1000));
        options.message = self.escaping.then(|| ESCAPED.to_owned());
        let hash = self.doc.commit_with(options);
        // The change is rebuilt from its operations: the cost does not grow with the document.
        let change = hash.and_then(|hash| self.doc.get_change_by_hash(&hash));
        let bytes = change.map(|change| change.raw_bytes().to_vec()).unwrap_or_default();
        Ok((value, Written { before, log, passed, moved, bytes }))
    }

    fn change(&mut self, origin: Origin, moved: Moved, bytes: Vec<u8>) -> Change {
        Change {
            origin,
            touched: moved.touched.into_iter().collect(),
            cells: moved.cells.into_iter().collect(),
            shape: moved.shape,
            stars: moved.stars,
            bytes,
            heads: self.doc.get_heads(),
            skipped: Vec::new(),
        }
    }
}
