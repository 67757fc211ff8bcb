//! What is left out or folded where a map is looked at. No edit: the map itself stays as it is.

use crate::model::Id;
use crate::model::json::Json;
use std::collections::BTreeSet;

/// What is left out or folded.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Shown {
    /// Personas whose lines are not drawn.
    pub quiet: BTreeSet<Id>,
    /// Lanes folded to one line.
    pub folded: BTreeSet<Id>,
    /// Lanes that are hidden.
    pub hidden: BTreeSet<Id>,
}

impl Shown {
    /// From settings; what means nothing there is passed over.
    pub fn read(json: &Json) -> Self {
        let ids = |name: &str| {
            let texts = json.need::<Vec<String>>(name).unwrap_or_default();
            texts.iter().filter_map(|text| Id::parse(text)).collect()
        };
        Shown { quiet: ids("quiet"), folded: ids("folded"), hidden: ids("hidden") }
    }

    /// As settings.
    pub fn write(&self) -> Json {
        let ids = |all: &BTreeSet<Id>| {
            Json::texts(&all.iter().map(ToString::to_string).collect::<Vec<_>>())
        };
        let fields = [("quiet", &self.quiet), ("folded", &self.folded), ("hidden", &self.hidden)];
        Json::fields(fields.into_iter().map(|(name, all)| (name, ids(all))).collect())
    }
}

/// Puts in what is not there, takes out what is.
pub fn toggle(set: &mut BTreeSet<Id>, id: Id) {
    if !set.remove(&id) {
        set.insert(id);
    }
}
