//! A copy of a map that is asked about its history: read once, then any state of it in little time.

use super::causal::{Node, Stretch, order};
use super::{Counts, MOST, Moment, Placed, Point, Sitting, Timeline};
use crate::model::document::{Unreadable, skeleton};
use crate::model::pace::Pace;
use crate::model::read::{Moved, refresh_at, whole, whole_at};
use crate::model::rows::maps_at;
use crate::model::touched::Touching;
use crate::model::values::{base_actor, keys_of, standing};
use crate::model::{Map, Thing, chunks, merge};
use automerge::{ActorId, AutoCommit, Change, ChangeHash, ROOT};
use std::collections::{BTreeSet, HashMap};

/// A change and what it touched.
struct Entry {
    hash: ChangeHash,
    deps: Vec<usize>,
    /// Seconds since 1970; for a change that names no time that of the latest it builds on.
    time: i64,
    actor: usize,
    touched: Vec<Thing>,
    /// What it touched cannot be told thing by thing: read everything anew.
    all: bool,
}

/// The copy.
pub struct Past {
    doc: AutoCommit,
    entries: Vec<Entry>,
    known: HashMap<ChangeHash, usize>,
    actors: Vec<ActorId>,
    /// Positions among the entries, in the order of the timeline.
    order: Vec<usize>,
    sittings: Vec<Stretch>,
    whose: Vec<String>,
    /// The state read last: how much of the order it holds.
    shown: Option<(usize, Map)>,
}

impl Past {
    /// Reads a map's chunks and follows every change once.
    ///
    /// # Errors
    /// As opening the map.
    pub fn open(chunks: &[Vec<u8>]) -> Result<Self, Unreadable> {
        let mut doc = chunks::load(chunks)?.doc;
        let changes = doc.get_changes(&[]);
        let mut past = Past {
            doc,
            entries: Vec::with_capacity(changes.len()),
            known: HashMap::new(),
            actors: Vec::new(),
            order: Vec::new(),
            sittings: Vec::new(),
            whose: Vec::new(),
            shown: None,
        };
        past.follow(changes)?;
        Ok(past)
    }

    /// Takes in changes made meanwhile: concatenated Automerge changes.
    ///
    /// # Errors
    /// When they can't be read, or build on others that are not here.
    pub fn add(&mut self, bytes: &[u8]) -> Result<(), Unreadable> {
        let damaged = |reason: &str| Unreadable::Damaged(reason.to_owned());
        let mut merging = merge::Merging::begin(&mut self.doc, bytes.to_vec(), Pace::AT_ONCE);
        let done = loop {
            match merging.step(&mut self.doc) {
                Ok(false) => {}
                Ok(true) => break Ok(()),
                Err(merge::MergeError::Unreadable(reason)) => {
                    break Err(Unreadable::Damaged(reason));
                }
                Err(merge::MergeError::Missing) => {
                    break Err(damaged("changes without their predecessors"));
                }
            }
        };
        // What went in before it failed counts.
        let taken = merging.end(&mut self.doc);
        self.follow(taken.new)?;
        done
    }

    fn follow(&mut self, changes: Vec<Change>) -> Result<(), Unreadable> {
        let beginning = skeleton()?.hash();
        let mut touching = Touching::default();
        for change in changes.into_iter().filter(|change| change.hash() != beginning) {
            touching.add(&self.doc, std::slice::from_ref(&change));
            let found = touching.take();
            let deps: Vec<usize> =
                change.deps().iter().filter_map(|hash| self.known.get(hash).copied()).collect();
            let built_on = deps.iter().map(|dep| self.entries[*dep].time).max().unwrap_or_default();
            let time = if change.timestamp() > 0 { change.timestamp() } else { built_on };
            let actor = self.actor(change.actor_id());
            let touched = found.things.into_iter().collect();
            // A row of `merges` can open or settle a choice of names.
            let all = found.everything || found.merges;
            self.known.insert(change.hash(), self.entries.len());
            self.entries.push(Entry { hash: change.hash(), deps, time, actor, touched, all });
        }
        self.arrange();
        Ok(())
    }

