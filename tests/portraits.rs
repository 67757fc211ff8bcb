//! Personas taken over from another map, and the later changes there.

mod story;

use parcours::model::edit::{Edit, TextOf};
use parcours::model::map::Value;
use parcours::model::portrait::{Portrait, Trait, adopt, is_changed, origin_of, seen, take_part};
use parcours::model::{Detail, Id, NoteField, Source, Thing};
use story::Board;

fn say(board: &mut Board, persona: Id, detail: Detail, words: &str) {
    let value = Some(Value::Text(words.to_owned()));
    board.apply(Edit::Set { thing: Thing::Persona(persona), detail, value });
}

fn note(board: &mut Board, persona: Id, field: NoteField, words: &str) -> Id {
    let (note, of) = (board.source.id(), Thing::Persona(persona));
    let text = words.to_owned();
    board.apply(Edit::AddNote { note, of, field, text, at: usize::MAX });
    note
}

/// Two maps: a persona of the one was taken over into the other.
fn taken() -> (Board, Board, Id) {
    let (mut there, mut here) = (Board::new(1), Board::new(2));
    let ada = there.persona;
    say(&mut there, ada, Detail::Role, "Nurse");
    say(&mut there, ada, Detail::Quote, "I have ten minutes.");
    note(&mut there, ada, NoteField::Goals, "No surprises");
    note(&mut there, ada, NoteField::Goals, "Home by six");
    let lineage = there.session.lineage();
    let portrait = Portrait::of(there.session.map(), ada);
    let own = here.source.id();
    let edit = adopt(&portrait, &lineage, ada, own, &mut here.source);
    here.apply(edit);
    (there, here, own)
}

#[test]
fn a_persona_taken_over_says_all_it_said_and_where_it_came_from() {
    let (there, mut here, own) = taken();
    let origin = Portrait::of(there.session.map(), there.persona);
    let map = here.session.map();
    assert_eq!(Portrait::of(map, own), origin);
    assert_eq!(origin_of(map, own), Some((there.session.lineage().as_str(), there.persona)));
    assert!(!is_changed(map, own, &origin));
    here.undo();
    assert!(!here.session.map().cast.contains(&own), "one gesture");
}

#[test]
fn later_changes_there_are_offered_part_by_part_and_taken_or_left() {
    let (mut there, mut here, own) = taken();
    let ada = there.persona;
    say(&mut there, ada, Detail::Role, "Head nurse");
    say(&mut there, ada, Detail::Age, "41");
    let goals: Vec<Id> = there.session.map().notes_of(Thing::Persona(ada)).map(|n| n.0).collect();
    there.apply(Edit::Delete(Thing::Note(goals[1])));
    let of = TextOf::Of(Thing::Note(goals[0]));
    there.apply(Edit::SetText { of, text: "No bad surprises".into() });
    say(&mut here, own, Detail::Quote, "Mine");

    let now = Portrait::of(there.session.map(), ada);
    let map = here.session.map();
    assert!(is_changed(map, own, &now));
    let parts = Portrait::of(map, own).differing(&now);
    let [age, role, quote] = [Detail::Age, Detail::Role, Detail::Quote].map(Trait::Detail);
    assert_eq!(parts, [age, role, quote, Trait::Notes(NoteField::Goals)]);

    for part in [role, Trait::Notes(NoteField::Goals)] {
        let edit = take_part(here.session.map(), own, &now, part, &mut here.source);
        here.apply(edit);
    }
    let mine = Portrait::of(here.session.map(), own);
    assert_eq!(mine.says(role), "Head nurse");
    assert_eq!(mine.says(Trait::Notes(NoteField::Goals)), "No bad surprises");
    assert_eq!(mine.says(quote), "Mine", "what was not taken stays");

    here.apply(seen(own, &now));
    assert!(!is_changed(here.session.map(), own, &now), "looked at: offered no more");
    say(&mut there, ada, Detail::Age, "42");
    let later = Portrait::of(there.session.map(), ada);
    assert!(is_changed(here.session.map(), own, &later), "until something else changes there");
}

#[test]
fn being_a_target_is_this_maps_own_affair() {
    let (mut there, here, own) = taken();
    let thing = Thing::Persona(there.persona);
    there.apply(Edit::Set { thing, detail: Detail::Target, value: Some(Value::Bool(true)) });
    let now = Portrait::of(there.session.map(), there.persona);
    assert!(!is_changed(here.session.map(), own, &now));
}
