//! Touchpoints, sources, linked maps and mentions, ties, and the goal sheet: made, merged, undone, deleted
//! for good, joined, copied.

mod story;

use parcours::analysis::alike::alike;
use parcours::analysis::find::{find, is_in_sight};
use parcours::model::check::{Finding, check};
use parcours::model::compare::{What, compare};
use parcours::model::detail::Shape;
use parcours::model::edit::{Edit, Refused, TextOf};
use parcours::model::map::Value;
use parcours::model::{Detail, Field, GoalField, Id, Kind, List, NoteField, Source, Thing};
use parcours::session::Session;
use story::Board;

fn entry(board: &mut Board, list: List, name: &str) -> Thing {
    let id = board.source.id();
    board.apply(Edit::AddEntry { list, id, name: name.into(), at: usize::MAX });
    Thing::Entry(list, id)
}

fn set(board: &mut Board, thing: Thing, detail: Detail, value: &str) {
    board.apply(Edit::Set { thing, detail, value: Some(Value::Text(value.into())) });
}

fn outcome(board: &mut Board, text: &str) -> Thing {
    let note = board.source.id();
    let (of, field, text) = (Thing::Map, NoteField::Outcome, text.into());
    board.apply(Edit::AddNote { note, of, field, text, at: usize::MAX });
    Thing::Note(note)
}

fn names(board: &Board, list: List) -> Vec<&str> {
    let map = board.session.map();
    map.list(list).iter().map(|id| map.called(Thing::Entry(list, *id))).collect()
}

fn assert_sound(board: &mut Board) {
    let found = check(board.session.map());
    assert!(!found.iter().any(|one| matches!(one, Finding::Broken(_))), "{found:?}");
    let again = Session::open(&[board.session.save()], &mut board.source).unwrap().session;
    assert_eq!(again.map(), board.session.map());
}

fn id(thing: Thing) -> Id {
    let Thing::Entry(_, id) = thing else { panic!("{thing:?}") };
    id
}

#[test]
fn entries_are_added_moved_renamed_and_undone() {
    let mut board = Board::new(1);
    for list in List::ALL {
        let first = entry(&mut board, list, "first");
        entry(&mut board, list, "second");
        board.apply(Edit::SetText { of: TextOf::Of(first), text: "1st".into() });
        board.apply(Edit::MoveEntry { list, id: id(first), at: 1 });
        assert_eq!(names(&board, list), ["second", "1st"]);
        board.undo();
        assert_eq!(names(&board, list), ["1st", "second"]);
        board.apply(Edit::Delete(first));
        assert_eq!(names(&board, list), ["second"]);
        assert!(board.session.deleted().contains(&first));
        board.apply(Edit::Restore(first));
        assert_eq!(names(&board, list), ["1st", "second"]);
    }
    assert_sound(&mut board);
}

#[test]
fn the_goal_sheet_is_written_by_two_and_keeps_both() {
    let mut ours = Board::new(2);
    let of = TextOf::Of(Thing::Goal(GoalField::Purpose));
    ours.apply(Edit::SetText { of, text: "Fewer calls".into() });
    let mut theirs = ours.copy(3);
    ours.apply(Edit::SetText { of, text: "Far fewer calls".into() });
    theirs.apply(Edit::SetText { of, text: "Fewer calls in spring".into() });
    ours.take(&mut theirs);
    assert_eq!(ours.session.map().goal(GoalField::Purpose), "Far fewer calls in spring");
    assert_eq!(find(ours.session.map(), "spring"), [Thing::Goal(GoalField::Purpose)]);
    for edit in
        [Edit::Delete(Thing::Goal(GoalField::Purpose)), Edit::Purge(Thing::Goal(GoalField::Scope))]
    {
        assert!(ours.session.apply(edit, 0, &mut ours.source).is_err());
    }
    assert_sound(&mut ours);
}

#[test]
fn two_channels_for_one_touchpoint_are_a_choice_and_the_decision_is_remembered() {
    let mut ours = Board::new(4);
    let shop = entry(&mut ours, List::Touchpoints, "Kiosk");
    let mut theirs = ours.copy(5);
    set(&mut ours, shop, Detail::Channel, "shop");
    set(&mut theirs, shop, Detail::Channel, "app");
    ours.take(&mut theirs);
    let choice = ours.session.map().choices[&shop][0].clone();
    assert_eq!((choice.field, choice.options.len()), (Field::Detail(Detail::Channel), 2));
    let value = Value::Text("app".into());
    let (thing, field, why) = (shop, choice.field, "measured".to_owned());
    ours.apply(Edit::Choose { thing, field, value, why });
    assert_eq!(ours.session.map().word(shop, Detail::Channel), "app");
    let decided = ours.session.decisions();
    assert_eq!((decided.len(), decided[0].why.as_str()), (1, "measured"));
    assert_eq!(decided[0].state, parcours::model::decisions::State::Stands);
}

