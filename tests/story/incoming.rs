//! Copies looked at before they are taken in: what they bring, and whose work it is.

use crate::story::Board;
use parcours::analysis::overlay::{Run, Sign, overlay};
use parcours::model::compare::What;
use parcours::model::edit::Edit;
use parcours::model::ids::Seeded;
use parcours::model::people::Person;
use parcours::model::{Id, Source, Thing};
use parcours::session::preview::Preview;
use parcours::session::{MergeError, Session};

/// A copy of a board for another person.
fn copy(of: &mut Board, seed: u64, person: Option<Id>) -> Board {
    let mut source = Seeded::new(seed);
    let mut session = Session::open(&[of.session.save()], &mut source).unwrap().session;
    if let Some(person) = person {
        session.set_person(Person { id: person, ..Person::default() });
    }
    let (stage, step, lane, persona) = (of.stage, of.step, of.lane, of.persona);
    Board { session, source, stored: Vec::new(), stage, step, lane, persona, ink: 0 }
}

/// What `others` have that `ours` lacks, looked at.
fn look(ours: &mut Board, others: &mut [&mut Board]) -> Preview {
    let heads = ours.session.heads();
    let copies: Vec<Vec<u8>> =
        others.iter_mut().map(|other| other.session.changes_after(&heads)).collect();
    let aside = Session::open(&[ours.session.save()], &mut Seeded::new(0)).unwrap().session;
    aside.preview(&copies).unwrap()
}

#[test]
fn what_two_people_did_is_told_apart() {
    let mut ours = Board::new(1);
    let (kept, gone) = (ours.card("Looks for a parcel"), ours.card("Gives up"));
    let (anna, ben) = (ours.source.id(), ours.source.id());
    let mut one = copy(&mut ours, 2, Some(anna));
    let mut two = copy(&mut ours, 3, Some(ben));
    let added = one.card("Asks a neighbour");
    one.write(kept, "Looks for a late parcel");
    two.apply(Edit::Delete(Thing::Card(gone)));

    let before = ours.session.map().clone();
    let seen = look(&mut ours, &mut [&mut one, &mut two]);

    let items = &seen.differences.items;
    let of = |person| seen.shares.iter().find(|share| share.person == Some(person)).unwrap();
    let things = |person| -> Vec<Thing> {
        of(person).items.iter().map(|place| items[*place].thing).collect()
    };
    assert_eq!(things(anna), [Thing::Card(kept), Thing::Card(added)]);
    assert_eq!(things(ben), [Thing::Card(gone)]);
    assert_eq!((of(anna).file, of(ben).file), (0, 1));
    assert_eq!((of(anna).changes, of(ben).changes), (2, 1));
    assert_eq!(seen.choices, 0);
    assert_eq!(*ours.session.map(), before, "looking changes nothing");
}

#[test]
fn the_same_person_in_two_copies_is_told_once() {
    let mut ours = Board::new(4);
    let anna = ours.source.id();
    let mut one = copy(&mut ours, 5, Some(anna));
    let first = one.card("In the train");
    let mut later = copy(&mut one, 6, Some(anna));
    later.card("At the client's");

    let seen = look(&mut ours, &mut [&mut one, &mut later]);

    assert_eq!(seen.shares.len(), 1);
    assert_eq!(seen.shares[0].items.len(), 2);
    assert!(seen.differences.items.iter().any(|item| item.thing == Thing::Card(first)));
}

#[test]
fn two_values_for_one_field_are_counted_before_they_are_taken() {
    let mut ours = Board::new(7);
    let (persona, step) = (ours.persona, ours.step);
    let mut other = copy(&mut ours, 8, None);
    ours.apply(Edit::SetLevel { persona, step, level: Some(2) });
    other.apply(Edit::SetLevel { persona, step, level: Some(-3) });

    assert_eq!(look(&mut ours, &mut [&mut other]).choices, 1);
}

