//! Things that say nearly the same, joined or told apart.

use super::{anna, copy, person, take};
use crate::story::Board;
use parcours::analysis::alike::{Group, alike};
use parcours::exchange::example;
use parcours::model::edit::{Edit, Refused};
use parcours::model::{Id, Source, Thing};
use parcours::session::{Session, Who};

fn groups(session: &Session) -> Vec<Group> {
    alike(session.map(), &session.apart())
}

fn apply_new(board: &mut Board, text: &str, star: bool, channel: Option<&str>) -> Id {
    let card = board.source.id();
    let (lane, step) = (board.lane, board.step);
    let (text, channel) = (text.into(), channel.map(Into::into));
    board.apply(Edit::AddCard { card, lane, step, at: 9, text, star, channel });
    card
}

#[test]
fn cards_of_two_people_are_found_and_joined_with_all_they_held() {
    let mut anna = anna(1);
    let mut bob = copy(&mut anna, "Bob", 2);
    let keep = apply_new(&mut anna, "Wait for the parcel", false, None);
    apply_new(&mut anna, "Unpack it", false, None);
    let other = apply_new(&mut bob, "wait for  parcel!", true, Some("shop"));
    take(&mut anna, &mut bob);
    let group = Group(vec![Thing::Card(keep), Thing::Card(other)]);
    let found = groups(&anna.session);
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].0.len(), 2);
    assert!(group.0.iter().all(|thing| found[0].0.contains(thing)));
    let before = anna.session.map().clone();
    anna.apply(Edit::Join { keep: Thing::Card(keep), others: vec![Thing::Card(other)] });
    let card = anna.session.map().cards[&keep].clone();
    assert_eq!(card.text, "Wait for the parcel\nwait for  parcel!");
    assert_eq!((card.star, card.channel.as_deref()), (true, Some("shop")));
    assert!(anna.session.map().cards[&other].deleted.is_some());
    assert!(anna.session.map().choices.is_empty() && groups(&anna.session).is_empty());
    assert_eq!(anna.session.joined_into(Thing::Card(other)), Some(Thing::Card(keep)));
    let joined = |session: &mut Session| session.authors(Thing::Card(keep)).joined;
    assert!(matches!(&joined(&mut anna.session)[..], [Who::Other(bob)] if bob.name == "Bob"));
    anna.undo();
    assert_eq!(*anna.session.map(), before, "one undo");
    assert!(joined(&mut anna.session).is_empty());
    anna.redo();
    assert_eq!(joined(&mut anna.session).len(), 1);
}

#[test]
fn who_edits_what_was_joined_is_heard() {
    let mut anna = anna(3);
    let (keep, other) = (anna.card("Pay at the till"), anna.card("Pay at till"));
    let mut bob = copy(&mut anna, "Bob", 4);
    anna.apply(Edit::Join { keep: Thing::Card(keep), others: vec![Thing::Card(other)] });
    bob.write(other, "Pay at till with a card");
    take(&mut anna, &mut bob);
    assert!(anna.session.map().choices.contains_key(&Thing::Card(other)));
}

#[test]
fn feelings_of_a_joined_persona_go_where_there_is_none_and_show_where_there_is() {
    let mut anna = anna(5);
    let (keep, other, second) = (anna.persona, anna.source.id(), anna.source.id());
    let (step, stage) = (anna.step, anna.stage);
    anna.apply(Edit::AddStep { step: second, stage, name: "Then".into(), at: 9 });
    anna.apply(Edit::AddPersona { persona: other, name: "ada".into(), at: 9 });
    let level = |persona, step, level| Edit::SetLevel { persona, step, level: Some(level) };
    let word =
        |persona, step, name: &str| Edit::SetFeelingName { persona, step, name: name.into() };
    anna.apply(level(keep, step, 2));
    anna.apply(word(keep, step, "glad"));
    anna.apply(level(other, step, -3));
    anna.apply(word(other, step, "tired"));
    anna.apply(level(other, second, 1));
    assert_eq!(groups(&anna.session), [Group(vec![Thing::Persona(keep), Thing::Persona(other)])]);
    anna.apply(Edit::Join { keep: Thing::Persona(keep), others: vec![Thing::Persona(other)] });
    let map = anna.session.map();
    assert_eq!(map.feeling(keep, second).level, Some(1));
    let both = map.feeling(keep, step);
    assert_eq!((both.level, both.name.as_str()), (Some(2), "glad / tired (−1.5)"));
    assert_eq!((map.cast.len(), map.personas[&keep].name.as_str()), (1, "Ada / ada"));
    anna.undo();
    assert_eq!(anna.session.map().feeling(keep, step).name, "glad");
    assert_eq!(anna.session.map().cast.len(), 2);
}

#[test]
fn what_is_not_the_same_stays_so_for_everyone_and_can_be_undone() {
    let mut anna = anna(6);
    let (one, two) = (anna.card("Call the shop"), anna.card("Calls the shop"));
    let things = vec![Thing::Card(one), Thing::Card(two)];
    assert_eq!(groups(&anna.session).len(), 1);
    anna.apply(Edit::KeepApart(things));
    assert!(groups(&anna.session).is_empty());
    assert!(groups(&copy(&mut anna, "Bob", 7).session).is_empty());
    anna.undo();
    assert_eq!(groups(&anna.session).len(), 1);
}

#[test]
fn what_cannot_be_joined_is_refused() {
    let mut anna = anna(8);
    let (card, persona) = (anna.card("one"), anna.persona);
    let _ = person(&mut anna, "Nobody");
    for (keep, other) in [
        (Thing::Card(card), Thing::Card(card)),
        (Thing::Card(card), Thing::Persona(persona)),
        (Thing::Stage(anna.stage), Thing::Step(anna.step)),
    ] {
        let edit = Edit::Join { keep, others: vec![other] };
        let refused = anna.session.apply(edit, 0, &mut anna.source).unwrap_err();
        assert_eq!(refused, Refused::NoSuchThing(other));
    }
}

/// The threshold on real words: nothing in the examples was written twice.
#[test]
fn the_examples_hold_nothing_alike() {
    for name in ["journey.en", "journey.fr", "experience.en", "experience.fr"] {
        let path = format!("{}/public/examples/{name}.json", env!("CARGO_MANIFEST_DIR"));
        let draft = example::read(&std::fs::read_to_string(path).unwrap()).unwrap();
        let mut source = parcours::model::ids::Seeded::new(9);
        let first = draft.to_edit(&mut source);
        let (session, _) = Session::create(draft.kind, first, &mut source).unwrap();
        let map = session.map();
        let told: Vec<Vec<&str>> = groups(&session)
            .iter()
            .map(|group| {
                let text = |thing: &Thing| match thing {
                    Thing::Card(id) => map.cards[id].text.as_str(),
                    _ => "persona",
                };
                group.0.iter().map(text).collect()
            })
            .collect();
        assert!(told.is_empty(), "{name}: {told:?}");
    }
}
