//! Where the objects of a document belong: to which thing, row or root map.
//!
//! Automerge tells an object's parents by searching all operations for each of them; what is known of the rows makes
//! that a look into one row (of 625 ms for taking in 10,000 changes natively it took 200).

use super::rows::{ROOTS, thing_at};
use super::{Id, Thing};
use automerge::{ActorId, AutoCommit, ObjId, Prop, ReadDoc};
use std::collections::{BTreeMap, HashMap};

/// Where an object belongs.
#[derive(Clone)]
pub(super) enum Home {
    Document,
    Root(String),
    Of(Thing),
    Merges,
    Decision(Id),
    Elsewhere,
}

/// Where objects belong, as far as it was asked.
#[derive(Default)]
pub(super) struct Homes {
    known: HashMap<(u64, ActorId), Home>,
    /// The rows of the root maps, in the order of their making, once they are learnt.
    rows: BTreeMap<(ActorId, u64), Home>,
    /// Objects that were looked up in the document.
    looked_up: usize,
}

/// So many look-ups, each of which searches all operations for one, are worth reading the names of all rows.
const MANY: usize = 16;

impl Homes {
    /// Notes where an object belongs that a change makes.
    pub(super) fn learn(&mut self, counter: u64, actor: ActorId, home: Home) {
        self.known.insert((counter, actor), home);
    }

    /// Where the object that this operation made belongs.
    pub(super) fn of(&mut self, doc: &AutoCommit, counter: u64, actor: &ActorId) -> Home {
        if let Some(home) = self.known.get(&(counter, actor.clone())) {
            return home.clone();
        }
        self.looked_up += 1;
        if self.looked_up == MANY {
            self.learn_rows(doc);
        }
        if let Some(home) = self.near(doc, counter, actor) {
            return home;
        }
        // The index in the id is a hint only: Automerge looks the actor up when it is wrong.
        let object = ObjId::Id(counter, actor.clone(), 0);
        // Upwards to one that is known.
        let (mut keys, mut home) = (Vec::new(), Home::Document);
        for parent in doc.parents(&object).into_iter().flatten() {
            keys.push(if let Prop::Map(key) = parent.prop { key } else { String::new() });
            let ObjId::Id(counter, actor, _) = parent.obj else { break };
            if let Some(known) = self.known.get(&(counter, actor)) {
                home = known.clone();
                break;
            }
        }
        // Without a parent it is no object of this document.
        let nowhere = if keys.is_empty() { Home::Elsewhere } else { home };
        let home = keys.iter().rev().fold(nowhere, |home, key| home.inner(key));
        self.known.insert((counter, actor.clone()), home.clone());
        home
    }

    /// Where the rows of all root maps belong.
    fn learn_rows(&mut self, doc: &AutoCommit) {
        for root in ROOTS {
            let Ok(Some((_, map))) = doc.get(automerge::ROOT, root) else { continue };
            let home = Home::Root(root.to_owned());
            for row in doc.map_range(&map, ..) {
                if let ObjId::Id(counter, actor, _) = row.id() {
                    let inner = home.inner(&row.key);
                    self.known.insert((counter, actor.clone()), inner.clone());
                    self.rows.insert((actor, counter), inner);
                }
            }
        }
    }

    /// The home of an object that is a row or stands in the row made last before it by the same hand, as what a
    /// row is made with does.
    fn near(&mut self, doc: &AutoCommit, counter: u64, actor: &ActorId) -> Option<Home> {
        let before = (actor.clone(), 0)..=(actor.clone(), counter);
        let ((_, row), home) = self.rows.range(before).next_back()?;
        for item in doc.map_range(ObjId::Id(*row, actor.clone(), 0), ..) {
            if let ObjId::Id(counter, actor, _) = item.id() {
                self.known.insert((counter, actor), home.inner(&item.key));
            }
        }
        self.known.get(&(counter, actor.clone())).cloned()
    }
}

impl Home {
    /// Where an object at `key` of one that belongs here belongs.
    pub(super) fn inner(&self, key: &str) -> Home {
        match self {
            Home::Document if key == "title" => Home::Of(Thing::Map),
            Home::Document if ROOTS.contains(&key) => Home::Root(key.to_owned()),
            Home::Root(root) => match root.as_str() {
                "merges" => Home::Merges,
                "decisions" => Id::parse(key).map_or(Home::Elsewhere, Home::Decision),
                root => thing_at(root, key).map_or(Home::Elsewhere, Home::Of),
            },
            Home::Of(thing) => Home::Of(*thing),
            Home::Merges => Home::Merges,
            Home::Decision(id) => Home::Decision(*id),
            Home::Document | Home::Elsewhere => Home::Elsewhere,
        }
    }
}
