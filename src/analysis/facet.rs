//! What cards can be told apart by beside their texts: values of several sorts.

use crate::model::{Detail, Id, Map, Thing};
use std::collections::BTreeMap;

/// A sort of value that cards have.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Facet {
    /// A moment of truth.
    Star,
    /// Where customer and brand meet.
    Channel,
    /// Whom it is about, by id.
    Persona,
    /// A tag.
    Tag,
    /// Who answers for it.
    Owner,
    /// What it rests on.
    Evidence,
    /// How far it is.
    Status,
}

impl Facet {
    /// All, in the order offered.
    pub const ALL: [Facet; 7] = [
        Facet::Persona,
        Facet::Tag,
        Facet::Owner,
        Facet::Evidence,
        Facet::Status,
        Facet::Star,
        Facet::Channel,
    ];

    /// The word in settings.
    pub fn word(self) -> &'static str {
        match self {
            Facet::Star => "star",
            Facet::Channel => "channel",
            Facet::Tag => "tag",
            _ => self.detail().map_or("", Detail::key),
        }
    }

    /// The detail it is, if it is one.
    pub fn detail(self) -> Option<Detail> {
        match self {
            Facet::Star | Facet::Channel | Facet::Tag => None,
            Facet::Persona => Some(Detail::Persona),
            Facet::Owner => Some(Detail::Owner),
            Facet::Evidence => Some(Detail::Evidence),
            Facet::Status => Some(Detail::Status),
        }
    }

    /// The values a card has, as the document holds them; none for most cards.
    pub fn of(self, map: &Map, card: Id) -> Vec<String> {
        let Some(found) = map.cards.get(&card) else { return Vec::new() };
        if let Some(detail) = self.detail() {
            let word = map.word(Thing::Card(card), detail);
            return if word.is_empty() { Vec::new() } else { vec![word.to_owned()] };
        }
        match self {
            Facet::Star if found.star => vec!["yes".to_owned()],
            Facet::Channel => found.channel.iter().cloned().collect(),
            Facet::Tag => map.tags_of(card).map(str::to_owned).collect(),
            _ => Vec::new(),
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

    /// Whether any of these cards has such a value.
    pub fn is_used(self, map: &Map, cards: &[Id]) -> bool {
        cards.iter().any(|card| !self.of(map, *card).is_empty())
    }
}
