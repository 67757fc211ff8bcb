//! Stories of single edits: state, action, state; and undo and redo of each.

#[path = "story/bin.rs"]
mod bin;
mod story;

use parcours::model::edit::{Edit, Refused, Splice, TextOf};
use parcours::model::ids::Seeded;
use parcours::model::map::Kind;
use parcours::model::{LaneKind, Source, Thing};
use parcours::session::Session;
use story::{Board, typed};

#[test]
fn a_new_map_holds_what_its_first_edit_says_and_has_nothing_to_undo() {
    let mut source = Seeded::new(1);
    let first = Edit::Several(vec![
        Edit::SetText { of: TextOf::Title, text: "Buying a bicycle".into() },
        Edit::AddPersona { persona: source.id(), name: "Ada".into(), at: 0 },
    ]);
    let (session, change) = Session::create(Kind::Experience, first, &mut source).unwrap();
    let map = session.map();
    assert_eq!(
        (map.title.as_str(), map.kind, map.cast.len()),
        ("Buying a bicycle", Kind::Experience, 1)
    );
    assert!(!map.id.is_empty() && !change.bytes.is_empty());
    assert_eq!(session.can(), (false, false));
}

#[test]
fn the_stored_bytes_of_every_change_open_to_the_same_map() {
    let mut board = Board::new(2);
    let card = board.card("First visit");
    board.apply(Edit::EditText { of: TextOf::Of(Thing::Card(card)), splices: typed(5, " shop") });
    let opened = Session::open(&board.stored, &mut board.source).unwrap();
    assert_eq!(opened.session.map(), board.session.map());
    assert!(opened.broken.is_empty() && opened.waiting == 0);
    assert_eq!(board.text(card), "First shop visit");
}

#[test]
fn every_edit_is_undone_and_redone_exactly() {
    let mut board = Board::new(3);
    let card = board.card("Reads reviews");
    let (stage, step, lane, persona) = (board.stage, board.step, board.lane, board.persona);
    let (other_stage, other_step) = (board.source.id(), board.source.id());
    let (new_step, new_lane, new_persona) =
        (board.source.id(), board.source.id(), board.source.id());
    let card_text = TextOf::Of(Thing::Card(card));
    let edits = vec![
        Edit::SetText { of: TextOf::Title, text: "Renting".into() },
        Edit::AddStage { stage: other_stage, step: other_step, name: "Use".into(), at: 0 },
        Edit::AddStep { step: new_step, stage, name: "Pay".into(), at: 0 },
        Edit::AddLane { lane: new_lane, kind: LaneKind::Pains, name: "Pains".into(), at: 0 },
        Edit::AddPersona { persona: new_persona, name: "Ben".into(), at: 0 },
        Edit::MoveStage { stage: other_stage, at: 9 },
        Edit::MoveStep { step: new_step, stage: other_stage, at: 0 },
        Edit::MoveLane { lane: new_lane, at: 9 },
        Edit::MovePersona { persona: new_persona, at: 9 },
        Edit::MoveCard { card, lane: new_lane, step: other_step, at: 0 },
        Edit::EditText { of: card_text, splices: typed(6, "many ") },
        Edit::SetText { of: card_text, text: "Reads a few reviews".into() },
        Edit::SetStar { card, star: true },
        Edit::SetChannel { card, channel: Some("web".into()) },
        Edit::SetLevel { persona, step, level: Some(-3) },
        Edit::SetFeelingName { persona, step, name: "worried".into() },
        Edit::Delete(Thing::Card(card)),
        Edit::Restore(Thing::Card(card)),
        Edit::Delete(Thing::Stage(stage)),
        Edit::Delete(Thing::Lane(lane)),
        Edit::Delete(Thing::Persona(new_persona)),
        Edit::Delete(Thing::Feeling { persona, step }),
    ];
    let mut states = vec![board.session.map().clone()];
    for edit in edits {
        let change = board.apply(edit.clone());
        assert!(!change.bytes.is_empty(), "{edit:?}");
        states.push(board.session.map().clone());
    }
    for state in states.iter().rev().skip(1) {
        board.undo();
        board.assert_shows(state);
    }
    for state in states.iter().skip(1) {
        board.redo();
        board.assert_shows(state);
    }
    assert_eq!(board.session.map(), &states[states.len() - 1]);
    assert!(!board.session.can().1);
}

#[test]
fn a_refused_edit_leaves_map_and_document_as_they_were() {
    let mut board = Board::new(4);
    let card = board.card("😀 smile");
    let before = (board.session.map().clone(), board.session.heads());
    let nobody = board.source.id();
    let text = |at, delete| Edit::EditText {
        of: TextOf::Of(Thing::Card(card)),
        splices: vec![Splice { at, delete, insert: "x".into() }],
    };
    let (persona, step) = (board.persona, board.step);
    let refusals = [
        (Edit::Delete(Thing::Card(nobody)), Refused::NoSuchThing(Thing::Card(nobody))),
        (Edit::Delete(Thing::Persona(persona)), Refused::LastPersona),
        (Edit::SetLevel { persona, step, level: Some(5) }, Refused::LevelOutOfRange(5)),
        (text(9, 0), Refused::SpliceOutOfRange),
        (text(1, 0), Refused::SpliceOutOfRange),
        (text(0, 1), Refused::SpliceOutOfRange),
        (
            Edit::Choose {
                thing: Thing::Card(card),
                field: parcours::model::Field::Star,
                value: parcours::model::map::Value::Bool(true),
                why: String::new(),
            },
            Refused::NoSuchField,
        ),
    ];
    for (edit, refused) in refusals {
        let several = Edit::Several(vec![
            Edit::SetText { of: TextOf::Title, text: "half done".into() },
            Edit::SetStar { card, star: true },
            edit.clone(),
        ]);
        assert_eq!(board.session.apply(several, 0, &mut board.source).unwrap_err(), refused);
        assert_eq!((board.session.map().clone(), board.session.heads()), before, "{edit:?}");
    }
}

