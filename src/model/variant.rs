//! Variants: the rows that tell a map's to-be copy from the map itself.

use super::Id;
use super::document::unspell;
use super::edit::Refused;
use super::edit::writer::Writer;
use super::merge::open_variants;
use super::rows::{maps_at, rows_at};
use super::values::{standing, whole_number};
use automerge::transaction::Transactable;
use automerge::{AutoCommit, ChangeHash, ObjId, ObjType, ROOT};

/// A variant that was not merged back.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Variant {
    /// Its row in `variants`.
    pub id: Id,
    /// What it was called when it was made.
    pub name: String,
    /// When that was, milliseconds since 1970.
    pub time: i64,
    /// The heads of the original then.
    pub(crate) base: Vec<ChangeHash>,
}

/// Writes the row that makes this copy a variant of what it was.
///
/// # Errors
/// Automerge's.
pub(crate) fn open(w: &mut Writer, name: &str) -> Result<Id, Refused> {
    let id = w.source.id();
    let home = maps_at(w.doc, &ROOT, "variants", None);
    let home = home.first().ok_or(Refused::Document)?;
    let row = w.doc.put_object(home, id.to_string(), ObjType::Map)?;
    w.doc.put(&row, "name", name)?;
    w.doc.put(&row, "base", w.heads.as_str())?;
    w.doc.put(&row, "time", w.now)?;
    Ok(id)
}

/// Notes that a variant was merged back: what holds this is the original.
///
/// # Errors
/// Automerge's.
pub(crate) fn close(w: &mut Writer, id: Id) -> Result<(), Refused> {
    for row in rows_at(w.doc, "variants", &id.to_string(), None) {
        w.doc.put(&row, "merged", w.now)?;
    }
    Ok(())
}

/// The variants this copy is, one within the other, the newest last; none for an original.
pub(crate) fn rows(doc: &AutoCommit) -> Vec<Variant> {
    let read = |id: Id| {
        let row: ObjId = rows_at(doc, "variants", &id.to_string(), None).into_iter().next()?;
        let scalar = |key: &str| standing(doc, &row, key, None).into_iter().next();
        let text = |key: &str| scalar(key).and_then(|(text, _)| text.as_str().map(str::to_owned));
        let time = scalar("time").and_then(|(time, _)| whole_number(time.as_scalar()?));
        Some(Variant {
            id,
            name: text("name").unwrap_or_default(),
            time: time.unwrap_or_default(),
            base: text("base").map(|base| unspell(&base)).unwrap_or_default(),
        })
    };
    let mut found: Vec<Variant> = open_variants(doc).into_iter().filter_map(read).collect();
    found.sort_by_key(|one| (one.time, one.id));
    found
}
