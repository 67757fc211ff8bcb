//! Choices: one of several values becomes the only one.

use super::writer::Writer;
use super::{Refused, TextOf, text};
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
) -> Result<(), Refused> {
    if !w.options(thing, field).contains(value) {
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
        _ => w.put(thing, field, scalar(value))?,
    }
    w.touch([thing]);
    Ok(())
}

fn scalar(value: &Value) -> Option<ScalarValue> {
    match value {
        Value::None => None,
        Value::Text(text) => Some(text.as_str().into()),
        Value::Int(number) => Some((*number).into()),
        Value::Bool(yes) => Some((*yes).into()),
    }
}
