//! The history of a map: who sat at it when, every moment of it, and going back to one.

#[path = "story/bin.rs"]
mod bin;
#[path = "story/random.rs"]
mod random;
mod story;

use automerge::transaction::Transactable;
use automerge::{AutoCommit, ChangeHash, ObjType, ROOT, ReadDoc};
use bin::without_bin;
use parcours::model::edit::{Edit, TextOf};
use parcours::model::ids::Seeded;
use parcours::model::people::Person;
use parcours::model::timeline::{MOST, PAUSE, Past, Point};
use parcours::model::{Id, Kind, Map, Source, Thing};
use parcours::session::Session;
use story::Board;

impl Board {
    fn past(&mut self) -> Past {
        Past::open(&[self.session.save()]).unwrap()
    }
}

fn hashes(heads: &[String]) -> Vec<ChangeHash> {
    heads.iter().map(|hash| hash.parse().unwrap()).collect()
}

/// The map at these heads, from a document that never held more.
fn alone(doc: &mut AutoCommit, heads: &[String]) -> Map {
    let saved = doc.fork_at(&hashes(heads)).unwrap().save();
    Session::open(&[saved], &mut Seeded::new(0)).unwrap().session.map().clone()
}

/// Three people edit copies of one map and exchange files.
fn together(seed: u64, rounds: usize) -> Board {
    let mut boards = vec![Board::new(900 + seed)];
    boards[0].card("the first card");
    for other in 1..3 {
        let copy = boards[0].copy(seed * 10 + other);
        boards.push(copy);
    }
    let mut die = Seeded::new(seed);
    for board in &mut boards {
        let person = board.source.id();
        board.session.set_person(Person { id: person, ..Person::default() });
    }
    for _ in 0..rounds {
        let one = die.below(3);
        if die.below(6) == 0 {
            let mut from = boards.remove((one + 1) % 3);
            boards[one % 2].take(&mut from);
            boards.push(from);
        } else {
            random::apply(&mut boards[one]);
        }
    }
    let mut rest = boards.split_off(1);
    for board in rest.iter_mut() {
        boards[0].take(board);
    }
    boards.remove(0)
}

#[test]
fn at_every_moment_the_map_is_the_map_of_those_heads() {
    for seed in random::seeds(4) {
        let mut board = together(seed, 60);
        let mut past = board.past();
        let mut doc = AutoCommit::load(&board.session.save()).unwrap();
        let line = past.timeline();
        assert_eq!(line.moments.len(), line.changes);
        assert_eq!(past.map_at(&Point::Now).unwrap().0, *board.session.map());
        // Forwards step by step, then back and forth in leaps.
        let mut visits: Vec<usize> = (0..line.moments.len()).collect();
        let mut die = Seeded::new(seed);
        visits.extend((0..40).map(|_| die.below(line.moments.len())));
        for at in visits {
            let change = line.moments[at].change.clone();
            let (map, heads) = past.map_at(&Point::Moment(change)).unwrap();
            assert_eq!(map, alone(&mut doc, &heads), "seed {seed}, moment {at}");
            assert_eq!(past.map_at(&Point::Heads(heads)).unwrap().0, map);
        }
        let last = line.moments.last().unwrap().change.clone();
        assert_eq!(past.map_at(&Point::Moment(last)).unwrap().0, *board.session.map());
    }
}

#[test]
fn the_timeline_is_the_same_in_every_copy_and_however_it_came_in() {
    let mut board = together(3, 60);
    let line = board.past().timeline();
    let mut doc = AutoCommit::load(&board.session.save()).unwrap();
    let changes = doc.get_changes(&[]);
    // Fed change by change, it is the same timeline.
    let bytes: Vec<Vec<u8>> = changes.iter().map(|change| change.raw_bytes().to_vec()).collect();
    let mut fed = Past::open(&[bytes[..5].concat()]).unwrap();
    for change in &bytes[5..] {
        fed.add(change).unwrap();
    }
    assert_eq!(fed.timeline(), line);
    assert!(fed.add(b"nothing of Automerge's").is_err());
    assert_eq!(fed.timeline(), line);
    assert!(fed.map_at(&Point::Moment("00".into())).is_none());
    assert!(fed.map_at(&Point::Heads(vec!["ab".repeat(32)])).is_none());
}

/// A source whose clock is set by hand.
struct Clock {
    seeded: Seeded,
    now: i64,
}

impl Source for Clock {
    fn now(&mut self) -> i64 {
        self.now
    }
    fn random(&mut self) -> [u8; 16] {
        self.seeded.random()
    }
}

