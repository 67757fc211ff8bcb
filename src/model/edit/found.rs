//! The first edit of a document: its kind and its lineage.

use super::Refused;
use super::writer::Writer;
use crate::model::{Id, Kind, Thing};
use automerge::ROOT;
use automerge::transaction::Transactable;

/// Writes kind and lineage; refused where a lineage is written already.
pub(super) fn found(w: &mut Writer, kind: Kind, id: Id) -> Result<(), Refused> {
    if !w.map.id.is_empty() {
        return Err(Refused::NoSuchField);
    }
    let word = match kind {
        Kind::Journey => "journey",
        Kind::Experience => "experience",
    };
    w.doc.put(ROOT, "kind", word)?;
    w.doc.put(ROOT, "id", id.to_string())?;
    w.touch([Thing::Map]);
    Ok(())
}
