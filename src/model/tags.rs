//! Tags of cards: one flag each in the root map `tags`, under `card/tag`.

use super::edit::Refused;
use super::edit::writer::Writer;
use super::flags::{self, Flag};
use super::values::At;
use super::{Id, Map, Thing};
use automerge::AutoCommit;
use std::collections::BTreeSet;

pub(crate) const ROOT_MAP: &str = "tags";

/// The card and the tag of a key.
pub(crate) fn parts(key: &str) -> Option<(Id, &str)> {
    let (card, tag) = key.split_once('/')?;
    Some((Id::parse(card)?, tag)).filter(|(_, tag)| !tag.trim().is_empty())
}

/// Reads all tags into a map.
pub(crate) fn read_all(map: &mut Map, doc: &AutoCommit, at: At) {
    map.tags.clear();
    for key in flags::all(doc, ROOT_MAP, at) {
        if let Some((card, tag)) = parts(&key) {
            map.tags.entry(card).or_default().insert(tag.to_owned());
        }
    }
}

/// Reads the tags of one card into a map.
pub(crate) fn read(map: &mut Map, doc: &AutoCommit, card: Id, at: At) {
    let mut tags = flags::of(doc, ROOT_MAP, &card.to_string(), at);
    tags.retain(|tag| !tag.trim().is_empty());
    if tags.is_empty() {
        map.tags.remove(&card);
    } else {
        map.tags.insert(card, tags);
    }
}

/// Puts a tag on a card or takes it off; nothing happens where it is so already.
///
/// # Errors
/// When the tag is empty.
pub(crate) fn set(w: &mut Writer, card: Id, tag: &str, on: bool) -> Result<(), Refused> {
    if tag.trim().is_empty() {
        return Err(Refused::NoSuchField);
    }
    let flag = Flag { root: ROOT_MAP, key: format!("{card}/{tag}") };
    flags::set(w, Thing::Card(card), flag, on)
}

impl Map {
    /// The tags of a card, sorted.
    pub fn tags_of(&self, card: Id) -> impl Iterator<Item = &str> {
        self.tags.get(&card).into_iter().flatten().map(String::as_str)
    }

    /// All tags in use on cards that are not in the bin, sorted.
    pub fn tags_in_use(&self) -> BTreeSet<&str> {
        let seen = |card: &Id| self.cards.get(card).is_some_and(|card| card.deleted.is_none());
        let of_seen = self.tags.iter().filter(|(card, _)| seen(card));
        of_seen.flat_map(|(_, tags)| tags.iter().map(String::as_str)).collect()
    }
}
