//! Puts one snapshot in the place of a map's chunks; a crash at any point leaves more, never less.

use super::chunks::{key, label, sha256, tally};
use super::connection::{CHUNKS, Durability};
use super::database::Database;
use super::error::StorageError;
use super::locks;
use super::records::{ChunkKind, StoredChunk};
use super::transaction::{Answer, Transaction};
use std::future::Future;

/// Below this many bytes of increments there is nothing to gain.
const LEAST: usize = 64 * 1024;
/// More chunks than this are slow to read.
const MOST_CHUNKS: usize = 200;

/// How a compaction ended.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Compacted {
    /// One snapshot stands for the chunks; so many were deleted.
    Done(usize),
    /// Another tab is at it.
    Busy,
    /// Left as it was, because a chunk is damaged or the snapshot could not be verified; the reason.
    Left(String),
}

impl Database {
    /// Whether a map's increments outweigh its snapshot (or 64 KiB), or its chunks are more than 200.
    ///
    /// # Errors
    /// When the database can't be read.
    pub async fn needs_compaction(&self, slot: &str) -> Result<bool, StorageError> {
        let known = self.tallies.borrow().iter().find(|(of, _)| of == slot).map(|(_, t)| *t);
        let tally = match known {
            Some(tally) => tally,
            None => tally(&self.chunks(slot).await?),
        };
        Ok(tally.increments >= tally.snapshot.max(LEAST) || tally.chunks > MOST_CHUNKS)
    }

    /// Puts one snapshot in the place of a map's chunks. `rebuild` gets the bytes of all of them and
    /// gives the snapshot, which it has loaded again and compared, with its heads. The snapshot before
    /// is kept until the next compaction.
    ///
    /// # Errors
    /// When the database can't be read or written, or the map was deleted for good.
    pub async fn compact<F>(
        &self,
        slot: &str,
        rebuild: impl FnOnce(Vec<Vec<u8>>) -> F,
    ) -> Result<Compacted, StorageError>
    where
        F: Future<Output = Result<(Vec<u8>, Vec<String>), String>>,
    {
        let Some(_lock) = locks::take(slot, false).await else { return Ok(Compacted::Busy) };
        let old = self.chunks(slot).await?;
        if let Some(damaged) = old.iter().find(|chunk| !chunk.intact) {
            return Ok(Compacted::Left(format!("chunk {} is damaged", damaged.key)));
        }
        let bytes = old.iter().map(|chunk| chunk.bytes.clone()).collect();
        let (snapshot, heads) = match rebuild(bytes).await {
            Ok(rebuilt) => rebuilt,
            Err(reason) => return Ok(Compacted::Left(reason)),
        };
        let hash = sha256(&snapshot);
        let replaces: Vec<String> = old.iter().map(label).collect();
        let kind = ChunkKind::Snapshot;
        self.store_chunk(slot, kind, &snapshot, &heads, Durability::Strict, &replaces).await?;

        let now = self.chunks(slot).await?;
        if !now.iter().any(|chunk| chunk.kind == kind && chunk.key == hash && chunk.intact) {
            return Ok(Compacted::Left("the snapshot could not be read back".into()));
        }
        let gone = outlived(&old, &hash);
        self.delete_chunks(slot, &gone).await?;
        self.forget_tally(slot);
        Ok(Compacted::Done(gone.len()))
    }

    fn delete_chunks(&self, slot: &str, gone: &[&StoredChunk]) -> Answer<()> {
        let keys: Vec<_> = gone.iter().map(|chunk| key(slot, chunk.kind, &chunk.key)).collect();
        let delete = move |transaction: &Transaction, _: &_| {
            keys.iter().try_for_each(|key| transaction.delete(CHUNKS, key))
        };
        self.write(&[CHUNKS], Durability::Strict, None, Box::new(delete))
    }
}

/// The chunks to delete of those read before: not the new snapshot itself (nothing may have changed,
/// then it is the old one), and not the newest snapshot before it.
fn outlived<'a>(old: &'a [StoredChunk], new: &str) -> Vec<&'a StoredChunk> {
    let snapshots =
        old.iter().filter(|chunk| chunk.kind == ChunkKind::Snapshot && chunk.key != new);
    let kept = snapshots.max_by_key(|chunk| (!chunk.superseded, chunk.time));
    let is_kept = |chunk: &StoredChunk| {
        chunk.kind == ChunkKind::Snapshot
            && (chunk.key == new || kept.is_some_and(|kept| kept.key == chunk.key))
    };
    old.iter().filter(|chunk| !is_kept(chunk)).collect()
}
