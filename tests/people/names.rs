//! Names and colours in the document.

use super::{anna, copy, take};
use crate::story::Board;
use parcours::model::people::Person;
use parcours::session::Who;

fn named(who: &Who) -> (&str, &str) {
    match who {
        Who::Me(_) => ("me", ""),
        Who::Other(person) => (&person.name, &person.colour),
        Who::Unknown(_) => ("unknown", ""),
    }
}

#[test]
fn a_name_goes_out_with_the_next_change_and_others_read_it() {
    let mut anna = anna(1);
    anna.card("hello");
    let mut bob = copy(&mut anna, "Bob", 2);
    let id = anna.session.person_id().unwrap();
    assert_eq!(named(&bob.session.person(id)), ("Anna", "teal"));
    assert_eq!(named(&anna.session.person(id)), ("me", ""));
    assert!(bob.session.sign(&mut bob.source).is_none(), "he did nothing here, so he is not named");
    bob.card("from Bob");
    take(&mut anna, &mut bob);
    let bobs = bob.session.person_id().unwrap();
    assert_eq!(named(&anna.session.person(bobs)), ("Bob", "teal"));
}

#[test]
fn a_new_name_is_written_at_the_export_and_an_empty_one_removed() {
    let mut anna = anna(3);
    anna.card("hello");
    let id = anna.session.person_id().unwrap();
    let named = |name: &str| Person { id, name: name.into(), colour: String::new() };
    anna.session.set_person(named("Anne"));
    let change = anna.session.sign(&mut anna.source).unwrap();
    assert!(!change.bytes.is_empty() && change.touched.is_empty());
    assert!(anna.session.sign(&mut anna.source).is_none(), "once");
    assert_eq!(copy(&mut anna, "Bob", 4).session.person(id), Who::Other(named("Anne")));
    anna.session.set_person(named(""));
    anna.session.sign(&mut anna.source).unwrap();
    assert_eq!(copy(&mut anna, "Bob", 4).session.person(id), Who::Other(named("")));
    assert!(anna.session.can().0, "the card can still be undone");
    anna.undo();
    assert!(!anna.session.can().0, "a name is no action on the map");
}

#[test]
fn one_person_in_two_copies_hides_nothing() {
    let mut one = anna(5);
    one.card("hello");
    let id = one.session.person_id().unwrap();
    let mut two = copy(&mut one, "", 6);
    two.session.set_person(Person { id, name: "Anna B".into(), colour: "plum".into() });
    one.card("one");
    two.card("two");
    take(&mut one, &mut two);
    take(&mut two, &mut one);
    let third = |board: &mut Board| copy(board, "Third", 7).session.person(id);
    let (first, second) = (third(&mut one), third(&mut two));
    assert_eq!(first, second);
    assert_eq!(named(&first), ("Anna B", "plum"));
}
