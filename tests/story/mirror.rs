//! A mirror driven by what changes say they touched shows the same as one built from scratch.

use super::random;
use super::story::Board;
use parcours::geometry::board::shown;
use parcours::model::ids::Seeded;
use parcours::model::{Detail, Map, Thing};
use parcours::session::marks::Mark;
use parcours::session::{Change, Session};
use std::collections::{HashMap, HashSet};

/// What someone who watches a mark sees of the map. Two equal pictures need no telling.
fn picture(map: &Map, mark: Mark) -> String {
    match mark {
        Mark::Shape => format!("{:?} {:?} {:?}", map.columns, map.rows, map.cast),
        Mark::Cell(lane, step) => {
            let cards = shown(map, lane, step);
            let faces = cards.iter().map(|id| {
                let thing = Thing::Card(*id);
                let notes = map.notes_of(thing).count();
                let beside = (map.details.get(&thing), map.tags.get(id), notes);
                (id, &map.cards[id].text, map.cards[id].star, beside)
            });
            format!("{:?}", faces.collect::<Vec<_>>())
        }
        Mark::Row(lane) => {
            let steps = map.columns.iter().filter_map(|column| column.step);
            let cells = steps.map(|step| picture(map, Mark::Cell(lane, step)));
            cells.collect::<Vec<_>>().join(" ")
        }
        Mark::Curve => {
            let mut points: Vec<_> = map.feelings.iter().collect();
            points.sort_by_key(|(place, _)| **place);
            let steps = map.columns.iter().filter_map(|column| column.step);
            let stars: Vec<bool> = steps.map(|step| map.has_star(step)).collect();
            format!("{points:?} {:?} {stars:?}", map.cast)
        }
        Mark::Paths => {
            let lines: Vec<_> =
                map.rows.iter().map(|lane| map.word(Thing::Lane(*lane), Detail::Line)).collect();
            let paths: Vec<_> = map.drawn_paths().iter().map(|(id, ..)| &map.paths[id]).collect();
            format!("{paths:?} {lines:?}")
        }
        Mark::Any => String::new(),
        Mark::Thing(thing) => {
            let own = match thing {
                Thing::Map => format!("{:?}", map.title),
                Thing::Stage(id) => format!("{:?}", map.stages.get(&id)),
                Thing::Step(id) => format!("{:?}", map.steps.get(&id)),
                Thing::Lane(id) => format!("{:?}", map.lanes.get(&id)),
                Thing::Card(id) => format!("{:?}", map.cards.get(&id)),
                Thing::Persona(id) => format!("{:?}", map.personas.get(&id)),
                Thing::Version(id) => format!("{:?}", map.versions.get(&id)),
                Thing::Note(id) => format!("{:?}", map.notes.get(&id)),
                Thing::Path(id) => format!("{:?}", map.paths.get(&id)),
                Thing::View(id) => format!("{:?}", map.views.get(&id)),
                Thing::Entry(..) | Thing::Goal(_) => format!("{:?}", map.entry(thing)),
                Thing::Feeling { persona, step } => {
                    format!("{:?}", map.feelings.get(&(persona, step)))
                }
            };
            let notes: Vec<_> = map.notes_of(thing).collect();
            let tags = if let Thing::Card(id) = thing { map.tags.get(&id) } else { None };
            let beside = (map.details.get(&thing), tags, notes, map.ties.get(&thing));
            format!("{own} {beside:?} {:?}", map.choices.get(&thing))
        }
    }
}

/// All that can be watched of a map.
fn marks(map: &Map) -> HashSet<Mark> {
    let mut all = HashSet::from([Mark::Shape, Mark::Curve, Mark::Paths, Mark::Thing(Thing::Map)]);
    all.extend(map.stages.keys().map(|id| Mark::Thing(Thing::Stage(*id))));
    all.extend(map.steps.keys().map(|id| Mark::Thing(Thing::Step(*id))));
    all.extend(map.lanes.keys().map(|id| Mark::Thing(Thing::Lane(*id))));
    all.extend(map.cards.keys().map(|id| Mark::Thing(Thing::Card(*id))));
    all.extend(map.personas.keys().map(|id| Mark::Thing(Thing::Persona(*id))));
    all.extend(map.notes.keys().map(|id| Mark::Thing(Thing::Note(*id))));
    all.extend(map.paths.keys().map(|id| Mark::Thing(Thing::Path(*id))));
    all.extend(map.views.keys().map(|id| Mark::Thing(Thing::View(*id))));
    all.extend(map.entries.keys().map(|thing| Mark::Thing(*thing)));
    all.extend(parcours::model::GoalField::ALL.map(|field| Mark::Thing(Thing::Goal(field))));
    for (persona, step) in map.feelings.keys() {
        all.insert(Mark::Thing(Thing::Feeling { persona: *persona, step: *step }));
    }
    for row in &map.rows {
        all.insert(Mark::Row(*row));
        let steps = map.columns.iter().filter_map(|column| column.step);
        all.extend(steps.map(|step| Mark::Cell(*row, step)));
    }
    all
}

fn scratch(map: &Map) -> HashMap<Mark, String> {
    marks(map).into_iter().map(|mark| (mark, picture(map, mark))).collect()
}

/// What is on the screen: redrawn only where a change says so. A mark first watched now is drawn anew.
struct Mirror(HashMap<Mark, String>);

impl Mirror {
    fn apply(&mut self, session: &Session, change: &Change) {
        for mark in change.marks(session.map()) {
            self.0.insert(mark, picture(session.map(), mark));
        }
    }

    fn assert_shows(&self, map: &Map, when: &str) {
        for (mark, truth) in scratch(map) {
            if let Some(shown) = self.0.get(&mark) {
                assert_eq!(*shown, truth, "{mark:?} {when}");
            }
        }
    }
}

#[test]
fn a_mirror_driven_by_changes_equals_one_built_from_scratch() {
    for seed in random::seeds(40) {
        let mut ours = Board::new(seed);
        ours.card("seen by all");
        let saved = ours.session.save();
        let mut theirs = Board::new(seed + 7000);
        theirs.session = Session::open(&[saved], &mut Seeded::new(seed + 9000)).unwrap().session;
        (theirs.stage, theirs.step) = (ours.stage, ours.step);
        (theirs.lane, theirs.persona) = (ours.lane, ours.persona);
        let mut die = Seeded::new(seed);
        let mut mirror = Mirror(scratch(ours.session.map()));
        for turn in 0..60 {
            let when = format!("seed {seed} turn {turn}");
            let change = match die.below(10) {
                0 => ours.session.undo(&mut die),
                1 => ours.session.redo(&mut die),
                2 => {
                    for _ in 0..3 {
                        random::apply(&mut theirs);
                    }
                    let heads = ours.session.heads();
                    let bytes = theirs.session.changes_after(&heads);
                    (!bytes.is_empty()).then(|| ours.session.merge_tab(&bytes).unwrap())
                }
                3 => {
                    let file = theirs.session.save();
                    ours.session.merge_file(&file, &mut die).ok().map(|merged| merged.change)
                }
                _ => Some(random::apply(&mut ours)),
            };
            if let Some(change) = change {
                mirror.apply(&ours.session, &change);
            }
            mirror.assert_shows(ours.session.map(), &when);
            // What appears is drawn when it is mounted.
            for (mark, picture) in scratch(ours.session.map()) {
                mirror.0.entry(mark).or_insert(picture);
            }
        }
    }
}
