//! What random stories of five people brought to light, each as a story of its own.

#[path = "story/bin.rs"]
mod bin;
#[path = "story/random.rs"]
mod random;
#[path = "story/reach.rs"]
mod reach;
mod story;

use parcours::model::edit::{Edit, Splice, TextOf};
use parcours::model::ids::Seeded;
use parcours::model::map::{Choice, Value};
use parcours::model::{Field, LaneKind, Map, Source, Thing};
use parcours::session::Session;
use story::Board;

fn from_scratch(board: &mut Board) -> Map {
    let saved = board.session.save();
    Session::open(&[saved], &mut Seeded::new(0)).unwrap().session.map().clone()
}

fn rename(board: &mut Board, thing: Thing, name: &str) {
    board.apply(Edit::SetText { of: TextOf::Of(thing), text: name.into() });
}

/// Ann and Ben both renamed stage and lane; Ann took Ben's file in and Ben has the outcome.
fn two_names_each() -> (Board, Board, [Thing; 2]) {
    let mut ann = Board::new(1);
    let mut ben = ann.copy(2);
    let things = [Thing::Stage(ann.stage), Thing::Lane(ann.lane)];
    for thing in things {
        rename(&mut ann, thing, "Explore");
        rename(&mut ben, thing, "Find out");
    }
    ann.take(&mut ben);
    ben.hear(&mut ann);
    (ann, ben, things)
}

fn choice(board: &Board, thing: Thing) -> Option<&Choice> {
    board.session.map().choices.get(&thing)?.first()
}

fn keep_merged(board: &mut Board, thing: Thing) {
    let value = choice(board, thing).unwrap().options[0].value.clone();
    board.apply(Edit::Choose { thing, field: Field::Text, value, why: String::new() });
}

#[test]
fn a_name_settled_in_another_copy_is_no_choice_here_any_more() {
    let (mut ann, mut ben, [stage, _]) = two_names_each();
    assert!(choice(&ann, stage).is_some());
    keep_merged(&mut ben, stage);
    ann.hear(&mut ben);
    assert_eq!(choice(&ann, stage), None);
    assert_eq!(from_scratch(&mut ann), *ann.session.map());
}

#[test]
fn settling_one_name_leaves_the_others_to_whom_they_came_from() {
    let (ann, mut ben, [stage, lane]) = two_names_each();
    let before = choice(&ann, lane).cloned();
    keep_merged(&mut ben, stage);
    assert_eq!(choice(&ben, lane).cloned(), before);
    assert_eq!(from_scratch(&mut ben), *ben.session.map());
}

#[test]
fn my_undo_leaves_a_value_that_someone_else_set_as_well() {
    let mut ann = Board::new(3);
    let card = ann.card("Wait");
    let mut ben = ann.copy(4);
    for board in [&mut ann, &mut ben] {
        board.apply(Edit::SetStar { card, star: true });
    }
    ann.hear(&mut ben);
    ann.session.undo(&mut ann.source);
    assert!(ann.session.map().cards[&card].star, "Ben starred it too");
}

#[test]
fn a_value_that_someone_took_away_after_me_stays_away_when_i_undo() {
    let mut ann = Board::new(11);
    let (persona, step) = (ann.persona, ann.step);
    ann.apply(Edit::SetLevel { persona, step, level: Some(1) });
    let mut ben = ann.copy(12);
    ann.apply(Edit::Delete(Thing::Feeling { persona, step }));
    ben.apply(Edit::SetLevel { persona, step, level: Some(-1) });
    ann.hear(&mut ben);
    ben.apply(Edit::SetLevel { persona, step, level: None });
    ann.hear(&mut ben);
    let change = ann.undo();
    assert_eq!(change.skipped, [Thing::Feeling { persona, step }]);
    assert_eq!(ann.session.map().feeling(persona, step).level, None);
}

#[test]
fn undo_leaves_the_bin_as_it_is_and_goes_on_to_an_action_that_is_seen() {
    let mut ann = Board::new(13);
    let (card, other) = (ann.card("one"), ann.card("two"));
    let of = TextOf::Of(Thing::Card(card));
    // One action on two cards; later one of them is deleted, and the other starred by someone else.
    ann.apply(Edit::SetStar { card: other, star: true });
    ann.apply(Edit::Several(vec![
        Edit::EditText { of, splices: story::typed(0, "number ") },
        Edit::SetChannel { card: other, channel: Some("web".into()) },
    ]));
    let mut ben = ann.copy(14);
    ben.apply(Edit::Delete(Thing::Card(card)));
    ben.apply(Edit::SetChannel { card: other, channel: Some("app".into()) });
    ann.hear(&mut ben);
    let before = bin::without_bin(ann.session.map());
    ann.undo();
    assert!(!ann.session.map().cards[&other].star, "one undo, and something is seen of it");
    ann.redo();
    assert_eq!(bin::without_bin(ann.session.map()), before);
}

#[test]
fn a_card_in_a_lane_that_draws_the_curve_waits_in_the_tray() {
    let mut ann = Board::new(5);
    let (lane, step) = (ann.source.id(), ann.step);
    ann.apply(Edit::AddLane { lane, kind: LaneKind::Emotions, name: "Feels".into(), at: 9 });
    let card = ann.card("Angry");
    ann.apply(Edit::MoveCard { card, lane, step, at: 0 });
    assert_eq!(ann.session.map().unplaced(), [card]);
    assert_eq!(reach::unreachable(&ann.session), []);
}

