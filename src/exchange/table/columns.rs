//! Reads a grid's header: which columns are which steps of which stages.

use super::TableWords;
use crate::model::draft::StageDraft;

/// The header of a grid.
pub(super) struct Header {
    /// Stages with their steps, as a draft has them.
    pub stages: Vec<StageDraft>,
    /// For each column after the first, its stage and step.
    pub places: Vec<(usize, usize)>,
    /// How many rows it takes.
    pub rows: usize,
}

/// Reads the header of a grid of rows of equal length.
///
/// An empty or repeated heading continues the stage on its left. The second row holds steps if its
/// first cell says so, or is empty while the first row has such continued stages or a lane follows.
pub(super) fn header(grid: &[Vec<String>], words: &TableWords) -> Header {
    let top = &grid[0][1..];
    let continued = |at: usize| at > 0 && (top[at].is_empty() || top[at] == top[at - 1]);
    let merged = (0..top.len()).any(continued);
    let steps = grid.get(1).filter(|row| {
        let lane_below = grid.get(2).is_some_and(|row| !row[0].is_empty());
        words.is_steps(&row[0]) || (row[0].is_empty() && (merged || lane_below))
    });
    let mut stages: Vec<StageDraft> = Vec::new();
    let mut places = Vec::with_capacity(top.len());
    for (at, name) in top.iter().enumerate() {
        if !continued(at) {
            stages.push(StageDraft { name: one_line(name), steps: Vec::new() });
        }
        let last = stages.len() - 1;
        places.push((last, stages[last].steps.len()));
        stages[last].steps.push(steps.map(|row| one_line(&row[at + 1])).unwrap_or_default());
    }
    for stage in &mut stages {
        if stage.steps == [""] {
            stage.steps.clear();
        }
    }
    Header { stages, places, rows: 1 + usize::from(steps.is_some()) }
}

/// A name on one line.
pub(super) fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
