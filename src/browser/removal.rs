//! Deletes a map for good: first the tombstone that every writer heeds, then everything else.

use super::chunks::all_of;
use super::connection::{CHUNKS, Durability, LOCAL, MAPS, QUARANTINE, VIEWS};
use super::database::{Database, Requests, put_local_row};
use super::locks;
use super::records::Local;
use super::transaction::Answer;
use wasm_bindgen::JsValue;

impl Database {
    /// Deletes a map for good, waiting for a compaction of it to end. Interrupted, it has left the
    /// tombstone; calling it again finishes the work.
    ///
    /// # Errors
    /// When the database can't be written.
    pub fn remove(&self, slot: &str) -> Answer<()> {
        let (this, slot) = (self.clone(), slot.to_owned());
        Box::pin(async move {
            let _lock = locks::take(&slot, true).await;
            let key = JsValue::from(&slot);
            let at = Some(js_sys::Date::now() as i64);
            let bury: Requests = Box::new(move |transaction, _| {
                let tombstone = Local { tombstone: at, ..Local::default() };
                put_local_row(transaction, &key, &JsValue::UNDEFINED, &tombstone)
            });
            this.write(&[LOCAL], Durability::Strict, None, bury).await?;

            let (key, all) = (JsValue::from(&slot), all_of(&slot)?);
            let clear: Requests = Box::new(move |transaction, _| {
                let one = [(MAPS, &key), (VIEWS, &key)];
                let many = [(CHUNKS, &all), (QUARANTINE, &all), (VIEWS, &all)];
                let places = one.into_iter().chain(many);
                places.into_iter().try_for_each(|(store, at)| transaction.delete(store, at))
            });
            let stores = &[CHUNKS, QUARANTINE, MAPS, VIEWS];
            this.write(stores, Durability::Strict, None, clear).await?;
            this.forget_tally(&slot);
            Ok(())
        })
    }
}
