//! Random edits of a map, for the property tests.

use super::story::{Board, typed};
use parcours::model::edit::{Edit, Splice, TextOf};
use parcours::model::{Id, LaneKind, Source, Thing};

/// How many seeds a property runs by default is its own affair; `PARCOURS_SEEDS` sets another number.
pub fn seeds(usual: u64) -> std::ops::Range<u64> {
    let raised = std::env::var("PARCOURS_SEEDS").ok().and_then(|n| n.parse().ok());
    0..raised.unwrap_or(usual)
}

fn pick<T: Copy + Ord>(board: &mut Board, mut from: Vec<T>) -> Option<T> {
    from.sort_unstable();
    (!from.is_empty()).then(|| from[board.source.below(from.len())])
}

/// One random edit that fits the map as it stands; `None` when the die shows one that does not.
pub fn edit(board: &mut Board) -> Option<Edit> {
    let map = board.session.map().clone();
    let stages: Vec<Id> = map.stages.keys().copied().collect();
    let steps: Vec<Id> = map.columns.iter().filter_map(|column| column.step).collect();
    let cards: Vec<Id> = map.cards.keys().copied().collect();
    let (lanes, cast) = (map.rows.clone(), map.cast.clone());
    let things = || {
        let mut all: Vec<Thing> = cards.iter().copied().map(Thing::Card).collect();
        all.extend(stages.iter().copied().map(Thing::Stage));
        all.extend(map.steps.keys().copied().map(Thing::Step));
        all.extend(map.lanes.keys().copied().map(Thing::Lane));
        all.extend(map.personas.keys().copied().map(Thing::Persona));
        all
    };
    let at = board.source.below(4);
    let name = format!("n{}", board.source.below(50));
    let fresh = board.source.id();
    Some(match board.source.below(28) {
        0 => Edit::AddStage { stage: fresh, step: board.source.id(), name, at },
        1 => Edit::AddStep { step: fresh, stage: pick(board, map.stage_order())?, name, at },
        2 => {
            let kind = [LaneKind::Pains, LaneKind::Moments][at % 2];
            Edit::AddLane { lane: fresh, kind, name, at }
        }
        3 => Edit::AddPersona { persona: fresh, name, at },
        4..=7 => Edit::AddCard {
            card: fresh,
            lane: pick(board, lanes)?,
            step: pick(board, steps)?,
            at,
            text: name,
            star: at == 0,
            channel: (at == 1).then(|| "web".into()),
        },
        8 => Edit::MoveStage { stage: pick(board, stages)?, at },
        9 => {
            Edit::MoveStep { step: pick(board, steps)?, stage: pick(board, map.stage_order())?, at }
        }
        10 => Edit::MoveLane { lane: pick(board, lanes)?, at },
        11 => Edit::MovePersona { persona: pick(board, cast)?, at },
        12..=14 => Edit::MoveCard {
            card: pick(board, cards)?,
            lane: pick(board, lanes)?,
            step: pick(board, steps)?,
            at,
        },
        15 => Edit::Delete(pick(board, things())?),
        16 => Edit::Restore(pick(board, things())?),
        17 => Edit::SetStar { card: pick(board, cards)?, star: at > 1 },
        18 => Edit::SetChannel { card: pick(board, cards)?, channel: (at > 1).then_some(name) },
        19 => Edit::SetLevel {
            persona: pick(board, cast)?,
            step: pick(board, steps)?,
            level: (at > 0).then_some(at as i8 - 2),
        },
        20 => Edit::SetFeelingName { persona: pick(board, cast)?, step: pick(board, steps)?, name },
        21 => Edit::SetText { of: TextOf::Of(pick(board, things())?), text: name },
        22 => Edit::EditText { of: TextOf::Title, splices: typed(0, &name) },
        23 => {
            let choices: Vec<Thing> = map.choices.keys().copied().collect();
            let thing = pick(board, choices)?;
            let choice = &map.choices[&thing][0];
            let value = choice.options[at % choice.options.len()].value.clone();
            Edit::Choose { thing, field: choice.field, value, why: String::new() }
        }
        24 => {
            let shown = |map: &parcours::model::Map| {
                let cards = map.cards.iter().filter(|(_, card)| card.deleted.is_none());
                cards.map(|(id, _)| Thing::Card(*id)).collect::<Vec<_>>()
            };
            let personas = || cast.iter().copied().map(Thing::Persona).collect::<Vec<_>>();
            let all = if at == 0 { personas() } else { shown(&map) };
            let keep = pick(board, all.clone())?;
            let other = pick(board, all.into_iter().filter(|other| *other != keep).collect())?;
            Edit::Join { keep, others: vec![other] }
        }
        _ => {
            let card = pick(board, cards)?;
            let units = map.cards[&card].text.encode_utf16().count();
            let at = board.source.below(units + 1);
            let delete = board.source.below(units - at + 1).min(2);
            let splice = Splice { at, delete, insert: name[..board.source.below(3)].into() };
            Edit::EditText { of: TextOf::Of(Thing::Card(card)), splices: vec![splice] }
        }
    })
}

/// Tries random edits until one is taken; gives its change.
pub fn apply(board: &mut Board) -> parcours::session::Change {
    loop {
        let Some(edit) = edit(board) else { continue };
        if let Ok(change) = board.session.apply(edit, 0, &mut board.source) {
            board.keep(&change);
            return change;
        }
    }
}
