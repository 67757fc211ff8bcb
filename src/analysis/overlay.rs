//! Two states of a map laid over each other: the later one, with what it lost shown again, and a sign
//! on everything that differs.

use crate::model::board::arrange;
use crate::model::compare::{Differences, What};
use crate::model::delta::{Stretch, difference, units};
use crate::model::map::{Deleted, Field, Value};
use crate::model::{Id, Map, Thing};
use serde::{Deserialize, Serialize};
use std::collections::HashMap;
use std::hash::Hash;

/// What became of a thing.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize)]
pub enum Sign {
    /// It is new, or out of the bin again.
    Added,
    /// It is no longer there.
    Removed,
    /// It stands elsewhere.
    Moved,
    /// One of its values is another.
    Changed,
}

/// One stretch of a text that changed.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum Run {
    /// In both states.
    Kept(String),
    /// In the later one only.
    Come(String),
    /// In the earlier one only.
    Gone(String),
}

/// The signs of things, and the changed texts word by word.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
pub struct Signs {
    /// What became of each thing that differs.
    pub of: HashMap<Thing, Vec<Sign>>,
    /// The texts that changed.
    pub texts: HashMap<Thing, Vec<Run>>,
}

/// A map to look at: what is in either state, with signs.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
pub struct Overlay {
    /// The later state, and where they stood the things that it no longer has.
    pub map: Map,
    /// What differs.
    pub signs: Signs,
}

/// Lays `after` over `before`; `differences` is what lies between them.
pub fn overlay(before: &Map, after: &Map, differences: &Differences) -> Overlay {
    let mut map = after.clone();
    let mut signs = Signs::default();
    for one in &differences.items {
        let sign = match &one.what {
            What::Added | What::Restored => Sign::Added,
            What::Deleted => {
                show_again(before, &mut map, one.thing);
                Sign::Removed
            }
            What::Changed { field: Field::Place, .. } => Sign::Moved,
            What::Changed { field, before, after } => {
                if let (Field::Text, Value::Text(old), Value::Text(new)) = (field, before, after) {
                    signs.texts.insert(one.thing, runs(old, new));
                }
                Sign::Changed
            }
        };
        let own = signs.of.entry(one.thing).or_default();
        if !own.contains(&sign) {
            own.push(sign);
            own.sort();
        }
    }
    arrange(&mut map);
    Overlay { map, signs }
}

/// The stretches that lead from one text to another, compared by words (see
/// [`difference`](crate::model::delta)).
pub fn runs(old: &str, new: &str) -> Vec<Run> {
    let mut rest = old;
    let mut take = |length: usize| {
        let end = rest.char_indices().map(|(at, _)| at).find(|at| units(&rest[..*at]) >= length);
        let (head, tail) = rest.split_at(end.unwrap_or(rest.len()));
        rest = tail;
        head.to_owned()
    };
    let stretches = difference(old, new).0;
    stretches
        .into_iter()
        .map(|stretch| match stretch {
            Stretch::Keep(length) => Run::Kept(take(length)),
            Stretch::Delete(length) => Run::Gone(take(length)),
            Stretch::Insert(text) => Run::Come(text),
        })
        .collect()
}

/// Puts a thing that the later state deleted, or does not know, back where it stood.
fn show_again(before: &Map, map: &mut Map, thing: Thing) {
    match thing {
        Thing::Stage(id) => again(&before.stages, &mut map.stages, id, |one| &mut one.deleted),
        Thing::Step(id) => again(&before.steps, &mut map.steps, id, |one| &mut one.deleted),
        Thing::Lane(id) => again(&before.lanes, &mut map.lanes, id, |one| &mut one.deleted),
        Thing::Card(id) => again(&before.cards, &mut map.cards, id, |one| &mut one.deleted),
        Thing::Persona(id) => {
            again(&before.personas, &mut map.personas, id, |one| &mut one.deleted)
        }
        Thing::Path(id) => again(&before.paths, &mut map.paths, id, |one| &mut one.deleted),
        Thing::Entry(..)
        | Thing::Goal(_)
        | Thing::Map
        | Thing::Feeling { .. }
        | Thing::Version(_)
        | Thing::View(_)
        | Thing::Note(_) => {}
    }
}

fn again<T: Clone>(
    before: &HashMap<Id, T>,
    now: &mut HashMap<Id, T>,
    id: Id,
    deleted: fn(&mut T) -> &mut Option<Deleted>,
) where
    Id: Eq + Hash,
{
    if let Some(row) = now.get_mut(&id) {
        *deleted(row) = None;
    } else if let Some(row) = before.get(&id) {
        let mut row = row.clone();
        *deleted(&mut row) = None;
        now.insert(id, row);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_changed_sentence_shows_the_words_that_came_and_went() {
        let runs = runs("The parcel is late 😀 again", "The parcel comes late 😀 today");
        let said: String = runs
            .iter()
            .map(|run| match run {
                Run::Kept(text) => text.clone(),
                Run::Come(text) => format!("+{text}+"),
                Run::Gone(text) => format!("-{text}-"),
            })
            .collect();
        assert_eq!(said, "The parcel -is-+comes+ late 😀 -again-+today+");
    }
}
