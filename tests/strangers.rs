//! Files from strangers end in a clear answer: refused by the scan, refused after loading, or a death
//! that only the disposable worker dies.

use automerge::transaction::{CommitOptions, Transactable};
use automerge::{ActorId, AutoCommit, ObjType, ROOT, ReadDoc};
use parcours::model::Source;
use parcours::model::ids::Seeded;
use parcours::worker::scan::{LOOK_OPS, MANY_OPS, scan};
use parcours::worker::{Answer, Measure, Refused, Request, answer};
use sha2::{Digest, Sha256};
use std::panic::catch_unwind;
use std::path::Path;
use std::time::{Duration, Instant};

/// A small map: the skeleton as one constant change, then its id, a title and some cards.
fn map(id: &str, cards: usize) -> AutoCommit {
    let mut document = AutoCommit::new().with_actor(ActorId::from([0u8; 16]));
    document.put(ROOT, "format", "parcours").unwrap();
    document.put_object(ROOT, "title", ObjType::Text).unwrap();
    document.put_object(ROOT, "cards", ObjType::Map).unwrap();
    document.put_object(ROOT, "variants", ObjType::Map).unwrap();
    document.commit_with(CommitOptions::default().with_time(0));
    let mut document = document.with_actor(ActorId::from(Seeded::new(cards as u64).random()));
    document.put(ROOT, "id", id).unwrap();
    document.put(ROOT, "kind", "experience").unwrap();
    document.commit();
    for card in 0..cards {
        add_card(&mut document, card, "What the customer does here");
    }
    document
}

fn add_card(document: &mut AutoCommit, number: usize, text: &str) {
    let (_, cards) = document.get(ROOT, "cards").unwrap().unwrap();
    let card = document.put_object(&cards, format!("card {number}"), ObjType::Map).unwrap();
    document.put(&card, "place", format!("lane|step|a{number}")).unwrap();
    let words = document.put_object(&card, "text", ObjType::Text).unwrap();
    document.splice_text(&words, 0, 0, text).unwrap();
    document.commit();
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
    let mut ours = map("one", 3);
    let first = ours.save();
    let mut theirs = AutoCommit::load(&first).unwrap();
    add_card(&mut theirs, 3, "Theirs");
    let before = ours.get_heads();
    add_card(&mut ours, 4, "Ours");
    let kept = vec![first, ours.save_after(&before)];

    let Answer::Looked(looked) = look(&theirs.save()) else { panic!("a good file") };
    assert_eq!((looked.lineage.as_str(), looked.changes), ("one", 6));
    let Answer::Taken(taken) = take(&kept, &theirs.save()) else { panic!("a good file") };
    assert_eq!(taken.changes, 1);
    assert_eq!(taken.ops, 3 + "Theirs".len() as u64);
    ours.load_incremental(&taken.bytes).unwrap();
    assert_eq!(taken.heads.len(), ours.get_heads().len());
    assert_eq!(ours.length(ours.get(ROOT, "cards").unwrap().unwrap().1), 5);

    let Answer::Taken(again) = take(&[ours.save()], &theirs.save()) else { panic!("a good file") };
    assert_eq!((again.changes, again.bytes.len()), (0, 0));
}

#[test]
fn a_map_not_kept_here_comes_whole() {
    let mut theirs = map("one", 2);
    let Answer::Taken(taken) = take(&[], &theirs.save()) else { panic!("a good file") };
    let mut loaded = AutoCommit::load(&taken.bytes).unwrap();
    assert_eq!(loaded.get_heads(), theirs.get_heads());
    assert_eq!(taken.changes, 4);
}

#[test]
fn what_is_not_this_map_is_named() {
    let kept = vec![map("one", 1).save()];
    assert_eq!(look(b"hello"), Answer::Refused(Refused::NotADocument));
    assert_eq!(look(&AutoCommit::new().save()), Answer::Refused(Refused::NotAMap));
    let other = Refused::OtherMap { lineage: "two".into() };
    assert_eq!(take(&kept, &map("two", 1).save()), Answer::Refused(other));

    let mut forged = AutoCommit::new();
    forged.put(ROOT, "format", "parcours").unwrap();
    forged.put(ROOT, "id", "one").unwrap();
    assert_eq!(take(&kept, &forged.save()), Answer::Refused(Refused::NoCommonOrigin));

    let mut newer = AutoCommit::load(&kept[0]).unwrap();
    newer.put(ROOT, "minReader", 7).unwrap();
    let file = newer.save();
    assert_eq!(take(&kept, &file), Answer::Refused(Refused::Newer { min_reader: 7 }));
    assert!(matches!(look(&file), Answer::Looked(looked) if looked.newer == Some(7)));
}

#[test]
fn containers_nested_to_exhaust_a_stack_are_refused() {
    let mut document = map("one", 0);
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
    let kept = vec![map("one", 1).save()];
    for (name, file) in samples() {
        // The bomb is sound: whoever says yes to it gets it laid out, within the time limit.
        let confirmed = !name.ends_with("ops-bomb.am");
        let looked = in_worker(Request::Look { file: file.clone(), confirmed });
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
    let Err(Refused::TooBig { measure: Measure::Ops, amount, ask: true }) = refused else {
        panic!("{refused:?}")
    };
    assert!(amount > 4_000_000, "{amount}");
}

#[test]
fn the_scan_counts_what_the_loader_lays_out() {
    for cards in [0, 1, 7, 40] {
        let mut document = map("one", cards);
        let laid_out = document.stats();
        let scanned = scan(&document.save(), MANY_OPS, false).unwrap();
        assert_eq!((scanned.ops, scanned.changes), (laid_out.num_ops, laid_out.num_changes));
        let apart = scan(&document.save_after(&[]), MANY_OPS, false).unwrap();
        assert_eq!((apart.ops, apart.changes), (laid_out.num_ops, laid_out.num_changes));
    }
}

#[test]
fn every_cut_is_noticed() {
    let file = map("one", 2).save();
    for length in 0..file.len() {
        assert!(matches!(look(&file[..length]), Answer::Refused(_)), "cut at {length}");
    }
}

#[test]
fn a_flipped_bit_is_noticed_by_the_checksum() {
    let file = map("one", 2).save();
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
    let file = map("one", 6).save_nocompress();
    let header = if file.len() > 0x4000 { 12 } else { 11 };
    assert_eq!(mended(&file[header..]), file, "the header is understood");
    let kept = vec![map("one", 6).save()];
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
                let mut ours = AutoCommit::load(&kept[0]).unwrap();
                ours.load_incremental(&taken.bytes).unwrap();
                sound += 1;
            }
            Some(other) => panic!("{other:?}"),
        }
    }
    println!("refused {refused}, sound {sound}, died {died}");
    assert!(refused > 1000 && died < 200, "refused {refused}, sound {sound}, died {died}");
}
