//! The lists that stand beside the board: touchpoints, the research log, linked maps and mentions on others'
//! pages. An entry is one row of the list's root map: a name, a place, and details.

use super::letters::fold;
use super::map::Deleted;
use super::row::Row;
use super::{Field, Id, Map, Thing};
use serde::{Deserialize, Serialize};

/// A list.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug, Serialize, Deserialize)]
pub enum List {
    /// The inventory of touchpoints: one thing each, used by any number of cards.
    Touchpoints,
    /// The research log: interviews, surveys, tests, feedback, analytics.
    Sources,
    /// Other maps that parts of this one lead into; the name is their title as last seen.
    Links,
    /// Mentions of the brand on others' pages; the name is the page.
    Mentions,
}

impl List {
    /// All of them, in their order.
    pub const ALL: [List; 4] = [List::Touchpoints, List::Sources, List::Links, List::Mentions];

    /// Its root map.
    pub fn root(self) -> &'static str {
        ["touchpoints", "sources", "links", "mentions"][self as usize]
    }

    /// The list of a root map.
    pub fn parse(root: &str) -> Option<Self> {
        List::ALL.into_iter().find(|list| list.root() == root)
    }
}

/// An entry of a list; of a field of the goal sheet, its text.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
pub struct Entry {
    /// Its name.
    pub name: String,
    /// Fractional index within the list.
    pub index: String,
    /// In the bin since.
    pub deleted: Option<Deleted>,
}

/// A text of the goal sheet: there from the beginning, one of each, never deleted.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug, Serialize, Deserialize)]
pub enum GoalField {
    /// Why this map.
    Purpose,
    /// What it covers: channels and touchpoints analysed.
    Scope,
    /// What happens in it, in sentences.
    Scenario,
    /// Who exactly it is about.
    Audience,
    /// What is to be decided with it.
    Decision,
    /// By what its success is measured.
    Success,
}

impl GoalField {
    /// All of them, in the order of the document's skeleton.
    pub const ALL: [GoalField; 6] = [
        GoalField::Purpose,
        GoalField::Scope,
        GoalField::Scenario,
        GoalField::Audience,
        GoalField::Decision,
        GoalField::Success,
    ];

    /// Its key in the root map `goal`.
    pub fn key(self) -> &'static str {
        ["purpose", "scope", "scenario", "audience", "decision", "success"][self as usize]
    }

    /// The field of a key.
    pub fn parse(key: &str) -> Option<Self> {
        GoalField::ALL.into_iter().find(|field| field.key() == key)
    }
}

/// Replaces one entry and mends the order of its list, in proportion to that list; `seat` says whether it
/// has an order yet. A text of the goal sheet that says nothing is not kept.
pub(crate) fn put(map: &mut Map, thing: Thing, row: Option<&Row>, seat: bool) {
    let new = row.map(|row| Entry {
        name: row.text(Field::Text),
        index: row.text(Field::Place),
        deleted: row.deleted(),
    });
    let new = new.filter(|new| !matches!(thing, Thing::Goal(_)) || !new.name.is_empty());
    let place = |entry: &Entry| (entry.index.clone(), entry.deleted.is_none());
    let after = new.as_ref().map(place);
    let old = match new {
        Some(new) => map.entries.insert(thing, new),
        None => map.entries.remove(&thing),
    };
    if let Thing::Entry(list, _) = thing
        && seat
        && old.as_ref().map(place) != after
    {
        order(map, list);
    }
}

/// Builds the order of every list.
pub(crate) fn arrange(map: &mut Map) {
    List::ALL.into_iter().for_each(|list| order(map, list));
}

fn order(map: &mut Map, list: List) {
    let own = map.entries.iter().filter_map(|(thing, entry)| match thing {
        Thing::Entry(of, id) if *of == list && entry.deleted.is_none() => {
            Some((entry.index.as_str(), *id))
        }
        _ => None,
    });
    let mut keyed: Vec<(&str, Id)> = own.collect();
    keyed.sort_unstable();
    map.lists[list as usize] = keyed.into_iter().map(|(_, id)| id).collect();
}

impl Map {
    /// The entries of a list that are not in the bin, in order.
    pub fn list(&self, list: List) -> &[Id] {
        &self.lists[list as usize]
    }

    /// An entry of a list, or a text of the goal sheet.
    pub fn entry(&self, thing: Thing) -> Option<&Entry> {
        self.entries.get(&thing)
    }

    /// The name of an entry, the text of a field of the goal sheet; empty when there is none.
    pub fn called(&self, thing: Thing) -> &str {
        self.entries.get(&thing).map_or("", |entry| entry.name.as_str())
    }

    /// The first entry of a list that bears a name, upper and lower case alike; an empty name is none.
    pub fn entry_named(&self, list: List, name: &str) -> Option<Id> {
        let sought = fold(name);
        let same = |id: &&Id| fold(self.called(Thing::Entry(list, **id))) == sought;
        (!sought.is_empty()).then(|| self.list(list).iter().find(same).copied())?
    }

    /// A text of the goal sheet.
    pub fn goal(&self, field: GoalField) -> &str {
        self.called(Thing::Goal(field))
    }
}
