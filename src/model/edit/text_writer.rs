//! The writer's hand for texts: splices into Text objects, recorded with their way back.

use super::Refused;
use super::writer::Writer;
use crate::model::characters::blocks;
use crate::model::delta::{Delta, Stretch, units};
use crate::model::history::{Write, raw_text};
use crate::model::rows::{containers, is_text, key_of};
use crate::model::values::standing;
use crate::model::{Field, Thing};
use automerge::transaction::Transactable;
use automerge::{ObjId, ObjType, ReadDoc, Value as Stored};

impl Writer<'_> {
    /// The Text object of a thing. A text that a foreign
    /// program wrote as a plain string becomes a Text object first.
    ///
    /// # Errors
    /// When the thing has no text.
    pub(crate) fn text_object(&mut self, thing: Thing) -> Result<ObjId, Refused> {
        if !is_text(thing, Field::Text) {
            return Err(Refused::NoSuchField);
        }
        let key = key_of(thing, Field::Text).ok_or(Refused::NoSuchField)?;
        let objects = containers(self.doc, thing, None);
        let first = objects.first().ok_or(Refused::NoSuchThing(thing))?;
        let shown =
            objects.iter().find_map(|o| standing(self.doc, o, &key, None).into_iter().next());
        match shown {
            Some((Stored::Object(ObjType::Text), id)) => Ok(id),
            shown => {
                let text = shown.and_then(|(value, _)| value.as_str().map(str::to_owned));
                self.new_text(first, &key, &text.unwrap_or_default())
            }
        }
    }

    fn new_text(&mut self, object: &ObjId, key: &str, text: &str) -> Result<ObjId, Refused> {
        let id = self.doc.put_object(object, key, ObjType::Text)?;
        self.doc.splice_text(&id, 0, 0, text)?;
        Ok(id)
    }

    /// Makes a text the only one where several Text objects stand for it (a foreign program put a
    /// second over the first).
    ///
    /// # Errors
    /// As [`Writer::text_object`].
    pub(crate) fn only_text(&mut self, thing: Thing, text: &str) -> Result<(), Refused> {
        let key = key_of(thing, Field::Text).ok_or(Refused::NoSuchField)?;
        let objects = containers(self.doc, thing, None);
        let (first, others) = objects.split_first().ok_or(Refused::NoSuchThing(thing))?;
        let was = raw_text(self.doc, thing);
        self.new_text(first, &key, text)?;
        let length = units(text);
        self.log.push(Write::Text { thing, back: Delta::splice(length, 0, length, &was) });
        for other in others {
            if !standing(self.doc, other, &key, None).is_empty() {
                self.doc.delete(other, key.as_str())?;
            }
        }
        Ok(())
    }

    /// How many Text objects (or strings) stand for a thing's text.
    pub(crate) fn texts(&self, thing: Thing) -> usize {
        let Some(key) = key_of(thing, Field::Text) else { return 0 };
        let objects = containers(self.doc, thing, None);
        objects.iter().map(|object| standing(self.doc, object, &key, None).len()).sum()
    }

    /// Changes a text; `delta` counts in plain text, as people see it. Block markers stay.
    ///
    /// # Errors
    /// When the thing has no text.
    pub(crate) fn edit_text(&mut self, thing: Thing, delta: &Delta) -> Result<(), Refused> {
        let text = self.text_object(thing)?;
        let raw = around(delta, &blocks(self.doc, &text), self.doc.length(&text));
        self.edit_raw(thing, &text, &raw)
    }

    /// Changes a text; `delta` counts in the raw text, block markers included.
    ///
    /// # Errors
    /// Automerge's.
    pub(crate) fn edit_raw(
        &mut self,
        thing: Thing,
        text: &ObjId,
        delta: &Delta,
    ) -> Result<(), Refused> {
        if delta.is_empty() {
            return Ok(());
        }
        let back = delta.inverse(&self.doc.text(text)?);
        let mut at = 0;
        for stretch in &delta.0 {
            match stretch {
                Stretch::Keep(n) => at += n,
                Stretch::Insert(new) => {
                    self.doc.splice_text(text, at, 0, new)?;
                    at += units(new);
                }
                Stretch::Delete(n) => self.doc.splice_text(text, at, *n as isize, "")?,
            }
        }
        self.log.push(Write::Text { thing, back });
        self.passed.push((thing, delta.clone()));
        Ok(())
    }
}

/// Stretches a change of the plain text around the block markers of the raw one.
fn around(delta: &Delta, blocks: &[usize], raw_length: usize) -> Delta {
    if blocks.is_empty() {
        return delta.clone();
    }
    let (mut raw, mut at) = (Delta::default(), 0);
    let mut blocks = blocks.iter().copied().peekable();
    for stretch in &delta.0 {
        let mut left = match stretch {
            Stretch::Insert(new) => {
                raw.push(Stretch::Insert(new.clone()));
                0
            }
            Stretch::Keep(n) | Stretch::Delete(n) => *n,
        };
        while left > 0 {
            let until = blocks.peek().map_or(left, |block| (block - at).min(left));
            raw.push(match stretch {
                Stretch::Delete(_) => Stretch::Delete(until),
                _ => Stretch::Keep(until),
            });
            at += until;
            left -= until;
            if left > 0 {
                blocks.next();
                raw.push(Stretch::Keep(1));
                at += 1;
            }
        }
    }
    raw.push(Stretch::Keep(raw_length.saturating_sub(at)));
    raw
}
