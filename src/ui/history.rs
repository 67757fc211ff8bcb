//! What the screen knows of the history being walked, and what it asks of the app for it.

use crate::model::compare::Differences;
use crate::model::edit::Edit;
use crate::model::timeline::{Point, Timeline};
use crate::ui::prelude::*;
use std::sync::Arc;

/// A request about the history.
#[derive(Clone, PartialEq, Debug)]
pub enum Walk {
    /// Read it and keep it at hand.
    Open,
    /// It is no longer looked at.
    Close,
    /// Show this point on the board, under these words.
    At(Point, String),
    /// Show on the board what changed from one point to another, under these words.
    Compare(Point, Point, String),
    /// Make the map again what it was at this point, which has this name.
    Restore(Point, String),
    /// Name a state, or rename or delete a version: possible while another state is looked at.
    Label(Edit),
}

/// What of the history is on the board.
#[derive(Clone, PartialEq, Debug)]
pub enum Looked {
    /// A state: which, and its heads, hexadecimal.
    At(Point, Vec<String>),
    /// What lies between two.
    Compared(Arc<Differences>),
}

/// The history being walked. A handle: copies share it.
#[derive(Clone, Copy)]
pub struct History {
    /// The timeline, once it is read.
    pub line: RwSignal<Option<Arc<Timeline>>>,
    /// Something takes longer than one notices.
    pub working: RwSignal<bool>,
    /// Why it can't be read, in words.
    pub failed: RwSignal<Option<String>>,
    /// What is on the board.
    pub looked: RwSignal<Option<Looked>>,
}

impl Default for History {
    fn default() -> Self {
        History {
            line: RwSignal::new(None),
            working: RwSignal::new(false),
            failed: RwSignal::new(None),
            looked: RwSignal::new(None),
        }
    }
}
