//! The differences between two states of one map, in the words of the field.

use super::history::in_bin;
use super::map::{Field, Value};
use super::rows::fields;
use super::touched::all_things;
use super::version::is_label;
use super::{Id, Map, Thing, note};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeSet, HashMap};
use std::hash::Hash;

/// What happened to one thing between two states.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub enum What {
    /// It is new.
    Added,
    /// It was put into the bin.
    Deleted,
    /// It was taken out of the bin.
    Restored,
    /// One of its fields has another value ([`Field::Place`]: it was moved).
    Changed {
        /// Which field.
        field: Field,
        /// The value before.
        before: Value,
        /// The value after.
        after: Value,
    },
}

/// One difference.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Difference {
    /// Which thing.
    pub thing: Thing,
    /// What happened.
    pub what: What,
}

/// Two people gave one short text (a title or a name) different new values, or each wrote a card or a note
/// anew: both are kept for a choice, beside what the merge made of them.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Both {
    /// Which thing's text.
    pub thing: Thing,
    /// Ours before the merge.
    pub ours: String,
    /// Theirs.
    pub theirs: String,
    /// What stands there now.
    pub merged: String,
}

/// All differences of a merge or comparison.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
pub struct Differences {
    /// In the order of the board; deleted things last.
    pub items: Vec<Difference>,
    /// Texts renamed or written anew on both sides.
    pub both: Vec<Both>,
}

/// What is different in `after`, seen from `before`; which versions were named between them is none.
pub fn compare(before: &Map, after: &Map) -> Differences {
    let mut things = all_things(before);
    things.extend(all_things(after));
    things.retain(|thing| !is_label(*thing));
    differences(before, after, &things)
}

/// What is different in these things; `before` need hold no others.
pub(crate) fn differences(before: &Map, after: &Map, things: &BTreeSet<Thing>) -> Differences {
    let mut found: Vec<Difference> = Vec::new();
    for &thing in things {
        let (old, new) = (plain(before, thing), plain(after, thing));
        let gone = |map: &Map| in_bin(map, thing);
        match (old, new, gone(before), gone(after)) {
            (_, None, false, _) | (_, Some(_), false, true) => {
                found.push(Difference { thing, what: What::Deleted });
            }
            (Some(_), Some(_), true, false) => {
                found.push(Difference { thing, what: What::Restored });
            }
            (None, Some(_), _, false) if !matches!(thing, Thing::Feeling { .. }) => {
                found.push(Difference { thing, what: What::Added });
            }
            (old, Some(new), false, false) => {
                found.extend(changed(thing, old, new));
                found.extend(formatted(before, after, thing));
            }
            (Some(old), None, ..) if matches!(thing, Thing::Feeling { .. }) => {
                found.extend(changed(thing, Some(old), Vec::new()));
            }
            _ => {}
        }
    }
    let order = Order::of(after);
    found.sort_by_cached_key(|one| order.of_thing(after, one.thing));
    Differences { items: found, both: Vec::new() }
}

/// Whether one text stands in both states and is formatted otherwise: where the words changed, their
/// difference says enough.
fn formatted(before: &Map, after: &Map, thing: Thing) -> Option<Difference> {
    let Thing::Card(id) = thing else { return None };
    let (old, new) = (before.cards.get(&id)?, after.cards.get(&id)?);
    if old.text != new.text || old.rich == new.rich {
        return None;
    }
    let (before, after) = (Value::None, Value::None);
    Some(Difference { thing, what: What::Changed { field: Field::Format, before, after } })
}

fn changed(thing: Thing, old: Option<Fields>, new: Fields) -> Vec<Difference> {
    let old = old.unwrap_or_default();
    let value = |of: &Fields, field: Field| {
        of.iter().find(|(own, _)| *own == field).map_or(Value::None, |(_, value)| value.clone())
    };
    let mut found = Vec::new();
    for field in fields(thing)
        .filter(|field| !matches!(field, Field::Deleted | Field::Purged))
        .chain([Field::Tags, Field::Ties])
    {
        let (before, after) = (value(&old, field), value(&new, field));
        if before != after {
            found.push(Difference { thing, what: What::Changed { field, before, after } });
        }
    }
    found
}

