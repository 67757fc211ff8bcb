//! Block markers: how they stand in a raw text, and what is shown for them.
//!
//! A marker begins a line. Where it stands at the beginning of one already (of the text, after a line
//! break or after another marker) it only says what that line is and takes no place in the plain text;
//! elsewhere, as ProseMirror's binding writes it, it is the line break itself. Ours stand after a line
//! break: then two people who make the same line an item at once do not add a line, and a text keeps
//! its lines when the list is taken away.

use super::rich::Block;
use super::values::{At, standing};
use automerge::transaction::Transactable;
use automerge::{AutoCommit, AutomergeError, ObjId, ObjType, ScalarValue, Value as Stored};

/// What a block marker marks. In a raw text it is one of four characters that are no characters of
/// Unicode, so that ways back of texts, which are texts, can put it there again.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Marker {
    /// The line that begins here.
    Line(Block),
    /// Something within a line, such as another program's picture: nothing is shown for it.
    Within,
}

const CODES: [(char, Marker); 4] = [
    ('\u{fdd0}', Marker::Line(Block::Plain)),
    ('\u{fdd1}', Marker::Line(Block::Bullet)),
    ('\u{fdd2}', Marker::Line(Block::Number)),
    ('\u{fdd3}', Marker::Within),
];

const TYPES: [(&str, Block); 3] = [
    ("paragraph", Block::Plain),
    ("unordered-list-item", Block::Bullet),
    ("ordered-list-item", Block::Number),
];

impl Marker {
    /// The character that stands for it in a raw text.
    pub(crate) fn code(self) -> char {
        CODES.iter().find(|(_, marker)| *marker == self).map_or('\u{fdd0}', |(code, _)| *code)
    }

    /// The marker a character of a raw text stands for.
    pub(crate) fn of(code: char) -> Option<Self> {
        CODES.iter().find(|(known, _)| *known == code).map(|(_, marker)| *marker)
    }
}

/// What the block marker made by an operation marks. Headings, quotes and the like are plain lines.
pub(crate) fn marker_at(doc: &AutoCommit, marker: &ObjId, at: At) -> Marker {
    let scalar = |key: &str| standing(doc, marker, key, at).into_iter().next();
    let embed = scalar("isEmbed").and_then(|(value, _)| value.as_scalar().cloned());
    if embed == Some(ScalarValue::Boolean(true)) {
        return Marker::Within;
    }
    let kind = scalar("type").map(|(value, id)| match value {
        Stored::Object(ObjType::Text) => super::characters::raw(doc, &id, at),
        value => value.as_str().unwrap_or_default().to_owned(),
    });
    let kind = kind.unwrap_or_default();
    Marker::Line(TYPES.iter().find(|(name, _)| *name == kind).map_or(Block::Plain, |(_, b)| *b))
}

/// Puts a block marker into a Text object.
///
/// # Errors
/// Automerge's.
pub(crate) fn put(
    doc: &mut AutoCommit,
    text: &ObjId,
    at: usize,
    marker: Marker,
) -> Result<(), AutomergeError> {
    let block = doc.split_block(text, at)?;
    let kind = match marker {
        Marker::Line(of) => TYPES.iter().find(|(_, b)| *b == of).map_or("paragraph", |(n, _)| *n),
        Marker::Within => "embed",
    };
    doc.put(&block, "type", kind)?;
    doc.put_object(&block, "parents", ObjType::List)?;
    doc.put_object(&block, "attrs", ObjType::Map)?;
    doc.put(&block, "isEmbed", marker == Marker::Within)
}

/// Where the units of a plain text stand in the raw one.
pub(crate) struct Layout {
    /// Raw units before the first unit of the plain text.
    pub(crate) lead: usize,
    /// For each unit of the plain text how many raw ones it is: a line break has the markers with it
    /// that say what the line after it is.
    pub(crate) widths: Vec<usize>,
    /// What each line is.
    pub(crate) lines: Vec<Block>,
    /// The plain text.
    pub(crate) plain: String,
}

impl Layout {
    /// Of a raw text.
    pub(crate) fn of(raw: &str) -> Self {
        let mut layout =
            Layout { lead: 0, widths: Vec::new(), lines: vec![Block::Plain], plain: String::new() };
        let mut begins = true;
        for c in raw.chars() {
            match Marker::of(c) {
                None => {
                    layout.push(c);
                    begins = c == '\n';
                }
                Some(Marker::Line(block)) => {
                    if begins {
                        layout.widen();
                    } else {
                        layout.push('\n');
                        begins = true;
                    }
                    if let Some(line) = layout.lines.last_mut() {
                        *line = block;
                    }
                }
                Some(Marker::Within) => layout.widen(),
            }
        }
        layout
    }

    fn push(&mut self, c: char) {
        self.plain.push(c);
        self.widths.extend(std::iter::repeat_n(1, c.len_utf16()));
        if c == '\n' {
            self.lines.push(Block::Plain);
        }
    }

    fn widen(&mut self) {
        match self.widths.last_mut() {
            Some(last) => *last += 1,
            None => self.lead += 1,
        }
    }

    /// The raw position of a plain one: behind the markers at the beginning of a line.
    pub(crate) fn raw(&self, plain: usize) -> usize {
        self.lead + self.widths[..plain.min(self.widths.len())].iter().sum::<usize>()
    }

    /// The plain position of a raw one.
    pub(crate) fn plain(&self, raw: usize) -> usize {
        let mut at = self.lead;
        for (plain, width) in self.widths.iter().enumerate() {
            if raw < at + width {
                return plain;
            }
            at += width;
        }
        self.widths.len()
    }
}

/// Whether some character of a text stands for a marker: in what is typed there is none.
pub(crate) fn has_markers(text: &str) -> bool {
    text.contains(|c| Marker::of(c).is_some())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_marker_breaks_a_line_only_where_none_begins() {
        for (raw, plain, lead) in [
            ("\u{fdd1}a\n\u{fdd1}b", "a\nb", 1),
            ("a\u{fdd1}b\u{fdd0}c", "a\nb\nc", 0),
            ("\u{fdd0}\u{fdd1}a\n\u{fdd1}\u{fdd2}\nb\u{fdd1}", "a\n\nb\n", 2),
            ("a\u{fdd3}b\u{fdd3}", "ab", 0),
        ] {
            let layout = Layout::of(raw);
            assert_eq!((layout.plain.as_str(), layout.lead), (plain, lead));
            assert_eq!(layout.raw(layout.widths.len()), raw.chars().count());
            for at in 0..=plain.chars().count() {
                assert_eq!(layout.plain(layout.raw(at)), at);
            }
        }
        use Block::{Bullet, Number, Plain};
        let lines = Layout::of("\u{fdd0}\u{fdd1}a\n\u{fdd1}\u{fdd2}\nb\u{fdd1}").lines;
        assert_eq!(lines, [Bullet, Number, Plain, Bullet]);
    }
}
