//! Where the selection is on the board, and where an arrow key takes it.

use super::board::shown;
use crate::model::map::Column;
use crate::model::{Detail, Id, LaneKind, Map, Thing};

/// The selected place.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Spot {
    /// The header of a stage.
    Stage(Id),
    /// The header of a step.
    Step(Id),
    /// The header of a lane.
    Lane(Id),
    /// A cell, or a card in it.
    Cell {
        /// Its lane.
        lane: Id,
        /// Its step.
        step: Id,
        /// The card; `None` for the cell itself.
        card: Option<Id>,
    },
}

/// Which way.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Way {
    /// One to the left.
    Left,
    /// One to the right.
    Right,
    /// One up: card by card, then row by row.
    Up,
    /// One down.
    Down,
    /// First column of the row.
    RowStart,
    /// Last column of the row.
    RowEnd,
    /// First cell of the board.
    First,
    /// Last cell of the board.
    Last,
}

impl Spot {
    /// The thing selected; a cell without a card is none.
    pub fn thing(self) -> Option<Thing> {
        match self {
            Spot::Stage(id) => Some(Thing::Stage(id)),
            Spot::Step(id) => Some(Thing::Step(id)),
            Spot::Lane(id) => Some(Thing::Lane(id)),
            Spot::Cell { card, .. } => card.map(Thing::Card),
        }
    }

    /// The column it is in; a stage counts as its first.
    pub fn column(self, map: &Map) -> Option<usize> {
        match self {
            Spot::Stage(id) => map.columns.iter().position(|c| c.stage == id),
            Spot::Step(id) | Spot::Cell { step: id, .. } => place(map, id),
            Spot::Lane(_) => None,
        }
    }

    /// The same place while it exists, else the nearest that does; `None` on an empty board.
    pub fn settle(self, map: &Map) -> Option<Spot> {
        let there = match self {
            Spot::Stage(id) => map.columns.iter().any(|c| c.stage == id),
            Spot::Step(id) => place(map, id).is_some(),
            Spot::Lane(id) => map.rows.contains(&id),
            Spot::Cell { lane, step, card } => {
                if map.rows.contains(&lane) && place(map, step).is_some() {
                    let cards = shown(map, lane, step);
                    return match card {
                        Some(card) if !cards.contains(&card) => {
                            Some(Spot::Cell { lane, step, card: cards.last().copied() })
                        }
                        _ => Some(self),
                    };
                }
                false
            }
        };
        if there { Some(self) } else { first(map) }
    }
}

/// Where a thing is found on the board; `None` for what has no place there (the title, a persona, what
/// is in the bin or has lost its place).
pub fn of(map: &Map, thing: Thing) -> Option<Spot> {
    let spot = match thing {
        Thing::Map | Thing::Persona(_) | Thing::Version(_) | Thing::View(_) | Thing::Goal(_) => {
            return None;
        }
        Thing::Entry(..) => return of(map, map.referred(thing, Detail::At)?),
        Thing::Stage(id) => Spot::Stage(id),
        Thing::Step(id) => {
            let stage = map.steps.get(&id)?.stage;
            if map.is_plain(stage) { Spot::Stage(stage) } else { Spot::Step(id) }
        }
        Thing::Lane(id) => Spot::Lane(id),
        Thing::Card(id) => {
            let card = map.cards.get(&id).filter(|card| card.deleted.is_none())?;
            Spot::Cell { lane: card.lane, step: card.step, card: Some(id) }
        }
        Thing::Feeling { persona, step } if map.cast.contains(&persona) => {
            let is_curve =
                |row: &&Id| map.lanes.get(*row).is_some_and(|l| l.kind == LaneKind::Emotions);
            Spot::Cell { lane: *map.rows.iter().find(is_curve)?, step, card: None }
        }
        Thing::Note(id) => return of(map, map.notes.get(&id)?.of),
        Thing::Path(id) => return of(map, Thing::Step(map.paths.get(&id)?.from)),
        Thing::Feeling { .. } => return None,
    };
    (spot.settle(map) == Some(spot)).then_some(spot)
}

