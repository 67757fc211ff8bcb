//! The only hand that writes rows: every write is recorded with its way back.

use super::Refused;
use crate::model::delta::Delta;
use crate::model::formatting::plain;
use crate::model::history::{Write, in_bin};
use crate::model::map::Value;
use crate::model::people::{self, Person};
use crate::model::read::{Moved, refresh};
use crate::model::rows::{containers, key_of, maps_at, row_of, rows_at};
use crate::model::values::{At, standing, writer_of};
use crate::model::{Field, Id, Map, Source, Thing};
use automerge::transaction::Transactable;
use automerge::{AutoCommit, ObjId, ObjType, ROOT, ScalarValue, Value as Stored};

/// One open transaction: the document, the map that follows it, and what was written so far.
pub(crate) struct Writer<'a> {
    pub(crate) doc: &'a mut AutoCommit,
    pub(crate) map: &'a mut Map,
    pub(crate) source: &'a mut dyn Source,
    /// Milliseconds since 1970, one reading for the whole transaction.
    pub(crate) now: i64,
    /// Whose work this is.
    pub(crate) person: Option<Id>,
    /// Heads before the transaction, as the document spells them.
    pub(crate) heads: String,
    /// What was written, in order.
    pub(crate) log: Vec<Write>,
    /// The text changes made, in order, for those who hold positions in these texts.
    pub(crate) passed: Vec<(Thing, Delta)>,
    /// What moved on the board.
    pub(crate) moved: Moved,
}

