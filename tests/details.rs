//! Details, notes and tags: set, merged, undone, deleted for good, taken along by joins and duplicates.

mod story;

use parcours::model::check::{Finding, check};
use parcours::model::compare::{What, compare};
use parcours::model::edit::{Edit, Refused, TextOf};
use parcours::model::ids::Seeded;
use parcours::model::map::Value;
use parcours::model::people::Person;
use parcours::model::{Detail, Field, Id, Kind, Map, NoteField, Source, Thing};
use parcours::session::marks::Mark;
use parcours::session::{Change, Session};
use story::Board;

fn text(words: &str) -> Option<Value> {
    Some(Value::Text(words.to_owned()))
}

fn set(board: &mut Board, thing: Thing, detail: Detail, words: &str) -> Change {
    board.apply(Edit::Set { thing, detail, value: text(words) })
}

fn note(board: &mut Board, of: Thing, field: NoteField, words: &str) -> Id {
    let note = board.source.id();
    let text = words.to_owned();
    board.apply(Edit::AddNote { note, of, field, text, at: usize::MAX });
    note
}

fn tag(board: &mut Board, card: Id, tag: &str, on: bool) {
    board.apply(Edit::Tag { card, tag: tag.to_owned(), on });
}

fn notes(map: &Map, of: Thing) -> Vec<String> {
    map.notes_of(of).map(|(_, note)| note.text.clone()).collect()
}

fn assert_sound(map: &Map) {
    let broken: Vec<Finding> =
        check(map).into_iter().filter(|one| matches!(one, Finding::Broken(_))).collect();
    assert!(broken.is_empty(), "{broken:?}");
}

#[test]
fn every_sort_of_thing_bears_its_details_and_reads_them_again() {
    let mut board = Board::new(1);
    let card = board.card("Waits");
    let (persona, step) = (board.persona, board.step);
    let feeling = Thing::Feeling { persona, step };
    let all = [
        (Thing::Card(card), Detail::Colour, text("teal")),
        (Thing::Card(card), Detail::Persona, text(&persona.to_string())),
        (Thing::Stage(board.stage), Detail::Time, text("day 1")),
        (Thing::Step(step), Detail::Optional, Some(Value::Bool(true))),
        (Thing::Step(step), Detail::Width, Some(Value::Int(320))),
        (Thing::Lane(board.lane), Detail::Line, text("visibility")),
        (Thing::Persona(persona), Detail::Quote, text("I just want my parcel.")),
        (feeling, Detail::Reason, text("no news")),
        (feeling, Detail::Cause, text(&card.to_string())),
        (Thing::Map, Detail::Type, text("Service blueprint")),
    ];
    for (thing, detail, value) in all.clone() {
        let change = board.apply(Edit::Set { thing, detail, value });
        assert!(change.marks(board.session.map()).contains(&Mark::Thing(thing)), "{thing:?}");
    }
    let saved = board.session.save();
    let again = Session::open(&[saved], &mut board.source).unwrap().session;
    for (thing, detail, value) in all {
        assert_eq!(again.map().detail(thing, detail), value.as_ref(), "{detail:?}");
    }
    assert_eq!(again.map(), board.session.map());
    assert_sound(again.map());
}

#[test]
fn a_detail_that_does_not_fit_is_refused_and_an_empty_one_takes_it_away() {
    let mut board = Board::new(2);
    let card = Thing::Card(board.card("Waits"));
    let mut refused = |thing, detail, value| {
        let heads = board.session.heads();
        let edit = Edit::Set { thing, detail, value };
        let refused = board.session.apply(edit, 0, &mut board.source).err();
        assert_eq!(board.session.heads(), heads);
        refused
    };
    assert_eq!(refused(card, Detail::Width, Some(Value::Int(1))), Some(Refused::NoSuchField));
    assert_eq!(refused(card, Detail::Colour, Some(Value::Int(1))), Some(Refused::NoSuchField));
    let nobody = Thing::Card(Seeded::new(99).id());
    assert_eq!(refused(nobody, Detail::Colour, text("red")), Some(Refused::NoSuchThing(nobody)));

    set(&mut board, card, Detail::Owner, "Ben");
    set(&mut board, card, Detail::Owner, " ");
    assert_eq!(board.session.map().detail(card, Detail::Owner), None);
    assert!(board.session.map().details.is_empty());
}

