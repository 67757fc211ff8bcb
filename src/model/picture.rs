//! Pictures: their bytes, one scalar each in the root map `pictures`, under the SHA-256 of the bytes.
//!
//! Bytes that were added are never taken away: a copy may refer to them, and the history keeps them
//! anyway. What nothing refers to any more stays behind when a map is duplicated or shared without its
//! history.

mod form;

pub use form::Form;

use super::document::skeleton;
use super::draft::Draft;
use super::edit::Refused;
use super::edit::writer::Writer;
use super::map::Value;
use super::rows::maps_at;
use super::values::{At, keys_of, standing};
use super::{Detail, Id, Map, Thing};
use automerge::transaction::Transactable;
use automerge::{AutoCommit, ObjId, ROOT, ScalarValue, ScalarValueRef, Value as Stored, ValueRef};
use sha2::{Digest, Sha256};
use std::collections::BTreeSet;

const ROOT_MAP: &str = "pictures";

/// The most bytes of one picture.
pub const LARGEST: usize = 200_000;
/// The most bytes of all pictures of a map.
pub const BUDGET: usize = 8_000_000;

/// Why something under `pictures` is not shown.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Fault {
    /// More bytes than a picture may have.
    TooLarge,
    /// Not the bytes of a picture, or of one of too many pixels.
    NoPicture,
    /// The key is not the hash of the bytes.
    OtherKey,
}

/// The key of a picture: the SHA-256 of its bytes, hexadecimal.
pub fn key(bytes: &[u8]) -> String {
    let mut key = String::with_capacity(64);
    for byte in Sha256::digest(bytes) {
        for digit in [byte >> 4, byte & 15] {
            key.extend(char::from_digit(digit.into(), 16));
        }
    }
    key
}

/// What is wrong with bytes that stand under a key.
fn fault(bytes: &[u8], under: &str) -> Option<Fault> {
    if bytes.len() > LARGEST {
        return Some(Fault::TooLarge);
    }
    if Form::of(bytes).is_none() {
        return Some(Fault::NoPicture);
    }
    (key(bytes) != under).then_some(Fault::OtherKey)
}

/// Whether a map takes these bytes as a picture, if there is room.
pub fn can_be_kept(bytes: &[u8]) -> bool {
    bytes.len() <= LARGEST && Form::of(bytes).is_some()
}

/// The bytes of a picture, if they are there and can be shown.
pub(crate) fn read(doc: &AutoCommit, key: &str) -> Option<Vec<u8>> {
    let homes = maps_at(doc, &ROOT, ROOT_MAP, None);
    let found = homes.iter().flat_map(|home| standing(doc, home, key, None));
    let bytes = found.filter_map(|(stored, _)| match stored {
        Stored::Scalar(scalar) => match scalar.into_owned() {
            ScalarValue::Bytes(bytes) => Some(bytes),
            _ => None,
        },
        Stored::Object(_) => None,
    });
    bytes.into_iter().find(|bytes| fault(bytes, key).is_none())
}

/// Takes the key of a value, the bytes if it is bytes, and its size.
type Visit<'a> = dyn FnMut(&str, Option<&[u8]>, usize) + 'a;

/// Goes through all that stands under `pictures`, values that lost a conflict too.
fn all(doc: &AutoCommit, visit: &mut Visit) {
    let mut value = |key: &str, value: &ValueRef| match value {
        ValueRef::Scalar(ScalarValueRef::Bytes(bytes)) => visit(key, Some(bytes), bytes.len()),
        ValueRef::Scalar(ScalarValueRef::Str(text)) => visit(key, None, text.len()),
        _ => visit(key, None, 0),
    };
    let at: At = None;
    for home in maps_at(doc, &ROOT, ROOT_MAP, at) {
        for item in keys_of(doc, &home, at) {
            value(&item.key, &item.value);
            if item.conflict {
                lost(doc, &home, &item.key, &mut value);
            }
        }
    }
}

fn lost(doc: &AutoCommit, home: &ObjId, key: &str, value: &mut dyn FnMut(&str, &ValueRef)) {
    for (stored, _) in standing(doc, home, key, None).into_iter().skip(1) {
        match stored.as_scalar() {
            Some(ScalarValue::Bytes(bytes)) => {
                value(key, &ValueRef::Scalar(ScalarValueRef::Bytes(bytes.as_slice().into())));
            }
            Some(ScalarValue::Str(text)) => {
                value(key, &ValueRef::Scalar(ScalarValueRef::Str(text.as_str().into())));
            }
            _ => {}
        }
    }
}

/// How many bytes stand under `pictures`; in proportion to their number.
pub(crate) fn used(doc: &AutoCommit) -> usize {
    let mut sum = 0;
    all(doc, &mut |_, _, size| sum += size);
    sum
}

/// What stands under `pictures` and is not shown, by its key; in proportion to the bytes.
pub(crate) fn faults(doc: &AutoCommit) -> Vec<(String, Fault)> {
    let mut found = Vec::new();
    all(doc, &mut |key, bytes, _| {
        let fault = bytes.map_or(Some(Fault::NoPicture), |bytes| fault(bytes, key));
        found.extend(fault.map(|fault| (key.to_owned(), fault)));
    });
    found
}

/// Adds the bytes of a picture; nothing happens where they are there already.
///
/// # Errors
/// When they are no picture, too large, or more than the map may hold.
pub(crate) fn add(w: &mut Writer, bytes: &[u8]) -> Result<(), Refused> {
    let key = key(bytes);
    if let Some(fault) = fault(bytes, &key) {
        return Err(Refused::Picture(fault));
    }
    if read(w.doc, &key).is_some() {
        return Ok(());
    }
    // A copy of a map takes all pictures of the one it is made from, however many merges brought there.
    let new = skeleton().is_ok_and(|skeleton| skeleton.hash().to_string() == w.heads);
    if !new && used(w.doc) + bytes.len() > BUDGET {
        return Err(Refused::PicturesFull);
    }
    let homes = maps_at(w.doc, &ROOT, ROOT_MAP, None);
    let home = homes.first().ok_or(Refused::Document)?;
    w.doc.put(home, key, ScalarValue::Bytes(bytes.to_vec()))?;
    Ok(())
}

/// The pictures that a draft refers to, as far as they are there, each once.
pub(crate) fn of_draft(doc: &AutoCommit, draft: &Draft) -> Vec<Vec<u8>> {
    let named = draft.details.iter().filter(|one| one.detail == Detail::Picture);
    let keys: BTreeSet<&String> = named
        .filter_map(|one| if let Value::Text(key) = &one.value { Some(key) } else { None })
        .collect();
    keys.into_iter().filter_map(|key| read(doc, key)).collect()
}

impl Map {
    /// The key of a thing's picture; empty when it has none.
    pub fn picture(&self, thing: Thing) -> &str {
        self.word(thing, Detail::Picture)
    }

    /// Whether a card has a picture.
    pub fn is_pictured(&self, card: Id) -> bool {
        !self.picture(Thing::Card(card)).is_empty()
    }
}
