//! Where a map stands in the method: what of it is missing, thing by thing.

use crate::model::{Detail, GoalField, Id, LaneKind, Map, Thing};

/// Something a map lacks.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Gap {
    /// It has no stage, or no lane.
    NoBoard,
    /// A stage or step without a name; the only step of a stage needs none.
    Unnamed(Thing),
    /// A column without a card in any lane.
    EmptyColumn(Id),
    /// A lane without a card in any column.
    EmptyLane(Id),
    /// No lane draws the curve.
    NoCurve,
    /// The curve of a persona has no point.
    Unfelt(Id),
    /// Nothing is said of a persona but its name.
    Unknown(Id),
    /// Several personas, and none of them is the target.
    NoTarget,
    /// More than two targets on a journey map.
    ManyTargets,
    /// A detail of the map that is not given.
    Unsaid(Detail),
    /// A text of the goal sheet that is not written.
    Unwritten(GoalField),
    /// A stage or process nobody answers for.
    NoOwner(Thing),
    /// An outcome that no step leads to.
    NoWay(Id),
    /// A card or persona that rests on no source.
    Groundless(Thing),
    /// A source older than the chosen age.
    Ageing(Thing),
}

/// How far a part of the method is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Standing {
    /// Nothing of it is there yet.
    Empty,
    /// So many things are missing.
    Missing(usize),
    /// Nothing is missing.
    Whole,
}

impl Standing {
    /// From what is missing, and whether anything is there at all.
    pub fn of(missing: usize, begun: bool) -> Self {
        match (begun, missing) {
            (false, _) => Standing::Empty,
            (true, 0) => Standing::Whole,
            (true, missing) => Standing::Missing(missing),
        }
    }
}

fn holds_cards(map: &Map, lane: Id) -> bool {
    map.lanes.get(&lane).is_some_and(|lane| lane.kind != LaneKind::Emotions)
}

/// What is missing of stages and steps: their names.
pub fn columns(map: &Map) -> Vec<Gap> {
    if map.columns.is_empty() || map.rows.is_empty() {
        return vec![Gap::NoBoard];
    }
    let mut gaps = Vec::new();
    for stage in map.stage_order() {
        let unnamed = |name: Option<&String>| name.is_none_or(|name| name.trim().is_empty());
        if unnamed(map.stages.get(&stage).map(|stage| &stage.name)) {
            gaps.push(Gap::Unnamed(Thing::Stage(stage)));
        }
        if !map.is_plain(stage) {
            let steps = map.steps_of(stage).into_iter();
            let steps = steps.filter(|id| unnamed(map.steps.get(id).map(|step| &step.name)));
            gaps.extend(steps.map(|step| Gap::Unnamed(Thing::Step(step))));
        }
    }
    gaps
}

/// What is missing on the board: cards in columns and lanes, the curve of each persona (of the targets
/// alone, where there are some).
pub fn filled(map: &Map) -> Vec<Gap> {
    let mut gaps = Vec::new();
    let steps = || map.columns.iter().filter_map(|column| column.step);
    let lanes: Vec<Id> = map.rows.iter().copied().filter(|lane| holds_cards(map, *lane)).collect();
    let full = |lane: Id, step: Id| !map.cell(lane, step).is_empty();
    let columns = steps().filter(|step| !lanes.iter().any(|lane| full(*lane, *step)));
    gaps.extend(columns.map(Gap::EmptyColumn));
    let empty = lanes.iter().filter(|lane| !steps().any(|step| full(**lane, step)));
    gaps.extend(empty.map(|lane| Gap::EmptyLane(*lane)));
    if lanes.len() == map.rows.len() {
        gaps.push(Gap::NoCurve);
    } else {
        let felt = |who: &Id| {
            steps().any(|step| map.feelings.get(&(*who, step)).is_some_and(|f| f.level.is_some()))
        };
        let targets = targets(map);
        let cast = if targets.is_empty() { &map.cast } else { &targets };
        gaps.extend(cast.iter().filter(|who| !felt(who)).map(|who| Gap::Unfelt(*who)));
    }
    gaps
}

/// The personas marked as targets, in their order.
pub fn targets(map: &Map) -> Vec<Id> {
    let is_target = |id: &&Id| map.is(Thing::Persona(**id), Detail::Target);
    map.cast.iter().filter(is_target).copied().collect()
}

/// What is missing of the personas: what is known of them, and who the map is for.
pub fn people(map: &Map) -> Vec<Gap> {
    let mut gaps = Vec::new();
    let known = |id: &Id| {
        let thing = Thing::Persona(*id);
        map.notes_of(thing).next().is_some()
            || [Detail::Role, Detail::Quote, Detail::Age, Detail::Buyer]
                .iter()
                .any(|detail| !map.word(thing, *detail).is_empty())
    };
    gaps.extend(map.cast.iter().filter(|id| !known(id)).map(|id| Gap::Unknown(*id)));
    let targets = targets(map).len();
    if targets == 0 && map.cast.len() > 1 {
        gaps.push(Gap::NoTarget);
    }
    if targets > 2 && map.kind == crate::model::Kind::Journey {
        gaps.push(Gap::ManyTargets);
    }
    gaps
}
