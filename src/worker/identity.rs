//! Which map a document is, read tolerantly; and that nothing in it is too deep to follow.

use super::{Measure, Refused};
use crate::model::Map;
use crate::model::merge::open_variants;
use crate::model::read::{is_map, whole};
use automerge::{AutoCommit, ObjId, ObjType, ROOT, ReadDoc, ScalarValue, Value, ValueRef};

/// The schema nests three containers; anything beyond this is meant to exhaust a stack.
const MOST_DEPTH: u64 = 64;

/// Which map a document is.
pub(super) struct Identity {
    /// Its values, the lineage among them.
    pub(super) map: Map,
    /// Its open variants, sorted.
    pub(super) variants: Vec<String>,
    /// Its `minReader`, if that is beyond this version.
    pub(super) newer: Option<u64>,
}

/// Reads a document and says which map it is.
///
/// # Errors
/// `NotAMap` if it does not say that it is one, or bears no `id`; `TooBig` if its containers nest
/// beyond all need.
pub(super) fn identity(document: &AutoCommit) -> Result<Identity, Refused> {
    if !is_map(document) {
        return Err(Refused::NotAMap);
    }
    shallow(document)?;
    let map = whole(document);
    if map.id.is_empty() {
        return Err(Refused::NotAMap);
    }
    let variants = open_variants(document).iter().map(ToString::to_string).collect();
    let newer = map.read_only.then(|| min_reader(document));
    Ok(Identity { map, variants, newer })
}

/// The `minReader` of a document that has one.
fn min_reader(document: &AutoCommit) -> u64 {
    match document.get(ROOT, "minReader") {
        Ok(Some((Value::Scalar(scalar), _))) => match scalar.as_ref() {
            ScalarValue::Uint(number) => *number,
            ScalarValue::Int(number) => u64::try_from(*number).unwrap_or_default(),
            // Saturating: beyond any version there will be.
            ScalarValue::F64(number) => *number as u64,
            _ => 0,
        },
        _ => 0,
    }
}

/// Checks that maps and lists do not stand in each other deeper than a reader may follow.
fn shallow(document: &AutoCommit) -> Result<(), Refused> {
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
