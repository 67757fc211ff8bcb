//! Pictures: added, shared by their bytes, merged, undone, deleted for good, handed on, and whatever
//! other programs may put in their place.

mod story;

use automerge::transaction::Transactable;
use automerge::{AutoCommit, ObjType, ROOT, ReadDoc, ScalarValue};
use parcours::exchange::table::{Brought, Clip, Names, fill};
use parcours::geometry::picked::Area;
use parcours::model::check::{Finding, check};
use parcours::model::compare::{What, compare};
use parcours::model::edit::{Edit, Refused};
use parcours::model::ids::Seeded;
use parcours::model::map::Value;
use parcours::model::picture::{BUDGET, Fault, LARGEST, key};
use parcours::model::portrait::{Trait, adopt, take_part};
use parcours::model::{Detail, Field, Source, Thing};
use parcours::session::Session;
use story::Board;

/// Bytes that begin as a picture does, of this size and no two alike.
fn picture(number: u32, size: usize) -> Vec<u8> {
    let mut bytes = b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR\0\0\0\x10\0\0\0\x10".to_vec();
    bytes.extend(number.to_be_bytes());
    // Not to be compressed away.
    let mut noise = u64::from(number) + 1;
    while bytes.len() < size {
        noise =
            noise.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        bytes.push((noise >> 40) as u8);
    }
    bytes
}

fn show(thing: Thing, bytes: &[u8]) -> Edit {
    let value = Some(Value::Text(key(bytes)));
    Edit::Several(vec![
        Edit::AddPicture { bytes: bytes.to_vec() },
        Edit::Set { thing, detail: Detail::Picture, value },
    ])
}

fn shown(session: &Session, thing: Thing) -> Option<Vec<u8>> {
    session.picture(session.map().picture(thing))
}

fn assert_sound(session: &Session) {
    let found = check(session.map());
    assert!(!found.iter().any(|one| matches!(one, Finding::Broken(_))), "{found:?}");
}

fn pictures_of(doc: &AutoCommit) -> automerge::ObjId {
    doc.get(ROOT, "pictures").unwrap().unwrap().1
}

#[test]
fn a_picture_is_one_change_read_again_and_undone_and_redone_with_its_bytes_there() {
    let mut board = Board::new(1);
    let card = Thing::Card(board.card("Waits"));
    let bytes = picture(1, 900);
    let changes = board.stored.len();
    let change = board.apply(show(card, &bytes));
    assert_eq!((board.stored.len(), change.touched), (changes + 1, vec![card]));
    assert_eq!(shown(&board.session, card), Some(bytes.clone()));
    assert_eq!(board.session.pictures_used(), 900);

    board.undo();
    assert_eq!(board.session.map().picture(card), "");
    board.redo();
    assert_eq!(shown(&board.session, card), Some(bytes.clone()));
    // The same bytes once more, elsewhere, cost nothing.
    let persona = Thing::Persona(board.persona);
    board.apply(show(persona, &bytes));
    assert_eq!(board.session.pictures_used(), 900);

    let saved = board.session.save();
    let again = Session::open(&[saved], &mut Seeded::new(9)).unwrap().session;
    assert_eq!(again.map(), board.session.map());
    assert_eq!(shown(&again, persona), Some(bytes));
    assert_eq!(again.picture_faults(), []);
    assert_sound(&again);
}

#[test]
fn the_same_picture_of_two_people_is_one_and_two_different_ones_are_a_choice() {
    let mut ours = Board::new(2);
    let (one, two) = (Thing::Card(ours.card("Waits")), Thing::Card(ours.card("Pays")));
    let mut theirs = ours.copy(3);
    let (same, mine, other) = (picture(1, 500), picture(2, 500), picture(3, 500));
    for (board, own) in [(&mut ours, &mine), (&mut theirs, &other)] {
        board.apply(show(one, &same));
        board.apply(show(two, own));
    }
    ours.take(&mut theirs);
    theirs.hear(&mut ours);
    assert_eq!(ours.session.map(), theirs.session.map());
    let map = ours.session.map();
    assert_eq!(map.choices.keys().collect::<Vec<_>>(), [&two]);
    let field = Field::Detail(Detail::Picture);
    assert_eq!(map.choices[&two][0].field, field);
    assert_eq!(shown(&ours.session, one), Some(same));
    // Both wrote the bytes of the one, and both stand in the file.
    assert_eq!(ours.session.pictures_used(), 2000);
    assert_eq!(ours.session.picture(&key(&mine)), Some(mine));
    let value = Value::Text(key(&other));
    ours.apply(Edit::Choose { thing: two, field, value, why: String::new() });
    assert_eq!(shown(&ours.session, two), Some(other));
    assert_sound(&ours.session);
}

