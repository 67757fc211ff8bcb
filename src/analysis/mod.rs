//! Values computed from a map: sizes, what says nearly the same, and whether a title matches a search.

pub mod alike;
pub mod emotion;
pub mod find;
pub mod homes;
pub mod number;
pub mod overlay;
pub mod previewed;
pub mod search;
pub mod size;
