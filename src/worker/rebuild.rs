//! One snapshot in the place of many chunks, handed out only if nothing of them is missing in it.

use super::look::heads;
use crate::model::chunks;
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
    let loaded = chunks::load(chunks).map_err(|reason| reason.to_string())?;
    if let Some((position, reason)) = loaded.broken.into_iter().next() {
        return Err(format!("chunk {position}: {reason}"));
    }
    if loaded.waiting > 0 {
        return Err(format!("{} changes wait for others", loaded.waiting));
    }
    let mut document = loaded.doc;
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
    use crate::model::edit::{Edit, TextOf};
    use crate::model::ids::Seeded;
    use crate::model::{Kind, Source};
    use crate::session::Session;

    /// A map's chunks: its beginning as a snapshot, then two changes.
    fn chunks() -> Vec<Vec<u8>> {
        let mut source = Seeded::new(1);
        let (stage, step) = (source.id(), source.id());
        let first = Edit::AddStage { stage, step, name: "Discover".into(), at: 0 };
        let (mut session, _) = Session::create(Kind::Journey, first, &mut source).unwrap();
        let mut chunks = vec![session.save()];
        for title in ["Buying", "Buying a bicycle"] {
            let edit = Edit::SetText { of: TextOf::Title, text: title.into() };
            chunks.push(session.apply(edit, 0, &mut source).unwrap().bytes);
        }
        chunks
    }

    #[test]
    fn a_snapshot_holds_every_change_in_whatever_order_they_lie() {
        let mut chunks = chunks();
        let first = rebuild(&chunks).unwrap();
        chunks.reverse();
        chunks.push(first.bytes.clone());
        assert_eq!(rebuild(&chunks).unwrap().heads, first.heads);
        let opened = Session::open(&[first.bytes], &mut Seeded::new(2)).unwrap();
        assert_eq!(opened.session.map().title, "Buying a bicycle");
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
