//! Drafts: from a map and back, and pasted tables into an existing map.

#[path = "story/random.rs"]
mod random;
mod story;

use parcours::model::draft::{
    CardDraft, DetailDraft, Draft, FeelingDraft, LaneDraft, Part, StageDraft,
};
use parcours::model::edit::{Edit, TextOf};
use parcours::model::foreseen::{foreseen, is_alike};
use parcours::model::ids::Seeded;
use parcours::model::map::Value;
use parcours::model::{Detail, Kind, LaneKind, List, Source, Thing};
use parcours::session::Session;
use story::{Board, typed};

fn made(draft: &Draft) -> Session {
    let source = &mut Seeded::new(7_000_000);
    let edit = draft.to_edit(source);
    Session::create(draft.kind, edit, source).unwrap().0
}

fn stage(name: &str, steps: &[&str]) -> StageDraft {
    StageDraft { name: name.into(), steps: steps.iter().map(|name| (*name).to_owned()).collect() }
}

fn card(lane: usize, stage: usize, step: usize, text: &str) -> CardDraft {
    CardDraft { lane, stage, step, text: text.into(), ..CardDraft::default() }
}

#[test]
fn a_duplicate_shows_what_the_map_shows_under_new_ids_and_without_its_bin() {
    for seed in random::seeds(10) {
        let mut board = Board::new(seed);
        board.card("kept");
        for _ in 0..40 {
            random::apply(&mut board);
        }
        let of = TextOf::Title;
        board.apply(Edit::EditText { of, splices: typed(0, "Title ") });
        let draft = board.session.map().to_draft();
        let copy = made(&draft);
        assert_eq!(copy.map().to_draft(), draft, "seed {seed}");
        assert!(copy.deleted().is_empty() && copy.map().choices.is_empty());
        assert_ne!(copy.lineage(), board.session.lineage());
        assert!(copy.map().cards.keys().all(|id| !board.session.map().cards.contains_key(id)));
    }
}

#[test]
fn a_draft_makes_named_steps_plain_stages_stars_and_feelings() {
    let draft = Draft {
        title: "Renting".into(),
        kind: Kind::Experience,
        personas: vec!["Ada".into()],
        stages: vec![stage("Find", &[]), stage("Ride", &["Unlock", "Return"])],
        lanes: vec![LaneDraft { kind: LaneKind::Pains, name: "Pains".into() }],
        cards: vec![
            card(0, 1, 1, "No free dock"),
            CardDraft { star: true, channel: Some("app".into()), ..card(0, 0, 0, "No map") },
            card(0, 9, 0, "outside the lists"),
        ],
        feelings: vec![FeelingDraft {
            persona: 0,
            stage: 1,
            step: 1,
            level: Some(-4),
            name: "angry".into(),
        }],
        ..Draft::default()
    };
    let session = made(&draft);
    let map = session.map();
    let stages = map.stage_order();
    assert_eq!((map.kind, map.title.as_str(), stages.len()), (Kind::Experience, "Renting", 2));
    assert!(map.is_plain(stages[0]) && !map.is_plain(stages[1]));
    assert_eq!((map.columns.len(), map.cards.len()), (3, 2));
    let back = map.to_draft();
    assert_eq!(back.feelings, draft.feelings);
    assert!(back.cards.contains(&draft.cards[0]) && back.cards.contains(&draft.cards[1]));
}

#[test]
fn a_pasted_table_uses_stages_and_lanes_of_the_same_name_and_appends_the_others() {
    let mut board = Board::new(3);
    let old = board.card("already here");
    let pasted = Draft {
        title: "not taken over".into(),
        stages: vec![stage(" DISCOVER ", &[]), stage("Buy", &[])],
        lanes: vec![
            LaneDraft { kind: LaneKind::Text, name: "actions".into() },
            LaneDraft { kind: LaneKind::Needs, name: "Needs".into() },
        ],
        cards: vec![card(0, 0, 0, "appended"), card(1, 1, 0, "new row and column")],
        ..Draft::default()
    };
    let edit = pasted.into_map(board.session.map(), &mut board.source);
    board.apply(edit);
    let map = board.session.map();
    assert_eq!((map.columns.len(), map.rows.len(), map.title.as_str()), (2, 2, ""));
    let cell = map.cell(board.lane, board.step);
    assert_eq!((cell.len(), cell[0], board.text(cell[1])), (2, old, "appended"));
    assert_eq!(map.columns[0].stage, board.stage);

    // Pasted again, nothing but cards is new; one undo takes all of it back.
    let again = pasted.into_map(board.session.map(), &mut board.source);
    board.apply(again);
    assert_eq!((board.session.map().columns.len(), board.session.map().cards.len()), (2, 5));
    board.undo();
    board.undo();
    assert_eq!(board.session.map().columns.len(), 1);
    board.redo();
    assert_eq!(board.session.map().cell(board.lane, board.step).len(), 2);
    board.write(old, "still mine to edit");
    assert_eq!(board.session.map().deleted_at(Thing::Persona(board.persona)), None);
}