    fn actor(&mut self, id: &ActorId) -> usize {
        // The one that wrote last is the likeliest.
        self.actors.iter().rposition(|known| known == id).unwrap_or_else(|| {
            self.actors.push(id.clone());
            self.actors.len() - 1
        })
    }

    /// Orders the changes anew: those that came may have to stand before others.
    fn arrange(&mut self) {
        let mut people: HashMap<String, String> = HashMap::new();
        for home in maps_at(&self.doc, &ROOT, "actors", None).iter().rev() {
            people.extend(keys_of(&self.doc, home, None).filter_map(|item| {
                let person = item.value.into_value().as_str().map(str::to_owned)?;
                Some((item.key.into_owned(), person))
            }));
        }
        self.whose.clear();
        let mut numbers: HashMap<String, usize> = HashMap::new();
        let whose: Vec<usize> = self
            .actors
            .iter()
            .map(|actor| {
                let actor = base_actor(actor);
                let person = people.get(&actor).cloned();
                // An actor nobody claims is somebody of its own.
                *numbers.entry(person.clone().unwrap_or(actor)).or_insert_with(|| {
                    self.whose.push(person.unwrap_or_default());
                    self.whose.len() - 1
                })
            })
            .collect();
        let node = |entry: &Entry| Node {
            hash: entry.hash,
            deps: entry.deps.clone(),
            time: entry.time,
            who: whose[entry.actor],
        };
        let nodes: Vec<Node> = self.entries.iter().map(node).collect();
        (self.order, self.sittings) = order(&nodes);
        self.shown = None;
    }

    /// The timeline.
    pub fn timeline(&mut self) -> Timeline {
        let total = self.order.len();
        let mut line = Timeline { changes: total, ..Timeline::default() };
        line.heads = self.doc.get_heads().iter().map(ToString::to_string).collect();
        let mut all_ends = Vec::new();
        for (at, sitting) in self.sittings.iter().enumerate() {
            let range = sitting.range.clone();
            let entries = || self.order[range.clone()].iter().map(|entry| &self.entries[*entry]);
            let touched: BTreeSet<Thing> =
                entries().flat_map(|entry| entry.touched.iter().copied()).collect();
            for end in ends(range.len(), total) {
                let entry = &self.entries[self.order[range.start + end - 1]];
                let change = entry.hash.to_string();
                let time = entry.time.saturating_mul(1000);
                line.moments.push(Moment { change, time, sitting: at });
                all_ends.push(range.start + end);
            }
            let time = |entry: Option<&Entry>| entry.map_or(0, |e| e.time.saturating_mul(1000));
            let person = Some(self.whose[sitting.who].clone()).filter(|id| !id.is_empty());
            line.sittings.push(Sitting {
                name: person.as_deref().map(|id| self.name(id)).unwrap_or_default(),
                person,
                from: time(entries().min_by_key(|entry| entry.time)),
                until: time(entries().max_by_key(|entry| entry.time)),
                changes: range.len(),
                counts: Counts::of(&touched),
                last: line.moments.len() - 1,
            });
        }
        line.versions = self.placed(&all_ends);
        line
    }

    /// Where the named versions stand; `ends` says where in the order the moments end.
    fn placed(&mut self, ends: &[usize]) -> Vec<Placed> {
        let mut places = vec![0; self.entries.len()];
        self.order.iter().enumerate().for_each(|(at, entry)| places[*entry] = at);
        let versions = self.map_at(&Point::Now).map(|(map, _)| map.versions).unwrap_or_default();
        let mut found: Vec<(usize, Placed)> = Vec::new();
        for (id, version) in versions.iter().filter(|(_, version)| version.deleted.is_none()) {
            let heads = version.heads.iter().filter_map(|hash| self.known.get(&hash.parse().ok()?));
            let Some(last) = heads.map(|entry| places[*entry]).max() else { continue };
            let sitting = self.sittings.partition_point(|one| one.range.end <= last);
            let moment = ends.partition_point(|end| *end <= last);
            found.push((last, Placed { version: *id, sitting, moment }));
        }
        found.sort_by_key(|(last, placed)| (std::cmp::Reverse(*last), placed.version));
        found.into_iter().map(|(_, placed)| placed).collect()
    }

