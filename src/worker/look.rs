//! What is this file? Loaded, read and checked, and nothing of it kept.

use super::identity::{Identity, identity};
use super::scan::{LOOK_OPS, MOST_OPS, scan};
use super::{Measure, Refused};
use crate::model::Kind;
use automerge::{AutoCommit, ReadDoc};
use serde::{Deserialize, Serialize};

/// What a file is.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Looked {
    /// The document's `id`: a map kept here with the same one (and the same variants) can take it.
    pub lineage: String,
    /// Its open variants, sorted.
    pub variants: Vec<String>,
    /// Journey or experience.
    pub kind: Kind,
    /// Its title; may be empty.
    pub title: String,
    /// Its heads, hexadecimal.
    pub heads: Vec<String>,
    /// Changes in it.
    pub changes: u64,
    /// Operations in it.
    pub ops: u64,
    /// Its `minReader`, if only a newer version may edit it: it opens read-only.
    pub newer: Option<u64>,
}

/// Says what a file is.
///
/// # Errors
/// Why it is none of ours, or not now.
pub(super) fn look(file: &[u8], confirmed: bool) -> Result<Looked, Refused> {
    scan(file, LOOK_OPS, confirmed)?;
    let mut document = load(file)?;
    let Identity { map, variants, newer } = identity(&document)?;
    let heads = heads(&mut document);
    let size = document.stats();
    Ok(Looked {
        lineage: map.id,
        variants,
        kind: map.kind,
        title: map.title,
        heads,
        changes: size.num_changes,
        ops: size.num_ops,
        newer,
    })
}

/// Loads a document strictly.
pub(super) fn load(bytes: &[u8]) -> Result<AutoCommit, Refused> {
    let document = AutoCommit::load(bytes)
        .map_err(|error| Refused::Damaged { at: 0, reason: error.to_string() })?;
    // Operations that the scan could not see would show here.
    let amount = document.stats().num_ops;
    if amount > MOST_OPS {
        return Err(Refused::TooBig { measure: Measure::Ops, amount, ask: false });
    }
    Ok(document)
}

/// A document's heads, hexadecimal.
pub(super) fn heads(document: &mut AutoCommit) -> Vec<String> {
    document.get_heads().iter().map(ToString::to_string).collect()
}
