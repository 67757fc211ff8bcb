//! Documents that other programs wrote or changed: read tolerantly, edited without loss.

mod story;

use automerge::marks::{ExpandMark, Mark};
use automerge::transaction::Transactable;
use automerge::{ActorId, AutoCommit, ObjId, ObjType, ROOT, ReadDoc, ScalarValue};
use parcours::model::check::{Finding, check};
use parcours::model::edit::{Edit, Refused, Splice, TextOf};
use parcours::model::ids::Seeded;
use parcours::model::map::Value;
use parcours::model::{Field, Id, LaneKind, Thing};
use parcours::session::Session;
use story::{Board, typed};

/// The board's document as another program sees it.
fn foreign(board: &mut Board) -> AutoCommit {
    AutoCommit::load(&board.session.save()).unwrap()
}

fn row(doc: &AutoCommit, root: &str, id: Id) -> ObjId {
    let rows = doc.get(ROOT, root).unwrap().unwrap().1;
    doc.get(&rows, id.to_string()).unwrap().unwrap().1
}

/// Takes the other program's document in, and checks that reading it anew gives the same map.
fn take(board: &mut Board, doc: &mut AutoCommit) {
    board.session.merge_file(&doc.save(), &mut board.source).unwrap();
    assert_same_from_scratch(board);
}

fn assert_same_from_scratch(board: &mut Board) {
    let saved = board.session.save();
    let opened = Session::open(&[saved], &mut Seeded::new(0)).unwrap();
    assert_eq!(opened.session.map(), board.session.map());
}

#[test]
fn any_numeric_type_and_string_or_text_are_read_and_levels_are_clamped() {
    let mut board = Board::new(1);
    let card = board.card("text");
    let mut doc = foreign(&mut board);
    let feelings = doc.get(ROOT, "feelings").unwrap().unwrap().1;
    let key = format!("{}/{}", board.persona, board.step);
    let lane = row(&doc, "lanes", board.lane);
    doc.put(&lane, "name", "A plain string").unwrap();
    doc.put(&lane, "kind", "weather").unwrap();
    let object = row(&doc, "cards", card);
    let channel = doc.put_object(&object, "channel", ObjType::Text).unwrap();
    doc.splice_text(&channel, 0, 0, "web").unwrap();
    doc.put(&object, "star", 1_u64).unwrap();
    let cards = doc.get(ROOT, "cards").unwrap().unwrap().1;
    doc.put(&cards, "not a row", 5).unwrap();
    doc.put_object(&cards, "NOT-AN-ID", ObjType::Map).unwrap();
    for (level, read) in [
        (ScalarValue::F64(2.6), Some(3)),
        (ScalarValue::Uint(900), Some(4)),
        (ScalarValue::F64(f64::NEG_INFINITY), Some(-4)),
        (ScalarValue::F64(f64::NAN), None),
        (ScalarValue::Str("high".into()), None),
        (ScalarValue::counter(-1), Some(-1)),
    ] {
        doc.put(&feelings, key.as_str(), level).unwrap();
        take(&mut board, &mut doc);
        assert_eq!(board.session.map().feeling(board.persona, board.step).level, read);
    }
    let map = board.session.map();
    let found = &map.lanes[&board.lane];
    assert_eq!((found.name.as_str(), found.kind), ("A plain string", LaneKind::Text));
    assert_eq!((map.cards[&card].channel.as_deref(), map.cards[&card].star), (Some("web"), true));
    assert_eq!(map.cards.len(), 1);

    // Editing what was a plain string goes on as a text; the unknown kind is kept.
    let name = TextOf::Of(Thing::Lane(board.lane));
    board.apply(Edit::EditText { of: name, splices: typed(0, "Not ") });
    assert_eq!(board.session.map().lanes[&board.lane].name, "Not A plain string");
    let doc = foreign(&mut board);
    let lane = row(&doc, "lanes", board.lane);
    assert_eq!(doc.get(&lane, "kind").unwrap().unwrap().0.as_str(), Some("weather"));
    board.undo();
    assert_eq!(board.session.map().lanes[&board.lane].name, "A plain string");
}

