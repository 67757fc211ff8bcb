//! The writer's hand for texts: splices into Text objects, recorded with their way back.

use super::Refused;
use super::writer::Writer;
use crate::model::characters::raw;
use crate::model::delta::{Delta, Stretch, units};
use crate::model::formatting::marks;
use crate::model::history::{Write, raw_text};
use crate::model::markers::{self, Layout, Marker, has_markers};
use crate::model::rows::{containers, is_text, key_of};
use crate::model::spans::going;
use crate::model::values::standing;
use crate::model::{Field, Thing};
use automerge::transaction::Transactable;
use automerge::{ObjId, ObjType, Value as Stored};

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

    /// Changes a text; `delta` counts in plain text, as people see it. What a line is stays while the
    /// line break before it does.
    ///
    /// # Errors
    /// When the thing has no text.
    pub(crate) fn edit_text(&mut self, thing: Thing, delta: &Delta) -> Result<(), Refused> {
        let text = self.text_object(thing)?;
        let now = raw(self.doc, &text, None);
        if !has_markers(&now) {
            return self.edit_raw(thing, &text, &typed(delta));
        }
        let around = around(&typed(delta), &Layout::of(&now), units(&now));
        self.edit_raw(thing, &text, &around)
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
        let back = delta.inverse(&raw(self.doc, text, None));
        let spans = going(&marks(self.doc, text, None), delta);
        if !spans.is_empty() {
            self.log.push(Write::Marks { thing, spans });
        }
        let mut at = 0;
        for stretch in &delta.0 {
            match stretch {
                Stretch::Keep(n) => at += n,
                Stretch::Insert(new) => at = self.insert(text, at, new)?,
                Stretch::Delete(n) => self.doc.splice_text(text, at, *n as isize, "")?,
            }
        }
        self.log.push(Write::Text { thing, back });
        self.passed.push((thing, delta.clone()));
        Ok(())
    }

    /// Puts characters and block markers into a text; gives the position behind them.
    fn insert(&mut self, text: &ObjId, mut at: usize, new: &str) -> Result<usize, Refused> {
        for part in new.split_inclusive(|c| Marker::of(c).is_some()) {
            let marker = part.chars().next_back().and_then(Marker::of);
            let letters = if marker.is_some() { &part[..part.len() - CODE] } else { part };
            if !letters.is_empty() {
                self.doc.splice_text(text, at, 0, letters)?;
                at += units(letters);
            }
            if let Some(marker) = marker {
                markers::put(self.doc, text, at, marker)?;
                at += 1;
            }
        }
        Ok(at)
    }
}

/// Bytes of a character that stands for a marker.
const CODE: usize = '\u{fdd0}'.len_utf8();

/// A change as it was typed: no character of it stands for a marker.
fn typed(delta: &Delta) -> Delta {
    let clean = |stretch: &Stretch| match stretch {
        Stretch::Insert(new) if has_markers(new) => {
            Stretch::Insert(new.chars().filter(|c| Marker::of(*c).is_none()).collect())
        }
        other => other.clone(),
    };
    Delta(delta.0.iter().map(clean).collect())
}

/// A change of the plain text as one of the raw text.
fn around(delta: &Delta, layout: &Layout, raw_length: usize) -> Delta {
    let (mut raw, mut plain) = (Delta::default(), 0);
    raw.push(Stretch::Keep(layout.lead));
    for stretch in &delta.0 {
        let wide = |n: usize| layout.raw(plain + n) - layout.raw(plain);
        match stretch {
            Stretch::Insert(new) => raw.push(Stretch::Insert(new.clone())),
            Stretch::Keep(n) => {
                raw.push(Stretch::Keep(wide(*n)));
                plain += n;
            }
            Stretch::Delete(n) => {
                raw.push(Stretch::Delete(wide(*n)));
                plain += n;
            }
        }
    }
    raw.push(Stretch::Keep(raw_length.saturating_sub(layout.raw(plain))));
    raw
}
