//! A template drawn small: stages as boxes above, lanes as bands, cards or the room for them, the curve.

use super::curve::{Plot, UNFELT, path};
use crate::model::LaneKind;
use crate::model::draft::Draft;

/// Width of a sketch.
pub const WIDTH: f64 = 260.0;
/// Height of a sketch.
pub const HEIGHT: f64 = 132.0;

const HEAD: f64 = 14.0;
const SIDE: f64 = 22.0;
const GAP: f64 = 2.0;
/// What a curve looks like before anyone felt anything.
const SAMPLE: [i8; 6] = [2, -1, 3, -3, 1, 4];

/// A box: left, top, width, height.
pub type Area = (f64, f64, f64, f64);

/// A lane.
pub struct Band {
    /// Its kind.
    pub kind: LaneKind,
    /// Its head at the left.
    pub head: Area,
    /// Its whole width.
    pub whole: Area,
    /// Its cards.
    pub cards: Vec<Area>,
    /// The curve, where it draws one.
    pub curve: Option<String>,
}

/// The drawing.
pub struct Sketch {
    /// The heads of the stages.
    pub stages: Vec<Area>,
    /// The lanes.
    pub lanes: Vec<Band>,
}

/// Draws a template.
pub fn sketch(draft: &Draft) -> Sketch {
    let steps: Vec<usize> = draft.stages.iter().map(|stage| stage.steps.len().max(1)).collect();
    let count = steps.iter().sum::<usize>().max(1);
    let step = (WIDTH - SIDE) / count as f64;
    let first = |stage: usize| steps.iter().take(stage).sum::<usize>();
    let left = |column: usize| SIDE + column as f64 * step;
    let stages = steps.iter().enumerate();
    let stages =
        stages.map(|(at, wide)| (left(first(at)), 0.0, *wide as f64 * step - GAP, HEAD - GAP));
    let is_curve = |kind: LaneKind| kind == LaneKind::Emotions;
    let weight = |kind| if is_curve(kind) { 2.6 } else { 1.0 };
    let all: f64 = draft.lanes.iter().map(|lane| weight(lane.kind)).sum();
    let unit = (HEIGHT - HEAD) / all.max(1.0);
    let mut top = HEAD;
    let mut lanes = Vec::new();
    for (at, lane) in draft.lanes.iter().enumerate() {
        let height = unit * weight(lane.kind) - GAP;
        let cards = draft.cards.iter().filter(|card| card.lane == at);
        let mut columns: Vec<usize> = cards.map(|card| first(card.stage) + card.step).collect();
        columns.sort_unstable();
        columns.dedup();
        // Without cards the room for them is drawn.
        if columns.is_empty() && !is_curve(lane.kind) {
            columns = (0..count).collect();
        }
        let card = |column: usize| (left(column) + 1.0, top + 1.0, step - GAP - 2.0, height - 2.0);
        let cards = columns.into_iter().map(card).filter(|card| card.2 > 0.5).collect();
        let curve = is_curve(lane.kind).then(|| {
            let plot = Plot { top: top + 3.0, bottom: top + height - 3.0 };
            let levels = levels(draft, count, first);
            let points = levels.into_iter().enumerate().filter(|(_, level)| *level != UNFELT);
            let points: Vec<(f64, f64)> =
                points.map(|(at, level)| (left(at) + step / 2.0, plot.y(level))).collect();
            path(&points)
        });
        let (head, whole) = ((0.0, top, SIDE - GAP, height), (0.0, top, WIDTH - GAP, height));
        lanes.push(Band { kind: lane.kind, head, whole, cards, curve });
        top += height + GAP;
    }
    Sketch { stages: stages.collect(), lanes }
}

/// The levels of the first persona's curve by column, or a sample.
fn levels(draft: &Draft, count: usize, first: impl Fn(usize) -> usize) -> Vec<i8> {
    let mut levels = vec![UNFELT; count];
    for one in draft.feelings.iter().filter(|one| one.persona == 0) {
        if let (Some(level), Some(place)) = (one.level, levels.get_mut(first(one.stage) + one.step))
        {
            *place = level;
        }
    }
    if levels.iter().all(|level| *level == UNFELT) {
        levels = SAMPLE.iter().copied().cycle().take(count).collect();
    }
    levels
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::draft::{CardDraft, LaneDraft, StageDraft};

    #[test]
    fn boxes_fill_the_sketch_and_do_not_overlap() {
        let stage = |steps: usize| StageDraft { name: "s".into(), steps: vec!["x".into(); steps] };
        let lane = |kind| LaneDraft { kind, name: "l".into() };
        let draft = Draft {
            stages: vec![stage(0), stage(3)],
            lanes: vec![lane(LaneKind::Actions), lane(LaneKind::Emotions), lane(LaneKind::Pains)],
            cards: vec![CardDraft { stage: 1, step: 2, ..CardDraft::default() }],
            ..Draft::default()
        };
        let Sketch { stages, lanes } = sketch(&draft);
        assert!((stages[0].0 + stages[0].2 + GAP - stages[1].0).abs() < 0.01);
        assert!((stages[1].0 + stages[1].2 + GAP - WIDTH).abs() < 0.01);
        for (above, below) in lanes.iter().zip(&lanes[1..]) {
            assert!((above.whole.1 + above.whole.3 + GAP - below.whole.1).abs() < 0.01);
        }
        // The one card of the first lane stands in the last of four columns; the third lane has room
        // for four.
        assert_eq!((lanes[0].cards.len(), lanes[2].cards.len()), (1, 4));
        assert!((lanes[0].cards[0].0 - lanes[2].cards[3].0).abs() < 0.01);
        assert!(lanes[1].curve.as_ref().is_some_and(|curve| curve.starts_with('M')));
        assert!(sketch(&Draft::default()).lanes.is_empty());
    }
}
