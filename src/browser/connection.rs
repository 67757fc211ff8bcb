//! The connection to IndexedDB: opened, opened again after the browser closed it, and its
//! transactions.

use super::deadline::within;
use super::error::StorageError;
use idb::{Factory, ObjectStore, ObjectStoreParams, TransactionFuture, TransactionResult};
use js_sys::{Array, Function, Object, Reflect};
use std::cell::{Cell, RefCell};
use std::future::IntoFuture;
use std::rc::{Rc, Weak};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{IdbDatabase, IdbTransaction};

const NAME: &str = "parcours";
const VERSION: u32 = 1;
/// How long `indexedDB.open` may take, in milliseconds: some browsers never answer.
const PATIENCE: u32 = 20_000;

/// Changes of a map: key `[slot, "s" or "i", sha256]`.
pub(super) const CHUNKS: &str = "chunks";
/// Chunks that could not be read: same key.
pub(super) const QUARANTINE: &str = "quarantine";
/// What the library shows: key slot. A cache.
pub(super) const MAPS: &str = "maps";
/// A map's plain values: key slot. A cache.
pub(super) const VIEWS: &str = "views";
/// Facts of this browser: key slot.
pub(super) const LOCAL: &str = "local";
const STORES: [&str; 5] = [CHUNKS, QUARANTINE, MAPS, VIEWS, LOCAL];

/// What happened to the database without being asked for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum DatabaseEvent {
    /// The browser closed the connection, as when site data is cleared: write every open map in full
    /// from memory. The next call connects again.
    Closed,
    /// Another tab with an older version of the app must be closed before this one can go on.
    Blocked,
    /// A newer version of the app in another tab took over: nothing can be written here until a
    /// reload.
    NewerVersion,
}

/// When a write counts as done.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Durability {
    /// Handed to the operating system: survives a crash of the browser.
    Relaxed,
    /// Flushed to the disk: survives a loss of power.
    Strict,
}

/// One page's connection.
pub(super) struct Connection {
    open: RefCell<Option<IdbDatabase>>,
    superseded: Cell<bool>,
    on_event: Box<dyn Fn(DatabaseEvent)>,
}

/// A running transaction. Await nothing but its own requests before [`Transaction::done`].
pub(super) struct Transaction {
    raw: IdbTransaction,
    end: TransactionFuture,
}

impl Connection {
    /// Connects.
    pub(super) async fn new(
        on_event: Box<dyn Fn(DatabaseEvent)>,
    ) -> Result<Rc<Self>, StorageError> {
        let connection =
            Rc::new(Self { open: RefCell::new(None), superseded: Cell::new(false), on_event });
        connection.connect().await?;
        Ok(connection)
    }

    /// Starts a transaction over `stores`, connecting again if the connection is gone.
    pub(super) async fn begin(
        self: &Rc<Self>,
        stores: &[&str],
        write: Option<Durability>,
    ) -> Result<Transaction, StorageError> {
        let known = self.open.borrow().clone();
        if let Some(database) = known {
            match Transaction::start(&database, stores, write) {
                Err(StorageError::Closed) => {}
                started => return started,
            }
        }
        Transaction::start(&self.connect().await?, stores, write)
    }

    async fn connect(self: &Rc<Self>) -> Result<IdbDatabase, StorageError> {
        if self.superseded.get() {
            return Err(StorageError::NewerVersion);
        }
        let factory =
            Factory::new().map_err(|error| StorageError::Unavailable(error.to_string()))?;
        let mut request = factory.open(NAME, Some(VERSION))?;
        // Additive only: an older or newer build finds every store it knows. A failure to create
        // one aborts the upgrade, and with it the request awaited below.
        request.on_upgrade_needed(|event| {
            if let Ok(database) = idb::event::DatabaseEvent::database(&event) {
                let present = database.store_names();
                for store in STORES.iter().filter(|name| !present.iter().any(|p| p == *name)) {
                    let _ = database.create_object_store(store, ObjectStoreParams::new());
                }
            }
        });
        let blocked = Rc::new(Cell::new(false));
        let (noted, this) = (blocked.clone(), Rc::downgrade(self));
        request.on_blocked(move |_| {
            noted.set(true);
            tell(&this, DatabaseEvent::Blocked);
        });
        let database = match within(PATIENCE, request.into_future()).await {
            Some(opened) => IdbDatabase::from(opened?),
            None if blocked.get() => return Err(StorageError::Blocked),
            None => return Err(StorageError::Unavailable("no answer".into())),
        };
        self.watch(&database);
        *self.open.borrow_mut() = Some(database.clone());
        Ok(database)
    }

    fn watch(self: &Rc<Self>, database: &IdbDatabase) {
        let this = Rc::downgrade(self);
        let closed = Closure::<dyn Fn()>::new(move || {
            forget(&this);
            tell(&this, DatabaseEvent::Closed);
        });
        let (this, held) = (Rc::downgrade(self), database.clone());
        let superseded = Closure::<dyn Fn()>::new(move || {
            held.close();
            forget(&this);
            if let Some(connection) = this.upgrade() {
                connection.superseded.set(true);
            }
            tell(&this, DatabaseEvent::NewerVersion);
        });
        // Handed to the garbage collector: they live as long as the connection they hang on.
        database.set_onclose(Some(closed.into_js_value().unchecked_ref()));
        database.set_onversionchange(Some(superseded.into_js_value().unchecked_ref()));
    }
}

fn forget(connection: &Weak<Connection>) {
    if let Some(connection) = connection.upgrade() {
        connection.open.borrow_mut().take();
    }
}

fn tell(connection: &Weak<Connection>, event: DatabaseEvent) {
    if let Some(connection) = connection.upgrade() {
        (connection.on_event)(event);
    }
}

impl Transaction {
    fn start(
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
        let end = idb::Transaction::from(raw.clone()).into_future();
        Ok(Self { raw, end })
    }

    /// One of its stores.
    pub(super) fn store(&self, name: &str) -> Result<ObjectStore, StorageError> {
        Ok(self.raw.object_store(name)?.into())
    }

    /// Gives everything back as it was.
    pub(super) fn abort(self) {
        // Fails only if the transaction has ended by itself, and then there is nothing to undo.
        let _ = self.raw.abort();
    }

    /// Waits for `complete`. An abort without a failed request is how a full disk shows.
    pub(super) async fn done(mut self) -> Result<(), StorageError> {
        let ended = (&mut self.end).await;
        match (ended, self.raw.error()) {
            (Ok(TransactionResult::Committed), _) => Ok(()),
            (_, Some(exception)) => Err(StorageError::from_js(exception.as_ref())),
            (Err(error), None) => Err(error.into()),
            (Ok(TransactionResult::Aborted), None) => Err(StorageError::Other("aborted".into())),
        }
    }
}

impl Drop for Transaction {
    fn drop(&mut self) {
        // The callbacks go with `end`; an event calling one of them later would throw.
        self.raw.set_onabort(None);
        self.raw.set_oncomplete(None);
        self.raw.set_onerror(None);
    }
}
