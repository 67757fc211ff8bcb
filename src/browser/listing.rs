//! The library's list: cached rows joined with the facts of this browser, and never a map missing.

use super::connection::{CHUNKS, Durability, LOCAL, MAPS};
use super::database::{Database, Requests};
use super::error::StorageError;
use super::records::{self, Listed, Local};
use super::transaction::{Answer, Transaction, answer};
use js_sys::Array;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::IdbKeyRange;

impl Database {
    /// Every map kept here, binned ones too, the last edited first. A map of which only chunks are
    /// left is listed with nothing but its slot.
    ///
    /// # Errors
    /// When the database can't be read.
    pub fn list(&self) -> Answer<Vec<Listed>> {
        let begun = self.connection.begin(&[MAPS, LOCAL, CHUNKS], None);
        Box::pin(async move {
            let transaction = begun.await?;
            let maps = transaction.all(MAPS, &JsValue::UNDEFINED)?.await?;
            let facts = transaction.all(LOCAL, &JsValue::UNDEFINED)?.await?;
            let slots = slots(&transaction).await?;
            Ok(joined(&maps, &facts, slots))
        })
    }

    /// Keeps what the library shows of a map. Does not change whether it is in the bin.
    ///
    /// # Errors
    /// When the database can't be written, or the map was deleted for good.
    pub fn put_listed(&self, listed: &Listed) -> Answer<()> {
        let (key, row) = (JsValue::from(&listed.slot), records::to_row(&listed.into()));
        let put: Requests = Box::new(move |transaction, _| transaction.put(MAPS, &key, &row?));
        self.write_living(&[MAPS, LOCAL], Durability::Relaxed, &listed.slot, put)
    }
}

/// The list, from the keys and rows of [`MAPS`] and [`LOCAL`] and the slots that have chunks. A row of a
/// shape unknown here is left out; its map is listed by its chunks.
fn joined(maps: &(Array, Array), facts: &(Array, Array), slots: Vec<String>) -> Vec<Listed> {
    let mut found: Vec<Listed> = Vec::new();
    let place = |found: &[Listed], slot: &str| found.binary_search_by(|map| (*map.slot).cmp(slot));
    let cached = maps.0.iter().zip(maps.1.iter()).filter_map(|(slot, row)| {
        Some(Listed { slot: slot.as_string()?, known: true, ..records::from_row(&row)? })
    });
    for map in cached.chain(slots.into_iter().map(|slot| Listed { slot, ..Listed::default() })) {
        if let Err(at) = place(&found, &map.slot) {
            found.insert(at, map);
        }
    }
    for (slot, row) in facts.0.iter().zip(facts.1.iter()) {
        let (Some(slot), Some(facts)) = (slot.as_string(), records::from_row::<Local>(&row)) else {
            continue;
        };
        if let Ok(at) = place(&found, &slot) {
            found[at].binned = facts.binned;
            if facts.tombstone.is_some() {
                found.remove(at);
            }
        }
    }
    // Maps of the same time stay in the order of their slots.
    found.sort_by_key(|map| std::cmp::Reverse(map.edited));
    found
}

/// The slots that have chunks: one look-up each, stepping from the last key of a slot to the first
/// of the next, because reading every key grows with every edit ever made.
async fn slots(transaction: &Transaction) -> Result<Vec<String>, StorageError> {
    let store = transaction.store(CHUNKS)?;
    let mut found: Vec<String> = Vec::new();
    loop {
        // An array sorts after every text, so `[slot, []]` lies behind all chunks of a slot.
        let after: JsValue = match found.last() {
            Some(slot) => Array::of2(&slot.into(), &Array::new()).into(),
            None => Array::new().into(),
        };
        let range = IdbKeyRange::lower_bound_with_open(&after, true)?;
        let key = answer(store.get_key(&range)?).await?.dyn_into::<Array>().ok();
        match key.and_then(|key| key.get(0).as_string()) {
            Some(slot) => found.push(slot),
            None => return Ok(found),
        }
    }
}
