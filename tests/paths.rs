//! Loops and alternative paths, steps a persona skips: made, merged, undone, deleted for good, copied.

mod story;

use parcours::model::check::{Finding, check};
use parcours::model::edit::{Edit, Refused, TextOf};
use parcours::model::map::Value;
use parcours::model::path::PathKind;
use parcours::model::{Detail, Field, Id, Kind, Source, Thing};
use parcours::session::Session;
use story::Board;

fn step(board: &mut Board) -> Id {
    let (step, stage) = (board.source.id(), board.stage);
    board.apply(Edit::AddStep { step, stage, name: "Then".into(), at: 9 });
    step
}

fn path(board: &mut Board, from: Id, to: Id, kind: PathKind, condition: &str) -> Id {
    let path = board.source.id();
    let condition = condition.to_owned();
    board.apply(Edit::AddPath { path, from, to, kind, condition });
    path
}

fn assert_sound(board: &Board) {
    let found = check(board.session.map());
    assert!(!found.iter().any(|one| matches!(one, Finding::Broken(_))), "{found:?}");
}

#[test]
fn a_path_is_read_again_and_undone() {
    let mut board = Board::new(1);
    let (first, second) = (board.step, step(&mut board));
    let id = path(&mut board, second, first, PathKind::Loop, "if sold out");
    let again = Session::open(&[board.session.save()], &mut board.source).unwrap().session;
    assert_eq!(again.map(), board.session.map());
    assert_eq!(again.map().drawn_paths(), [(id, 1, 0)]);
    assert_eq!(again.map().paths[&id].condition, "if sold out");
    assert_sound(&board);
    board.undo();
    assert!(board.session.map().drawn_paths().is_empty());
    board.redo();
    assert_eq!(board.session.map().paths_from(second), [id]);
}

#[test]
fn a_path_needs_two_steps_that_are_there() {
    let mut board = Board::new(2);
    let (first, nowhere) = (board.step, board.source.id());
    for (from, to) in [(first, first), (first, nowhere), (nowhere, first)] {
        let heads = board.session.heads();
        let path = board.source.id();
        let (kind, condition) = (PathKind::Alternative, String::new());
        let edit = Edit::AddPath { path, from, to, kind, condition };
        let refused = board.session.apply(edit, 0, &mut board.source).err();
        assert!(matches!(refused, Some(Refused::NoSuchThing(Thing::Step(_)))), "{refused:?}");
        assert_eq!(board.session.heads(), heads);
    }
}

#[test]
fn two_people_write_one_condition_and_both_are_kept() {
    let mut ours = Board::new(3);
    let (first, second) = (ours.step, step(&mut ours));
    let id = path(&mut ours, first, second, PathKind::Alternative, "if late");
    let mut theirs = ours.copy(4);
    let of = TextOf::Of(Thing::Path(id));
    ours.apply(Edit::SetText { of, text: "only if late".into() });
    theirs.apply(Edit::SetText { of, text: "if late at night".into() });
    ours.take(&mut theirs);
    assert_eq!(ours.session.map().paths[&id].condition, "only if late at night");
    assert_sound(&ours);
}

#[test]
fn a_path_goes_for_good_with_its_step() {
    let mut board = Board::new(5);
    let (first, second) = (board.step, step(&mut board));
    let id = path(&mut board, first, second, PathKind::Alternative, "if late");
    board.apply(Edit::Delete(Thing::Step(second)));
    assert!(board.session.map().drawn_paths().is_empty(), "not drawn without its end");
    board.apply(Edit::Restore(Thing::Step(second)));
    assert_eq!(board.session.map().drawn_paths().len(), 1);
    board.apply(Edit::Delete(Thing::Step(second)));
    board.apply(Edit::Purge(Thing::Step(second)));
    let map = board.session.map();
    assert_eq!(map.paths[&id].condition, "");
    assert!(map.is_gone(Thing::Path(id)));
    assert_sound(&board);
}

