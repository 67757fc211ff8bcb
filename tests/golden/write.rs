//! Writes the kept maps that are missing, when asked to.

use crate::outline::outline;
use automerge::marks::{ExpandMark, Mark};
use automerge::transaction::Transactable;
use automerge::{AutoCommit, ObjId, ROOT, ReadDoc};
use parcours::analysis::results::Results;
use parcours::exchange::example;
use parcours::model::edit::{Edit, Splice, TextOf};
use parcours::model::ids::Seeded;
use parcours::model::map::Value;
use parcours::model::people::Person;
use parcours::model::{Detail, GoalField, Id, Kind, LaneKind, List, NoteField, Source, Thing};
use parcours::session::Session;
use std::fs;
use std::path::Path;

/// Writes what is not there yet, if `PARCOURS_WRITE_GOLDEN` is set.
pub fn write_missing(folder: &Path) {
    if std::env::var_os("PARCOURS_WRITE_GOLDEN").is_none() {
        return;
    }
    for (name, bytes) in all() {
        let path = folder.join(name).with_extension("parcours");
        if !path.exists() {
            fs::write(&path, bytes).unwrap();
        }
        let read = path.with_extension("txt");
        if !read.exists() {
            let opened = Session::open(&[fs::read(&path).unwrap()], &mut Seeded::new(0)).unwrap();
            fs::write(read, outline(&opened.session)).unwrap();
        }
    }
}

fn all() -> Vec<(&'static str, Vec<u8>)> {
    let mut found = vec![
        ("0_1-blank", blank()),
        ("0_1-bin", bin()),
        ("0_1-foreign", foreign()),
        ("0_1-method", method()),
    ];
    found.extend(copies());
    found
}

fn apply(session: &mut Session, source: &mut Seeded, edit: Edit) {
    session.apply(edit, 0, source).unwrap();
}

fn blank() -> Vec<u8> {
    let mut source = Seeded::new(101);
    let (stage, step, lane, persona) = (source.id(), source.id(), source.id(), source.id());
    let first = Edit::Several(vec![
        Edit::AddPersona { persona, name: "Customer".into(), at: 0 },
        Edit::AddLane { lane, kind: LaneKind::Text, name: "Free text".into(), at: 0 },
        Edit::AddStage { stage, step, name: "New stage".into(), at: 0 },
    ]);
    Session::create(Kind::Journey, first, &mut source).unwrap().0.save()
}

/// The example, as it was begun.
fn begun() -> Session {
    let json = Path::new(env!("CARGO_MANIFEST_DIR")).join("public/examples/journey.en.json");
    let draft = example::read(&fs::read_to_string(json).unwrap()).unwrap();
    let mut source = Seeded::new(102);
    let first = draft.to_edit(&mut source);
    Session::create(Kind::Journey, first, &mut source).unwrap().0
}

fn copy(bytes: &[u8], source: &mut Seeded) -> Session {
    let mut session = Session::open(&[bytes.to_vec()], source).unwrap().session;
    session.set_person(Person { id: source.id(), ..Person::default() });
    session
}

fn first_cards(session: &Session, count: usize) -> Vec<Id> {
    let map = session.map();
    let cells = map.rows.iter().flat_map(|lane| {
        map.columns.iter().filter_map(|c| c.step).flat_map(|step| map.cell(*lane, step).to_vec())
    });
    cells.take(count).collect()
}

