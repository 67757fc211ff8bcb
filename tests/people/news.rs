//! What is new since one last looked.

use super::{anna, copy, take};
use crate::story::Board;
use parcours::model::Thing;
use parcours::model::edit::Edit;
use parcours::session::{News, Session};

fn heads(board: &mut Board) -> Vec<String> {
    board.session.heads().iter().map(ToString::to_string).collect()
}

#[test]
fn what_others_made_and_changed_since_is_marked_and_nothing_of_my_own() {
    let mut anna = anna(1);
    let (one, two) = (anna.card("one"), anna.card("two"));
    let mut bob = copy(&mut anna, "Bob", 2);
    let seen = heads(&mut bob);
    let three = anna.card("three");
    anna.write(one, "one more");
    anna.apply(Edit::SetLevel { persona: anna.persona, step: anna.step, level: Some(1) });
    bob.write(two, "two of mine");
    let merged = take(&mut bob, &mut anna);
    assert!(merged.merge.is_some());
    let feeling = Thing::Feeling { persona: anna.persona, step: anna.step };
    let expected = vec![
        (Thing::Card(one), News::Changed),
        (Thing::Card(three), News::New),
        (feeling, News::Changed),
    ];
    let told = |session: &Session| {
        let mut news: Vec<_> = session.news().collect();
        news.sort_by_key(|(thing, news)| (*thing, *news == News::New));
        news
    };
    let mut sorted = expected;
    sorted.sort_by_key(|(thing, news)| (*thing, *news == News::New));
    assert_eq!(told(&bob.session), sorted, "while the map is open");
    // Opened anew, with the heads seen last.
    let mut again = copy(&mut bob, "", 3);
    let me = bob.session.person_id().unwrap();
    again.session.set_person(parcours::model::people::Person { id: me, ..Default::default() });
    assert_eq!(again.session.look_since(&seen).len(), 3);
    assert_eq!(told(&again.session), sorted, "when it is opened");
    assert_eq!(again.session.mark_seen().len(), 3);
    assert!(again.session.news().next().is_none());
    let now = heads(&mut again);
    assert!(again.session.look_since(&now).is_empty());
    assert!(again.session.look_since(&[]).is_empty(), "never looked: nothing is news");
    assert!(again.session.look_since(&["ab".repeat(32)]).is_empty(), "heads not here");
}

#[test]
fn my_own_work_in_another_tab_is_no_news() {
    let mut anna = anna(4);
    anna.card("one");
    let mut tab = copy(&mut anna, "", 5);
    let id = anna.session.person_id().unwrap();
    tab.session.set_person(parcours::model::people::Person { id, ..Default::default() });
    let before = anna.session.heads();
    tab.card("two");
    anna.session.merge_tab(&tab.session.changes_after(&before)).unwrap();
    assert!(anna.session.news().next().is_none());
}

#[test]
fn what_an_undone_import_had_changed_is_no_news() {
    let mut anna = anna(6);
    let card = anna.card("Waits");
    let mut bob = copy(&mut anna, "Bob", 7);
    bob.write(card, "Waits long");
    let merge = take(&mut anna, &mut bob).merge.unwrap();
    assert_eq!(anna.session.news_of(Thing::Card(card)), Some(News::Changed));
    anna.session.undo_merge(merge, &mut anna.source).unwrap();
    assert!(anna.session.news().next().is_none());
}
