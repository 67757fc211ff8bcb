//! A long history for a bench map: words typed, cards moved, stars set, in turn.

use super::maps::BenchMap;
use parcours::model::edit::{Edit, Splice, TextOf};
use parcours::model::ids::Seeded;
use parcours::model::{Id, Thing};

/// Makes so many changes to a map.
///
/// # Errors
/// When the model refuses one.
pub fn edit(map: &mut BenchMap, changes: usize) -> Result<(), String> {
    let BenchMap { session, cards } = map;
    let (lanes, columns) = (session.map().rows.clone(), session.map().columns.clone());
    let steps: Vec<Id> = columns.iter().filter_map(|column| column.step).collect();
    let mut source = Seeded::new(9);
    for at in 0..changes {
        let edit = one(at, cards, &lanes, &steps);
        session.apply(edit, 0, &mut source).map_err(|_| format!("edit {at} was refused"))?;
    }
    Ok(())
}

fn one(at: usize, cards: &[Id], lanes: &[Id], steps: &[Id]) -> Edit {
    let card = cards[at * 7 % cards.len()];
    match at % 8 {
        0 => {
            let (lane, step) = (lanes[at % lanes.len()], steps[at % steps.len()]);
            Edit::MoveCard { card, lane, step, at: 1 }
        }
        1 => Edit::SetStar { card, star: at % 16 == 1 },
        _ => {
            let splice =
                Splice { at: 0, delete: usize::from(at.is_multiple_of(3)), insert: "a ".into() };
            Edit::EditText { of: TextOf::Of(Thing::Card(card)), splices: vec![splice] }
        }
    }
}
