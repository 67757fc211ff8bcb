//! Whose work a set of incoming changes is: grouped by person, each difference with whoever made it.

use super::compare::{Difference, What};
use super::touched::{Touched, touched};
use super::values::base_actor;
use super::{Field, Id, Thing, people};
use automerge::{AutoCommit, Change};
use serde::{Deserialize, Serialize};

/// What one person did.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Share {
    /// Who, as the map says; `None` when it does not.
    pub person: Option<Id>,
    /// The name the person gave; may be empty.
    pub name: String,
    /// The first of the incoming files that holds some of it, from 0.
    pub file: usize,
    /// How many changes it took.
    pub changes: usize,
    /// When the last of them was made, seconds since 1970.
    pub last: i64,
    /// Which of the differences, by their positions in the list.
    pub items: Vec<usize>,
}

/// Groups changes, which are in the document, by who made them, in order of their first change.
/// `file_of` says which file brought a change; `items` is what they changed altogether: each item is in
/// at least one share, and in several when several wrote the same field.
pub(crate) fn shares(
    doc: &AutoCommit,
    changes: &[Change],
    file_of: &dyn Fn(&Change) -> usize,
    items: &[Difference],
) -> Vec<Share> {
    let mut groups: Vec<(Option<Id>, Vec<Change>)> = Vec::new();
    let mut unknown: Vec<String> = Vec::new();
    for change in changes {
        let actor = base_actor(change.actor_id());
        let person = people::person_of(doc, &actor);
        // Without a person an actor stands for itself.
        let at = match person {
            Some(_) => groups.iter().position(|(known, _)| *known == person),
            None => unknown.iter().position(|known| *known == actor),
        };
        match at {
            Some(at) => groups[at].1.push(change.clone()),
            None => {
                groups.push((person, vec![change.clone()]));
                unknown.push(if person.is_none() { actor } else { String::new() });
            }
        }
    }
    let wrote: Vec<Touched> = groups.iter().map(|(_, changes)| touched(doc, changes)).collect();
    let mut found: Vec<Share> = groups
        .into_iter()
        .map(|(person, changes)| Share {
            person,
            name: person.map(|id| people::person(doc, id).name).unwrap_or_default(),
            file: changes.iter().map(file_of).min().unwrap_or_default(),
            changes: changes.len(),
            last: changes.iter().map(Change::timestamp).max().unwrap_or_default(),
            items: Vec::new(),
        })
        .collect();
    for (place, item) in items.iter().enumerate() {
        let mut makers = makers(&wrote, |touched| did(touched, item));
        if makers.is_empty() {
            makers = self::makers(&wrote, |touched| touched.things.contains(&item.thing));
        }
        // What follows from others' work, such as a card that lost its column, is nobody's alone.
        if makers.is_empty() {
            makers = (0..found.len().min(1)).collect();
        }
        for maker in makers {
            found[maker].items.push(place);
        }
    }
    found
}

fn makers(wrote: &[Touched], did: impl Fn(&Touched) -> bool) -> Vec<usize> {
    (0..wrote.len()).filter(|at| did(&wrote[*at])).collect()
}

/// Whether these writes made this difference.
fn did(touched: &Touched, item: &Difference) -> bool {
    let wrote = |thing: Thing, field: Option<Field>| touched.fields.contains(&(thing, field));
    match &item.what {
        What::Added => wrote(item.thing, None),
        What::Deleted | What::Restored => wrote(item.thing, Some(Field::Deleted)),
        What::Changed { field: Field::Format, .. } => wrote(item.thing, Some(Field::Text)),
        What::Changed { field, .. } => wrote(item.thing, Some(*field)),
    }
}
