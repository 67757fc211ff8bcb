//! What a draft says beside its things: details, notes and tags, from a map and into an edit.

use super::Draft;
use crate::model::detail::Shape;
use crate::model::edit::Edit;
use crate::model::map::Value;
use crate::model::path::PathKind;
use crate::model::{Detail, Id, Map, NoteField, Source, Thing};
use serde::{Deserialize, Serialize};
use std::collections::HashMap;

/// A thing of a draft, by its positions in the lists there.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug, Serialize, Deserialize)]
pub enum Part {
    /// The map.
    Map,
    /// A persona.
    Persona(usize),
    /// A stage.
    Stage(usize),
    /// A step, by its stage; of a stage without steps the first.
    Step(usize, usize),
    /// A lane.
    Lane(usize),
    /// A card.
    Card(usize),
    /// A point of the curve.
    Feeling(usize),
}

/// A detail.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct DetailDraft {
    /// Of what.
    pub of: Part,
    /// Which.
    pub detail: Detail,
    /// Its value; where it refers to a persona or card, the position of that.
    pub value: Value,
}

/// A note; who wrote it and when belongs to the history.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct NoteDraft {
    /// Beside what.
    pub of: Part,
    /// What it is to that.
    pub field: NoteField,
    /// Its text.
    pub text: String,
}

/// A tag.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct TagDraft {
    /// Index into [`Draft::cards`].
    pub card: usize,
    /// The tag.
    pub tag: String,
}

/// A loop or an alternative path.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct PathDraft {
    /// The step it leaves.
    pub from: Part,
    /// The step it leads to.
    pub to: Part,
    /// Loop or alternative.
    pub kind: PathKind,
    /// When it is taken.
    pub condition: String,
}

/// The parts of a draft and the things they are in a map.
pub(super) type Parts = Vec<(Part, Thing)>;

/// What of a detail's value is a position.
fn part(shape: Shape, at: usize) -> Option<Part> {
    match shape {
        Shape::Persona => Some(Part::Persona(at)),
        Shape::Card => Some(Part::Card(at)),
        _ => None,
    }
}

fn position(part: &Part) -> Option<usize> {
    match part {
        Part::Persona(at) | Part::Card(at) => Some(*at),
        _ => None,
    }
}

impl Draft {
    /// Takes from a map what stands beside the things that are in this draft.
    pub(super) fn take_beside(&mut self, map: &Map, parts: &Parts) {
        let places: HashMap<Thing, Part> =
            parts.iter().map(|(part, thing)| (*thing, *part)).collect();
        self.take_paths(map, &places);
        for (of, thing) in parts {
            for (detail, value) in map.details.get(thing).into_iter().flatten() {
                let refers = part(detail.shape(), 0).is_some();
                let value = match (refers, value) {
                    (true, Value::Text(id)) => {
                        let to = Id::parse(id).and_then(|id| match detail.shape() {
                            Shape::Persona => places.get(&Thing::Persona(id)),
                            _ => places.get(&Thing::Card(id)),
                        });
                        let Some(at) = to.and_then(position) else { continue };
                        Value::Int(i64::try_from(at).unwrap_or(i64::MAX))
                    }
                    _ => value.clone(),
                };
                self.details.push(DetailDraft { of: *of, detail: *detail, value });
            }
            let notes = map.notes_of(*thing);
            self.notes.extend(notes.map(|(_, note)| NoteDraft {
                of: *of,
                field: note.field,
                text: note.text.clone(),
            }));
            if let (Part::Card(card), Thing::Card(id)) = (*of, *thing) {
                let tags = map.tags_of(id);
                self.tags.extend(tags.map(|tag| TagDraft { card, tag: tag.to_owned() }));
            }
        }
    }

    /// Takes from a map the paths between steps that are in this draft.
    fn take_paths(&mut self, map: &Map, places: &HashMap<Thing, Part>) {
        for (path, ..) in map.drawn_paths() {
            let Some(one) = map.paths.get(&path) else { continue };
            let ends = [one.from, one.to].map(|step| places.get(&Thing::Step(step)).copied());
            if let [Some(from), Some(to)] = ends {
                let (kind, condition) = (one.kind, one.condition.clone());
                self.paths.push(PathDraft { from, to, kind, condition });
            }
        }
        // Ids are drawn anew in a copy: the order is that of what the paths say.
        self.paths.sort_by_cached_key(|path| {
            (path.from, path.to, path.kind.word(), path.condition.clone())
        });
    }

    /// The edits that make what stands beside the things.
    pub(super) fn make_beside(
        &self,
        parts: &Parts,
        source: &mut dyn Source,
        edits: &mut Vec<Edit>,
    ) {
        let things: HashMap<Part, Thing> = parts.iter().copied().collect();
        for DetailDraft { of, detail, value } in &self.details {
            let Some(thing) = things.get(of).copied() else { continue };
            let value = match value {
                Value::Int(at) if part(detail.shape(), 0).is_some() => {
                    let at = usize::try_from(*at).ok().and_then(|at| part(detail.shape(), at));
                    let to = at.and_then(|part| things.get(&part));
                    let Some(Thing::Persona(id) | Thing::Card(id)) = to else { continue };
                    Value::Text(id.to_string())
                }
                value => value.clone(),
            };
            edits.push(Edit::Set { thing, detail: *detail, value: Some(value) });
        }
        for NoteDraft { of, field, text } in &self.notes {
            let Some(of) = things.get(of).copied() else { continue };
            let (note, at) = (source.id(), usize::MAX);
            edits.push(Edit::AddNote { note, of, field: *field, text: text.clone(), at });
        }
        for PathDraft { from, to, kind, condition } in &self.paths {
            let ends = [from, to].map(|part| things.get(part).copied());
            let [Some(Thing::Step(from)), Some(Thing::Step(to))] = ends else { continue };
            let (path, kind, condition) = (source.id(), *kind, condition.clone());
            if from != to {
                edits.push(Edit::AddPath { path, from, to, kind, condition });
            }
        }
        for TagDraft { card, tag } in &self.tags {
            if let Some(Thing::Card(card)) = things.get(&Part::Card(*card)).copied() {
                edits.push(Edit::Tag { card, tag: tag.clone(), on: true });
            }
        }
    }
}
