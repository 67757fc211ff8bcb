//! From Automerge changes to the things they touched, in proportion to the changes.
//!
//! Automerge's diff answers the same question by walking the whole document (180 ms at 10,000 cards,
//! natively); the operations themselves name their object and key, and also those that lose a conflict.

use super::homes::{Home, Homes};
use super::rows::{ROOTS, feeling_field, field_at, thing_at};
use super::{Field, GoalField, Id, Map, Thing, tags, ties};
use automerge::legacy::{Key, ObjectId, OpId, OpType};
use automerge::{AutoCommit, Change};
use std::collections::BTreeSet;

/// What some changes touched.
#[derive(Default, Debug)]
pub(crate) struct Touched {
    /// The things.
    pub(crate) things: BTreeSet<Thing>,
    /// Their fields that were written; `None` where the row itself was.
    pub(crate) fields: BTreeSet<(Thing, Option<Field>)>,
    /// A foreign program replaced a root map: read everything anew.
    pub(crate) everything: bool,
    /// Rows of `merges` were written.
    pub(crate) merges: bool,
    /// Rows of `decisions` that were written.
    pub(crate) decisions: BTreeSet<Id>,
}

/// Gathers what changes touch, batch by batch.
#[derive(Default)]
pub(crate) struct Touching {
    found: Touched,
    homes: Homes,
}

impl Touching {
    /// Adds what these changes, which are in the document, touched.
    pub(crate) fn add(&mut self, doc: &AutoCommit, changes: &[Change]) {
        let Touching { found, homes } = self;
        for change in changes {
            let change = change.decode();
            // Most operations go on where the one before was: letters of one text.
            let mut last: Option<(&ObjectId, Home)> = None;
            for (counter, op) in (change.start_op.get()..).zip(&change.operations) {
                let home = match (&op.obj, last) {
                    (object, Some((same, home))) if object == same => home,
                    (ObjectId::Root, _) => Home::Document,
                    (ObjectId::Id(OpId(counter, actor)), _) => homes.of(doc, *counter, actor),
                };
                let key = if let Key::Map(key) = &op.key { key.as_str() } else { "" };
                let inner = found.note(&home, key);
                if let OpType::Make(_) = op.action {
                    homes.learn(counter, change.actor_id.clone(), inner);
                }
                last = Some((&op.obj, home));
            }
        }
    }

    /// All that was touched since this was asked last.
    pub(crate) fn take(&mut self) -> Touched {
        std::mem::take(&mut self.found)
    }
}

/// The things touched by changes that are in the document.
pub(crate) fn touched(doc: &AutoCommit, changes: &[Change]) -> Touched {
    let mut touching = Touching::default();
    touching.add(doc, changes);
    touching.take()
}

impl Touched {
    fn wrote(&mut self, thing: Thing, field: Option<Field>) {
        self.things.insert(thing);
        self.fields.insert((thing, field));
    }

    /// Notes a write to `key` of an object and says where an object made there belongs.
    fn note(&mut self, home: &Home, key: &str) -> Home {
        match home {
            Home::Document if ROOTS.contains(&key) => {
                self.everything = true;
                Home::Root(key.to_owned())
            }
            Home::Document => {
                self.wrote(Thing::Map, field_at(Thing::Map, key).or(Some(Field::Text)));
                if key == "title" { Home::Of(Thing::Map) } else { Home::Elsewhere }
            }
            Home::Root(root) if root == "merges" => {
                self.merges = true;
                Home::Merges
            }
            Home::Root(root) if root == "decisions" => match Id::parse(key) {
                Some(id) => {
                    self.decisions.insert(id);
                    Home::Decision(id)
                }
                None => Home::Elsewhere,
            },
            Home::Root(root) if root == tags::ROOT_MAP => {
                if let Some((card, _)) = tags::parts(key) {
                    self.wrote(Thing::Card(card), Some(Field::Tags));
                }
                Home::Elsewhere
            }
            Home::Root(root) if root == ties::ROOT_MAP && key.contains('/') => {
                if let Some((from, to)) = ties::parts(key) {
                    self.wrote(from, Some(Field::Ties));
                    self.things.insert(to);
                }
                Home::Elsewhere
            }
            Home::Root(root) => match thing_at(root, key) {
                Some(thing) => {
                    let is_feeling = matches!(thing, Thing::Feeling { .. });
                    let field = is_feeling.then(|| feeling_field(thing, key)).flatten();
                    self.wrote(thing, field);
                    Home::Of(thing)
                }
                None => Home::Elsewhere,
            },
            Home::Of(thing) => {
                // Within a text there are no keys.
                let field = if key.is_empty() { Some(Field::Text) } else { field_at(*thing, key) };
                self.wrote(*thing, field.or(Some(Field::Text)));
                Home::Of(*thing)
            }
            Home::Merges => {
                self.merges = true;
                Home::Elsewhere
            }
            Home::Decision(id) => {
                self.decisions.insert(*id);
                Home::Elsewhere
            }
            Home::Elsewhere => Home::Elsewhere,
        }
    }
}

/// Adds to the things worked on those they stand in: who edits a card works on its lane, step and stage.
pub(crate) fn with_homes(map: &Map, things: &BTreeSet<Thing>) -> BTreeSet<Thing> {
    let mut all = things.clone();
    let mut steps = Vec::new();
    for thing in things {
        match thing {
            Thing::Card(id) => {
                if let Some(card) = map.cards.get(id) {
                    all.extend([Thing::Lane(card.lane), Thing::Step(card.step)]);
                    steps.push(card.step);
                }
            }
            Thing::Feeling { persona, step } => {
                all.extend([Thing::Persona(*persona), Thing::Step(*step)]);
                steps.push(*step);
            }
            Thing::Step(id) => steps.push(*id),
            Thing::Note(id) => all.extend(map.notes.get(id).map(|note| note.of)),
            Thing::Path(id) => {
                if let Some(path) = map.paths.get(id) {
                    all.extend([Thing::Step(path.from), Thing::Step(path.to)]);
                    steps.extend([path.from, path.to]);
                }
            }
            _ => {}
        }
    }
    all.extend(steps.iter().filter_map(|step| map.steps.get(step)).map(|s| Thing::Stage(s.stage)));
    all
}

/// Every thing of a map.
pub(crate) fn all_things(map: &Map) -> BTreeSet<Thing> {
    let mut all = BTreeSet::from([Thing::Map]);
    all.extend(map.stages.keys().copied().map(Thing::Stage));
    all.extend(map.steps.keys().copied().map(Thing::Step));
    all.extend(map.lanes.keys().copied().map(Thing::Lane));
    all.extend(map.cards.keys().copied().map(Thing::Card));
    all.extend(map.personas.keys().copied().map(Thing::Persona));
    all.extend(map.feelings.keys().map(|&(persona, step)| Thing::Feeling { persona, step }));
    all.extend(map.versions.keys().copied().map(Thing::Version));
    all.extend(map.views.keys().copied().map(Thing::View));
    all.extend(map.notes.keys().copied().map(Thing::Note));
    all.extend(map.paths.keys().copied().map(Thing::Path));
    all.extend(map.entries.keys());
    all.extend(GoalField::ALL.map(Thing::Goal));
    all
}