#[test]
fn a_duplicate_has_the_paths_and_what_a_persona_skips() {
    let mut board = Board::new(6);
    let (first, second, persona) = (board.step, step(&mut board), board.persona);
    path(&mut board, second, first, PathKind::Loop, "again");
    let thing = Thing::Feeling { persona, step: first };
    board.apply(Edit::SetLevel { persona, step: first, level: Some(3) });
    let value = Some(Value::Bool(true));
    board.apply(Edit::Set { thing, detail: Detail::Skips, value });
    let map = board.session.map();
    assert_eq!((map.level(persona, first), map.feeling(persona, first).level), (None, Some(3)));

    let edit = map.to_draft().to_edit(&mut board.source);
    let (copy, _) = Session::create(Kind::Journey, edit, &mut board.source).unwrap();
    let map = copy.map();
    let (id, from, to) = map.drawn_paths()[0];
    assert_eq!((from, to, map.paths[&id].condition.as_str()), (1, 0, "again"));
    let (persona, step) = (map.cast[0], map.columns[0].step.unwrap());
    assert!(!map.goes_through(persona, step));
}

#[test]
fn a_step_deleted_for_good_stays_in_the_bin_while_a_path_leads_to_it() {
    let mut board = Board::new(52);
    let (first, second) = (board.step, step(&mut board));
    board.apply(Edit::SetText { of: TextOf::Of(Thing::Step(second)), text: String::new() });
    let mut other = Session::open(&[board.session.save()], &mut board.source).unwrap().session;
    board.apply(Edit::Delete(Thing::Step(second)));
    board.apply(Edit::Purge(Thing::Step(second)));
    assert!(board.session.map().is_gone(Thing::Step(second)));

    let (path, kind) = (board.source.id(), PathKind::Loop);
    let add = Edit::AddPath { path, from: second, to: first, kind, condition: "again".into() };
    other.apply(add, 0, &mut board.source).unwrap();
    let heads = board.session.heads();
    board.session.merge_tab(&other.changes_after(&heads)).unwrap();
    assert!(!board.session.map().is_gone(Thing::Step(second)), "the way to the path");
    assert!(board.session.deleted().contains(&Thing::Step(second)));
}

#[test]
fn a_path_is_turned_to_another_step_and_back_by_undo_and_two_ends_are_a_choice() {
    let mut board = Board::new(53);
    let (first, second) = (board.step, step(&mut board));
    let third = step(&mut board);
    let (path, kind) = (board.source.id(), PathKind::Alternative);
    let condition = "if late".to_owned();
    board.apply(Edit::AddPath { path, from: first, to: second, kind, condition });
    let mut other = Session::open(&[board.session.save()], &mut board.source).unwrap().session;
    board.apply(Edit::MovePath { path, from: first, to: third, kind });
    assert_eq!(board.session.map().drawn_paths(), [(path, 0, 2)]);
    let kind = PathKind::Loop;
    board.apply(Edit::MovePath { path, from: third, to: first, kind });
    assert_eq!(board.session.map().drawn_paths(), [(path, 2, 0)]);
    assert_eq!(board.session.map().paths[&path].kind, PathKind::Loop);
    assert_eq!(board.session.map().paths[&path].condition, "if late");
    board.undo();
    board.undo();
    assert_eq!(board.session.map().drawn_paths(), [(path, 0, 1)]);
    board.redo();
    let same = Edit::MovePath { path, from: third, to: third, kind };
    assert!(board.session.apply(same, 0, &mut board.source).is_err());

    let kind = PathKind::Loop;
    other
        .apply(Edit::MovePath { path, from: second, to: first, kind }, 0, &mut board.source)
        .unwrap();
    let heads = board.session.heads();
    board.session.merge_tab(&other.changes_after(&heads)).unwrap();
    let choices = &board.session.map().choices[&Thing::Path(path)];
    assert!(choices.iter().any(|choice| choice.field == Field::Place), "{choices:?}");
}
