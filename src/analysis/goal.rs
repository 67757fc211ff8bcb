//! What a map's goal sheet lacks: what it is for, who answers, and which way leads to each outcome.

use super::standing::Gap;
use crate::model::{Detail, GoalField, Id, LaneKind, Map, NoteField, Thing};

const WRITTEN: [GoalField; 3] = [GoalField::Purpose, GoalField::Audience, GoalField::Success];
const SAID: [Detail; 3] = [Detail::Ideal, Detail::Scenario, Detail::State];

/// How many things of the sheet are asked for at least.
pub const ASKED: usize = WRITTEN.len() + SAID.len();

/// What of the sheet is not said yet.
pub fn unsaid(map: &Map) -> Vec<Gap> {
    let written = WRITTEN.into_iter().filter(|field| map.goal(*field).trim().is_empty());
    let said = SAID.into_iter().filter(|detail| map.word(Thing::Map, *detail).is_empty());
    written.map(Gap::Unwritten).chain(said.map(Gap::Unsaid)).collect()
}

/// The stages, and the cards that are support processes, that nobody answers for.
pub fn ownerless(map: &Map) -> Vec<Gap> {
    let mut all: Vec<Thing> = map.stage_order().into_iter().map(Thing::Stage).collect();
    for lane in &map.rows {
        if map.lanes.get(lane).is_some_and(|lane| lane.kind == LaneKind::Support) {
            let steps = map.columns.iter().filter_map(|column| column.step);
            let cards = steps.flat_map(|step| map.cell(*lane, step));
            all.extend(cards.map(|card| Thing::Card(*card)));
        }
    }
    all.retain(|thing| map.word(*thing, Detail::Owner).is_empty());
    all.into_iter().map(Gap::NoOwner).collect()
}

/// The steps on the board that lead to an outcome, left to right.
pub fn way(map: &Map, outcome: Id) -> Vec<Id> {
    let steps = map.columns.iter().filter_map(|column| column.step);
    let ties = map.ties.get(&Thing::Note(outcome));
    steps.filter(|step| ties.is_some_and(|to| to.contains(&Thing::Step(*step)))).collect()
}

/// The customer outcomes that no step on the board leads to.
pub fn pathless(map: &Map) -> Vec<Gap> {
    let all = map.notes_in(Thing::Map, NoteField::Outcome);
    all.filter(|(id, _)| way(map, *id).is_empty()).map(|(id, _)| Gap::NoWay(id)).collect()
}
