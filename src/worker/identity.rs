//! Which map a document is: its root's scalars, read tolerantly.

use super::{Measure, Refused};
use crate::model::Kind;
use automerge::{AutoCommit, ObjId, ObjType, ROOT, ReadDoc, ScalarValue, Value, ValueRef};

/// The newest schema this version may write.
const READER: u64 = 1;
/// The schema nests three containers; anything beyond this is meant to exhaust a stack.
const MOST_DEPTH: u64 = 64;

/// Which map a document is.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Identity {
    /// Its `id`.
    pub(super) lineage: String,
    /// Its open variants, sorted.
    pub(super) variants: Vec<String>,
    /// Its title.
    pub(super) title: String,
    /// Journey or experience.
    pub(super) kind: Kind,
    /// Its `minReader`, if that is beyond this version.
    pub(super) newer: Option<u64>,
}

/// Reads which map a document is.
///
/// # Errors
/// `NotAMap` without the root's `format` and `id`.
pub(super) fn identity(document: &AutoCommit) -> Result<Identity, Refused> {
    let root = |key| words(document, &ROOT, key);
    if root("format").as_deref() != Some("parcours") {
        return Err(Refused::NotAMap);
    }
    let lineage = root("id").filter(|id| !id.is_empty()).ok_or(Refused::NotAMap)?;
    let kind = match root("kind").as_deref() {
        Some("experience") => Kind::Experience,
        _ => Kind::Journey,
    };
    let newer = number(document, "minReader").filter(|reader| *reader > READER);
    let title = root("title").unwrap_or_default();
    Ok(Identity { lineage, variants: variants(document), title, kind, newer })
}

/// The ids of the variants that were not merged back. A container can stand under `variants` more
/// than once; the rows of all count.
fn variants(document: &AutoCommit) -> Vec<String> {
    let all = document.get_all(ROOT, "variants").unwrap_or_default();
    let mut open = Vec::new();
    for (_, container) in all {
        let rows = document.keys(&container);
        open.extend(rows.filter(|row| {
            let Ok(Some((Value::Object(_), row))) = document.get(&container, row.as_str()) else {
                return false;
            };
            matches!(document.get(&row, "merged"), Ok(None))
        }));
    }
    open.sort();
    open.dedup();
    open
}

/// A text, whether it is a scalar or a Text object (without the marks of blocks in it).
fn words(document: &AutoCommit, object: &ObjId, key: &str) -> Option<String> {
    match document.get(object, key).ok()?? {
        (Value::Scalar(scalar), _) => match scalar.as_ref() {
            ScalarValue::Str(text) => Some(text.to_string()),
            _ => None,
        },
        (Value::Object(ObjType::Text), text) => {
            Some(document.text(&text).ok()?.replace('\u{fffc}', ""))
        }
        _ => None,
    }
}

/// A number of any type.
fn number(document: &AutoCommit, key: &str) -> Option<u64> {
    match document.get(ROOT, key).ok()?? {
        (Value::Scalar(scalar), _) => match scalar.as_ref() {
            ScalarValue::Uint(number) => Some(*number),
            ScalarValue::Int(number) => u64::try_from(*number).ok(),
            // Beyond any version there will be; saturating is what is wanted.
            ScalarValue::F64(number) => Some(*number as u64),
            _ => None,
        },
        _ => None,
    }
}

/// Checks that maps and lists do not stand in each other deeper than a reader may follow.
///
/// # Errors
/// `TooBig` if they do.
pub(super) fn shallow(document: &AutoCommit) -> Result<(), Refused> {
    let mut open: Vec<(ObjId, u64)> = vec![(ROOT, 0)];
    while let Some((object, depth)) = open.pop() {
        if depth > MOST_DEPTH {
            let measure = Measure::Depth;
            return Err(Refused::TooBig { measure, amount: depth, ask: false });
        }
        let children: Vec<ObjId> = match document.object_type(&object) {
            Ok(ObjType::Map | ObjType::Table) => document
                .map_range(&object, ..)
                .filter(|item| matches!(item.value, ValueRef::Object(_)))
                .map(|item| item.id())
                .collect(),
            Ok(ObjType::List) => document
                .list_range(&object, ..)
                .filter(|item| matches!(item.value, ValueRef::Object(_)))
                .map(|item| item.id())
                .collect(),
            _ => Vec::new(),
        };
        open.extend(children.into_iter().map(|child| (child, depth + 1)));
    }
    Ok(())
}