#[test]
fn an_edit_that_changes_nothing_writes_nothing() {
    let mut board = Board::new(5);
    let card = board.card("Same");
    let (stage, lane, step) = (board.stage, board.lane, board.step);
    let heads = board.session.heads();
    for edit in [
        Edit::SetStar { card, star: false },
        Edit::SetChannel { card, channel: None },
        Edit::MoveStage { stage, at: 0 },
        Edit::MoveCard { card, lane, step, at: 0 },
        Edit::SetText { of: TextOf::Of(Thing::Card(card)), text: "Same".into() },
        Edit::Restore(Thing::Card(card)),
    ] {
        let change = board.apply(edit.clone());
        assert!(change.bytes.is_empty() && change.touched.is_empty(), "{edit:?}");
    }
    assert_eq!(board.session.heads(), heads);
}

#[test]
fn a_text_being_typed_is_one_undo_entry_and_escape_takes_it_back_without_redo() {
    let mut board = Board::new(6);
    let card = board.card("");
    let before = board.session.map().clone();
    let of = TextOf::Of(Thing::Card(card));
    for (at, piece) in [(0, "He"), (2, "llo"), (0, "> ")] {
        let edit = Edit::EditText { of, splices: typed(at, piece) };
        board.session.apply(edit, 7, &mut board.source).unwrap();
    }
    assert_eq!(board.text(card), "> Hello");
    board.undo();
    board.assert_shows(&before);
    board.redo();
    assert_eq!(board.text(card), "> Hello");

    let edit = Edit::EditText { of, splices: typed(7, " there") };
    board.session.apply(edit, 8, &mut board.source).unwrap();
    board.session.cancel(8, &mut board.source).unwrap();
    assert_eq!(board.text(card), "> Hello");
    assert_eq!(board.session.can(), (true, false));
    assert!(board.session.cancel(8, &mut board.source).is_none());
}

#[test]
fn deleting_a_stage_a_step_or_a_lane_leaves_its_cards_in_the_tray() {
    for which in 0..3 {
        let mut board = Board::new(7);
        let card = board.card("Stays");
        let thing =
            [Thing::Stage(board.stage), Thing::Step(board.step), Thing::Lane(board.lane)][which];
        assert!(board.session.map().unplaced().is_empty());
        board.apply(Edit::Delete(thing));
        assert_eq!(board.session.map().unplaced(), [card]);
        assert_eq!(board.session.deleted(), [thing]);
        board.apply(Edit::Restore(thing));
        assert!(board.session.map().unplaced().is_empty());
    }
}

#[test]
fn a_change_names_the_cells_and_things_it_touched_and_nothing_else() {
    let mut board = Board::new(8);
    let card = board.card("One");
    let (lane, step) = (board.lane, board.step);
    let change = board.write(card, "Two");
    assert_eq!(
        (change.touched, change.cells, change.shape),
        (vec![Thing::Card(card)], vec![], false)
    );
    let other = board.source.id();
    let add = Edit::AddLane { lane: other, kind: LaneKind::Needs, name: "Needs".into(), at: 9 };
    assert!(board.apply(add).shape);
    let change = board.apply(Edit::MoveCard { card, lane: other, step, at: 0 });
    let mut cells = vec![(lane, step), (other, step)];
    cells.sort();
    assert_eq!((change.cells, change.shape), (cells, false));
}

#[test]
fn comparing_two_states_names_each_difference_in_the_order_of_the_board() {
    use parcours::model::Field;
    use parcours::model::compare::{What, compare};
    use parcours::model::map::Value;
    let mut board = Board::new(9);
    let (kept, gone) = (board.card("kept"), board.card("gone"));
    let (persona, step, lane) = (board.persona, board.step, board.lane);
    let before = board.session.map().clone();
    board.apply(Edit::SetLevel { persona, step, level: Some(1) });
    board.apply(Edit::Delete(Thing::Card(gone)));
    let new = board.card("new");
    board.apply(Edit::MoveCard { card: kept, lane, step, at: 9 });
    board.apply(Edit::SetText { of: TextOf::Title, text: "Title".into() });
    let after = board.session.map().clone();

    let found = compare(&before, &after).items;
    let things: Vec<Thing> = found.iter().map(|one| one.thing).collect();
    let feeling = Thing::Feeling { persona, step };
    let cards = [Thing::Card(new), Thing::Card(kept), feeling, Thing::Card(gone)];
    assert_eq!(things, [&[Thing::Map][..], &cards].concat());
    assert_eq!((&found[1].what, &found[4].what), (&What::Added, &What::Deleted));
    assert!(matches!(found[2].what, What::Changed { field: Field::Place, .. }));
    let (before_level, after_level) = (Value::None, Value::Int(1));
    let level = What::Changed { field: Field::Level, before: before_level, after: after_level };
    assert_eq!(found[3].what, level);
    assert!(compare(&after, &after).items.is_empty());
    let back = compare(&after, &before).items;
    assert!(back.iter().any(|one| one.thing == Thing::Card(gone) && one.what == What::Restored));
}
