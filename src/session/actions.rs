//! My own actions of this session by name, and going back and forth among them.

use super::{Change, Origin, Session};
use crate::model::Source;
use crate::model::deed::Deed;
use crate::model::history::{Way, raw_text};

/// What I did, and what of it is undone.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Actions {
    /// Those that stand, the first first.
    pub done: Vec<Deed>,
    /// Those that were undone, the one to be redone next first.
    pub undone: Vec<Deed>,
}

impl Session {
    /// Takes back the still open gesture `gesture` (Escape while typing), leaving no redo.
    pub fn cancel(&mut self, gesture: u32, source: &mut dyn Source) -> Option<Change> {
        let entry = self.history.pop_gesture(gesture)?;
        self.escaping = true;
        let taken_back = self.take_back(&entry, source);
        self.escaping = false;
        let Some((skipped, written)) = taken_back else {
            let doc = &self.doc;
            self.history.give_up(Way::Undo, entry, |thing| raw_text(doc, thing));
            return None;
        };
        let mut change = self.change(Origin::Local, written.moved, written.bytes);
        change.skipped = skipped;
        Some(change)
    }

    /// My actions as undo and redo would take them.
    pub fn actions(&self) -> Actions {
        let (done, undone) = self.history.deeds();
        Actions { done, undone }
    }

    /// How many actions stand.
    pub fn depth(&self) -> usize {
        self.history.depth()
    }
}