#[test]
fn a_copy_that_is_looked_at_brings_its_new_pictures_to_be_seen() {
    let mut board = Board::new(31);
    let (old, new) = (Thing::Card(board.card("Waits")), Thing::Card(board.card("Calls")));
    board.apply(show(old, &picture(1, 300)));
    let mut theirs = board.copy(32);
    theirs.apply(show(new, &picture(2, 300)));
    let aside = board.copy(33).session;
    let changes = theirs.session.changes_after(&board.session.heads());
    let seen = aside.preview(&[changes]).unwrap();
    let bytes = picture(2, 300);
    assert_eq!(seen.pictures, [(key(&bytes), bytes)], "what is here already is not brought again");
    assert_eq!(shown(&board.session, new), None);
}

#[test]
fn a_merge_taken_back_takes_its_picture_along_and_taken_again_brings_it() {
    let mut ours = Board::new(4);
    let card = Thing::Card(ours.card("Waits"));
    let mut theirs = ours.copy(5);
    let bytes = picture(1, 700);
    theirs.apply(show(card, &bytes));
    let merge = ours.take(&mut theirs).merge.unwrap();
    assert_eq!(shown(&ours.session, card), Some(bytes.clone()));
    ours.session.undo_merge(merge, &mut ours.source).unwrap();
    assert_eq!(ours.session.map().picture(card), "");
    ours.session.redo_merge(merge, &mut ours.source).unwrap();
    assert_eq!(shown(&ours.session, card), Some(bytes));
}

#[test]
fn set_changed_and_removed_are_differences_of_that_field() {
    let mut board = Board::new(6);
    let card = Thing::Card(board.card("Waits"));
    let (first, second) = (picture(1, 300), picture(2, 300));
    let mut before = board.session.map().clone();
    let mut value_of = |board: &mut Board, edit| {
        board.apply(edit);
        let found = compare(&before, board.session.map()).items;
        before = board.session.map().clone();
        match found.as_slice() {
            [one] if one.thing == card => one.what.clone(),
            other => panic!("{other:?}"),
        }
    };
    let field = Field::Detail(Detail::Picture);
    let text = |bytes: &[u8]| Value::Text(key(bytes));
    let changed = |before, after| What::Changed { field, before, after };
    let none = Value::None;
    assert_eq!(value_of(&mut board, show(card, &first)), changed(none.clone(), text(&first)));
    assert_eq!(value_of(&mut board, show(card, &second)), changed(text(&first), text(&second)));
    let away = Edit::Set { thing: card, detail: Detail::Picture, value: None };
    assert_eq!(value_of(&mut board, away), changed(text(&second), none));
}

#[test]
fn purging_takes_the_reference_away_and_the_bytes_stay_counted_until_the_history_is_left() {
    let mut board = Board::new(7);
    let (gone, kept) = (Thing::Card(board.card("Goes")), Thing::Card(board.card("Stays")));
    let (secret, open) = (picture(1, 4000), picture(2, 600));
    board.apply(show(gone, &secret));
    board.apply(show(kept, &open));
    board.apply(Edit::Delete(gone));
    assert_eq!(shown(&board.session, gone), Some(secret.clone()), "the bin shows it");
    board.apply(Edit::Purge(gone));
    assert_eq!(board.session.map().picture(gone), "");
    assert_eq!(board.session.pictures_used(), 4600);
    // Whoever else showed it meanwhile still can.
    assert_eq!(board.session.picture(&key(&secret)), Some(secret.clone()));

    let file = board.session.without_history(&mut board.source).unwrap();
    let fresh = Session::open(&[file], &mut Seeded::new(8)).unwrap().session;
    assert_eq!(fresh.pictures_used(), 600);
    let card = *fresh.map().cards.keys().next().unwrap();
    assert_eq!(shown(&fresh, Thing::Card(card)), Some(open));
    assert_eq!(fresh.picture(&key(&secret)), None);
    assert_eq!(fresh.picture_faults(), []);
}