/// The example edited by two people apart; merged, that undone, taken in again; and a variant of it.
fn copies() -> Vec<(&'static str, Vec<u8>)> {
    let start = begun().save();
    let (mut one, mut two) = (Seeded::new(103), Seeded::new(104));
    let (mut ann, mut ben) = (copy(&start, &mut one), copy(&start, &mut two));
    let cards = first_cards(&ann, 5);
    let map = ann.map().clone();
    let (lane, step, persona) = (map.rows[0], map.columns[3].step.unwrap(), map.cast[0]);
    let stage = Thing::Stage(map.columns[0].stage);
    let of = TextOf::Of(Thing::Card(cards[0]));
    let typed = |at, insert: &str| vec![Splice { at, delete: 0, insert: insert.into() }];

    let s = &mut one;
    apply(&mut ann, s, Edit::EditText { of, splices: typed(0, "Ann 🚲: ") });
    apply(&mut ann, s, Edit::MoveCard { card: cards[1], lane, step, at: 0 });
    apply(&mut ann, s, Edit::SetChannel { card: cards[2], channel: Some("shop".into()) });
    apply(&mut ann, s, Edit::SetLevel { persona, step, level: Some(4) });
    apply(&mut ann, s, Edit::SetFeelingName { persona, step, name: "glad".into() });
    apply(&mut ann, s, Edit::SetText { of: TextOf::Of(stage), text: "Looking around".into() });
    apply(&mut ann, s, Edit::Delete(Thing::Card(cards[3])));
    apply(&mut ann, s, Edit::SetStar { card: cards[4], star: true });
    ann.undo(s).unwrap();

    let s = &mut two;
    let other = map.columns[1].step.unwrap();
    apply(&mut ben, s, Edit::EditText { of, splices: typed(3, "[Ben]") });
    apply(&mut ben, s, Edit::MoveCard { card: cards[1], lane, step: other, at: 0 });
    apply(&mut ben, s, Edit::SetChannel { card: cards[2], channel: Some("a fair".into()) });
    apply(&mut ben, s, Edit::SetLevel { persona, step, level: Some(-4) });
    apply(&mut ben, s, Edit::SetText { of: TextOf::Of(stage), text: "First sight".into() });
    apply(
        &mut ben,
        s,
        Edit::SetText { of: TextOf::Of(Thing::Card(cards[3])), text: "Kept?".into() },
    );
    let new = s.id();
    let (text, star) = ("Ben’s own".to_owned(), true);
    let add = Edit::AddCard { card: new, lane, step, at: 9, text, star, channel: None };
    apply(&mut ben, s, add);

    let (ann_file, ben_file) = (ann.save(), ben.save());
    let mut merged = copy(&ann_file, &mut one);
    let row = merged.merge_file(&ben_file, &mut one).unwrap().merge.unwrap();
    let merged_file = merged.save();
    merged.undo_merge(row, &mut one).unwrap();
    let undone = merged.save();
    merged.redo_merge(row, &mut one).unwrap();

    let mut variant = copy(&ann_file, &mut two);
    variant.begin_variant("A writer’s first week – to be", &mut two).unwrap();
    let of = TextOf::Of(Thing::Card(cards[4]));
    apply(&mut variant, &mut two, Edit::SetText { of, text: "Is greeted by name".into() });
    let mut original = copy(&ben_file, &mut one);
    original.merge_variant(&variant.save(), &mut one).unwrap();
    vec![
        ("0_1-example", start),
        ("0_1-example-ann", ann_file),
        ("0_1-example-ben", ben_file),
        ("0_1-example-merged", merged_file),
        ("0_1-example-undone", undone),
        ("0_1-example-taken-again", merged.save()),
        ("0_1-example-variant", variant.save()),
        ("0_1-example-variant-merged", original.save()),
    ]
}

/// Things in the bin of every sort, cards that lost their place, and things purged.
fn bin() -> Vec<u8> {
    let mut source = Seeded::new(105);
    let mut session = copy(&begun().save(), &mut source);
    let map = session.map().clone();
    let s = &mut source;
    let (card, step) = (first_cards(&session, 1)[0], map.columns[1].step.unwrap());
    let last = map.columns.last().unwrap().stage;
    for thing in [
        Thing::Card(card),
        Thing::Step(step),
        Thing::Lane(map.rows[1]),
        Thing::Lane(map.rows[2]),
        Thing::Stage(last),
    ] {
        apply(&mut session, s, Edit::Delete(thing));
    }
    apply(&mut session, s, Edit::Purge(Thing::Lane(map.rows[2])));
    apply(&mut session, s, Edit::Purge(Thing::Card(card)));
    // Someone types into the purged card all the same.
    let of = TextOf::Of(Thing::Card(card));
    apply(&mut session, s, Edit::SetText { of, text: "Typed later".into() });
    session.save()
}

