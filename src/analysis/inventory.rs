//! The inventory of touchpoints seen from the board: which cards stand for them, where, and what is felt there.

use super::summary::asked;
use crate::model::map::{CHANNELS, Column};
use crate::model::{Detail, Id, List, Map, Thing};
use std::collections::HashMap;

/// A card on the board that stands for a touchpoint.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Use {
    /// The touchpoint.
    pub touchpoint: Id,
    /// The card.
    pub card: Id,
    /// Its column.
    pub step: Id,
    /// The stage above it.
    pub stage: Id,
}

/// The uses of all touchpoints of the list, in the order of the board; in proportion to the details there are.
pub fn uses(map: &Map) -> Vec<Use> {
    let place = |(at, column): (usize, &Column)| Some((column.step?, (at, column.stage)));
    let columns: HashMap<Id, (usize, Id)> =
        map.columns.iter().enumerate().filter_map(place).collect();
    let rows: HashMap<Id, usize> = map.rows.iter().enumerate().map(|(at, id)| (*id, at)).collect();
    let mut found = Vec::new();
    for thing in map.details.keys() {
        let Thing::Card(id) = thing else { continue };
        let Some(Thing::Entry(List::Touchpoints, touchpoint)) =
            map.referred(*thing, Detail::Touchpoint)
        else {
            continue;
        };
        let Some(card) = map.cards.get(id).filter(|card| card.deleted.is_none()) else { continue };
        if !map.list(List::Touchpoints).contains(&touchpoint) {
            continue;
        }
        if let (Some((at, stage)), Some(row)) = (columns.get(&card.step), rows.get(&card.lane)) {
            let one = Use { touchpoint, card: *id, step: card.step, stage: *stage };
            found.push(((*at, *row, card.index.as_str(), *id), one));
        }
    }
    found.sort_unstable_by(|one, other| one.0.cmp(&other.0));
    found.into_iter().map(|(_, one)| one).collect()
}

/// What stands on a card: its own text, else the name of the touchpoint it stands for.
pub fn wording(map: &Map, card: Id) -> &str {
    let own = map.cards.get(&card).map_or("", |card| card.text.as_str());
    if !own.trim().is_empty() {
        return own;
    }
    map.referred(Thing::Card(card), Detail::Touchpoint).map_or(own, |of| map.called(of))
}

/// What is felt at a card.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Felt {
    /// Half-steps, all added up.
    pub sum: i64,
    /// How many feelings that is, at least one.
    pub count: i64,
    /// Whether the feeling is the card's own; otherwise it is its column's.
    pub own: bool,
}

impl Felt {
    /// The mean in tenths of the shown scale (−20…+20): half-steps × 5, rounded half away from zero.
    pub fn tenths(self) -> i64 {
        let doubled = self.sum * 10;
        (doubled + doubled.signum() * self.count) / (2 * self.count)
    }
}

/// The feeling a card has of its own, half-steps −4…+4.
pub fn own_feeling(map: &Map, card: Id) -> Option<i8> {
    let level = map.whole(Thing::Card(card), Detail::Feeling)?;
    i8::try_from(level.clamp(-4, 4)).ok()
}

/// What is felt at a card: its own feeling where it has one, else what is felt in its column by its persona, or
/// by those the map is read by (targets where there are some, else all). `None` where nobody feels anything.
pub fn felt(map: &Map, card: Id) -> Option<Felt> {
    let thing = Thing::Card(card);
    if let Some(own) = own_feeling(map, card) {
        return Some(Felt { sum: own.into(), count: 1, own: true });
    }
    let step = map.cards.get(&card)?.step;
    let whose = match map.referred(thing, Detail::Persona) {
        Some(Thing::Persona(id)) if map.cast.contains(&id) => vec![id],
        _ => asked(map),
    };
    let levels = whose.into_iter().filter_map(|persona| map.level(persona, step));
    let (sum, count) = levels.fold((0, 0), |(sum, count), l| (sum + i64::from(l), count + 1));
    (count > 0).then_some(Felt { sum, count, own: false })
}

/// The channel of a touchpoint; empty when it has none.
pub fn channel(map: &Map, touchpoint: Id) -> &str {
    map.word(Thing::Entry(List::Touchpoints, touchpoint), Detail::Channel).trim()
}

/// A row of the matrix: a channel, and its touchpoints, first those on no stage, then by stage.
pub type Row = (String, Vec<Vec<Id>>);

