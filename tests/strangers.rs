//! Files from strangers end in a clear answer: refused by the scan, refused after loading, or a death
//! that only the disposable worker dies.

use automerge::transaction::Transactable;
use automerge::{AutoCommit, ObjType, ROOT, ReadDoc};
use parcours::model::edit::{Edit, TextOf};
use parcours::model::ids::Seeded;
use parcours::model::{Id, Kind, LaneKind, Source};
use parcours::session::Session;
use parcours::worker::scan::{LOOK_OPS, MANY_OPS, scan};
use parcours::worker::{Answer, Measure, Refused, Request, answer};
use sha2::{Digest, Sha256};
use std::panic::catch_unwind;
use std::path::Path;
use std::time::{Duration, Instant};

/// A map being edited: what one person has open.
struct Person {
    session: Session,
    source: Seeded,
    cell: (Id, Id),
}

impl Person {
    /// Starts a map of one stage and one lane, with so many cards.
    fn starts(seed: u64, cards: usize) -> Self {
        let mut source = Seeded::new(seed);
        let (stage, step, lane) = (source.id(), source.id(), source.id());
        let first = Edit::Several(vec![
            Edit::AddStage { stage, step, name: "Discover".into(), at: 0 },
            Edit::AddLane { lane, kind: LaneKind::Actions, name: "Actions".into(), at: 0 },
        ]);
        let (session, _) = Session::create(Kind::Experience, first, &mut source).unwrap();
        let mut person = Self { session, source, cell: (lane, step) };
        for _ in 0..cards {
            person.adds("What the customer does here");
        }
        person
    }

    /// Opens another's file.
    fn opens(seed: u64, other: &mut Self) -> Self {
        let mut source = Seeded::new(seed);
        let opened = Session::open(&[other.session.save()], &mut source).unwrap();
        Self { session: opened.session, source, cell: other.cell }
    }

    /// Adds a card; gives the bytes to store.
    fn adds(&mut self, text: &str) -> Vec<u8> {
        let (lane, step) = self.cell;
        let (card, text) = (self.source.id(), text.to_string());
        let edit = Edit::AddCard { card, lane, step, at: 99, text, star: false, channel: None };
        self.session.apply(edit, 0, &mut self.source).unwrap().bytes
    }

    fn cards(&self) -> usize {
        self.session.map().cell(self.cell.0, self.cell.1).len()
    }
}

/// The file of a map of so many cards.
fn file(cards: usize) -> Vec<u8> {
    Person::starts(1, cards).session.save()
}

fn look(file: &[u8]) -> Answer {
    answer(&Request::Look { file: file.to_vec(), confirmed: false })
}

fn take(ours: &[Vec<u8>], file: &[u8]) -> Answer {
    answer(&Request::Take { ours: ours.to_vec(), file: file.to_vec(), confirmed: false })
}

/// What the page learns: the answer, or `None` for a worker that died.
fn in_worker(request: Request) -> Option<Answer> {
    catch_unwind(|| answer(&request)).ok()
}

/// The malformed samples that lie beside the repository; none where they don't.
fn samples() -> Vec<(String, Vec<u8>)> {
    let folders = Path::new(env!("CARGO_MANIFEST_DIR")).ancestors();
    let mut found = folders.filter_map(|folder| folder.join("shared/malformed").read_dir().ok());
    let files = found.next().into_iter().flatten().filter_map(|entry| Some(entry.ok()?.path()));
    let documents = files.filter(|path| path.extension().is_some_and(|ending| ending == "am"));
    documents.map(|path| (path.display().to_string(), std::fs::read(&path).unwrap())).collect()
}

#[test]
fn a_copy_with_more_cards_brings_just_those() {
    let mut ours = Person::starts(1, 3);
    let mut theirs = Person::opens(2, &mut ours);
    theirs.adds("Theirs");
    let kept = vec![ours.session.save(), ours.adds("Ours")];
    let their_file = theirs.session.save();

    let Answer::Looked(looked) = look(&their_file) else { panic!("a good file") };
    assert_eq!(looked.lineage, ours.session.lineage());
    assert_eq!(looked.kind, Kind::Experience);
    let Answer::Taken(taken) = take(&kept, &their_file) else { panic!("a good file") };
    assert_eq!(taken.changes, 1);
    ours.session.merge_file(&taken.bytes, &mut ours.source).unwrap();
    assert_eq!((ours.cards(), theirs.cards()), (5, 4));

    let Answer::Taken(again) = take(&[ours.session.save()], &their_file) else {
        panic!("a good file")
    };
    assert_eq!((again.changes, again.bytes.len()), (0, 0));
}

