//! Choices: one of several values becomes the only one.

use super::writer::Writer;
use super::{Refused, TextOf, text};
use crate::model::decisions::{self, About};
use crate::model::map::Value;
use crate::model::renamed::settle;
use crate::model::rows::is_text;
use crate::model::{Field, Thing};
use automerge::ScalarValue;

/// Settles a choice with one of its options.
pub(super) fn choose(
    w: &mut Writer,
    thing: Thing,
    field: Field,
    value: &Value,
    why: &str,
) -> Result<(), Refused> {
    let (taken, over): (Vec<Value>, Vec<Value>) =
        w.options(thing, field).into_iter().partition(|option| option == value);
    if taken.is_empty() {
        return Err(Refused::NoSuchField);
    }
    match value {
        Value::Text(chosen) if is_text(thing, field) => {
            // Renamed on both sides: there is one text, and the choice goes as it is changed. Kept as
            // merged, it goes by a note. Several Text objects: one is made that stands for all.
            if w.texts(thing) > 1 {
                w.only_text(thing, chosen)?;
            } else if w.shown_text(thing) == Some(chosen) {
                settle(w, thing, chosen)?;
            } else {
                text::set(w, TextOf::Of(thing), chosen)?;
            }
        }
        // Deleted once more, now that the edits made meanwhile were seen.
        Value::Text(_) if field == Field::Deleted => {
            let flag = w.bin_flag();
            w.put(thing, field, Some(flag))?;
        }
        _ => w.put(thing, field, scalar(value))?,
    }
    let value = value.clone();
    decisions::note(w, &About::Choice { thing, field, value, over }, why)?;
    w.touch([thing]);
    Ok(())
}

/// A value as the document holds it.
pub(super) fn scalar(value: &Value) -> Option<ScalarValue> {
    match value {
        Value::None => None,
        Value::Text(text) => Some(text.as_str().into()),
        Value::Int(number) => Some((*number).into()),
        Value::Bool(yes) => Some((*yes).into()),
    }
}
