//! Loops and alternative paths as arrows along the headers: none lies over another.

use crate::model::{Id, Map};

/// Height between two arrows, px.
pub const LANE: f64 = 20.0;

/// One arrow.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Arrow {
    /// The path.
    pub path: Id,
    /// The position of the column it leaves.
    pub from: usize,
    /// The position of the column it leads to.
    pub to: usize,
    /// How far from the headers it runs, from 0.
    pub level: usize,
}

/// The arrows of a map, short ones nearest to the headers.
pub fn arrows(map: &Map) -> Vec<Arrow> {
    let mut paths = map.drawn_paths();
    paths.sort_by_key(|(id, from, to)| (from.abs_diff(*to), (*from).min(*to), *id));
    let mut placed: Vec<Arrow> = Vec::new();
    for (path, from, to) in paths {
        let (low, high) = (from.min(to), from.max(to));
        let meets =
            |other: &Arrow| low <= other.from.max(other.to) && other.from.min(other.to) <= high;
        let taken: Vec<usize> =
            placed.iter().filter(|other| meets(other)).map(|other| other.level).collect();
        let level = (0..).find(|level| !taken.contains(level)).unwrap_or(0);
        placed.push(Arrow { path, from, to, level });
    }
    placed
}

/// The height all of them need, px.
pub fn height(arrows: &[Arrow]) -> f64 {
    let levels = arrows.iter().map(|arrow| arrow.level + 1).max();
    levels.map_or(0.0, |levels| levels as f64 * LANE + 8.0)
}

/// The way of an arrow from the middle of its first column to that of its last, and where it runs:
/// down from the header, along, and up to a point.
pub fn way(arrow: &Arrow, from: f64, to: f64, top: f64) -> (String, f64) {
    let y = top + arrow.level as f64 * LANE + 16.0;
    // A leaving and an arriving arrow of one column stand side by side.
    let (from, to) =
        if arrow.from < arrow.to { (from + 7.0, to - 7.0) } else { (from - 7.0, to + 7.0) };
    let turn = if from < to { 5.0 } else { -5.0 };
    let way = format!(
        "M{from:.1} {top:.1}V{:.1}q0 5 {turn} 5H{:.1}q{turn} 0 {turn} -5V{:.1}m-3.5 4.5l3.5 -5l3.5 5",
        y - 5.0,
        to - turn,
        top + 1.0,
    );
    (way, y)
}

/// The way of an arrow that leaves a picture at its edge: down from the header and along.
pub fn leaving(arrow: &Arrow, from: f64, edge: f64, top: f64) -> (String, f64) {
    let y = top + arrow.level as f64 * LANE + 16.0;
    let turn = if from < edge { 5.0 } else { -5.0 };
    let from = from + turn * 1.4;
    let way = format!(
        "M{from:.1} {top:.1}V{:.1}q0 5 {turn} 5H{edge:.1}m{:.1} -3.5l{turn} 3.5l{:.1} 3.5",
        y - 5.0,
        -turn,
        -turn,
    );
    (way, y)
}

/// The way of an arrow that comes in at the edge of a picture: along and up to a point.
pub fn arriving(arrow: &Arrow, edge: f64, to: f64, top: f64) -> (String, f64) {
    let y = top + arrow.level as f64 * LANE + 16.0;
    let turn = if edge < to { 5.0 } else { -5.0 };
    let to = to - turn * 1.4;
    let way = format!(
        "M{edge:.1} {y:.1}H{:.1}q{turn} 0 {turn} -5V{:.1}m-3.5 4.5l3.5 -5l3.5 5",
        to - turn,
        top + 1.0,
    );
    (way, y)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::map::Column;
    use crate::model::path::{Path, PathKind};
    use crate::model::{Source, ids::Seeded};

    #[test]
    fn arrows_that_meet_run_on_levels_of_their_own() {
        let mut source = Seeded::new(4);
        let steps: Vec<Id> = (0..6).map(|_| source.id()).collect();
        let columns = steps.iter().map(|step| Column { stage: steps[0], step: Some(*step) });
        let mut map = Map { columns: columns.collect(), ..Map::default() };
        for (from, to) in [(5, 0), (1, 0), (3, 4), (1, 3)] {
            let (from, to, kind) = (steps[from], steps[to], PathKind::Loop);
            let path = Path { from, to, kind, condition: String::new(), deleted: None };
            map.paths.insert(source.id(), path);
        }
        let found = arrows(&map);
        assert_eq!(found.len(), 4);
        for (at, one) in found.iter().enumerate() {
            for other in &found[at + 1..] {
                let apart = one.from.max(one.to) < other.from.min(other.to)
                    || other.from.max(other.to) < one.from.min(one.to);
                assert!(apart || one.level != other.level, "{one:?} {other:?}");
            }
        }
        assert_eq!(height(&found), 3.0 * LANE + 8.0);
        assert_eq!(height(&[]), 0.0);
    }
}
