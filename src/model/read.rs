//! From a document to plain values: whole, or only what was touched.

use super::choices::{Decided, note_choices, settle_places, without_one_place};
use super::document::{FORMAT, SCHEMA};
use super::map::{Card, Feeling, Kind, Lane, Persona, Stage, Step};
use super::map::{Map, Value, View};
use super::path::path;
use super::row::{Row, row, row_in};
use super::rows::{ROOTS, maps_at, thing_at};
use super::values::{At, keys_of, standing, whole_number};
use super::version::version;
use super::{Detail, Field, Id, LaneKind, Thing, board, list, note, tags, ties};
use automerge::{AutoCommit, ObjType, ROOT, ReadDoc, ValueRef};
use std::collections::{BTreeSet, HashMap};
use std::hash::Hash;

/// What moved on the board.
#[derive(Clone, Default, Debug)]
pub(crate) struct Moved {
    /// Things read anew.
    pub(crate) touched: BTreeSet<Thing>,
    /// Cells whose cards or order changed, old and new places alike.
    pub(crate) cells: BTreeSet<(Id, Id)>,
    /// Columns, rows or cast changed.
    pub(crate) shape: bool,
    /// A moment of truth came, went or moved.
    pub(crate) stars: bool,
}

/// Reads a whole document.
pub(crate) fn whole(doc: &AutoCommit) -> Map {
    whole_at(doc, None)
}

/// Reads a whole document as it stands, or stood.
pub(crate) fn whole_at(doc: &AutoCommit, at: At) -> Map {
    let mut map = Map::default();
    let mut moved = Moved::default();
    let decided = Decided::read(doc, at);
    read_head(&mut map, doc, &decided, at);
    let roots = [
        "stages",
        "steps",
        "lanes",
        "cards",
        "personas",
        "feelings",
        "versions",
        "comments",
        "paths",
        "views",
        "goal",
        "touchpoints",
        "sources",
        "links",
        "mentions",
    ];
    for root in roots {
        let homes = maps_at(doc, &ROOT, root, at);
        let mut last = None;
        for item in homes.iter().flat_map(|home| keys_of(doc, home, at)) {
            let Some(thing) = thing_at(root, &item.key) else { continue };
            // The keys of one feeling stand next to each other.
            if last.replace(thing) == Some(thing) {
                continue;
            }
            // The usual row stands alone: no need to look it up by its key again.
            let row = if homes.len() > 1 || item.conflict || matches!(root, "feelings" | "goal") {
                row(doc, thing, at)
            } else if item.value == ValueRef::Object(ObjType::Map) {
                row_in(doc, thing, &[item.id()], at)
            } else {
                None
            };
            note_choices(&mut map, doc, thing, row.as_ref(), &decided, at);
            note_details(&mut map, thing, row.as_ref());
            match (thing, row) {
                (Thing::Version(id), row) => read_version(&mut map, doc, id, row.as_ref(), at),
                (Thing::Note(id), Some(row)) => {
                    map.notes.insert(id, note::note(doc, id, &row, at));
                }
                (_, row) => read_thing(&mut map, thing, row.as_ref(), &mut moved, false),
            }
        }
    }
    tags::read_all(&mut map, doc, at);
    ties::read_all(&mut map, doc, at);
    board::arrange(&mut map);
    for thing in map.choices.keys().copied().collect::<Vec<_>>() {
        without_one_place(&mut map, thing);
    }
    note::arrange(&mut map);
    list::arrange(&mut map);
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
    refresh_at(map, doc, things.into_iter().collect(), moved, None);
}

/// As [`refresh`], from the document as it stands, or stood.
pub(crate) fn refresh_at(
    map: &mut Map,
    doc: &AutoCommit,
    things: Vec<Thing>,
    moved: &mut Moved,
    at: At,
) {
    let decided = Decided::read(doc, at);
    let before = std::mem::take(&mut moved.shape);
    for thing in &things {
        moved.touched.insert(*thing);
        if *thing == Thing::Map {
            read_head(map, doc, &decided, at);
        } else {
            let row = row(doc, *thing, at);
            note_choices(map, doc, *thing, row.as_ref(), &decided, at);
            moved.shape |= note_details(map, *thing, row.as_ref());
            match *thing {
                Thing::Version(id) => read_version(map, doc, id, row.as_ref(), at),
                Thing::Note(id) => {
                    note::put(map, id, row.map(|row| note::note(doc, id, &row, at)));
                }
                thing => read_thing(map, thing, row.as_ref(), moved, true),
            }
            match *thing {
                Thing::Card(id) => tags::read(map, doc, id, at),
                thing if ties::has_ties(thing) => ties::read(map, doc, thing, at),
                _ => {}
            }
        }
    }
    if moved.shape {
        board::shape(map);
    }
    moved.touched.extend(settle_places(map, doc, &things, moved.shape, &decided, at));
    moved.shape |= before;
}

