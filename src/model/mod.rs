//! What a map is: its document, its plain values, its edits and its history. Imports no other room.

pub(crate) mod board;
mod characters;
pub mod check;
pub(crate) mod chunks;
pub mod compare;
pub(crate) mod delta;
pub mod document;
pub mod draft;
pub mod edit;
pub(crate) mod history;
pub mod ids;
pub mod json;
pub mod lane;
pub mod letters;
pub mod map;
pub mod merge;
mod order;
pub mod personal;
pub(crate) mod read;
pub(crate) mod renamed;
pub(crate) mod reversal;
mod row;
mod rows;
pub mod shares;
pub(crate) mod touched;
pub(crate) mod values;
pub(crate) mod variant;

pub use ids::{Id, Source};
pub use lane::LaneKind;
pub use map::{Field, Kind, Map, Thing};
