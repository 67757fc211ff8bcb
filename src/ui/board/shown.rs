//! Lanes folded and hidden, lines not drawn: kept with how the map is looked at.

use super::state::Board;
use crate::analysis::shown::Shown;
use crate::geometry::spot::{self, Spot, Way};
use crate::model::{Id, Map};
use crate::ui::prelude::*;

impl Board {
    /// Changes what is left out or folded.
    pub fn show(&self, change: impl FnOnce(&mut Shown)) {
        self.views.alter(|sight| change(&mut sight.shown));
        self.shut();
    }

    /// The lanes of a map that are not hidden, in their order.
    pub fn lanes_shown(&self, map: &Map) -> Vec<Id> {
        self.shown.with(|shown| {
            map.rows.iter().filter(|lane| !shown.hidden.contains(lane)).copied().collect()
        })
    }

    /// Lays the board out anew if other lanes are folded or hidden than it knows.
    pub fn shut(&self) {
        let shown = self.shown.get_untracked();
        if !self.layout.with_value(|layout| layout.is_shut(&shown)) {
            self.rebuild();
        }
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
