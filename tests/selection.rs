//! Choosing several on the board, and acting on them: blocks, runs of headers, moving, dropping,
//! making once more.

mod story;

use parcours::analysis::find::{find, is_in_sight};
use parcours::geometry::moves::{dropped, shifted, shifted_heads};
use parcours::geometry::picked::{Picked, all, between, extended};
use parcours::geometry::spot::{Spot, Way};
use parcours::model::duplicate::duplicate;
use parcours::model::edit::{Edit, TextOf};
use parcours::model::map::Value;
use parcours::model::path::PathKind;
use parcours::model::{Detail, Id, LaneKind, Map, NoteField, Source, Thing};
use story::Board;

/// Three plain stages; lanes of cards, the curve in the middle, cards.
fn table(seed: u64) -> (Board, Vec<Id>, Vec<Id>) {
    let mut board = Board::new(seed);
    for name in ["Buy", "Use"] {
        let (stage, step) = (board.source.id(), board.source.id());
        board.apply(Edit::AddStage { stage, step, name: name.into(), at: 9 });
    }
    for (kind, name) in [(LaneKind::Emotions, "Emotions"), (LaneKind::Pains, "Pains")] {
        let lane = board.source.id();
        board.apply(Edit::AddLane { lane, kind, name: name.into(), at: 9 });
    }
    let map = board.session.map();
    let steps = map.columns.iter().filter_map(|column| column.step).collect();
    let rows = map.rows.clone();
    (board, rows, steps)
}

fn add(board: &mut Board, lane: Id, step: Id, text: &str) -> Id {
    let card = board.source.id();
    let (star, channel, text) = (false, None, text.to_owned());
    board.apply(Edit::AddCard { card, lane, step, at: 99, text, star, channel });
    card
}

fn texts(map: &Map, lane: Id, step: Id) -> String {
    let texts: Vec<&str> =
        map.cell(lane, step).iter().map(|id| map.cards[id].text.as_str()).collect();
    texts.concat()
}

#[test]
fn shift_and_arrows_reach_over_cells_and_back() {
    let (mut board, lanes, steps) = table(1);
    let card = add(&mut board, lanes[0], steps[0], "a");
    add(&mut board, lanes[2], steps[1], "b");
    let map = board.session.map();
    let spot = Spot::Cell { lane: lanes[0], step: steps[0], card: Some(card) };
    let (picked, spot) = extended(map, &Picked::Nothing, spot, Way::Right);
    assert_eq!(picked, Picked::Block { from: (lanes[0], steps[0]), to: (lanes[0], steps[1]) });
    let (picked, spot) = extended(map, &picked, spot, Way::Down);
    let (picked, spot) = extended(map, &picked, spot, Way::Down);
    assert_eq!(picked.cards(map, None).len(), 2);
    assert!(
        picked.holds_cell(map, lanes[1], steps[1]) && !picked.holds_cell(map, lanes[1], steps[2])
    );
    let (edge, stays) = extended(map, &picked, spot, Way::Down);
    assert_eq!((&edge, stays), (&picked, spot), "the board ends there");
    let (picked, _) = extended(map, &picked, spot, Way::RowStart);
    assert_eq!(picked, Picked::Block { from: (lanes[0], steps[0]), to: (lanes[2], steps[0]) });
}

#[test]
fn runs_of_headers_turn_about_where_they_began() {
    let (board, lanes, _) = table(2);
    let map = board.session.map();
    let (picked, spot) = extended(map, &Picked::Nothing, Spot::Lane(lanes[1]), Way::Down);
    assert_eq!(picked.things(map), [Thing::Lane(lanes[1]), Thing::Lane(lanes[2])]);
    let (picked, spot) = extended(map, &picked, spot, Way::Up);
    let (picked, _) = extended(map, &picked, spot, Way::Up);
    assert_eq!(picked.things(map), [Thing::Lane(lanes[1]), Thing::Lane(lanes[0])]);
    assert_eq!(
        between(map, Spot::Lane(lanes[0]), Spot::Stage(map.columns[0].stage)),
        Picked::Nothing
    );
}