fn place(map: &Map, step: Id) -> Option<usize> {
    map.columns.iter().position(|column| column.step == Some(step))
}

/// The first cell of the board.
pub fn first(map: &Map) -> Option<Spot> {
    cell(map, *map.rows.first()?, map.columns.first()?, true)
}

/// A cell entered from above or below: its first or last card, or itself when it has none.
fn cell(map: &Map, lane: Id, column: &Column, from_above: bool) -> Option<Spot> {
    let step = column.step?;
    let cards = shown(map, lane, step);
    let card = if from_above { cards.first() } else { cards.last() };
    Some(Spot::Cell { lane, step, card: card.copied() })
}

/// Where `way` leads from `spot`; `spot` itself at the edge.
pub fn go(map: &Map, spot: Spot, way: Way) -> Spot {
    next(map, spot, way).unwrap_or(spot)
}

fn next(map: &Map, spot: Spot, way: Way) -> Option<Spot> {
    match way {
        Way::First => return first(map),
        Way::Last => return cell(map, *map.rows.last()?, map.columns.last()?, false),
        _ => {}
    }
    match spot {
        Spot::Stage(id) => {
            let stages = map.stage_order();
            let at = stages.iter().position(|stage| *stage == id)?;
            let down = || {
                let column = map.columns.iter().find(|c| c.stage == id)?;
                if map.is_plain(id) {
                    cell(map, *map.rows.first()?, column, true)
                } else {
                    column.step.map(Spot::Step)
                }
            };
            match way {
                Way::Left => stages.get(at.checked_sub(1)?).copied().map(Spot::Stage),
                Way::Right => stages.get(at + 1).copied().map(Spot::Stage),
                Way::RowStart => stages.first().copied().map(Spot::Stage),
                Way::RowEnd => stages.last().copied().map(Spot::Stage),
                Way::Down => down(),
                _ => None,
            }
        }
        Spot::Step(id) => {
            let at = place(map, id)?;
            let named = |mut range: Box<dyn Iterator<Item = &Column> + '_>| {
                range.find(|c| !map.is_plain(c.stage)).and_then(|c| c.step).map(Spot::Step)
            };
            match way {
                Way::Left => named(Box::new(map.columns[..at].iter().rev())),
                Way::Right => named(Box::new(map.columns[at + 1..].iter())),
                Way::RowStart => named(Box::new(map.columns.iter())),
                Way::RowEnd => named(Box::new(map.columns.iter().rev())),
                Way::Up => Some(Spot::Stage(map.columns[at].stage)),
                Way::Down => cell(map, *map.rows.first()?, &map.columns[at], true),
                _ => None,
            }
        }
        Spot::Lane(id) => {
            let at = map.rows.iter().position(|row| *row == id)?;
            match way {
                Way::Right | Way::RowEnd => {
                    let column =
                        if way == Way::Right { map.columns.first() } else { map.columns.last() };
                    cell(map, id, column?, true)
                }
                Way::Up => map.rows.get(at.checked_sub(1)?).copied().map(Spot::Lane),
                Way::Down => map.rows.get(at + 1).copied().map(Spot::Lane),
                _ => None,
            }
        }
        Spot::Cell { lane, step, card } => from_cell(map, lane, step, card, way),
    }
}

