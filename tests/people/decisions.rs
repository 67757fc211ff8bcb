//! Choices: by whom, settled with a reason, undone; and what was deleted by one and edited by another.

use super::{anna, copy, take};
use crate::story::typed;
use parcours::model::decisions::{About, State};
use parcours::model::edit::{Edit, Splice, TextOf};
use parcours::model::map::{Choice, Value};
use parcours::model::{Field, Thing};
use parcours::session::{Byline, Session, Who};

fn name(byline: &Option<Byline>) -> String {
    match byline.as_ref().map(|byline| &byline.who) {
        Some(Who::Me(_)) => "me".into(),
        Some(Who::Other(person)) => person.name.clone(),
        Some(Who::Unknown(actor)) => format!("unknown {actor}"),
        None => String::new(),
    }
}

fn names(session: &mut Session, choice: &Choice) -> Vec<String> {
    session.bylines(choice).iter().map(name).collect()
}

fn choice(session: &Session, thing: Thing) -> Choice {
    session.map().choices[&thing][0].clone()
}

#[test]
fn a_choice_names_its_people_and_its_decision_travels_with_its_reason() {
    let mut anna = anna(1);
    let card = anna.card("one");
    let thing = Thing::Card(card);
    let mut bob = copy(&mut anna, "Bob", 2);
    let channel = |word: &str| Edit::SetChannel { card, channel: Some(word.into()) };
    anna.apply(channel("web"));
    bob.apply(channel("phone"));
    take(&mut anna, &mut bob);
    let open = choice(&anna.session, thing);
    let mut people = names(&mut anna.session, &open);
    people.sort();
    assert_eq!(people, ["Bob", "me"]);
    let shown = open.options[0].value.clone();
    let why = "  most people ring  ".to_owned();
    anna.apply(Edit::Choose { thing, field: Field::Channel, value: shown.clone(), why });
    assert!(anna.session.map().choices.is_empty());
    take(&mut bob, &mut anna);
    let decision = bob.session.decisions().remove(0);
    let over = vec![open.options[1].value.clone()];
    let about = About::Choice { thing, field: Field::Channel, value: shown, over };
    assert_eq!((decision.about, decision.why.as_str()), (about, "most people ring"));
    assert_eq!((decision.person, decision.state), (anna.session.person_id(), State::Stands));
    // The value shown before the choice is the one it took: the undo is seen all the same.
    anna.undo();
    assert_eq!(anna.session.decisions()[0].state, State::Undone);
    anna.redo();
    assert_eq!(anna.session.decisions()[0].state, State::Stands);
    anna.apply(channel("shop"));
    assert_eq!(anna.session.decisions()[0].state, State::Overtaken);
    anna.undo();
    anna.undo();
    take(&mut bob, &mut anna);
    assert_eq!(bob.session.decisions()[0].state, State::Undone);
}

#[test]
fn names_changed_on_both_sides_tell_whose_they_are() {
    let mut anna = anna(3);
    let mut bob = copy(&mut anna, "Bob", 4);
    let title = |text: &str| Edit::SetText { of: TextOf::Title, text: text.into() };
    anna.apply(title("Parcels"));
    bob.apply(title("Letters"));
    take(&mut anna, &mut bob);
    let open = choice(&anna.session, Thing::Map);
    let told = names(&mut anna.session, &open);
    for (option, name) in open.options.iter().zip(told) {
        match &option.value {
            Value::Text(text) if text == "Parcels" => assert_eq!(name, "me"),
            Value::Text(text) if text == "Letters" => assert_eq!(name, "Bob"),
            _ => assert_eq!(name, ""),
        }
    }
}

#[test]
fn what_was_deleted_by_one_and_edited_by_another_is_offered() {
    let mut anna = anna(5);
    let (kept, gone, quiet) = (anna.card("kept"), anna.card("gone"), anna.card("quiet"));
    let mut bob = copy(&mut anna, "Bob", 6);
    for card in [kept, gone, quiet] {
        anna.apply(Edit::Delete(Thing::Card(card)));
    }
    for card in [kept, gone] {
        let of = TextOf::Of(Thing::Card(card));
        bob.apply(Edit::EditText { of, splices: typed(0, "more ") });
    }
    take(&mut anna, &mut bob);
    take(&mut bob, &mut anna);
    assert_eq!(anna.session.map(), bob.session.map());
    assert_eq!(anna.session.map().choices.len(), 2, "nobody edited the third");
    let open = choice(&anna.session, Thing::Card(kept));
    assert_eq!(open.field, Field::Deleted);
    assert_eq!(names(&mut anna.session, &open), ["me", "Bob"]);
    let choose = |thing, at: usize| {
        let value = open.options[at].value.clone();
        Edit::Choose { thing, field: Field::Deleted, value, why: String::new() }
    };
    anna.apply(choose(Thing::Card(kept), 1));
    assert_eq!(anna.session.map().cards[&kept].deleted, None);
    assert_eq!(anna.text(kept), "more kept");
    let leave = choice(&anna.session, Thing::Card(gone)).options[0].value.clone();
    let thing = Thing::Card(gone);
    anna.apply(Edit::Choose { thing, field: Field::Deleted, value: leave, why: "old".into() });
    assert!(anna.session.map().choices.is_empty());
    assert!(anna.session.map().cards[&gone].deleted.is_some());
    assert!(anna.session.decisions().iter().all(|one| one.state == State::Stands));
    anna.undo();
    assert_eq!(anna.session.map().choices.len(), 1, "the choice is open again");
    assert_eq!(anna.session.decisions()[0].state, State::Undone);
    // Read anew, it is the same.
    let again = copy(&mut anna, "", 7);
    assert_eq!(again.session.map(), anna.session.map());
}

#[test]
fn letters_taken_out_count_and_edit_with_delete_in_one_gesture_does_not() {
    let mut anna = anna(8);
    let card = anna.card("shorter");
    let mut bob = copy(&mut anna, "Bob", 9);
    anna.apply(Edit::Delete(Thing::Card(card)));
    let cut = Splice { at: 5, delete: 2, insert: String::new() };
    bob.apply(Edit::EditText { of: TextOf::Of(Thing::Card(card)), splices: vec![cut] });
    take(&mut anna, &mut bob);
    let open = choice(&anna.session, Thing::Card(card));
    assert_eq!(names(&mut anna.session, &open), ["me", "unknown "]);
    let other = anna.card("other");
    let of = TextOf::Of(Thing::Card(other));
    let text = "other words".to_owned();
    let both = vec![Edit::SetText { of, text }, Edit::Delete(Thing::Card(other))];
    anna.apply(Edit::Several(both));
    assert!(!anna.session.map().choices.contains_key(&Thing::Card(other)));
}
