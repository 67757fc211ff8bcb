//! What of the map this browser leaves out or folds. No edit: the map itself stays as it is.

use super::state::Board;
use crate::geometry::spot::{self, Spot, Way};
use crate::model::Id;
use std::collections::HashSet;

/// What is left out or folded on the board.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Shown {
    /// Personas whose lines are not drawn.
    pub quiet: HashSet<Id>,
    /// Lanes folded to one line.
    pub folded: HashSet<Id>,
    /// Lanes that are hidden.
    pub hidden: HashSet<Id>,
}

/// Puts in what is not there, takes out what is.
pub fn toggle(set: &mut HashSet<Id>, id: Id) {
    if !set.remove(&id) {
        set.insert(id);
    }
}

impl Board {
    /// Changes what is left out or folded; the board is laid out anew.
    pub fn show(&self, change: impl FnOnce(&mut Shown)) {
        self.shown.update(|shown| change(shown));
        self.rebuild();
    }

    /// Where the selection goes from a place: past the cells of lanes that are folded or hidden, and
    /// past the headers of hidden ones.
    pub fn beyond(&self, from: Spot, way: Way) -> Spot {
        self.shown.with_untracked(|shown| {
            let shut = |spot: &Spot| match spot {
                Spot::Lane(lane) => shown.hidden.contains(lane),
                Spot::Cell { lane, .. } => {
                    shown.hidden.contains(lane) || shown.folded.contains(lane)
                }
                _ => false,
            };
            self.shell.mirror.read(|map| {
                let mut now = from;
                loop {
                    let next = spot::go(map, now, way);
                    if next == now {
                        return from;
                    }
                    if !shut(&next) {
                        return next;
                    }
                    now = next;
                }
            })
        })
    }
}