#[test]
fn changes_are_grouped_by_person_and_pause_with_counts_of_what_they_touched() {
    let mut board = Board::new(7);
    let start = 1_700_000_000_000;
    let minute = 60_000;
    let mut clock = Clock { seeded: Seeded::new(8), now: start };
    let (ada, ben) = (clock.id(), clock.id());
    let open = |board: &mut Session, person: Id, clock: &mut Clock| {
        let mut session = Session::open(&[board.save()], clock).unwrap().session;
        session.set_person(Person { id: person, ..Person::default() });
        session
    };
    let (lane, step) = (board.lane, board.step);
    let card = |clock: &mut Clock| {
        let card = clock.id();
        let text = "text".to_owned();
        Edit::AddCard { card, lane, step, at: 9, text, star: false, channel: None }
    };
    let mut hers = open(&mut board.session, ada, &mut clock);
    for _ in 0..3 {
        clock.now += 10 * minute;
        let edit = card(&mut clock);
        hers.apply(edit, 0, &mut clock).unwrap();
    }
    let mut his = open(&mut hers, ben, &mut clock);
    // Apart, at the same time.
    for _ in 0..2 {
        clock.now += minute;
        let edit = Edit::SetText { of: TextOf::Title, text: format!("at {}", clock.now) };
        his.apply(edit, 0, &mut clock).unwrap();
        clock.now += minute;
        let edit = card(&mut clock);
        hers.apply(edit, 0, &mut clock).unwrap();
    }
    hers.merge_tab(&his.save()).unwrap();
    clock.now += PAUSE * 1000 + 1000;
    hers.apply(Edit::SetText { of: TextOf::Title, text: "late".into() }, 0, &mut clock).unwrap();

    let line = Past::open(&[hers.save()]).unwrap().timeline();
    let whose: Vec<(Option<String>, usize)> =
        line.sittings.iter().map(|one| (one.person.clone(), one.changes)).collect();
    let (ada, ben) = (Some(ada.to_string()), Some(ben.to_string()));
    assert_eq!(whose, [(None, 1), (ada.clone(), 5), (ben, 2), (ada, 1)]);
    let first = &line.sittings[0];
    assert_eq!((first.counts.stages, first.counts.lanes, first.counts.personas), (1, 1, 1));
    let hers = &line.sittings[1];
    assert_eq!((hers.counts.cards, hers.counts.title), (5, false));
    assert_eq!((hers.from, hers.until), (start + 10 * minute, start + 34 * minute));
    assert_eq!((line.sittings[2].counts.cards, line.sittings[2].counts.title), (0, true));
    assert_eq!(line.moments.len(), 9);
    assert_eq!(line.sittings.iter().map(|one| one.last).collect::<Vec<_>>(), [0, 5, 7, 8]);
}

#[test]
fn a_long_history_has_a_bounded_number_of_moments_and_every_sitting_its_last() {
    let mut source = Seeded::new(5);
    let first = Edit::SetText { of: TextOf::Title, text: "long".into() };
    let (mut session, _) = Session::create(Kind::Journey, first, &mut source).unwrap();
    let mut clock = Clock { seeded: source, now: 1_800_000_000_000 };
    for at in 0..2 * MOST {
        clock.now += if at % 500 == 0 { PAUSE * 2000 } else { 1000 };
        let edit = Edit::SetText { of: TextOf::Title, text: format!("title {at}") };
        session.apply(edit, 0, &mut clock).unwrap();
    }
    let mut past = Past::open(&[session.save()]).unwrap();
    let line = past.timeline();
    assert_eq!((line.changes, line.sittings.len()), (2 * MOST + 1, 5));
    assert!(line.moments.len() <= MOST + line.sittings.len());
    for (at, sitting) in line.sittings.iter().enumerate() {
        assert_eq!(line.moments[sitting.last].sitting, at);
        assert_eq!(line.moments[sitting.last].time, sitting.until);
    }
    let halfway = line.moments[line.sittings[2].last].change.clone();
    assert_eq!(past.map_at(&Point::Moment(halfway)).unwrap().0.title, "title 999");
}

/// What a restored map must equal: of values in conflict the one shown; flags of the bin aside.
fn shown(map: &Map) -> Map {
    let mut map = without_bin(map);
    map.choices.clear();
    map.versions.clear();
    map
}

