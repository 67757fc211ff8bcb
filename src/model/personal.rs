//! What a file tells of people and of what was deleted: its past, counted.

use super::row::row;
use super::rows::maps_at;
use super::values::{base_actor, standing};
use super::{Field, Id, List, Thing};
use automerge::legacy::{Key, ObjectId, OpType};
use automerge::{AutoCommit, ROOT, ReadDoc, ScalarValue};
use std::collections::{BTreeSet, HashSet};

/// What an ordinary export tells beside the map that is seen.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Personal {
    /// Names of people, sorted.
    pub names: Vec<String>,
    /// The names in the research log, sorted: they tell who was asked.
    pub sources: Vec<String>,
    /// How many people, with a name or without.
    pub people: usize,
    /// How many sittings: times someone had the map open and wrote.
    pub sittings: usize,
    /// How many changes.
    pub changes: usize,
    /// When the first and the last were made, milliseconds since 1970.
    pub span: Option<(i64, i64)>,
    /// How many texts hold characters that were deleted.
    pub rewritten: usize,
}

/// Reads it from a document; in proportion to all that was ever written.
pub(crate) fn personal(doc: &mut AutoCommit) -> Personal {
    let changes = doc.get_changes(&[]);
    let actors: HashSet<String> = changes.iter().map(|c| base_actor(c.actor_id())).collect();
    // The skeleton bears the time 0.
    let times = changes.iter().map(|change| change.timestamp()).filter(|time| *time > 0);
    let times: Vec<i64> = times.collect();
    let span = times.iter().min().zip(times.iter().max());
    let mut rewritten = HashSet::new();
    for change in &changes {
        let change = change.decode();
        for op in &change.operations {
            let text = matches!(op.key, Key::Seq(_)) && op.action == OpType::Delete;
            if let (true, ObjectId::Id(id)) = (text, &op.obj) {
                rewritten.insert(id.clone());
            }
        }
    }
    let (people, names) = people(doc);
    Personal {
        names: names.into_iter().collect(),
        sources: sources(doc).into_iter().collect(),
        people: people.len(),
        // One of the actors is the skeleton's.
        sittings: actors.len().saturating_sub(1),
        changes: changes.len().saturating_sub(1),
        span: span.map(|(first, last)| (first * 1000, last * 1000)),
        rewritten: rewritten.len(),
    }
}

/// What the entries of the research log are called, those in the bin too.
fn sources(doc: &AutoCommit) -> BTreeSet<String> {
    let homes = maps_at(doc, &ROOT, List::Sources.root(), None);
    let keys: BTreeSet<String> = homes.iter().flat_map(|home| doc.keys(home)).collect();
    let things = keys.iter().filter_map(|key| Id::parse(key));
    let rows = things.filter_map(|id| row(doc, Thing::Entry(List::Sources, id), None));
    let named = rows.map(|row| row.text(Field::Text).trim().to_owned());
    named.filter(|name| !name.is_empty()).collect()
}

/// The people that `actors` and `people` tell of, and what they are called: scalars under
/// `<id>/name`, or rows with a name.
fn people(doc: &AutoCommit) -> (BTreeSet<String>, BTreeSet<String>) {
    let (mut ids, mut names) = (BTreeSet::new(), BTreeSet::new());
    let text = |value: &automerge::Value| match value.as_scalar() {
        Some(ScalarValue::Str(text)) => Some(text.to_string()),
        _ => None,
    };
    for home in maps_at(doc, &ROOT, "actors", None) {
        for actor in doc.keys(&home).collect::<Vec<_>>() {
            ids.extend(standing(doc, &home, &actor, None).iter().filter_map(|(v, _)| text(v)));
        }
    }
    for home in maps_at(doc, &ROOT, "people", None) {
        for key in doc.keys(&home).collect::<Vec<_>>() {
            let (id, field) = key.split_once('/').unwrap_or((&key, ""));
            ids.insert(id.to_owned());
            let all = standing(doc, &home, &key, None);
            if field == "name" {
                names.extend(all.iter().filter_map(|(value, _)| text(value)));
            }
            for row in maps_at(doc, &home, &key, None) {
                let all = standing(doc, &row, "name", None);
                names.extend(all.iter().filter_map(|(value, _)| text(value)));
            }
        }
    }
    names.retain(|name| !name.trim().is_empty());
    (ids, names)
}
