//! Paths that leave the straight way: loops back and alternatives from one step to another, one row of
//! `paths` each.

use super::map::Deleted;
use super::row::Row;
use super::{Detail, Field, Id, Map, Thing};
use serde::{Deserialize, Serialize};

/// What a path is.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
pub enum PathKind {
    /// Back to an earlier step.
    Loop,
    /// On to another step than the next; also a word that this version does not know.
    Alternative,
}

impl PathKind {
    /// The word in the document.
    pub fn word(self) -> &'static str {
        match self {
            PathKind::Loop => "loop",
            PathKind::Alternative => "alternative",
        }
    }

    /// The kind a word stands for.
    pub fn parse(word: &str) -> Self {
        if word == "loop" { PathKind::Loop } else { PathKind::Alternative }
    }
}

/// A path.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Path {
    /// The step it leaves; may dangle.
    pub from: Id,
    /// The step it leads to; may dangle.
    pub to: Id,
    /// Loop or alternative.
    pub kind: PathKind,
    /// When it is taken, in words; may be empty.
    pub condition: String,
    /// In the bin since.
    pub deleted: Option<Deleted>,
}

/// The row of a path.
pub(crate) fn path(row: &Row) -> Path {
    let place = row.text(Field::Place);
    let (from, to) = place.split_once('|').unwrap_or_default();
    Path {
        from: Id::parse(from).unwrap_or_default(),
        to: Id::parse(to).unwrap_or_default(),
        kind: PathKind::parse(&row.text(Field::Kind)),
        condition: row.text(Field::Text),
        deleted: row.deleted(),
    }
}

impl Map {
    /// Whether a persona goes through a step: the line passes over those it skips.
    pub fn goes_through(&self, persona: Id, step: Id) -> bool {
        !self.is(Thing::Feeling { persona, step }, Detail::Skips)
    }

    /// The level felt at a step, if the persona goes through it.
    pub fn level(&self, persona: Id, step: Id) -> Option<i8> {
        let level = self.feelings.get(&(persona, step))?.level;
        level.filter(|_| self.goes_through(persona, step))
    }

    /// The paths between visible steps, by id: each with the positions of its columns.
    pub fn drawn_paths(&self) -> Vec<(Id, usize, usize)> {
        let at = |step: Id| self.columns.iter().position(|column| column.step == Some(step));
        let visible = self.paths.iter().filter(|(_, path)| path.deleted.is_none());
        let mut found: Vec<(Id, usize, usize)> =
            visible.filter_map(|(id, path)| Some((*id, at(path.from)?, at(path.to)?))).collect();
        found.sort_unstable();
        found
    }

    /// The paths that leave a step, by id.
    pub fn paths_from(&self, step: Id) -> Vec<Id> {
        let from =
            self.paths.iter().filter(|(_, path)| path.from == step && path.deleted.is_none());
        let mut found: Vec<Id> = from.map(|(id, _)| *id).collect();
        found.sort_unstable();
        found
    }
}