/// Restores in parts of three things, as one undo; gives what was left alone, `None` if nothing differed.
fn in_parts(
    board: &mut Board,
    heads: &[String],
    mut seen: Vec<String>,
    mut things: Vec<Thing>,
) -> Option<Vec<Thing>> {
    things.sort_by_key(|thing| matches!(thing, Thing::Persona(_)));
    let personas = things.iter().position(|thing| matches!(thing, Thing::Persona(_)));
    let personas = things.split_off(personas.unwrap_or(things.len()));
    let mut parts: Vec<Vec<Thing>> = things.chunks(3).map(<[Thing]>::to_vec).collect();
    parts.push(personas);
    let mut skipped = None;
    for part in parts {
        if let Some(change) = board.session.restore(heads, &seen, part, 7, &mut board.source) {
            skipped.get_or_insert_with(Vec::new).extend(change.skipped);
        }
        seen = board.session.heads().iter().map(ToString::to_string).collect();
    }
    // The gesture ends here.
    let title = board.session.map().title.clone();
    board
        .session
        .apply(Edit::SetText { of: TextOf::Title, text: title }, 0, &mut board.source)
        .unwrap();
    skipped
}

#[test]
fn restoring_gives_the_old_map_and_undo_gives_the_new_one_back() {
    for seed in random::seeds(6) {
        let mut board = together(20 + seed, 50);
        let mut past = board.past();
        let line = past.timeline();
        let mut die = Seeded::new(seed);
        for _ in 0..6 {
            let at = die.below(line.moments.len());
            let point = Point::Moment(line.moments[at].change.clone());
            let (then, heads) = past.map_at(&point).unwrap();
            let before = board.session.map().clone();
            // With all found here, or with what a copy found before the last edits.
            let seen = if at.is_multiple_of(2) { heads.clone() } else { line.heads.clone() };
            let now = past.map_at(&Point::Now).unwrap().0;
            let things = parcours::model::compare::compare(&then, &now).items;
            let things: Vec<Thing> = if at.is_multiple_of(2) {
                Vec::new()
            } else {
                things.into_iter().map(|one| one.thing).collect()
            };
            let restored = in_parts(&mut board, &heads, seen, things);
            let Some(skipped) = restored else {
                assert_eq!(shown(&before), shown(&then), "seed {seed}, moment {at}");
                continue;
            };
            assert_eq!(skipped, [], "seed {seed}, moment {at}");
            assert_eq!(shown(board.session.map()), shown(&then), "seed {seed}, moment {at}");
            let saved = board.session.save();
            let opened = Session::open(&[saved], &mut Seeded::new(0)).unwrap().session;
            assert_eq!(opened.map(), board.session.map());
            // Nothing is removed.
            assert!(before.cards.keys().all(|card| board.session.map().cards.contains_key(card)));
            // Where two people each joined their persona into the other's none was left (seed 13 of 20): undo keeps the
            // last one that came back, as every edit does, and says so.
            if before.cast.is_empty() {
                let skipped = board.session.undo(&mut board.source).unwrap().skipped;
                assert!(matches!(skipped[..], [Thing::Persona(_)]), "{skipped:?}");
                assert_eq!(board.session.map().cast.len(), 1);
                break;
            }
            board.undo();
            assert_eq!(shown(board.session.map()), shown(&before), "seed {seed}, moment {at}");
            board.redo();
            assert_eq!(shown(board.session.map()), shown(&then), "seed {seed}, moment {at}");
            if !at.is_multiple_of(3) {
                board.undo();
            }
        }
    }
}

#[test]
fn what_a_peer_did_meanwhile_survives_a_restore_and_its_undo() {
    let mut board = Board::new(1);
    let card = board.card("one two");
    let kept = board.session.heads().iter().map(ToString::to_string).collect::<Vec<_>>();
    board.write(card, "one two three");
    let late = board.card("late");
    let mut peer = board.copy(2);
    peer.write(card, "zero one two three");
    let theirs = peer.card("theirs");
    let title = Edit::SetText { of: TextOf::Title, text: "theirs".into() };
    peer.apply(title);

    let change = board.session.restore(&kept, &kept, [], 0, &mut board.source).unwrap();
    board.keep(&change);
    assert_eq!(board.text(card), "one two");
    assert!(board.session.map().cards[&late].deleted.is_some());
    board.take(&mut peer);
    assert_eq!(board.text(card), "zero one two");
    assert_eq!((board.text(theirs), board.session.map().title.as_str()), ("theirs", "theirs"));
    board.undo();
    assert_eq!(board.text(card), "zero one two three");
    assert!(board.session.map().cards[&late].deleted.is_none());
    assert_eq!((board.text(theirs), board.session.map().title.as_str()), ("theirs", "theirs"));
    peer.take(&mut board);
    assert_eq!(peer.session.map(), board.session.map());
}