#[test]
fn unknown_marks_are_kept_and_a_block_marker_is_a_line_break_that_undo_puts_back() {
    let mut board = Board::new(2);
    let card = board.card("one two");
    let mut doc = foreign(&mut board);
    let object = row(&doc, "cards", card);
    let body = doc.get(&object, "body").unwrap().unwrap().1;
    doc.mark(&body, Mark::new("bold".into(), true, 0, 3), ExpandMark::None).unwrap();
    doc.mark(&body, Mark::new("link".into(), "two", 0, 3), ExpandMark::None).unwrap();
    let block = doc.split_block(&body, 4).unwrap();
    doc.put(&block, "type", "paragraph").unwrap();
    take(&mut board, &mut doc);
    assert_eq!(board.text(card), "one \ntwo");

    let of = TextOf::Of(Thing::Card(card));
    board.apply(Edit::EditText { of, splices: typed(8, "😀") });
    let beside = Splice { at: 5, delete: 2, insert: "!".into() };
    board.apply(Edit::EditText { of, splices: vec![beside] });
    assert_eq!(board.text(card), "one \n!o😀");
    let blocks = |board: &mut Board| {
        let doc = foreign(board);
        let kind =
            |id| doc.get(id, "type").ok()?.map(|(kind, _)| kind.as_str().map(str::to_owned))?;
        doc.list_range(&body, ..).filter_map(|item| kind(item.id())).collect::<Vec<_>>()
    };
    assert_eq!(blocks(&mut board), ["paragraph"]);
    let across = Splice { at: 1, delete: 5, insert: String::new() };
    board.apply(Edit::EditText { of, splices: vec![across] });
    assert_eq!(board.text(card), "oo😀");
    assert!(blocks(&mut board).is_empty());
    for _ in 0..3 {
        board.undo();
    }
    assert_eq!(board.text(card), "one \ntwo");
    assert_eq!(blocks(&mut board), ["paragraph"]);
    let marks = foreign(&mut board).marks(&body).unwrap();
    let marks: Vec<_> = marks.iter().map(|one| (one.name.as_str(), one.start, one.end)).collect();
    assert_eq!(marks, [("bold", 0, 3), ("link", 0, 3)]);
    board.redo();
    board.redo();
    assert_eq!(board.text(card), "one \n!o😀");
    assert_same_from_scratch(&mut board);
}

#[test]
fn a_text_replaced_by_another_program_while_someone_types_shows_both_for_a_choice() {
    let mut board = Board::new(3);
    let card = board.card("old");
    let mut doc = foreign(&mut board);
    let of = TextOf::Of(Thing::Card(card));
    board.apply(Edit::EditText { of, splices: typed(3, " and mine") });
    let object = row(&doc, "cards", card);
    let body = doc.put_object(&object, "body", ObjType::Text).unwrap();
    doc.splice_text(&body, 0, 0, "theirs").unwrap();
    take(&mut board, &mut doc);
    assert_eq!(board.text(card), "theirs");
    board.undo();
    assert_eq!(board.text(card), "theirs");

    // Typing in the text shown; then the choice settles on what stands in the other.
    board.apply(Edit::EditText { of, splices: typed(0, "> ") });
    assert_eq!(board.text(card), "> theirs");
    assert_same_from_scratch(&mut board);
}

#[test]
fn two_texts_written_over_one_another_apart_are_both_offered_and_one_is_taken() {
    for taken in 0..2 {
        let mut board = Board::new(4);
        let card = board.card("old");
        let mut one = foreign(&mut board);
        let mut two = one.fork();
        for (doc, text) in [(&mut one, "first"), (&mut two, "second")] {
            let object = row(doc, "cards", card);
            let body = doc.put_object(&object, "body", ObjType::Text).unwrap();
            doc.splice_text(&body, 0, 0, text).unwrap();
        }
        take(&mut board, &mut one);
        take(&mut board, &mut two);
        let thing = Thing::Card(card);
        let choice = board.session.map().choices[&thing][0].clone();
        assert_eq!((choice.field, choice.options.len()), (Field::Text, 2));
        let value = choice.options[taken].value.clone();
        let shown = board.text(card).to_owned();
        board.apply(Edit::Choose {
            thing,
            field: Field::Text,
            value: value.clone(),
            why: String::new(),
        });
        assert!(board.session.map().choices.is_empty());
        assert_eq!(Value::Text(board.text(card).to_owned()), value);
        board.undo();
        assert_eq!(board.text(card), shown);
        board.redo();
        assert_eq!(Value::Text(board.text(card).to_owned()), value);
        assert_same_from_scratch(&mut board);
    }
}

