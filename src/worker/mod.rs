//! What workers do: a [`Request`] in, an [`Answer`] out. A disposable one takes bytes from strangers; one
//! that stays while the history of a map is walked holds its own copy of it ([`history`]).
//!
//! Bytes are looked through by [`scan`] before Automerge sees them. Automerge's loader panics on
//! about one in a hundred damaged files with a mended checksum; then this worker dies, and the page
//! reads its death as "damaged".

mod bytes;
mod columns;
mod file_name;
pub mod history;
mod identity;
mod inflate;
mod look;
mod pieces;
mod preview;
mod rebuild;
pub mod scan;
mod take;

#[cfg(feature = "web")]
pub mod serve;

pub use bytes::Bytes;
pub use file_name::clean_name;
pub use look::Looked;
pub use rebuild::{Rebuilt, rebuild};
pub use take::Taken;

use crate::analysis::previewed::Previewed;
use serde::{Deserialize, Serialize};

/// What the page asks.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub enum Request {
    /// What is this file?
    Look {
        /// Its bytes.
        file: Vec<u8>,
        /// The person said yes to its size.
        confirmed: bool,
    },
    /// What does this file bring that a map kept here lacks?
    Take {
        /// The map's chunks as stored; none for a map that is not kept here yet.
        ours: Vec<Vec<u8>>,
        /// The file's bytes.
        file: Vec<u8>,
        /// The person said yes to its size.
        confirmed: bool,
    },
    /// What would these copies bring, taken in together?
    Preview {
        /// The map's chunks as stored.
        ours: Vec<Vec<u8>>,
        /// What [`Request::Take`] gave for each copy.
        copies: Vec<Vec<u8>>,
    },
    /// One snapshot of these chunks, please, verified.
    Rebuild {
        /// A map's chunks as stored.
        chunks: Vec<Vec<u8>>,
    },
    /// Of a worker that stays: about the history of the map it holds.
    History(history::Ask),
}

/// What the worker says.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub enum Answer {
    /// To [`Request::Look`].
    Looked(Looked),
    /// To [`Request::Take`].
    Taken(Taken),
    /// To [`Request::Preview`].
    Previewed(Box<Previewed>),
    /// To [`Request::Rebuild`].
    Rebuilt(Rebuilt),
    /// To [`Request::History`].
    History(history::Told),
    /// To any of them: nothing came of it, for this reason.
    Refused(Refused),
}

/// Why a file was not taken. Nothing was changed.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum Refused {
    /// Not an Automerge document at all.
    NotADocument,
    /// An Automerge document, but not a Parcours map.
    NotAMap,
    /// Cut short or damaged.
    Damaged {
        /// About which byte.
        at: u64,
        /// In technical words.
        reason: String,
    },
    /// It holds more than is taken without asking, or more than is ever taken.
    TooBig {
        /// More of what.
        measure: Measure,
        /// How much at least.
        amount: u64,
        /// Whether a second yes (`confirmed`) is enough.
        ask: bool,
    },
    /// Only a newer version of the app may merge it.
    Newer {
        /// The document's `minReader`.
        min_reader: u64,
    },
    /// It is another map.
    OtherMap {
        /// The `id` of that map.
        lineage: String,
    },
    /// It bears this map's `id` but does not descend from it.
    NoCommonOrigin,
    /// The chunks kept here could not be read; the reason.
    OursUnreadable(String),
}

/// What there can be too much of.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum Measure {
    /// Bytes of the file.
    Size,
    /// Bytes after inflating.
    Inflated,
    /// Operations.
    Ops,
    /// Changes.
    Changes,
    /// Containers within containers.
    Depth,
}

/// Answers a request. May panic on bytes that are damaged in a way only Automerge's loader notices:
/// call it where a panic can be borne.
pub fn answer(request: &Request) -> Answer {
    let answered = match request {
        Request::Look { file, confirmed } => look::look(file, *confirmed).map(Answer::Looked),
        Request::Take { ours, file, confirmed } => {
            take::take(ours, file, *confirmed).map(Answer::Taken)
        }
        Request::Preview { ours, copies } => preview::preview(ours, copies).map(Answer::Previewed),
        // Without what [`serve`] holds between questions nothing is known of any history.
        Request::History(ask) => Ok(Answer::History(history::tell(&mut None, ask.clone()))),
        Request::Rebuild { chunks } => {
            rebuild(chunks).map(Answer::Rebuilt).map_err(Refused::OursUnreadable)
        }
    };
    answered.unwrap_or_else(Answer::Refused)
}
