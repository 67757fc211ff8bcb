//! Whose work this is, and who wrote what others wrote.

use super::{Change, Session};
use crate::model::authors::{Stamp, authors};
use crate::model::edit::Edit;
use crate::model::people::{self, Person};
use crate::model::{Id, Source, Thing, joined};

/// Whoever an actor wrote for.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Who {
    /// The person at this browser.
    Me(Person),
    /// Someone who left their id, and perhaps a name.
    Other(Person),
    /// Nobody introduced this actor: another program's work. The actor, in hex.
    Unknown(String),
}

/// Who wrote something, and when.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Byline {
    /// Who.
    pub who: Who,
    /// When, milliseconds since 1970; 0 if nobody noted it.
    pub at: i64,
}

/// Who wrote a thing.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Authors {
    /// Who made it.
    pub written: Option<Byline>,
    /// Whose later change shows in it last.
    pub changed: Option<Byline>,
    /// Who made what was joined into it.
    pub joined: Vec<Who>,
}

impl Session {
    /// Says whose work the coming edits are. The id goes to `actors` and, if there are any, name and
    /// colour to `people` with the next change.
    pub fn set_person(&mut self, person: Person) {
        if self.person.as_ref() != Some(&person) {
            self.person = Some(person);
            self.introduced = false;
        }
    }

    /// Who wrote as this actor (base, in hex): two looks into the document.
    pub fn who(&self, actor: &str) -> Who {
        let me = self.person.as_ref();
        match people::person_of(&self.doc, actor) {
            Some(id) => match me.filter(|me| me.id == id) {
                Some(me) => Who::Me(me.clone()),
                None => Who::Other(people::person(&self.doc, id)),
            },
            None if actor == self.actor => Who::Me(me.cloned().unwrap_or_default()),
            None => Who::Unknown(actor.to_owned()),
        }
    }

    /// The id of the person at this browser, if it was said.
    pub fn person_id(&self) -> Option<Id> {
        self.person.as_ref().map(|person| person.id)
    }

    /// What the document says of a person by their id.
    pub fn person(&self, id: Id) -> Who {
        match self.person.as_ref().filter(|me| me.id == id) {
            Some(me) => Who::Me(me.clone()),
            None => Who::Other(people::person(&self.doc, id)),
        }
    }

    /// Who wrote a thing and changed it last. Its cost goes with that thing.
    pub fn authors(&mut self, thing: Thing) -> Authors {
        let found = authors(&mut self.doc, thing);
        let mut joined = Vec::new();
        for other in joined::joined(&self.doc, &self.map, thing) {
            let made = authors(&mut self.doc, other).made;
            let who = self.who(&made.unwrap_or_default().actor);
            if !joined.contains(&who) {
                joined.push(who);
            }
        }
        let byline = |stamp: Stamp| self.byline(stamp);
        Authors { written: found.made.map(byline), changed: found.changed.map(byline), joined }
    }

    /// An operation's author as a person.
    pub(super) fn byline(&self, stamp: Stamp) -> Byline {
        Byline { who: self.who(&stamp.actor), at: stamp.at }
    }

    /// Before the map leaves this browser: writes name and colour, if they differ from what stands there
    /// and this person worked on the map. `None` when there is nothing to write.
    pub fn sign(&mut self, source: &mut dyn Source) -> Option<Change> {
        let person = self.person.clone()?;
        if people::person(&self.doc, person.id) == person
            || !people::is_contributor(&self.doc, person.id)
        {
            return None;
        }
        let change = self.apply(Edit::SetPerson(person), 0, source).ok()?;
        (!change.bytes.is_empty()).then_some(change)
    }
}
