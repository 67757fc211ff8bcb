//! Deletes a map for good: first the tombstone that every writer heeds, then everything else.

use super::chunks::all_of;
use super::connection::{CHUNKS, Durability, LOCAL, MAPS, QUARANTINE, Transaction, VIEWS};
use super::database::{Database, finish, put_local_row};
use super::error::StorageError;
use super::locks;
use super::records::Local;
use idb::Query;
use wasm_bindgen::JsValue;

impl Database {
    /// Deletes a map for good, waiting for a compaction of it to end. Interrupted, it has left the
    /// tombstone; calling it again finishes the work.
    ///
    /// # Errors
    /// When the database can't be written.
    pub async fn remove(&self, slot: &str) -> Result<(), StorageError> {
        let _lock = locks::take(slot, true).await;
        let tombstone = Local { tombstone: Some(js_sys::Date::now() as i64), ..Local::default() };
        let transaction = self.connection.begin(&[LOCAL], Some(Durability::Strict)).await?;
        finish(transaction, async |transaction: &Transaction| {
            put_local_row(transaction, slot, &JsValue::UNDEFINED, &tombstone).await
        })
        .await?;

        let stores = [CHUNKS, QUARANTINE, MAPS, VIEWS];
        let transaction = self.connection.begin(&stores, Some(Durability::Strict)).await?;
        finish(transaction, async |transaction: &Transaction| {
            for store in [CHUNKS, QUARANTINE] {
                transaction.store(store)?.delete(all_of(slot)?)?.await?;
            }
            for store in [MAPS, VIEWS] {
                transaction.store(store)?.delete(Query::Key(slot.into()))?.await?;
            }
            Ok(())
        })
        .await?;
        self.tallies.borrow_mut().remove(slot);
        Ok(())
    }
}
