//! Maps that earlier versions wrote, kept in `tests/golden`: they open, read as they did, merge with
//! their copies and with what is edited today. Files are added, never written anew: their bytes are what
//! people have.
//!
//! `PARCOURS_WRITE_GOLDEN=1 cargo test --no-default-features --test golden` writes those that are
//! missing, each with what it reads as.

#[path = "story/outline.rs"]
mod outline;
#[path = "golden/write.rs"]
mod write;

use outline::outline;
use parcours::model::check::{Finding, check};
use parcours::model::edit::{Edit, TextOf};
use parcours::model::ids::Seeded;
use parcours::model::{Source, Thing};
use parcours::session::Session;
use parcours::worker::{Answer, Request, answer};
use std::fs;
use std::path::{Path, PathBuf};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden")
}

/// The kept files by name, with what they are to read as.
fn kept() -> Vec<(String, Vec<u8>, String)> {
    write::write_missing(&folder());
    let mut found = Vec::new();
    for entry in fs::read_dir(folder()).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|end| end == "parcours") {
            let name = path.file_stem().unwrap().to_string_lossy().into_owned();
            let read = fs::read_to_string(path.with_extension("txt")).unwrap();
            found.push((name, fs::read(&path).unwrap(), read));
        }
    }
    found.sort();
    assert!(found.len() >= 8, "files of tests/golden are missing");
    found
}

fn open(bytes: &[u8]) -> Session {
    let opened = Session::open(&[bytes.to_vec()], &mut Seeded::new(99)).unwrap();
    assert!(opened.broken.is_empty() && opened.waiting == 0);
    opened.session
}

fn assert_sound(session: &Session, name: &str) {
    let broken = check(session.map()).into_iter().filter(|f| matches!(f, Finding::Broken(_)));
    let broken: Vec<Finding> = broken.collect();
    assert!(broken.is_empty(), "{name}: {broken:?}");
}

#[test]
fn kept_maps_open_and_read_as_they_did() {
    for (name, bytes, read) in kept() {
        let session = open(&bytes);
        assert_eq!(outline(&session), read, "{name}");
        assert_sound(&session, &name);
        let looked = answer(&Request::Look { file: bytes, confirmed: false });
        assert!(matches!(looked, Answer::Looked(_)), "{name}: {looked:?}");
    }
}

#[test]
fn kept_maps_are_saved_without_dropping_anything() {
    for (name, bytes, read) in kept() {
        let mut session = open(&bytes);
        let heads = session.heads();
        let saved = session.save();
        let mut again = open(&saved);
        assert_eq!((again.heads(), outline(&again)), (heads, read), "{name}");
    }
}

#[test]
fn kept_copies_of_one_map_merge_in_either_order_to_the_same() {
    let all = kept();
    let mut pairs = 0;
    for (one, first, _) in &all {
        for (two, second, _) in &all {
            let (mut a, mut b) = (open(first), open(second));
            if one >= two || a.lineage() != b.lineage() {
                continue;
            }
            pairs += 1;
            a.merge_tab(second).unwrap();
            b.merge_tab(first).unwrap();
            assert_eq!(a.map(), b.map(), "{one} and {two}");
            assert_eq!(*open(&a.save()).map(), *a.map(), "{one} and {two}");
            assert_sound(&a, one);
        }
    }
    assert!(pairs > 5, "{pairs} pairs of copies");
}

#[test]
fn kept_maps_merge_with_what_is_edited_today() {
    for (name, bytes, _) in kept() {
        let mut source = Seeded::new(7);
        let mut session = open(&bytes);
        let before = session.map().clone();
        if before.read_only {
            continue;
        }
        let (stage, step, card) = (source.id(), source.id(), source.id());
        let lane = before.rows[0];
        let edits = vec![
            Edit::AddStage { stage, step, name: "Today".into(), at: 0 },
            Edit::AddCard {
                card,
                lane,
                step,
                at: 0,
                text: "written today".into(),
                star: true,
                channel: None,
            },
            Edit::SetText { of: TextOf::Title, text: format!("{} today", before.title) },
        ];
        session.apply(Edit::Several(edits), 0, &mut source).unwrap();
        let today = session.map().clone();

        // Into the map as it was kept, and back.
        let mut old = open(&bytes);
        let merged = old.merge_file(&session.save(), &mut source).unwrap();
        assert_eq!(old.map().title, today.title, "{name}");
        assert_eq!(old.map().cards, today.cards, "{name}");
        old.undo_merge(merged.merge.unwrap(), &mut source).unwrap();
        assert_eq!(old.map().title, before.title, "{name}");
        assert!(old.map().cards[&card].deleted.is_some(), "{name}");
        assert!(session.merge_tab(&bytes).unwrap().bytes.is_empty(), "{name}: nothing new in it");

        // What is in the bin can be taken out, whichever version put it there.
        for thing in session.deleted() {
            session.apply(Edit::Restore(thing), 0, &mut source).unwrap();
        }
        assert_eq!(session.deleted(), Vec::<Thing>::new(), "{name}");
    }
}
