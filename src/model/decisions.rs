//! What people decided and why: rows of `decisions`, which travel with the map.

use super::compare::plain;
use super::edit::Refused;
use super::edit::writer::Writer;
use super::history::{Write, in_bin};
use super::json::{FromJson, Json};
use super::map::Value;
use super::rows::{key_of, maps_at, rows_at};
use super::values::{At, standing, whole_number};
use super::{Detail, Field, Id, Map, Thing};
use automerge::transaction::Transactable;
use automerge::{AutoCommit, ObjId, ObjType, ROOT, ReadDoc};
use std::collections::BTreeSet;

/// What was decided.
#[derive(Clone, PartialEq, Debug)]
pub enum About {
    /// One of several values.
    Choice {
        /// Of which thing.
        thing: Thing,
        /// Of which field.
        field: Field,
        /// The value taken.
        value: Value,
        /// The values not taken.
        over: Vec<Value>,
    },
    /// That these things, alike as they are, are not the same.
    Apart(Vec<Thing>),
}

/// Whether a decision still holds.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum State {
    /// What it says is what the map shows.
    Stands,
    /// It was undone.
    Undone,
    /// The map shows something else by now.
    Overtaken,
}

/// A decision.
#[derive(Clone, PartialEq, Debug)]
pub struct Decision {
    /// Its row.
    pub id: Id,
    /// What was decided.
    pub about: About,
    /// Why, if it was said.
    pub why: String,
    /// When, milliseconds since 1970.
    pub at: i64,
    /// Who, if they introduced themselves.
    pub person: Option<Id>,
    /// Whether it holds.
    pub state: State,
}

/// The words of fields; that of a detail is its key.
const WORDS: [(Field, &str); 7] = [
    (Field::Text, "text"),
    (Field::Place, "place"),
    (Field::Star, "star"),
    (Field::Channel, "channel"),
    (Field::Level, "level"),
    (Field::Deleted, "deleted"),
    (Field::Kind, "kind"),
];

/// Writes a decision, within the transaction that carries it out.
///
/// # Errors
/// Automerge's.
pub(crate) fn note(w: &mut Writer, about: &About, why: &str) -> Result<(), Refused> {
    let id = w.source.id();
    let home = maps_at(w.doc, &ROOT, "decisions", None);
    let home = home.first().ok_or(Refused::Document)?;
    let row = w.doc.put_object(home, id.to_string(), ObjType::Map)?;
    let mut fields: Vec<(&str, String)> = Vec::new();
    let of = match about {
        About::Choice { thing, field, value, over } => {
            let word = match field {
                Field::Detail(detail) => detail.key(),
                field => WORDS.iter().find(|(known, _)| known == field).map_or("", |one| one.1),
            };
            fields.push(("thing", Json::from(*thing).write()));
            fields.push(("field", word.to_owned()));
            fields.push(("value", json(value).write()));
            fields.push(("over", Json::List(over.iter().map(json).collect()).write()));
            *thing
        }
        About::Apart(things) => {
            let things = things.iter().map(|thing| Json::from(*thing)).collect();
            fields.push(("apart", Json::List(things).write()));
            Thing::Map
        }
    };
    fields.extend((!why.trim().is_empty()).then(|| ("why", why.trim().to_owned())));
    fields.extend(w.person.map(|person| ("person", person.to_string())));
    for (key, value) in fields {
        w.doc.put(&row, key, value)?;
    }
    w.doc.put(&row, "time", w.now)?;
    w.log.push(Write::Decided { thing: of, id, undone: false });
    Ok(())
}

/// Notes that a decision was undone, or stands again.
///
/// # Errors
/// Automerge's.
pub(crate) fn set_undone(
    w: &mut Writer,
    thing: Thing,
    id: Id,
    undone: bool,
) -> Result<(), Refused> {
    if let Some(row) = rows_at(w.doc, "decisions", &id.to_string(), None).first() {
        w.doc.put(row, "undone", undone)?;
        w.log.push(Write::Decided { thing, id, undone });
    }
    Ok(())
}

/// Every decision that can be read, newest first.
pub(crate) fn decisions(doc: &AutoCommit, map: &Map) -> Vec<Decision> {
    let homes = maps_at(doc, &ROOT, "decisions", None);
    let keys: BTreeSet<String> = homes.iter().flat_map(|home| doc.keys(home)).collect();
    let mut found: Vec<Decision> = keys.iter().filter_map(|key| decision(doc, map, key)).collect();
    found.sort_by_key(|one| (std::cmp::Reverse(one.at), one.id));
    found
}

