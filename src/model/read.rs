//! From a document to plain values: whole, or only what was touched.

use super::document::{FORMAT, SCHEMA};
use super::map::{Alternative, Card, Choice, Deleted, Feeling, Kind, Lane, Persona, Stage, Step};
use super::map::{Map, Value};
use super::merge::renamed_twice;
use super::rows::{ROOTS, containers, fields, key_of, maps_at, thing_at};
use super::values::{At, Standing, add_different, meaning, standing, whole_number, writer_of};
use super::{Field, Id, LaneKind, Thing, board};
use automerge::{AutoCommit, ObjId, ROOT, ReadDoc};
use std::collections::{BTreeSet, HashMap};
use std::hash::Hash;

/// The fields of one thing: for each the different values that stand there, the winner first.
#[derive(Debug, Default, PartialEq)]
pub(crate) struct Row(Vec<(Field, Vec<Standing>)>);

impl Row {
    /// All values of a field, the winner first.
    pub(crate) fn all(&self, field: Field) -> &[Standing] {
        self.0.iter().find(|(key, _)| *key == field).map_or(&[], |(_, all)| all)
    }

    /// The value shown for a field.
    pub(crate) fn value(&self, field: Field) -> &Value {
        self.all(field).first().map_or(&Value::None, |first| &first.value)
    }

    fn add(&mut self, field: Field, new: Standing) {
        match self.0.iter_mut().find(|(key, _)| *key == field) {
            Some((_, all)) => add_different(all, field, new),
            None => self.0.push((field, vec![new])),
        }
    }

    fn text(&self, field: Field) -> String {
        match self.value(field) {
            Value::Text(text) => text.clone(),
            _ => String::new(),
        }
    }

    fn deleted(&self) -> Option<Deleted> {
        let Value::Text(flag) = self.value(Field::Deleted) else { return None };
        let time = flag.split('|').next().and_then(|time| time.parse().ok());
        Some(Deleted { at: time.unwrap_or_default() })
    }
}

/// Reads the fields of a thing, now or in the past; `None` when it has no row there.
pub(crate) fn row(doc: &AutoCommit, thing: Thing, at: At) -> Option<Row> {
    let objects = containers(doc, thing, at);
    (!objects.is_empty()).then(|| {
        let mut row = Row::default();
        objects.iter().for_each(|object| read_keys(doc, thing, object, at, &mut row));
        row
    })
}

fn read_keys(doc: &AutoCommit, thing: Thing, object: &ObjId, at: At, row: &mut Row) {
    let own_row = !matches!(thing, Thing::Map | Thing::Feeling { .. });
    // A row is read in one pass when it is the present's; conflicting keys are looked at singly.
    if own_row && at.is_none() {
        for item in doc.map_range(object, ..) {
            let named = |field: &&Field| key_of(thing, **field).is_some_and(|key| key == item.key);
            let Some(field) = fields(thing).iter().find(named) else { continue };
            if item.conflict {
                read_key(doc, object, &item.key, *field, at, row);
            } else {
                let op = item.id();
                let stored = item.value.into_value();
                row.add(*field, Standing { value: meaning(doc, *field, &stored, &op, at), op });
            }
        }
        return;
    }
    for field in fields(thing) {
        if let Some(key) = key_of(thing, *field) {
            read_key(doc, object, &key, *field, at, row);
        }
    }
}

fn read_key(doc: &AutoCommit, object: &ObjId, key: &str, field: Field, at: At, row: &mut Row) {
    for (stored, op) in standing(doc, object, key, at) {
        row.add(field, Standing { value: meaning(doc, field, &stored, &op, at), op });
    }
}

/// What moved on the board.
#[derive(Clone, Default, Debug)]
pub(crate) struct Moved {
    /// Things read anew.
    pub(crate) touched: BTreeSet<Thing>,
    /// Cells whose cards or order changed, old and new places alike.
    pub(crate) cells: BTreeSet<(Id, Id)>,
    /// Columns, rows or cast changed.
    pub(crate) shape: bool,
    /// Something outside the bin (before or after) changed.
    pub(crate) visible: bool,
}

