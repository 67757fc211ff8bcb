//! Who people are: the name and colour a person gave, and which actors wrote for them.
//!
//! A person is scalars under composite keys, `people/"<id>/name"` and `people/"<id>/colour"`: two tabs
//! of one person write them at once, and a row made twice at one key would hide one side's content.

use super::Id;
use super::edit::Refused;
use super::edit::writer::Writer;
use super::rows::maps_at;
use super::values::standing;
use automerge::transaction::Transactable;
use automerge::{AutoCommit, ROOT, ReadDoc, ScalarValue};

/// The words for the colours a person can choose; the screen has a light and a dark shade of each.
pub const COLOURS: [&str; 8] =
    ["blue", "amber", "teal", "plum", "moss", "coral", "violet", "slate"];

/// How long a name may be, in characters; a longer one is cut.
pub const NAME: usize = 60;

/// A person as others see them.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Person {
    /// The id this person's browser drew.
    pub id: Id,
    /// The name; empty when none was given.
    pub name: String,
    /// One of [`COLOURS`], or empty.
    pub colour: String,
}

/// The text at a key of a root map.
fn text(doc: &AutoCommit, root: &str, key: &str) -> Option<String> {
    let home = maps_at(doc, &ROOT, root, None).into_iter();
    home.flat_map(|home| standing(doc, &home, key, None))
        .find_map(|(value, _)| value.as_str().map(str::to_owned))
}

/// What the document says of a person.
pub(crate) fn person(doc: &AutoCommit, id: Id) -> Person {
    let of = |key: &str| text(doc, "people", &format!("{id}/{key}")).unwrap_or_default();
    let name = of("name").trim().chars().take(NAME).collect();
    let colour = of("colour");
    let known = COLOURS.contains(&colour.as_str());
    Person { id, name, colour: if known { colour } else { String::new() } }
}

/// Whose actor (base, in hex) this is, if it introduced itself.
pub(crate) fn person_of(doc: &AutoCommit, actor: &str) -> Option<Id> {
    text(doc, "actors", actor).and_then(|id| Id::parse(&id))
}

/// Whether any actor wrote here for this person.
pub(crate) fn is_contributor(doc: &AutoCommit, id: Id) -> bool {
    let id = id.to_string();
    let homes = maps_at(doc, &ROOT, "actors", None);
    homes.iter().flat_map(|home| doc.map_range(home, ..)).any(|item| {
        let whose = item.value.into_value();
        whose.as_scalar().and_then(ScalarValue::as_str) == Some(&id)
    })
}

/// Writes name and colour where they differ from what stands there; an empty one is removed.
///
/// # Errors
/// Automerge's.
pub(crate) fn write(w: &mut Writer, person: &Person) -> Result<(), Refused> {
    let home = maps_at(w.doc, &ROOT, "people", None);
    let Some(home) = home.first() else { return Ok(()) };
    for (key, value) in [("name", &person.name), ("colour", &person.colour)] {
        let key = format!("{}/{key}", person.id);
        let now = standing(w.doc, home, &key, None);
        match now.as_slice() {
            [] if value.is_empty() => {}
            [(one, _)] if one.as_str() == Some(value) => {}
            _ if value.is_empty() => w.doc.delete(home, key)?,
            _ => w.doc.put(home, key, value.as_str())?,
        }
    }
    Ok(())
}