#[test]
fn two_owners_are_a_choice_and_two_widths_are_none() {
    let mut ours = Board::new(3);
    let card = Thing::Card(ours.card("Waits"));
    let step = Thing::Step(ours.step);
    let mut theirs = ours.copy(4);
    for (board, owner, width) in [(&mut ours, "Ann", 200), (&mut theirs, "Ben", 300)] {
        set(board, card, Detail::Owner, owner);
        let value = Some(Value::Int(width));
        board.apply(Edit::Set { thing: step, detail: Detail::Width, value });
    }
    let merged = ours.take(&mut theirs);
    assert!(merged.change.touched.contains(&card));
    let map = ours.session.map();
    assert_eq!(map.choices.len(), 1, "{:?}", map.choices);
    let choice = map.choices[&card][0].clone();
    assert_eq!(choice.field, Field::Detail(Detail::Owner));

    let (field, value) = (choice.field, Value::Text("Ben".into()));
    ours.apply(Edit::Choose { thing: card, field, value, why: "she left".into() });
    let map = ours.session.map();
    assert_eq!((map.word(card, Detail::Owner), map.choices.len()), ("Ben", 0));
    let decision = ours.session.decisions().remove(0);
    assert_eq!(decision.state, parcours::model::decisions::State::Stands);
}

#[test]
fn undo_takes_back_my_detail_and_leaves_anothers() {
    let mut ours = Board::new(5);
    let id = ours.card("Waits");
    let card = Thing::Card(id);
    set(&mut ours, card, Detail::Status, "open");
    tag(&mut ours, id, "urgent", true);
    let comment = note(&mut ours, card, NoteField::Comment, "Is that so?");
    let full = ours.session.map().clone();
    for _ in 0..3 {
        ours.session.undo(&mut ours.source).unwrap();
    }
    let map = ours.session.map();
    assert_eq!((map.details.len(), map.tags.len(), map.noted.len()), (0, 0, 0));
    for _ in 0..3 {
        ours.session.redo(&mut ours.source).unwrap();
    }
    assert_eq!(ours.session.map(), &full);

    let mut theirs = ours.copy(6);
    set(&mut theirs, card, Detail::Status, "done");
    theirs.write_note(comment, "Is that so? Yes.");
    ours.take(&mut theirs);
    while ours.session.undo(&mut ours.source).is_some() {}
    let map = ours.session.map();
    assert_eq!(map.word(card, Detail::Status), "done");
    assert_eq!(notes(map, card), ["Is that so? Yes."], "what others worked on stays");
}

#[test]
fn tags_of_both_sides_are_kept() {
    let mut ours = Board::new(7);
    let card = ours.card("Waits");
    tag(&mut ours, card, "old", true);
    let mut theirs = ours.copy(8);
    tag(&mut ours, card, "a/b", true);
    tag(&mut theirs, card, "peak season", true);
    tag(&mut theirs, card, "old", false);
    ours.take(&mut theirs);
    let map = ours.session.map();
    assert_eq!(map.tags_of(card).collect::<Vec<_>>(), ["a/b", "peak season"]);
    assert_eq!(map.tags_in_use().into_iter().collect::<Vec<_>>(), ["a/b", "peak season"]);

    ours.session.undo_merge(ours.session.merges()[0].id, &mut ours.source).unwrap();
    assert_eq!(ours.session.map().tags_of(card).collect::<Vec<_>>(), ["a/b", "old"]);
}

#[test]
fn a_comment_names_who_wrote_it_and_tells_its_card() {
    let mut board = Board::new(9);
    let card = board.card("Waits");
    let me = board.source.id();
    board.session.set_person(Person { id: me, ..Person::default() });
    let id = board.source.id();
    let (of, field, text) = (Thing::Card(card), NoteField::Comment, "Why?".to_owned());
    let change = board.apply(Edit::AddNote { note: id, of, field, text, at: 0 });
    let marks = change.marks(board.session.map());
    assert!(marks.contains(&Mark::Thing(Thing::Card(card))), "the card shows how many there are");
    assert!(marks.contains(&Mark::Cell(board.lane, board.step)), "and may be higher for it");
    let found = &board.session.map().notes[&id];
    assert_eq!((found.by, found.at > 0, found.of), (Some(me), true, of));

    board.apply(Edit::Delete(Thing::Note(id)));
    assert_eq!(notes(board.session.map(), of), [""; 0]);
    assert_eq!(board.session.deleted(), [Thing::Note(id)]);
    board.apply(Edit::Restore(Thing::Note(id)));
    assert_eq!(notes(board.session.map(), of), ["Why?"]);
    let refused = Edit::AddNote {
        note: board.source.id(),
        of,
        field: NoteField::Goals,
        text: String::new(),
        at: 0,
    };
    assert!(board.session.apply(refused, 0, &mut board.source).is_err(), "cards have no goals");
}