#[test]
fn control_adds_and_takes_away_and_all_means_the_lane_first() {
    let (mut board, lanes, steps) = table(3);
    let cards: Vec<Id> =
        [(0, 0), (2, 2), (0, 1)].map(|(l, s)| add(&mut board, lanes[l], steps[s], "x")).to_vec();
    let map = board.session.map();
    let spot = Some(Spot::Cell { lane: lanes[0], step: steps[0], card: Some(cards[0]) });
    let picked = Picked::Nothing.toggled(map, spot, Thing::Card(cards[1]));
    assert_eq!(picked.cards(map, None), [cards[0], cards[1]], "the selected one belongs to them");
    let picked = picked.toggled(map, spot, Thing::Card(cards[2]));
    assert_eq!(picked.cards(map, None), [cards[0], cards[2], cards[1]], "as they stand");
    let picked = picked.toggled(map, spot, Thing::Card(cards[0]));
    let area = picked.area(map, None).unwrap();
    assert_eq!(
        (area.lanes.len(), area.steps.len()),
        (2, 2),
        "their cells, and no lane without one"
    );
    assert_eq!(area.all_cards(map), [cards[2], cards[1]]);
    let headed = picked.toggled(map, spot, Thing::Lane(lanes[0]));
    assert_eq!(headed.things(map), [Thing::Lane(lanes[0])], "one sort at a time");

    let lane = all(map, &Picked::Nothing, spot);
    assert_eq!(lane.cards(map, spot).len(), 2);
    assert_eq!(all(map, &lane, spot).cards(map, spot).len(), 3);
}

#[test]
fn things_that_went_away_meanwhile_no_longer_count() {
    let (mut board, lanes, steps) = table(4);
    let (a, b) =
        (add(&mut board, lanes[0], steps[0], "a"), add(&mut board, lanes[0], steps[0], "b"));
    let picked = Picked::Things(vec![Thing::Card(a), Thing::Card(b)]);
    board.apply(Edit::Delete(Thing::Card(a)));
    assert_eq!(picked.cards(board.session.map(), None), [b]);
    board.apply(Edit::Delete(Thing::Card(b)));
    assert!(picked.cards(board.session.map(), None).is_empty());
    let block = Picked::Block { from: (lanes[0], steps[0]), to: (lanes[2], steps[2]) };
    board.apply(Edit::Delete(Thing::Lane(lanes[2])));
    assert_eq!(block.area(board.session.map(), None), None);
    assert!(Picked::Nothing.area(board.session.map(), None).is_none());
}

#[test]
fn several_cards_move_on_together_past_the_curve_or_not_at_all() {
    let (mut board, lanes, steps) = table(5);
    let a = add(&mut board, lanes[0], steps[0], "a");
    let b = add(&mut board, lanes[0], steps[0], "b");
    let c = add(&mut board, lanes[0], steps[1], "c");
    let edit = shifted(board.session.map(), &[a, b, c], Way::Down).unwrap();
    board.apply(edit);
    let map = board.session.map();
    assert_eq!(
        (texts(map, lanes[2], steps[0]), texts(map, lanes[2], steps[1])),
        ("ab".into(), "c".into())
    );
    assert!(shifted(map, &[a, b, c], Way::Down).is_none());
    assert!(shifted(map, &[a, b, c], Way::Left).is_none(), "one of them has nowhere to go");
    let edit = shifted(map, &[a, b, c], Way::Right).unwrap();
    board.apply(edit);
    assert_eq!(texts(board.session.map(), lanes[2], steps[1]), "ab");
}

#[test]
fn several_headers_move_on_together_up_to_the_edge() {
    let (mut board, lanes, _) = table(11);
    let stages = board.session.map().stage_order();
    let last = [Thing::Stage(stages[2]), Thing::Stage(stages[1])];
    let edit = shifted_heads(board.session.map(), &last, Way::Left).unwrap();
    board.apply(edit);
    assert_eq!(board.session.map().stage_order(), [stages[1], stages[2], stages[0]]);
    assert!(shifted_heads(board.session.map(), &last, Way::Left).is_none(), "at the edge");
    let edit = shifted_heads(board.session.map(), &last, Way::Right).unwrap();
    board.apply(edit);
    assert_eq!(board.session.map().stage_order(), stages);
    let apart = [Thing::Lane(lanes[0]), Thing::Lane(lanes[1])];
    let edit = shifted_heads(board.session.map(), &apart, Way::Down).unwrap();
    board.apply(edit);
    assert_eq!(board.session.map().rows, [lanes[2], lanes[0], lanes[1]]);
    assert!(shifted_heads(board.session.map(), &apart, Way::Left).is_none());
    let steps: Vec<Thing> =
        board.session.map().columns.iter().filter_map(|c| c.step).map(Thing::Step).collect();
    assert!(shifted_heads(board.session.map(), &steps, Way::Left).is_none(), "of three stages");
}

#[test]
fn a_drop_keeps_the_order_of_those_dragged_wherever_they_stood() {
    for at in 0..=2 {
        let (mut board, lanes, steps) = table(6);
        let cards: Vec<Id> =
            ["a", "b", "c", "d"].map(|text| add(&mut board, lanes[0], steps[0], text)).to_vec();
        // a and c go to a position among b and d.
        let chosen = [cards[0], cards[2]];
        let here = (lanes[0], steps[0]);
        let edit = dropped(board.session.map(), &chosen, cards[2], here, at).unwrap();
        let before = board.session.map().clone();
        board.apply(edit);
        let wanted = ["acbd", "bacd", "bdac"][at];
        assert_eq!(texts(board.session.map(), lanes[0], steps[0]), wanted);
        board.undo();
        assert_eq!(board.session.map(), &before);
    }
}

