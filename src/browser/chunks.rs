//! A map's chunks: appended, never changed, checked by their hash, set aside when unreadable.

use super::connection::{CHUNKS, Durability, LOCAL, QUARANTINE, Transaction};
use super::database::{Database, Tally, finish, living};
use super::error::StorageError;
use super::records::{self, ChunkKind, StoredChunk};
use idb::{KeyRange, Query};
use js_sys::{Array, Uint8Array};
use sha2::{Digest, Sha256};
use std::collections::HashMap;
use wasm_bindgen::{JsCast, JsValue};

/// The version of the chunk rows, beside each.
const SCHEMA: u32 = 1;

impl Database {
    /// Every chunk of a map, hash-checked: snapshots first, the newest at the front, then the
    /// increments by time. Each must be parsed by itself.
    ///
    /// # Errors
    /// When the database can't be read.
    pub async fn chunks(&self, slot: &str) -> Result<Vec<StoredChunk>, StorageError> {
        let found = self.read_chunks(CHUNKS, slot).await?;
        self.tallies.borrow_mut().insert(slot.into(), tally(&found));
        Ok(found)
    }

    /// The chunks of a map that were set aside.
    ///
    /// # Errors
    /// When the database can't be read.
    pub async fn quarantined(&self, slot: &str) -> Result<Vec<StoredChunk>, StorageError> {
        self.read_chunks(QUARANTINE, slot).await
    }

    /// Stores a chunk; resolves when it is kept. Storing the same bytes again changes nothing.
    ///
    /// # Errors
    /// `Full` if the browser gives no more room, `DeletedElsewhere` if the map was deleted for good,
    /// and whatever else keeps the database from being written. Then nothing was stored.
    pub async fn append(
        &self,
        slot: &str,
        kind: ChunkKind,
        bytes: &[u8],
        heads: &[String],
        durability: Durability,
    ) -> Result<(), StorageError> {
        self.store_chunk(slot, kind, bytes, heads, durability, &[]).await?;
        if let Some(tally) = self.tallies.borrow_mut().get_mut(slot) {
            tally.chunks += 1;
            match kind {
                ChunkKind::Snapshot => tally.snapshot = bytes.len(),
                ChunkKind::Increment => tally.increments += bytes.len(),
            }
        }
        Ok(())
    }

    /// Sets an unreadable chunk aside, with the reason. It is moved, not deleted; and not moved at
    /// all if a good copy of it was stored meanwhile.
    ///
    /// # Errors
    /// When the database can't be written.
    pub async fn quarantine(
        &self,
        slot: &str,
        chunk: &StoredChunk,
        reason: &str,
    ) -> Result<(), StorageError> {
        let stores = [CHUNKS, QUARANTINE];
        let transaction = self.connection.begin(&stores, Some(Durability::Strict)).await?;
        let key = key(slot, chunk.kind, &chunk.key);
        finish(transaction, async |transaction: &Transaction| {
            let store = transaction.store(CHUNKS)?;
            let Some(row) = store.get(Query::Key(key.clone()))?.await? else { return Ok(()) };
            if records::bytes(&row, "bytes").as_ref() != Some(&chunk.bytes)
                && records::bytes(&row, "bytes").is_some()
            {
                return Ok(());
            }
            let aside = records::object(&[
                ("bytes", records::field(&row, "bytes")),
                ("heads", records::field(&row, "heads")),
                ("time", records::field(&row, "time")),
                ("error", reason.into()),
                ("seen", js_sys::Date::now().into()),
            ])?;
            transaction.store(QUARANTINE)?.put(&aside, Some(&key))?.await?;
            store.delete(Query::Key(key.clone()))?.await?;
            Ok(())
        })
        .await
    }

