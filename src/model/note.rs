//! Notes: texts beside a thing, one row of `comments` each. Comments of people, the sources of what a
//! card says, and the longer texts of a persona.

use super::map::Deleted;
use super::row::Row;
use super::rows::{rows_at, thing_at};
use super::values::{At, standing, whole_number};
use super::{Field, Id, Map, Thing};
use automerge::AutoCommit;
use serde::{Deserialize, Serialize};

/// What a note is to its thing.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug, Serialize, Deserialize)]
pub enum NoteField {
    /// What a person says about it; also a word that this version does not know.
    Comment,
    /// Where what a card says is known from.
    Source,
    /// What a persona wants to reach and needs.
    Goals,
    /// What is hardest for a persona.
    Struggles,
    /// What a persona has to do.
    Tasks,
    /// Who a persona is by numbers and circumstances.
    Demographics,
    /// How a persona thinks and lives.
    Psychographics,
    /// What customers are to reach, of the map.
    Outcome,
    /// What works, in the conclusion of the map.
    Works,
    /// What does not.
    Fails,
    /// Why it is so.
    Why,
}

/// Every field with the word that stands for it in the document.
const FIELDS: [(NoteField, &str); 11] = [
    (NoteField::Comment, "comment"),
    (NoteField::Source, "source"),
    (NoteField::Goals, "goals"),
    (NoteField::Struggles, "struggles"),
    (NoteField::Tasks, "tasks"),
    (NoteField::Demographics, "demographics"),
    (NoteField::Psychographics, "psychographics"),
    (NoteField::Outcome, "outcome"),
    (NoteField::Works, "works"),
    (NoteField::Fails, "fails"),
    (NoteField::Why, "why"),
];

/// The conclusion of a map, in the order it is shown.
pub const CONCLUSION: [NoteField; 3] = [NoteField::Works, NoteField::Fails, NoteField::Why];

/// The longer texts of a persona, in the order they are shown.
pub const OF_PERSONA: [NoteField; 5] = [
    NoteField::Goals,
    NoteField::Struggles,
    NoteField::Tasks,
    NoteField::Demographics,
    NoteField::Psychographics,
];

impl NoteField {
    /// The word in the document.
    pub fn word(self) -> &'static str {
        FIELDS.iter().find(|(field, _)| *field == self).map_or("comment", |(_, word)| word)
    }

    /// Whether such a thing has such notes.
    pub fn fits(self, of: Thing) -> bool {
        match self {
            NoteField::Comment => !matches!(
                of,
                Thing::Note(_)
                    | Thing::Path(_)
                    | Thing::Version(_)
                    | Thing::View(_)
                    | Thing::Goal(_)
            ),
            NoteField::Source => matches!(of, Thing::Card(_)),
            NoteField::Outcome | NoteField::Works | NoteField::Fails | NoteField::Why => {
                of == Thing::Map
            }
            _ => matches!(of, Thing::Persona(_)),
        }
    }
}

/// A note.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Note {
    /// What it stands beside; may dangle.
    pub of: Thing,
    /// What it is to that.
    pub field: NoteField,
    /// Its text.
    pub text: String,
    /// Fractional index among the notes of its thing.
    pub index: String,
    /// The id of who wrote it first, if they introduced themselves.
    pub by: Option<Id>,
    /// When that was, milliseconds since 1970; 0 when it is not said.
    pub at: i64,
    /// In the bin since.
    pub deleted: Option<Deleted>,
}

/// How a note names its thing.
pub(crate) fn spell(of: Thing) -> String {
    match of {
        Thing::Feeling { persona, step } => format!("feelings/{persona}/{step}"),
        of => match super::rows::row_of(of) {
            Some((root, id)) => format!("{root}/{id}"),
            None => "map".to_owned(),
        },
    }
}

/// The row of a note. What names no thing is a note of the map, so that it is found.
pub(crate) fn note(doc: &AutoCommit, id: Id, row: &Row, at: At) -> Note {
    let objects = rows_at(doc, "comments", &id.to_string(), at);
    let first = |key: &str| {
        objects
            .iter()
            .find_map(|row| standing(doc, row, key, at).into_iter().next())
            .map(|one| one.0)
    };
    let text = |key: &str| first(key).and_then(|value| value.as_str().map(str::to_owned));
    let of = text("of").unwrap_or_default();
    let of = of.split_once('/').and_then(|(root, key)| thing_at(root, key));
    let word = text("field").unwrap_or_default();
    let field = FIELDS.iter().find(|(_, known)| *known == word).map(|(field, _)| *field);
    Note {
        of: of.unwrap_or(Thing::Map),
        field: field.unwrap_or(NoteField::Comment),
        text: row.text(Field::Text),
        index: row.text(Field::Place),
        by: text("by").and_then(|id| Id::parse(&id)),
        at: first("at").and_then(|time| whole_number(time.as_scalar()?)).unwrap_or_default(),
        deleted: row.deleted(),
    }
}

/// Builds the order of the notes from their rows.
pub(crate) fn arrange(map: &mut Map) {
    map.noted.clear();
    for (id, note) in map.notes.iter().filter(|(_, note)| note.deleted.is_none()) {
        map.noted.entry(note.of).or_default().push(*id);
    }
    let notes = &map.notes;
    for all in map.noted.values_mut() {
        all.sort_by_cached_key(|id| (notes.get(id).map(|note| note.index.clone()), *id));
    }
}

/// Replaces the row of a note and mends the order; in proportion to the notes of its thing.
pub(crate) fn put(map: &mut Map, id: Id, new: Option<Note>) {
    let old = match &new {
        Some(note) => map.notes.insert(id, note.clone()),
        None => map.notes.remove(&id),
    };
    let of = [old.as_ref(), new.as_ref()].into_iter().flatten().map(|note| note.of);
    for of in of.collect::<std::collections::BTreeSet<_>>() {
        let mut all = map.noted.remove(&of).unwrap_or_default();
        all.retain(|other| *other != id);
        if new.as_ref().is_some_and(|new| new.of == of && new.deleted.is_none()) {
            all.push(id);
        }
        let notes = &map.notes;
        all.sort_by_cached_key(|id| (notes.get(id).map(|note| note.index.clone()), *id));
        if !all.is_empty() {
            map.noted.insert(of, all);
        }
    }
}

impl Map {
    /// The notes of a thing that are not in the bin, in order, each with its id.
    pub fn notes_of(&self, of: Thing) -> impl Iterator<Item = (Id, &Note)> {
        let all = self.noted.get(&of).map_or(&[][..], Vec::as_slice);
        all.iter().filter_map(|id| Some((*id, self.notes.get(id)?)))
    }

    /// The notes of one field of a thing, in order.
    pub fn notes_in(&self, of: Thing, field: NoteField) -> impl Iterator<Item = (Id, &Note)> {
        self.notes_of(of).filter(move |(_, note)| note.field == field)
    }
}
