//! My own actions by name.

use super::{anna, copy, take};
use crate::story::typed;
use parcours::model::Thing;
use parcours::model::deed::{Deed, Verb};
use parcours::model::edit::{Edit, TextOf};

fn deed(verb: Verb, thing: Thing) -> Deed {
    Deed { verb, thing, count: 1 }
}

#[test]
fn actions_are_listed_by_what_they_were_through_undo_and_redo() {
    let mut anna = anna(1);
    let card = anna.card("Wait for parcel");
    let thing = Thing::Card(card);
    for (at, letter) in ["n", "o", "w"].into_iter().enumerate() {
        let edit = Edit::EditText { of: TextOf::Of(thing), splices: typed(at, letter) };
        anna.session.apply(edit, 7, &mut anna.source).unwrap();
    }
    anna.apply(Edit::Delete(thing));
    let all = [deed(Verb::Add, thing), deed(Verb::Edit, thing), deed(Verb::Delete, thing)];
    assert_eq!(anna.session.actions().done, all);
    assert_eq!((anna.session.depth(), anna.session.actions().undone.len()), (3, 0));
    anna.undo();
    anna.undo();
    let actions = anna.session.actions();
    assert_eq!((&actions.done[..], &actions.undone[..]), (&all[..1], &all[1..]));
    assert_eq!(anna.text(card), "Wait for parcel");
    anna.redo();
    assert_eq!(anna.session.actions().done, all[..2]);
}

#[test]
fn several_edits_of_one_gesture_are_one_action_with_a_count() {
    let mut anna = anna(2);
    let (one, two) = (parcours::model::Source::id(&mut anna.source), anna.step);
    let (lane, step) = (anna.lane, anna.step);
    let named = Edit::SetText { of: TextOf::Of(Thing::Step(two)), text: "first".into() };
    let add = |card| {
        let text = "x".to_owned();
        Edit::AddCard { card, lane, step, at: 0, text, star: false, channel: None }
    };
    anna.apply(Edit::Several(vec![named, add(one)]));
    assert_eq!(anna.session.actions().done, [deed(Verb::Add, Thing::Card(one))]);
    let cards: Vec<_> = (0..3).map(|_| parcours::model::Source::id(&mut anna.source)).collect();
    anna.apply(Edit::Several(cards.iter().copied().map(add).collect()));
    assert_eq!(anna.session.actions().done[1].count, 3);
}

#[test]
fn an_undo_that_leaves_something_alone_names_it() {
    let mut anna = anna(3);
    let card = anna.card("one");
    anna.apply(Edit::SetChannel { card, channel: Some("web".into()) });
    let mut bob = copy(&mut anna, "Bob", 4);
    bob.apply(Edit::SetChannel { card, channel: Some("shop".into()) });
    take(&mut anna, &mut bob);
    let change = anna.undo();
    assert!(change.skipped.contains(&Thing::Card(card)));
    assert_eq!(anna.session.map().cards[&card].channel.as_deref(), Some("shop"));
}
