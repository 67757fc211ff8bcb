//! Foreign formats, one file each, listed here.

mod entities;
pub mod mermaid;
pub mod table;
