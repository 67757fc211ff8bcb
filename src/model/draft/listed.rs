//! Entries of lists and the goal sheet in a draft.

use super::Draft;
use super::beside::{Part, Parts};
use super::known::{Known, Sort};
use crate::model::edit::{Edit, TextOf};
use crate::model::{GoalField, Id, List, Map, Source, Thing};
use serde::{Deserialize, Serialize};

/// An entry of a list.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct EntryDraft {
    /// Of which list.
    pub list: List,
    /// Its name.
    pub name: String,
}

impl Draft {
    /// Takes the entries and the goal sheet of a map.
    pub(super) fn take_lists(&mut self, map: &Map, parts: &mut Parts) {
        for list in List::ALL {
            for id in map.list(list) {
                let thing = Thing::Entry(list, *id);
                parts.push((Part::Entry(self.entries.len()), thing));
                self.entries.push(EntryDraft { list, name: map.called(thing).to_owned() });
            }
        }
        let written = GoalField::ALL.into_iter().map(|field| (field, map.goal(field).to_owned()));
        self.goal = written.filter(|(_, text)| !text.is_empty()).collect();
    }

    /// The edits that make the entries (a touchpoint of a known name is that one), and those that fill in the goal
    /// sheet where `map`, if there is one, says nothing yet.
    pub(super) fn make_lists(
        &self,
        map: Option<&Map>,
        known: &mut Known,
        parts: &mut Parts,
        source: &mut dyn Source,
        edits: &mut Vec<Edit>,
    ) {
        for (at, EntryDraft { list, name }) in self.entries.iter().enumerate() {
            let list = *list;
            let found = (list == List::Touchpoints)
                .then(|| known.take(Sort::Touchpoint, Id::default(), name));
            let id = found.flatten().unwrap_or_else(|| {
                let (id, name) = (source.id(), name.clone());
                edits.push(Edit::AddEntry { list, id, name, at: usize::MAX });
                id
            });
            parts.push((Part::Entry(at), Thing::Entry(list, id)));
        }
        let unsaid = |field: GoalField| map.is_none_or(|map| map.goal(field).is_empty());
        for (field, text) in self.goal.iter().filter(|(field, _)| unsaid(*field)) {
            let (of, text) = (TextOf::Of(Thing::Goal(*field)), text.clone());
            edits.push(Edit::SetText { of, text });
        }
    }
}
