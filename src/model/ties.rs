//! Ties: what leads to what, and what rests on what. One flag each in the root map `links`, under
//! `<root>/<id>/<root>/<id>`, beside the rows there: from an outcome to the steps that lead to it, from a
//! source to the cards and personas it supports.

use super::edit::Refused;
use super::edit::writer::Writer;
use super::flags::{self, Flag};
use super::list::List;
use super::note::spell;
use super::rows::thing_at;
use super::values::At;
use super::{Map, Thing};
use automerge::AutoCommit;
use std::collections::{BTreeSet, HashMap};

pub(crate) const ROOT_MAP: &str = "links";

/// Whether such things can be tied: an outcome (a note of the map) to a step, a source to a card or persona.
pub fn fits(from: Thing, to: Thing) -> bool {
    match from {
        Thing::Note(_) => matches!(to, Thing::Step(_)),
        Thing::Entry(List::Sources, _) => matches!(to, Thing::Card(_) | Thing::Persona(_)),
        _ => false,
    }
}

/// Whether a thing can have ties of its own.
pub(crate) fn has_ties(thing: Thing) -> bool {
    matches!(thing, Thing::Note(_) | Thing::Entry(List::Sources, _))
}

fn thing(spelled: &str) -> Option<Thing> {
    let (root, id) = spelled.split_once('/')?;
    thing_at(root, id)
}

/// The two things of a key.
pub(crate) fn parts(key: &str) -> Option<(Thing, Thing)> {
    let (second, _) = key.match_indices('/').nth(1)?;
    let (from, to) = (thing(&key[..second])?, thing(&key[second + 1..])?);
    fits(from, to).then_some((from, to))
}

/// Reads all ties into a map.
pub(crate) fn read_all(map: &mut Map, doc: &AutoCommit, at: At) {
    map.ties.clear();
    for key in flags::all(doc, ROOT_MAP, at) {
        if let Some((from, to)) = parts(&key) {
            map.ties.entry(from).or_default().insert(to);
        }
    }
}

/// Reads the ties of one thing into a map.
pub(crate) fn read(map: &mut Map, doc: &AutoCommit, from: Thing, at: At) {
    let all = flags::of(doc, ROOT_MAP, &spell(from), at);
    let to = all.iter().filter_map(|to| thing(to)).filter(|to| fits(from, *to));
    let to: BTreeSet<Thing> = to.collect();
    if to.is_empty() {
        map.ties.remove(&from);
    } else {
        map.ties.insert(from, to);
    }
}

/// Ties one thing to another, or unties them.
///
/// # Errors
/// When such things are never tied.
pub(crate) fn set(w: &mut Writer, from: Thing, to: Thing, on: bool) -> Result<(), Refused> {
    if !fits(from, to) {
        return Err(Refused::NoSuchField);
    }
    let flag = Flag { root: ROOT_MAP, key: format!("{}/{}", spell(from), spell(to)) };
    flags::set(w, from, flag, on)
}

impl Map {
    /// What a thing is tied to, sorted.
    pub fn ties_of(&self, from: Thing) -> impl Iterator<Item = Thing> {
        self.ties.get(&from).into_iter().flatten().copied()
    }

    /// What is tied to each thing, the bin left out on both sides; in proportion to the ties.
    pub fn tied_to(&self) -> HashMap<Thing, Vec<Thing>> {
        let there = |thing: Thing| self.holds(thing) && self.deleted_at(thing).is_none();
        let mut found: HashMap<Thing, Vec<Thing>> = HashMap::new();
        for (from, all) in self.ties.iter().filter(|(from, _)| there(**from)) {
            for to in all.iter().filter(|to| there(**to)) {
                found.entry(*to).or_default().push(*from);
            }
        }
        found.values_mut().for_each(|all| all.sort_unstable());
        found
    }
}
