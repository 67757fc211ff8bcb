//! The connection to IndexedDB: opened, and opened again after the browser closed it.

use super::deadline::within;
use super::early;
use super::error::{StorageError, words};
use super::transaction::{Answer, Transaction, answer};
use js_sys::Reflect;
use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{IdbDatabase, IdbFactory, IdbRequest};

const NAME: &str = "parcours";
const VERSION: u32 = 1;
/// How long `indexedDB.open` may take, in milliseconds: some browsers never answer.
const PATIENCE: u32 = 20_000;
/// How long what was asked for before the app stood may still take, in milliseconds; then it is asked for anew.
pub(super) const EARLY: u32 = 5_000;

/// Changes of a map: key `[slot, "s" or "i", sha256]`.
pub(super) const CHUNKS: &str = "chunks";
/// Chunks that could not be read: same key.
pub(super) const QUARANTINE: &str = "quarantine";
/// What the library shows: key slot. A cache.
pub(super) const MAPS: &str = "maps";
/// A map's plain values: key slot, and `[slot, "whole"]` where those are not all. A cache.
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
    pub(super) fn begin(
        self: &Rc<Self>,
        stores: &'static [&'static str],
        write: Option<Durability>,
    ) -> Answer<Transaction> {
        let this = self.clone();
        Box::pin(async move {
            let known = this.open.borrow().clone();
            if let Some(database) = known {
                match Transaction::start(&database, stores, write) {
                    Err(StorageError::Closed) => {}
                    started => return started,
                }
            }
            Transaction::start(&this.connect().await?, stores, write)
        })
    }

    fn connect(self: &Rc<Self>) -> Answer<IdbDatabase> {
        let this = self.clone();
        Box::pin(async move {
            if this.superseded.get() {
                return Err(StorageError::NewerVersion);
            }
            let database = match opened_early().await {
                Some(database) => database,
                None => this.open_now().await?,
            };
            this.watch(&database);
            *this.open.borrow_mut() = Some(database.clone());
            Ok(database)
        })
    }

    async fn open_now(self: &Rc<Self>) -> Result<IdbDatabase, StorageError> {
        let blocked = Rc::new(Cell::new(false));
        let request = self.request(blocked.clone())?;
        match within(PATIENCE, answer(request)).await {
            Some(opened) => Ok(opened?.dyn_into()?),
            None if blocked.get() => Err(StorageError::Blocked),
            None => Err(StorageError::Unavailable("no answer".into())),
        }
    }

    /// Asks for the database; notes in `blocked` when it is held by an older app.
    fn request(self: &Rc<Self>, blocked: Rc<Cell<bool>>) -> Result<IdbRequest, StorageError> {
        let factory = Reflect::get(&js_sys::global(), &"indexedDB".into())
            .and_then(JsCast::dyn_into::<IdbFactory>)
            .map_err(|found| StorageError::Unavailable(words(&found)))?;
        let request = factory.open_with_u32(NAME, VERSION)?;
        // Additive only: an older or newer build finds every store it knows. A failure to create
        // one aborts the upgrade, and with it the request.
        let upgraded = request.clone();
        let upgrade = Closure::<dyn Fn()>::new(move || {
            let result = upgraded.result().and_then(JsCast::dyn_into::<IdbDatabase>);
            if let Ok(database) = result {
                let present = database.object_store_names();
                for store in STORES.iter().filter(|name| !present.contains(name)) {
                    let _ = database.create_object_store(store);
                }
            }
        });
        let this = Rc::downgrade(self);
        let wait = Closure::<dyn Fn()>::new(move || {
            blocked.set(true);
            tell(&this, DatabaseEvent::Blocked);
        });
        // Handed to the garbage collector: they live as long as the request they hang on.
        request.set_onupgradeneeded(Some(upgrade.into_js_value().unchecked_ref()));
        request.set_onblocked(Some(wait.into_js_value().unchecked_ref()));
        Ok(request.into())
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

/// The connection that was made before the app stood, if it is one of this version and still open.
async fn opened_early() -> Option<IdbDatabase> {
    let found = within(EARLY, early::connection()?).await?.ok()?;
    let database = found.dyn_into::<IdbDatabase>().ok()?;
    let is_fit = database.version() == f64::from(VERSION)
        && Transaction::start(&database, &[VIEWS], None).is_ok();
    if is_fit {
        return Some(database);
    }
    database.close();
    None
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