fn from_cell(map: &Map, lane: Id, step: Id, card: Option<Id>, way: Way) -> Option<Spot> {
    let at = place(map, step)?;
    let row = map.rows.iter().position(|row| *row == lane)?;
    let cards = shown(map, lane, step);
    let position = card.and_then(|card| cards.iter().position(|other| *other == card));
    let beside = |column: &Column| {
        let step = column.step?;
        let there = shown(map, lane, step);
        let card = there.get(position.unwrap_or(0)).or(there.last()).copied();
        Some(Spot::Cell { lane, step, card })
    };
    match way {
        Way::Left => match map.columns[..at].iter().rev().find(|c| c.step.is_some()) {
            Some(column) => beside(column),
            None => Some(Spot::Lane(lane)),
        },
        Way::Right => beside(map.columns[at + 1..].iter().find(|c| c.step.is_some())?),
        Way::RowStart => beside(map.columns.iter().find(|c| c.step.is_some())?),
        Way::RowEnd => beside(map.columns.iter().rev().find(|c| c.step.is_some())?),
        Way::Up => {
            if let Some(above) = position.and_then(|p| p.checked_sub(1)) {
                return Some(Spot::Cell { lane, step, card: cards.get(above).copied() });
            }
            // The cell itself lies below its cards.
            if let (None, Some(last)) = (position, cards.last()) {
                return Some(Spot::Cell { lane, step, card: Some(*last) });
            }
            match row.checked_sub(1) {
                Some(above) => cell(map, map.rows[above], &map.columns[at], false),
                None if map.is_plain(map.columns[at].stage) => {
                    Some(Spot::Stage(map.columns[at].stage))
                }
                None => Some(Spot::Step(step)),
            }
        }
        Way::Down => {
            if let Some(below) = position.and_then(|p| cards.get(p + 1)) {
                return Some(Spot::Cell { lane, step, card: Some(*below) });
            }
            cell(map, *map.rows.get(row + 1)?, &map.columns[at], true)
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Source, ids::Seeded, map::Stage, map::Step};

    /// Two plain stages, two lanes, two cards in the first cell.
    fn board() -> (Map, Vec<Id>, Vec<Id>) {
        let mut source = Seeded::new(3);
        let mut map = Map::default();
        for _ in 0..2 {
            let (stage, step) = (source.id(), source.id());
            map.columns.push(Column { stage, step: Some(step) });
            let named = Stage { name: "S".into(), index: "a".into(), deleted: None };
            map.stages.insert(stage, named);
            let unnamed = Step { name: String::new(), stage, index: "a".into(), deleted: None };
            map.steps.insert(step, unnamed);
            map.rows.push(source.id());
        }
        let cards: Vec<Id> = (0..2).map(|_| source.id()).collect();
        let steps: Vec<Id> = map.columns.iter().filter_map(|c| c.step).collect();
        map.cells.insert((map.rows[0], steps[0]), cards.clone());
        (map, steps, cards)
    }

    #[test]
    fn down_walks_the_cards_of_a_cell_then_the_rows() {
        let (map, steps, cards) = board();
        let mut spot = first(&map).unwrap();
        assert_eq!(spot.thing(), Some(Thing::Card(cards[0])));
        spot = go(&map, spot, Way::Down);
        assert_eq!(spot.thing(), Some(Thing::Card(cards[1])));
        spot = go(&map, spot, Way::Down);
        assert_eq!(spot, Spot::Cell { lane: map.rows[1], step: steps[0], card: None });
        assert_eq!(go(&map, spot, Way::Down), spot, "the last row is the edge");
        assert_eq!(go(&map, spot, Way::Up).thing(), Some(Thing::Card(cards[1])));
    }

    #[test]
    fn up_from_the_first_row_reaches_the_stage_and_left_the_lane() {
        let (map, _, _) = board();
        let start = first(&map).unwrap();
        assert_eq!(go(&map, start, Way::Up), Spot::Stage(map.columns[0].stage));
        assert_eq!(go(&map, start, Way::Left), Spot::Lane(map.rows[0]));
        assert_eq!(go(&map, Spot::Lane(map.rows[0]), Way::Right), start);
    }

    #[test]
    fn a_vanished_card_leaves_the_selection_in_its_cell() {
        let (mut map, steps, cards) = board();
        let lane = map.rows[0];
        let spot = Spot::Cell { lane, step: steps[0], card: Some(cards[1]) };
        map.cells.get_mut(&(lane, steps[0])).unwrap().pop();
        assert_eq!(
            spot.settle(&map),
            Some(Spot::Cell { lane, step: steps[0], card: Some(cards[0]) })
        );
    }
}
