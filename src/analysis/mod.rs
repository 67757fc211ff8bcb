//! Values computed from a map: sizes, and whether a title matches a search.

pub mod homes;
pub mod overlay;
pub mod previewed;
pub mod search;
pub mod size;
