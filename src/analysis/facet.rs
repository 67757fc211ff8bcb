//! What cards can be told apart by beside their texts: one value of one sort each.

use crate::model::{Id, Map};
use std::collections::BTreeMap;

/// A sort of value that cards have.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Facet {
    /// A moment of truth.
    Star,
    /// Where customer and brand meet.
    Channel,
}

impl Facet {
    /// All, in the order offered.
    pub const ALL: [Facet; 2] = [Facet::Star, Facet::Channel];

    /// The word in settings.
    pub fn word(self) -> &'static str {
        match self {
            Facet::Star => "star",
            Facet::Channel => "channel",
        }
    }

    /// The values a card has, as the document holds them; none for most cards.
    pub fn of(self, map: &Map, card: Id) -> Vec<String> {
        let Some(found) = map.cards.get(&card) else { return Vec::new() };
        match self {
            Facet::Star if found.star => vec!["yes".to_owned()],
            Facet::Star => Vec::new(),
            Facet::Channel => found.channel.iter().cloned().collect(),
        }
    }

    /// The values there are in a map, with how many cards have each.
    pub fn values(self, map: &Map) -> BTreeMap<String, usize> {
        let mut counts = BTreeMap::new();
        let there = map.cards.iter().filter(|(_, card)| card.deleted.is_none());
        for value in there.flat_map(|(id, _)| self.of(map, *id)) {
            *counts.entry(value).or_default() += 1;
        }
        counts
    }
}
