//! What the first edit of a new map will make, as plain values: shown while its document is still being made.

use super::board::arrange;
use super::edit::{Edit, TextOf};
use super::map::{Kind, Lane, Persona, Stage, Step, Value};
use super::{Map, Thing};

/// The map that `first` makes of a new document; `None` when it holds more than a title, names and details.
/// It has no lineage yet, and its things stand in the order in which they are added.
pub fn foreseen(kind: Kind, first: &Edit) -> Option<Map> {
    let mut map = Map { kind, ..Map::default() };
    let Edit::Several(edits) = first else { return None };
    for (place, edit) in edits.iter().enumerate() {
        let index = format!("{place:07}");
        match edit.clone() {
            Edit::SetText { of: TextOf::Title, text } => map.title = text,
            Edit::SetText { of: TextOf::Of(Thing::Step(id)), text } => {
                map.steps.get_mut(&id)?.name = text;
            }
            Edit::AddPersona { persona, name, at: usize::MAX } => {
                map.personas.insert(persona, Persona { name, index, deleted: None });
            }
            Edit::AddLane { lane, kind, name, at: usize::MAX } => {
                map.lanes.insert(lane, Lane { kind, name, index, deleted: None });
            }
            Edit::AddStage { stage, step, name, at: usize::MAX } => {
                map.stages.insert(stage, Stage { name, index: index.clone(), deleted: None });
                map.steps.insert(step, Step { name: String::new(), stage, index, deleted: None });
            }
            Edit::AddStep { step, stage, name, at: usize::MAX } => {
                map.steps.insert(step, Step { name, stage, index, deleted: None });
            }
            Edit::Set { thing, detail, value: Some(value @ (Value::Text(_) | Value::Int(_))) } => {
                let details = map.details.entry(thing).or_default();
                details.push((detail, value));
                details.sort_by_key(|(detail, _)| *detail);
            }
            _ => return None,
        }
    }
    arrange(&mut map);
    Some(map)
}

/// Whether a board that shows `foreseen` shows `made` as well: both hold the same but for the lineage and the
/// spelling of the order.
pub fn is_alike(foreseen: &Map, made: &Map) -> bool {
    let mut map = foreseen.clone();
    map.id.clone_from(&made.id);
    for (id, stage) in &mut map.stages {
        made.stages.get(id).inspect(|other| stage.index.clone_from(&other.index));
    }
    for (id, step) in &mut map.steps {
        made.steps.get(id).inspect(|other| step.index.clone_from(&other.index));
    }
    for (id, lane) in &mut map.lanes {
        made.lanes.get(id).inspect(|other| lane.index.clone_from(&other.index));
    }
    for (id, persona) in &mut map.personas {
        made.personas.get(id).inspect(|other| persona.index.clone_from(&other.index));
    }
    map == *made
}
