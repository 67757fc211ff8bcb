//! One open map: an edit or a merge comes in, a [`Change`] with everything others need goes out.

use crate::model::compare::Differences;
use crate::model::edit::{Edit, Refused};
use crate::model::{Id, Map, Source, Thing};
use automerge::ChangeHash;

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
    _todo: (),
}

impl Session {
    /// A new map: the skeleton, then `first` as one change.
    ///
    /// # Errors
    /// When `first` is refused.
    pub fn create(
        kind: crate::model::Kind,
        first: Edit,
        source: &mut dyn Source,
    ) -> Result<(Self, Change), Refused> {
        let _ = (kind, first, source);
        todo!()
    }

    /// Opens a document from the bytes of its chunks, each parsed by itself.
    ///
    /// # Errors
    /// When no chunk holds a Parcours document.
    pub fn open(
        chunks: &[Vec<u8>],
        source: &mut dyn Source,
    ) -> Result<Opened, crate::model::document::Unreadable> {
        let _ = (chunks, source);
        todo!()
    }

    /// The map as it stands.
    pub fn map(&self) -> &Map {
        todo!()
    }

    /// The current heads.
    pub fn heads(&mut self) -> Vec<ChangeHash> {
        todo!()
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
        let _ = (edit, gesture, source);
        todo!()
    }

    /// Undoes my last action that still has a visible effect. `None` when there is none.
    pub fn undo(&mut self, source: &mut dyn Source) -> Option<Change> {
        let _ = source;
        todo!()
    }

    /// Redoes what [`Session::undo`] undid last. `None` when there is nothing.
    pub fn redo(&mut self, source: &mut dyn Source) -> Option<Change> {
        let _ = source;
        todo!()
    }

    /// Takes back the still open gesture `gesture` (Escape while typing), leaving no redo.
    pub fn cancel(&mut self, gesture: u32, source: &mut dyn Source) -> Option<Change> {
        let _ = (gesture, source);
        todo!()
    }

    /// Whether undo and redo have something to do.
    pub fn can(&self) -> (bool, bool) {
        todo!()
    }

    /// Takes in changes from another tab. Bytes are concatenated Automerge changes.
    ///
    /// # Errors
    /// When they can't be parsed, or depend on changes not here ([`Missing`](MergeError::Missing)).
    pub fn merge_tab(&mut self, bytes: &[u8]) -> Result<Change, MergeError> {
        let _ = bytes;
        todo!()
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
        let _ = (bytes, source);
        todo!()
    }

    /// Undoes a merge by inverse edits, as one new change; what changed meanwhile stays.
    pub fn undo_merge(&mut self, merge: Id, source: &mut dyn Source) -> Option<Change> {
        let _ = (merge, source);
        todo!()
    }

    /// Takes an undone merge in again: the inverse of that undo.
    pub fn redo_merge(&mut self, merge: Id, source: &mut dyn Source) -> Option<Change> {
        let _ = (merge, source);
        todo!()
    }

    /// The whole document as one compact file.
    pub fn save(&mut self) -> Vec<u8> {
        todo!()
    }
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

/// Why changes could not be merged. Nothing was changed.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum MergeError {
    /// The bytes are no Automerge changes.
    Unreadable(String),
    /// They build on changes that are not here yet: read the store again.
    Missing,
}
