//! What is chosen beside the selected place: a block of cells, or cards and headers one by one.

use super::spot::{Spot, Way};
use crate::model::{Id, LaneKind, Map, Thing};
use std::collections::HashSet;

/// What is chosen. With nothing here the selected place alone counts.
#[derive(Clone, PartialEq, Debug, Default)]
pub enum Picked {
    /// Only the selected place.
    #[default]
    Nothing,
    /// These: cards, or headers of one sort. The first is where a run of them began.
    Things(Vec<Thing>),
    /// The cells between two corners (lane, step).
    Block {
        /// Where it began.
        from: (Id, Id),
        /// Where it reaches now.
        to: (Id, Id),
    },
}

/// A rectangle of cells, and which of their cards count.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Area {
    /// Its lanes, top to bottom.
    pub lanes: Vec<Id>,
    /// Its steps, left to right.
    pub steps: Vec<Id>,
    /// Only these cards; all where it is `None`.
    pub only: Option<HashSet<Id>>,
}

impl Area {
    /// The cards of one of its cells that count, top to bottom.
    pub fn cards(&self, map: &Map, lane: Id, step: Id) -> Vec<Id> {
        let counts = |card: &Id| self.only.as_ref().is_none_or(|only| only.contains(card));
        map.cell(lane, step).iter().copied().filter(counts).collect()
    }

    /// All cards that count: lane by lane, step by step.
    pub fn all_cards(&self, map: &Map) -> Vec<Id> {
        let cells = self.lanes.iter().flat_map(|lane| self.steps.iter().map(|step| (*lane, *step)));
        cells.flat_map(|(lane, step)| self.cards(map, lane, step)).collect()
    }
}

/// Whether a lane draws the curve in the place of cards.
pub fn draws_curve(map: &Map, lane: Id) -> bool {
    map.lanes.get(&lane).is_some_and(|lane| lane.kind == LaneKind::Emotions)
}

impl Picked {
    /// Whether anything is chosen beside the selected place.
    pub fn is_nothing(&self) -> bool {
        *self == Picked::Nothing
    }

    /// The things chosen one by one that are still there.
    pub fn things(&self, map: &Map) -> Vec<Thing> {
        let Picked::Things(things) = self else { return Vec::new() };
        let there = |thing: &Thing| match *thing {
            Thing::Card(id) => map.cards.get(&id).is_some_and(|card| card.deleted.is_none()),
            Thing::Lane(id) => map.rows.contains(&id),
            Thing::Stage(id) => map.columns.iter().any(|column| column.stage == id),
            Thing::Step(id) => map.columns.iter().any(|column| column.step == Some(id)),
            _ => false,
        };
        things.iter().copied().filter(there).collect()
    }

    /// The cells and cards that count, with the selected place; `None` on an empty board.
    pub fn area(&self, map: &Map, spot: Option<Spot>) -> Option<Area> {
        let steps = || map.columns.iter().filter_map(|column| column.step).collect::<Vec<Id>>();
        if let Picked::Block { from, to } = *self {
            let (lanes, columns) = corners(map, from, to)?;
            let steps = map.columns[columns.0..=columns.1].iter().filter_map(|c| c.step).collect();
            return Some(Area { lanes: map.rows[lanes.0..=lanes.1].to_vec(), steps, only: None });
        }
        let mut things = self.things(map);
        if things.is_empty() {
            match spot? {
                Spot::Cell { lane, step, card: None } => {
                    return Some(Area { lanes: vec![lane], steps: vec![step], only: None });
                }
                spot => things.extend(spot.thing()),
            }
        }
        let cards: HashSet<Id> = things
            .iter()
            .filter_map(|thing| match thing {
                Thing::Card(id) => Some(*id),
                _ => None,
            })
            .collect();
        if !cards.is_empty() {
            let homes = || cards.iter().filter_map(|id| map.cards.get(id));
            let in_lanes: HashSet<Id> = homes().map(|card| card.lane).collect();
            let in_steps: HashSet<Id> = homes().map(|card| card.step).collect();
            let mut lanes = map.rows.clone();
            lanes.retain(|lane| in_lanes.contains(lane));
            let mut all = steps();
            let first = all.iter().position(|step| in_steps.contains(step))?;
            let last = all.iter().rposition(|step| in_steps.contains(step))?;
            all.truncate(last + 1);
            return Some(Area { lanes, steps: all.split_off(first), only: Some(cards) });
        }
        let lanes: Vec<Id> =
            map.rows.iter().copied().filter(|id| things.contains(&Thing::Lane(*id))).collect();
        if !lanes.is_empty() {
            return Some(Area { lanes, steps: steps(), only: None });
        }
        let of = |column: &&crate::model::map::Column| {
            things.contains(&Thing::Stage(column.stage))
                || column.step.is_some_and(|step| things.contains(&Thing::Step(step)))
        };
        let steps = map.columns.iter().filter(of).filter_map(|column| column.step).collect();
        Some(Area { lanes: map.rows.clone(), steps, only: None })
    }

