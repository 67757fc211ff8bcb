//! Ids, kinds and things in JSON.

use super::{FromJson, Json};
use crate::model::{GoalField, Id, Kind, LaneKind, List, Thing};

impl FromJson for Id {
    fn from_json(json: &Json) -> Option<Self> {
        Id::parse(&String::from_json(json)?)
    }
}

impl From<Kind> for Json {
    fn from(kind: Kind) -> Json {
        let word = if kind == Kind::Journey { "Journey" } else { "Experience" };
        Json::Text(word.to_owned())
    }
}

impl FromJson for Kind {
    fn from_json(json: &Json) -> Option<Self> {
        match String::from_json(json)?.as_str() {
            "Journey" => Some(Kind::Journey),
            "Experience" => Some(Kind::Experience),
            _ => None,
        }
    }
}

impl FromJson for LaneKind {
    /// The word of the document with a capital.
    fn from_json(json: &Json) -> Option<Self> {
        let word = String::from_json(json)?;
        LaneKind::parse(&word.to_ascii_lowercase())
    }
}

/// What an entry of each list is called in JSON.
const ENTRIES: [&str; 4] = ["Touchpoint", "Source", "Link", "Mention"];

impl From<Thing> for Json {
    fn from(thing: Thing) -> Json {
        let text = |id: Id| Json::Text(id.to_string());
        let (name, id) = match thing {
            Thing::Map => return Json::Text("Map".to_owned()),
            Thing::Feeling { persona, step } => {
                let ids = Json::fields(vec![("persona", text(persona)), ("step", text(step))]);
                return Json::fields(vec![("Feeling", ids)]);
            }
            Thing::Stage(id) => ("Stage", id),
            Thing::Step(id) => ("Step", id),
            Thing::Lane(id) => ("Lane", id),
            Thing::Card(id) => ("Card", id),
            Thing::Persona(id) => ("Persona", id),
            Thing::Version(id) => ("Version", id),
            Thing::View(id) => ("View", id),
            Thing::Note(id) => ("Note", id),
            Thing::Path(id) => ("Path", id),
            Thing::Entry(list, id) => (ENTRIES[list as usize], id),
            Thing::Goal(field) => {
                return Json::fields(vec![("Goal", Json::Text(field.key().to_owned()))]);
            }
        };
        Json::fields(vec![(name, text(id))])
    }
}

impl FromJson for Thing {
    fn from_json(json: &Json) -> Option<Self> {
        let fields = match json {
            Json::Text(word) => return (word == "Map").then_some(Thing::Map),
            Json::Fields(fields) => fields,
            _ => return None,
        };
        let [(name, json)] = fields.as_slice() else { return None };
        if name == "Feeling" {
            return Some(Thing::Feeling {
                persona: json.need("persona")?,
                step: json.need("step")?,
            });
        }
        if name == "Goal" {
            return GoalField::parse(&String::from_json(json)?).map(Thing::Goal);
        }
        let id = Id::from_json(json)?;
        Some(match name.as_str() {
            "Stage" => Thing::Stage(id),
            "Step" => Thing::Step(id),
            "Lane" => Thing::Lane(id),
            "Card" => Thing::Card(id),
            "Persona" => Thing::Persona(id),
            "Version" => Thing::Version(id),
            "View" => Thing::View(id),
            "Note" => Thing::Note(id),
            "Path" => Thing::Path(id),
            word => {
                let list = List::ALL.into_iter().find(|list| ENTRIES[*list as usize] == word)?;
                Thing::Entry(list, id)
            }
        })
    }
}
