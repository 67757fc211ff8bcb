//! What of a map a person can find on the screen: on the board, in the tray, in the bin, as a choice.

// Every test file uses a part of these.
#![allow(dead_code)]

use parcours::model::detail::details;
use parcours::model::map::{Choice, Value};
use parcours::model::{Field, LaneKind, Map, Thing};
use parcours::session::Session;
use std::collections::{BTreeMap, HashSet};

/// What exists and is found nowhere.
pub fn unreachable(session: &Session) -> Vec<Thing> {
    let map = session.map();
    let bin: HashSet<Thing> = session.deleted().into_iter().collect();
    let tray: HashSet<_> = map.unplaced().into_iter().collect();
    let mut lost = Vec::new();
    let found = |thing: Thing, shown: bool| shown || bin.contains(&thing) || map.is_gone(thing);
    let stages: HashSet<_> = map.stage_order().into_iter().collect();
    let steps: HashSet<_> = map.columns.iter().filter_map(|column| column.step).collect();
    for id in map.stages.keys() {
        if !found(Thing::Stage(*id), stages.contains(id)) {
            lost.push(Thing::Stage(*id));
        }
    }
    for (id, step) in &map.steps {
        // A step comes back with its stage.
        let stage = Thing::Stage(step.stage);
        let with_stage = step.deleted.is_none() && bin.contains(&stage);
        if !found(Thing::Step(*id), steps.contains(id) || with_stage) {
            lost.push(Thing::Step(*id));
        }
    }
    for id in map.lanes.keys() {
        if !found(Thing::Lane(*id), map.rows.contains(id)) {
            lost.push(Thing::Lane(*id));
        }
    }
    for (id, view) in &map.views {
        if !found(Thing::View(*id), view.deleted.is_none()) {
            lost.push(Thing::View(*id));
        }
    }
    for (thing, entry) in &map.entries {
        let listed = match thing {
            Thing::Entry(list, id) => map.list(*list).contains(id),
            _ => true,
        };
        if !found(*thing, listed) || (listed && entry.deleted.is_some()) {
            lost.push(*thing);
        }
    }
    for id in map.personas.keys() {
        if !found(Thing::Persona(*id), map.cast.contains(id)) {
            lost.push(Thing::Persona(*id));
        }
    }
    for (id, card) in &map.cards {
        let lane = map.lanes.get(&card.lane).filter(|lane| lane.kind != LaneKind::Emotions);
        let seat = lane.is_some() && map.rows.contains(&card.lane) && steps.contains(&card.step);
        let seated = seat && map.cell(card.lane, card.step).contains(id);
        if !found(Thing::Card(*id), seated || tray.contains(id)) {
            lost.push(Thing::Card(*id));
        }
    }
    for (persona, step) in map.feelings.keys() {
        let (who, at) = (Thing::Persona(*persona), Thing::Step(*step));
        let there = |thing| bin.contains(&thing) || !is_deleted(map, thing);
        if !there(who) || !there(at) {
            lost.push(Thing::Feeling { persona: *persona, step: *step });
        }
    }
    for (id, path) in &map.paths {
        // A path is found where both its steps are, on the board or in the bin.
        let ends = [path.from, path.to].map(Thing::Step);
        let there = ends.iter().all(|of| map.holds(*of) && !map.is_gone(*of));
        if !found(Thing::Path(*id), path.deleted.is_none() && there) {
            lost.push(Thing::Path(*id));
        }
    }
    for (id, note) in &map.notes {
        // What stands beside a thing is found where that is.
        let beside = match note.of {
            Thing::Feeling { persona, step } => [Thing::Persona(persona), Thing::Step(step)].into(),
            of => vec![of],
        };
        let of = beside.iter().all(|of| map.holds(*of) && !map.is_gone(*of));
        if !found(Thing::Note(*id), note.deleted.is_none() && of) {
            lost.push(Thing::Note(*id));
        }
    }
    lost
}

fn is_deleted(map: &Map, thing: Thing) -> bool {
    map.deleted_at(thing).is_some()
}

