//! Values computed from a map: sizes, what says nearly the same, what is asked for and in which order.

pub mod advice;
pub mod alike;
pub mod cast;
pub mod course;
pub mod emotion;
pub mod facet;
pub mod filter;
pub mod find;
pub mod goal;
pub mod homes;
pub mod linked;
pub mod listing;
pub mod number;
pub mod overlay;
pub mod previewed;
pub mod research;
pub mod results;
pub mod search;
pub mod shown;
pub mod sight;
pub mod size;
pub mod standing;
pub mod standouts;
pub mod summary;
