//! Reads a Text object as people see it: its plain text and the formatting of that.

use super::characters::raw;
use super::markers::{Layout, has_markers};
use super::rich::{Mark, Marked, Rich, href_of};
use super::values::At;
use automerge::marks::Mark as Stored;
use automerge::{AutoCommit, ObjId, ReadDoc, ScalarValue};

/// The plain text of a Text object: marks have no characters, a block marker is a line break or nothing.
pub(crate) fn plain(doc: &AutoCommit, text: &ObjId, at: At) -> String {
    let raw = raw(doc, text, at);
    if has_markers(&raw) { Layout::of(&raw).plain } else { raw }
}

/// The plain text and its formatting.
pub(crate) fn formatted(doc: &AutoCommit, text: &ObjId, at: At) -> (String, Option<Box<Rich>>) {
    let raw = raw(doc, text, at);
    let marks = marks(doc, text, at);
    let marked = has_markers(&raw);
    if !marked && marks.is_empty() {
        return (raw, None);
    }
    let layout = Layout::of(&raw);
    let place = |at: usize| if marked { layout.plain(at) } else { at };
    let mut rich = Rich::default();
    for one in &marks {
        let Some(mark) = Mark::ALL.into_iter().find(|mark| mark.name() == one.name) else {
            continue;
        };
        let value = match (mark, &one.value) {
            (_, ScalarValue::Null | ScalarValue::Boolean(false)) => continue,
            (Mark::Link, ScalarValue::Str(value)) => href_of(value),
            (Mark::Link, _) => continue,
            _ => String::new(),
        };
        rich.marks.push(Marked { from: place(one.start), to: place(one.end), mark, value });
    }
    rich.lines = layout.lines.iter().copied().enumerate().collect();
    (layout.plain, rich.settle())
}

/// The marks of a Text object in raw units. In a document without any this costs next to nothing.
pub(crate) fn marks(doc: &AutoCommit, text: &ObjId, at: At) -> Vec<Stored> {
    let marks = match at {
        None => doc.marks(text),
        Some(heads) => doc.marks_at(text, heads),
    };
    marks.unwrap_or_default()
}