/// Everything written in a thing: its text, and the words of its other fields, also those that lost a
/// conflict and stand in the choice.
pub fn words(map: &Map, thing: Thing) -> String {
    let mut words = match thing {
        Thing::Map => map.title.clone(),
        Thing::Stage(id) => map.stages.get(&id).map(|one| one.name.clone()).unwrap_or_default(),
        Thing::Step(id) => map.steps.get(&id).map(|one| one.name.clone()).unwrap_or_default(),
        Thing::Lane(id) => map.lanes.get(&id).map(|one| one.name.clone()).unwrap_or_default(),
        Thing::Persona(id) => map.personas.get(&id).map(|one| one.name.clone()).unwrap_or_default(),
        Thing::Version(id) => map.versions.get(&id).map(|one| one.name.clone()).unwrap_or_default(),
        Thing::Card(id) => map.cards.get(&id).map_or_else(String::new, |one| {
            format!("{}{}", one.text, one.channel.as_deref().unwrap_or_default())
        }),
        Thing::Feeling { persona, step } => map.feeling(persona, step).name,
        Thing::Note(id) => map.notes.get(&id).map(|one| one.text.clone()).unwrap_or_default(),
        Thing::Path(id) => map.paths.get(&id).map(|one| one.condition.clone()).unwrap_or_default(),
        Thing::View(id) => map.views.get(&id).map(|one| one.name.clone()).unwrap_or_default(),
        Thing::Entry(..) | Thing::Goal(_) => map.called(thing).to_owned(),
    };
    for (_, value) in map.details.get(&thing).into_iter().flatten() {
        if let Value::Text(text) = value {
            words.push_str(text);
        }
    }
    // The two names of a text renamed twice are kept beside it; they are no proof that it is whole.
    let of_scalar = |choice: &&Choice| {
        matches!(choice.field, Field::Channel | Field::Detail(_))
            || choice.field == Field::Text && matches!(thing, Thing::Feeling { .. })
    };
    for choice in map.choices.get(&thing).into_iter().flatten().filter(of_scalar) {
        for option in &choice.options {
            if let Value::Text(text) = &option.value {
                words.push_str(text);
            }
        }
    }
    words
}

/// The values of a thing's scalar fields.
pub fn scalars(map: &Map, thing: Thing) -> BTreeMap<Field, String> {
    let mut all = BTreeMap::new();
    let mut add = |field, value: String| drop(all.insert(field, value));
    match thing {
        Thing::Map | Thing::Version(_) | Thing::View(_) | Thing::Goal(_) => {}
        Thing::Entry(..) => {
            map.entry(thing).into_iter().for_each(|one| add(Field::Place, one.index.clone()));
        }
        Thing::Path(id) => map
            .paths
            .get(&id)
            .into_iter()
            .for_each(|one| add(Field::Place, format!("{}|{}", one.from, one.to))),
        Thing::Note(id) => {
            map.notes.get(&id).into_iter().for_each(|one| add(Field::Place, one.index.clone()));
        }
        Thing::Stage(id) => {
            map.stages.get(&id).into_iter().for_each(|one| add(Field::Place, one.index.clone()));
        }
        Thing::Step(id) => map
            .steps
            .get(&id)
            .into_iter()
            .for_each(|one| add(Field::Place, format!("{}|{}", one.stage, one.index))),
        Thing::Lane(id) => {
            map.lanes.get(&id).into_iter().for_each(|one| add(Field::Place, one.index.clone()));
        }
        Thing::Persona(id) => {
            map.personas.get(&id).into_iter().for_each(|one| add(Field::Place, one.index.clone()));
        }
        Thing::Card(id) => {
            if let Some(one) = map.cards.get(&id) {
                add(Field::Place, format!("{}|{}|{}", one.lane, one.step, one.index));
                add(Field::Star, one.star.to_string());
                add(Field::Channel, one.channel.clone().unwrap_or_default());
            }
        }
        Thing::Feeling { persona, step } => {
            let one = map.feeling(persona, step);
            add(Field::Level, format!("{:?}", one.level));
            add(Field::Text, one.name);
        }
    }
    for detail in details(thing) {
        all.insert(Field::Detail(detail), format!("{:?}", map.detail(thing, detail)));
    }
    all
}
