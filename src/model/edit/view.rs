//! Saved views: made with a name and settings.

use super::writer::Writer;
use super::{Refused, detail};
use crate::model::map::Value;
use crate::model::{Detail, Id, Thing};

/// Saves a view.
pub(super) fn add(w: &mut Writer, view: Id, name: &str, settings: &str) -> Result<(), Refused> {
    let thing = Thing::View(view);
    w.create(thing, name, &[])?;
    w.touch([thing]);
    detail::set(w, thing, Detail::Settings, Some(&Value::Text(settings.to_owned())))
}