/// Reads a whole document.
pub(crate) fn whole(doc: &AutoCommit) -> Map {
    let mut map = Map::default();
    let mut moved = Moved::default();
    read_head(&mut map, doc);
    for root in ["stages", "steps", "lanes", "cards", "personas", "feelings"] {
        let mut things = BTreeSet::new();
        for object in maps_at(doc, &ROOT, root, None) {
            things.extend(doc.keys(&object).filter_map(|key| thing_at(root, &key)));
        }
        things.into_iter().for_each(|thing| read_thing(&mut map, doc, thing, &mut moved, false));
    }
    board::arrange(&mut map);
    map
}

/// Reads the given things anew and mends the orders; its cost goes with them, not with the map
/// (columns, rows and cast are rebuilt when one of theirs moved).
pub(crate) fn refresh(
    map: &mut Map,
    doc: &AutoCommit,
    things: impl IntoIterator<Item = Thing>,
    moved: &mut Moved,
) {
    let mut shape = false;
    for thing in things {
        moved.touched.insert(thing);
        if thing == Thing::Map {
            read_head(map, doc);
            moved.visible = true;
        } else {
            let before = std::mem::take(&mut moved.shape);
            read_thing(map, doc, thing, moved, true);
            shape |= moved.shape;
            moved.shape |= before;
        }
    }
    if shape {
        board::shape(map);
    }
}

fn read_head(map: &mut Map, doc: &AutoCommit) {
    let scalar = |key: &str| doc.get(ROOT, key).ok().flatten().map(|(value, _)| value.into_owned());
    let text = |key: &str| scalar(key).and_then(|value| value.as_str().map(str::to_owned));
    let number = |key: &str| scalar(key).and_then(|value| whole_number(value.as_scalar()?));
    map.id = text("id").unwrap_or_default();
    map.kind = if text("kind").is_some_and(|kind| kind == "experience") {
        Kind::Experience
    } else {
        Kind::Journey
    };
    map.read_only = number("minReader").is_some_and(|version| version > SCHEMA);
    let row = row(doc, Thing::Map, None).unwrap_or_default();
    map.title = row.text(Field::Text);
    note_choices(map, doc, Thing::Map, &row);
}

/// Whether a document says that it is a Parcours map.
pub(crate) fn is_map(doc: &AutoCommit) -> bool {
    let format = doc.get(ROOT, "format").ok().flatten();
    format.is_some_and(|(value, _)| value.as_str() == Some(FORMAT))
        && ROOTS.iter().any(|root| !maps_at(doc, &ROOT, root, None).is_empty())
}

fn read_thing(map: &mut Map, doc: &AutoCommit, thing: Thing, moved: &mut Moved, seat: bool) {
    let row = row(doc, thing, None);
    match &row {
        Some(row) => note_choices(map, doc, thing, row),
        None => drop(map.choices.remove(&thing)),
    }
    let row = row.as_ref();
    match thing {
        Thing::Map => {}
        Thing::Stage(id) => {
            let new = row.map(|row| Stage {
                name: row.text(Field::Text),
                index: row.text(Field::Place),
                deleted: row.deleted(),
            });
            let frame = |one: &Stage| (one.deleted.is_none(), one.index.clone());
            put(&mut map.stages, id, new, frame, moved);
        }
        Thing::Step(id) => {
            let new = row.map(|row| {
                let place = row.text(Field::Place);
                let (stage, index) = place.split_once('|').unwrap_or_default();
                Step {
                    name: row.text(Field::Text),
                    stage: Id::parse(stage).unwrap_or_default(),
                    index: index.to_owned(),
                    deleted: row.deleted(),
                }
            });
            // A name makes a plain stage show its step: that is a change of shape.
            let frame = |one: &Step| {
                let named = !one.name.trim().is_empty();
                (one.deleted.is_none(), (one.stage, one.index.clone(), named))
            };
            put(&mut map.steps, id, new, frame, moved);
        }
        Thing::Lane(id) => {
            let new = row.map(|row| Lane {
                kind: LaneKind::parse(&row.text(Field::Kind)).unwrap_or(LaneKind::Text),
                name: row.text(Field::Text),
                index: row.text(Field::Place),
                deleted: row.deleted(),
            });
            let frame = |one: &Lane| (one.deleted.is_none(), (one.index.clone(), one.kind));
            put(&mut map.lanes, id, new, frame, moved);
        }
        Thing::Persona(id) => {
            let new = row.map(|row| Persona {
                name: row.text(Field::Text),
                index: row.text(Field::Place),
                deleted: row.deleted(),
            });
            let frame = |one: &Persona| (one.deleted.is_none(), one.index.clone());
            put(&mut map.personas, id, new, frame, moved);
        }
        Thing::Card(id) => put_card(map, id, row.map(card), moved, seat),
        Thing::Feeling { persona, step } => {
            let level = row.map(|row| row.value(Field::Level).clone());
            let feeling = Feeling {
                level: if let Some(Value::Int(level)) = level { Some(level as i8) } else { None },
                name: row.map(|row| row.text(Field::Text)).unwrap_or_default(),
            };
            moved.visible = true;
            if feeling == Feeling::default() {
                map.feelings.remove(&(persona, step));
            } else {
                map.feelings.insert((persona, step), feeling);
            }
        }
    }
}