#[test]
fn foreign_rows_of_versions_are_read_as_far_as_they_go() {
    let mut board = Board::new(6);
    let mut doc = AutoCommit::load(&board.session.save()).unwrap();
    let (_, versions) = doc.get(ROOT, "versions").unwrap().unwrap();
    let id = Id::from_random([8; 16]);
    let row = doc.put_object(&versions, id.to_string(), ObjType::Map).unwrap();
    doc.put(&row, "name", "Plain").unwrap();
    doc.put(&row, "heads", 5).unwrap();
    doc.put(&row, "time", "noon").unwrap();
    doc.put(&versions, "no-id", 1).unwrap();
    doc.put(&versions, Id::from_random([9; 16]).to_string(), "no row").unwrap();
    let saved = doc.save();
    let session = Session::open(std::slice::from_ref(&saved), &mut Seeded::new(0)).unwrap().session;
    assert_eq!(session.map().versions.len(), 1);
    let version = &session.map().versions[&id];
    assert_eq!((version.name.as_str(), version.heads.len(), version.time), ("Plain", 0, 0));
    let mut past = Past::open(&[saved]).unwrap();
    assert_eq!(past.timeline().versions, []);
    assert!(past.map_at(&Point::Heads(version.heads.clone())).is_none());
    assert_eq!(past.map_at(&Point::Now).unwrap().0, *session.map());
}

#[test]
fn the_last_persona_gives_way_to_the_one_before() {
    let mut board = Board::new(4);
    let heads: Vec<String> = board.session.heads().iter().map(ToString::to_string).collect();
    let then = board.session.map().clone();
    let persona = board.source.id();
    board.apply(Edit::AddPersona { persona, name: "Ben".into(), at: 0 });
    board.apply(Edit::Delete(Thing::Persona(board.persona)));
    board.session.restore(&heads, &heads, [], 0, &mut board.source).unwrap();
    board.assert_shows(&then);
}

#[test]
fn versions_are_named_renamed_binned_and_never_restored_away() {
    let mut board = Board::new(3);
    let person = board.source.id();
    board.session.set_person(Person { id: person, ..Person::default() });
    let old: Vec<String> = board.session.heads().iter().map(ToString::to_string).collect();
    board.card("later");
    let (now, then) = (board.source.id(), board.source.id());
    let heads: Vec<String> = board.session.heads().iter().map(ToString::to_string).collect();
    let name = |version, name: &str, heads| Edit::NameVersion { version, name: name.into(), heads };
    board.apply(name(now, "Workshop 12 March", Vec::new()));
    board.apply(name(then, "First", old.clone()));
    let version = &board.session.map().versions[&now];
    assert_eq!((version.name.as_str(), &version.heads), ("Workshop 12 March", &heads));
    assert_eq!(version.person, Some(person.to_string()));
    assert!(version.time > 0);
    assert_eq!(board.session.map().versions[&then].heads, old);
    let unknown = name(Id::from_random([7; 16]), "x", vec!["ab".repeat(32)]);
    assert!(board.session.apply(unknown, 0, &mut board.source).is_err());
    let garbage = name(Id::from_random([7; 16]), "x", vec!["no hash".into()]);
    assert!(board.session.apply(garbage, 0, &mut board.source).is_err());

    let line = board.past().timeline();
    let placed: Vec<(Id, usize)> =
        line.versions.iter().map(|one| (one.version, one.moment)).collect();
    assert_eq!(placed, [(now, 1), (then, 0)]);
    assert_eq!((line.sittings.len(), line.versions[0].sitting), (1, 0));

    let thing = Thing::Version(now);
    board.apply(Edit::SetText { of: TextOf::Of(thing), text: "Workshop".into() });
    board.apply(Edit::Delete(thing));
    assert_eq!(board.session.deleted(), [thing]);
    board.undo();
    board.session.restore(&old, &old, [], 0, &mut board.source).unwrap();
    assert_eq!(board.session.map().versions[&now].name, "Workshop");
    assert_eq!(board.session.map().versions[&now].deleted, None);
    assert_eq!(board.session.map().versions.len(), 2);
    let opened = Session::open(&[board.session.save()], &mut Seeded::new(0)).unwrap().session;
    assert_eq!(opened.map(), board.session.map());
    // They are no difference between two states.
    let differences = parcours::model::compare::compare(&Map::default(), board.session.map());
    assert!(differences.items.iter().all(|one| !matches!(one.thing, Thing::Version(_))));
}