fn read_head(map: &mut Map, doc: &AutoCommit, decided: &Decided, at: At) {
    let scalar =
        |key: &str| standing(doc, &ROOT, key, at).into_iter().next().map(|(value, _)| value);
    let text = |key: &str| scalar(key).and_then(|value| value.as_str().map(str::to_owned));
    let number = |key: &str| scalar(key).and_then(|value| whole_number(value.as_scalar()?));
    map.id = text("id").unwrap_or_default();
    map.kind = if text("kind").is_some_and(|kind| kind == "experience") {
        Kind::Experience
    } else {
        Kind::Journey
    };
    map.read_only = number("minReader").is_some_and(|version| version > SCHEMA);
    let row = row(doc, Thing::Map, at).unwrap_or_default();
    map.title = row.text(Field::Text);
    note_choices(map, doc, Thing::Map, Some(&row), decided, at);
    note_details(map, Thing::Map, Some(&row));
}

/// Whether a document bears the id its copies share.
pub(crate) fn names_lineage(doc: &AutoCommit) -> bool {
    let id = doc.get(ROOT, "id").ok().flatten();
    id.is_some_and(|(value, _)| value.as_str().is_some_and(|id| !id.is_empty()))
}

/// Whether a document says that it is a Parcours map.
pub(crate) fn is_map(doc: &AutoCommit) -> bool {
    let format = doc.get(ROOT, "format").ok().flatten();
    format.is_some_and(|(value, _)| value.as_str() == Some(FORMAT))
        && ROOTS.iter().any(|root| !maps_at(doc, &ROOT, root, None).is_empty())
}

fn read_thing(map: &mut Map, thing: Thing, row: Option<&Row>, moved: &mut Moved, seat: bool) {
    match thing {
        Thing::Map | Thing::Version(_) | Thing::Note(_) => {}
        Thing::Entry(..) | Thing::Goal(_) => list::put(map, thing, row, seat),
        Thing::View(id) => match row {
            Some(row) => {
                let view = View { name: row.text(Field::Text), deleted: row.deleted() };
                map.views.insert(id, view);
            }
            None => drop(map.views.remove(&id)),
        },
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
        Thing::Path(id) => {
            let _ = match row {
                Some(row) => map.paths.insert(id, path(row)),
                None => map.paths.remove(&id),
            };
        }
        Thing::Card(id) => put_card(map, id, row.map(card), moved, seat),
        Thing::Feeling { persona, step } => {
            let level = row.map(|row| row.value(Field::Level).clone());
            let feeling = Feeling {
                level: if let Some(Value::Int(level)) = level { Some(level as i8) } else { None },
                name: row.map(|row| row.text(Field::Text)).unwrap_or_default(),
            };
            // A reason without a level is a feeling too.
            if feeling == Feeling::default() && !map.details.contains_key(&thing) {
                map.feelings.remove(&(persona, step));
            } else {
                map.feelings.insert((persona, step), feeling);
            }
        }
    }
}

fn read_version(map: &mut Map, doc: &AutoCommit, id: Id, row: Option<&Row>, at: At) {
    match row {
        Some(row) => drop(map.versions.insert(id, version(doc, id, row, at))),
        None => drop(map.versions.remove(&id)),
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
    moved.shape |= (seen(&before) || seen(&after)) && before != after;
}

fn card(row: &Row) -> Card {
    let place = row.text(Field::Place);
    let mut parts = place.splitn(3, '|');
    let lane = parts.next().and_then(Id::parse).unwrap_or_default();
    let step = parts.next().and_then(Id::parse).unwrap_or_default();
    let channel = row.text(Field::Channel);
    Card {
        text: row.text(Field::Text),
        rich: row.all(Field::Text).first().and_then(|first| first.rich.clone()),
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
    let star = |card: &Card| (card.star && card.deleted.is_none()).then_some(card.step);
    moved.stars |= old.as_ref().and_then(star) != new.as_ref().and_then(star);
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
}

/// Keeps the details of a thing; whether those that the board's shape rests on are others now.
fn note_details(map: &mut Map, thing: Thing, row: Option<&Row>) -> bool {
    let sizes = |map: &Map| [Detail::Width, Detail::Height].map(|one| map.whole(thing, one));
    let before = sizes(map);
    let fields = row.into_iter().flat_map(|row| &row.0);
    let mut found: Vec<(Detail, Value)> = fields
        .filter_map(|(field, all)| match (field, all.first()) {
            (Field::Detail(detail), Some(first)) if first.value != Value::None => {
                Some((*detail, first.value.clone()))
            }
            _ => None,
        })
        .collect();
    if found.is_empty() {
        map.details.remove(&thing);
    } else {
        found.sort_by_key(|(detail, _)| *detail);
        map.details.insert(thing, found);
    }
    sizes(map) != before
}
