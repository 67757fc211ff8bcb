//! Reports broken invariants of a map; repairs nothing.

use super::history::in_bin;
use super::map::Value;
use super::{Id, Map, Thing, board, list, note};
use std::collections::HashMap;

/// One finding.
#[derive(Clone, PartialEq, Debug)]
pub enum Finding {
    /// Neither our edits nor merges of them can make this: a defect, or another program's work.
    Broken(Broken),
    /// May follow from merges of sound copies, and is shown as it is.
    Noted(Noted),
}

/// What must never be.
#[derive(Clone, PartialEq, Debug)]
pub enum Broken {
    /// Columns, rows, cast or cells are not what the rows say.
    Orders,
    /// A thing refers to another that is not in the map, not even in its bin.
    Dangling {
        /// Which refers.
        from: Thing,
        /// To what.
        to: Thing,
    },
    /// A thing has no place.
    NoPlace(Thing),
    /// A level outside −4…+4.
    LevelOutOfRange(Thing),
    /// The map names no lineage.
    NoLineage,
    /// A choice with fewer than two different values.
    NoChoice(Thing),
}

/// What merges may lead to.
#[derive(Clone, PartialEq, Debug)]
pub enum Noted {
    /// Two visible siblings have the same place: their order is that of their ids.
    SamePlace(Thing, Thing),
    /// A visible stage has no visible step.
    StageWithoutSteps(Id),
    /// No persona is visible: each copy deleted another one's.
    NoPersona,
    /// A card outside the bin stands in a lane or step that is in it.
    Unplaced(Id),
}

/// Everything found in a map, in no particular order.
pub fn check(map: &Map) -> Vec<Finding> {
    let mut found = Vec::new();
    broken(map, &mut found);
    same_places(map, &mut found);
    let noted = |one| Finding::Noted(one);
    let empty = map.columns.iter().filter(|column| column.step.is_none());
    found.extend(empty.map(|column| noted(Noted::StageWithoutSteps(column.stage))));
    found.extend(map.unplaced().into_iter().map(|id| noted(Noted::Unplaced(id))));
    if map.cast.is_empty() {
        found.push(noted(Noted::NoPersona));
    }
    found
}

fn broken(map: &Map, found: &mut Vec<Finding>) {
    let mut report = |one| found.push(Finding::Broken(one));
    if map.id.is_empty() {
        report(Broken::NoLineage);
    }
    let mut again = map.clone();
    board::arrange(&mut again);
    note::arrange(&mut again);
    list::arrange(&mut again);
    if again != *map {
        report(Broken::Orders);
    }
    for (id, step) in &map.steps {
        if !map.stages.contains_key(&step.stage) {
            report(Broken::Dangling { from: Thing::Step(*id), to: Thing::Stage(step.stage) });
        }
    }
    for (id, card) in &map.cards {
        if !map.lanes.contains_key(&card.lane) {
            report(Broken::Dangling { from: Thing::Card(*id), to: Thing::Lane(card.lane) });
        }
        if !map.steps.contains_key(&card.step) {
            report(Broken::Dangling { from: Thing::Card(*id), to: Thing::Step(card.step) });
        }
    }
    for ((persona, step), feeling) in &map.feelings {
        let from = Thing::Feeling { persona: *persona, step: *step };
        if feeling.level.is_some_and(|level| !(-4..=4).contains(&level)) {
            report(Broken::LevelOutOfRange(from));
        }
        if !map.personas.contains_key(persona) {
            report(Broken::Dangling { from, to: Thing::Persona(*persona) });
        }
        if !map.steps.contains_key(step) {
            report(Broken::Dangling { from, to: Thing::Step(*step) });
        }
    }
    for (id, note) in &map.notes {
        if !map.holds(note.of) {
            report(Broken::Dangling { from: Thing::Note(*id), to: note.of });
        }
    }
    for (id, path) in &map.paths {
        for step in [path.from, path.to].into_iter().filter(|step| !map.steps.contains_key(step)) {
            report(Broken::Dangling { from: Thing::Path(*id), to: Thing::Step(step) });
        }
    }
    for card in map.tags.keys().filter(|card| !map.cards.contains_key(card)) {
        report(Broken::Dangling { from: Thing::Card(*card), to: Thing::Card(*card) });
    }
    for (from, tied) in &map.ties {
        let away = std::iter::once(from).chain(tied).filter(|thing| !map.holds(**thing));
        away.for_each(|to| report(Broken::Dangling { from: *from, to: *to }));
    }
    for (thing, own) in &map.details {
        for (detail, value) in own {
            let Value::Text(text) = value else { continue };
            let to = detail.shape().refers(text).filter(|to| !map.holds(*to));
            to.into_iter().for_each(|to| report(Broken::Dangling { from: *thing, to }));
        }
    }
    for (thing, _) in indices(map).filter(|(_, index)| index.is_empty()) {
        report(Broken::NoPlace(thing));
    }
    for (thing, choices) in &map.choices {
        let single = |values: &[super::map::Alternative]| {
            values.len() < 2 || values.iter().skip(1).any(|one| one.value == values[0].value)
        };
        if choices.is_empty() || choices.iter().any(|choice| single(&choice.options)) {
            report(Broken::NoChoice(*thing));
        }
    }
}

fn indices(map: &Map) -> impl Iterator<Item = (Thing, &str)> {
    let stages = map.stages.iter().map(|(id, one)| (Thing::Stage(*id), one.index.as_str()));
    let steps = map.steps.iter().map(|(id, one)| (Thing::Step(*id), one.index.as_str()));
    let lanes = map.lanes.iter().map(|(id, one)| (Thing::Lane(*id), one.index.as_str()));
    let cards = map.cards.iter().map(|(id, one)| (Thing::Card(*id), one.index.as_str()));
    let cast = map.personas.iter().map(|(id, one)| (Thing::Persona(*id), one.index.as_str()));
    let notes = map.notes.iter().map(|(id, one)| (Thing::Note(*id), one.index.as_str()));
    let listed = map.entries.iter().filter(|(thing, _)| matches!(thing, Thing::Entry(..)));
    let listed = listed.map(|(thing, one)| (*thing, one.index.as_str()));
    stages.chain(steps).chain(lanes).chain(cards).chain(cast).chain(notes).chain(listed)
}

fn same_places(map: &Map, found: &mut Vec<Finding>) {
    let mut seen: HashMap<(u8, Id, Id, &str), Thing> = HashMap::new();
    let nowhere = Id::default();
    for (thing, index) in indices(map).filter(|(thing, _)| !in_bin(map, *thing)) {
        let (sort, first, second) = match thing {
            Thing::Step(id) => (1, map.steps.get(&id).map_or(nowhere, |one| one.stage), nowhere),
            Thing::Card(id) => {
                map.cards.get(&id).map_or((2, nowhere, nowhere), |one| (2, one.lane, one.step))
            }
            // Notes of one thing may well have been written at once.
            Thing::Note(id) => (6, id, nowhere),
            Thing::Lane(_) => (3, nowhere, nowhere),
            Thing::Persona(_) => (4, nowhere, nowhere),
            Thing::Entry(list, _) => (7 + list as u8, nowhere, nowhere),
            _ => (5, nowhere, nowhere),
        };
        if let Some(other) = seen.insert((sort, first, second, index), thing) {
            found.push(Finding::Noted(Noted::SamePlace(other, thing)));
        }
    }
}
