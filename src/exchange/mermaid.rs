//! mermaid `journey` diagrams, bare or fenced in Markdown, read into drafts.
//!
//! Sections become stages, tasks steps, scores 1…5 levels −2…+2, actors personas. The grammar is
//! that of mermaid 11, and what mermaid refuses or cuts (clock times, `Child#1`, full-width
//! punctuation, commas or arrows for a colon) is read by what its writer meant. Nothing is dropped
//! silently: what has no place on a map is a [`Leftover`] with its line.
//!
//! Drafts come without lanes (whoever builds the map adds the default lanes of its language) and
//! with no personas if no actor is named; a persona with an empty name among named ones is whoever
//! acts in the tasks without actors.

mod diagram;
mod escape;
mod fence;
mod keyword;
mod number;
mod separator;
mod source;
mod task;

pub use fence::{Block, blocks};

use crate::model::draft::{Draft, Leftover};

/// A diagram read.
#[derive(Clone, PartialEq, Debug)]
pub struct Imported {
    /// The map to be made.
    pub draft: Draft,
    /// What has no place in it, or was read with a change; by line.
    pub leftovers: Vec<Leftover>,
    /// How many journey diagrams the text held in all: 1, or the journey blocks of a Markdown file.
    pub blocks: usize,
}

/// Why a text is no journey diagram.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum NotMermaid {
    /// There is no statement in it at all.
    Empty,
    /// Its first statement is another one than `journey`.
    Other {
        /// Line of that statement, from 1.
        line: usize,
        /// The statement as it stands there.
        text: String,
    },
}

/// Reads the first diagram of a text: a `.mmd` file or Markdown with fenced blocks.
///
/// # Errors
/// When there is no journey diagram in it.
pub fn read(text: &str) -> Result<Imported, NotMermaid> {
    read_all(text)?.into_iter().next().ok_or(NotMermaid::Empty)
}

/// Reads every diagram of a text, one [`Imported`] each. In Markdown only the fenced journey blocks
/// are read, nothing around them; line numbers are those of the whole text.
///
/// # Errors
/// When there is no journey diagram in it.
pub fn read_all(text: &str) -> Result<Vec<Imported>, NotMermaid> {
    let blocks = blocks(text);
    if blocks.is_empty() {
        return Ok(vec![diagram::read(text, 1)?]);
    }
    let count = blocks.len();
    let mut all = Vec::with_capacity(count);
    for block in blocks {
        all.push(Imported { blocks: count, ..diagram::read(&block.text, block.start_line)? });
    }
    Ok(all)
}