/// An entry of every list, the goal sheet, ties, results brought back; an entry in the bin, one with odd values.
fn method() -> Vec<u8> {
    let mut source = Seeded::new(107);
    let mut session = copy(&begun().save(), &mut source);
    let map = session.map().clone();
    let (card, stage) = (first_cards(&session, 1)[0], map.columns[0].stage);
    let step = map.columns[0].step.unwrap();
    let s = &mut source;
    let mut made = Vec::new();
    for (list, names) in [
        (List::Touchpoints, ["Counter", "Kiosk"]),
        (List::Sources, ["Interviews", "Survey"]),
        (List::Links, ["Paying", "Returning"]),
        (List::Mentions, ["A blog", "A forum"]),
    ] {
        for name in names {
            let id = s.id();
            let name = name.to_owned();
            apply(&mut session, s, Edit::AddEntry { list, id, name, at: 0 });
            made.push(Thing::Entry(list, id));
        }
    }
    let at = format!("stages/{stage}");
    let results = Results::of(&map, vec!["00".repeat(32)], 1_700_000_000_000).write();
    let Thing::Entry(_, counter) = made[0] else { panic!() };
    for (thing, detail, value) in [
        (made[0], Detail::Channel, "shop"),
        (made[0], Detail::Type, "employee"),
        (made[2], Detail::Asked, "customers"),
        (made[4], Detail::Linked, "the lineage of another map"),
        (made[4], Detail::At, at.as_str()),
        (made[4], Detail::Results, results.as_str()),
        (made[6], Detail::Traffic, "1,200 a month"),
        (Thing::Step(step), Detail::Dropoff, "12 %"),
        (Thing::Card(card), Detail::Touchpoint, counter.to_string().as_str()),
    ] {
        let value = Some(Value::Text(value.to_owned()));
        apply(&mut session, s, Edit::Set { thing, detail, value });
    }
    let (note, field) = (s.id(), NoteField::Outcome);
    let text = "Is understood at once".to_owned();
    apply(&mut session, s, Edit::AddNote { note, of: Thing::Map, field, text, at: 0 });
    for (from, to) in [(Thing::Note(note), Thing::Step(step)), (made[2], Thing::Card(card))] {
        apply(&mut session, s, Edit::Tie { from, to, on: true });
    }
    let of = TextOf::Of(Thing::Goal(GoalField::Decision));
    apply(&mut session, s, Edit::SetText { of, text: "One counter or two".into() });
    apply(&mut session, s, Edit::Delete(made[1]));
    let mut doc = AutoCommit::load(&session.save()).unwrap();
    doc.set_actor(automerge::ActorId::from([9; 16]));
    let links = doc.get(ROOT, "links").unwrap().unwrap().1;
    doc.put(&links, "sources/nobody/cards/nothing", true).unwrap();
    doc.put(&links, format!("cards/{card}/steps/{step}"), true).unwrap();
    let Thing::Entry(_, odd) = made[5] else { panic!() };
    let row = doc.get(&links, odd.to_string()).unwrap().unwrap().1;
    for (key, value) in [("name", "A plain string"), ("at", "nowhere"), ("results", "[1, 2]")] {
        doc.put(&row, key, value).unwrap();
    }
    doc.put(&row, "map", 7).unwrap();
    doc.save()
}

/// What another program left: marks, a block, plain strings for texts, unknown keys, odd numbers.
fn foreign() -> Vec<u8> {
    let mut source = Seeded::new(106);
    let mut session = copy(&blank(), &mut source);
    let (card, lane) = (source.id(), session.map().rows[0]);
    let step = session.map().columns[0].step.unwrap();
    let text = "one two".to_owned();
    let add = Edit::AddCard { card, lane, step, at: 0, text, star: false, channel: None };
    apply(&mut session, &mut source, add);
    let mut doc = AutoCommit::load(&session.save()).unwrap();
    doc.set_actor(automerge::ActorId::from([9; 16]));
    let row = |doc: &AutoCommit, root: &str, id: Id| -> ObjId {
        let rows = doc.get(ROOT, root).unwrap().unwrap().1;
        doc.get(&rows, id.to_string()).unwrap().unwrap().1
    };
    let object = row(&doc, "cards", card);
    let body = doc.get(&object, "body").unwrap().unwrap().1;
    doc.mark(&body, Mark::new("bold".into(), true, 0, 3), ExpandMark::None).unwrap();
    let block = doc.split_block(&body, 4).unwrap();
    doc.put(&block, "type", "paragraph").unwrap();
    doc.put(&object, "star", 1_u64).unwrap();
    doc.put(&object, "weight", 2.5).unwrap();
    let lane = row(&doc, "lanes", lane);
    doc.put(&lane, "name", "A plain string").unwrap();
    doc.put(&lane, "kind", "weather").unwrap();
    let feelings = doc.get(ROOT, "feelings").unwrap().unwrap().1;
    let persona = session.map().cast[0];
    doc.put(&feelings, format!("{persona}/{step}"), 2.6).unwrap();
    doc.put(ROOT, "later", "a key of a later schema").unwrap();
    doc.save()
}
