//! Where a thing has a choice to make: fields with several values, and what else asks for a decision.

use super::contested::contested;
use super::map::{Alternative, Choice, Map, Value};
use super::renamed::{Kept, kept, renamed_twice};
use super::reopened::{Settling, reopened, settlings};
use super::row::{Row, row};
use super::values::{At, writer_of};
use super::{Field, Thing};
use automerge::{AutoCommit, ObjId};

/// What besides its own row decides which choices a thing has.
pub(crate) struct Decided {
    kept: Vec<(ObjId, Kept)>,
    settlings: Vec<Settling>,
}

impl Decided {
    pub(crate) fn read(doc: &AutoCommit, at: At) -> Self {
        Decided { kept: kept(doc, at), settlings: settlings(doc, at) }
    }
}

/// Keeps the choices of a thing in the map.
pub(crate) fn note_choices(
    map: &mut Map,
    doc: &AutoCommit,
    thing: Thing,
    row: Option<&Row>,
    decided: &Decided,
    at: At,
) {
    let found = choices_of(doc, thing, row, decided, at);
    if found.is_empty() {
        map.choices.remove(&thing);
    } else {
        map.choices.insert(thing, found);
    }
}

/// Takes away the choices between places that are one to the eye, once the orders of the map stand. Where
/// they moved (`shape`) that may be other ones than before; gives the things whose choices are others now.
pub(crate) fn settle_places(
    map: &mut Map,
    doc: &AutoCommit,
    read: &[Thing],
    shape: bool,
    decided: &Decided,
    at: At,
) -> Vec<Thing> {
    let mut siblings: Vec<Thing> = Vec::new();
    if shape {
        siblings.extend(map.stages.keys().copied().map(Thing::Stage));
        siblings.extend(map.lanes.keys().copied().map(Thing::Lane));
        siblings.extend(map.personas.keys().copied().map(Thing::Persona));
        siblings.retain(|thing| !read.contains(thing));
    }
    let mut others = Vec::new();
    for thing in siblings {
        let before = map.choices.get(&thing).cloned();
        note_choices(map, doc, thing, row(doc, thing, at).as_ref(), decided, at);
        without_one_place(map, thing);
        if map.choices.get(&thing) != before.as_ref() {
            others.push(thing);
        }
    }
    for thing in read {
        without_one_place(map, *thing);
    }
    others
}

/// Takes away the choice of a thing between places that are one to the eye.
pub(crate) fn without_one_place(map: &mut Map, thing: Thing) {
    let Some(mut found) = map.choices.remove(&thing) else { return };
    found.retain(|choice| !map.is_one_place(choice));
    if !found.is_empty() {
        map.choices.insert(thing, found);
    }
}

/// The choices of a thing, its row as it stands or stood.
pub(crate) fn choices(doc: &AutoCommit, thing: Thing, row: Option<&Row>, at: At) -> Vec<Choice> {
    choices_of(doc, thing, row, &Decided::read(doc, at), at)
}

fn choices_of(
    doc: &AutoCommit,
    thing: Thing,
    row: Option<&Row>,
    decided: &Decided,
    at: At,
) -> Vec<Choice> {
    let Some(row) = row else { return Vec::new() };
    let mut found: Vec<Choice> = Vec::new();
    let is_silent = |field: Field| matches!(field, Field::Detail(one) if one.is_silent());
    for (field, all) in row.0.iter().filter(|(_, all)| all.len() > 1) {
        if is_silent(*field) {
            continue;
        }
        let options = all
            .iter()
            .map(|one| Alternative { value: one.value.clone(), actor: writer_of(&one.op) });
        let options: Vec<Alternative> = options.collect();
        if *field != Field::Place || !only_order(thing, &options) {
            found.push(Choice { thing, field: *field, options });
        }
    }
    found.extend(renamed_twice(&decided.kept, thing, row.value(Field::Text)));
    found.extend(contested(doc, thing, row, at));
    let again = reopened(doc, &decided.settlings, thing, row);
    let again = again.into_iter().filter(|one| row.all(one.field).len() < 2);
    let again: Vec<Choice> =
        again.filter(|one| !found.iter().any(|known| known.field == one.field)).collect();
    found.extend(again);
    found.sort_by_key(|choice| choice.field);
    found
}

/// Whether places differ in nothing but the order within one cell, stage or list: there nobody has to
/// choose, any order will do.
fn only_order(thing: Thing, options: &[Alternative]) -> bool {
    if matches!(thing, Thing::Note(_) | Thing::Entry(..)) {
        return true;
    }
    let container = |one: &Alternative| match &one.value {
        Value::Text(place) => place.rsplit_once('|').map(|(container, _)| container.to_owned()),
        _ => None,
    };
    let mut containers = options.iter().map(container);
    let first = containers.next().flatten();
    first.is_some() && containers.all(|other| other == first)
}