/// The rows of these things alone, as a map without orders.
pub(crate) fn excerpt(map: &Map, things: &BTreeSet<Thing>) -> Map {
    let mut part = Map { title: map.title.clone(), ..Map::default() };
    for thing in things {
        copy(&map.details, &mut part.details, thing);
        if let Thing::Card(id) = thing {
            copy(&map.tags, &mut part.tags, id);
        }
        copy(&map.ties, &mut part.ties, thing);
        match thing {
            Thing::Map => {}
            Thing::Entry(..) | Thing::Goal(_) => copy(&map.entries, &mut part.entries, thing),
            Thing::Stage(id) => copy(&map.stages, &mut part.stages, id),
            Thing::Step(id) => copy(&map.steps, &mut part.steps, id),
            Thing::Lane(id) => copy(&map.lanes, &mut part.lanes, id),
            Thing::Card(id) => copy(&map.cards, &mut part.cards, id),
            Thing::Persona(id) => copy(&map.personas, &mut part.personas, id),
            Thing::Version(id) => copy(&map.versions, &mut part.versions, id),
            Thing::View(id) => copy(&map.views, &mut part.views, id),
            Thing::Note(id) => copy(&map.notes, &mut part.notes, id),
            Thing::Path(id) => copy(&map.paths, &mut part.paths, id),
            Thing::Feeling { persona, step } => {
                copy(&map.feelings, &mut part.feelings, &(*persona, *step));
            }
        }
    }
    part
}

fn copy<K: Copy + Eq + Hash, V: Clone>(from: &HashMap<K, V>, to: &mut HashMap<K, V>, key: &K) {
    if let Some(value) = from.get(key) {
        to.insert(*key, value.clone());
    }
}

pub(crate) type Fields = Vec<(Field, Value)>;

/// The fields of a thing as plain values; a place as the document spells it.
pub(crate) fn plain(map: &Map, thing: Thing) -> Option<Fields> {
    let mut fields = own(map, thing)?;
    let details = map.details.get(&thing).into_iter().flatten();
    fields.extend(details.map(|(detail, value)| (Field::Detail(*detail), value.clone())));
    if let Thing::Card(id) = thing
        && let Some(tags) = map.tags.get(&id)
    {
        let all = tags.iter().map(String::as_str).collect::<Vec<_>>().join(", ");
        fields.push((Field::Tags, Value::Text(all)));
    }
    if let Some(tied) = map.ties.get(&thing) {
        let all = tied.iter().copied().map(note::spell).collect::<Vec<_>>().join(", ");
        fields.push((Field::Ties, Value::Text(all)));
    }
    Some(fields)
}

/// The text of a thing as it stands in a map; `None` when it has no text or is not there.
pub fn text_of(map: &Map, thing: Thing) -> Option<String> {
    let fields = own(map, thing)?;
    fields.into_iter().find_map(|(field, value)| match value {
        Value::Text(text) if field == Field::Text => Some(text),
        _ => None,
    })
}