    /// The cards an action on many is about, lane by lane, step by step: those chosen, else the
    /// selected one. Headers are none.
    pub fn cards(&self, map: &Map, spot: Option<Spot>) -> Vec<Id> {
        match (self, spot) {
            (Picked::Block { .. }, _) => {
                self.area(map, spot).map(|area| area.all_cards(map)).unwrap_or_default()
            }
            (Picked::Things(things), _)
                if things.iter().any(|thing| matches!(thing, Thing::Card(_))) =>
            {
                self.area(map, None).map(|area| area.all_cards(map)).unwrap_or_default()
            }
            (Picked::Nothing, Some(Spot::Cell { card: Some(card), .. })) => vec![card],
            _ => Vec::new(),
        }
    }

    /// Whether a cell lies in the block.
    pub fn holds_cell(&self, map: &Map, lane: Id, step: Id) -> bool {
        let Picked::Block { from, to } = *self else { return false };
        let Some((lanes, columns)) = corners(map, from, to) else { return false };
        map.rows[lanes.0..=lanes.1].contains(&lane)
            && map.columns[columns.0..=columns.1].iter().any(|c| c.step == Some(step))
    }

    /// Adds a thing, or takes it away again. Things of another sort make room; the selected one, as
    /// long as it is of the same sort, belongs to them from the start.
    pub fn toggled(&self, map: &Map, selected: Option<Spot>, thing: Thing) -> Picked {
        let mut things = match self {
            Picked::Nothing => selected.and_then(Spot::thing).into_iter().collect(),
            Picked::Things(_) => self.things(map),
            Picked::Block { .. } => self.cards(map, None).into_iter().map(Thing::Card).collect(),
        };
        things.retain(|other| sort(*other) == sort(thing));
        match things.iter().position(|other| *other == thing) {
            Some(at) => {
                things.remove(at);
            }
            None => things.push(thing),
        }
        if things.is_empty() { Picked::Nothing } else { Picked::Things(things) }
    }
}

fn sort(thing: Thing) -> u8 {
    match thing {
        Thing::Card(_) => 0,
        Thing::Stage(_) => 1,
        Thing::Step(_) => 2,
        _ => 3,
    }
}

/// Positions of lanes and columns between two corners, both ends included.
fn corners(map: &Map, from: (Id, Id), to: (Id, Id)) -> Option<((usize, usize), (usize, usize))> {
    let row = |lane| map.rows.iter().position(|row| *row == lane);
    let column = |step| map.columns.iter().position(|column| column.step == Some(step));
    let (rows, columns) = ((row(from.0)?, row(to.0)?), (column(from.1)?, column(to.1)?));
    let order = |(a, b): (usize, usize)| (a.min(b), a.max(b));
    Some((order(rows), order(columns)))
}

