//! A to-be map out of an as-is map: edited apart, compared, merged back, and that undone.

mod story;

use parcours::model::compare::{What, compare};
use parcours::model::edit::{Edit, TextOf};
use parcours::model::ids::Seeded;
use parcours::model::{Map, Thing};
use parcours::session::Session;
use story::Board;

/// A variant of a map, as the library makes it.
fn variant(board: &mut Board, title: &str, seed: u64) -> Board {
    let mut copy = board.copy(seed);
    copy.session.begin_variant(title, &mut copy.source).unwrap();
    copy
}

fn titled(seed: u64) -> Board {
    let mut board = Board::new(seed);
    board.apply(Edit::SetText { of: TextOf::Title, text: "Renting".into() });
    board
}

fn scratch(board: &mut Board) -> Map {
    let saved = board.session.save();
    Session::open(&[saved], &mut Seeded::new(0)).unwrap().session.map().clone()
}

#[test]
fn a_variant_is_another_map_of_the_same_lineage_and_knows_what_it_came_from() {
    let mut as_is = titled(1);
    let card = as_is.card("Waits in line");
    let mut to_be = variant(&mut as_is, "Renting – to be", 2);
    assert_eq!(to_be.session.lineage(), as_is.session.lineage());
    assert_eq!(as_is.session.open_variants(), []);
    assert_eq!(to_be.session.open_variants(), [to_be.session.variants()[0].id]);
    assert_eq!(to_be.session.variants()[0].name, "Renting – to be");
    assert_eq!(to_be.session.map().title, "Renting – to be");

    let before = as_is.session.map().clone();
    to_be.write(card, "Books ahead");
    as_is.write(card, "Waits in a long line");
    assert_eq!(to_be.session.original().as_ref(), Some(&before));
    assert_eq!(as_is.session.original(), None);
    let backlog = compare(&before, to_be.session.map());
    assert!(backlog.items.iter().any(|one| one.thing == Thing::Card(card)));
}

#[test]
fn merging_back_marks_the_variant_keeps_the_title_and_can_be_undone() {
    let mut as_is = titled(3);
    let card = as_is.card("Waits in line");
    let mut to_be = variant(&mut as_is, "Renting – to be", 4);
    let new = to_be.card("Books ahead");
    as_is.apply(Edit::SetStar { card, star: true });
    let before = as_is.session.map().clone();

    let file = to_be.session.save();
    let merged = as_is.session.merge_variant(&file, &mut as_is.source).unwrap();
    let added = |one: &&parcours::model::compare::Difference| one.what == What::Added;
    let brought: Vec<Thing> =
        merged.differences.items.iter().filter(added).map(|one| one.thing).collect();
    assert_eq!((brought, merged.differences.items.len()), (vec![Thing::Card(new)], 1));
    assert!(merged.differences.both.is_empty());
    let map = as_is.session.map();
    assert_eq!((map.title.as_str(), map.cards.len(), map.choices.len()), ("Renting", 2, 0));
    assert_eq!(as_is.session.open_variants(), [], "its files are still the original's");
    assert_eq!(to_be.session.open_variants().len(), 1, "the variant goes on");
    assert_eq!(scratch(&mut as_is), *as_is.session.map());

    let id = merged.merge.unwrap();
    as_is.session.undo_merge(id, &mut as_is.source).unwrap();
    assert!(as_is.session.map().cards[&new].deleted.is_some());
    assert_eq!(as_is.session.map().title, before.title);
    assert_eq!(as_is.session.open_variants(), []);
    as_is.session.redo_merge(id, &mut as_is.source).unwrap();
    assert!(as_is.session.map().cards[&new].deleted.is_none());
    assert_eq!(as_is.session.map().title, before.title);
    assert_eq!(scratch(&mut as_is), *as_is.session.map());

    // Once more, with what came since.
    let more = to_be.card("Pays ahead");
    let file = to_be.session.save();
    as_is.session.merge_variant(&file, &mut as_is.source).unwrap();
    assert!(as_is.session.map().cards.contains_key(&more));
    assert_eq!(
        (as_is.session.map().title.as_str(), as_is.session.open_variants()),
        ("Renting", vec![])
    );
}

#[test]
fn a_variant_of_a_variant_merges_back_into_that_one_first() {
    let mut as_is = titled(5);
    let mut to_be = variant(&mut as_is, "To be", 6);
    let mut later = variant(&mut to_be, "Later", 7);
    let names: Vec<String> = later.session.variants().into_iter().map(|one| one.name).collect();
    assert_eq!(names.len(), 2);
    later.card("Flies");
    let file = later.session.save();
    to_be.session.merge_variant(&file, &mut to_be.source).unwrap();
    assert_eq!(to_be.session.open_variants().len(), 1);
    let file = to_be.session.save();
    as_is.session.merge_variant(&file, &mut as_is.source).unwrap();
    assert_eq!(as_is.session.open_variants(), []);
    assert_eq!(
        (as_is.session.map().cards.len(), as_is.session.map().title.as_str()),
        (1, "Renting")
    );
}
