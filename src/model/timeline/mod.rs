//! A map's history as a timeline: who sat down at it when, what they touched, and moments to look at.
//!
//! All changes stand in **one causal order**, the same in every copy that has the same changes: no
//! change before one it builds on, and otherwise as long as possible within one sitting. A **sitting**
//! is one person's changes without a pause of more than [`PAUSE`]; it ends when none of that person's
//! next changes is to be had, because they build on someone else's. The next sitting begins with the
//! oldest change to be had, ties by hash. What two people did apart at the same time therefore stands
//! as two sittings, one after the other, and not interleaved.
//!
//! A **moment** is a beginning of that order, up to and with one change. Where there are more than
//! [`MOST`] changes, each sitting gets moments in proportion to its changes, evenly spread, at least
//! one: its last.

mod causal;
mod past;

pub use past::Past;

use super::{Id, Thing};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// A longer pause begins a new sitting, seconds.
pub const PAUSE: i64 = 30 * 60;
/// So many moments at most, and one more for each sitting.
pub const MOST: usize = 1000;

/// The history of a map, as plain values.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
pub struct Timeline {
    /// Oldest first.
    pub sittings: Vec<Sitting>,
    /// Oldest first; the last is the present.
    pub moments: Vec<Moment>,
    /// The named versions outside the bin, newest state first.
    pub versions: Vec<Placed>,
    /// How many changes there are.
    pub changes: usize,
    /// The heads of the present, hexadecimal.
    pub heads: Vec<String>,
}

/// One person at work without a long pause.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
pub struct Sitting {
    /// The person's id, if it is known whose actor wrote this.
    pub person: Option<String>,
    /// The person's name; may be empty.
    pub name: String,
    /// Time of the first change, milliseconds since 1970.
    pub from: i64,
    /// Time of the last change.
    pub until: i64,
    /// How many changes.
    pub changes: usize,
    /// How many things they touched.
    pub counts: Counts,
    /// The position of its last moment in [`Timeline::moments`].
    pub last: usize,
}

/// Where a named version stands among the sittings.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Placed {
    /// Its id.
    pub version: Id,
    /// The sitting that ends its state, by position.
    pub sitting: usize,
    /// The first moment that holds its state, by position.
    pub moment: usize,
}

/// How many things of each sort were touched.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct Counts {
    /// The title.
    pub title: bool,
    /// Stages.
    pub stages: usize,
    /// Steps.
    pub steps: usize,
    /// Lanes.
    pub lanes: usize,
    /// Cards.
    pub cards: usize,
    /// Personas.
    pub personas: usize,
    /// Feelings.
    pub feelings: usize,
    /// Notes.
    pub notes: usize,
    /// Loops and alternative paths.
    pub paths: usize,
    /// Saved views.
    pub views: usize,
    /// Entries of each list.
    pub lists: [usize; 4],
    /// Texts of the goal sheet.
    pub goals: usize,
}

impl Counts {
    fn of(things: &BTreeSet<Thing>) -> Self {
        let mut counts = Counts::default();
        for thing in things {
            match thing {
                Thing::Map => counts.title = true,
                Thing::Stage(_) => counts.stages += 1,
                Thing::Step(_) => counts.steps += 1,
                Thing::Lane(_) => counts.lanes += 1,
                Thing::Card(_) => counts.cards += 1,
                Thing::Persona(_) => counts.personas += 1,
                Thing::Feeling { .. } => counts.feelings += 1,
                Thing::Note(_) => counts.notes += 1,
                Thing::Path(_) => counts.paths += 1,
                Thing::View(_) => counts.views += 1,
                Thing::Entry(list, _) => counts.lists[*list as usize] += 1,
                Thing::Goal(_) => counts.goals += 1,
                Thing::Version(_) => {}
            }
        }
        counts
    }
}

/// A beginning of the order: everything up to and with one change.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
pub struct Moment {
    /// The hash of that change, hexadecimal.
    pub change: String,
    /// Its time, milliseconds since 1970.
    pub time: i64,
    /// The sitting it belongs to, by position.
    pub sitting: usize,
}

/// A state of the map that can be looked at.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub enum Point {
    /// As it is.
    #[default]
    Now,
    /// After the change of a moment.
    Moment(String),
    /// At these heads, hexadecimal.
    Heads(Vec<String>),
}
