//! The board and the curve as rectangles, texts and paths, for screen, print and export.

pub mod arrows;
pub mod board;
pub mod columns;
pub mod curve;
pub mod front;
pub mod heights;
pub mod moves;
pub mod outline;
pub mod paper;
pub mod picked;
pub mod print;
pub mod sketch;
pub mod spot;
pub mod window;
pub mod wrap;
pub mod written;
