//! The journey maps that parts of an experience map lead into.

use super::results::Results;
use super::summary::says;
use crate::model::compare::text_of;
use crate::model::edit::Edit;
use crate::model::lead::Lead;
use crate::model::map::Value;
use crate::model::{Detail, Id, List, Map, Thing};

/// A linked map.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Link {
    /// Its entry.
    pub id: Id,
    /// Its lineage: copies of it have the same.
    pub lineage: String,
    /// Its title as last seen.
    pub title: String,
    /// What it leads from, if that is said.
    pub at: Option<Thing>,
    /// What was brought back from it last.
    pub results: Option<Results>,
}

/// The linked maps, in the order of their list.
pub fn links(map: &Map) -> Vec<Link> {
    let of = |id: &Id| {
        let thing = Thing::Entry(List::Links, *id);
        Link {
            id: *id,
            lineage: map.word(thing, Detail::Linked).to_owned(),
            title: map.called(thing).trim().to_owned(),
            at: map.referred(thing, Detail::At),
            results: Results::brought(map, thing),
        }
    };
    map.list(List::Links).iter().map(of).collect()
}

/// The linked maps that a thing leads into: of a stage shown without steps and of its only step those of both, of
/// a card also those of the touchpoint it stands for.
pub fn links_from(map: &Map, thing: Thing) -> Vec<Link> {
    let same: Vec<Thing> = match thing {
        Thing::Stage(stage) if map.is_plain(stage) => {
            map.steps_of(stage).into_iter().map(Thing::Step).collect()
        }
        Thing::Step(step) => {
            let stage = map.steps.get(&step).map(|step| step.stage);
            stage.filter(|stage| map.is_plain(*stage)).map(Thing::Stage).into_iter().collect()
        }
        Thing::Card(_) => map.referred(thing, Detail::Touchpoint).into_iter().collect(),
        _ => Vec::new(),
    };
    let leads = |link: &Link| link.at.is_some_and(|at| at == thing || same.contains(&at));
    links(map).into_iter().filter(leads).collect()
}

/// The linked maps as the list of all maps keeps them.
pub fn leads(map: &Map) -> Vec<Lead> {
    let lead = |link: Link| {
        let place = link.at.and_then(|at| Detail::At.shape().spelled(at));
        let (brought, heads) = link.results.map_or((0, Vec::new()), |one| (one.at, one.heads));
        Lead {
            lineage: link.lineage,
            title: link.title,
            from: link.at.and_then(|at| name(map, at)).unwrap_or_default(),
            place: place.unwrap_or_default(),
            brought,
            heads,
        }
    };
    links(map).into_iter().map(lead).collect()
}

/// What a thing that a map leads from is called; a step without a name by its stage.
fn name(map: &Map, at: Thing) -> Option<String> {
    let text = match at {
        Thing::Card(card) => says(map, card),
        at => text_of(map, at)?,
    };
    match at {
        Thing::Step(step) if text.trim().is_empty() => {
            text_of(map, Thing::Stage(map.steps.get(&step)?.stage))
        }
        _ => Some(text.trim().to_owned()),
    }
}

/// The edit that links a map of this lineage and title from a thing of another.
pub fn link(id: Id, lineage: &str, title: &str, at: Thing) -> Edit {
    let (thing, text) = (Thing::Entry(List::Links, id), |value: String| Some(Value::Text(value)));
    let mut edits = vec![
        Edit::AddEntry { list: List::Links, id, name: title.to_owned(), at: usize::MAX },
        Edit::Set { thing, detail: Detail::Linked, value: text(lineage.to_owned()) },
    ];
    let at = Detail::At.shape().spelled(at);
    edits.extend(at.map(|at| Edit::Set { thing, detail: Detail::At, value: text(at) }));
    Edit::Several(edits)
}

/// The edit that brings results back: the summary, and the title as it is now.
pub fn bring(link: Id, title: &str, results: &Results) -> Edit {
    let thing = Thing::Entry(List::Links, link);
    let value = Some(Value::Text(results.write()));
    Edit::Several(vec![
        Edit::SetText { of: crate::model::edit::TextOf::Of(thing), text: title.to_owned() },
        Edit::Set { thing, detail: Detail::Results, value },
    ])
}

/// The column of what a link leads from, if it is on the board: of a stage its first, of a touchpoint the first
/// where a card stands for it.
pub fn column_of(map: &Map, at: Thing) -> Option<Id> {
    match at {
        Thing::Step(step) => Some(step),
        Thing::Stage(stage) => map.steps_of(stage).first().copied(),
        Thing::Card(card) => map.cards.get(&card).map(|card| card.step),
        Thing::Entry(..) => {
            let stands = |of: &Thing| map.referred(*of, Detail::Touchpoint) == Some(at);
            let cards = map.details.keys().filter(|of| stands(of));
            let steps: Vec<Id> = cards.filter_map(|card| column_of(map, *card)).collect();
            let columns = map.columns.iter().filter_map(|column| column.step);
            columns.into_iter().find(|step| steps.contains(step))
        }
        _ => None,
    }
}
