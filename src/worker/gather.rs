//! One document from a map's chunks, each parsed by itself so that a bad one spoils no other.

use super::pieces::{PieceKind, pieces};
use automerge::{AutoCommit, Change, ChangeHash};

/// What the chunks gave.
pub(super) struct Gathered {
    /// The document.
    pub(super) document: AutoCommit,
    /// Changes whose predecessors are not here.
    pub(super) waiting: Vec<ChangeHash>,
    /// Why chunks could not be read, by their position.
    pub(super) failed: Vec<(usize, String)>,
}

/// Loads a map's chunks. Whole documents are merged, changes applied after them all at once.
pub(super) fn gather(chunks: &[Vec<u8>]) -> Gathered {
    let mut document: Option<AutoCommit> = None;
    let mut changes: Vec<Change> = Vec::new();
    let mut failed = Vec::new();
    for (position, chunk) in chunks.iter().enumerate() {
        if let Err(reason) = add(chunk, &mut document, &mut changes) {
            failed.push((position, reason));
        }
    }
    let mut document = document.unwrap_or_default();
    let hashes: Vec<ChangeHash> = changes.iter().map(Change::hash).collect();
    if let Err(error) = document.apply_changes(changes) {
        failed.push((chunks.len(), error.to_string()));
    }
    let waiting =
        hashes.into_iter().filter(|hash| document.get_change_by_hash(hash).is_none()).collect();
    Gathered { document, waiting, failed }
}

fn add(
    chunk: &[u8],
    document: &mut Option<AutoCommit>,
    changes: &mut Vec<Change>,
) -> Result<(), String> {
    for piece in pieces(chunk).map_err(|refused| format!("{refused:?}"))? {
        if piece.kind != PieceKind::Document {
            changes.push(Change::try_from(piece.whole).map_err(|error| error.to_string())?);
            continue;
        }
        let mut loaded = AutoCommit::load(piece.whole).map_err(|error| error.to_string())?;
        match document {
            Some(document) => {
                document.merge(&mut loaded).map_err(|error| error.to_string())?;
            }
            None => *document = Some(loaded),
        }
    }
    Ok(())
}
