//! A choice whose settling is undone is open again, for everyone; and places that look the same are none.

use super::{anna, copy, take};
use crate::story::Board;
use parcours::model::detail::Detail;
use parcours::model::edit::{Edit, TextOf};
use parcours::model::map::{Choice, Value};
use parcours::model::{Field, Id, LaneKind, Source, Thing};

fn open(board: &Board) -> Vec<Choice> {
    board.session.map().choices.values().flatten().cloned().collect()
}

fn choose(choice: &Choice, at: usize) -> Edit {
    let value = choice.options[at].value.clone();
    Edit::Choose { thing: choice.thing, field: choice.field, value, why: String::new() }
}

/// Two copies that differ in a field, the first with both values.
fn apart(one: impl Fn(Id) -> Edit, two: impl Fn(Id) -> Edit) -> (Board, Board) {
    let mut anna = anna(1);
    let card = anna.card("a card");
    let mut bob = copy(&mut anna, "Bob", 2);
    anna.apply(one(card));
    bob.apply(two(card));
    take(&mut anna, &mut bob);
    take(&mut bob, &mut anna);
    (anna, bob)
}

/// Settles the only choice with each of its options, and undoes and redoes that.
fn there_and_back((mut anna, mut bob): (Board, Board)) {
    let before = open(&anna);
    assert_eq!(before.len(), 1);
    for at in 0..before[0].options.len() {
        let names = |board: &mut Board| board.session.bylines(&before[0]);
        let told = names(&mut anna);
        anna.apply(choose(&before[0], at));
        assert_eq!(open(&anna), []);
        anna.undo();
        assert_eq!(open(&anna), before, "undone: option {at}");
        assert_eq!(names(&mut anna).len(), told.len());
        anna.redo();
        assert_eq!(open(&anna), [], "redone: option {at}");
        anna.undo();
        take(&mut bob, &mut anna);
        assert_eq!(open(&bob), before, "with Bob");
        assert_eq!(copy(&mut anna, "Third", 9).session.map(), anna.session.map(), "read anew");
    }
    // Settled by another, also with the value that is shown anyway.
    bob.apply(choose(&before[0], 0));
    assert_eq!(open(&bob), []);
    take(&mut anna, &mut bob);
    assert_eq!(open(&anna), []);
    assert_eq!(copy(&mut anna, "Third", 9).session.map(), anna.session.map());
}

#[test]
fn a_choice_of_values_comes_back_with_its_undo_and_goes_with_its_redo() {
    let channel =
        |word: &'static str| move |card| Edit::SetChannel { card, channel: Some(word.to_owned()) };
    there_and_back(apart(channel("web"), channel("phone")));
    let owner = |word: &'static str| {
        move |card| Edit::Set {
            thing: Thing::Card(card),
            detail: Detail::Owner,
            value: Some(Value::Text(word.to_owned())),
        }
    };
    there_and_back(apart(owner("Mia"), owner("Noor")));
    let title =
        |text: &'static str| move |_| Edit::SetText { of: TextOf::Title, text: text.into() };
    there_and_back(apart(title("Parcels"), title("Letters")));
}

#[test]
fn bylines_stay_those_of_the_people_who_wrote_the_values() {
    let channel =
        |word: &'static str| move |card| Edit::SetChannel { card, channel: Some(word.into()) };
    let (mut anna, mut bob) = apart(channel("web"), channel("phone"));
    let choice = open(&anna).remove(0);
    let who = |board: &mut Board| {
        let lines = board.session.bylines(&choice);
        lines.into_iter().map(|line| line.unwrap().who).collect::<Vec<_>>()
    };
    let before = who(&mut bob);
    anna.apply(choose(&choice, 1));
    anna.undo();
    take(&mut bob, &mut anna);
    assert_eq!(who(&mut bob), before);
}

#[test]
fn another_value_written_after_the_undo_ends_the_choice() {
    let channel =
        |word: &'static str| move |card| Edit::SetChannel { card, channel: Some(word.into()) };
    let (mut anna, _) = apart(channel("web"), channel("phone"));
    let choice = open(&anna).remove(0);
    let Thing::Card(card) = choice.thing else { panic!("{choice:?}") };
    anna.apply(choose(&choice, 1));
    anna.undo();
    anna.apply(channel("shop")(card));
    assert_eq!(open(&anna), []);
    anna.undo();
    assert_eq!(open(&anna), [choice]);
}

#[test]
fn a_merge_that_brought_the_decision_is_undone_and_taken_again() {
    let channel =
        |word: &'static str| move |card| Edit::SetChannel { card, channel: Some(word.into()) };
    let (mut anna, mut bob) = apart(channel("web"), channel("phone"));
    let before = open(&anna);
    bob.apply(choose(&before[0], 1));
    let merge = take(&mut anna, &mut bob).merge.unwrap();
    assert_eq!(open(&anna), []);
    let Board { session, source, .. } = &mut anna;
    session.undo_merge(merge, source).unwrap();
    assert_eq!(open(&anna), before);
    let Board { session, source, .. } = &mut anna;
    session.redo_merge(merge, source).unwrap();
    assert_eq!(open(&anna), []);
    let shown = anna.session.map().cards.values().next().unwrap().channel.clone().unwrap();
    assert_eq!(Value::Text(shown), before[0].options[1].value);
}

#[test]
fn the_same_position_twice_is_no_choice_until_something_comes_between() {
    let mut anna = anna(3);
    let mut add = |name: &str, at| {
        let (stage, step, lane, persona) =
            (anna.source.id(), anna.source.id(), anna.source.id(), anna.source.id());
        let name = name.to_owned();
        anna.apply(Edit::AddStage { stage, step, name: name.clone(), at });
        anna.apply(Edit::AddLane { lane, kind: LaneKind::Text, name: name.clone(), at });
        anna.apply(Edit::AddPersona { persona, name, at });
        (stage, lane, persona)
    };
    let (second, third) = (add("Second", 1), add("Third", 2));
    let move_to = |(stage, lane, persona), at| {
        Edit::Several(vec![
            Edit::MoveStage { stage, at },
            Edit::MoveLane { lane, at },
            Edit::MovePersona { persona, at },
        ])
    };
    let mut bob = copy(&mut anna, "Bob", 4);
    anna.apply(move_to(third, 0));
    bob.apply(move_to(third, 0));
    take(&mut anna, &mut bob);
    take(&mut bob, &mut anna);
    assert_eq!(open(&anna), [], "both moved it to the front");
    assert_eq!(anna.session.map(), bob.session.map());
    let first = (anna.stage, anna.lane, anna.persona);
    anna.apply(move_to(first, 2));
    bob.apply(move_to(first, 0));
    take(&mut anna, &mut bob);
    let places = open(&anna);
    assert!(places.iter().all(|one| one.field == Field::Place), "{places:?}");
    assert_eq!(places.len(), 3, "one moved it to the end, the other to the front");
    // Two places between which something else comes are two to the eye.
    for stage in [second.0, third.0] {
        anna.apply(Edit::Delete(Thing::Stage(stage)));
    }
    assert_eq!(open(&anna).len(), 2, "alone, a stage has one place");
    assert_eq!(copy(&mut anna, "Third", 9).session.map(), anna.session.map());
    anna.undo();
    assert_eq!(open(&anna).len(), 3);
    assert_eq!(copy(&mut anna, "Third", 9).session.map(), anna.session.map());
}
