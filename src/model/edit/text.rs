//! Texts: typed splices, or a whole new text by the smallest change found.

use super::writer::Writer;
use super::{Refused, Splice, TextOf};
use crate::model::Thing;
use crate::model::delta::{Delta, difference};

/// The thing whose text this is.
pub(super) fn thing(of: TextOf) -> Thing {
    match of {
        TextOf::Title => Thing::Map,
        TextOf::Of(thing) => thing,
    }
}

/// Applies splices one after the other; positions count UTF-16 units of the plain text.
pub(super) fn splice(w: &mut Writer, of: TextOf, splices: &[Splice]) -> Result<(), Refused> {
    let thing = thing(of);
    for splice in splices {
        let units: Vec<u16> = text(w, thing)?.encode_utf16().collect();
        let end = splice.at.checked_add(splice.delete).ok_or(Refused::SpliceOutOfRange)?;
        // Automerge would round a border inside a surrogate pair silently.
        let low = |at: usize| units.get(at).is_some_and(|unit| (0xdc00..0xe000).contains(unit));
        if end > units.len() || low(splice.at) || low(end) {
            return Err(Refused::SpliceOutOfRange);
        }
        let delta = Delta::splice(units.len(), splice.at, splice.delete, &splice.insert);
        w.edit_text(thing, &delta)?;
        w.touch([thing]);
    }
    Ok(())
}

/// Changes a text to `new`.
pub(super) fn set(w: &mut Writer, of: TextOf, new: &str) -> Result<(), Refused> {
    let thing = thing(of);
    let delta = difference(text(w, thing)?, new);
    if !delta.is_empty() {
        w.edit_text(thing, &delta)?;
    }
    w.touch([thing]);
    Ok(())
}

pub(super) fn text<'a>(w: &'a Writer, thing: Thing) -> Result<&'a str, Refused> {
    if matches!(thing, Thing::Feeling { .. }) {
        return Err(Refused::NoSuchField);
    }
    w.shown_text(thing).ok_or(Refused::NoSuchThing(thing))
}
