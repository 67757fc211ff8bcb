//! Who wrote what, and when.

use super::{anna, copy, take};
use crate::story::Board;
use parcours::model::Thing;
use parcours::model::edit::{Edit, TextOf};
use parcours::session::{Authors, Byline, Who};

/// The names of the writer and of the last to change, as Anna's or Bob's copy tells them.
fn told(authors: &Authors) -> (String, String) {
    let name = |byline: &Option<Byline>| match byline.as_ref().map(|byline| &byline.who) {
        Some(Who::Me(_)) => "me".to_owned(),
        Some(Who::Other(person)) => person.name.clone(),
        Some(Who::Unknown(_)) => "unknown".to_owned(),
        None => String::new(),
    };
    (name(&authors.written), name(&authors.changed))
}

#[test]
fn a_card_tells_who_wrote_it_and_who_changed_it_last() {
    let mut anna = anna(1);
    let card = anna.card("Wait for parcel");
    let thing = Thing::Card(card);
    let own = anna.session.authors(thing);
    assert_eq!(told(&own), ("me".into(), String::new()));
    assert!(own.written.unwrap().at > 1_600_000_000_000);
    let mut bob = copy(&mut anna, "Bob", 2);
    assert_eq!(told(&bob.session.authors(thing)), ("Anna".into(), String::new()));
    bob.write(card, "Wait for the parcel");
    let seen = bob.session.authors(thing);
    assert_eq!(told(&seen), ("Anna".into(), "me".into()));
    take(&mut anna, &mut bob);
    assert_eq!(told(&anna.session.authors(thing)), ("me".into(), "Bob".into()));
    anna.apply(Edit::SetStar { card, star: true });
    assert_eq!(told(&anna.session.authors(thing)), ("me".into(), "me".into()));
}

#[test]
fn what_escape_took_back_is_no_change_by_anyone() {
    let mut anna = anna(7);
    let card = anna.card("Wait for parcel");
    let thing = Thing::Card(card);
    let mut bob = copy(&mut anna, "Bob", 8);
    let before = bob.session.authors(thing);
    assert_eq!(told(&before), ("Anna".into(), String::new()));
    let text = |text: &str| Edit::SetText { of: TextOf::Of(thing), text: text.into() };
    // Typed over the whole text, and left by Escape: the old letters are written once more.
    bob.session.apply(text(""), 5, &mut bob.source).unwrap();
    bob.session.apply(text("Something"), 5, &mut bob.source).unwrap();
    bob.session.cancel(5, &mut bob.source).unwrap();
    assert_eq!(bob.text(card), "Wait for parcel");
    assert_eq!(bob.session.authors(thing), before);
    // What he had changed before still counts as his.
    bob.apply(Edit::SetStar { card, star: true });
    bob.session.apply(text("Else"), 6, &mut bob.source).unwrap();
    bob.session.cancel(6, &mut bob.source).unwrap();
    assert_eq!(told(&bob.session.authors(thing)), ("Anna".into(), "me".into()));
    // And it is told the same after the map was closed and opened.
    take(&mut anna, &mut bob);
    assert_eq!(told(&anna.session.authors(thing)), ("me".into(), "Bob".into()));
    let mut opened = copy(&mut anna, "Cleo", 9);
    opened.session.apply(text("Other"), 7, &mut opened.source).unwrap();
    opened.session.cancel(7, &mut opened.source).unwrap();
    let mut later = copy(&mut opened, "Dan", 10);
    assert_eq!(told(&later.session.authors(thing)), ("Anna".into(), "Bob".into()));
}

#[test]
fn feelings_titles_and_strangers_are_told_too() {
    let mut anna = anna(3);
    let (persona, step) = (anna.persona, anna.step);
    anna.apply(Edit::SetLevel { persona, step, level: Some(2) });
    let mut bob = copy(&mut anna, "Bob", 4);
    let feeling = bob.session.authors(Thing::Feeling { persona, step });
    assert_eq!(told(&feeling), (String::new(), "Anna".into()));
    bob.apply(Edit::SetText { of: TextOf::Title, text: "Ours".into() });
    assert_eq!(told(&bob.session.authors(Thing::Map)), (String::new(), "me".into()));
    // A map begun by an actor that nobody introduced.
    let mut stranger = Board::new(5);
    let mut bob = copy(&mut stranger, "Bob", 6);
    let stage = Thing::Stage(bob.stage);
    assert_eq!(told(&bob.session.authors(stage)), ("unknown".into(), String::new()));
    let gone = parcours::model::Source::id(&mut bob.source);
    assert_eq!(bob.session.authors(Thing::Card(gone)), Authors::default());
}
