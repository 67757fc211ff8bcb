//! Foreign formats, one file each, listed here.

pub mod base64;
mod decimal;
mod entities;
pub mod example;
pub mod mermaid;
pub mod table;
pub mod template;
