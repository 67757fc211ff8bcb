//! Texts that two sides wrote anew at once: what a merge makes of them reads as neither.

use super::renamed::base;
use super::row::text_at;
use super::{Map, Thing};
use automerge::{ActorId, AutoCommit, Change, ObjId, ReadDoc};
use std::collections::{BTreeSet, HashMap, HashSet};

/// How many letters of the new text, of the side that wrote less, stand against one of the old text.
const FEW: usize = 4;

/// Operations by who wrote them, first and last counter.
#[derive(Default)]
struct Ops(HashMap<ActorId, Vec<(u64, u64)>>);

impl Ops {
    /// Adds a change, the older ones of its actor first: mostly it goes on where the last one ended.
    fn add(&mut self, actor: &ActorId, first: u64, last: u64) {
        match self.0.get_mut(actor) {
            Some(all) => match all.last_mut() {
                Some((_, end)) if *end + 1 == first => *end = last,
                _ => all.push((first, last)),
            },
            None => drop(self.0.insert(actor.clone(), vec![(first, last)])),
        }
    }

    fn hold(&self, op: &ObjId) -> bool {
        let ObjId::Id(counter, actor, _) = op else { return false };
        let Some(all) = self.0.get(actor) else { return false };
        let after = all.partition_point(|(first, _)| first <= counter);
        after > 0 && *counter <= all[after - 1].1
    }
}

/// The text of a card, a note or a field of the goal sheet.
fn text(map: &Map, thing: Thing) -> Option<&str> {
    match thing {
        Thing::Card(id) => map.cards.get(&id).map(|card| card.text.as_str()),
        Thing::Note(id) => map.notes.get(&id).map(|note| note.text.as_str()),
        Thing::Goal(_) => Some(map.called(thing)),
        _ => None,
    }
}

/// The search for cards, notes and fields of the goal sheet that `new` and those who wrote here since the
/// common past each wrote anew: of the old words hardly any are left beside the new ones of both. Where
/// someone only went on writing, both texts stand well side by side.
pub(crate) struct Rewriting {
    theirs: Ops,
    ours: Ops,
    /// Texts to be looked at yet.
    rest: Vec<Thing>,
    pub(crate) found: BTreeSet<Thing>,
}

impl Rewriting {
    /// Begins; `old` is the map before the merge, `now` after it.
    pub(crate) fn begin(
        doc: &mut AutoCommit,
        new: &[Change],
        (old, now): (&Map, &Map),
        things: &BTreeSet<Thing>,
    ) -> Self {
        let changed = |thing: &Thing| {
            let (was, is) = (text(old, *thing), text(now, *thing));
            was.is_some_and(|was| !was.trim().is_empty()) && is.is_some() && was != is
        };
        let rest: Vec<Thing> = things.iter().copied().filter(changed).collect();
        let (mut theirs, mut ours) = (Ops::default(), Ops::default());
        if !rest.is_empty() {
            let mut own = HashSet::new();
            for change in new {
                own.insert(change.hash());
                let (first, count) = (change.start_op().get(), change.len() as u64);
                theirs.add(change.actor_id(), first, first + count.saturating_sub(1));
            }
            for change in doc.get_changes_meta(&base(new)) {
                if !own.contains(&change.hash) {
                    ours.add(&change.actor, change.start_op, change.max_op);
                }
            }
        }
        Rewriting { theirs, ours, rest, found: BTreeSet::new() }
    }

    /// Looks at so many texts; `true` when none is left.
    pub(crate) fn step(&mut self, doc: &AutoCommit, part: usize) -> bool {
        let left = self.rest.split_off(part.min(self.rest.len()));
        for thing in std::mem::replace(&mut self.rest, left) {
            if self.is_rewritten(doc, thing) {
                self.found.insert(thing);
            }
        }
        self.rest.is_empty()
    }

    fn is_rewritten(&self, doc: &AutoCommit, thing: Thing) -> bool {
        let Some(text) = text_at(doc, thing, None) else { return false };
        let (mut left, mut mine, mut others) = (0, 0, 0);
        for letter in doc.list_range(&text, ..) {
            let op = letter.id();
            if self.theirs.hold(&op) {
                others += 1;
            } else if self.ours.hold(&op) {
                mine += 1;
            } else {
                left += 1;
            }
        }
        left * FEW < mine.min(others)
    }
}
