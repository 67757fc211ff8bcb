//! Details and tags: set, cleared, and taken from one thing to another.

use super::Refused;
use super::choice::scalar;
use super::writer::Writer;
use crate::model::detail::{Shape, details};
use crate::model::map::Value;
use crate::model::{Detail, Field, Id, Thing, tags, ties};

/// Sets or clears a detail.
pub(super) fn set(
    w: &mut Writer,
    thing: Thing,
    detail: Detail,
    value: Option<&Value>,
) -> Result<(), Refused> {
    w.present(thing)?;
    let value = match (detail.shape(), value) {
        (_, None | Some(Value::None)) | (Shape::Yes, Some(Value::Bool(false))) => None,
        (Shape::Yes, Some(Value::Bool(true))) | (Shape::Whole, Some(Value::Int(_))) => value,
        (Shape::Yes | Shape::Whole, _) => return Err(Refused::NoSuchField),
        (_, Some(Value::Text(text))) => value.filter(|_| !text.trim().is_empty()),
        _ => return Err(Refused::NoSuchField),
    };
    w.put(thing, Field::Detail(detail), value.and_then(scalar))?;
    w.touch([thing]);
    Ok(())
}

/// Takes away all details of a thing, the tags of a card, and what it is tied to.
pub(super) fn clear(w: &mut Writer, thing: Thing) -> Result<(), Refused> {
    // What lost a conflict goes too, hence all that the thing could have.
    details(thing).try_for_each(|detail| w.put(thing, Field::Detail(detail), None))?;
    if let Thing::Card(card) = thing {
        let tags: Vec<String> = w.map.tags_of(card).map(str::to_owned).collect();
        tags.iter().try_for_each(|tag| tags::set(w, card, tag, false))?;
    }
    let tied: Vec<Thing> = w.map.ties_of(thing).collect();
    tied.iter().try_for_each(|to| ties::set(w, thing, *to, false))
}

/// Gives `keep` the details of another that it lacks, and its tags.
pub(super) fn take(w: &mut Writer, keep: Thing, other: Thing) -> Result<(), Refused> {
    for (detail, value) in w.map.details.get(&other).cloned().unwrap_or_default() {
        if w.map.detail(keep, detail).is_none() {
            set(w, keep, detail, Some(&value))?;
        }
    }
    if let (Thing::Card(keep), Thing::Card(other)) = (keep, other) {
        let tags: Vec<String> = w.map.tags_of(other).map(str::to_owned).collect();
        tags.iter().try_for_each(|text| tag(w, keep, text, true))?;
    }
    Ok(())
}

/// Puts a tag on a card, or takes it off.
pub(super) fn tag(w: &mut Writer, card: Id, tag: &str, on: bool) -> Result<(), Refused> {
    w.known(Thing::Card(card))?;
    tags::set(w, card, tag.trim(), on)?;
    w.touch([Thing::Card(card)]);
    Ok(())
}
