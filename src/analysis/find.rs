//! Finds words on a map: in every name and text a person wrote, whether or not it has a place on the board.

use super::inventory::wording;
use super::search::fold;
use crate::model::map::{CHANNELS, Value};
use crate::model::{Detail, GoalField, Id, LaneKind, List, Map, Thing};

/// The details whose texts people write.
const WRITTEN: [Detail; 32] = [
    Detail::Owner,
    Detail::Alt,
    Detail::Time,
    Detail::Unit,
    Detail::Age,
    Detail::Role,
    Detail::Quote,
    Detail::Reason,
    Detail::Scenario,
    Detail::Type,
    Detail::Channel,
    Detail::Leads,
    Detail::Asked,
    Detail::Note,
    Detail::Traffic,
    Detail::Ideal,
    Detail::Experience,
    Detail::Situation,
    Detail::Trigger,
    Detail::Measured,
    Detail::Result,
    Detail::Serves,
    Detail::Foreseen,
    Detail::Dropoff,
    Detail::DropoffWhy,
    Detail::Discontent,
    Detail::DiscontentWhy,
    Detail::Wished,
    Detail::Actual,
    Detail::Found,
    Detail::Intended,
    Detail::Date,
];

/// The things of which a text holds the words as they stand one after the other, without regard to case
/// and Latin accents: the map, headers, paths, lane by lane the cards, those without a place, the goal
/// sheet, entries of lists, personas, what is felt; each before the notes beside it. What is in the bin is left out. Nothing for nothing.
pub fn find(map: &Map, words: &str) -> Vec<Thing> {
    let words = fold(words.trim());
    if words.is_empty() {
        return Vec::new();
    }
    let mut found = Vec::new();
    let mut look = |thing: Thing| {
        if says(map, thing, &words) {
            found.push(thing);
        }
        let notes = map.notes_of(thing).filter(|(_, note)| fold(&note.text).contains(&words));
        found.extend(notes.map(|(id, _)| Thing::Note(id)));
    };
    look(Thing::Map);
    map.stage_order().into_iter().map(Thing::Stage).for_each(&mut look);
    let steps: Vec<Id> = map.columns.iter().filter_map(|column| column.step).collect();
    steps.iter().copied().map(Thing::Step).for_each(&mut look);
    map.drawn_paths().into_iter().map(|(id, ..)| Thing::Path(id)).for_each(&mut look);
    for lane in &map.rows {
        look(Thing::Lane(*lane));
        // Cards in a lane that draws the curve are without a place.
        let holds = map.lanes.get(lane).is_some_and(|lane| lane.kind != LaneKind::Emotions);
        for step in steps.iter().filter(|_| holds) {
            map.cell(*lane, *step).iter().copied().map(Thing::Card).for_each(&mut look);
        }
    }
    map.unplaced().into_iter().map(Thing::Card).for_each(&mut look);
    GoalField::ALL.into_iter().map(Thing::Goal).for_each(&mut look);
    for list in List::ALL {
        map.list(list).iter().map(|id| Thing::Entry(list, *id)).for_each(&mut look);
    }
    map.cast.iter().copied().map(Thing::Persona).for_each(&mut look);
    for persona in &map.cast {
        let felt = steps.iter().map(|step| Thing::Feeling { persona: *persona, step: *step });
        felt.for_each(&mut look);
    }
    found
}

/// Whether what stands on the board for a thing holds the words: its name or its text.
pub fn is_in_sight(map: &Map, thing: Thing, words: &str) -> bool {
    let text = text(map, thing);
    text.is_some_and(|text| fold(text).contains(&fold(words.trim())))
}

fn text(map: &Map, thing: Thing) -> Option<&str> {
    Some(match thing {
        Thing::Map => &map.title,
        Thing::Stage(id) => &map.stages.get(&id)?.name,
        Thing::Step(id) => &map.steps.get(&id)?.name,
        Thing::Lane(id) => &map.lanes.get(&id)?.name,
        Thing::Card(id) => map.cards.contains_key(&id).then(|| wording(map, id))?,
        Thing::Persona(id) => &map.personas.get(&id)?.name,
        Thing::Feeling { persona, step } => &map.feelings.get(&(persona, step))?.name,
        Thing::Note(id) => &map.notes.get(&id)?.text,
        Thing::Path(id) => &map.paths.get(&id)?.condition,
        Thing::Entry(..) | Thing::Goal(_) => map.called(thing),
        Thing::Version(_) | Thing::View(_) => return None,
    })
}

/// Whether any text of a thing holds the folded words.
fn says(map: &Map, thing: Thing, words: &str) -> bool {
    let holds = |text: &str| fold(text).contains(words);
    let detail = |(of, value): &(Detail, Value)| match value {
        Value::Text(text) => WRITTEN.contains(of) && holds(text),
        _ => false,
    };
    text(map, thing).is_some_and(holds)
        || map.details.get(&thing).is_some_and(|all| all.iter().any(detail))
        || matches!(thing, Thing::Card(id) if map.tags_of(id).any(holds) || meets(map, id).is_some_and(holds))
}

/// The channel of a card, where it is a text of people's own.
fn meets(map: &Map, card: Id) -> Option<&str> {
    let channel = map.cards.get(&card)?.channel.as_deref()?;
    (!CHANNELS.contains(&channel)).then_some(channel)
}
