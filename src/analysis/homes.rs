//! Where a deleted thing stood, as far as that is in the bin too.

use crate::model::{Map, Thing};

/// The stage, step and lane a thing stands in that are in the bin, outermost first.
pub fn homes_in_bin(map: &Map, thing: Thing) -> Vec<Thing> {
    let mut homes = Vec::new();
    let of_step = |id, homes: &mut Vec<Thing>| {
        homes.extend(map.steps.get(&id).map(|step| Thing::Stage(step.stage)));
    };
    match thing {
        Thing::Card(id) => {
            if let Some(card) = map.cards.get(&id) {
                of_step(card.step, &mut homes);
                homes.extend([Thing::Step(card.step), Thing::Lane(card.lane)]);
            }
        }
        Thing::Step(id) => of_step(id, &mut homes),
        Thing::Path(id) => {
            if let Some(path) = map.paths.get(&id) {
                for step in [path.from, path.to] {
                    of_step(step, &mut homes);
                    homes.push(Thing::Step(step));
                }
                homes.dedup();
            }
        }
        Thing::Note(id) => {
            if let Some(note) = map.notes.get(&id) {
                homes = homes_in_bin(map, note.of);
                homes.push(note.of);
            }
        }
        _ => {}
    }
    homes.retain(|home| map.deleted_at(*home).is_some());
    homes
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::map::{Card, Deleted, Lane, Step};
    use crate::model::{Id, LaneKind};

    #[test]
    fn a_card_names_what_of_its_place_is_gone() {
        let id = |n| Id::from_random([n; 16]);
        let gone = Some(Deleted { at: 1, purged: false });
        let (text, index) = (String::new(), String::new());
        let lane = Lane {
            kind: LaneKind::Text,
            name: text.clone(),
            index: index.clone(),
            deleted: gone.clone(),
        };
        let step = Step { name: text.clone(), stage: id(9), index: index.clone(), deleted: None };
        let card = Card {
            rich: None,
            text,
            lane: id(1),
            step: id(2),
            index,
            star: false,
            channel: None,
            deleted: gone,
        };
        let mut map = Map::default();
        map.lanes.insert(id(1), lane);
        map.steps.insert(id(2), step);
        map.cards.insert(id(3), card);
        assert_eq!(homes_in_bin(&map, Thing::Card(id(3))), [Thing::Lane(id(1))]);
        assert_eq!(homes_in_bin(&map, Thing::Step(id(2))), []);
    }
}