#[test]
fn a_map_not_kept_here_comes_whole() {
    let mut theirs = Person::starts(1, 2);
    let Answer::Taken(taken) = take(&[], &theirs.session.save()) else { panic!("a good file") };
    let opened = Session::open(&[taken.bytes], &mut Seeded::new(2)).unwrap();
    assert_eq!(opened.session.map(), theirs.session.map());
    assert_eq!(take(&[], &AutoCommit::new().save()), Answer::Refused(Refused::NotAMap));
}

#[test]
fn what_is_not_this_map_is_named() {
    let mut ours = Person::starts(1, 1);
    let kept = vec![ours.session.save()];
    let lineage = ours.session.lineage();
    assert_eq!(look(b"hello"), Answer::Refused(Refused::NotADocument));
    assert_eq!(look(&AutoCommit::new().save()), Answer::Refused(Refused::NotAMap));
    let mut other = Person::starts(2, 1);
    let refused = Refused::OtherMap { lineage: other.session.lineage() };
    assert_eq!(take(&kept, &other.session.save()), Answer::Refused(refused));

    let mut forged = AutoCommit::new();
    forged.put(ROOT, "format", "parcours").unwrap();
    forged.put_object(ROOT, "cards", ObjType::Map).unwrap();
    forged.put(ROOT, "id", lineage).unwrap();
    assert_eq!(take(&kept, &forged.save()), Answer::Refused(Refused::NoCommonOrigin));

    let mut newer = AutoCommit::load(&kept[0]).unwrap();
    newer.put(ROOT, "minReader", 7).unwrap();
    let newer = newer.save();
    assert_eq!(take(&kept, &newer), Answer::Refused(Refused::Newer { min_reader: 7 }));
    assert!(matches!(look(&newer), Answer::Looked(looked) if looked.newer == Some(7)));
}

#[test]
fn a_copy_of_a_big_map_is_taken_without_asking_and_a_big_addition_is_not() {
    let long = "words ".repeat(MANY_OPS as usize / 5);
    let mut ours = Person::starts(1, 1);
    let kept = vec![ours.session.save()];
    let mut theirs = Person::opens(2, &mut ours);
    let text = Edit::SetText { of: TextOf::Title, text: long };
    theirs.session.apply(text, 0, &mut theirs.source).unwrap();
    let file = theirs.session.save();
    let Answer::Refused(Refused::TooBig { measure: Measure::Ops, ask: true, .. }) =
        take(&kept, &file)
    else {
        panic!("it asks")
    };
    let confirmed = Request::Take { ours: kept, file: file.clone(), confirmed: true };
    assert!(matches!(answer(&confirmed), Answer::Taken(_)));
    assert!(matches!(take(std::slice::from_ref(&file), &file), Answer::Taken(_)));
}

#[test]
fn containers_nested_to_exhaust_a_stack_are_refused() {
    let mut document = AutoCommit::load(&file(0)).unwrap();
    let mut inner = document.put_object(ROOT, "deep", ObjType::Map).unwrap();
    for _ in 0..1000 {
        inner = document.put_object(&inner, "deeper", ObjType::Map).unwrap();
    }
    let refused = look(&document.save());
    let Answer::Refused(Refused::TooBig { measure, .. }) = refused else { panic!("{refused:?}") };
    assert_eq!(measure, Measure::Depth);
}

#[test]
fn every_malformed_sample_is_refused_or_dies_in_the_worker() {
    let kept = vec![file(1)];
    for (name, file) in samples() {
        let looked = in_worker(Request::Look { file: file.clone(), confirmed: true });
        assert!(matches!(looked, None | Some(Answer::Refused(_))), "{name}: {looked:?}");
        let taken = in_worker(Request::Take { ours: kept.clone(), file, confirmed: false });
        assert!(matches!(taken, None | Some(Answer::Refused(_))), "{name}: {taken:?}");
    }
}

