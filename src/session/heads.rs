//! Heads as texts, as storage and files spell them.

use super::Session;
use crate::model::Id;
use automerge::ChangeHash;

/// One head.
pub(super) fn parse_one(head: &str) -> Option<ChangeHash> {
    head.parse().ok()
}

pub(super) fn parse(heads: &[String]) -> Option<Vec<ChangeHash>> {
    heads.iter().map(|head| parse_one(head)).collect()
}

impl Session {
    /// Whether every change with one of these hashes (hexadecimal) is in this map.
    pub fn knows(&mut self, heads: &[String]) -> bool {
        parse(heads).is_some_and(|heads| {
            heads.iter().all(|hash| self.doc.get_change_meta_by_hash(hash).is_some())
        })
    }

    /// The changes not known at these heads (hexadecimal); `None` when they can't be read.
    pub fn changes_since(&mut self, heads: &[String]) -> Option<Vec<u8>> {
        Some(self.changes_after(&parse(heads)?))
    }

    /// When the map was last changed, milliseconds since 1970, as its newest changes say.
    pub fn edited(&mut self) -> i64 {
        let heads = self.doc.get_heads();
        let times = heads.iter().filter_map(|hash| {
            self.doc.get_change_meta_by_hash(hash).map(|change| change.timestamp)
        });
        times.max().unwrap_or(0).saturating_mul(1000)
    }

    /// As [`Session::undone_merge_for`], for heads spelled in hexadecimal.
    pub fn undone_merge_named(&mut self, heads: &[String]) -> Option<Id> {
        self.undone_merge_for(&parse(heads)?)
    }
}
