//! What a map is: its document, its plain values, its edits and its history. Imports no other room.

pub mod check;
pub mod compare;
pub mod document;
pub mod draft;
pub mod edit;
pub mod history;
pub mod ids;
pub mod lane;
pub mod map;
pub mod merge;
pub mod order;
pub mod read;

pub use ids::{Id, Source};
pub use lane::LaneKind;
pub use map::{Field, Kind, Map, Thing};
