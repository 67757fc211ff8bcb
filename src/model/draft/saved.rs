//! Saved views in a draft. Their settings speak of personas by id; here, by position.

use super::Draft;
use crate::model::edit::Edit;
use crate::model::{Detail, Id, Map, Source, Thing};
use serde::{Deserialize, Serialize};

/// A saved view.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct ViewDraft {
    /// Its name.
    pub name: String,
    /// Its settings, with the position of a persona for its id.
    pub settings: String,
}

/// What stands for the id of a persona.
fn position(at: usize) -> String {
    format!("persona {at}")
}

/// Ids are so long that they stand for nothing else wherever they are found.
fn replaced(settings: &str, personas: &[Id], out: bool) -> String {
    personas.iter().enumerate().rev().fold(settings.to_owned(), |text, (at, id)| {
        let (id, at) = (id.to_string(), position(at));
        if out { text.replace(&id, &at) } else { text.replace(&at, &id) }
    })
}

impl Draft {
    /// Takes the saved views of a map.
    pub(super) fn take_views(&mut self, map: &Map) {
        let there = map.views.iter().filter(|(_, view)| view.deleted.is_none());
        let mut found: Vec<ViewDraft> = there
            .map(|(id, view)| ViewDraft {
                name: view.name.clone(),
                settings: replaced(map.word(Thing::View(*id), Detail::Settings), &map.cast, true),
            })
            .collect();
        found.sort_by(|a, b| (&a.name, &a.settings).cmp(&(&b.name, &b.settings)));
        self.views = found;
    }

    /// The edits that make the saved views, in a map with these personas.
    pub(super) fn make_views(
        &self,
        personas: &[Id],
        source: &mut dyn Source,
        edits: &mut Vec<Edit>,
    ) {
        edits.extend(self.views.iter().map(|ViewDraft { name, settings }| Edit::AddView {
            view: source.id(),
            name: name.clone(),
            settings: replaced(settings, personas, false),
        }));
    }
}
