//! The door to what is kept in IndexedDB: open it, and the small rows beside a map's chunks.

use super::connection::{Connection, DatabaseEvent, Durability, LOCAL};
use super::error::StorageError;
use super::records::{self, Local};
use super::transaction::{Answer, Transaction};
use js_sys::Object;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue};

/// The database. Cheap to clone; connects again by itself after the browser closed the connection.
#[derive(Clone)]
pub struct Database {
    pub(super) connection: Rc<Connection>,
    /// By slot.
    pub(super) tallies: Rc<RefCell<Vec<(String, Tally)>>>,
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

/// The requests of a write, given the row that was read first. They are not awaited: one that fails
/// aborts the transaction.
pub(super) type Requests = Box<dyn FnOnce(&Transaction, &JsValue) -> Result<(), StorageError>>;

/// Opens the database, creating it if there is none. `on_event` is told what happens to it later.
///
/// # Errors
/// `Unavailable` without IndexedDB, `NewerVersion` if a newer app wrote it, `Blocked` if an older one
/// still holds it after 20 s (25 s where it was asked for before the app stood).
pub async fn open(on_event: impl Fn(DatabaseEvent) + 'static) -> Result<Database, StorageError> {
    let connection = Connection::new(Box::new(on_event)).await?;
    Ok(Database { connection, tallies: Rc::default() })
}

impl Database {
    /// Puts a map into the bin (`Some`, milliseconds since 1970) or takes it out (`None`), reading and
    /// writing in one transaction so that two tabs don't overwrite each other's facts.
    ///
    /// # Errors
    /// When the database can't be written, or the map was deleted for good.
    pub fn set_binned(&self, slot: &str, binned: Option<i64>) -> Answer<()> {
        let key = JsValue::from(slot);
        let put: Requests = Box::new(move |transaction, row| {
            let known: Local = records::from_row(row).unwrap_or_default();
            put_local_row(transaction, &key, row, &Local { binned, ..known })
        });
        self.write_living(&[LOCAL], Durability::Relaxed, slot, put)
    }

    /// The heads a map was last looked at with; empty if it never was.
    ///
    /// # Errors
    /// When the database can't be read.
    pub fn seen(&self, slot: &str) -> Answer<Vec<String>> {
        let (begun, slot) = (self.connection.begin(&[LOCAL], None), JsValue::from(slot));
        Box::pin(async move {
            let row = begun.await?.get(LOCAL, &slot)?.await?;
            Ok(records::from_row::<Local>(&row).unwrap_or_default().seen)
        })
    }

    /// Notes the heads a map was looked at with.
    ///
    /// # Errors
    /// When the database can't be written, or the map was deleted for good.
    pub fn set_seen(&self, slot: &str, seen: Vec<String>) -> Answer<()> {
        let key = JsValue::from(slot);
        let put: Requests = Box::new(move |transaction, row| {
            let known: Local = records::from_row(row).unwrap_or_default();
            put_local_row(transaction, &key, row, &Local { seen, ..known })
        });
        self.write_living(&[LOCAL], Durability::Relaxed, slot, put)
    }

    /// Writes in one transaction over `stores`, after the row at `read` was read in it: to its
    /// `complete`, or to an abort if a request fails.
    pub(super) fn write(
        &self,
        stores: &'static [&'static str],
        durability: Durability,
        read: Option<(&'static str, JsValue)>,
        requests: Requests,
    ) -> Answer<()> {
        let begun = self.connection.begin(stores, Some(durability));
        Box::pin(async move {
            let transaction = begun.await?;
            let row = match read.map(|(store, key)| transaction.get(store, &key)) {
                Some(Ok(row)) => row.await,
                Some(Err(error)) => Err(error),
                None => Ok(JsValue::UNDEFINED),
            };
            if let Err(error) = row.and_then(|row| requests(&transaction, &row)) {
                transaction.abort();
                return Err(error);
            }
            transaction.done().await
        })
    }

    /// Writes for a map as [`Database::write`] does, given its `local` row; `stores` has [`LOCAL`] too.
    ///
    /// # Errors
    /// `DeletedElsewhere` if that row bears a tombstone.
    pub(super) fn write_living(
        &self,
        stores: &'static [&'static str],
        durability: Durability,
        slot: &str,
        requests: Requests,
    ) -> Answer<()> {
        let requests = Box::new(move |transaction: &Transaction, row: &JsValue| {
            match records::from_row::<Local>(row) {
                Some(Local { tombstone: Some(_), .. }) => Err(StorageError::DeletedElsewhere),
                _ => requests(transaction, row),
            }
        });
        self.write(stores, durability, Some((LOCAL, slot.into())), requests)
    }
}

/// Writes `local` over the fields of `row` that this version knows.
pub(super) fn put_local_row(
    transaction: &Transaction,
    slot: &JsValue,
    row: &JsValue,
    local: &Local,
) -> Result<(), StorageError> {
    let kept = Object::new();
    if let Some(old) = row.dyn_ref::<Object>() {
        Object::assign(&kept, old);
    }
    let known: Object = records::to_row(&local.into())?.dyn_into()?;
    Object::assign(&kept, &known);
    transaction.put(LOCAL, slot, &kept)
}
