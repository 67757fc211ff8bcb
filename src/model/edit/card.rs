//! Cards: adding, moving between cells, star and channel.

use super::Refused;
use super::place::index_at;
use super::writer::Writer;
use crate::model::{Field, Id, Map, Thing};
use automerge::ScalarValue;

fn index_of(map: &Map, id: Id) -> Option<&str> {
    map.cards.get(&id).map(|card| card.index.as_str())
}

/// A new card.
pub(super) struct New<'a> {
    pub(super) card: Id,
    pub(super) lane: Id,
    pub(super) step: Id,
    pub(super) at: usize,
    pub(super) text: &'a str,
    pub(super) star: bool,
    pub(super) channel: Option<&'a str>,
}

/// Adds a card to the cell of a visible lane and step.
pub(super) fn add(w: &mut Writer, new: &New) -> Result<(), Refused> {
    let thing = Thing::Card(new.card);
    w.visible(Thing::Lane(new.lane))?;
    w.visible(Thing::Step(new.step))?;
    let place = place(w, new.lane, new.step, None, new.at).unwrap_or_default();
    let mut scalars = vec![(Field::Place, place.as_str().into())];
    if new.star {
        scalars.push((Field::Star, true.into()));
    }
    if let Some(channel) = new.channel.filter(|channel| !channel.is_empty()) {
        scalars.push((Field::Channel, channel.into()));
    }
    w.create(thing, new.text, &scalars)?;
    w.touch([thing]);
    Ok(())
}

/// Moves a card to a position in the cell of a visible lane and step: one scalar.
pub(super) fn shift(
    w: &mut Writer,
    card: Id,
    lane: Id,
    step: Id,
    at: usize,
) -> Result<(), Refused> {
    let thing = Thing::Card(card);
    w.known(thing)?;
    w.visible(Thing::Lane(lane))?;
    w.visible(Thing::Step(step))?;
    if let Some(place) = place(w, lane, step, Some(card), at) {
        w.put(thing, Field::Place, Some(place.as_str().into()))?;
    }
    w.touch([thing]);
    Ok(())
}

fn place(w: &mut Writer, lane: Id, step: Id, own: Option<Id>, at: usize) -> Option<String> {
    let cell = w.map.cell(lane, step).to_vec();
    let index = index_at(w, &cell, own, at, &index_of)?;
    Some(format!("{lane}|{step}|{index}"))
}

/// Sets or clears the star.
pub(super) fn star(w: &mut Writer, card: Id, star: bool) -> Result<(), Refused> {
    let thing = Thing::Card(card);
    w.known(thing)?;
    let starred = w.map.cards.get(&card).is_some_and(|card| card.star);
    if starred != star || !w.options(thing, Field::Star).is_empty() {
        w.put(thing, Field::Star, Some(star.into()))?;
    }
    w.touch([thing]);
    Ok(())
}

/// Sets or clears the channel; an empty word clears it.
pub(super) fn channel(w: &mut Writer, card: Id, channel: Option<&str>) -> Result<(), Refused> {
    let thing = Thing::Card(card);
    w.known(thing)?;
    let channel = channel.filter(|word| !word.is_empty());
    w.put(thing, Field::Channel, channel.map(ScalarValue::from))?;
    w.touch([thing]);
    Ok(())
}
