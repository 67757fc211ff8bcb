//! One text that two people wrote anew at once: neither is garbled without a way to choose.

use super::{anna, copy, take};
use crate::story::{Board, typed};
use parcours::model::edit::{Edit, TextOf};
use parcours::model::map::{Choice, Value};
use parcours::model::{Field, Id, Thing};

/// Anna and Bob each write into her card; what then stands there, and the choice, if there is one.
fn both(was: &str, annas: &str, bobs: &str) -> (Board, Board, Id, Option<Choice>) {
    let mut anna = anna(1);
    let card = anna.card(was);
    let mut bob = copy(&mut anna, "Bob", 2);
    anna.write(card, annas);
    bob.write(card, bobs);
    let told = take(&mut anna, &mut bob).differences.both;
    let open = anna.session.map().choices.get(&Thing::Card(card)).map(|all| all[0].clone());
    assert_eq!(told.len(), usize::from(open.is_some()));
    if let Some(told) = told.first() {
        assert_eq!((told.ours.as_str(), told.theirs.as_str()), (annas, bobs));
    }
    (anna, bob, card, open)
}

const ANNAS: &str = "Visits two gyms";
const BOBS: &str = "Reads reviews of three studios";

#[test]
fn a_card_written_anew_by_two_offers_both_and_both_on_lines_of_their_own() {
    let lines = format!("{ANNAS}\n{BOBS}");
    for (wanted, was) in [(ANNAS, "x"), (BOBS, ""), (lines.as_str(), "Looks for a gym")] {
        let (mut anna, mut bob, card, open) = both(was, ANNAS, BOBS);
        let open = open.expect("a choice");
        let merged = anna.text(card).to_owned();
        let texts: Vec<&Value> = open.options.iter().map(|one| &one.value).collect();
        let all = [&merged, ANNAS, BOBS, &lines].map(|text| Value::Text(text.to_owned()));
        assert_eq!(texts, all.iter().collect::<Vec<_>>());
        let bylines = anna.session.bylines(&open);
        let known: Vec<bool> = bylines.iter().map(Option::is_some).collect();
        assert_eq!(known, [false, true, true, false], "nobody wrote the others as they stand");
        take(&mut bob, &mut anna);
        assert_eq!(bob.session.map().choices, anna.session.map().choices);
        let (thing, value) = (Thing::Card(card), Value::Text(wanted.to_owned()));
        anna.apply(Edit::Choose { thing, field: Field::Text, value, why: String::new() });
        assert_eq!(anna.text(card), wanted);
        assert!(anna.session.map().choices.is_empty());
        anna.undo();
        assert_eq!(anna.text(card), merged);
        assert_eq!(anna.session.map().choices[&thing], [open]);
        anna.redo();
        take(&mut bob, &mut anna);
        assert_eq!(bob.text(card), wanted);
        assert_eq!(bob.session.map(), anna.session.map());
        assert_eq!(copy(&mut anna, "", 7).session.map(), anna.session.map());
    }
}

#[test]
fn who_only_goes_on_writing_needs_no_choice() {
    for (was, annas, bobs) in [
        ("Looks for a gym", "Looks for a gym nearby", "Now looks for a gym"),
        ("Looks for a gym", "Looks for a gym", BOBS),
        ("Looks for a gym", ANNAS, "Looks for a gym"),
        ("Looks for a gym", ANNAS, ANNAS),
        ("Looks for a gym", ANNAS, ""),
    ] {
        let (.., open) = both(was, annas, bobs);
        assert_eq!(open, None, "{was}: {annas} and {bobs}");
    }
}

#[test]
fn a_card_that_only_one_side_knew_needs_none() {
    let mut anna = anna(3);
    let mut bob = copy(&mut anna, "Bob", 4);
    let card = bob.card("first");
    bob.apply(Edit::EditText { of: TextOf::Of(Thing::Card(card)), splices: typed(0, "more ") });
    assert!(take(&mut anna, &mut bob).differences.both.is_empty());
}
