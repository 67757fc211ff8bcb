//! What a large map shows first: the cells at its upper left corner, as much as a large screen takes.

use super::board::{CURVE, LOWEST, Laid, TAIL};
use super::columns::Columns;
use crate::model::{Id, LaneKind, Map, Thing};
use std::collections::HashSet;

/// Of a map with fewer cards all is shown as soon as a part of it would be.
const MANY: usize = 400;
/// A large screen, px. What a larger one shows beside this comes with the rest.
const SCREEN: (f64, f64) = (2560.0, 1440.0);

/// The map with those cards only that are in sight when its board opens, laid out like this; `None` if it has too few
/// for that to be sooner there. Cells are in it whole or not at all; what is not in a cell is.
pub fn front(map: &Map, laid: &Laid) -> Option<Map> {
    if map.cards.len() < MANY {
        return None;
    }
    let cells = in_sight(map, laid);
    let cells = map.cells.iter().filter(|(cell, _)| cells.contains(cell));
    let cells: Vec<_> = cells.map(|(cell, cards)| (*cell, cards.clone())).collect();
    let known = cells.iter().flat_map(|(_, cards)| cards);
    let known: HashSet<Id> = known.copied().collect();
    let is_known = |thing: &Thing| !matches!(thing, Thing::Card(card) if !known.contains(card));
    let of = |thing: &Thing| is_known(thing).then_some(*thing);
    let noted: Vec<_> = map.noted.iter().filter(|(thing, _)| is_known(thing)).collect();
    let notes: HashSet<Id> = noted.iter().flat_map(|(_, notes)| *notes).copied().collect();
    Some(Map {
        id: map.id.clone(),
        kind: map.kind,
        read_only: map.read_only,
        title: map.title.clone(),
        stages: map.stages.clone(),
        steps: map.steps.clone(),
        lanes: map.lanes.clone(),
        cards: known.iter().filter_map(|id| Some((*id, map.cards.get(id)?.clone()))).collect(),
        personas: map.personas.clone(),
        feelings: map.feelings.clone(),
        columns: map.columns.clone(),
        rows: map.rows.clone(),
        cast: map.cast.clone(),
        cells: cells.into_iter().collect(),
        choices: map.choices.clone(),
        versions: map.versions.clone(),
        views: map.views.clone(),
        details: map.details.iter().filter_map(|(on, all)| Some((of(on)?, all.clone()))).collect(),
        tags: known.iter().filter_map(|id| Some((*id, map.tags.get(id)?.clone()))).collect(),
        notes: notes.iter().filter_map(|id| Some((*id, map.notes.get(id)?.clone()))).collect(),
        paths: map.paths.clone(),
        noted: noted.into_iter().map(|(thing, notes)| (*thing, notes.clone())).collect(),
        entries: map.entries.clone(),
        lists: map.lists.clone(),
        ties: map.ties.clone(),
    })
}

/// The cells a large screen shows, and those in its columns that stars are taken from.
fn in_sight(map: &Map, laid: &Laid) -> HashSet<(Id, Id)> {
    let (_, end) = Columns::new(map, laid.frame.column).between(0.0, SCREEN.0);
    let steps: Vec<Id> = map.columns[..end].iter().filter_map(|column| column.step).collect();
    let wide = map.columns.iter().filter(|column| column.step.is_some()).count();
    let is_starred = |card: &Id| map.cards.get(card).is_some_and(|card| card.star);
    let mut found = HashSet::new();
    let mut top = 0.0;
    for (row, lane) in map.rows.iter().enumerate() {
        let kind = map.lanes.get(lane).map(|lane| lane.kind);
        let in_row: Vec<(Id, Id)> = match kind {
            // Its chart compares them all.
            Some(LaneKind::Metrics) => all_of(map, *lane).collect(),
            _ => steps.iter().map(|step| (*lane, *step)).collect(),
        };
        let stars = |cell: &(Id, Id)| map.cell(cell.0, cell.1).iter().any(is_starred);
        found.extend(in_row.into_iter().filter(|cell| top <= SCREEN.1 || stars(cell)));
        // No row is lower than this: none that is in sight is taken for one below it.
        let heights = laid.cells.iter().skip(row * wide).take(wide);
        let highest = heights.fold(0.0_f32, |highest, height| highest.max(*height));
        top += match kind {
            Some(LaneKind::Emotions) => CURVE,
            _ => (f64::from(highest) + TAIL).max(LOWEST),
        };
    }
    found
}

