//! The board and the curve as rectangles, texts and paths, for screen, print and export.

pub mod board;
pub mod curve;
pub mod heights;
pub mod outline;
pub mod paper;
pub mod print;
pub mod spot;
pub mod wrap;