#[test]
fn a_drop_keeps_the_distance_between_cells_as_far_as_the_board_reaches() {
    let (mut board, lanes, steps) = table(7);
    let a = add(&mut board, lanes[0], steps[0], "a");
    let b = add(&mut board, lanes[0], steps[1], "b");
    let there = add(&mut board, lanes[2], steps[1], "x");
    let edit = dropped(board.session.map(), &[a, b], a, (lanes[2], steps[1]), 0).unwrap();
    board.apply(edit);
    let map = board.session.map();
    assert_eq!(
        (texts(map, lanes[2], steps[1]), texts(map, lanes[2], steps[2])),
        ("ax".into(), "b".into())
    );
    let edit = dropped(map, &[a, b], a, (lanes[2], steps[2]), 0).unwrap();
    board.apply(edit);
    assert_eq!(
        texts(board.session.map(), lanes[2], steps[2]),
        "ab",
        "pressed together at the edge"
    );
    assert_eq!(texts(board.session.map(), lanes[2], steps[1]), "x");
    assert!(dropped(board.session.map(), &[there], there, (lanes[1], steps[0]), 0).is_none());
}

#[test]
fn things_are_made_once_more_with_what_stands_in_them() {
    let (mut board, lanes, steps) = table(8);
    let (a, b) =
        (add(&mut board, lanes[0], steps[0], "a"), add(&mut board, lanes[0], steps[0], "b"));
    let persona = board.persona;
    board.apply(Edit::SetLevel { persona, step: steps[0], level: Some(2) });
    let twice = |board: &mut Board, things: &[Thing]| {
        let map = board.session.map().clone();
        let (edit, made) = duplicate(&map, things, &mut board.source).unwrap();
        board.apply(edit);
        made
    };
    let made = twice(&mut board, &[Thing::Card(a), Thing::Card(b)]);
    assert_eq!((texts(board.session.map(), lanes[0], steps[0]), made.len()), ("abab".into(), 2));
    let stage = board.session.map().columns[0].stage;
    board.apply(Edit::SetText { of: TextOf::Of(Thing::Step(steps[0])), text: "Look".into() });
    let made = twice(&mut board, &[Thing::Step(steps[0])]);
    let map = board.session.map();
    let Thing::Step(copy) = made[0] else { panic!("no step") };
    assert_eq!(map.steps_of(stage), [steps[0], copy]);
    assert_eq!(
        (texts(map, lanes[0], copy), map.feeling(persona, copy).level),
        ("abab".into(), Some(2))
    );
    let made = twice(&mut board, &[Thing::Stage(stage)]);
    let map = board.session.map();
    let Thing::Stage(copy) = made[0] else { panic!("no stage") };
    assert_eq!(map.stage_order()[1], copy);
    let own: Vec<&str> = map.steps_of(copy).iter().map(|id| map.steps[id].name.as_str()).collect();
    assert_eq!(own, ["Look", "Look"]);
    assert_eq!(map.feeling(persona, map.steps_of(copy)[1]).level, Some(2));
    let made = twice(&mut board, &[Thing::Lane(lanes[0]), Thing::Lane(lanes[1])]);
    let map = board.session.map();
    assert_eq!(map.rows.len(), 5);
    assert_eq!(
        made.iter().map(|thing| *thing == Thing::Lane(map.rows[2])).collect::<Vec<_>>(),
        [true, false]
    );
    assert_eq!(texts(map, map.rows[2], steps[0]), "abab");
    for _ in 0..4 {
        board.undo();
    }
    let map = board.session.map();
    assert_eq!((map.rows.len(), texts(map, lanes[0], steps[0])), (3, "abab".into()));
    assert!(duplicate(map, &[Thing::Map], &mut board.source.clone()).is_none());
}