#[test]
fn what_is_no_picture_too_large_or_past_the_budget_is_refused_and_nothing_is_written() {
    let mut board = Board::new(9);
    let card = Thing::Card(board.card("Waits"));
    let refused = |board: &mut Board, bytes: &[u8]| {
        let (heads, map) = (board.session.heads(), board.session.map().clone());
        let refused = board.session.apply(show(card, bytes), 0, &mut board.source).unwrap_err();
        assert_eq!((board.session.heads(), board.session.map()), (heads, &map));
        refused
    };
    let svg = b"<svg xmlns=\"http://www.w3.org/2000/svg\"/>";
    assert_eq!(refused(&mut board, svg), Refused::Picture(Fault::NoPicture));
    let large = picture(0, LARGEST + 1);
    assert_eq!(refused(&mut board, &large), Refused::Picture(Fault::TooLarge));
    for number in 0..(BUDGET / LARGEST) as u32 {
        board.apply(show(card, &picture(number, LARGEST)));
    }
    assert_eq!(board.session.pictures_used(), BUDGET);
    assert_eq!(refused(&mut board, &picture(1000, 50)), Refused::PicturesFull);
    // What is there already costs nothing, and pictures that no one refers to count.
    board.apply(show(card, &picture(3, LARGEST)));
    // Two copies together may hold more: that opens, is handed on whole, and takes no more.
    let mut other = board.copy(10);
    let mut doc = AutoCommit::load(&other.session.save()).unwrap();
    let more = picture(2000, LARGEST);
    doc.put(pictures_of(&doc), key(&more), ScalarValue::Bytes(more.clone())).unwrap();
    other.session.merge_tab(&doc.save()).unwrap();
    assert_eq!(other.session.pictures_used(), BUDGET + LARGEST);
    assert_eq!(refused(&mut other, &picture(1000, 50)), Refused::PicturesFull);
}

#[test]
fn a_copy_of_a_map_past_the_budget_keeps_all_its_pictures() {
    let mut board = Board::new(11);
    let mut doc = AutoCommit::load(&board.session.save()).unwrap();
    let home = pictures_of(&doc);
    let count = (BUDGET / LARGEST) as u32 + 1;
    for number in 0..count {
        let bytes = picture(number, LARGEST);
        doc.put(&home, key(&bytes), ScalarValue::Bytes(bytes)).unwrap();
    }
    board.session.merge_tab(&doc.save()).unwrap();
    let show_known = |number: u32, card| Edit::Set {
        thing: Thing::Card(card),
        detail: Detail::Picture,
        value: Some(Value::Text(key(&picture(number, LARGEST)))),
    };
    for number in 0..count {
        let card = board.card("Waits");
        board.apply(show_known(number, card));
    }
    let file = board.session.without_history(&mut board.source).unwrap();
    let copy = Session::open(&[file], &mut Seeded::new(12)).unwrap().session;
    assert_eq!(copy.pictures_used(), BUDGET + LARGEST);
}

#[test]
fn whatever_another_program_puts_there_is_told_of_and_never_shown() {
    let mut board = Board::new(13);
    let cards: Vec<Thing> = (0..7).map(|_| Thing::Card(board.card("Waits"))).collect();
    let svg = b"<svg xmlns=\"http://www.w3.org/2000/svg\"><script/></svg>".to_vec();
    let huge = picture(1, 3_000_000);
    let other = picture(2, 400);
    let bytes = |bytes: &[u8]| ScalarValue::Bytes(bytes.to_vec());
    let values = [
        (key(&svg), bytes(&svg), Some(Fault::NoPicture)),
        (key(&huge), bytes(&huge), Some(Fault::TooLarge)),
        (key(b"other"), bytes(&other), Some(Fault::OtherKey)),
        (
            key(b"text"),
            ScalarValue::Str("data:image/png;base64,AAAA".into()),
            Some(Fault::NoPicture),
        ),
        ("../../etc".to_owned(), ScalarValue::Int(7), Some(Fault::NoPicture)),
        (key(b""), bytes(b""), Some(Fault::NoPicture)),
        (key(&other), bytes(&other), None),
    ];
    let mut doc = AutoCommit::load(&board.session.save()).unwrap();
    let home = pictures_of(&doc);
    for (key, value, _) in &values {
        doc.put(&home, key.as_str(), value.clone()).unwrap();
    }
    doc.put_object(&home, key(b"map"), ObjType::Map).unwrap();
    board.session.merge_file(&doc.save(), &mut board.source).unwrap();
    let mut faults: Vec<(String, Fault)> = values
        .iter()
        .filter_map(|(key, _, fault)| Some((key.clone(), (*fault)?)))
        .chain([(key(b"map"), Fault::NoPicture)])
        .collect();
    faults.sort_by(|one, two| one.0.cmp(&two.0));
    assert_eq!(board.session.picture_faults(), faults);
    for (card, (key, _, fault)) in cards.iter().zip(&values) {
        let value = Some(Value::Text(key.clone()));
        board.apply(Edit::Set { thing: *card, detail: Detail::Picture, value });
        assert_eq!(shown(&board.session, *card).is_some(), fault.is_none(), "{key}");
    }
    // Each is told of with the thing that would show it; so is one whose bytes are not there at all.
    let missing = Some(Value::Text(key(b"elsewhere")));
    let none = Thing::Persona(board.persona);
    board.apply(Edit::Set { thing: none, detail: Detail::Picture, value: missing });
    let mut unseen: Vec<(Thing, Option<Fault>)> = cards
        .iter()
        .zip(&values)
        .filter_map(|(card, (_, _, fault))| Some((*card, Some((*fault)?))))
        .collect();
    unseen.push((none, None));
    unseen.sort_unstable_by_key(|(thing, _)| *thing);
    assert_eq!(board.session.pictures_unseen(), unseen);
    board.apply(Edit::Set { thing: none, detail: Detail::Picture, value: None });
    // Where something else stands under the key of a picture, the picture takes its place.
    let right = picture(3, 200);
    let mut doc = AutoCommit::load(&board.session.save()).unwrap();
    doc.put(&home, key(&right), "not it").unwrap();
    board.session.merge_tab(&doc.save()).unwrap();
    board.apply(show(cards[0], &right));
    assert_eq!(shown(&board.session, cards[0]), Some(right));
    assert_sound(&board.session);
    let saved = board.session.save();
    let again = Session::open(&[saved], &mut Seeded::new(0)).unwrap().session;
    assert_eq!(again.map(), board.session.map());
}

