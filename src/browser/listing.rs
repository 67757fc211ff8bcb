//! The library's list: cached rows joined with the facts of this browser, and never a map missing.

use super::connection::{CHUNKS, LOCAL, MAPS, Transaction};
use super::database::Database;
use super::error::StorageError;
use super::records::{self, Listed, Local};
use crate::model::json::FromJson;
use idb::KeyRange;
use js_sys::Array;
use std::collections::{HashMap, HashSet};
use wasm_bindgen::{JsCast, JsValue};

impl Database {
    /// Every map kept here, binned ones too, the last edited first. A map of which only chunks are
    /// left is listed with nothing but its slot.
    ///
    /// # Errors
    /// When the database can't be read.
    pub async fn list(&self) -> Result<Vec<Listed>, StorageError> {
        let transaction = self.connection.begin(&[MAPS, LOCAL, CHUNKS], None).await?;
        let mut known: HashMap<String, Listed> = rows(&transaction, MAPS).await?;
        let local: HashMap<String, Local> = rows(&transaction, LOCAL).await?;
        let mut found = Vec::new();
        let slots: HashSet<String> =
            slots(&transaction).await?.into_iter().chain(known.keys().cloned()).collect();
        for slot in slots {
            let facts = local.get(&slot);
            if facts.is_some_and(|facts| facts.tombstone.is_some()) {
                continue;
            }
            let cached = known.remove(&slot);
            let (is_known, cached) = (cached.is_some(), cached.unwrap_or_default());
            let binned = facts.and_then(|facts| facts.binned);
            found.push(Listed { slot, binned, known: is_known, ..cached });
        }
        found.sort_by(|a, b| b.edited.cmp(&a.edited).then_with(|| a.slot.cmp(&b.slot)));
        Ok(found)
    }

    /// Keeps what the library shows of a map. Does not change whether it is in the bin.
    ///
    /// # Errors
    /// When the database can't be written, or the map was deleted for good.
    pub async fn put_listed(&self, listed: &Listed) -> Result<(), StorageError> {
        self.put_row(MAPS, &listed.slot, &records::to_row(&listed.into())?).await
    }
}

/// All readable rows of a store, by slot. A row of a shape unknown here is left out; its map is
/// listed by its chunks.
async fn rows<T: FromJson>(
    transaction: &Transaction,
    store: &str,
) -> Result<HashMap<String, T>, StorageError> {
    let store = transaction.store(store)?;
    let keys = store.get_all_keys(None, None)?.await?;
    let values = store.get_all(None, None)?.await?;
    let slots = keys.iter().map(JsValue::as_string);
    let read = slots.zip(values.iter().map(records::from_row));
    Ok(read.filter_map(|(slot, row)| Some((slot?, row?))).collect())
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
        let range = KeyRange::lower_bound(&after, Some(true))?;
        let key = store.get_key(range)?.await?.and_then(|key| key.dyn_into::<Array>().ok());
        match key.and_then(|key| key.get(0).as_string()) {
            Some(slot) => found.push(slot),
            None => return Ok(found),
        }
    }
}
