//! Named versions: a label on the heads of a state, one row of `versions` each.

use super::Id;
use super::document::unspell;
use super::map::Version;
use super::row::Row;
use super::rows::rows_at;
use super::values::{At, standing, whole_number};
use super::{Field, Thing};
use automerge::AutoCommit;

/// The row of a version.
pub(crate) fn version(doc: &AutoCommit, id: Id, row: &Row, at: At) -> Version {
    let objects = rows_at(doc, "versions", &id.to_string(), at);
    let first = |key: &str| {
        objects
            .iter()
            .find_map(|row| standing(doc, row, key, at).into_iter().next())
            .map(|one| one.0)
    };
    let text = |key: &str| first(key).and_then(|value| value.as_str().map(str::to_owned));
    let heads = text("heads").map(|heads| unspell(&heads)).unwrap_or_default();
    Version {
        name: row.text(Field::Text),
        heads: heads.iter().map(ToString::to_string).collect(),
        time: first("time").and_then(|time| whole_number(time.as_scalar()?)).unwrap_or_default(),
        person: text("person").filter(|person| !person.is_empty()),
        deleted: row.deleted(),
    }
}

/// Whether a thing belongs to the history of a map rather than to the map.
pub(crate) fn is_label(thing: Thing) -> bool {
    matches!(thing, Thing::Version(_))
}
