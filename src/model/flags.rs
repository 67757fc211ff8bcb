//! Yes under composite keys: scalars `<owner>/<rest>` = true of one root map. Tags and ties are such.

use super::Thing;
use super::edit::Refused;
use super::edit::writer::Writer;
use super::history::Write;
use super::rows::maps_at;
use super::values::{At, keys_of, standing, writer_of};
use automerge::transaction::Transactable;
use automerge::{AutoCommit, ObjId, ROOT, ReadDoc, ScalarValue, Value as Stored};
use std::collections::BTreeSet;

/// A flag: its root map and its key there.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(crate) struct Flag {
    /// The root map.
    pub(crate) root: &'static str,
    /// The whole key.
    pub(crate) key: String,
}

/// Whether such a value means yes.
fn is_on(value: &Stored) -> bool {
    !matches!(
        value.as_scalar(),
        None | Some(ScalarValue::Null | ScalarValue::Boolean(false) | ScalarValue::Int(0))
    )
}

/// The keys of a root map that say yes, now or in the past.
pub(crate) fn all(doc: &AutoCommit, root: &str, at: At) -> Vec<String> {
    let homes = maps_at(doc, &ROOT, root, at);
    let items = homes.iter().flat_map(|home| keys_of(doc, home, at));
    items
        .filter(|item| is_on(&item.value.clone().into_value()))
        .map(|item| item.key.into_owned())
        .collect()
}

/// What follows `<owner>/` in the keys that say yes, now or in the past; in proportion to them.
pub(crate) fn of(doc: &AutoCommit, root: &str, owner: &str, at: At) -> BTreeSet<String> {
    // The next byte after the slash ends the range.
    let range = format!("{owner}/")..format!("{owner}0");
    let mut found = BTreeSet::new();
    for home in maps_at(doc, &ROOT, root, at) {
        let items = match at {
            None => doc.map_range(&home, range.clone()),
            Some(heads) => doc.map_range_at(&home, range.clone(), heads),
        };
        let on = items.filter(|item| is_on(&item.value.clone().into_value()));
        found.extend(on.filter_map(|item| item.key.get(owner.len() + 1..).map(str::to_owned)));
    }
    found
}

fn operations(doc: &AutoCommit, flag: &Flag) -> Vec<(ObjId, Stored<'static>, ObjId)> {
    let homes = maps_at(doc, &ROOT, flag.root, None).into_iter();
    let found = homes.flat_map(|home| {
        standing(doc, &home, &flag.key, None)
            .into_iter()
            .map(move |(value, op)| (home.clone(), value, op))
    });
    found.collect()
}

/// Says yes, or takes it back, of a thing; nothing happens where it is so already.
///
/// # Errors
/// Automerge's.
pub(crate) fn set(w: &mut Writer, thing: Thing, flag: Flag, on: bool) -> Result<(), Refused> {
    let now = operations(w.doc, &flag);
    if now.iter().any(|(_, value, _)| is_on(value)) == on {
        return Ok(());
    }
    if on {
        let homes = maps_at(w.doc, &ROOT, flag.root, None);
        w.doc.put(homes.first().ok_or(Refused::Document)?, flag.key.as_str(), true)?;
    } else {
        let homes: BTreeSet<ObjId> = now.into_iter().map(|(home, ..)| home).collect();
        homes.iter().try_for_each(|home| w.doc.delete(home, flag.key.as_str()))?;
    }
    w.log.push(Write::Flag { thing, flag, on });
    Ok(())
}

/// Goes back behind a yes that was said or taken back; `false` where others said it too.
///
/// # Errors
/// Automerge's.
pub(crate) fn reverse(
    w: &mut Writer,
    thing: Thing,
    flag: &Flag,
    was_said: bool,
    mine: Option<&str>,
) -> Result<bool, Refused> {
    let all = operations(w.doc, flag);
    let is_mine = |op: &ObjId| mine.is_none_or(|me| writer_of(op) == me);
    if was_said && !all.iter().all(|(_, _, op)| is_mine(op)) {
        return Ok(false);
    }
    set(w, thing, flag.clone(), !was_said)?;
    Ok(true)
}
