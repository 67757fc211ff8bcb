//! Texts that two sides wrote anew at once: what a merge makes of them reads as neither.

use super::row::text_at;
use super::{Map, Thing};
use automerge::{ActorId, AutoCommit, Change, ChangeHash, ObjId, ReadDoc};
use std::collections::{BTreeSet, HashMap, HashSet};

/// How many letters of the new text, of the side that wrote less, stand against one of the old text.
const FEW: usize = 4;

/// Operations by who wrote them, first and last counter.
#[derive(Default)]
struct Ops(HashMap<ActorId, Vec<(u64, u64)>>);

impl Ops {
    fn add(&mut self, actor: ActorId, first: u64, last: u64) {
        self.0.entry(actor).or_default().push((first, last));
    }

    fn hold(&self, op: &ObjId) -> bool {
        let ObjId::Id(counter, actor, _) = op else { return false };
        let of_actor = self.0.get(actor).into_iter().flatten();
        of_actor.into_iter().any(|(first, last)| (first..=last).contains(&counter))
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

/// The cards, notes and fields of the goal sheet that `new` and those who wrote here since `base` each wrote anew: of the old
/// words hardly any are left beside the new ones of both. `old` is the map before; where someone only
/// went on writing, both texts stand well side by side.
pub(crate) fn rewritten(
    doc: &mut AutoCommit,
    (base, new): (&[ChangeHash], &[Change]),
    (old, now): (&Map, &Map),
    things: &BTreeSet<Thing>,
) -> BTreeSet<Thing> {
    let changed = |thing: &Thing| {
        let (was, is) = (text(old, *thing), text(now, *thing));
        was.is_some_and(|was| !was.trim().is_empty()) && is.is_some() && was != is
    };
    let mut found: BTreeSet<Thing> = things.iter().copied().filter(changed).collect();
    if found.is_empty() {
        return found;
    }
    let (mut theirs, mut ours) = (Ops::default(), Ops::default());
    let mut own = HashSet::new();
    for change in new {
        own.insert(change.hash());
        let (first, count) = (change.start_op().get(), change.len() as u64);
        theirs.add(change.actor_id().clone(), first, first + count.saturating_sub(1));
    }
    for change in doc.get_changes_meta(base) {
        if !own.contains(&change.hash) {
            ours.add(change.actor.into_owned(), change.start_op, change.max_op);
        }
    }
    found.retain(|thing| {
        let Some(text) = text_at(doc, *thing, None) else { return false };
        let (mut left, mut mine, mut others) = (0, 0, 0);
        for letter in doc.list_range(&text, ..) {
            let op = letter.id();
            if theirs.hold(&op) {
                others += 1;
            } else if ours.hold(&op) {
                mine += 1;
            } else {
                left += 1;
            }
        }
        left * FEW < mine.min(others)
    });
    found
}
