//! Reads the fields of one thing, now or in the past, with every value that stands for each.

use super::map::{Deleted, Value};
use super::rows::{containers, field_at, fields, key_of, row_of};
use super::values::{At, Standing, add_different, keys_of, standing, understood};
use super::{Field, Thing};
use automerge::{AutoCommit, ObjId, ObjType, Value as Stored};

/// The fields of one thing: for each the different values that stand there, the winner first.
#[derive(Debug, Default, PartialEq)]
pub(crate) struct Row(pub(crate) Vec<(Field, Vec<Standing>)>);

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

    /// The text shown for a field, empty when there is none.
    pub(crate) fn text(&self, field: Field) -> String {
        match self.value(field) {
            Value::Text(text) => text.clone(),
            _ => String::new(),
        }
    }

    /// Since when the thing is in the bin.
    pub(crate) fn deleted(&self) -> Option<Deleted> {
        let Value::Text(flag) = self.value(Field::Deleted) else { return None };
        let time = flag.split('|').next().and_then(|time| time.parse().ok());
        let purged = *self.value(Field::Purged) == Value::Bool(true);
        Some(Deleted { at: time.unwrap_or_default(), purged })
    }
}

/// Reads the fields of a thing, now or in the past; `None` when it has no row there.
pub(crate) fn row(doc: &AutoCommit, thing: Thing, at: At) -> Option<Row> {
    row_in(doc, thing, &containers(doc, thing, at), at)
}

/// Reads the fields of a thing from the objects that hold them.
pub(crate) fn row_in(doc: &AutoCommit, thing: Thing, objects: &[ObjId], at: At) -> Option<Row> {
    let mut row = Row::default();
    objects.iter().for_each(|object| read_keys(doc, thing, object, at, &mut row));
    (!objects.is_empty()).then_some(row)
}

fn read_keys(doc: &AutoCommit, thing: Thing, object: &ObjId, at: At, row: &mut Row) {
    // A row is read in one pass; conflicting keys are looked at singly.
    if row_of(thing).is_some() {
        for item in keys_of(doc, object, at) {
            let Some(field) = field_at(thing, &item.key) else { continue };
            if item.conflict {
                read_key(doc, (thing, field), object, &item.key, at, row);
            } else {
                let op = item.id();
                let stored = item.value.into_value();
                row.add(field, understood(doc, thing, field, (&stored, op), at));
            }
        }
        return;
    }
    for field in fields(thing) {
        if let Some(key) = key_of(thing, field) {
            read_key(doc, (thing, field), object, &key, at, row);
        }
    }
}

fn read_key(
    doc: &AutoCommit,
    (thing, field): (Thing, Field),
    object: &ObjId,
    key: &str,
    at: At,
    row: &mut Row,
) {
    for (stored, op) in standing(doc, object, key, at) {
        row.add(field, understood(doc, thing, field, (&stored, op), at));
    }
}

/// The winning Text object of a thing.
pub(crate) fn text_at(doc: &AutoCommit, thing: Thing, at: At) -> Option<ObjId> {
    let key = key_of(thing, Field::Text)?;
    let objects = containers(doc, thing, at);
    let first = objects.iter().find_map(|o| standing(doc, o, &key, at).into_iter().next());
    first.filter(|(stored, _)| matches!(stored, Stored::Object(ObjType::Text))).map(|(_, id)| id)
}
