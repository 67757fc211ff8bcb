//! The touchpoint that a copied card stands for: met by its name where the card is pasted, else brought along.

use super::kept::{details, value};
use crate::model::edit::Edit;
use crate::model::json::Json;
use crate::model::{Detail, Id, List, Map, Source, Thing};

/// What it is called beside a card's details.
pub(super) const MET: &str = "met";
const NAME: &str = "name";

/// The touchpoint a card stands for, its name and what is said of it, as it goes along.
pub(super) fn of(map: &Map, card: Thing) -> Option<(String, Json)> {
    let of = map.referred(card, Detail::Touchpoint).filter(|of| map.holds(*of))?;
    let mut met = details(map, of);
    met.push((NAME.to_owned(), Json::Text(map.called(of).to_owned())));
    Some((MET.to_owned(), Json::Fields(met)))
}

/// The name of the touchpoint among what goes with a card.
pub(super) fn name(more: &[(String, Json)]) -> Option<&str> {
    let (_, met) = more.iter().find(|(name, _)| name == MET)?;
    match met.get(NAME) {
        Some(Json::Text(name)) => Some(name),
        _ => None,
    }
}

/// The touchpoints that came along in a paste, by their ids where they come from.
#[derive(Default)]
pub(super) struct Met(Vec<(String, Id)>);

impl Met {
    /// The touchpoint that stands here for one from elsewhere: the one that came already, the one of the same
    /// name, or a new one with what is said of it there; or the very one, when it is of this map. `None` where
    /// nothing says what it is called.
    pub(super) fn here(
        &mut self,
        map: &Map,
        of: String,
        json: &Json,
        source: &mut dyn Source,
        edits: &mut Vec<Edit>,
    ) -> Option<Id> {
        // Of this map, and in its bin: the card stands for it as it did.
        let own = Id::parse(&of).filter(|id| map.holds(Thing::Entry(List::Touchpoints, *id)));
        if own.is_some() {
            return own;
        }
        let name: String = json.get(NAME)?.to()?;
        let known = self.0.iter().find(|(one, _)| *one == of).map(|(_, id)| *id);
        let known = known.or_else(|| map.entry_named(List::Touchpoints, &name));
        let id = known.unwrap_or_else(|| bring(map, name, json, source, edits));
        self.0.push((of, id));
        Some(id)
    }
}

/// Makes it anew.
fn bring(
    map: &Map,
    name: String,
    json: &Json,
    source: &mut dyn Source,
    edits: &mut Vec<Edit>,
) -> Id {
    let (list, id, at) = (List::Touchpoints, source.id(), usize::MAX);
    edits.push(Edit::AddEntry { list, id, name, at });
    let thing = Thing::Entry(list, id);
    let Json::Fields(fields) = json else { return id };
    for (key, json) in fields {
        let detail = Detail::parse(key).filter(|detail| detail.fits(thing));
        let set = detail.and_then(|detail| Some((detail, value(map, detail, json, &|_| false)?)));
        edits.extend(set.map(|(detail, value)| Edit::Set { thing, detail, value: Some(value) }));
    }
    id
}