#[test]
fn a_tie_joins_an_outcome_to_steps_and_a_source_to_what_it_supports() {
    let mut board = Board::new(6);
    let (step, card) = (Thing::Step(board.step), board.card("late parcels"));
    let (found, source) =
        (outcome(&mut board, "Arrives on time"), entry(&mut board, List::Sources, "Interviews"));
    let tie = |from, to, on| Edit::Tie { from, to, on };
    board.apply(tie(found, step, true));
    board.apply(tie(source, Thing::Card(card), true));
    board.apply(tie(source, Thing::Persona(board.persona), true));
    let map = board.session.map();
    assert_eq!(map.ties_of(source).count(), 2);
    assert_eq!(map.tied_to()[&step], [found]);
    for (from, to) in [(source, step), (found, Thing::Card(card)), (step, found)] {
        assert_eq!(
            board.session.apply(tie(from, to, true), 0, &mut board.source).err(),
            Some(Refused::NoSuchField)
        );
    }
    board.undo();
    assert_eq!(board.session.map().ties_of(source).collect::<Vec<_>>(), [Thing::Card(card)]);
    // Undoing takes back what is mine alone: someone else ties the same at the same time.
    let mut theirs = board.copy(7);
    let both = tie(source, Thing::Persona(board.persona), true);
    board.apply(both.clone());
    theirs.apply(both);
    board.hear(&mut theirs);
    board.session.undo(&mut board.source);
    let persona = Thing::Persona(board.persona);
    assert!(board.session.map().ties_of(source).any(|to| to == persona));
    // What is deleted for good is tied to nothing.
    board.apply(Edit::Delete(source));
    board.apply(Edit::Purge(source));
    assert_eq!(board.session.map().ties_of(source).count(), 0);
    assert!(board.session.map().is_gone(source));
    assert_sound(&mut board);
}

#[test]
fn what_others_did_to_lists_is_told_and_can_be_taken_back() {
    let mut ours = Board::new(8);
    let source = entry(&mut ours, List::Sources, "Survey");
    let card = Thing::Card(ours.card("late"));
    let mut theirs = ours.copy(9);
    let before = ours.session.map().clone();
    set(&mut theirs, source, Detail::Asked, "customers");
    theirs.apply(Edit::Tie { from: source, to: card, on: true });
    entry(&mut theirs, List::Mentions, "A blog");
    let of = TextOf::Of(Thing::Goal(GoalField::Success));
    theirs.apply(Edit::SetText { of, text: "calls a week".into() });
    let merged = ours.take(&mut theirs);
    let told = compare(&before, ours.session.map()).items;
    let changed = |thing, wanted: Field| {
        let is = |what: &What| matches!(what, What::Changed { field, .. } if *field == wanted);
        told.iter().any(|one| one.thing == thing && is(&one.what))
    };
    assert!(changed(source, Field::Detail(Detail::Asked)) && changed(source, Field::Ties));
    assert!(changed(Thing::Goal(GoalField::Success), Field::Text));
    assert!(told.iter().any(|one| matches!(one.thing, Thing::Entry(List::Mentions, _))));
    let id = merged.merge.unwrap();
    ours.session.undo_merge(id, &mut ours.source).unwrap();
    let (map, none) = (ours.session.map(), Vec::<Id>::new());
    assert_eq!((map.list(List::Mentions), map.ties.len()), (none.as_slice(), 0));
    assert_eq!((map.goal(GoalField::Success), map.word(source, Detail::Asked)), ("", ""));
    ours.session.redo_merge(id, &mut ours.source).unwrap();
    assert_eq!(ours.session.map().ties_of(source).collect::<Vec<_>>(), [card]);
    assert_sound(&mut ours);
}

#[test]
fn joined_touchpoints_are_one_for_all_their_cards() {
    let mut board = Board::new(10);
    let keep = entry(&mut board, List::Touchpoints, "Kiosk");
    let other = entry(&mut board, List::Touchpoints, "Kiosk terminal");
    set(&mut board, other, Detail::Leads, "a ticket");
    let card = Thing::Card(board.card("buys"));
    set(&mut board, card, Detail::Touchpoint, &id(other).to_string());
    let before = board.session.map().clone();
    board.apply(Edit::Join { keep, others: vec![other] });
    let map = board.session.map();
    assert_eq!(map.called(keep), "Kiosk / Kiosk terminal");
    assert_eq!(map.word(keep, Detail::Leads), "a ticket");
    assert_eq!(map.referred(card, Detail::Touchpoint), Some(keep));
    assert_eq!(map.list(List::Touchpoints), [id(keep)]);
    assert_eq!(board.session.joined_into(other), Some(keep));
    board.undo();
    assert_eq!(*board.session.map(), before);
}

