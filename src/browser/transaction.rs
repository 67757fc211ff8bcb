//! A transaction of IndexedDB: its requests, and how it ends.

use super::connection::Durability;
use super::error::StorageError;
use js_sys::{Array, Function, Object, Promise, Reflect};
use std::future::Future;
use std::pin::Pin;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Event, IdbDatabase, IdbObjectStore, IdbRequest, IdbTransaction};

/// What the database will give.
pub type Answer<T> = Pin<Box<dyn Future<Output = Result<T, StorageError>>>>;

/// A running transaction. Await nothing but its own requests before [`Transaction::done`].
pub(super) struct Transaction {
    raw: IdbTransaction,
    end: Promise,
}

impl Transaction {
    /// Starts one over `stores`, for reading only without a durability.
    pub(super) fn start(
        database: &IdbDatabase,
        stores: &[&str],
        write: Option<Durability>,
    ) -> Result<Self, StorageError> {
        let names: Array = stores.iter().map(|name| JsValue::from(*name)).collect();
        let options = Object::new();
        if let Some(durability) = write {
            let word = if durability == Durability::Strict { "strict" } else { "relaxed" };
            Reflect::set(&options, &"durability".into(), &word.into())?;
        }
        let mode = if write.is_some() { "readwrite" } else { "readonly" };
        // By name, because web-sys has the options argument only as an unstable interface.
        let method: Function = Reflect::get(database, &"transaction".into())?.dyn_into()?;
        let raw: IdbTransaction =
            method.call3(database, &names, &mode.into(), &options)?.dyn_into()?;
        let end = Promise::new(&mut |settle, _| {
            raw.set_oncomplete(Some(&settle));
            raw.set_onabort(Some(&settle));
        });
        Ok(Self { raw, end })
    }

    /// One of its stores.
    pub(super) fn store(&self, name: &str) -> Result<IdbObjectStore, StorageError> {
        Ok(self.raw.object_store(name)?)
    }

    /// Asks that a row be put. If it can't be, the transaction ends with the reason.
    pub(super) fn put(
        &self,
        store: &str,
        key: &JsValue,
        row: &JsValue,
    ) -> Result<(), StorageError> {
        self.store(store)?.put_with_key(row, key)?;
        Ok(())
    }

    /// Asks that what lies at a key, or in a range, be deleted. If it can't be, the transaction ends
    /// with the reason.
    pub(super) fn delete(&self, store: &str, key: &JsValue) -> Result<(), StorageError> {
        self.store(store)?.delete(key)?;
        Ok(())
    }

    /// The row at a key, `undefined` if there is none.
    pub(super) fn get(&self, store: &str, key: &JsValue) -> Result<Answer<JsValue>, StorageError> {
        Ok(answer(self.store(store)?.get(key)?))
    }

    /// The keys and the rows of a range, of a whole store with `undefined`.
    pub(super) fn all(
        &self,
        store: &str,
        range: &JsValue,
    ) -> Result<Answer<(Array, Array)>, StorageError> {
        let store = self.store(store)?;
        let keys = answer(store.get_all_keys_with_key(range)?);
        let rows = answer(store.get_all_with_key(range)?);
        Ok(Box::pin(async move { Ok((keys.await?.dyn_into()?, rows.await?.dyn_into()?)) }))
    }

    /// Gives everything back as it was.
    pub(super) fn abort(&self) {
        // Fails only if the transaction has ended by itself, and then there is nothing to undo.
        let _ = self.raw.abort();
    }

    /// Waits for `complete`. An abort without a failed request is how a full disk shows.
    pub(super) fn done(self) -> Answer<()> {
        Box::pin(async move {
            let event: Event = JsFuture::from(self.end).await?.unchecked_into();
            match self.raw.error() {
                _ if event.type_() == "complete" => Ok(()),
                Some(exception) => Err(StorageError::from_js(&exception)),
                None => Err(StorageError::Other("aborted".into())),
            }
        })
    }
}

/// The result of a request.
pub(super) fn answer(request: IdbRequest) -> Answer<JsValue> {
    let answered = JsFuture::from(Promise::new(&mut |settle, _| {
        request.set_onsuccess(Some(&settle));
        request.set_onerror(Some(&settle));
    }));
    Box::pin(async move {
        answered.await?;
        match request.error()? {
            Some(exception) => Err(StorageError::from_js(&exception)),
            None => Ok(request.result()?),
        }
    })
}
