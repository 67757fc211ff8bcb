//! The board and the curve as rectangles, texts and paths, for screen, print and export.
