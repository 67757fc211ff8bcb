//! From a document to plain values: whole, or only what was touched.
