//! People at one map, each with a copy of their own.

mod actions;
mod alike;
mod authors;
mod decisions;
mod names;
mod news;
mod reopened;
mod rewritten;

use crate::story::Board;
use parcours::model::Source;
use parcours::model::ids::Seeded;
use parcours::model::people::Person;
use parcours::session::{Merged, Session};

/// A person with a name.
pub fn person(board: &mut Board, name: &str) -> Person {
    Person { id: board.source.id(), name: name.into(), colour: "teal".into() }
}

/// A map of Anna's.
pub fn anna(seed: u64) -> Board {
    let mut board = Board::new(seed);
    let anna = person(&mut board, "Anna");
    board.session.set_person(anna);
    board
}

/// Another person's copy of a map.
pub fn copy(board: &mut Board, name: &str, seed: u64) -> Board {
    let mut source = Seeded::new(seed);
    let session = Session::open(&[board.session.save()], &mut source).unwrap().session;
    let (stage, step, lane, persona) = (board.stage, board.step, board.lane, board.persona);
    let mut copy =
        Board { session, source, stored: Vec::new(), stage, step, lane, persona, ink: 4000 };
    let person = person(&mut copy, name);
    copy.session.set_person(person);
    copy
}

/// Takes in everything of another copy that is new here, as a file.
pub fn take(board: &mut Board, other: &mut Board) -> Merged {
    board.session.merge_file(&other.session.save(), &mut board.source).unwrap()
}
