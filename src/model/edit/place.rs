//! Finds the fractional index for a position among visible siblings.

use super::writer::Writer;
use crate::model::order::between;
use crate::model::{Id, Map};

/// The index that puts a thing at position `at` among `siblings` (in order, the thing itself left
/// out); `None` when it stands there already.
pub(crate) fn index_at(
    w: &mut Writer,
    siblings: &[Id],
    own: Option<Id>,
    at: usize,
    index_of: &dyn for<'a> Fn(&'a Map, Id) -> Option<&'a str>,
) -> Option<String> {
    let others: Vec<Id> = siblings.iter().copied().filter(|id| Some(*id) != own).collect();
    let at = at.min(others.len());
    if own.is_some() && siblings.get(at).copied() == own {
        return None;
    }
    let index = |id: &Id| index_of(w.map, *id).map(str::to_owned);
    let before = at.checked_sub(1).and_then(|left| others.get(left)).and_then(index);
    // Equal indices (two copies drew the same) leave no room between them: step over all of them.
    let after = others[at..].iter().filter_map(index).find(|after| before.as_ref() < Some(after));
    Some(between(before.as_deref(), after.as_deref(), w.source))
}