#[test]
fn what_someone_writes_into_a_purged_card_is_in_the_bin_again() {
    let mut ann = Board::new(6);
    let card = ann.card("Secret");
    let thing = Thing::Card(card);
    ann.apply(Edit::SetChannel { card, channel: Some("shop".into()) });
    let mut ben = ann.copy(7);
    ann.apply(Edit::Delete(thing));
    ann.apply(Edit::Purge(thing));
    assert_eq!((ann.session.deleted(), ann.text(card)), (vec![], ""));
    assert_eq!(ann.session.map().cards[&card].channel, None);

    let of = TextOf::Of(thing);
    ben.apply(Edit::EditText { of, splices: story::typed(6, " of mine") });
    ann.hear(&mut ben);
    assert_eq!((ann.session.deleted(), ann.text(card)), (vec![thing], " of mine"));
    assert_eq!(from_scratch(&mut ann), *ann.session.map());

    // Who restored it meanwhile finds it on the board, empty.
    ben.hear(&mut ann);
    ben.apply(Edit::Restore(thing));
    ann.apply(Edit::Purge(thing));
    ann.hear(&mut ben);
    assert_eq!(ann.session.map().cells[&(ann.lane, ann.step)], [card]);
}

#[test]
fn a_purged_stage_takes_its_steps_along_and_comes_back_with_one_put_into_it() {
    let mut ann = Board::new(8);
    let (stage, step, other) = (ann.source.id(), ann.source.id(), ann.source.id());
    ann.apply(Edit::AddStage { stage, step, name: "Buy".into(), at: 9 });
    let mut ben = ann.copy(9);
    ann.apply(Edit::Delete(Thing::Stage(stage)));
    ann.apply(Edit::Purge(Thing::Stage(stage)));
    assert_eq!(ann.session.deleted(), []);
    ben.apply(Edit::AddStep { step: other, stage, name: "Pay".into(), at: 9 });
    ann.hear(&mut ben);
    assert_eq!(ann.session.deleted(), [Thing::Stage(stage)]);
    assert_eq!(reach::unreachable(&ann.session), []);
    ann.apply(Edit::Restore(Thing::Stage(stage)));
    assert_eq!(ann.session.map().steps_of(stage), [other]);
}

#[test]
fn undo_brings_back_what_was_purged_in_this_session() {
    let mut ann = Board::new(10);
    let card = ann.card("Secret");
    let thing = Thing::Card(card);
    let (persona, step) = (ann.source.id(), ann.step);
    ann.apply(Edit::AddPersona { persona, name: "Bob".into(), at: 9 });
    ann.apply(Edit::SetLevel { persona, step, level: Some(2) });
    ann.apply(Edit::Delete(thing));
    ann.apply(Edit::Delete(Thing::Persona(persona)));
    let before = ann.session.map().clone();
    let empty = vec![Edit::Purge(thing), Edit::Purge(Thing::Persona(persona))];
    ann.apply(Edit::Several(empty));
    assert_eq!((ann.session.deleted(), ann.session.map().feelings.len()), (vec![], 0));
    ann.undo();
    assert_eq!(*ann.session.map(), before);
    ann.redo();
    assert_eq!(ann.session.deleted(), []);
    let value = Value::Bool(true);
    assert!(!ann.session.map().choices.values().flatten().any(|c| c.options[0].value == value));
}

#[test]
fn undoing_a_purge_leaves_a_star_that_others_took_away_meanwhile() {
    let mut ann = Board::new(16);
    let card = ann.card("Waits");
    ann.apply(Edit::SetStar { card, star: true });
    ann.apply(Edit::Delete(Thing::Card(card)));
    let mut ben = ann.copy(17);
    ann.apply(Edit::Purge(Thing::Card(card)));
    // Ben's star is another than the one Ann took away: it stands again in her copy, until Ben purges too.
    ben.apply(Edit::SetStar { card, star: false });
    ben.apply(Edit::SetStar { card, star: true });
    ann.hear(&mut ben);
    assert!(ann.session.map().cards[&card].star);
    ben.apply(Edit::Purge(Thing::Card(card)));
    ben.apply(Edit::Restore(Thing::Card(card)));
    ann.hear(&mut ben);
    ann.undo();
    assert!(!ann.session.map().cards[&card].star);
}

#[test]
fn a_card_given_up_while_it_is_typed_is_no_choice_though_letters_go_with_it() {
    let mut board = Board::new(40);
    let (lane, step, gesture) = (board.lane, board.step, 7);
    let card = board.source.id();
    let text = "ab".to_owned();
    let add = Edit::AddCard { card, lane, step, at: 0, text, star: false, channel: None };
    board.session.apply(add, gesture, &mut board.source).unwrap();
    for (at, insert) in [(2, " cd"), (5, " ef")] {
        let splices = vec![Splice { at, delete: 0, insert: insert.to_owned() }];
        let edit = Edit::EditText { of: TextOf::Of(Thing::Card(card)), splices };
        board.session.apply(edit, gesture, &mut board.source).unwrap();
    }
    board.session.cancel(gesture, &mut board.source).unwrap();
    assert!(board.session.map().cards[&card].deleted.is_some());
    assert_eq!(choice(&board, Thing::Card(card)), None);
    assert_eq!(from_scratch(&mut board).choices.get(&Thing::Card(card)), None);
}