    /// Stores a chunk that stands for those in `replaces` (their keys as texts) too.
    pub(super) async fn store_chunk(
        &self,
        slot: &str,
        kind: ChunkKind,
        bytes: &[u8],
        heads: &[String],
        durability: Durability,
        replaces: &[String],
    ) -> Result<(), StorageError> {
        let transaction = self.connection.begin(&[CHUNKS, LOCAL], Some(durability)).await?;
        let key = key(slot, kind, &sha256(bytes));
        let row = records::object(&[
            ("bytes", Uint8Array::from(bytes).into()),
            ("heads", records::list(heads)),
            ("schema", SCHEMA.into()),
            ("time", js_sys::Date::now().into()),
            ("replaces", records::list(replaces)),
        ])?;
        finish(transaction, async |transaction: &Transaction| {
            living(transaction, slot).await?;
            transaction.store(CHUNKS)?.put(&row, Some(&key))?.await?;
            Ok(())
        })
        .await
    }

    async fn read_chunks(&self, store: &str, slot: &str) -> Result<Vec<StoredChunk>, StorageError> {
        let transaction = self.connection.begin(&[store], None).await?;
        let store = transaction.store(store)?;
        let keys = store.get_all_keys(Some(all_of(slot)?.into()), None)?.await?;
        let rows = store.get_all(Some(all_of(slot)?.into()), None)?.await?;
        // What stands for a chunk: the latest intact snapshot that was made from it.
        let mut standing: HashMap<String, (i64, String)> = HashMap::new();
        let mut found = Vec::new();
        for (key, row) in keys.iter().zip(&rows) {
            let Some(chunk) = chunk(key, row) else { continue };
            let replaced = records::texts(row, "replaces");
            for other in replaced.into_iter().filter(|_| chunk.intact) {
                let age = standing.entry(other).or_default();
                *age = age.clone().max((chunk.time, chunk.key.clone()));
            }
            found.push(chunk);
        }
        for chunk in &mut found {
            // Later only, so that two snapshots made from each other never both fall away.
            let age = (chunk.time, chunk.key.clone());
            chunk.superseded = standing.get(&label(chunk)).is_some_and(|later| *later > age);
        }
        found.sort_by_key(|chunk| match chunk.kind {
            ChunkKind::Snapshot => (chunk.superseded, false, -chunk.time),
            ChunkKind::Increment => (chunk.superseded, true, chunk.time),
        });
        Ok(found)
    }
}

/// The key of a chunk.
pub(super) fn key(slot: &str, kind: ChunkKind, hash: &str) -> JsValue {
    Array::of3(&slot.into(), &kind.letter().into(), &hash.into()).into()
}

/// A chunk named within its map, as `replaces` lists it.
pub(super) fn label(chunk: &StoredChunk) -> String {
    format!("{}:{}", chunk.kind.letter(), chunk.key)
}

/// The range of all chunks of a map.
pub(super) fn all_of(slot: &str) -> Result<KeyRange, StorageError> {
    let first = Array::of1(&slot.into());
    // An array sorts after every text.
    let behind = Array::of2(&slot.into(), &Array::new());
    Ok(KeyRange::bound(&first, &behind, None, None)?)
}

/// SHA-256, hexadecimal.
pub(super) fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// What lies there, as the rule for compaction counts it.
pub(super) fn tally(chunks: &[StoredChunk]) -> Tally {
    let bytes = |chunk: &&StoredChunk| chunk.bytes.len();
    let of = |kind| chunks.iter().filter(move |chunk| chunk.kind == kind);
    Tally {
        snapshot: of(ChunkKind::Snapshot).next().as_ref().map_or(0, bytes),
        increments: of(ChunkKind::Increment).map(|chunk| chunk.bytes.len()).sum(),
        chunks: chunks.len(),
    }
}

/// A chunk from its key and row; `None` if the key is not of a chunk. A row whose bytes are gone is
/// a chunk that is not intact.
fn chunk(key: &JsValue, row: &JsValue) -> Option<StoredChunk> {
    let parts: &Array = key.dyn_ref()?;
    let kind = ChunkKind::from_letter(&parts.get(1).as_string()?)?;
    let key = parts.get(2).as_string()?;
    let bytes = records::bytes(row, "bytes").unwrap_or_default();
    let intact = sha256(&bytes) == key;
    let time = records::field(row, "time").as_f64().unwrap_or(0.0) as i64;
    let heads = records::texts(row, "heads");
    Some(StoredChunk { key, bytes, kind, heads, time, intact, superseded: false })
}
