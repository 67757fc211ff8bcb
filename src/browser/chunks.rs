//! A map's chunks: appended, never changed, checked by their hash, set aside when unreadable.

use super::connection::{CHUNKS, Durability, LOCAL, QUARANTINE};
use super::database::{Database, Requests, Tally};
use super::error::StorageError;
use super::records::{self, ChunkKind, StoredChunk};
use super::transaction::{Answer, Transaction};
use js_sys::{Array, Uint8Array};
use sha2::{Digest, Sha256};
use std::collections::HashMap;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::IdbKeyRange;

/// The version of the chunk rows, beside each.
const SCHEMA: u32 = 1;

impl Database {
    /// Every chunk of a map, hash-checked: snapshots first, the newest at the front, then the
    /// increments by time. Each must be parsed by itself.
    ///
    /// # Errors
    /// When the database can't be read.
    pub fn chunks(&self, slot: &str) -> Answer<Vec<StoredChunk>> {
        let (this, slot) = (self.clone(), slot.to_owned());
        let read = self.read_chunks(CHUNKS, &[CHUNKS], &slot);
        Box::pin(async move {
            let found = read.await?;
            this.forget_tally(&slot);
            this.tallies.borrow_mut().push((slot, tally(&found)));
            Ok(found)
        })
    }

    /// The chunks of a map that were set aside.
    ///
    /// # Errors
    /// When the database can't be read.
    pub fn quarantined(&self, slot: &str) -> Answer<Vec<StoredChunk>> {
        self.read_chunks(QUARANTINE, &[QUARANTINE], slot)
    }

    /// Stores a chunk; resolves when it is kept. Storing the same bytes again changes nothing.
    ///
    /// # Errors
    /// `Full` if the browser gives no more room, `DeletedElsewhere` if the map was deleted for good,
    /// and whatever else keeps the database from being written. Then nothing was stored.
    pub fn append(
        &self,
        slot: &str,
        kind: ChunkKind,
        bytes: &[u8],
        heads: &[String],
        durability: Durability,
    ) -> Answer<()> {
        let stored = self.store_chunk(slot, kind, bytes, heads, durability, &[]);
        let (this, slot, length) = (self.clone(), slot.to_owned(), bytes.len());
        Box::pin(async move {
            stored.await?;
            for (_, tally) in this.tallies.borrow_mut().iter_mut().filter(|(of, _)| *of == slot) {
                tally.chunks += 1;
                match kind {
                    ChunkKind::Snapshot => tally.snapshot = length,
                    ChunkKind::Increment => tally.increments += length,
                }
            }
            Ok(())
        })
    }

    /// What was counted of a map no longer holds.
    pub(super) fn forget_tally(&self, slot: &str) {
        self.tallies.borrow_mut().retain(|(of, _)| of != slot);
    }

    /// Sets an unreadable chunk aside, with the reason. It is moved, not deleted; and not moved at
    /// all if a good copy of it was stored meanwhile.
    ///
    /// # Errors
    /// When the database can't be written.
    pub fn quarantine(&self, slot: &str, chunk: &StoredChunk, reason: &str) -> Answer<()> {
        let key = key(slot, chunk.kind, &chunk.key);
        let read = Some((CHUNKS, key.clone()));
        let (damaged, reason) = (chunk.bytes.clone(), JsValue::from(reason));
        let requests = Box::new(move |transaction: &Transaction, row: &JsValue| {
            let is_other = records::bytes(row, "bytes").is_some_and(|bytes| bytes != damaged);
            if row.is_undefined() || is_other {
                return Ok(());
            }
            let aside = records::object(&[
                ("bytes", records::field(row, "bytes")),
                ("heads", records::field(row, "heads")),
                ("time", records::field(row, "time")),
                ("error", reason),
                ("seen", js_sys::Date::now().into()),
            ])?;
            transaction.put(QUARANTINE, &key, &aside)?;
            transaction.delete(CHUNKS, &key)
        });
        self.write(&[CHUNKS, QUARANTINE], Durability::Strict, read, requests)
    }

    /// Stores a chunk that stands for those in `replaces` (their keys as texts) too.
    pub(super) fn store_chunk(
        &self,
        slot: &str,
        kind: ChunkKind,
        bytes: &[u8],
        heads: &[String],
        durability: Durability,
        replaces: &[String],
    ) -> Answer<()> {
        let key = key(slot, kind, &sha256(bytes));
        let row = records::object(&[
            ("bytes", Uint8Array::from(bytes).into()),
            ("heads", records::list(heads)),
            ("schema", SCHEMA.into()),
            ("time", js_sys::Date::now().into()),
            ("replaces", records::list(replaces)),
        ]);
        let put: Requests = Box::new(move |transaction, _| transaction.put(CHUNKS, &key, &row?));
        self.write_living(&[CHUNKS, LOCAL], durability, slot, put)
    }

    fn read_chunks(
        &self,
        store: &'static str,
        stores: &'static [&'static str],
        slot: &str,
    ) -> Answer<Vec<StoredChunk>> {
        let (begun, range) = (self.connection.begin(stores, None), all_of(slot));
        Box::pin(async move {
            let (keys, rows) = begun.await?.all(store, &range?)?.await?;
            Ok(in_order(&keys, &rows))
        })
    }
}

/// The chunks of these rows, in the order of [`Database::chunks`].
fn in_order(keys: &Array, rows: &Array) -> Vec<StoredChunk> {
    // What stands for a chunk: the latest intact snapshot that was made from it.
    let mut standing: HashMap<String, (i64, String)> = HashMap::new();
    let mut found = Vec::new();
    for (key, row) in keys.iter().zip(rows.iter()) {
        let Some(chunk) = chunk(&key, &row) else { continue };
        let replaced = records::texts(&row, "replaces");
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
    found
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
pub(super) fn all_of(slot: &str) -> Result<JsValue, StorageError> {
    let first = Array::of1(&slot.into());
    // An array sorts after every text.
    let behind = Array::of2(&slot.into(), &Array::new());
    Ok(IdbKeyRange::bound(&first, &behind)?.into())
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
