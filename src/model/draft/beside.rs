//! What a draft says beside its things: details, notes, tags and ties, from a map and into an edit.

use super::Draft;
use crate::model::detail::Shape;
use crate::model::edit::Edit;
use crate::model::map::Value;
use crate::model::path::PathKind;
use crate::model::ties::fits;
use crate::model::{Detail, Map, NoteField, Source, Thing};
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
    /// An entry of a list.
    Entry(usize),
    /// A note.
    Note(usize),
}

/// A detail.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct DetailDraft {
    /// Of what.
    pub of: Part,
    /// Which.
    pub detail: Detail,
    /// Its value; where it refers to another part, the position of that.
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

/// A tie.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct TieDraft {
    /// An outcome (a note of the map) or a source.
    pub from: Part,
    /// The step, card or persona it is tied to.
    pub to: Part,
}

/// The parts of a draft and the things they are in a map.
pub(super) type Parts = Vec<(Part, Thing)>;

/// What a detail refers to, as a draft says it: the position of a persona, card, stage or touchpoint; of a
/// thing of any sort, its kind and positions in words.
fn position(shape: Shape, part: Part) -> Option<Value> {
    let whole = |at: usize| Value::Int(i64::try_from(at).unwrap_or(i64::MAX));
    Some(match (shape, part) {
        (Shape::Persona, Part::Persona(at))
        | (Shape::Card, Part::Card(at))
        | (Shape::Stage, Part::Stage(at))
        | (Shape::Touchpoint, Part::Entry(at)) => whole(at),
        (Shape::Thing, Part::Stage(at)) => Value::Text(format!("stage {at}")),
        (Shape::Thing, Part::Step(stage, at)) => Value::Text(format!("step {stage} {at}")),
        (Shape::Thing, Part::Card(at)) => Value::Text(format!("card {at}")),
        (Shape::Thing, Part::Entry(at)) => Value::Text(format!("entry {at}")),
        _ => return None,
    })
}

/// The part that a detail refers to.
fn part(shape: Shape, value: &Value) -> Option<Part> {
    match (shape, value) {
        (Shape::Thing, Value::Text(words)) => {
            let mut words = words.split(' ');
            let (sort, first) = (words.next()?, words.next()?.parse().ok()?);
            Some(match sort {
                "stage" => Part::Stage(first),
                "step" => Part::Step(first, words.next()?.parse().ok()?),
                "card" => Part::Card(first),
                "entry" => Part::Entry(first),
                _ => return None,
            })
        }
        (shape, Value::Int(at)) => {
            let at = usize::try_from(*at).ok()?;
            Some(match shape {
                Shape::Persona => Part::Persona(at),
                Shape::Card => Part::Card(at),
                Shape::Stage => Part::Stage(at),
                Shape::Touchpoint => Part::Entry(at),
                _ => return None,
            })
        }
        _ => None,
    }
}

impl Draft {
    /// Takes from a map what stands beside the things that are in this draft.
    pub(super) fn take_beside(&mut self, map: &Map, parts: &Parts) {
        let places: HashMap<Thing, Part> =
            parts.iter().map(|(part, thing)| (*thing, *part)).collect();
        self.take_paths(map, &places);
        let mut notes = HashMap::new();
        for (of, thing) in parts {
            for (detail, value) in map.details.get(thing).into_iter().flatten() {
                let shape = detail.shape();
                let value = match value {
                    Value::Text(text) if shape.is_reference() => {
                        let part = shape.refers(text).and_then(|to| places.get(&to).copied());
                        let Some(at) = part.and_then(|part| position(shape, part)) else {
                            continue;
                        };
                        at
                    }
                    value => value.clone(),
                };
                self.details.push(DetailDraft { of: *of, detail: *detail, value });
            }
            for (id, note) in map.notes_of(*thing) {
                notes.insert(Thing::Note(id), Part::Note(self.notes.len()));
                self.notes.push(NoteDraft { of: *of, field: note.field, text: note.text.clone() });
            }
            if let (Part::Card(card), Thing::Card(id)) = (*of, *thing) {
                let tags = map.tags_of(id);
                self.tags.extend(tags.map(|tag| TagDraft { card, tag: tag.to_owned() }));
            }
        }
        let place = |thing: &Thing| places.get(thing).or_else(|| notes.get(thing)).copied();
        for (from, all) in &map.ties {
            let all = all.iter().filter_map(|to| Some((place(from)?, place(to)?)));
            self.ties.extend(all.map(|(from, to)| TieDraft { from, to }));
        }
        self.ties.sort_by_key(|tie| (tie.from, tie.to));
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

    /// The edits that make what stands beside the things. What `map` says of an entry it has already stays.
    pub(super) fn make_beside(
        &self,
        map: Option<&Map>,
        parts: &Parts,
        source: &mut dyn Source,
        edits: &mut Vec<Edit>,
    ) {
        let mut things: HashMap<Part, Thing> = parts.iter().copied().collect();
        for DetailDraft { of, detail, value } in &self.details {
            let Some(thing) = things.get(of).copied() else { continue };
            // One that exists is not wanted because another map wants it.
            let is_text = detail.shape() == Shape::Text;
            let stays =
                |map: &Map| map.holds(thing) && (!is_text || map.detail(thing, *detail).is_some());
            if matches!(of, Part::Entry(_)) && map.is_some_and(stays) {
                continue;
            }
            let value = match value {
                value if detail.shape().is_reference() => {
                    let to = part(detail.shape(), value).and_then(|part| things.get(&part));
                    let to = to.and_then(|to| detail.shape().spelled(*to));
                    let Some(to) = to else { continue };
                    Value::Text(to)
                }
                value => value.clone(),
            };
            edits.push(Edit::Set { thing, detail: *detail, value: Some(value) });
        }
        for (place, NoteDraft { of, field, text }) in self.notes.iter().enumerate() {
            let Some(of) = things.get(of).copied() else { continue };
            let (note, at) = (source.id(), usize::MAX);
            things.insert(Part::Note(place), Thing::Note(note));
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
        for TieDraft { from, to } in &self.ties {
            let ends = [from, to].map(|part| things.get(part).copied());
            if let [Some(from), Some(to)] = ends
                && fits(from, to)
            {
                edits.push(Edit::Tie { from, to, on: true });
            }
        }
        for TagDraft { card, tag } in &self.tags {
            if let Some(Thing::Card(card)) = things.get(&Part::Card(*card)).copied() {
                edits.push(Edit::Tag { card, tag: tag.clone(), on: true });
            }
        }
    }
}
