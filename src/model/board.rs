//! Keeps the orders of a [`Map`] (columns, rows, cast, cells) true to its rows.

use super::map::{Card, Column, Deleted};
use super::{Id, Map};
use std::collections::HashMap;

/// Builds every order from the rows.
pub(crate) fn arrange(map: &mut Map) {
    map.cells.clear();
    let mut keyed: HashMap<(Id, Id), Vec<(&str, Id)>> = HashMap::new();
    for (id, card) in map.cards.iter().filter(|(_, card)| card.deleted.is_none()) {
        keyed.entry((card.lane, card.step)).or_default().push((&card.index, *id));
    }
    let sorted = keyed.into_iter().map(|(cell, mut cards)| {
        cards.sort_unstable();
        (cell, cards.into_iter().map(|(_, id)| id).collect())
    });
    map.cells = sorted.collect();
    shape(map);
}

/// Builds columns, rows and cast; in proportion to stages, steps, lanes and personas.
pub(crate) fn shape(map: &mut Map) {
    map.rows = in_order(map.lanes.iter().map(|(id, lane)| (*id, &lane.index, &lane.deleted)));
    map.cast = in_order(map.personas.iter().map(|(id, one)| (*id, &one.index, &one.deleted)));
    let mut steps: HashMap<Id, Vec<(&str, Id)>> = HashMap::new();
    for (id, step) in map.steps.iter().filter(|(_, step)| step.deleted.is_none()) {
        steps.entry(step.stage).or_default().push((&step.index, *id));
    }
    let stages = in_order(map.stages.iter().map(|(id, one)| (*id, &one.index, &one.deleted)));
    let mut columns = Vec::with_capacity(map.columns.len());
    for stage in stages {
        match steps.remove(&stage) {
            None => columns.push(Column { stage, step: None }),
            Some(mut own) => {
                own.sort_unstable();
                columns.extend(own.iter().map(|(_, step)| Column { stage, step: Some(*step) }));
            }
        }
    }
    map.columns = columns;
}

fn in_order<'a>(things: impl Iterator<Item = (Id, &'a String, &'a Option<Deleted>)>) -> Vec<Id> {
    let visible = things.filter(|(_, _, deleted)| deleted.is_none());
    let mut keyed: Vec<(&str, Id)> = visible.map(|(id, index, _)| (index.as_str(), id)).collect();
    keyed.sort_unstable();
    keyed.into_iter().map(|(_, id)| id).collect()
}

/// Puts an undeleted card into its cell; the card's row must be in the map.
pub(crate) fn seat(map: &mut Map, id: Id, card: &Card) {
    if card.deleted.is_some() {
        return;
    }
    let cards = &map.cards;
    let cell = map.cells.entry((card.lane, card.step)).or_default();
    let at = cell.partition_point(|other| {
        let index = cards.get(other).map_or("", |other| other.index.as_str());
        (index, *other) < (card.index.as_str(), id)
    });
    cell.insert(at, id);
}

/// Takes a card out of its cell; an empty cell has no entry.
pub(crate) fn unseat(map: &mut Map, id: Id, card: &Card) {
    if let Some(cell) = map.cells.get_mut(&(card.lane, card.step)) {
        cell.retain(|other| *other != id);
        if cell.is_empty() {
            map.cells.remove(&(card.lane, card.step));
        }
    }
}
