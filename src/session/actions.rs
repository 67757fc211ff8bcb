//! My own actions of this session by name, and going back and forth among them.

use super::Session;
use crate::model::deed::Deed;

/// What I did, and what of it is undone.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Actions {
    /// Those that stand, the first first.
    pub done: Vec<Deed>,
    /// Those that were undone, the one to be redone next first.
    pub undone: Vec<Deed>,
}

impl Session {
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
