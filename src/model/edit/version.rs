//! Naming a state of the map.

use super::Refused;
use super::writer::Writer;
use crate::model::document::{spell, unspell};
use crate::model::history::Write;
use crate::model::rows::{maps_at, rows_at};
use crate::model::{Id, Thing};
use automerge::transaction::Transactable;
use automerge::{ObjType, ROOT};

/// Names the state at `heads` (hexadecimal), with none the one before this edit.
pub(super) fn name(w: &mut Writer, id: Id, name: &str, heads: &[String]) -> Result<(), Refused> {
    let thing = Thing::Version(id);
    let named = unspell(&heads.join(","));
    // A version of changes that are not here could not be shown to anybody.
    let known = named.iter().all(|hash| w.doc.get_change_meta_by_hash(hash).is_some());
    if named.len() != heads.len() || !known {
        return Err(Refused::NoSuchThing(thing));
    }
    let heads = if named.is_empty() { w.heads.clone() } else { spell(&named) };
    let key = id.to_string();
    if !rows_at(w.doc, "versions", &key, None).is_empty() {
        return Err(Refused::Document);
    }
    let home = maps_at(w.doc, &ROOT, "versions", None);
    let home = home.first().ok_or(Refused::Document)?;
    let row = w.doc.put_object(home, key, ObjType::Map)?;
    let text = w.doc.put_object(&row, "name", ObjType::Text)?;
    w.doc.splice_text(&text, 0, 0, name)?;
    w.doc.put(&row, "heads", heads)?;
    w.doc.put(&row, "time", w.now)?;
    if let Some(person) = w.person {
        w.doc.put(&row, "person", person.to_string())?;
    }
    w.log.push(Write::Made { thing });
    w.touch([thing]);
    Ok(())
}