/// What lies between two places: cells between their corners, or headers of one sort between two of
/// them. Nothing between a header and a cell.
pub fn between(map: &Map, from: Spot, to: Spot) -> Picked {
    let run = |order: Vec<Id>, from: Id, to: Id, thing: fn(Id) -> Thing| {
        let at = |id| order.iter().position(|other| *other == id);
        let (Some(from), Some(to)) = (at(from), at(to)) else { return Picked::Nothing };
        let mut run = order[from.min(to)..=from.max(to)].to_vec();
        if to < from {
            run.reverse();
        }
        Picked::Things(run.into_iter().map(thing).collect())
    };
    let steps = || map.columns.iter().filter_map(|column| column.step).collect();
    match (from, to) {
        (Spot::Cell { lane, step, .. }, Spot::Cell { lane: other, step: there, .. }) => {
            Picked::Block { from: (lane, step), to: (other, there) }
        }
        (Spot::Stage(from), Spot::Stage(to)) => run(map.stage_order(), from, to, Thing::Stage),
        (Spot::Step(from), Spot::Step(to)) => run(steps(), from, to, Thing::Step),
        (Spot::Lane(from), Spot::Lane(to)) => run(map.rows.clone(), from, to, Thing::Lane),
        _ => Picked::Nothing,
    }
}

/// Where a run began: its first thing, a corner of the block, or the selected place.
pub fn anchor(map: &Map, picked: &Picked, spot: Spot) -> Spot {
    match (picked, spot) {
        (Picked::Block { from: (lane, step), .. }, Spot::Cell { .. }) => {
            Spot::Cell { lane: *lane, step: *step, card: None }
        }
        (Picked::Things(_), Spot::Stage(_) | Spot::Step(_) | Spot::Lane(_)) => {
            let first = picked.things(map).first().and_then(|first| super::spot::of(map, *first));
            first.unwrap_or(spot)
        }
        _ => spot,
    }
}

/// A key with Shift: the run reaches one cell or header further. Gives what is chosen then, and the
/// selected place.
pub fn extended(map: &Map, picked: &Picked, spot: Spot, way: Way) -> (Picked, Spot) {
    let from = anchor(map, picked, spot);
    let to = match spot {
        Spot::Cell { lane, step, .. } => further(map, lane, step, way),
        _ => Some(super::spot::go(map, spot, way)),
    };
    let to = to.unwrap_or(spot);
    match between(map, from, to) {
        Picked::Nothing => (picked.clone(), spot),
        found => (found, to),
    }
}

/// The cell one further, as a whole.
fn further(map: &Map, lane: Id, step: Id, way: Way) -> Option<Spot> {
    let row = map.rows.iter().position(|row| *row == lane)?;
    let at = map.columns.iter().position(|column| column.step == Some(step))?;
    let (before, after) = (&map.columns[..at], &map.columns[at + 1..]);
    let lane_at = |row: usize| map.rows.get(row).copied();
    let (lane, step) = match way {
        Way::Left => (Some(lane), before.iter().rev().find_map(|column| column.step)),
        Way::Right => (Some(lane), after.iter().find_map(|column| column.step)),
        Way::RowStart => (Some(lane), map.columns.iter().find_map(|column| column.step)),
        Way::RowEnd => (Some(lane), map.columns.iter().rev().find_map(|column| column.step)),
        Way::Up => (row.checked_sub(1).and_then(lane_at), Some(step)),
        Way::Down => (lane_at(row + 1), Some(step)),
        Way::First => (lane_at(0), map.columns.iter().find_map(|column| column.step)),
        Way::Last => {
            (map.rows.last().copied(), map.columns.iter().rev().find_map(|column| column.step))
        }
    };
    Some(Spot::Cell { lane: lane?, step: step?, card: None })
}

/// Everything in the lane of the selected place; everything on the board when the lane is chosen
/// already, or a header is selected.
pub fn all(map: &Map, picked: &Picked, spot: Option<Spot>) -> Picked {
    let mut steps = map.columns.iter().filter_map(|column| column.step);
    let (Some(first), Some(top), Some(end)) = (steps.next(), map.rows.first(), map.rows.last())
    else {
        return Picked::Nothing;
    };
    let last = steps.next_back().unwrap_or(first);
    if let Some(Spot::Cell { lane, .. } | Spot::Lane(lane)) = spot {
        let row = Picked::Block { from: (lane, first), to: (lane, last) };
        if *picked != row {
            return row;
        }
    }
    Picked::Block { from: (*top, first), to: (*end, last) }
}
