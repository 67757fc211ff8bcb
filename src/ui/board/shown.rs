//! What of the map this browser leaves out or folds. No edit: the map itself stays as it is.

use crate::model::Id;
use std::collections::HashSet;

/// What is left out or folded on the board.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Shown {
    /// Personas whose lines are not drawn.
    pub quiet: HashSet<Id>,
}

/// Puts in what is not there, takes out what is.
pub fn toggle(set: &mut HashSet<Id>, id: Id) {
    if !set.remove(&id) {
        set.insert(id);
    }
}