#[test]
fn copies_have_the_details_tags_and_sources_and_no_comments() {
    let (mut board, lanes, steps) = table(10);
    let card = add(&mut board, lanes[0], steps[0], "a");
    let (one, two) = (board.source.id(), board.source.id());
    let (of, at) = (Thing::Card(card), 9);
    let text = |text: &str| Value::Text(text.into());
    for edit in [
        Edit::Set { thing: of, detail: Detail::Owner, value: Some(text("Ada")) },
        Edit::Set {
            thing: Thing::Step(steps[0]),
            detail: Detail::Width,
            value: Some(Value::Int(300)),
        },
        Edit::Tag { card, tag: "pilot".into(), on: true },
        Edit::AddNote { note: one, of, field: NoteField::Source, text: "Survey".into(), at },
        Edit::AddNote { note: two, of, field: NoteField::Comment, text: "Why?".into(), at },
    ] {
        let change = board.apply(edit.clone());
        let sized = matches!(edit, Edit::Set { detail: Detail::Width, .. });
        assert_eq!(change.shape, sized, "a width moves the columns, nothing else here does");
    }
    let stage = board.session.map().columns[0].stage;
    let map = board.session.map().clone();
    let (edit, made) = duplicate(&map, &[Thing::Stage(stage)], &mut board.source).unwrap();
    board.apply(edit);
    let map = board.session.map();
    let Thing::Stage(copy) = made[0] else { panic!("no stage") };
    let step = map.steps_of(copy)[0];
    assert_eq!(map.whole(Thing::Step(step), Detail::Width), Some(300));
    let copy = Thing::Card(map.cell(lanes[0], step)[0]);
    let Thing::Card(id) = copy else { panic!("no card") };
    assert_eq!(map.word(copy, Detail::Owner), "Ada");
    assert_eq!(map.tags_of(id).collect::<Vec<_>>(), ["pilot"]);
    assert_eq!(
        map.notes_of(copy).map(|(_, note)| note.text.as_str()).collect::<Vec<_>>(),
        ["Survey"]
    );
}

#[test]
fn words_are_found_in_every_name_and_card_in_the_order_of_the_board() {
    let (mut board, lanes, steps) = table(9);
    let later = add(&mut board, lanes[2], steps[0], "Réserver en ligne");
    let first = add(&mut board, lanes[0], steps[2], "a reserve");
    let persona = board.persona;
    board.apply(Edit::SetFeelingName { persona, step: steps[1], name: "reserved".into() });
    let stage = board.session.map().columns[1].stage;
    board.apply(Edit::SetText { of: TextOf::Of(Thing::Stage(stage)), text: "Réserve".into() });
    let map = board.session.map();
    let hits = [
        Thing::Stage(stage),
        Thing::Card(first),
        Thing::Card(later),
        Thing::Feeling { persona, step: steps[1] },
    ];
    assert_eq!(find(map, "RESERV"), hits);
    assert_eq!(find(map, "en ligne"), [Thing::Card(later)]);
    assert!(find(map, "ligne en").is_empty() && find(map, "  ").is_empty());
}

#[test]
fn words_are_found_beside_the_cards_and_where_nothing_has_a_place() {
    let (mut board, lanes, steps) = table(4);
    let at = usize::MAX;
    let placed = add(&mut board, lanes[0], steps[0], "Opens the app");
    let lost = add(&mut board, lanes[1], steps[1], "Kiosk is closed");
    let gone = add(&mut board, lanes[2], steps[2], "Kiosk, thrown away");
    let (of, persona) = (Thing::Card(placed), board.persona);
    let felt = Thing::Feeling { persona, step: steps[0] };
    let [said, asked, path] = [(); 3].map(|()| board.source.id());
    let text = |text: &str| Some(Value::Text(text.into()));
    let set = |thing, detail, value| Edit::Set { thing, detail, value };
    let note = |note, of, text: &str| {
        let (field, text) = (NoteField::Comment, text.to_owned());
        Edit::AddNote { note, of, field, text, at }
    };
    for edit in [
        Edit::Delete(Thing::Lane(lanes[1])),
        Edit::Delete(Thing::Card(gone)),
        set(Thing::Map, Detail::Scenario, text("At the kiosk")),
        set(of, Detail::Owner, text("Kiosk team")),
        set(of, Detail::Icon, text("kiosk")),
        set(felt, Detail::Reason, text("The KIOSK was dark")),
        set(Thing::Persona(persona), Detail::Quote, text("No kiosk for me")),
        note(said, of, "Which kiosk?"),
        note(asked, Thing::Persona(persona), "Seen at a kiosk"),
        Edit::AddPath {
            path,
            from: steps[0],
            to: steps[2],
            kind: PathKind::Alternative,
            condition: "kiosk is open".into(),
        },
    ] {
        board.apply(edit);
    }
    let map = board.session.map();
    let hits = [
        Thing::Map,
        Thing::Path(path),
        of,
        Thing::Note(said),
        Thing::Card(lost),
        Thing::Persona(persona),
        Thing::Note(asked),
        felt,
    ];
    assert_eq!(find(map, "kiosk"), hits);
    assert!(!is_in_sight(map, of, "kiosk") && is_in_sight(map, Thing::Card(lost), "kiosk"));
}
