//! Opening a map from stored chunks: whatever is broken, doubled, missing or out of order.

use parcours::model::document::Unreadable;
use parcours::model::edit::{Edit, TextOf};
use parcours::model::ids::Seeded;
use parcours::model::people::Person;
use parcours::model::{Id, Kind, LaneKind, Map, Source, Thing};
use parcours::session::{Opened, Session};

/// A small map with the chunks storage would hold: one for each change, the first with the skeleton.
struct Stored {
    session: Session,
    chunks: Vec<Vec<u8>>,
    source: Seeded,
    lane: Id,
    step: Id,
}

fn stored(seed: u64) -> Stored {
    let mut source = Seeded::new(seed);
    let (lane, step, stage, persona) = (source.id(), source.id(), source.id(), source.id());
    let first = Edit::Several(vec![
        Edit::AddPersona { persona, name: "Ada".into(), at: 0 },
        Edit::AddLane { lane, kind: LaneKind::Actions, name: "Actions".into(), at: 0 },
        Edit::AddStage { stage, step, name: "Discover".into(), at: 0 },
    ]);
    let (session, change) = Session::create(Kind::Journey, first, &mut source).unwrap();
    Stored { session, chunks: vec![change.bytes], source, lane, step }
}

impl Stored {
    fn apply(&mut self, edit: Edit) {
        let change = self.session.apply(edit, 0, &mut self.source).unwrap();
        self.chunks.push(change.bytes);
    }

    fn card(&mut self, text: &str) -> Id {
        let (card, lane, step) = (self.source.id(), self.lane, self.step);
        let text = text.into();
        self.apply(Edit::AddCard { card, lane, step, at: 9, text, star: false, channel: None });
        card
    }

    fn map(&self) -> &Map {
        self.session.map()
    }
}

fn open(chunks: &[Vec<u8>]) -> Result<Opened, Unreadable> {
    Session::open(chunks, &mut Seeded::new(99))
}

fn shuffled(chunks: &[Vec<u8>], source: &mut Seeded) -> Vec<Vec<u8>> {
    let mut rest = chunks.to_vec();
    let mut out = Vec::new();
    while !rest.is_empty() {
        out.push(rest.swap_remove(source.below(rest.len())));
    }
    out
}

#[test]
fn chunks_in_any_order_and_any_number_give_the_same_map() {
    let mut stored = stored(1);
    for at in 0..8 {
        stored.card(&format!("card {at}"));
    }
    let snapshot = stored.session.save();
    for _ in 0..20 {
        let mut chunks = shuffled(&stored.chunks, &mut stored.source);
        chunks.extend(shuffled(&stored.chunks, &mut stored.source));
        chunks.push(snapshot.clone());
        let opened = open(&chunks).unwrap();
        assert_eq!((opened.session.map(), opened.waiting), (stored.map(), 0));
        assert!(opened.broken.is_empty());
    }
}

#[test]
fn a_flipped_bit_quarantines_its_chunk_and_nothing_else() {
    let mut stored = stored(2);
    let card = stored.card("kept");
    let before = stored.map().clone();
    // The snapshot holds all but the last change; each change is there by itself too.
    let snapshot = stored.session.save();
    stored
        .apply(Edit::SetText { of: TextOf::Of(Thing::Card(card)), text: "kept, and more".into() });
    let mut chunks = stored.chunks.clone();
    chunks.push(snapshot);
    let last = chunks.len() - 2;
    for which in 0..chunks.len() {
        for byte in 0..chunks[which].len() {
            let mut flipped = chunks.clone();
            flipped[which][byte] ^= 1 << (byte % 8);
            let opened = open(&flipped).unwrap();
            let broken: Vec<usize> = opened.broken.iter().map(|(at, _)| *at).collect();
            assert_eq!(broken, [which], "byte {byte}");
            let expected = if which == last { &before } else { stored.map() };
            assert_eq!(opened.session.map(), expected, "chunk {which} byte {byte}");
        }
    }
}

#[test]
fn a_chunk_cut_short_at_any_byte_is_named_and_never_taken_for_whole() {
    let mut stored = stored(3);
    stored.card("one");
    let before = stored.map().clone();
    stored.card("two");
    let last = stored.chunks.len() - 1;
    for length in 0..stored.chunks[last].len() {
        let mut cut = stored.chunks.clone();
        cut[last].truncate(length);
        let opened = open(&cut).unwrap();
        assert_eq!((opened.session.map(), opened.broken.len()), (&before, 1));
    }
}

#[test]
fn changes_whose_predecessor_is_missing_wait_and_are_shown_once_it_is_there() {
    let mut stored = stored(4);
    stored.card("one");
    let shown = stored.map().clone();
    stored.card("two");
    stored.card("three");
    let mut chunks = stored.chunks.clone();
    let missing = chunks.remove(2);
    let opened = open(&chunks).unwrap();
    assert_eq!((opened.session.map(), opened.waiting), (&shown, 1));
    let mut session = opened.session;
    session.merge_tab(&missing).unwrap();
    assert_eq!(session.map(), stored.map());
}

#[test]
fn without_its_first_change_a_map_is_damaged_rather_than_empty() {
    let mut stored = stored(5);
    stored.card("one");
    assert!(matches!(open(&stored.chunks[1..]), Err(Unreadable::Damaged(_))));
    let mut broken = stored.chunks.clone();
    let end = broken[0].len() - 1;
    broken[0][end] ^= 1;
    assert!(matches!(open(&broken), Err(Unreadable::Damaged(_))));
}

#[test]
fn what_is_no_map_is_told_apart() {
    let is = |chunks: &[Vec<u8>]| open(chunks).map(|_| ()).unwrap_err();
    assert_eq!(is(&[]), Unreadable::NotADocument);
    assert_eq!(is(&[b"journey\n  title My day".to_vec()]), Unreadable::NotADocument);
    let mut other = automerge::AutoCommit::new();
    automerge::transaction::Transactable::put(&mut other, automerge::ROOT, "format", "notes")
        .unwrap();
    assert_eq!(is(&[other.save()]), Unreadable::NotAMap);
    let mut cut = other.save();
    cut.truncate(20);
    assert!(matches!(is(&[cut]), Unreadable::Damaged(_)));
}

#[test]
fn a_change_holds_only_itself_however_much_came_before() {
    let mut stored = stored(6);
    for at in 0..50 {
        stored.card(&format!("card {at}"));
    }
    let sizes: Vec<usize> = stored.chunks[1..].iter().map(Vec::len).collect();
    assert!(sizes.iter().all(|size| *size < 500), "{sizes:?}");
    let mut reopened = open(&stored.chunks).unwrap().session;
    let (card, lane, step) = (stored.source.id(), stored.lane, stored.step);
    let add =
        Edit::AddCard { card, lane, step, at: 0, text: "x".into(), star: true, channel: None };
    let change = reopened.apply(add, 0, &mut Seeded::new(7)).unwrap();
    assert!(change.bytes.len() < 500, "{}", change.bytes.len());
}

#[test]
fn a_person_is_named_once_with_the_first_change() {
    let mut stored = stored(7);
    let person = stored.source.id();
    stored.session.set_person(Person { id: person, ..Person::default() });
    let without = stored.chunks[0].len();
    stored.card("one");
    stored.card("two");
    assert!(without > 0 && stored.chunks[1].len() > stored.chunks[2].len() + 30);
}
