//! Tags of cards: one scalar each in the root map `tags`, under `card/tag`.

use super::edit::Refused;
use super::edit::writer::Writer;
use super::history::Write;
use super::rows::maps_at;
use super::values::{At, standing, writer_of};
use super::{Id, Map, Thing};
use automerge::transaction::Transactable;
use automerge::{AutoCommit, ObjId, ROOT, ReadDoc, ScalarValue, Value as Stored};
use std::collections::BTreeSet;

const ROOT_MAP: &str = "tags";

/// The card and the tag of a key.
pub(crate) fn parts(key: &str) -> Option<(Id, &str)> {
    let (card, tag) = key.split_once('/')?;
    Some((Id::parse(card)?, tag)).filter(|(_, tag)| !tag.trim().is_empty())
}

/// Whether such a value puts the tag on.
fn is_on(value: &Stored) -> bool {
    !matches!(
        value.as_scalar(),
        None | Some(ScalarValue::Null | ScalarValue::Boolean(false) | ScalarValue::Int(0))
    )
}

/// The tags of one card, now or in the past; in proportion to them.
pub(crate) fn of_card(doc: &AutoCommit, card: Id, at: At) -> BTreeSet<String> {
    // The next byte after the slash ends the range.
    let range = format!("{card}/")..format!("{card}0");
    let mut found = BTreeSet::new();
    for home in maps_at(doc, &ROOT, ROOT_MAP, at) {
        let items = match at {
            None => doc.map_range(&home, range.clone()),
            Some(heads) => doc.map_range_at(&home, range.clone(), heads),
        };
        let on = items.filter(|item| is_on(&item.value.clone().into_value()));
        found.extend(on.filter_map(|item| Some(parts(&item.key)?.1.to_owned())));
    }
    found
}

/// Reads all tags into a map.
pub(crate) fn read_all(map: &mut Map, doc: &AutoCommit, at: At) {
    map.tags.clear();
    for home in maps_at(doc, &ROOT, ROOT_MAP, at) {
        for item in super::values::keys_of(doc, &home, at) {
            if let Some((card, tag)) = parts(&item.key)
                && is_on(&item.value.clone().into_value())
            {
                map.tags.entry(card).or_default().insert(tag.to_owned());
            }
        }
    }
}

/// Reads the tags of one card into a map.
pub(crate) fn read(map: &mut Map, doc: &AutoCommit, card: Id, at: At) {
    let tags = of_card(doc, card, at);
    if tags.is_empty() {
        map.tags.remove(&card);
    } else {
        map.tags.insert(card, tags);
    }
}

fn operations(doc: &AutoCommit, key: &str) -> Vec<(ObjId, Stored<'static>, ObjId)> {
    let homes = maps_at(doc, &ROOT, ROOT_MAP, None).into_iter();
    let found = homes.flat_map(|home| {
        standing(doc, &home, key, None)
            .into_iter()
            .map(move |(value, op)| (home.clone(), value, op))
    });
    found.collect()
}

/// Puts a tag on a card or takes it off; nothing happens where it is so already.
///
/// # Errors
/// When the tag is empty.
pub(crate) fn set(w: &mut Writer, card: Id, tag: &str, on: bool) -> Result<(), Refused> {
    if tag.trim().is_empty() {
        return Err(Refused::NoSuchField);
    }
    let key = format!("{card}/{tag}");
    let now = operations(w.doc, &key);
    if now.iter().any(|(_, value, _)| is_on(value)) == on {
        return Ok(());
    }
    if on {
        let homes = maps_at(w.doc, &ROOT, ROOT_MAP, None);
        w.doc.put(homes.first().ok_or(Refused::Document)?, key, true)?;
    } else {
        let homes: BTreeSet<ObjId> = now.into_iter().map(|(home, ..)| home).collect();
        homes.iter().try_for_each(|home| w.doc.delete(home, key.as_str()))?;
    }
    w.log.push(Write::Tag { thing: Thing::Card(card), tag: tag.to_owned(), on });
    Ok(())
}

/// Goes back behind a tag put on or taken off; `false` where others put it on too.
///
/// # Errors
/// Automerge's.
pub(crate) fn reverse(
    w: &mut Writer,
    card: Id,
    tag: &str,
    was_put_on: bool,
    mine: Option<&str>,
) -> Result<bool, Refused> {
    let all = operations(w.doc, &format!("{card}/{tag}"));
    let is_mine = |op: &ObjId| mine.is_none_or(|me| writer_of(op) == me);
    if was_put_on && !all.iter().all(|(_, _, op)| is_mine(op)) {
        return Ok(false);
    }
    set(w, card, tag, !was_put_on)?;
    Ok(true)
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