fn all_of(map: &Map, lane: Id) -> impl Iterator<Item = (Id, Id)> {
    map.columns.iter().filter_map(|column| column.step).map(move |step| (lane, step))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geometry::board::Layout;
    use crate::geometry::heights::Heights;
    use crate::geometry::window::Frame;
    use crate::geometry::wrap::Table;
    use crate::model::map::{Card, Column, Lane, Value};
    use crate::model::{Detail, Source, ids::Seeded};

    const FRAME: Frame = Frame { column: 200.0, header: 176.0 };

    /// A map of 40 lanes, 40 columns and a card in each cell, with its lanes and steps.
    fn wide() -> (Map, Vec<Id>, Vec<Id>) {
        let mut source = Seeded::new(3);
        let mut map = Map::default();
        for _ in 0..40 {
            let (stage, step) = (source.id(), source.id());
            map.columns.push(Column { stage, step: Some(step) });
        }
        for _ in 0..40 {
            let lane = source.id();
            let kind = LaneKind::Actions;
            let row = Lane { kind, name: "Actions".into(), index: "a".into(), deleted: None };
            map.lanes.insert(lane, row);
            map.rows.push(lane);
            for step in map.columns.iter().filter_map(|column| column.step) {
                let card = Card {
                    text: "Compares prices".into(),
                    rich: None,
                    lane,
                    step,
                    index: "a".into(),
                    star: false,
                    channel: None,
                    deleted: None,
                };
                let id = source.id();
                map.cards.insert(id, card);
                map.cells.insert((lane, step), vec![id]);
                let owner = vec![(Detail::Owner, Value::Text("Ana".into()))];
                map.details.insert(Thing::Card(id), owner);
            }
        }
        let steps = map.columns.iter().filter_map(|column| column.step).collect();
        (map.clone(), map.rows, steps)
    }

    fn laid(map: &Map) -> Laid {
        let mut heights = Heights::new(Table::average(13.0));
        let layout = Layout::new(map, FRAME, &mut heights, None);
        layout.laid(map, &heights)
    }

    #[test]
    fn what_a_large_screen_shows_of_a_large_map_is_there_whole_and_the_rest_is_not() {
        let (map, lanes, steps) = wide();
        let front = front(&map, &laid(&map)).expect("a large map");
        for place in [(0, 0), (0, 12), (15, 0)] {
            let cell = (lanes[place.0], steps[place.1]);
            assert_eq!(front.cell(cell.0, cell.1), map.cell(cell.0, cell.1), "{place:?}");
        }
        assert!(front.cell(lanes[0], steps[13]).is_empty(), "beyond 2560 px");
        assert!(front.cell(lanes[39], steps[0]).is_empty(), "below 1440 px");
        let known: HashSet<Id> = front.cells.values().flatten().copied().collect();
        assert_eq!(known, front.cards.keys().copied().collect(), "no card without its place");
        assert_eq!(known.len(), front.details.len(), "nor what is said of others");
        assert_eq!((&front.rows, &front.columns), (&map.rows, &map.columns));
    }

    #[test]
    fn a_board_of_it_stands_as_the_board_of_all() {
        let (map, ..) = wide();
        let laid = laid(&map);
        let front = front(&map, &laid).expect("a large map");
        let rows = |map: &Map| {
            let mut heights = Heights::new(Table::average(13.0));
            Layout::new(map, FRAME, &mut heights, Some(&laid)).rows().to_vec()
        };
        assert_eq!(rows(&front), rows(&map));
    }

    #[test]
    fn stars_and_charts_reach_beyond_what_is_in_sight() {
        let (mut map, lanes, steps) = wide();
        let star = map.cell(lanes[39], steps[2])[0];
        map.cards.get_mut(&star).expect("a card").star = true;
        map.lanes.get_mut(&lanes[1]).expect("a lane").kind = LaneKind::Metrics;
        let front = front(&map, &laid(&map)).expect("a large map");
        assert_eq!(front.starred(steps[2], lanes[0]), [star]);
        assert_eq!(front.cell(lanes[1], steps[39]), map.cell(lanes[1], steps[39]));
    }

    #[test]
    fn a_small_map_has_none() {
        let (mut map, lanes, _) = wide();
        let few: HashSet<Id> = map
            .cards
            .iter()
            .filter(|(_, c)| lanes[..9].contains(&c.lane))
            .map(|(id, _)| *id)
            .collect();
        map.cards.retain(|id, _| few.contains(id));
        assert_eq!(map.cards.len(), 360);
        assert_eq!(front(&map, &laid(&map)), None);
    }
}