fn decision(doc: &AutoCommit, map: &Map, key: &str) -> Option<Decision> {
    let id = Id::parse(key)?;
    let row = rows_at(doc, "decisions", key, None).into_iter().next()?;
    let first = |key: &str| standing(doc, &row, key, None).into_iter().next().map(|(v, _)| v);
    let text = |key: &str| first(key).and_then(|value| value.as_str().map(str::to_owned));
    let read = |key: &str| text(key).and_then(|text| Json::read(&text));
    let about = match read("apart") {
        Some(things) => About::Apart(things.to()?),
        None => {
            let (thing, field, value) = parsed(doc, &row, None)?;
            let over = read("over").and_then(|over| over.to()).unwrap_or_default();
            About::Choice { thing, field, value, over }
        }
    };
    let undone = is_undone(doc, &row, None);
    let state = match &about {
        _ if undone => State::Undone,
        About::Choice { thing, field, value, .. } if !shows(map, *thing, *field, value) => {
            State::Overtaken
        }
        _ => State::Stands,
    };
    let at = first("time").and_then(|time| whole_number(time.as_scalar()?)).unwrap_or_default();
    let person = text("person").and_then(|id| Id::parse(&id));
    Some(Decision { id, about, why: text("why").unwrap_or_default(), at, person, state })
}

/// The thing that a decision is about, if it is about one.
pub(crate) fn subject(doc: &AutoCommit, id: Id) -> Option<Thing> {
    let row = rows_at(doc, "decisions", &id.to_string(), None).into_iter().next()?;
    Some(parsed(doc, &row, None)?.0)
}

/// What became of decisions between two heads, as if it was done here.
pub(crate) fn writes_between(
    doc: &AutoCommit,
    decided: &BTreeSet<Id>,
    from: At,
    to: At,
) -> Vec<Write> {
    let stands = |id: Id, at: At| {
        let row = rows_at(doc, "decisions", &id.to_string(), at).into_iter().next();
        row.is_some_and(|row| !is_undone(doc, &row, at))
    };
    let written = |id: &Id| {
        let (was, is) = (stands(*id, from), stands(*id, to));
        let thing = subject(doc, *id).unwrap_or(Thing::Map);
        (was != is).then_some(Write::Decided { thing, id: *id, undone: was })
    };
    decided.iter().filter_map(written).collect()
}

/// Whether the row of a decision says that it was undone.
pub(crate) fn is_undone(doc: &AutoCommit, row: &ObjId, at: At) -> bool {
    let undone = standing(doc, row, "undone", at).into_iter().next();
    undone.is_some_and(|(undone, _)| undone.as_bool() == Some(true))
}

/// The thing, the field and the value taken of a row that settles a choice.
pub(crate) fn parsed(doc: &AutoCommit, row: &ObjId, at: At) -> Option<(Thing, Field, Value)> {
    let first = |key: &str| standing(doc, row, key, at).into_iter().next();
    let text = |key: &str| first(key).and_then(|(value, _)| value.as_str().map(str::to_owned));
    let read = |key: &str| text(key).and_then(|text| Json::read(&text));
    let (thing, word): (Thing, String) = (read("thing")?.to()?, text("field")?);
    // The channel of a card is a field of its own, that of a touchpoint a detail.
    let is_field = |of: Field| key_of(thing, of).is_some();
    let field = match WORDS.iter().find(|(of, known)| *known == word && is_field(*of)) {
        Some((field, _)) => *field,
        None => Field::Detail(Detail::parse(&word)?),
    };
    Some((thing, field, read("value")?.to()?))
}

/// Whether a field of the map has this value, and no other beside it.
fn shows(map: &Map, thing: Thing, field: Field, value: &Value) -> bool {
    let open = map.choices.get(&thing).into_iter().flatten().any(|choice| choice.field == field);
    if open {
        return false;
    }
    if field == Field::Deleted {
        return in_bin(map, thing) != (*value == Value::None);
    }
    let fields = plain(map, thing).unwrap_or_default();
    let now = fields.into_iter().find(|(own, _)| *own == field).map(|(_, now)| now);
    match (now.unwrap_or(Value::None), value) {
        // A star never set and one taken away are the same.
        (Value::Bool(false), Value::None) => true,
        (now, value) => now == *value,
    }
}

fn json(value: &Value) -> Json {
    match value {
        Value::None => Json::Null,
        Value::Text(text) => Json::Text(text.clone()),
        Value::Int(number) => Json::Whole(*number),
        Value::Bool(yes) => Json::Bool(*yes),
    }
}

impl FromJson for Value {
    fn from_json(json: &Json) -> Option<Self> {
        Some(match json {
            Json::Null => Value::None,
            Json::Text(text) => Value::Text(text.clone()),
            Json::Whole(number) => Value::Int(*number),
            Json::Bool(yes) => Value::Bool(*yes),
            _ => return None,
        })
    }
}
