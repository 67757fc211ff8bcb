//! Formatting: marks on stretches of a text, lines that are list items.

use super::text::{text, thing};
use super::writer::Writer;
use super::{Refused, TextOf};
use crate::model::Thing;
use crate::model::characters::raw;
use crate::model::delta::{Delta, Stretch, units};
use crate::model::formatting::marks;
use crate::model::history::Write;
use crate::model::markers::{Layout, Marker};
use crate::model::rich::{Block, Mark, link_value};
use crate::model::spans::{Span, runs};
use automerge::marks::{ExpandMark, Mark as Stored};
use automerge::transaction::Transactable;
use automerge::{ObjId, ScalarValue};

/// Puts a mark on a stretch, or takes it off; nothing is written where it stands so already.
pub(super) fn mark(
    w: &mut Writer,
    of: TextOf,
    (from, to): (usize, usize),
    mark: Mark,
    value: Option<&str>,
) -> Result<(), Refused> {
    let thing = thing(of);
    let units: Vec<u16> = text(w, thing)?.encode_utf16().collect();
    let low = |at: usize| units.get(at).is_some_and(|unit| (0xdc00..0xe000).contains(unit));
    if from > to || to > units.len() || low(from) || low(to) {
        return Err(Refused::SpliceOutOfRange);
    }
    let text = w.text_object(thing)?;
    let layout = Layout::of(&raw(w.doc, &text, None));
    let value = value.map(|value| match mark {
        Mark::Link => ScalarValue::Str(link_value(value).into()),
        Mark::Strong | Mark::Em => ScalarValue::Boolean(true),
    });
    let (from, to) = (layout.raw(from), layout.raw(to));
    let standing = marks(w.doc, &text, None);
    let other = |was: &Option<ScalarValue>| *was != value;
    let spans: Vec<Span> = runs(&standing, mark.name(), from, to)
        .into_iter()
        .filter(|(_, _, was)| other(was))
        .map(|(from, to, was)| {
            let left = Some(value.clone());
            Span { from, to, name: mark.name().to_owned(), was, left }
        })
        .collect();
    if !spans.is_empty() {
        put(w, &text, (from, to), mark.name(), value)?;
        w.log.push(Write::Marks { thing, spans });
    }
    w.touch([thing]);
    Ok(())
}

/// Writes one mark. What is typed at the ends of bold and italic is bold and italic too, a link ends
/// where it ends: as ProseMirror's binding writes them.
fn put(
    w: &mut Writer,
    text: &ObjId,
    (from, to): (usize, usize),
    name: &str,
    value: Option<ScalarValue>,
) -> Result<(), Refused> {
    let grows = [Mark::Strong, Mark::Em].iter().any(|mark| mark.name() == name);
    let expand = if grows { ExpandMark::Both } else { ExpandMark::None };
    match value {
        Some(value) => w.doc.mark(text, Stored::new(name.to_owned(), value, from, to), expand)?,
        None => w.doc.unmark(text, name, from, to, expand)?,
    }
    Ok(())
}

/// Makes the line at a position what `block` says.
pub(super) fn line(w: &mut Writer, of: TextOf, at: usize, block: Block) -> Result<(), Refused> {
    let thing = thing(of);
    let shown = text(w, thing)?;
    if at > units(shown) {
        return Err(Refused::SpliceOutOfRange);
    }
    let text = w.text_object(thing)?;
    let raw = raw(w.doc, &text, None);
    let layout = Layout::of(&raw);
    let before = shown_before(&layout.plain, at);
    let number = before.matches('\n').count();
    let own = layout.lines.get(number).copied().unwrap_or_default();
    if own == block {
        w.touch([thing]);
        return Ok(());
    }
    let start = before.rfind('\n').map_or(0, |at| units(&before[..=at]));
    let mut delta = Delta::default();
    let behind = replace(&mut delta, &raw, layout.raw(start), |breaks| {
        let in_list = number > 0 && layout.lines[number - 1] != Block::Plain;
        (block != Block::Plain || !breaks || in_list).then_some(block)
    });
    // Other programs take a line without a marker for a part of the item above it.
    let rest = &layout.plain[before.len()..];
    let next = rest.find('\n').map(|end| units(before) + units(&rest[..=end]));
    if let Some(next) = next.map(|next| layout.raw(next)).filter(|_| block != Block::Plain) {
        delta.push(Stretch::Keep(next - behind));
        if !raw_before(&raw, next).ends_with(|c| Marker::of(c).is_some()) {
            delta.push(Stretch::Insert(Marker::Line(Block::Plain).code().to_string()));
        }
        delta.push(Stretch::Keep(units(&raw) - next));
    } else {
        delta.push(Stretch::Keep(units(&raw) - behind));
    }
    w.edit_raw(thing, &text, &delta)?;
    w.touch([thing]);
    Ok(())
}

