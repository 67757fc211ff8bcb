//! Finds words on a map: in names of stages, steps and lanes, in cards, in words for feelings.

use super::search::fold;
use crate::model::{Id, Map, Thing};

/// The things whose text holds the words as they stand one after the other, without regard to case and
/// Latin accents, in the order of the board: headers, then lane by lane with their cards, then what is
/// felt. Nothing for nothing.
pub fn find(map: &Map, words: &str) -> Vec<Thing> {
    let words = fold(words.trim());
    if words.is_empty() {
        return Vec::new();
    }
    let holds = |text: &str| fold(text).contains(&words);
    let mut found = Vec::new();
    let named = |text: Option<&String>| text.is_some_and(|text| holds(text));
    for stage in map.stage_order() {
        if named(map.stages.get(&stage).map(|stage| &stage.name)) {
            found.push(Thing::Stage(stage));
        }
    }
    let steps: Vec<Id> = map.columns.iter().filter_map(|column| column.step).collect();
    for step in &steps {
        if named(map.steps.get(step).map(|step| &step.name)) {
            found.push(Thing::Step(*step));
        }
    }
    for lane in &map.rows {
        if named(map.lanes.get(lane).map(|lane| &lane.name)) {
            found.push(Thing::Lane(*lane));
        }
        for step in &steps {
            let cards = map.cell(*lane, *step).iter();
            let hits = cards.filter(|id| named(map.cards.get(*id).map(|card| &card.text)));
            found.extend(hits.map(|id| Thing::Card(*id)));
        }
    }
    for persona in &map.cast {
        for step in &steps {
            if map.feelings.get(&(*persona, *step)).is_some_and(|felt| holds(&felt.name)) {
                found.push(Thing::Feeling { persona: *persona, step: *step });
            }
        }
    }
    found
}