    fn name(&self, person: &str) -> String {
        let key = format!("{person}/name");
        let homes = maps_at(&self.doc, &ROOT, "people", None);
        let names = homes.iter().flat_map(|home| standing(&self.doc, home, &key, None));
        names.filter_map(|(name, _)| name.as_str().map(str::to_owned)).next().unwrap_or_default()
    }

    /// The map at a point, and its heads; `None` when changes it rests on are not here.
    pub fn map_at(&mut self, point: &Point) -> Option<(Map, Vec<String>)> {
        let (heads, end) = self.heads_at(point)?;
        let map = match end {
            Some(end) => self.prefix(end, &heads),
            None => whole_at(&self.doc, Some(&heads)),
        };
        Some((map, heads.iter().map(ToString::to_string).collect()))
    }

    fn heads_at(&mut self, point: &Point) -> Option<(Vec<ChangeHash>, Option<usize>)> {
        match point {
            Point::Now => Some((self.doc.get_heads(), Some(self.order.len()))),
            Point::Moment(change) => {
                let entry = self.known.get(&change.parse().ok()?)?;
                let end = self.order.iter().position(|at| at == entry)? + 1;
                Some((self.heads_of(end), Some(end)))
            }
            Point::Heads(heads) => {
                let heads: Option<Vec<ChangeHash>> =
                    heads.iter().map(|hash| hash.parse().ok()).collect();
                let heads = heads.filter(|heads| !heads.is_empty())?;
                heads.iter().all(|hash| self.known.contains_key(hash)).then_some((heads, None))
            }
        }
    }

    /// The heads of the first `end` changes of the order.
    fn heads_of(&self, end: usize) -> Vec<ChangeHash> {
        let mut built_on = vec![false; self.entries.len()];
        for entry in &self.order[..end] {
            self.entries[*entry].deps.iter().for_each(|dep| built_on[*dep] = true);
        }
        let heads = self.order[..end].iter().filter(|entry| !built_on[**entry]);
        heads.map(|entry| self.entries[*entry].hash).collect()
    }

    /// The map after the first `end` changes: from the state read last, where that is near.
    fn prefix(&mut self, end: usize, heads: &[ChangeHash]) -> Map {
        if let Some((last, mut map)) = self.shown.take() {
            let between = &self.order[last.min(end)..last.max(end)];
            let entries = || between.iter().map(|entry| &self.entries[*entry]);
            let things: BTreeSet<Thing> =
                entries().flat_map(|entry| entry.touched.iter().copied()).collect();
            // Reading everything is one pass; reading a thing looks it up.
            if !entries().any(|entry| entry.all) && things.len() * 4 < map.cards.len().max(200) {
                let things = things.into_iter().collect();
                refresh_at(&mut map, &self.doc, things, &mut Moved::default(), Some(heads));
                return self.shown.insert((end, map)).1.clone();
            }
        }
        let map = if end == self.order.len() {
            whole(&self.doc)
        } else {
            whole_at(&self.doc, Some(heads))
        };
        self.shown.insert((end, map)).1.clone()
    }
}

/// Where the moments of a sitting of `own` changes end, of `total` in all.
fn ends(own: usize, total: usize) -> impl Iterator<Item = usize> {
    let count = if total <= MOST { own } else { (own * MOST / total).max(1) };
    (1..=count).map(move |at| at * own / count)
}
