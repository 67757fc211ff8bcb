//! Where a thing's fields stand in the document: root map, row and key.

use super::detail::{Detail, details};
use super::values::{At, standing};
use super::{Field, GoalField, Id, List, Thing};
use automerge::{AutoCommit, ObjId, ObjType, ROOT, Value};

/// The root maps of schema 1, each keyed by id (see `docs/FORMAT.md`).
pub(crate) const ROOTS: [&str; 26] = [
    "goal",
    "stages",
    "steps",
    "lanes",
    "cards",
    "personas",
    "touchpoints",
    "feelings",
    "people",
    "actors",
    "tags",
    "comments",
    "votes",
    "links",
    "sources",
    "pictures",
    "walks",
    "reviews",
    "decisions",
    "merges",
    "variants",
    "versions",
    "mentions",
    "paths",
    "actions",
    "views",
];

/// The root map and row of a thing that has a row of its own.
pub(crate) fn row_of(thing: Thing) -> Option<(&'static str, Id)> {
    match thing {
        Thing::Stage(id) => Some(("stages", id)),
        Thing::Step(id) => Some(("steps", id)),
        Thing::Lane(id) => Some(("lanes", id)),
        Thing::Card(id) => Some(("cards", id)),
        Thing::Persona(id) => Some(("personas", id)),
        Thing::Version(id) => Some(("versions", id)),
        Thing::View(id) => Some(("views", id)),
        Thing::Note(id) => Some(("comments", id)),
        Thing::Path(id) => Some(("paths", id)),
        Thing::Entry(list, id) => Some((list.root(), id)),
        Thing::Map | Thing::Goal(_) | Thing::Feeling { .. } => None,
    }
}

/// The thing whose row stands at `key` of root map `root`; for feelings and the goal sheet, whose value does.
pub(crate) fn thing_at(root: &str, key: &str) -> Option<Thing> {
    match root {
        "stages" => Id::parse(key).map(Thing::Stage),
        "steps" => Id::parse(key).map(Thing::Step),
        "lanes" => Id::parse(key).map(Thing::Lane),
        "cards" => Id::parse(key).map(Thing::Card),
        "personas" => Id::parse(key).map(Thing::Persona),
        "versions" => Id::parse(key).map(Thing::Version),
        "views" => Id::parse(key).map(Thing::View),
        "comments" => Id::parse(key).map(Thing::Note),
        "paths" => Id::parse(key).map(Thing::Path),
        "feelings" => {
            let mut parts = key.splitn(3, '/');
            let (persona, step) = (Id::parse(parts.next()?)?, Id::parse(parts.next()?)?);
            let feeling = Thing::Feeling { persona, step };
            parts.next().is_none_or(|part| part_field(feeling, part).is_some()).then_some(feeling)
        }
        "goal" => GoalField::parse(key).map(Thing::Goal),
        _ => List::parse(root).zip(Id::parse(key)).map(|(list, id)| Thing::Entry(list, id)),
    }
}

/// The field of a feeling at the third part of its key.
fn part_field(feeling: Thing, part: &str) -> Option<Field> {
    if part == "name" {
        return Some(Field::Text);
    }
    Detail::parse(part).filter(|detail| detail.fits(feeling)).map(Field::Detail)
}

/// The field of a feeling that stands at a key of `feelings`.
pub(crate) fn feeling_field(feeling: Thing, key: &str) -> Option<Field> {
    match key.splitn(3, '/').nth(2) {
        None => Some(Field::Level),
        Some(part) => part_field(feeling, part),
    }
}

/// The fields a thing has, each a key of the document.
pub(crate) fn fields(thing: Thing) -> impl Iterator<Item = Field> {
    own_fields(thing).iter().copied().chain(details(thing).map(Field::Detail))
}