#[test]
fn the_overlay_shows_again_what_was_deleted_and_marks_every_difference() {
    let mut ours = Board::new(9);
    let (text, gone, moved) = (ours.card("Waits long"), ours.card("Gives up"), ours.card("Calls"));
    let mut other = copy(&mut ours, 10, None);
    other.write(text, "Waits very long");
    other.apply(Edit::Delete(Thing::Card(gone)));
    let (stage, step, lane) = (other.source.id(), other.source.id(), other.lane);
    other.apply(Edit::AddStage { stage, step, name: "Later".into(), at: 1 });
    other.apply(Edit::MoveCard { card: moved, lane, step, at: 0 });

    let seen = look(&mut ours, &mut [&mut other]);
    let shown = overlay(&seen.before, &seen.after, &seen.differences);

    assert_eq!(shown.map.cell(ours.lane, ours.step), [text, gone]);
    let sign = |thing| shown.signs.of[&thing].as_slice();
    assert_eq!(sign(Thing::Card(text)), [Sign::Changed]);
    assert_eq!(sign(Thing::Card(gone)), [Sign::Removed]);
    assert_eq!(sign(Thing::Card(moved)), [Sign::Moved]);
    assert_eq!(sign(Thing::Stage(stage)), [Sign::Added]);
    let runs = &shown.signs.texts[&Thing::Card(text)];
    assert!(runs.contains(&Run::Come("very ".into())), "{runs:?}");
    assert!(seen.differences.items.iter().any(|item| item.what == What::Deleted));
}

#[test]
fn taken_in_step_by_step_it_is_the_same_map_and_can_be_undone() {
    let mut ours = Board::new(11);
    let card = ours.card("");
    let mut other = copy(&mut ours, 12, None);
    for word in 0..600 {
        other.write(card, &format!("word {word} of many that were typed"));
    }
    let heads = ours.session.heads();
    let bytes = other.session.changes_after(&heads);
    let mut at_once = copy(&mut ours, 13, None);
    at_once.session.merge_file(&bytes, &mut at_once.source).unwrap();

    let mut hurried = copy(&mut ours, 14, None);
    let mut merging = hurried.session.begin_merge(bytes.clone());
    let mut quick = 1;
    while !hurried.session.merge_step(&mut merging).unwrap() {
        quick += 1;
        merging.took(2.0);
    }
    hurried.session.end_merge(merging, &mut hurried.source);
    assert_eq!(hurried.session.map().cards, at_once.session.map().cards);

    let before = ours.session.map().clone();
    let mut merging = ours.session.begin_merge(bytes);
    let mut steps = 1;
    while !ours.session.merge_step(&mut merging).unwrap() {
        steps += 1;
        merging.took(80.0);
        let (now, end) = (ours.session.map(), at_once.session.map());
        let either =
            now.cards[&card] == before.cards[&card] || now.cards[&card] == end.cards[&card];
        assert!(either, "a card is as it was or as it will be");
    }
    let merged = ours.session.end_merge(merging, &mut ours.source);

    assert!(steps > 3, "{steps}");
    assert!(quick < steps, "a machine that is quick takes larger steps: {quick}, {steps}");
    assert_eq!(ours.session.map().cards, at_once.session.map().cards);
    assert_eq!(merged.differences.items.len(), 1);
    ours.session.undo_merge(merged.merge.unwrap(), &mut ours.source).unwrap();
    assert_eq!(ours.text(card), "");
}

#[test]
fn a_merge_whose_predecessors_are_missing_changes_nothing() {
    let mut ours = Board::new(14);
    let mut other = copy(&mut ours, 15, None);
    other.card("first");
    let between = other.session.heads();
    other.card("second");
    let bytes = other.session.changes_after(&between);

    let (heads, before) = (ours.session.heads(), ours.session.map().clone());
    let refused = ours.session.merge_file(&bytes, &mut ours.source);
    assert_eq!(refused.err(), Some(MergeError::Missing));
    assert_eq!((ours.session.heads(), ours.session.map()), (heads, &before));
}
