//! Values computed from a map: sizes, counts.