#[test]
fn notes_are_put_in_order_and_back() {
    let mut board = Board::new(21);
    let of = Thing::Persona(board.persona);
    for text in ["Save time", "Feel safe", "Be heard"] {
        note(&mut board, of, NoteField::Goals, text);
    }
    note(&mut board, of, NoteField::Comment, "Who says so?");
    let goals = |board: &Board| {
        let map = board.session.map();
        map.notes_in(of, NoteField::Goals).map(|(id, note)| (id, note.text.clone())).collect()
    };
    let all: Vec<(Id, String)> = goals(&board);
    let texts = |board: &Board| -> Vec<String> {
        let found: Vec<(Id, String)> = goals(board);
        found.into_iter().map(|(_, text)| text).collect()
    };
    let mut theirs = board.copy(22);
    board.apply(Edit::MoveNote { note: all[2].0, at: 0 });
    assert_eq!(texts(&board), ["Be heard", "Save time", "Feel safe"]);
    let same = board.apply(Edit::MoveNote { note: all[2].0, at: 0 });
    assert!(same.bytes.is_empty(), "it stands there already");
    board.undo();
    assert_eq!(texts(&board), ["Save time", "Feel safe", "Be heard"]);
    board.redo();
    // Moved in two copies: nobody has to choose, both show one order.
    theirs.apply(Edit::MoveNote { note: all[2].0, at: 1 });
    board.take(&mut theirs);
    theirs.take(&mut board);
    assert_eq!(texts(&board), texts(&theirs));
    assert!(board.session.map().choices.is_empty());
    board.apply(Edit::Delete(Thing::Note(all[1].0)));
    let edit = Edit::MoveNote { note: all[1].0, at: 0 };
    assert!(board.session.apply(edit, 0, &mut board.source).is_err(), "it is in the bin");
}

#[test]
fn a_card_deleted_for_good_takes_everything_beside_it_along() {
    let mut board = Board::new(10);
    let id = board.card("Waits");
    let card = Thing::Card(id);
    set(&mut board, card, Detail::Owner, "Ann");
    tag(&mut board, id, "urgent", true);
    note(&mut board, card, NoteField::Source, "Interview 3");
    let mut theirs = board.copy(11);
    board.apply(Edit::Several(vec![Edit::Delete(card), Edit::Purge(card)]));
    let map = board.session.map();
    assert!(map.is_gone(card));
    assert_eq!((map.details.len(), map.tags.len(), map.noted.len()), (0, 0, 0));
    assert_eq!(board.session.deleted(), []);

    note(&mut theirs, card, NoteField::Comment, "Wait, this one matters");
    board.take(&mut theirs);
    assert!(board.session.deleted().contains(&card), "written meanwhile: in the bin again");
    assert_sound(board.session.map());
}

#[test]
fn joined_cards_keep_what_stood_beside_both() {
    let mut board = Board::new(12);
    let (one, two) = (board.card("Waits"), board.card("Waits long"));
    let (keep, other) = (Thing::Card(one), Thing::Card(two));
    set(&mut board, keep, Detail::Owner, "Ann");
    set(&mut board, other, Detail::Owner, "Ben");
    set(&mut board, other, Detail::Colour, "red");
    tag(&mut board, two, "urgent", true);
    note(&mut board, other, NoteField::Source, "Interview 3");
    let before = board.session.map().clone();
    board.apply(Edit::Join { keep, others: vec![other] });
    let map = board.session.map();
    assert_eq!((map.word(keep, Detail::Owner), map.word(keep, Detail::Colour)), ("Ann", "red"));
    assert_eq!(map.tags_of(one).collect::<Vec<_>>(), ["urgent"]);
    assert_eq!(notes(map, keep), ["Interview 3"]);
    board.session.undo(&mut board.source).unwrap();
    assert_eq!(board.session.map().details, before.details);
    assert_eq!(board.session.map().tags, before.tags);
    assert_eq!(board.session.map().noted, before.noted);
}