#[test]
fn a_map_without_the_root_map_opens_and_takes_no_picture() {
    let mut board = Board::new(14);
    let card = Thing::Card(board.card("Waits"));
    let mut doc = AutoCommit::load(&board.session.save()).unwrap();
    doc.put(ROOT, "pictures", 5).unwrap();
    board.session.merge_tab(&doc.save()).unwrap();
    assert_eq!((board.session.pictures_used(), board.session.picture("x")), (0, None));
    let edit = show(card, &picture(1, 60));
    let refused = board.session.apply(edit, 0, &mut board.source).unwrap_err();
    assert_eq!(refused, Refused::Document);
}

#[test]
fn a_card_copied_into_another_map_takes_its_picture_along() {
    let mut one = Board::new(20);
    let card = one.card("Waits");
    let bytes = picture(1, 5000);
    one.apply(show(Thing::Card(card), &bytes));
    let area = Area { lanes: vec![one.lane], steps: vec![one.step], only: None };
    let mut clip = Clip::of(one.session.map(), &area, None, false);
    assert_eq!(clip.shown().into_iter().collect::<Vec<_>>(), [key(&bytes)]);
    let paste = |clip: &Clip, seed| {
        let mut other = Board::new(seed);
        let brought = Brought::read(Some(&clip.to_html()), None).unwrap();
        let area = Area { lanes: vec![other.lane], steps: vec![other.step], only: None };
        let names = Names { lane: "Free text", step: "" };
        let map = other.session.map().clone();
        let filled = fill(&map, &brought, &area, (None, None), names, &mut other.source).unwrap();
        other.apply(filled.edit);
        (shown(&other.session, Thing::Card(filled.cards[0])), other.session.pictures_used())
    };
    // Without the bytes no card refers to them; junk in their place is passed over.
    assert_eq!(paste(&clip, 21), (None, 0));
    clip.pictures = vec![b"<svg/>".to_vec(), bytes.clone()];
    assert_eq!(paste(&clip, 22), (Some(bytes), 5000));
}

#[test]
fn a_persona_taken_over_brings_its_picture_and_later_the_changed_one() {
    let mut one = Board::new(23);
    let persona = one.persona;
    let (first, second) = (picture(1, 600), picture(2, 600));
    one.apply(show(Thing::Persona(persona), &first));
    let mut other = Board::new(24);
    let taken = other.source.id();
    let portrait = one.session.portrait(persona);
    let edit = adopt(&portrait, &one.session.lineage(), persona, taken, &mut other.source);
    other.apply(edit);
    assert_eq!(shown(&other.session, Thing::Persona(taken)), Some(first));

    one.apply(show(Thing::Persona(persona), &second));
    let now = one.session.portrait(persona);
    let part = Trait::Detail(Detail::Picture);
    assert_eq!(other.session.portrait(taken).differing(&now), [part]);
    let map = other.session.map().clone();
    let edit = take_part(&map, taken, &now, part, &mut other.source);
    other.apply(edit);
    assert_eq!(shown(&other.session, Thing::Persona(taken)), Some(second));
}