#[test]
fn touchpoints_that_two_people_listed_are_found_to_be_one() {
    let mut ours = Board::new(12);
    let mut theirs = ours.copy(13);
    let mine = entry(&mut ours, List::Touchpoints, "Ticket kiosk");
    let hers = entry(&mut theirs, List::Touchpoints, "The ticket kiosk");
    let app = entry(&mut theirs, List::Touchpoints, "Ticket kiosk");
    set(&mut theirs, app, Detail::Channel, "app");
    set(&mut ours, mine, Detail::Channel, "shop");
    set(&mut theirs, hers, Detail::Channel, "shop");
    ours.take(&mut theirs);
    let found = |board: &mut Board| {
        let apart = board.session.apart();
        alike(board.session.map(), &apart)
    };
    // The app's has another channel.
    let groups = found(&mut ours);
    assert_eq!(groups.len(), 1, "{groups:?}");
    assert!(groups[0].0.contains(&hers) && groups[0].0.len() == 2, "{groups:?}");
    let (keep, other) = (groups[0].0[0], groups[0].0[1]);
    let edit = Edit::Join { keep, others: vec![other] };
    ours.apply(edit);
    assert!(found(&mut ours).is_empty());
    assert_eq!(ours.session.map().list(List::Touchpoints).len(), 2);
}

#[test]
fn what_a_file_tells_of_people_names_the_research_log() {
    let mut board = Board::new(14);
    let source = entry(&mut board, List::Sources, "Interview with Margarethe");
    let other = entry(&mut board, List::Sources, "Call with Ben");
    board.apply(Edit::Delete(other));
    assert_eq!(board.session.personal().sources, ["Call with Ben", "Interview with Margarethe"]);
    // It is content of the map, and stays in a file without history; what is in the bin does not.
    let file = board.session.without_history(&mut board.source).unwrap();
    let mut fresh = Session::open(&[file], &mut board.source).unwrap().session;
    assert_eq!(fresh.personal().sources, [board.session.map().called(source)]);
}

#[test]
fn a_duplicate_has_the_lists_the_goal_sheet_and_the_ties() {
    let mut board = Board::new(11);
    let (stage, step) = (Thing::Stage(board.stage), Thing::Step(board.step));
    let kiosk = entry(&mut board, List::Touchpoints, "Kiosk");
    let source = entry(&mut board, List::Sources, "Survey");
    let link = entry(&mut board, List::Links, "Buying");
    let card = Thing::Card(board.card("buys"));
    set(&mut board, card, Detail::Touchpoint, &id(kiosk).to_string());
    let first = board.stage.to_string();
    set(&mut board, Thing::Map, Detail::First, &first);
    for at in [stage, step, card, kiosk] {
        set(&mut board, link, Detail::At, &Shape::Thing.spelled(at).unwrap());
        let copy = copy(&mut board);
        let map = copy.map();
        let there = map.referred(Thing::Entry(List::Links, map.list(List::Links)[0]), Detail::At);
        let there = there.unwrap();
        assert!(map.holds(there) && there != at, "{at:?} {there:?}");
        assert_eq!(std::mem::discriminant(&there), std::mem::discriminant(&at));
    }
    let found = outcome(&mut board, "On time");
    board.apply(Edit::Tie { from: found, to: step, on: true });
    board.apply(Edit::Tie { from: source, to: card, on: true });
    let of = TextOf::Of(Thing::Goal(GoalField::Audience));
    board.apply(Edit::SetText { of, text: "Commuters".into() });
    let copy = copy(&mut board);
    let map = copy.map();
    assert_eq!(map.goal(GoalField::Audience), "Commuters");
    let stage = Thing::Stage(map.columns[0].stage);
    assert_eq!(map.referred(Thing::Map, Detail::First), Some(stage));
    let card = Thing::Card(*map.cards.keys().next().unwrap());
    let kiosk = Thing::Entry(List::Touchpoints, map.list(List::Touchpoints)[0]);
    assert_eq!(map.referred(card, Detail::Touchpoint), Some(kiosk));
    let source = Thing::Entry(List::Sources, map.list(List::Sources)[0]);
    assert_eq!(map.ties_of(source).collect::<Vec<_>>(), [card]);
    assert_eq!(map.ties.len(), 2);
    assert_eq!(map.to_draft(), board.session.map().to_draft());
}

fn copy(board: &mut Board) -> Session {
    let edit = board.session.draft().to_edit(&mut board.source);
    Session::create(Kind::Journey, edit, &mut board.source).unwrap().0
}

#[test]
fn a_card_is_found_by_the_name_of_its_touchpoint() {
    let mut board = Board::new(11);
    let desk = entry(&mut board, List::Touchpoints, "Information desk");
    let card = Thing::Card(board.card(""));
    set(&mut board, card, Detail::Touchpoint, &id(desk).to_string());
    let map = board.session.map();
    assert!(find(map, "INFORMATION").contains(&card));
    assert!(is_in_sight(map, card, "desk"));
    assert!(!find(map, "kiosk").contains(&card));
}