#[test]
fn rows_and_root_maps_that_two_programs_put_at_one_key_hide_nothing() {
    let mut board = Board::new(5);
    let card = board.card("ours");
    let place = board.session.map().cards[&card].clone();
    let spelled = format!("{}|{}|{}", place.lane, place.step, place.index);
    let base = foreign(&mut board);
    let fork = || base.clone().with_actor(ActorId::random());
    let write = |doc: &mut AutoCommit, cards: &ObjId, id: Id, key: &str, value: ScalarValue| {
        let row = doc.put_object(cards, id.to_string(), ObjType::Map).unwrap();
        doc.put(&row, "place", spelled.as_str()).unwrap();
        doc.put(&row, key, value).unwrap();
    };

    // Two row objects at the same id: the fields of both are shown.
    for (key, value) in [("star", ScalarValue::Boolean(true)), ("body", "theirs".into())] {
        let mut doc = fork();
        let cards = doc.get(ROOT, "cards").unwrap().unwrap().1;
        write(&mut doc, &cards, card, key, value);
        take(&mut board, &mut doc);
    }
    assert_eq!((board.text(card), board.session.map().cards[&card].star), ("theirs", true));
    board.apply(Edit::SetStar { card, star: false });
    board.write(card, "theirs and ours");
    assert!(!board.session.map().cards[&card].star);
    assert_same_from_scratch(&mut board);

    // Two maps at the root key `cards`: the rows of both are shown, and both can be written.
    let others = [Id::from_random([7; 16]), Id::from_random([8; 16])];
    for (id, body) in others.into_iter().zip(["in one", "in another"]) {
        let mut doc = fork();
        let cards = doc.put_object(ROOT, "cards", ObjType::Map).unwrap();
        write(&mut doc, &cards, id, "body", body.into());
        take(&mut board, &mut doc);
    }
    assert_eq!((board.text(others[0]), board.text(others[1])), ("in one", "in another"));
    others.iter().for_each(|id| drop(board.write(*id, "edited")));
    let new = board.card("and a new one");
    assert_eq!((board.text(others[0]), board.text(others[1])), ("edited", "edited"));
    assert_eq!(board.text(new), "and a new one");
    assert_same_from_scratch(&mut board);
}

#[test]
fn dangling_and_unreadable_places_are_kept_shown_in_the_tray_and_reported() {
    let mut board = Board::new(6);
    let (lost, broken) = (board.card("lost"), board.card("broken"));
    let mut doc = foreign(&mut board);
    let nowhere = Id::from_random([9; 16]);
    let object = row(&doc, "cards", lost);
    doc.put(&object, "place", format!("{nowhere}|{}|a", board.step)).unwrap();
    let object = row(&doc, "cards", broken);
    doc.put(&object, "place", 7).unwrap();
    take(&mut board, &mut doc);
    let mut tray = board.session.map().unplaced();
    tray.sort();
    let mut both = vec![lost, broken];
    both.sort();
    assert_eq!(tray, both);
    let found = check(board.session.map());
    assert!(found.iter().any(|one| matches!(one, Finding::Broken(_))));
    let (lane, step) = (board.lane, board.step);
    board.apply(Edit::MoveCard { card: broken, lane, step, at: 0 });
    assert_eq!(board.session.map().cell(lane, step), [broken]);
}

#[test]
fn a_map_of_a_newer_version_is_shown_and_not_written() {
    let mut board = Board::new(7);
    let card = board.card("old");
    let mut doc = foreign(&mut board);
    doc.put(ROOT, "minReader", 2).unwrap();
    take(&mut board, &mut doc);
    let heads = board.session.heads();
    assert!(board.session.map().read_only);
    for edit in [Edit::SetStar { card, star: true }, Edit::MoveStage { stage: board.stage, at: 1 }]
    {
        let refused = board.session.apply(edit, 0, &mut board.source);
        assert_eq!(refused.unwrap_err(), Refused::ReadOnly);
    }
    assert!(board.session.undo(&mut board.source).is_none());
    assert_eq!(board.session.heads(), heads);
}