#[test]
fn what_is_taken_over_meets_the_touchpoints_of_the_same_name_and_leaves_what_is_said_of_them() {
    let list = List::Touchpoints;
    let text = |text: &str| Value::Text(text.into());
    let mut there = Board::new(31);
    let (shop, kiosk) = (there.source.id(), there.source.id());
    for (id, name) in [(shop, "web SHOP "), (kiosk, "Kiosk")] {
        there.apply(Edit::AddEntry { list, id, name: name.into(), at: 9 });
        let thing = Thing::Entry(list, id);
        there.apply(Edit::Set { thing, detail: Detail::Channel, value: Some(text("web")) });
        there.apply(Edit::Set { thing, detail: Detail::Wanted, value: Some(Value::Bool(true)) });
        there.apply(Edit::Set { thing, detail: Detail::Leads, value: Some(text("An order")) });
    }
    let card = there.card("");
    let thing = Thing::Card(card);
    let value = Some(text(&shop.to_string()));
    there.apply(Edit::Set { thing, detail: Detail::Touchpoint, value });
    let draft = there.session.map().to_draft();

    let mut board = Board::new(32);
    let own = board.source.id();
    board.apply(Edit::AddEntry { list, id: own, name: "Web shop".into(), at: 0 });
    let thing = Thing::Entry(list, own);
    board.apply(Edit::Set { thing, detail: Detail::Channel, value: Some(text("app")) });
    let edit = draft.into_map(board.session.map(), &mut board.source);
    board.apply(edit);
    let map = board.session.map();
    assert_eq!(
        map.list(list).iter().map(|id| map.called(Thing::Entry(list, *id))).collect::<Vec<_>>(),
        ["Web shop", "Kiosk"]
    );
    let taken = map.cell(board.lane, board.step)[0];
    assert_eq!(map.referred(Thing::Card(taken), Detail::Touchpoint), Some(thing));
    let said = [Detail::Channel, Detail::Leads].map(|detail| map.word(thing, detail));
    assert_eq!((said, map.is(thing, Detail::Wanted)), (["app", "An order"], false));
    assert!(map.is(Thing::Entry(list, map.list(list)[1]), Detail::Wanted));
    // Taken over again there is no third; one undo takes it all back.
    let again = draft.into_map(board.session.map(), &mut board.source);
    board.apply(again);
    assert_eq!(board.session.map().list(list).len(), 2);
    board.undo();
    board.undo();
    assert_eq!(board.session.map().list(list), [own]);
}

#[test]
fn a_table_pasted_into_a_map_in_which_nothing_stands_gives_it_its_stages() {
    let mut board = Board::new(4);
    for name in ["Use", "Leave"] {
        let (stage, step) = (board.source.id(), board.source.id());
        board.apply(Edit::AddStage { stage, step, name: name.into(), at: 9 });
    }
    let pasted = Draft {
        stages: vec![stage("Buy", &[]), stage("use", &[]), stage("Return", &[])],
        lanes: vec![LaneDraft { kind: LaneKind::Text, name: "actions".into() }],
        cards: vec![card(0, 1, 0, "Reads the manual")],
        ..Draft::default()
    };
    let edit = pasted.into_map(board.session.map(), &mut board.source);
    board.apply(edit);
    let names = |board: &Board| -> Vec<String> {
        let map = board.session.map();
        map.stage_order().iter().map(|id| map.stages[id].name.clone()).collect()
    };
    assert_eq!(names(&board), ["Buy", "Use", "Return"]);
    assert_eq!(board.session.map().rows.len(), 1, "lanes are found by their names");
    assert_eq!(board.session.map().unplaced(), []);
    // All of it is one step, and what was there waits in the bin.
    assert_eq!(board.session.deleted().len(), 2);
    board.undo();
    assert_eq!(names(&board), ["Discover", "Use", "Leave"]);
    // Where something stands, nothing goes.
    board.card("Waits");
    let edit = pasted.into_map(board.session.map(), &mut board.source);
    board.apply(edit);
    assert_eq!(names(&board), ["Discover", "Use", "Leave", "Buy", "Return"]);
}

#[test]
fn the_board_of_a_new_map_is_known_before_its_document_is_made() {
    let mut draft = Draft {
        title: "New map".into(),
        personas: vec!["Ada".into(), "Ben".into()],
        stages: vec![stage("Before", &[]), stage("During", &["First", "Then"])],
        lanes: vec![
            LaneDraft { kind: LaneKind::Actions, name: "Actions".into() },
            LaneDraft { kind: LaneKind::Emotions, name: "Emotions".into() },
        ],
        ..Draft::default()
    };
    let detail =
        |of, detail, value: &str| DetailDraft { of, detail, value: Value::Text(value.into()) };
    draft.details.push(detail(Part::Lane(0), Detail::Line, "visibility"));
    draft.details.push(detail(Part::Map, Detail::Type, "Service blueprint"));
    let (of, detail, value) = (Part::Lane(0), Detail::Height, Value::Int(76));
    draft.details.push(DetailDraft { of, detail, value });
    let source = &mut Seeded::new(3);
    let first = draft.to_edit(source);
    let foreseen_map = foreseen(draft.kind, &first).expect("a frame of names");
    let (session, _) = Session::create(draft.kind, first, source).unwrap();
    assert!(is_alike(&foreseen_map, session.map()));
    assert_eq!(foreseen_map.to_draft(), session.map().to_draft());

    draft.stages[0].name = "Another".into();
    let other = foreseen(draft.kind, &draft.to_edit(source)).expect("a frame of names");
    assert!(!is_alike(&other, session.map()));

    draft.cards.push(card(0, 0, 0, "A card"));
    assert_eq!(foreseen(draft.kind, &draft.to_edit(source)), None);
}
