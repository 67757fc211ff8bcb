//! What a map is: its document, its plain values, its edits and its history. Imports no other room.

pub mod authors;
pub(crate) mod board;
mod characters;
pub mod check;
pub(crate) mod chunks;
pub mod compare;
mod contested;
pub mod decisions;
pub mod deed;
pub(crate) mod delta;
pub mod document;
pub mod draft;
pub mod edit;
pub(crate) mod history;
pub mod ids;
pub(crate) mod joined;
pub mod json;
pub mod lane;
pub mod letters;
pub mod map;
pub mod merge;
mod order;
pub mod people;
pub(crate) mod read;
pub(crate) mod renamed;
pub(crate) mod reversal;
pub(crate) mod row;
pub(crate) mod rows;
pub mod shares;
pub mod timeline;
pub(crate) mod touched;
pub(crate) mod values;
pub(crate) mod version;

pub use ids::{Id, Source};
pub use lane::LaneKind;
pub use map::{Field, Kind, Map, Thing};
