//! What an edit does, in a word: how my own actions are listed.

use super::Thing;
use super::edit::{Edit, TextOf};

/// The word.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Verb {
    /// Something came into being.
    Add,
    /// A text was changed.
    Edit,
    /// It went to another place.
    Move,
    /// Into the bin.
    Delete,
    /// Deleted for good.
    Purge,
    /// Out of the bin.
    Restore,
    /// It was made a moment of truth, or no longer is one.
    Star,
    /// Its channel was set.
    Channel,
    /// A detail or a tag of it was set.
    Set,
    /// The level or the word of a feeling was set.
    Feel,
    /// A choice was settled.
    Choose,
    /// Others were joined into it.
    Join,
    /// It was told apart from others.
    Apart,
}

/// An action by its word and the first thing it was done to.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Deed {
    /// What was done.
    pub verb: Verb,
    /// To what.
    pub thing: Thing,
    /// How many things it was done to.
    pub count: usize,
}

impl Deed {
    /// What an edit does; what makes something comes before what goes with it.
    pub(crate) fn of(edit: &Edit) -> Deed {
        let mut all = Vec::new();
        gather(edit, &mut all);
        let first = all.iter().find(|(verb, _)| *verb == Verb::Add).or(all.first());
        let (verb, thing) = first.copied().unwrap_or((Verb::Edit, Thing::Map));
        let mut things: Vec<Thing> =
            all.iter().filter(|(of, _)| *of == verb).map(|(_, thing)| *thing).collect();
        things.sort();
        things.dedup();
        Deed { verb, thing, count: things.len().max(1) }
    }
}

fn gather(edit: &Edit, all: &mut Vec<(Verb, Thing)>) {
    let deed = match edit {
        Edit::Several(edits) => return edits.iter().for_each(|edit| gather(edit, all)),
        Edit::Found { .. } | Edit::SetPerson(_) | Edit::AddPicture { .. } => return,
        Edit::EditText { of, .. } | Edit::SetText { of, .. } => match of {
            TextOf::Title => (Verb::Edit, Thing::Map),
            TextOf::Of(thing) => (Verb::Edit, *thing),
        },
        Edit::Mark { of: TextOf::Of(thing), .. } | Edit::SetLine { of: TextOf::Of(thing), .. } => {
            (Verb::Edit, *thing)
        }
        Edit::Mark { .. } | Edit::SetLine { .. } => (Verb::Edit, Thing::Map),
        Edit::AddStage { stage, .. } => (Verb::Add, Thing::Stage(*stage)),
        Edit::AddStep { step, .. } => (Verb::Add, Thing::Step(*step)),
        Edit::AddLane { lane, .. } => (Verb::Add, Thing::Lane(*lane)),
        Edit::AddPersona { persona, .. } => (Verb::Add, Thing::Persona(*persona)),
        Edit::AddCard { card, .. } => (Verb::Add, Thing::Card(*card)),
        Edit::MoveStage { stage, .. } => (Verb::Move, Thing::Stage(*stage)),
        Edit::MoveStep { step, .. } => (Verb::Move, Thing::Step(*step)),
        Edit::MoveLane { lane, .. } => (Verb::Move, Thing::Lane(*lane)),
        Edit::MovePersona { persona, .. } => (Verb::Move, Thing::Persona(*persona)),
        Edit::MoveCard { card, .. } => (Verb::Move, Thing::Card(*card)),
        Edit::Delete(thing) => (Verb::Delete, *thing),
        Edit::Purge(thing) => (Verb::Purge, *thing),
        Edit::Restore(thing) => (Verb::Restore, *thing),
        Edit::SetStar { card, .. } => (Verb::Star, Thing::Card(*card)),
        Edit::SetChannel { card, .. } => (Verb::Channel, Thing::Card(*card)),
        Edit::SetLevel { persona, step, .. } | Edit::SetFeelingName { persona, step, .. } => {
            (Verb::Feel, Thing::Feeling { persona: *persona, step: *step })
        }
        Edit::Set { thing, .. } => (Verb::Set, *thing),
        Edit::Tag { card, .. } => (Verb::Set, Thing::Card(*card)),
        Edit::AddNote { note, .. } => (Verb::Add, Thing::Note(*note)),
        Edit::MoveNote { note, .. } => (Verb::Move, Thing::Note(*note)),
        Edit::Tie { from, .. } => (Verb::Set, *from),
        Edit::AddEntry { list, id, .. } => (Verb::Add, Thing::Entry(*list, *id)),
        Edit::MoveEntry { list, id, .. } => (Verb::Move, Thing::Entry(*list, *id)),
        Edit::AddPath { path, .. } => (Verb::Add, Thing::Path(*path)),
        Edit::MovePath { path, .. } => (Verb::Move, Thing::Path(*path)),
        Edit::Choose { thing, .. } => (Verb::Choose, *thing),
        Edit::NameVersion { version, .. } => (Verb::Add, Thing::Version(*version)),
        Edit::AddView { view, .. } => (Verb::Add, Thing::View(*view)),
        Edit::Join { keep, .. } => (Verb::Join, *keep),
        Edit::KeepApart(things) => (Verb::Apart, things.first().copied().unwrap_or(Thing::Map)),
    };
    all.push(deed);
}
