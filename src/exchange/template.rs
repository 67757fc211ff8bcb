//! Templates: the structure of a map, with or without contents and hints, as a file that others take into
//! their gallery. The app's own are such files too.

mod place;
mod read;
mod write;

pub use place::{Fault, Wrong};

use crate::model::detail::Shape;
use crate::model::draft::{Draft, Part};
use crate::model::map::Value;
use crate::model::{Detail, Map, NoteField};

/// What such a file says it is.
pub const FORMAT: &str = "parcours-template";
/// The version written; a file of a later one is not read.
pub const VERSION: i64 = 1;
/// The end of a template's file name.
pub const EXTENSION: &str = ".parcours-template";
/// The most bytes a file may have.
pub const MOST_BYTES: usize = 2_000_000;

/// The areas of work a template is offered for.
pub const AREAS: [&str; 3] = ["sales", "marketing", "service"];

/// A template.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct TemplateFile {
    /// Its name.
    pub name: String,
    /// What it is good for, in a sentence or two; may be empty.
    pub about: String,
    /// The areas it is offered for: words of [`AREAS`].
    pub areas: Vec<&'static str>,
    /// It makes a pair: the map as it is, and a variant of it as it is to be.
    pub pair: bool,
    /// The map it makes.
    pub draft: Draft,
}

/// Reads a template file.
///
/// # Errors
/// With the place and what is wrong there, if it is no template or one that can't be taken as it stands.
pub fn read(text: &str) -> Result<TemplateFile, Fault> {
    read::file(text)
}

/// Reads a file that holds a list of templates, as the app's own do.
///
/// # Errors
/// As [`read`].
pub fn read_all(text: &str) -> Result<Vec<TemplateFile>, Fault> {
    read::list(text)
}

/// Whether a file says that it is a template: then [`read`] says what is wrong with it.
pub fn is_meant(text: &str) -> bool {
    text.trim_start().starts_with('{') && text.contains(FORMAT)
}

impl TemplateFile {
    /// The file's text.
    pub fn write(&self) -> String {
        write::file(self)
    }

    /// A template of a map: its stages, steps and lanes, and with `contents` its personas, cards,
    /// feelings and paths too. Comments, pictures, saved views, the lists beside the board, the goal sheet
    /// and what is in the bin stay behind.
    pub fn of(map: &Map, contents: bool, hints: bool) -> Self {
        let mut draft = map.to_draft();
        // A card that shows a touchpoint's name keeps it as its text.
        for one in &draft.details {
            if let (Part::Card(card), Detail::Touchpoint, Value::Int(entry)) =
                (one.of, one.detail, &one.value)
                && let Some(card) = draft.cards.get_mut(card)
                && card.text.trim().is_empty()
                && let Some(entry) =
                    usize::try_from(*entry).ok().and_then(|at| draft.entries.get(at))
            {
                card.text.clone_from(&entry.name);
            }
        }
        draft.pictures.clear();
        draft.views.clear();
        draft.entries.clear();
        draft.goal.clear();
        draft.ties.clear();
        if !contents {
            draft.personas.clear();
            draft.cards.clear();
            draft.feelings.clear();
            draft.paths.clear();
            draft.notes.clear();
            draft.tags.clear();
        }
        draft.notes.retain(|note| NOTES.contains(&note.field));
        draft.details.retain(|one| match one.of {
            Part::Entry(_) | Part::Note(_) => false,
            _ if one.detail == Detail::Hint => hints,
            _ => travels(one.detail) && (contents || STRUCTURE.contains(&one.detail)),
        });
        for card in &mut draft.cards {
            // A file of values knows no formatting.
            card.rich = None;
        }
        let name = draft.title.clone();
        TemplateFile { name, draft, ..TemplateFile::default() }
    }
}

/// The notes that go with the contents: what people say to each other stays behind.
const NOTES: [NoteField; 6] = [
    NoteField::Source,
    NoteField::Goals,
    NoteField::Struggles,
    NoteField::Tasks,
    NoteField::Demographics,
    NoteField::Psychographics,
];

/// The details that belong to the structure, not to what is said on this map.
const STRUCTURE: [Detail; 9] = [
    Detail::Type,
    Detail::State,
    Detail::Time,
    Detail::Optional,
    Detail::Width,
    Detail::Height,
    Detail::Line,
    Detail::Unit,
    Detail::Chart,
];

/// Whether a detail goes into a template: not what belongs to one map, or refers out of the file.
fn travels(detail: Detail) -> bool {
    let own = [Detail::Picture, Detail::Alt, Detail::Origin, Detail::Seen, Detail::Course];
    let plain = matches!(detail.shape(), Shape::Text | Shape::Whole | Shape::Yes | Shape::Persona);
    plain && !own.contains(&detail)
}
