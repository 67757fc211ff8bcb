//! The document: its skeleton, its keys, and how it is loaded from chunks.

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