fn own(map: &Map, thing: Thing) -> Option<Fields> {
    let text = |text: &String| (Field::Text, Value::Text(text.clone()));
    let place = |place: String| (Field::Place, Value::Text(place));
    Some(match thing {
        Thing::Map => vec![text(&map.title)],
        Thing::Stage(id) => {
            let one = map.stages.get(&id)?;
            vec![text(&one.name), place(one.index.clone())]
        }
        Thing::Step(id) => {
            let one = map.steps.get(&id)?;
            vec![text(&one.name), place(format!("{}|{}", one.stage, one.index))]
        }
        Thing::Lane(id) => {
            let one = map.lanes.get(&id)?;
            let kind = (Field::Kind, Value::Text(one.kind.word().to_owned()));
            vec![text(&one.name), place(one.index.clone()), kind]
        }
        Thing::Persona(id) => {
            let one = map.personas.get(&id)?;
            vec![text(&one.name), place(one.index.clone())]
        }
        Thing::Version(id) => vec![text(&map.versions.get(&id)?.name)],
        Thing::View(id) => vec![text(&map.views.get(&id)?.name)],
        Thing::Goal(field) => vec![(Field::Text, Value::Text(map.goal(field).to_owned()))],
        Thing::Entry(..) => {
            let one = map.entry(thing)?;
            vec![text(&one.name), place(one.index.clone())]
        }
        Thing::Note(id) => {
            let one = map.notes.get(&id)?;
            vec![text(&one.text), place(one.index.clone())]
        }
        Thing::Path(id) => {
            let one = map.paths.get(&id)?;
            let kind = (Field::Kind, Value::Text(one.kind.word().to_owned()));
            vec![text(&one.condition), place(format!("{}|{}", one.from, one.to)), kind]
        }
        Thing::Card(id) => {
            let one = map.cards.get(&id)?;
            let channel = one.channel.clone().map_or(Value::None, Value::Text);
            vec![
                text(&one.text),
                place(format!("{}|{}|{}", one.lane, one.step, one.index)),
                (Field::Star, Value::Bool(one.star)),
                (Field::Channel, channel),
            ]
        }
        Thing::Feeling { persona, step } => {
            let one = map.feelings.get(&(persona, step))?;
            let level = one.level.map_or(Value::None, |level| Value::Int(i64::from(level)));
            let name = (!one.name.is_empty()).then(|| Value::Text(one.name.clone()));
            vec![(Field::Text, name.unwrap_or(Value::None)), (Field::Level, level)]
        }
    })
}

/// Where things stand on the board: the map, stages with their steps, personas, lanes with their
/// cards, feelings; what is not on the board comes last.
struct Order {
    columns: HashMap<Id, usize>,
    rows: HashMap<Id, usize>,
    cast: HashMap<Id, usize>,
}

impl Order {
    fn of(map: &Map) -> Self {
        let mut columns = HashMap::new();
        for (at, column) in map.columns.iter().enumerate() {
            columns.entry(column.stage).or_insert(at);
            columns.extend(column.step.map(|step| (step, at)));
        }
        let numbered = |ids: &[Id]| ids.iter().enumerate().map(|(at, id)| (*id, at)).collect();
        Order { columns, rows: numbered(&map.rows), cast: numbered(&map.cast) }
    }

    fn of_thing(&self, map: &Map, thing: Thing) -> (usize, usize, usize, usize) {
        const AWAY: usize = usize::MAX;
        let at = |list: &HashMap<Id, usize>, id: &Id| list.get(id).copied().unwrap_or(AWAY);
        if thing != Thing::Map && in_bin(map, thing) {
            return (AWAY, 0, 0, 0);
        }
        match thing {
            Thing::Map => (0, 0, 0, 0),
            Thing::Stage(id) => (1, at(&self.columns, &id), 0, 0),
            Thing::Step(id) => (1, at(&self.columns, &id), 1, 0),
            Thing::Persona(id) => (2, at(&self.cast, &id), 0, 0),
            Thing::Lane(id) => (3, at(&self.rows, &id), 0, 0),
            Thing::Card(id) => {
                let Some(card) = map.cards.get(&id) else { return (AWAY, 0, 0, 0) };
                let (row, column) = (at(&self.rows, &card.lane), at(&self.columns, &card.step));
                let cell = map.cell(card.lane, card.step);
                let seat = cell.iter().position(|other| *other == id).unwrap_or(AWAY);
                (3, row, column.saturating_add(1), seat)
            }
            Thing::Feeling { persona, step } => {
                (4, at(&self.columns, &step), at(&self.cast, &persona), 0)
            }
            Thing::Note(id) => map.notes.get(&id).map_or((AWAY, 0, 0, 0), |note| {
                let (sort, row, column, _) = self.of_thing(map, note.of);
                (sort, row, column, AWAY)
            }),
            Thing::Path(id) => {
                let from = map.paths.get(&id).map_or(AWAY, |path| at(&self.columns, &path.from));
                (1, from, 2, 0)
            }
            Thing::Goal(field) => (0, 1, field as usize, 0),
            Thing::Entry(list, id) => {
                let place = map.list(list).iter().position(|other| *other == id);
                (5, list as usize, place.unwrap_or(AWAY), 0)
            }
            Thing::View(_) => (6, 0, 0, 0),
            Thing::Version(_) => (7, 0, 0, 0),
        }
    }
}
