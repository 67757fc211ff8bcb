//! A merge on its way: its changes go into the document, then the map follows, step by step.

use super::incoming::emptied;
use super::{MergeError, Session};
use crate::model::compare::{Differences, differences, excerpt};
use crate::model::merge;
use crate::model::pace::Pace;
use crate::model::read::{Moved, refresh, whole};
use crate::model::renamed::{Kept, renamed};
use crate::model::reversal::text_change;
use crate::model::rewritten::Rewriting;
use crate::model::touched::{Touched, all_things, with_homes};
use crate::model::{Map, Thing};
use automerge::{AutoCommit, Change as Stored, ChangeHash};
use std::collections::BTreeSet;

/// How many things the map reads anew in one step.
const PART: usize = 500;

/// A file on its way into the map.
pub struct Merging {
    stage: Stage,
    /// How many things are followed in a step.
    part: usize,
}

/// How far it is.
enum Stage {
    /// Its changes go into the document.
    Applying(merge::Merging),
    /// They are in; what they touched is to be listed.
    Applied(Taken, Touched),
    /// The map reads what they touched; the rest is still to be read.
    Following(Taken, Vec<Thing>),
    /// The map has followed; what is different is to be told.
    Followed(Taken),
    /// It is told; texts that both sides wrote anew are to be found.
    Differs(Taken),
    /// They are looked for.
    Rereading(Taken, Rewriting),
    /// All is done.
    Told(Taken),
    /// Between two of these.
    Moving,
}

/// Changes taken in.
#[derive(Default)]
pub(super) struct Taken {
    pub(super) new: Vec<Stored>,
    pub(super) before: Vec<ChangeHash>,
    pub(super) things: BTreeSet<Thing>,
    /// The things touched, as they were.
    pub(super) old: Map,
    pub(super) moved: Moved,
    pub(super) differences: Differences,
    /// Texts that both sides wrote anew.
    rewritten: BTreeSet<Thing>,
}

impl Taken {
    /// The texts renamed or written anew on both sides.
    pub(super) fn renamed(&self, doc: &AutoCommit) -> Vec<Kept> {
        renamed(doc, &self.before, &self.new, &self.things, &self.rewritten)
    }
}

impl Merging {
    /// In steps between which a page can paint.
    pub(super) fn by_steps(session: &mut Session, bytes: Vec<u8>) -> Self {
        let merging = merge::Merging::begin(&mut session.doc, bytes, Pace::BY_STEPS);
        Merging { stage: Stage::Applying(merging), part: PART }
    }

    /// In as few steps as can be.
    pub(super) fn at_once(session: &mut Session, bytes: Vec<u8>) -> Self {
        let merging = merge::Merging::begin(&mut session.doc, bytes, Pace::AT_ONCE);
        Merging { stage: Stage::Applying(merging), part: usize::MAX }
    }

    /// Goes on for a while; `true` when nothing is left to do.
    ///
    /// # Errors
    /// When the changes are refused; what went in before that is to be followed all the same.
    pub(super) fn step(&mut self, session: &mut Session) -> Result<bool, MergeError> {
        if let Stage::Applying(merging) = &mut self.stage
            && !merging.step(&mut session.doc)?
        {
            return Ok(false);
        }
        self.stage = session.follow(std::mem::replace(&mut self.stage, Stage::Moving), self.part);
        Ok(matches!(self.stage, Stage::Told(_)))
    }

    /// Says how long the last step took, in milliseconds: the next ones are larger or smaller for it.
    pub fn took(&mut self, milliseconds: f64) {
        if let Stage::Applying(merging) = &mut self.stage {
            merging.took(milliseconds);
        }
    }

    /// What it brought; goes the rest of the way at once.
    pub(super) fn end(self, session: &mut Session) -> Taken {
        let mut stage = self.stage;
        loop {
            match stage {
                Stage::Told(taken) => return taken,
                Stage::Moving => return Taken::default(),
                _ => stage = session.follow(stage, usize::MAX),
            }
        }
    }
}

impl Session {
    /// One step of the map on its way behind the document.
    fn follow(&mut self, stage: Stage, part: usize) -> Stage {
        match stage {
            Stage::Applying(merging) => {
                let before = merging.before.clone();
                let merge::Taken { new, touched } = merging.end(&mut self.doc);
                self.hear_of(&new, Some(&touched));
                Stage::Applied(Taken { new, before, ..Taken::default() }, touched)
            }
            Stage::Applied(taken, touched) => self.list(taken, touched),
            Stage::Following(mut taken, mut rest) => {
                let left = rest.split_off(part.min(rest.len()));
                refresh(&mut self.map, &self.doc, rest, &mut taken.moved);
                if left.is_empty() { Stage::Followed(taken) } else { Stage::Following(taken, left) }
            }
            Stage::Followed(mut taken) => {
                self.pass_on(&taken);
                taken.differences = differences(&taken.old, &self.map, &taken.things);
                Stage::Differs(taken)
            }
            Stage::Differs(taken) => {
                let (new, maps) = (&taken.new, (&taken.old, &self.map));
                let rewriting = Rewriting::begin(&mut self.doc, new, maps, &taken.things);
                Stage::Rereading(taken, rewriting)
            }
            Stage::Rereading(mut taken, mut rewriting) => {
                if !rewriting.step(&self.doc, part) {
                    return Stage::Rereading(taken, rewriting);
                }
                taken.rewritten = rewriting.found;
                Stage::Told(taken)
            }
            done => done,
        }
    }

    /// Lists what was touched, and keeps it as it was.
    fn list(&mut self, mut taken: Taken, touched: Touched) -> Stage {
        taken.things = touched.things;
        if touched.merges {
            // A choice that someone settled elsewhere is named in no row any more.
            taken.things.extend(self.map.choices.keys().copied());
        }
        if !touched.everything {
            taken.old = excerpt(&self.map, &taken.things);
            let rest = taken.things.iter().copied().collect();
            return Stage::Following(taken, rest);
        }
        taken.old = std::mem::replace(&mut self.map, whole(&self.doc));
        taken.things = all_things(&taken.old);
        taken.things.extend(all_things(&self.map));
        taken.moved.cells.extend(taken.old.cells.keys().chain(self.map.cells.keys()));
        taken.moved.touched.clone_from(&taken.things);
        taken.moved.shape = true;
        Stage::Followed(taken)
    }

    /// Tells those who hold positions in texts, or remember values, what came.
    fn pass_on(&mut self, taken: &Taken) {
        let now = self.doc.get_heads();
        for thing in self.history.texts().intersection(&taken.things) {
            let change = text_change(&mut self.doc, *thing, &taken.before, &now);
            self.history.pass(*thing, &change);
        }
        self.history.worked_on(with_homes(&self.map, &taken.things));
        self.history.emptied(emptied(&taken.old, &self.map, &taken.things));
    }
}