/// Replaces one row; `frame` says whether it is visible and what else the board's shape rests on.
fn put<T, F: PartialEq>(
    rows: &mut HashMap<Id, T>,
    id: Id,
    new: Option<T>,
    frame: impl Fn(&T) -> (bool, F),
    moved: &mut Moved,
) where
    Id: Hash,
{
    let after = new.as_ref().map(&frame);
    let old = match new {
        Some(new) => rows.insert(id, new),
        None => rows.remove(&id),
    };
    let before = old.as_ref().map(&frame);
    let seen = |frame: &Option<(bool, F)>| frame.as_ref().is_some_and(|(visible, _)| *visible);
    if seen(&before) || seen(&after) {
        moved.visible = true;
        moved.shape |= before != after;
    }
}

fn card(row: &Row) -> Card {
    let place = row.text(Field::Place);
    let mut parts = place.splitn(3, '|');
    let lane = parts.next().and_then(Id::parse).unwrap_or_default();
    let step = parts.next().and_then(Id::parse).unwrap_or_default();
    let channel = row.text(Field::Channel);
    Card {
        text: row.text(Field::Text),
        lane,
        step,
        index: parts.next().unwrap_or_default().to_owned(),
        star: row.value(Field::Star) == &Value::Bool(true),
        channel: (!channel.is_empty()).then_some(channel),
        deleted: row.deleted(),
    }
}

fn put_card(map: &mut Map, id: Id, new: Option<Card>, moved: &mut Moved, seat: bool) {
    let old = match &new {
        Some(card) => map.cards.insert(id, card.clone()),
        None => map.cards.remove(&id),
    };
    if !seat {
        return;
    }
    let place = |card: &Card| (card.lane, card.step, card.index.clone(), card.deleted.is_none());
    if old.as_ref().map(place) != new.as_ref().map(place) {
        if let Some(old) = &old {
            board::unseat(map, id, old);
        }
        if let Some(new) = &new {
            board::seat(map, id, new);
        }
        let seen = old.iter().chain(&new).filter(|card| card.deleted.is_none());
        moved.cells.extend(seen.map(|card| (card.lane, card.step)));
    }
    moved.visible |= old.iter().chain(&new).any(|card| card.deleted.is_none());
}

fn note_choices(map: &mut Map, doc: &AutoCommit, thing: Thing, row: &Row) {
    let mut found: Vec<Choice> = Vec::new();
    for (field, all) in row.0.iter().filter(|(_, all)| all.len() > 1) {
        let options = all
            .iter()
            .map(|one| Alternative { value: one.value.clone(), actor: writer_of(&one.op) });
        found.push(Choice { thing, field: *field, options: options.collect() });
    }
    found.extend(renamed_twice(doc, thing, row.value(Field::Text)));
    if found.is_empty() {
        map.choices.remove(&thing);
    } else {
        map.choices.insert(thing, found);
    }
}