#[test]
fn the_bomb_of_operations_is_refused_unlaid_out() {
    let bomb = samples().into_iter().find(|(name, _)| name.ends_with("ops-bomb.am"));
    let Some((_, bomb)) = bomb else { return };
    let start = Instant::now();
    let refused = scan(&bomb, LOOK_OPS, false);
    assert!(start.elapsed() < Duration::from_millis(200), "{:?}", start.elapsed());
    let Err(Refused::TooBig { measure: Measure::Ops, amount, ask: false }) = refused else {
        panic!("{refused:?}")
    };
    assert!(amount > 4_000_000, "{amount}");
}

#[test]
fn the_scan_counts_what_the_loader_lays_out() {
    for cards in [0, 1, 7, 40] {
        let mut document = AutoCommit::load(&file(cards)).unwrap();
        let laid_out = document.stats();
        let scanned = scan(&document.save(), MANY_OPS, false).unwrap();
        assert_eq!((scanned.ops, scanned.changes), (laid_out.num_ops, laid_out.num_changes));
        let apart = scan(&document.save_after(&[]), MANY_OPS, false).unwrap();
        assert_eq!((apart.ops, apart.changes), (laid_out.num_ops, laid_out.num_changes));
    }
}

#[test]
fn every_cut_is_noticed() {
    let file = file(2);
    for length in 0..file.len() {
        assert!(matches!(look(&file[..length]), Answer::Refused(_)), "cut at {length}");
    }
}

#[test]
fn a_flipped_bit_is_noticed_by_the_checksum() {
    let file = file(2);
    for bit in 0..file.len() * 8 {
        let mut flipped = file.clone();
        flipped[bit / 8] ^= 1 << (bit % 8);
        assert!(scan(&flipped, MANY_OPS, false).is_err(), "bit {bit}");
    }
}

/// One document chunk with the checksum its changed data asks for.
fn mended(data: &[u8]) -> Vec<u8> {
    let mut length = Vec::new();
    let mut rest = data.len();
    while rest >= 0x80 {
        length.push(rest as u8 | 0x80);
        rest >>= 7;
    }
    length.push(rest as u8);
    let hash = Sha256::digest([&[0], &length[..], data].concat());
    [&[0x85, 0x6f, 0x4a, 0x83], &hash[..4], &[0], &length, data].concat()
}

#[test]
fn mutations_with_a_mended_checksum_are_refused_or_sound_or_die_in_the_worker() {
    // Not deflated, so that flips reach the columns and not only the deflate stream.
    let kept = vec![file(6)];
    let file = AutoCommit::load(&kept[0]).unwrap().save_nocompress();
    let header = if file.len() > 0x4000 { 12 } else { 11 };
    assert_eq!(mended(&file[header..]), file, "the header is understood");
    let mut random = Seeded::new(20_261_121);
    let (mut refused, mut sound, mut died) = (0, 0, 0);
    for _ in 0..2000 {
        let mut data = file[header..].to_vec();
        for _ in 0..1 + random.below(3) {
            let at = random.below(data.len());
            data[at] ^= 1 << random.below(8);
        }
        if random.below(10) == 0 {
            data.truncate(random.below(data.len()));
        }
        let file = mended(&data);
        match in_worker(Request::Take { ours: kept.clone(), file, confirmed: false }) {
            None => died += 1,
            Some(Answer::Refused(_)) => refused += 1,
            Some(Answer::Taken(taken)) => {
                let mut source = Seeded::new(3);
                let mut ours = Session::open(&kept, &mut source).unwrap().session;
                ours.merge_file(&taken.bytes, &mut source).unwrap();
                sound += 1;
            }
            Some(other) => panic!("{other:?}"),
        }
    }
    println!("refused {refused}, sound {sound}, died {died}");
    assert!(refused > 1000 && died < 200, "refused {refused}, sound {sound}, died {died}");
}
