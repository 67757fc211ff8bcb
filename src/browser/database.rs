//! The door to what is kept in IndexedDB: open it, and the small rows beside a map's chunks.

use super::connection::{Connection, DatabaseEvent, Durability, LOCAL, Transaction, VIEWS};
use super::error::StorageError;
use super::records::{self, Local, View};
use js_sys::{Object, Uint8Array};
use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue};

/// The database. Cheap to clone; connects again by itself after the browser closed the connection.
#[derive(Clone)]
pub struct Database {
    pub(super) connection: Rc<Connection>,
    pub(super) tallies: Rc<RefCell<HashMap<String, Tally>>>,
}

/// How much of a map lies in the store, so far as this page has seen it.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(super) struct Tally {
    /// Bytes of the newest snapshot.
    pub(super) snapshot: usize,
    /// Bytes of all increments.
    pub(super) increments: usize,
    /// Number of chunks.
    pub(super) chunks: usize,
}

/// Opens the database, creating it if there is none. `on_event` is told what happens to it later.
///
/// # Errors
/// `Unavailable` without IndexedDB, `NewerVersion` if a newer app wrote it, `Blocked` if an older one
/// still holds it after 20 s.
pub async fn open(on_event: impl Fn(DatabaseEvent) + 'static) -> Result<Database, StorageError> {
    let connection = Connection::new(Box::new(on_event)).await?;
    Ok(Database { connection, tallies: Rc::default() })
}

impl Database {
    /// The plain values of a map, if they were put there.
    ///
    /// # Errors
    /// When the database can't be read.
    pub async fn view(&self, slot: &str) -> Result<Option<View>, StorageError> {
        let row = self.row(VIEWS, slot).await?;
        Ok(records::bytes(&row, "bytes")
            .map(|bytes| View { heads: records::texts(&row, "heads"), bytes }))
    }

    /// Keeps the plain values of a map.
    ///
    /// # Errors
    /// When the database can't be written, or the map was deleted for good.
    pub async fn put_view(&self, slot: &str, view: &View) -> Result<(), StorageError> {
        let bytes = Uint8Array::from(view.bytes.as_slice());
        let row =
            records::object(&[("heads", records::list(&view.heads)), ("bytes", bytes.into())])?;
        self.put_row(VIEWS, slot, &row).await
    }

    /// What this browser knows about a map.
    ///
    /// # Errors
    /// When the database can't be read.
    pub async fn local(&self, slot: &str) -> Result<Local, StorageError> {
        Ok(records::from_row(&self.row(LOCAL, slot).await?).unwrap_or_default())
    }

    /// Changes what this browser knows about a map, reading and writing in one transaction so that
    /// two tabs don't overwrite each other's facts. Fields of newer versions stay.
    ///
    /// # Errors
    /// When the database can't be written, or the map was deleted for good.
    pub async fn put_local(
        &self,
        slot: &str,
        change: impl FnOnce(&mut Local),
    ) -> Result<(), StorageError> {
        let transaction = self.connection.begin(&[LOCAL], Some(Durability::Relaxed)).await?;
        finish(transaction, async |transaction: &Transaction| {
            let row = living(transaction, slot).await?;
            let mut local: Local = records::from_row(&row).unwrap_or_default();
            change(&mut local);
            put_local_row(transaction, slot, &row, &local).await
        })
        .await
    }

    /// Puts a map into the bin (`Some`, milliseconds since 1970) or takes it out (`None`).
    ///
    /// # Errors
    /// As [`Database::put_local`].
    pub async fn set_binned(&self, slot: &str, binned: Option<i64>) -> Result<(), StorageError> {
        self.put_local(slot, |local| local.binned = binned).await
    }

    /// The row of `store` at `slot`, `undefined` if there is none.
    async fn row(&self, store: &str, slot: &str) -> Result<JsValue, StorageError> {
        let transaction = self.connection.begin(&[store], None).await?;
        let row = transaction.store(store)?.get(JsValue::from(slot))?.await?;
        Ok(row.unwrap_or(JsValue::UNDEFINED))
    }

    /// Puts a row into a cache, unless the map was deleted for good.
    pub(super) async fn put_row(
        &self,
        store: &str,
        slot: &str,
        row: &JsValue,
    ) -> Result<(), StorageError> {
        let transaction = self.connection.begin(&[store, LOCAL], Some(Durability::Relaxed)).await?;
        finish(transaction, async |transaction: &Transaction| {
            living(transaction, slot).await?;
            transaction.store(store)?.put(row, Some(&slot.into()))?.await?;
            Ok(())
        })
        .await
    }
}

/// Runs `work` in the transaction: to its `complete`, or to an abort if `work` fails.
pub(super) async fn finish<T>(
    transaction: Transaction,
    work: impl AsyncFnOnce(&Transaction) -> Result<T, StorageError>,
) -> Result<T, StorageError> {
    match work(&transaction).await {
        Ok(value) => transaction.done().await.map(|()| value),
        Err(error) => {
            transaction.abort();
            Err(error)
        }
    }
}

/// The `local` row of a map, read within the transaction that is about to write.
///
/// # Errors
/// `DeletedElsewhere` if it bears a tombstone.
pub(super) async fn living(transaction: &Transaction, slot: &str) -> Result<JsValue, StorageError> {
    let row = transaction.store(LOCAL)?.get(JsValue::from(slot))?.await?;
    let row = row.unwrap_or(JsValue::UNDEFINED);
    match records::from_row::<Local>(&row) {
        Some(Local { tombstone: Some(_), .. }) => Err(StorageError::DeletedElsewhere),
        _ => Ok(row),
    }
}

/// Writes `local` over the fields of `row` that this version knows.
pub(super) async fn put_local_row(
    transaction: &Transaction,
    slot: &str,
    row: &JsValue,
    local: &Local,
) -> Result<(), StorageError> {
    let kept = Object::new();
    if let Some(old) = row.dyn_ref::<Object>() {
        Object::assign(&kept, old);
    }
    let known: Object = records::to_row(&local.into())?.dyn_into()?;
    Object::assign(&kept, &known);
    transaction.store(LOCAL)?.put(&kept, Some(&slot.into()))?.await?;
    Ok(())
}