impl Writer<'_> {
    /// Reads the things anew into the map, so that the next step of the same edit sees them.
    pub(crate) fn touch(&mut self, things: impl IntoIterator<Item = Thing>) {
        refresh(self.map, self.doc, things, &mut self.moved);
    }

    /// Whether a thing is in the map, in the bin or not.
    ///
    /// # Errors
    /// When it is not.
    pub(crate) fn known(&self, thing: Thing) -> Result<(), Refused> {
        let no_row = matches!(thing, Thing::Map | Thing::Goal(_) | Thing::Feeling { .. });
        let known = !no_row && self.map.holds(thing);
        if known { Ok(()) } else { Err(Refused::NoSuchThing(thing)) }
    }

    /// Whether a thing can be written beside: as [`Writer::known`], and the map itself and a feeling of
    /// a persona and step that are known.
    ///
    /// # Errors
    /// When it is not there.
    pub(crate) fn present(&self, thing: Thing) -> Result<(), Refused> {
        if self.map.holds(thing) { Ok(()) } else { Err(Refused::NoSuchThing(thing)) }
    }

    /// Whether a thing is in the map and not in the bin.
    ///
    /// # Errors
    /// When it is not.
    pub(crate) fn visible(&self, thing: Thing) -> Result<(), Refused> {
        if in_bin(self.map, thing) { Err(Refused::NoSuchThing(thing)) } else { Ok(()) }
    }

    /// The scalars that stand at a field now, the winner first, each value once.
    pub(crate) fn scalars(&self, thing: Thing, field: Field) -> Vec<(ScalarValue, ObjId)> {
        let Some(key) = key_of(thing, field) else { return Vec::new() };
        scalars(self.doc, &containers(self.doc, thing, None), &key, None)
    }

    /// Whether all that stands at a field was written by this actor, also where others wrote the same.
    pub(crate) fn is_mine(&self, thing: Thing, field: Field, me: &str) -> bool {
        let Some(key) = key_of(thing, field) else { return false };
        let objects = containers(self.doc, thing, None);
        let mut all = objects.iter().flat_map(|object| standing(self.doc, object, &key, None));
        all.all(|(_, op)| writer_of(&op) == me)
    }

    /// Writes (or with `None` removes) one scalar; nothing happens where it stands already, alone.
    ///
    /// # Errors
    /// When the thing has no such field or no row.
    pub(crate) fn put(
        &mut self,
        thing: Thing,
        field: Field,
        value: Option<ScalarValue>,
    ) -> Result<(), Refused> {
        let key = key_of(thing, field).ok_or(Refused::NoSuchField)?;
        let objects = containers(self.doc, thing, None);
        let (first, others) = objects.split_first().ok_or(Refused::NoSuchThing(thing))?;
        let now = scalars(self.doc, &objects, &key, None);
        let alone = now.len() < 2 && now.first().map(|(now, _)| now) == value.as_ref();
        if alone {
            return Ok(());
        }
        match &value {
            Some(value) => self.doc.put(first, key.as_str(), value.clone())?,
            None if !standing(self.doc, first, &key, None).is_empty() => {
                self.doc.delete(first, key.as_str())?;
            }
            None => {}
        }
        for other in others {
            if !standing(self.doc, other, &key, None).is_empty() {
                self.doc.delete(other, key.as_str())?;
            }
        }
        let was = now.into_iter().next().map(|(was, _)| was);
        let left = value.into_iter().collect();
        self.log.push(Write::Scalar { thing, field, was, left });
        Ok(())
    }

    /// Creates a row with all its keys under a fresh id.
    ///
    /// # Errors
    /// When the id is taken.
    pub(crate) fn create(
        &mut self,
        thing: Thing,
        text: &str,
        scalars: &[(Field, ScalarValue)],
    ) -> Result<(), Refused> {
        let (root, id) = row_of(thing).ok_or(Refused::NoSuchThing(thing))?;
        let id = id.to_string();
        if !rows_at(self.doc, root, &id, None).is_empty() {
            return Err(Refused::Document);
        }
        let home = maps_at(self.doc, &ROOT, root, None);
        let home = home.first().ok_or(Refused::Document)?;
        let row = self.doc.put_object(home, id, ObjType::Map)?;
        let key = key_of(thing, Field::Text).unwrap_or_default();
        let body = self.doc.put_object(&row, key, ObjType::Text)?;
        self.doc.splice_text(&body, 0, 0, text)?;
        for (field, scalar) in scalars {
            let key = key_of(thing, *field).ok_or(Refused::NoSuchField)?;
            self.doc.put(&row, key, scalar.clone())?;
        }
        self.log.push(Write::Made { thing });
        Ok(())
    }

    /// Writes whose work this is, and what they are called, once something was written.
    ///
    /// # Errors
    /// Automerge's.
    pub(crate) fn introduce(
        &mut self,
        actor: &str,
        person: Option<&Person>,
    ) -> Result<(), Refused> {
        let home = maps_at(self.doc, &ROOT, "actors", None);
        if let (Some(person), Some(home)) = (person, home.first())
            && self.doc.pending_ops() > 0
        {
            let id = person.id.to_string();
            let known = standing(self.doc, home, actor, None);
            if !known.iter().any(|(value, _)| value.as_str() == Some(&id)) {
                self.doc.put(home, actor, id)?;
            }
            people::write(self, person)?;
        }
        Ok(())
    }

    /// The flag that puts a thing into the bin: time and the heads seen.
    pub(crate) fn bin_flag(&self) -> ScalarValue {
        ScalarValue::Str(format!("{}|{}", self.now, self.heads).into())
    }

    /// The text of a thing as it stands in the map; `None` when it has no text or no row.
    pub(crate) fn shown_text(&self, thing: Thing) -> Option<&str> {
        let map = &self.map;
        match thing {
            Thing::Map => Some(map.title.as_str()),
            Thing::Stage(id) => map.stages.get(&id).map(|one| one.name.as_str()),
            Thing::Step(id) => map.steps.get(&id).map(|one| one.name.as_str()),
            Thing::Lane(id) => map.lanes.get(&id).map(|one| one.name.as_str()),
            Thing::Card(id) => map.cards.get(&id).map(|one| one.text.as_str()),
            Thing::Persona(id) => map.personas.get(&id).map(|one| one.name.as_str()),
            Thing::Version(id) => map.versions.get(&id).map(|one| one.name.as_str()),
            Thing::View(id) => map.views.get(&id).map(|one| one.name.as_str()),
            Thing::Note(id) => map.notes.get(&id).map(|one| one.text.as_str()),
            Thing::Path(id) => map.paths.get(&id).map(|one| one.condition.as_str()),
            Thing::Entry(..) => map.entry(thing).map(|one| one.name.as_str()),
            Thing::Goal(field) => Some(map.goal(field)),
            Thing::Feeling { .. } => None,
        }
    }

    /// The values of a field as the app understands them, the winner first.
    pub(crate) fn options(&self, thing: Thing, field: Field) -> Vec<Value> {
        let found = self.map.choices.get(&thing).into_iter().flatten();
        let of_field = found.filter(|choice| choice.field == field);
        of_field.flat_map(|choice| choice.options.iter().map(|one| one.value.clone())).collect()
    }
}

/// The scalars at a key of several containers, the winner first, each value once. A Text object where
/// a scalar belongs counts as its text.
pub(crate) fn scalars(
    doc: &AutoCommit,
    objects: &[ObjId],
    key: &str,
    at: At,
) -> Vec<(ScalarValue, ObjId)> {
    let mut found: Vec<(ScalarValue, ObjId)> = Vec::new();
    for (stored, op) in objects.iter().flat_map(|object| standing(doc, object, key, at)) {
        let scalar = match stored {
            Stored::Scalar(scalar) => scalar.into_owned(),
            Stored::Object(ObjType::Text) => ScalarValue::Str(plain(doc, &op, at).into()),
            Stored::Object(_) => continue,
        };
        if !found.iter().any(|(known, _)| *known == scalar) {
            found.push((scalar, op));
        }
    }
    found
}

impl From<automerge::AutomergeError> for Refused {
    fn from(_: automerge::AutomergeError) -> Self {
        Refused::Document
    }
}
