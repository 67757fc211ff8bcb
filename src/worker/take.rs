//! What does this file bring? Merged into a copy of ours, saved, loaded again, compared.

use super::Refused;
use super::identity::identity;
use super::look::{heads, load};
use super::scan::{MANY_OPS, scan};
use crate::model::chunks;
use crate::model::document::Unreadable;
use automerge::{AutoCommit, ChangeHash, ReadDoc};
use serde::{Deserialize, Serialize};
use std::collections::HashSet;

/// What a file brings.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Taken {
    /// The changes that were missing here, concatenated; for a map not kept here yet the whole
    /// document. Empty if there is nothing new.
    pub bytes: Vec<u8>,
    /// The heads with them, hexadecimal.
    pub heads: Vec<String>,
    /// How many changes they are.
    pub changes: u64,
    /// How many operations those hold.
    pub ops: u64,
}

/// Says what a file brings to the map whose chunks are `ours`, none for a map not kept here yet.
///
/// # Errors
/// Why it can't be taken.
pub(super) fn take(ours: &[Vec<u8>], file: &[u8], confirmed: bool) -> Result<Taken, Refused> {
    if ours.is_empty() {
        scan(file, MANY_OPS, confirmed)?;
        return whole(load(file)?);
    }
    let unreadable = |reason: Unreadable| Refused::OursUnreadable(reason.to_string());
    let mut ours = chunks::load(ours).map_err(unreadable)?.doc;
    // What is here already is not counted again: a copy of a big map adds little.
    scan(file, ours.stats().num_ops.saturating_add(MANY_OPS), confirmed)?;
    let mut theirs = load(file)?;
    let (own, other) = (identity(&ours)?, identity(&theirs)?);
    if own.map.id != other.map.id {
        return Err(Refused::OtherMap { lineage: other.map.id });
    }
    let newer = other.newer.filter(|newer| own.newer.is_none_or(|own| own < *newer));
    if let Some(min_reader) = newer {
        return Err(Refused::Newer { min_reader });
    }
    if roots(&mut ours) != roots(&mut theirs) {
        return Err(Refused::NoCommonOrigin);
    }
    let before = ours.get_heads();
    ours.merge(&mut theirs).map_err(damaged)?;
    verify(&mut ours)?;
    let (changes, ops) = size(&mut ours, &before);
    let bytes = if changes == 0 { Vec::new() } else { ours.save_after(&before) };
    Ok(Taken { bytes, heads: heads(&mut ours), changes, ops })
}

fn whole(mut document: AutoCommit) -> Result<Taken, Refused> {
    let bytes = verify(&mut document)?;
    let (changes, ops) = size(&mut document, &[]);
    Ok(Taken { bytes, heads: heads(&mut document), changes, ops })
}

/// Saves the document, loads that strictly, reads and compares it: what is handed on can be opened
/// again. Gives the saved bytes.
fn verify(document: &mut AutoCommit) -> Result<Vec<u8>, Refused> {
    let saved = document.save();
    let mut again = load(&saved)?;
    if again.get_heads() != document.get_heads() {
        return Err(damaged("saved and loaded, it is another document"));
    }
    identity(&again)?;
    Ok(saved)
}

/// The changes that depend on no other. Copies of one map share them (the skeleton); a file that
/// merely bears its id does not, and merging it would hide one side's containers.
fn roots(document: &mut AutoCommit) -> HashSet<ChangeHash> {
    let changes = document.get_changes_meta(&[]);
    changes.iter().filter(|change| change.deps.is_empty()).map(|change| change.hash).collect()
}

/// Number of changes after `before`, and of operations in them.
fn size(document: &mut AutoCommit, before: &[ChangeHash]) -> (u64, u64) {
    let changes = document.get_changes_meta(before);
    let ops = changes.iter().map(|change| (change.max_op + 1).saturating_sub(change.start_op));
    (changes.len() as u64, ops.sum())
}

fn damaged(reason: impl ToString) -> Refused {
    Refused::Damaged { at: 0, reason: reason.to_string() }
}
