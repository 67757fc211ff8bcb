//! The browser's own things: the only room that knows web storage, tabs, files, clipboard and clock.
//!
//! Maps lie in IndexedDB ([`database`]), small facts in local storage ([`preferences`]). Nothing here
//! knows what a document holds: chunks are bytes, heads are texts.

pub mod clipboard;
pub mod clock;
pub mod companion;
pub mod database;
pub mod files;
pub mod persist;
pub mod pictures;
pub mod preferences;
pub mod stranger;
pub mod support;
pub mod tabs;

mod chunks;
mod compaction;
mod connection;
mod deadline;
mod early;
mod error;
mod later;
mod listing;
mod locks;
mod records;
mod removal;
mod templates;
#[cfg(all(test, target_arch = "wasm32"))]
mod tests;
mod transaction;
mod views;

pub use clock::Clock;
pub use compaction::Compacted;
pub use connection::{DatabaseEvent, Durability};
pub use database::{Database, open};
pub use error::StorageError;
pub use later::there;
pub use records::{ChunkKind, Listed, Local, StoredChunk, View};
pub use stranger::StrangerError;
pub use tabs::{TabMessage, Tabs};
