//! Tables of spreadsheets and documents: pasted ones read into drafts, maps written as tables.
//!
//! A *grid* is a list of rows of cell texts; rows may differ in length. In a merged cell the text
//! stands at its top left and the rest is empty, as spreadsheets copy it.
//!
//! What a table does not carry: the unplaced tray, the name of an only persona, a star's place in
//! the lane of moments (a starred card is written once, where it stands, with a `★`).

mod clip;
mod columns;
mod draft;
mod feeling;
mod html;
mod tsv;
mod words;
mod write;

pub use clip::fill::{Filled, Names, fill};
pub use clip::{Brought, CARRIED, CardClip, CellClip, Clip};
pub use draft::to_draft;
pub use html::read_html;
pub use tsv::read_tsv;
pub use words::TableWords;
pub use write::{to_html, to_tsv};

/// More rows than this are not read.
pub const MAX_ROWS: usize = 2_000;
/// More columns than this are not read.
pub const MAX_COLUMNS: usize = 500;
