//! What others did since the person last looked at the map: kept until it is marked as seen.

use super::{Session, heads};
use crate::model::Thing;
use crate::model::people::person_of;
use crate::model::touched::{Touched, touched};
use crate::model::values::base_actor;
use automerge::{ActorId, Change as Stored};
use std::collections::HashMap;

/// What others did to a thing.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum News {
    /// They made it.
    New,
    /// They changed it.
    Changed,
}

impl Session {
    /// Takes note of what others changed since these heads (hexadecimal); nothing when none of them is
    /// in this map. In proportion to what is new. Gives the things to be marked.
    pub fn look_since(&mut self, seen: &[String]) -> Vec<Thing> {
        let known = seen.iter().filter_map(|head| heads::parse_one(head));
        let known: Vec<_> =
            known.filter(|hash| self.doc.get_change_meta_by_hash(hash).is_some()).collect();
        if !known.is_empty() && known != self.doc.get_heads() {
            let new = self.doc.get_changes(&known);
            self.hear_of(&new, None);
        }
        self.news.keys().copied().collect()
    }

    /// What others did to a thing since the person last looked.
    pub fn news_of(&self, thing: Thing) -> Option<News> {
        self.news.get(&thing).copied()
    }

    /// Everything that others made or changed since the person last looked.
    pub fn news(&self) -> impl Iterator<Item = (Thing, News)> + '_ {
        self.news.iter().map(|(thing, news)| (*thing, *news))
    }

    /// All of it was seen. Gives the things that bear no mark any more.
    pub fn mark_seen(&mut self) -> Vec<Thing> {
        std::mem::take(&mut self.news).into_keys().collect()
    }

    /// Notes what the changes of others among these touched; `all` is what all of them touched, if
    /// that is known.
    pub(super) fn hear_of(&mut self, changes: &[Stored], all: Option<&Touched>) {
        let me = self.person_id();
        let is_mine = |actor: &ActorId| {
            let actor = base_actor(actor);
            actor == self.actor || (me.is_some() && person_of(&self.doc, &actor) == me)
        };
        // Asked once an actor: ten thousand changes come from a few.
        let mut mine: HashMap<&ActorId, bool> = HashMap::new();
        for change in changes {
            mine.entry(change.actor_id()).or_insert_with_key(|actor| is_mine(actor));
        }
        let own;
        let found = match all {
            _ if mine.values().all(|mine| *mine) => return,
            Some(all) if mine.values().all(|mine| !mine) => all,
            _ => {
                let others = changes.iter().filter(|change| !mine[change.actor_id()]);
                own = touched(&self.doc, &others.cloned().collect::<Vec<_>>());
                &own
            }
        };
        for thing in &found.things {
            let made = found.fields.contains(&(*thing, None));
            let news = self.news.entry(*thing).or_insert(News::Changed);
            if made {
                *news = News::New;
            }
        }
    }
}