/// Replaces the markers in front of the line whose characters begin at `start`; `marker` gives the new
/// one from whether a line break stands before them. Gives where the line's characters begin.
fn replace(
    delta: &mut Delta,
    raw: &str,
    start: usize,
    marker: impl Fn(bool) -> Option<Block>,
) -> usize {
    let head = raw_before(raw, start);
    let is_line = |c: char| matches!(Marker::of(c), Some(Marker::Line(_)));
    let bare = head.trim_end_matches(is_line);
    let breaks = bare.is_empty() || bare.ends_with('\n');
    delta.push(Stretch::Keep(units(bare)));
    if let Some(block) = marker(breaks) {
        delta.push(Stretch::Insert(Marker::Line(block).code().to_string()));
    }
    delta.push(Stretch::Delete(start - units(bare)));
    start
}

/// The part of a text before a position in UTF-16 units.
fn raw_before(text: &str, at: usize) -> &str {
    let mut units = 0;
    let end = text.char_indices().find(|(_, c)| {
        let here = units >= at;
        units += c.len_utf16();
        here
    });
    &text[..end.map_or(text.len(), |(end, _)| end)]
}

fn shown_before(text: &str, at: usize) -> &str {
    raw_before(text, at)
}

/// What of a stretch others did not make the same; `all` no longer holds when some is left out.
fn beside(kept: &[&Span], from: usize, to: usize, all: &mut bool) -> Vec<(usize, usize)> {
    let (mut free, mut at) = (Vec::new(), from);
    for own in kept.iter().filter(|own| own.from < to && own.to > from) {
        *all = false;
        free.push((at, own.from));
        at = at.max(own.to);
    }
    free.push((at, to));
    free.retain(|(from, to)| from < to);
    free
}

impl Writer<'_> {
    /// Takes from characters that came back what they found where they were put: marks of letters that are
    /// gone reach over their places. What they bore themselves is given back by [`Writer::marks_back`].
    ///
    /// # Errors
    /// Automerge's.
    pub(crate) fn bare(&mut self, thing: Thing, text: &ObjId, came: &Delta) -> Result<(), Refused> {
        let (mut at, mut found) = (0, Vec::new());
        let standing = marks(self.doc, text, None);
        for stretch in came.0.iter().filter(|_| !standing.is_empty()) {
            match stretch {
                Stretch::Keep(n) => at += n,
                Stretch::Delete(_) => {}
                Stretch::Insert(letters) => {
                    let to = at + units(letters);
                    let own = standing.iter().filter(|one| one.start < to && one.end > at);
                    found.extend(own.map(|one| Span {
                        from: one.start.max(at),
                        to: one.end.min(to),
                        name: one.name.to_string(),
                        was: None,
                        left: None,
                    }));
                    at = to;
                }
            }
        }
        self.marks_back(thing, text, &found, &[]).map(drop)
    }

    /// Gives stretches back the marks they had, where they are still as they were left and `theirs`,
    /// what others made of them apart, is not the same. `false` when some stay.
    ///
    /// # Errors
    /// Automerge's.
    pub(crate) fn marks_back(
        &mut self,
        thing: Thing,
        text: &ObjId,
        spans: &[Span],
        theirs: &[Span],
    ) -> Result<bool, Refused> {
        let length = units(&raw(self.doc, text, None));
        let (mut done, mut written) = (true, Vec::new());
        for span in spans {
            let standing = marks(self.doc, text, None);
            let (from, to) = (span.from.min(length), span.to.min(length));
            for (from, to, now) in runs(&standing, &span.name, from, to) {
                if now == span.was {
                    continue;
                }
                if span.left.as_ref().is_some_and(|left| *left != now) {
                    done = false;
                    continue;
                }
                let same = |own: &&Span| own.name == span.name && own.was == now;
                let kept: Vec<&Span> = theirs.iter().filter(same).collect();
                let kept = if span.left.is_some() { kept } else { Vec::new() };
                for (from, to) in beside(&kept, from, to, &mut done) {
                    put(self, text, (from, to), &span.name, span.was.clone())?;
                    let (name, was) = (span.name.clone(), now.clone());
                    written.push(Span { from, to, name, was, left: Some(span.was.clone()) });
                }
            }
        }
        if !written.is_empty() {
            self.log.push(Write::Marks { thing, spans: written });
        }
        Ok(done)
    }
}
