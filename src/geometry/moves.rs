//! Moving several cards or headers at once: each keeps its place among the others.

use super::picked::draws_curve;
use super::spot::Way;
use crate::model::edit::Edit;
use crate::model::{Id, Map, Thing};
use std::collections::{HashMap, HashSet};

/// The lanes that hold cards, and the steps: what cards move about in.
struct Ground {
    lanes: Vec<Id>,
    steps: Vec<Id>,
}

impl Ground {
    fn of(map: &Map) -> Self {
        let lanes = map.rows.iter().copied().filter(|lane| !draws_curve(map, *lane)).collect();
        let steps = map.columns.iter().filter_map(|column| column.step).collect();
        Ground { lanes, steps }
    }

    fn place(&self, lane: Id, step: Id) -> Option<(i64, i64)> {
        let row = self.lanes.iter().position(|other| *other == lane)?;
        let column = self.steps.iter().position(|other| *other == step)?;
        Some((row as i64, column as i64))
    }

    fn cell(&self, row: i64, column: i64) -> Option<(Id, Id)> {
        let at = |list: &[Id], at: i64| list.get(usize::try_from(at).ok()?).copied();
        Some((at(&self.lanes, row)?, at(&self.steps, column)?))
    }
}

/// The edit that moves cards one lane or one step on; `None` where one of them would leave the board.
/// Those of a cell stay in their order, at the end of the next.
pub fn shifted(map: &Map, cards: &[Id], way: Way) -> Option<Edit> {
    let by = match way {
        Way::Left => (0, -1),
        Way::Right => (0, 1),
        Way::Up => (-1, 0),
        Way::Down => (1, 0),
        _ => return None,
    };
    let ground = Ground::of(map);
    let moves = cards.iter().map(|id| {
        let card = map.cards.get(id)?;
        let (row, column) = ground.place(card.lane, card.step)?;
        let (lane, step) = ground.cell(row + by.0, column + by.1)?;
        Some(Edit::MoveCard { card: *id, lane, step, at: usize::MAX })
    });
    let moves: Vec<Edit> = moves.collect::<Option<_>>()?;
    (!moves.is_empty()).then(|| together(moves))
}

/// Moves one thing to a position among its siblings.
type Shift = dyn Fn(Id, usize) -> Edit;

/// The edit that moves headers of one sort one place on among their siblings, each keeping its distance
/// from the others; `None` where one of them stands at the edge, or steps are of different stages.
pub fn shifted_heads(map: &Map, things: &[Thing], way: Way) -> Option<Edit> {
    let on = matches!(way, Way::Right | Way::Down);
    let across = matches!(way, Way::Left | Way::Right);
    let (order, shift): (Vec<Id>, Box<Shift>) = match *things.first()? {
        Thing::Lane(_) if !across => {
            (map.rows.clone(), Box::new(|lane, at| Edit::MoveLane { lane, at }))
        }
        Thing::Stage(_) if across => {
            (map.stage_order(), Box::new(|stage, at| Edit::MoveStage { stage, at }))
        }
        Thing::Step(step) if across => {
            let stage = map.steps.get(&step)?.stage;
            (map.steps_of(stage), Box::new(move |step, at| Edit::MoveStep { step, stage, at }))
        }
        _ => return None,
    };
    let place = |thing: &Thing| {
        let (Thing::Lane(id) | Thing::Stage(id) | Thing::Step(id)) = *thing else { return None };
        let at = order.iter().position(|other| *other == id)?;
        let to = if on { Some(at + 1).filter(|to| *to < order.len()) } else { at.checked_sub(1) };
        Some((at, id, to?))
    };
    let mut places = things.iter().map(place).collect::<Option<Vec<_>>>()?;
    // The foremost goes first, so that it makes room for the next.
    places.sort_unstable();
    if on {
        places.reverse();
    }
    Some(together(places.into_iter().map(|(_, id, to)| shift(id, to)).collect()))
}

/// The edit that drops cards by one of them, `held`, at a position (among the cards that stay) of a
/// cell. Those that stood with it go with it, above and below it as before; the others keep their
/// distance from it, as far as the board reaches.
pub fn dropped(
    map: &Map,
    cards: &[Id],
    held: Id,
    (lane, step): (Id, Id),
    at: usize,
) -> Option<Edit> {
    let ground = Ground::of(map);
    let chosen: HashSet<Id> = cards.iter().copied().collect();
    let home = map.cards.get(&held).map(|card| (card.lane, card.step))?;
    let (from, to) = (ground.place(home.0, home.1)?, ground.place(lane, step)?);
    let (rows, columns) = (ground.lanes.len() as i64, ground.steps.len() as i64);
    let mut next: HashMap<(Id, Id), usize> = HashMap::from([((lane, step), at)]);
    let moves = cards.iter().filter_map(|id| {
        let card = map.cards.get(id)?;
        let own = ground.place(card.lane, card.step)?;
        let row = (own.0 + to.0 - from.0).clamp(0, rows - 1);
        let column = (own.1 + to.1 - from.1).clamp(0, columns - 1);
        let cell = ground.cell(row, column)?;
        let stays = |cell: (Id, Id)| {
            map.cell(cell.0, cell.1).iter().filter(|other| !chosen.contains(other)).count()
        };
        let at = next.entry(cell).or_insert_with(|| stays(cell));
        let here = *at;
        *at += 1;
        Some((cell, Edit::MoveCard { card: *id, lane: cell.0, step: cell.1, at: here }))
    });
    let moves: Vec<((Id, Id), Edit)> = moves.collect();
    // The chosen ones still standing in a cell count among those that stay until they are moved: the
    // positions hold once they all went to its end first.
    let entered: HashSet<(Id, Id)> = moves.iter().map(|(cell, _)| *cell).collect();
    let leaving: Vec<Edit> = cards
        .iter()
        .filter_map(|id| {
            let card = map.cards.get(id)?;
            let (lane, step) = (card.lane, card.step);
            (entered.contains(&(lane, step)) && cards.len() > 1).then_some(Edit::MoveCard {
                card: *id,
                lane,
                step,
                at: usize::MAX,
            })
        })
        .collect();
    let moves: Vec<Edit> =
        leaving.into_iter().chain(moves.into_iter().map(|(_, edit)| edit)).collect();
    (!moves.is_empty()).then(|| together(moves))
}

/// One edit as it is, several as one gesture.
pub fn together(mut edits: Vec<Edit>) -> Edit {
    match edits.len() {
        1 => edits.remove(0),
        _ => Edit::Several(edits),
    }
}
