//! The cards of a map as lines of a table: which, and in which order.

use super::facet::Facet;
use super::filter::{Filter, placed};
use super::search::fold;
use crate::model::{Id, Map};
use std::cmp::Ordering;

/// A column of the table.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Column {
    /// The text of the card.
    Text,
    /// Its stage.
    Stage,
    /// Its step.
    Step,
    /// Its lane.
    Lane,
    /// What else it bears.
    Facet(Facet),
}

impl Column {
    /// All, left to right.
    pub fn all() -> Vec<Column> {
        let facets = Facet::ALL.into_iter().map(Column::Facet);
        [Column::Text, Column::Stage, Column::Step, Column::Lane]
            .into_iter()
            .chain(facets)
            .collect()
    }

    /// The word in settings.
    pub fn word(self) -> &'static str {
        match self {
            Column::Text => "text",
            Column::Stage => "stage",
            Column::Step => "step",
            Column::Lane => "lane",
            Column::Facet(facet) => facet.word(),
        }
    }
}

/// By which column, and whether backwards.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Sort {
    /// By which column.
    pub column: Column,
    /// From the end.
    pub descending: bool,
}

/// What one card is compared by.
enum Key {
    Place(usize),
    Text(String),
}

/// The cards that pass, in order: of the board, or by a column with what is empty there last. Cards
/// that are equal there stay in the order of the board.
pub fn list(map: &Map, filter: &Filter, sort: Option<Sort>) -> Vec<Id> {
    let mut cards = placed(map);
    if !filter.is_empty() {
        cards.retain(|card| filter.passes(map, *card));
    }
    let Some(Sort { column, descending }) = sort else { return cards };
    let places = Places::of(map);
    let mut keyed: Vec<(Option<Key>, Id)> =
        cards.into_iter().map(|card| (places.key(map, card, column), card)).collect();
    keyed.sort_by(|(a, _), (b, _)| match (a, b) {
        (Some(a), Some(b)) if descending => compare(b, a),
        (Some(a), Some(b)) => compare(a, b),
        (a, b) => a.is_none().cmp(&b.is_none()),
    });
    keyed.into_iter().map(|(_, card)| card).collect()
}

fn compare(a: &Key, b: &Key) -> Ordering {
    match (a, b) {
        (Key::Place(a), Key::Place(b)) => a.cmp(b),
        (Key::Text(a), Key::Text(b)) => a.cmp(b),
        (Key::Place(_), Key::Text(_)) => Ordering::Less,
        (Key::Text(_), Key::Place(_)) => Ordering::Greater,
    }
}

/// Where lanes and columns stand, looked up once for all cards.
struct Places {
    steps: std::collections::HashMap<Id, usize>,
    lanes: std::collections::HashMap<Id, usize>,
}

impl Places {
    fn of(map: &Map) -> Self {
        let steps = map.columns.iter().enumerate();
        Places {
            steps: steps.filter_map(|(at, column)| Some((column.step?, at))).collect(),
            lanes: map.rows.iter().enumerate().map(|(at, lane)| (*lane, at)).collect(),
        }
    }

    fn key(&self, map: &Map, card: Id, column: Column) -> Option<Key> {
        let found = map.cards.get(&card)?;
        match column {
            Column::Text => Some(fold(found.text.trim())).filter(|t| !t.is_empty()).map(Key::Text),
            Column::Stage | Column::Step => self.steps.get(&found.step).copied().map(Key::Place),
            Column::Lane => self.lanes.get(&found.lane).copied().map(Key::Place),
            Column::Facet(facet) => {
                let values = facet.of(map, card);
                (!values.is_empty()).then(|| Key::Text(fold(&values.join(" "))))
            }
        }
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use crate::model::map::{Card, Column as Place};
    use crate::model::{Source, ids::Seeded};

    /// Two lanes, two steps, four cards; in the order of the board.
    pub(crate) fn map() -> (Map, Vec<Id>) {
        let mut source = Seeded::new(5);
        let mut map = Map::default();
        let stage = source.id();
        let steps: Vec<Id> = (0..2).map(|_| source.id()).collect();
        map.rows = (0..2).map(|_| source.id()).collect();
        map.columns = steps.iter().map(|step| Place { stage, step: Some(*step) }).collect();
        let mut cards = Vec::new();
        let texts =
            [("Zebra", None), ("Écran bleu", Some("app")), ("", Some("app")), ("apple", None)];
        for (at, (text, channel)) in texts.into_iter().enumerate() {
            let (id, lane, step) = (source.id(), map.rows[at % 2], steps[at / 2]);
            let card = Card {
                rich: None,
                text: text.into(),
                lane,
                step,
                index: "a".into(),
                star: text == "Zebra",
                channel: channel.map(str::to_owned),
                deleted: None,
            };
            map.cards.insert(id, card);
            map.cells.insert((lane, step), vec![id]);
            cards.push(id);
        }
        (map, cards)
    }

    fn sorted(column: Column, descending: bool) -> Vec<usize> {
        let (map, cards) = map();
        let list = list(&map, &Filter::default(), Some(Sort { column, descending }));
        list.iter().map(|id| cards.iter().position(|card| card == id).unwrap()).collect()
    }

    #[test]
    fn without_a_sort_the_order_is_the_boards() {
        let (map, cards) = map();
        assert_eq!(list(&map, &Filter::default(), None), cards);
    }

    #[test]
    fn texts_sort_without_case_and_accents_and_the_empty_come_last_both_ways() {
        assert_eq!(sorted(Column::Text, false), [3, 1, 0, 2]);
        assert_eq!(sorted(Column::Text, true), [0, 1, 3, 2]);
    }

    #[test]
    fn places_sort_as_the_board_has_them_and_equals_keep_its_order() {
        assert_eq!(sorted(Column::Lane, false), [0, 2, 1, 3]);
        assert_eq!(sorted(Column::Step, true), [2, 3, 0, 1]);
        assert_eq!(sorted(Column::Facet(Facet::Star), false), [0, 1, 2, 3]);
        assert_eq!(sorted(Column::Facet(Facet::Channel), true), [1, 2, 0, 3]);
    }

    #[test]
    fn a_filter_and_a_sort_go_together() {
        let (map, cards) = map();
        let filter = Filter { text: "e".into(), ..Filter::default() };
        let sort = Sort { column: Column::Text, descending: false };
        assert_eq!(list(&map, &filter, Some(sort)), [cards[3], cards[1], cards[0]]);
    }
}