#[test]
fn a_duplicate_holds_all_of_it_under_ids_of_its_own() {
    let mut board = Board::new(13);
    let card = board.card("Waits");
    let (persona, step) = (board.persona, board.step);
    let feeling = Thing::Feeling { persona, step };
    board.apply(Edit::SetLevel { persona, step, level: Some(-2) });
    set(&mut board, Thing::Card(card), Detail::Persona, &persona.to_string());
    set(&mut board, feeling, Detail::Cause, &card.to_string());
    set(&mut board, Thing::Map, Detail::Scenario, "First order");
    set(&mut board, Thing::Step(step), Detail::Time, "2 h");
    tag(&mut board, card, "urgent", true);
    note(&mut board, Thing::Persona(persona), NoteField::Goals, "No surprises");

    let file = board.session.without_history(&mut board.source).unwrap();
    let copy = Session::open(&[file], &mut Seeded::new(77)).unwrap().session;
    let map = copy.map();
    assert_sound(map);
    let persona = map.cast[0];
    let step = map.columns[0].step.unwrap();
    let card = *map.cards.keys().next().unwrap();
    assert_ne!(persona, board.persona);
    assert_eq!(map.word(Thing::Card(card), Detail::Persona), persona.to_string());
    let feeling = Thing::Feeling { persona, step };
    assert_eq!(map.word(feeling, Detail::Cause), card.to_string());
    assert_eq!(map.word(Thing::Map, Detail::Scenario), "First order");
    assert_eq!(map.word(Thing::Step(step), Detail::Time), "2 h");
    assert_eq!(map.tags_of(card).collect::<Vec<_>>(), ["urgent"]);
    assert_eq!(notes(map, Thing::Persona(persona)), ["No surprises"]);
}

#[test]
fn comparison_and_restoring_know_details_notes_and_tags() {
    let mut board = Board::new(14);
    let id = board.card("Waits");
    let card = Thing::Card(id);
    set(&mut board, card, Detail::Owner, "Ann");
    let before = board.session.map().clone();
    let heads: Vec<String> = board.session.heads().iter().map(ToString::to_string).collect();
    set(&mut board, card, Detail::Owner, "Ben");
    tag(&mut board, id, "urgent", true);
    let comment = note(&mut board, card, NoteField::Comment, "Why?");
    let found = compare(&before, board.session.map()).items;
    let changed = |field| {
        found.iter().any(|one| {
            one.thing == card
                && matches!(&one.what, What::Changed { field: own, .. } if *own == field)
        })
    };
    assert!(changed(Field::Detail(Detail::Owner)) && changed(Field::Tags), "{found:?}");
    let added = |one: &&parcours::model::compare::Difference| one.what == What::Added;
    assert_eq!(found.iter().find(added).unwrap().thing, Thing::Note(comment));

    let things: Vec<Thing> = found.iter().map(|one| one.thing).collect();
    let now: Vec<String> = board.session.heads().iter().map(ToString::to_string).collect();
    board.session.restore(&heads, &now, things, 0, &mut board.source).unwrap();
    let map = board.session.map();
    assert_eq!(
        (&map.details, &map.tags, &map.noted),
        (&before.details, &before.tags, &before.noted)
    );
}

#[test]
fn a_comment_can_be_typed_on_like_any_text() {
    let mut board = Board::new(15);
    let id = note(&mut board, Thing::Map, NoteField::Comment, "Looks god");
    board.write_note(id, "Looks good");
    assert_eq!(board.session.map().notes[&id].text, "Looks good");
    assert_eq!(notes(board.session.map(), Thing::Map), ["Looks good"]);
    assert_eq!(board.session.map().kind, Kind::Journey);
}

impl Board {
    fn write_note(&mut self, note: Id, text: &str) {
        let of = TextOf::Of(Thing::Note(note));
        self.apply(Edit::SetText { of, text: text.to_owned() });
    }
}
