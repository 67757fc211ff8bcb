//! A map handed on without its history: nothing of what was deleted, of who wrote, of when.

mod story;

use automerge::transaction::Transactable;
use automerge::{AutoCommit, ROOT, ReadDoc};
use parcours::model::edit::{Edit, TextOf};
use parcours::model::ids::Seeded;
use parcours::model::people::Person;
use parcours::model::{Source, Thing};
use parcours::session::Session;
use story::Board;

/// A map with a past: people, deleted words, a purged card, things in the bin.
fn with_a_past() -> (Board, String) {
    let mut board = Board::new(1);
    let person = board.source.id();
    board.session.set_person(Person { id: person, ..Person::default() });
    board.apply(Edit::SetText { of: TextOf::Title, text: "Confidential".into() });
    board.apply(Edit::SetText { of: TextOf::Title, text: "Renting".into() });
    board.card("What is seen");
    for text in ["Binned words", "Purged words"] {
        let card = board.card(text);
        board.apply(Edit::Delete(Thing::Card(card)));
        if text.starts_with("Purged") {
            board.apply(Edit::Purge(Thing::Card(card)));
        }
    }
    let mut doc = AutoCommit::load(&board.session.save()).unwrap();
    let people = doc.get(ROOT, "people").unwrap().unwrap().1;
    doc.put(&people, format!("{person}/name"), "Margarethe").unwrap();
    board.session.merge_tab(&doc.save()).unwrap();
    (board, person.to_string())
}

fn holds(file: &[u8], words: &str) -> bool {
    // Not compressed: what is in it stands there as it is.
    let bytes = AutoCommit::load(file).unwrap().save_nocompress();
    bytes.windows(words.len()).any(|window| window == words.as_bytes())
}

#[test]
fn an_ordinary_file_tells_who_wrote_when_and_what_was_deleted_and_the_preview_says_so() {
    let (mut board, person) = with_a_past();
    let told = board.session.personal();
    assert_eq!((told.names, told.people), (vec!["Margarethe".to_owned()], 1));
    assert_eq!((told.sittings, told.rewritten), (2, 2));
    assert!(told.changes > 5, "{}", told.changes);
    let (first, last) = told.span.unwrap();
    assert!(first > 1_600_000_000_000 && last > first);
    let file = board.session.save();
    for words in [person.as_str(), "Margarethe", "Binned words", "What is seen"] {
        assert!(holds(&file, words), "{words}");
    }
}

#[test]
fn a_file_without_history_holds_what_is_seen_and_nothing_else() {
    let (mut board, person) = with_a_past();
    let lineage = board.session.lineage();
    let before = board.session.map().clone();
    let file = board.session.without_history(&mut board.source).unwrap();
    for words in [person.as_str(), "Margarethe", "Binned", "Purged", "Confidential", &lineage] {
        assert!(!holds(&file, words), "{words}");
    }
    for id in before.cards.keys().map(ToString::to_string) {
        assert!(!holds(&file, &id), "{id}");
    }
    let mut fresh = Session::open(&[file], &mut Seeded::new(9)).unwrap().session;
    let map = fresh.map();
    assert_eq!((map.title.as_str(), map.cards.len(), map.stages.len()), ("Renting", 1, 1));
    assert_eq!(map.cards.values().next().unwrap().text, "What is seen");
    let told = fresh.personal();
    assert_eq!((told.people, told.sittings, told.changes, told.rewritten), (0, 1, 1, 0));
    assert_ne!(fresh.lineage(), lineage);
    assert_eq!(*board.session.map(), before);
}
