//! The document: its skeleton and what marks it as a Parcours map.

use super::Source;
use automerge::{ActorId, AutoCommit, Change, ChangeHash};
use std::fmt;

/// The value of the root key `format`.
pub(crate) const FORMAT: &str = "parcours";
/// The schema this version writes, and the newest `minReader` it may write to.
pub(crate) const SCHEMA: i64 = 1;

/// The constant first change of every map: fixed actor, time 0, no dependencies. Two documents that
/// begin with it share all containers; anything else by this actor would clash.
const SKELETON: &[u8] = include_bytes!("skeleton.am");

/// Why bytes are no map this app can open.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Unreadable {
    /// Not an Automerge document at all.
    NotADocument,
    /// An Automerge document, but not a Parcours map.
    NotAMap,
    /// Damaged; the text is Automerge's reason.
    Damaged(String),
}

/// For the reason within a message; what a person is told first has its own words.
impl fmt::Display for Unreadable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Unreadable::NotADocument => "not an Automerge document",
            Unreadable::NotAMap => "not a Parcours map",
            Unreadable::Damaged(reason) => reason,
        })
    }
}

/// The skeleton as a change.
///
/// # Errors
/// Never for the bytes embedded here (a test asserts their hash); the type stays honest.
pub(crate) fn skeleton() -> Result<Change, Unreadable> {
    Change::from_bytes(SKELETON.to_vec()).map_err(|error| Unreadable::Damaged(error.to_string()))
}

/// The bytes of the skeleton, to be stored before the first change of a new map.
pub(crate) fn skeleton_bytes() -> &'static [u8] {
    SKELETON
}

/// An empty map written by `actor`.
///
/// # Errors
/// As [`skeleton`].
pub(crate) fn fresh(actor: ActorId) -> Result<AutoCommit, Unreadable> {
    let mut doc = AutoCommit::new();
    doc.apply_changes([skeleton()?]).map_err(|error| Unreadable::Damaged(error.to_string()))?;
    doc.set_actor(actor);
    Ok(doc)
}

/// A fresh actor: random for every opening of a map, never kept.
pub(crate) fn new_actor(source: &mut dyn Source) -> ActorId {
    ActorId::from(source.random())
}

/// Hashes in hex, joined by commas: how the document names heads.
pub(crate) fn spell(heads: &[ChangeHash]) -> String {
    heads.iter().map(ToString::to_string).collect::<Vec<_>>().join(",")
}

/// Reads what [`spell`] wrote; unreadable hashes are left out.
pub(crate) fn unspell(heads: &str) -> Vec<ChangeHash> {
    heads.split(',').filter_map(|hash| hash.parse().ok()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::rows::ROOTS;
    use automerge::transaction::{CommitOptions, Transactable};
    use automerge::{AutomergeError, ObjType, ROOT};

    const ACTOR: &[u8; 16] = b"parcours schema1";
    const GOALS: [&str; 6] = ["purpose", "scope", "scenario", "audience", "decision", "success"];

    /// Builds the skeleton from scratch. The order of writing is part of the constant: it fixes the hash.
    fn build_skeleton() -> Result<Vec<u8>, AutomergeError> {
        let mut doc = AutoCommit::new().with_actor(ActorId::from(ACTOR.as_slice()));
        doc.put(ROOT, "format", FORMAT)?;
        doc.put(ROOT, "schema", SCHEMA)?;
        doc.put(ROOT, "minReader", SCHEMA)?;
        doc.put_object(ROOT, "title", ObjType::Text)?;
        for root in ROOTS {
            let map = doc.put_object(ROOT, root, ObjType::Map)?;
            if root == "goal" {
                for field in GOALS {
                    doc.put_object(&map, field, ObjType::Text)?;
                }
            }
        }
        doc.commit_with(CommitOptions::default().with_time(0));
        Ok(doc
            .get_last_local_change()
            .map(|change| change.raw_bytes().to_vec())
            .unwrap_or_default())
    }

    /// The identity of every map there is: it may never change.
    const HASH: &str = "c04a18589556eb5a87f6a0f4d9e68008e10f0cb5722da404e5531ceea7439947";

    #[test]
    fn the_embedded_skeleton_is_what_the_code_builds() {
        let built = build_skeleton().unwrap();
        if std::env::var_os("PARCOURS_WRITE_SKELETON").is_some() {
            std::fs::write("src/model/skeleton.am", &built).unwrap();
        }
        assert_eq!(built, SKELETON);
        assert_eq!(skeleton().unwrap().hash().to_string(), HASH);
    }

    #[test]
    fn two_fresh_maps_share_all_containers() {
        let mut one = fresh(ActorId::from([1; 16])).unwrap();
        let mut two = fresh(ActorId::from([2; 16])).unwrap();
        one.merge(&mut two).unwrap();
        assert_eq!(one.get_heads(), two.get_heads());
    }
}
