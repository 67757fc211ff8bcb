//! A map's plain values, kept beside its chunks to paint the board before its document is loaded. A cache.

use super::connection::{Durability, EARLY, LOCAL, VIEWS};
use super::database::{Database, Requests};
use super::deadline::within;
use super::early;
use super::error::StorageError;
use super::records::{self, View};
use super::transaction::Answer;
use js_sys::{Array, Uint8Array};
use wasm_bindgen::JsValue;

impl Database {
    /// What is painted first of a map, if it was put there.
    ///
    /// # Errors
    /// When the database can't be read.
    pub fn view(&self, slot: &str) -> Answer<Option<View>> {
        let asked = early::view(slot);
        let read = self.read_view(slot.into());
        Box::pin(async move {
            let early = match asked {
                Some(asked) => within(EARLY, asked).await.and_then(Result::ok),
                None => None,
            };
            match early {
                Some(row) => Ok(view(&row)),
                None => read.await,
            }
        })
    }

    /// All values of a map of which [`Database::view`] gives a part.
    ///
    /// # Errors
    /// When the database can't be read.
    pub fn whole_view(&self, slot: &str) -> Answer<Option<View>> {
        self.read_view(whole_key(slot))
    }

    /// Keeps the plain values of a map: all of them, and by themselves those that are painted first, where that
    /// is sooner done.
    ///
    /// # Errors
    /// When the database can't be written, or the map was deleted for good: then nothing is.
    pub fn put_view(&self, slot: &str, front: Option<&View>, whole: &View) -> Answer<()> {
        let rows: Vec<_> = match front {
            Some(front) => vec![(slot.into(), row(front)), (whole_key(slot), row(whole))],
            None => vec![(slot.into(), row(whole))],
        };
        let outdated = front.is_none().then(|| whole_key(slot));
        let put: Requests = Box::new(move |transaction, _| {
            for (key, row) in rows {
                transaction.put(VIEWS, &key, &row?)?;
            }
            outdated.map_or(Ok(()), |key| transaction.delete(VIEWS, &key))
        });
        self.write_living(&[VIEWS, LOCAL], Durability::Relaxed, slot, put)
    }

    fn read_view(&self, key: JsValue) -> Answer<Option<View>> {
        let begun = self.connection.begin(&[VIEWS], None);
        Box::pin(async move { Ok(view(&begun.await?.get(VIEWS, &key)?.await?)) })
    }
}

/// The key of all values, where those painted first lie at the slot itself. In the range of the map's chunks' keys.
fn whole_key(slot: &str) -> JsValue {
    Array::of2(&slot.into(), &"whole".into()).into()
}

fn row(view: &View) -> Result<JsValue, StorageError> {
    let bytes = Uint8Array::from(view.bytes.as_slice());
    records::object(&[
        ("heads", records::list(&view.heads)),
        ("bytes", bytes.into()),
        ("part", view.is_part.into()),
    ])
}

fn view(row: &JsValue) -> Option<View> {
    let (heads, is_part) = (records::texts(row, "heads"), records::field(row, "part").is_truthy());
    records::bytes(row, "bytes").map(|bytes| View { heads, bytes, is_part })
}
