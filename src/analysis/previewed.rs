//! What copies would bring, as plain values: worked out in the worker, shown on the board.

use super::overlay::Overlay;
use crate::model::compare::Differences;
use crate::model::shares::Share;
use serde::{Deserialize, Serialize};

/// What copies would bring.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Previewed {
    /// The map with them, laid over the map without them.
    pub overlay: Overlay,
    /// What lies between.
    pub differences: Differences,
    /// Who did which part of it.
    pub shares: Vec<Share>,
    /// How many fields would have two values that have one now.
    pub choices: usize,
    /// The pictures that show only with them, by their keys.
    pub pictures: Vec<(String, Vec<u8>)>,
}