/// Channel × stage: known channels in their order, then others, then touchpoints without one. A touchpoint that
/// stands on several stages is in several cells.
pub fn matrix(map: &Map) -> Vec<Row> {
    let (stages, uses) = (map.stage_order(), uses(map));
    let mut rows: Vec<Row> = Vec::new();
    for id in map.list(List::Touchpoints) {
        let word = channel(map, *id);
        let at = rows.iter().position(|(known, _)| known.eq_ignore_ascii_case(word));
        let at = at.unwrap_or_else(|| {
            rows.push((word.to_owned(), vec![Vec::new(); stages.len() + 1]));
            rows.len() - 1
        });
        let mut placed = false;
        for (place, stage) in stages.iter().enumerate() {
            if uses.iter().any(|one| one.touchpoint == *id && one.stage == *stage) {
                rows[at].1[place + 1].push(*id);
                placed = true;
            }
        }
        if !placed {
            rows[at].1[0].push(*id);
        }
    }
    let known = |word: &str| CHANNELS.iter().position(|channel| *channel == word);
    rows.sort_by_cached_key(|(word, _)| {
        (word.is_empty(), known(word).unwrap_or(CHANNELS.len()), word.to_lowercase())
    });
    rows
}

#[cfg(test)]
mod tests {
    use super::super::contact::tests::Small;
    use super::*;
    use crate::model::map::Value;

    #[test]
    fn uses_are_what_stands_on_the_board_in_its_order() {
        let mut small = Small::new();
        let (site, shop) =
            (small.touchpoint("Site", "web", ""), small.touchpoint("Shop", "shop", ""));
        let (late, early) = (small.card(1, site), small.card(0, site));
        let binned = small.card(0, shop);
        small.bin(binned);
        let found = uses(&small.map);
        assert_eq!(found.iter().map(|one| one.card).collect::<Vec<_>>(), [early, late]);
        assert_eq!(found[1].stage, small.stages[1]);
        assert_eq!(wording(&small.map, early), "Site");
        small.map.cards.get_mut(&early).unwrap().text = "at night".into();
        assert_eq!(wording(&small.map, early), "at night");
        // A card whose touchpoint is in the bin stands for none.
        small.map.lists[List::Touchpoints as usize].retain(|id| *id != site);
        assert_eq!(uses(&small.map), []);
    }

    #[test]
    fn a_card_has_its_own_feeling_or_that_of_its_column() {
        let mut small = Small::new();
        let site = small.touchpoint("Site", "web", "");
        let card = small.card(0, site);
        assert_eq!(felt(&small.map, card), None);
        small.level(0, 0, 3);
        small.level(1, 0, -2);
        // (3 − 2) ÷ 2 = 0.5 half-steps = 0.25 on the scale, 2.5 tenths, rounded 3.
        let column = felt(&small.map, card).unwrap();
        assert_eq!((column.sum, column.count, column.own, column.tenths()), (1, 2, false, 3));
        let persona = small.map.cast[1].to_string();
        small.word(Thing::Card(card), Detail::Persona, &persona);
        assert_eq!(felt(&small.map, card), Some(Felt { sum: -2, count: 1, own: false }));
        small.set(Thing::Card(card), Detail::Feeling, Value::Int(9));
        assert_eq!(felt(&small.map, card), Some(Felt { sum: 4, count: 1, own: true }));
        assert_eq!(Felt { sum: -1, count: 2, own: false }.tenths(), -3);
    }

    #[test]
    fn the_matrix_stands_before_there_is_a_stage_and_knows_where_things_are() {
        let mut small = Small::new();
        let (forum, site, none) = (
            small.touchpoint("Forum", "Forum", ""),
            small.touchpoint("Site", "web", ""),
            small.touchpoint("Word of mouth", "", ""),
        );
        small.card(0, site);
        small.card(1, site);
        small.card(1, site);
        let rows = matrix(&small.map);
        let words: Vec<&str> = rows.iter().map(|(word, _)| word.as_str()).collect();
        assert_eq!(words, ["web", "Forum", ""]);
        assert_eq!(rows[0].1, [vec![], vec![site], vec![site]]);
        assert_eq!(rows[1].1, [vec![forum], vec![], vec![]]);
        small.map.columns.clear();
        assert_eq!(matrix(&small.map)[2], (String::new(), vec![vec![none]]));
    }
}