fn own_fields(thing: Thing) -> &'static [Field] {
    match thing {
        Thing::Map | Thing::Goal(_) => &[Field::Text],
        Thing::Stage(_)
        | Thing::Step(_)
        | Thing::Persona(_)
        | Thing::Note(_)
        | Thing::Entry(..) => &[Field::Text, Field::Place, Field::Deleted, Field::Purged],
        Thing::Lane(_) | Thing::Path(_) => {
            &[Field::Text, Field::Place, Field::Deleted, Field::Purged, Field::Kind]
        }
        Thing::Card(_) => {
            &[Field::Text, Field::Place, Field::Star, Field::Channel, Field::Deleted, Field::Purged]
        }
        Thing::Feeling { .. } => &[Field::Text, Field::Level],
        Thing::Version(_) => &[Field::Text, Field::Deleted],
        Thing::View(_) => &[Field::Text, Field::Deleted, Field::Purged],
    }
}

/// The key of a field within its container; `None` when the thing has no such field.
pub(crate) fn key_of(thing: Thing, field: Field) -> Option<String> {
    let has = match field {
        Field::Detail(detail) => detail.fits(thing),
        field => own_fields(thing).contains(&field),
    };
    let key = has.then(|| own_key(thing, field))?;
    Some(match thing {
        Thing::Feeling { persona, step } if field == Field::Level => format!("{persona}/{step}"),
        Thing::Feeling { persona, step } => format!("{persona}/{step}/{key}"),
        _ => key.to_owned(),
    })
}

/// The field at a key of a thing's own row.
pub(crate) fn field_at(thing: Thing, key: &str) -> Option<Field> {
    let own = own_fields(thing).iter().copied().find(|field| own_key(thing, *field) == key);
    own.or_else(|| Detail::parse(key).filter(|detail| detail.fits(thing)).map(Field::Detail))
}

fn own_key(thing: Thing, field: Field) -> &'static str {
    match field {
        Field::Text => match thing {
            Thing::Map => "title",
            Thing::Card(_) | Thing::Note(_) => "body",
            Thing::Path(_) => "condition",
            Thing::Goal(field) => field.key(),
            _ => "name",
        },
        Field::Place => "place",
        Field::Star => "star",
        Field::Channel => "channel",
        Field::Deleted => "deleted",
        Field::Purged => "purged",
        Field::Kind => "kind",
        Field::Level => "level",
        Field::Format => "",
        Field::Detail(detail) => detail.key(),
        Field::Tags | Field::Ties => "",
    }
}

/// Whether a field is an Automerge Text object rather than one scalar.
pub(crate) fn is_text(thing: Thing, field: Field) -> bool {
    field == Field::Text && !matches!(thing, Thing::Feeling { .. })
}

/// The maps standing at a key, the winner first. More than one only where a foreign program put a
/// second map over the first: all of them are read.
pub(crate) fn maps_at(doc: &AutoCommit, container: &ObjId, key: &str, at: At) -> Vec<ObjId> {
    let all = standing(doc, container, key, at).into_iter();
    all.filter(|(value, _)| matches!(value, Value::Object(ObjType::Map)))
        .map(|(_, id)| id)
        .collect()
}

/// The row objects at `key` of root map `root`, the winner first.
pub(crate) fn rows_at(doc: &AutoCommit, root: &str, key: &str, at: At) -> Vec<ObjId> {
    maps_at(doc, &ROOT, root, at).iter().flat_map(|map| maps_at(doc, map, key, at)).collect()
}

/// The objects that hold a thing's keys, the winner first; empty when it is not in the document.
pub(crate) fn containers(doc: &AutoCommit, thing: Thing, at: At) -> Vec<ObjId> {
    match thing {
        Thing::Map => vec![ROOT],
        Thing::Feeling { .. } => maps_at(doc, &ROOT, "feelings", at),
        Thing::Goal(_) => maps_at(doc, &ROOT, "goal", at),
        _ => match row_of(thing) {
            Some((root, id)) => rows_at(doc, root, &id.to_string(), at),
            None => Vec::new(),
        },
    }
}
