//! Reports broken invariants of a map; repairs nothing.
