//! One snapshot in the place of many chunks, handed out only if nothing of them is missing in it.

use super::gather::{Gathered, gather};
use super::look::heads;
use automerge::{AutoCommit, ChangeHash};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// A snapshot.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Rebuilt {
    /// The whole document.
    pub bytes: Vec<u8>,
    /// Its heads, hexadecimal.
    pub heads: Vec<String>,
}

/// Rebuilds a map's chunks into one snapshot, loads that strictly and compares heads and the hashes
/// of all changes.
///
/// # Errors
/// When a chunk can't be read, a change waits for others that are not here, or the snapshot is not
/// the same document. Then the chunks must stay.
pub fn rebuild(chunks: &[Vec<u8>]) -> Result<Rebuilt, String> {
    let Gathered { mut document, waiting, failed } = gather(chunks);
    if let Some((position, reason)) = failed.into_iter().next() {
        return Err(format!("chunk {position}: {reason}"));
    }
    if !waiting.is_empty() {
        return Err(format!("{} changes wait for others", waiting.len()));
    }
    let bytes = document.save();
    let mut again = AutoCommit::load(&bytes).map_err(|error| error.to_string())?;
    if again.get_heads() != document.get_heads() || hashes(&mut again) != hashes(&mut document) {
        return Err("the snapshot is not the same document".into());
    }
    Ok(Rebuilt { bytes, heads: heads(&mut again) })
}

fn hashes(document: &mut AutoCommit) -> BTreeSet<ChangeHash> {
    document.get_changes_meta(&[]).iter().map(|change| change.hash).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use automerge::transaction::Transactable;
    use automerge::{ROOT, ReadDoc};

    /// A document after three changes: its snapshot after the first, then the two others.
    fn chunks() -> Vec<Vec<u8>> {
        let mut document = AutoCommit::new();
        let change = |document: &mut AutoCommit, value: i64| {
            let before = document.get_heads();
            document.put(ROOT, "value", value).unwrap();
            document.commit();
            document.save_after(&before)
        };
        change(&mut document, 1);
        let snapshot = document.save();
        vec![snapshot, change(&mut document, 2), change(&mut document, 3)]
    }

    #[test]
    fn a_snapshot_holds_every_change_in_whatever_order_they_lie() {
        let mut chunks = chunks();
        let first = rebuild(&chunks).unwrap();
        chunks.reverse();
        chunks.push(first.bytes.clone());
        assert_eq!(rebuild(&chunks).unwrap().heads, first.heads);
        let document = AutoCommit::load(&first.bytes).unwrap();
        assert_eq!(document.stats().num_changes, 3);
    }

    #[test]
    fn a_missing_or_damaged_chunk_leaves_them_all_in_place() {
        let mut chunks = chunks();
        let middle = chunks.remove(1);
        assert!(rebuild(&chunks).unwrap_err().contains("wait"));
        chunks.push(middle[..middle.len() - 1].to_vec());
        assert!(rebuild(&chunks).unwrap_err().contains("chunk 2"));
    }
}
