//! What is kept is kept: run in a real browser, since nothing else has IndexedDB.
//!
//! `cargo test --target wasm32-unknown-unknown --lib browser`, with `wasm-bindgen-test-runner` as the
//! target's runner and `CHROMEDRIVER` set.

use super::*;
use crate::model::Source;
use gloo_timers::future::TimeoutFuture;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

const SOON: Durability = Durability::Relaxed;

fn heads(name: &str) -> Vec<String> {
    vec![name.to_string()]
}

async fn fresh() -> (Database, String) {
    (open(|_| {}).await.unwrap(), Clock.id().to_string())
}

async fn increment(database: &Database, slot: &str, bytes: &[u8]) -> Result<(), StorageError> {
    database.append(slot, ChunkKind::Increment, bytes, &heads("h"), SOON).await
}

/// The lock of a compaction is given back by an event of its own.
async fn compacted(database: &Database, slot: &str, snapshot: &'static [u8]) -> Compacted {
    TimeoutFuture::new(20).await;
    let rebuild = |_| async move { Ok((snapshot.to_vec(), heads("all"))) };
    database.compact(slot, rebuild).await.unwrap()
}

#[wasm_bindgen_test]
async fn chunks_are_kept_once_and_set_aside_when_unreadable() {
    let (database, slot) = fresh().await;
    increment(&database, &slot, b"one").await.unwrap();
    increment(&database, &slot, b"one").await.unwrap();
    let snapshot = ChunkKind::Snapshot;
    database.append(&slot, snapshot, b"two", &heads("h"), Durability::Strict).await.unwrap();

    let found = database.chunks(&slot).await.unwrap();
    assert_eq!(found.iter().map(|chunk| &chunk.bytes[..]).collect::<Vec<_>>(), [b"two", b"one"]);
    assert!(found.iter().all(|chunk| chunk.intact && !chunk.superseded));

    database.quarantine(&slot, &found[1], "no change").await.unwrap();
    assert_eq!(database.chunks(&slot).await.unwrap().len(), 1);
    assert_eq!(database.quarantined(&slot).await.unwrap()[0].bytes, b"one");
}

#[wasm_bindgen_test]
async fn a_map_is_listed_by_its_chunks_alone_and_its_row_leaves_the_bin_be() {
    let (database, slot) = fresh().await;
    increment(&database, &slot, b"one").await.unwrap();
    let listed = async || {
        let all = database.list().await.unwrap();
        all.into_iter().find(|listed| listed.slot == slot)
    };
    assert!(listed().await.is_some_and(|listed| !listed.known && listed.title.is_empty()));

    database.set_binned(&slot, Some(7)).await.unwrap();
    let row = Listed { slot: slot.clone(), title: "Été".into(), edited: 9, ..Listed::default() };
    database.put_listed(&row).await.unwrap();
    let shown = listed().await.unwrap();
    assert_eq!(shown, Listed { binned: Some(7), known: true, ..row });
}

#[wasm_bindgen_test]
async fn of_a_large_map_a_part_is_read_first_and_then_all() {
    let (database, slot) = fresh().await;
    let all = View { heads: heads("h"), bytes: vec![1, 2, 3], is_part: false };
    let first = View { bytes: vec![1], is_part: true, ..all.clone() };
    database.put_view(&slot, Some(&first), &all).await.unwrap();
    assert_eq!(database.view(&slot).await, Ok(Some(first)));
    assert_eq!(database.whole_view(&slot).await, Ok(Some(all.clone())));

    database.put_view(&slot, None, &all).await.unwrap();
    assert_eq!(database.view(&slot).await, Ok(Some(all)), "it became smaller");
    assert_eq!(database.whole_view(&slot).await, Ok(None));
}

#[wasm_bindgen_test]
async fn a_map_deleted_for_good_can_not_come_back() {
    let (database, slot) = fresh().await;
    increment(&database, &slot, b"one").await.unwrap();
    let all = View { heads: heads("h"), bytes: vec![1, 2, 3], is_part: false };
    let first = View { bytes: vec![1], is_part: true, ..all.clone() };
    database.put_view(&slot, Some(&first), &all).await.unwrap();

    database.remove(&slot).await.unwrap();
    assert!(database.list().await.unwrap().iter().all(|listed| listed.slot != slot));
    assert_eq!(database.view(&slot).await, Ok(None));
    assert_eq!(database.whole_view(&slot).await, Ok(None));
    let deleted = Err(StorageError::DeletedElsewhere);
    assert_eq!(increment(&database, &slot, b"late").await, deleted);
    assert_eq!(database.put_view(&slot, None, &all).await, deleted);
    assert_eq!(database.set_binned(&slot, None).await, deleted);
    assert_eq!(database.chunks(&slot).await, Ok(Vec::new()));
}

#[wasm_bindgen_test]
async fn a_snapshot_takes_the_place_of_chunks_and_the_one_before_stays() {
    let (database, slot) = fresh().await;
    for number in 0..201u32 {
        increment(&database, &slot, &number.to_le_bytes()).await.unwrap();
    }
    assert_eq!(database.needs_compaction(&slot).await, Ok(true));
    assert_eq!(compacted(&database, &slot, b"all").await, Compacted::Done(201));
    assert_eq!(database.needs_compaction(&slot).await, Ok(false));

    increment(&database, &slot, b"more").await.unwrap();
    assert_eq!(compacted(&database, &slot, b"all and more").await, Compacted::Done(1));
    assert_eq!(compacted(&database, &slot, b"all and more").await, Compacted::Done(0));
    let now = database.chunks(&slot).await.unwrap();
    let shown: Vec<_> = now.iter().map(|chunk| (&chunk.bytes[..], chunk.superseded)).collect();
    assert_eq!(shown, [(&b"all and more"[..], false), (b"all", true)]);
}

#[wasm_bindgen_test]
async fn of_two_compactions_at_once_one_is_told_so() {
    let (database, slot) = fresh().await;
    let second = Rc::new(RefCell::new(None));
    let (told, other, same) = (second.clone(), database.clone(), slot.clone());
    let rebuild = |_| async move {
        let refused = other.compact(&same, |_| async { Err(String::new()) }).await;
        *told.borrow_mut() = Some(refused);
        Err("not verified".to_string())
    };
    let first = database.compact(&slot, rebuild).await;
    assert_eq!(first, Ok(Compacted::Left("not verified".into())));
    assert_eq!(*second.borrow(), Some(Ok(Compacted::Busy)));
}

#[wasm_bindgen_test]
async fn tabs_hear_each_other() {
    let heard = Rc::new(RefCell::new(Vec::new()));
    let ear = heard.clone();
    let _listener = Tabs::join("map", move |message| ear.borrow_mut().push(message)).unwrap();
    let speaker = Tabs::join("map", |_| {}).unwrap();
    let said = [TabMessage::Changes(vec![1, 2]), TabMessage::Deleted];
    said.iter().for_each(|message| speaker.post(message));
    TimeoutFuture::new(200).await;
    assert_eq!(*heard.borrow(), said);
}

#[wasm_bindgen_test]
fn preferences_are_remembered_and_forgotten() {
    assert!(support::missing().is_empty());
    preferences::set_locale(Some("fr"));
    assert_eq!(preferences::locale().as_deref(), Some("fr"));
    preferences::set_locale(None);
    assert_eq!(preferences::locale(), None);
    let person = preferences::person(&mut Clock);
    assert_eq!(preferences::person(&mut Clock), person);
    let witness = preferences::Witness { title: "Map".into(), heads: heads("h"), at: 1 };
    preferences::set_witness("slot", Some(witness.clone()));
    assert_eq!(preferences::witness("slot"), Some(witness));
}

/// What `app` gets from the boot script, here with a worker of this script.
fn starter(script: &str) -> js_sys::Function {
    let url = format!("URL.createObjectURL(new Blob([`{script}`], {{type: 'text/javascript'}}))");
    js_sys::Function::new_no_args(&format!("return new Worker({url})"))
}

#[wasm_bindgen_test]
async fn a_worker_answers_dies_or_is_stopped_and_the_page_goes_on() {
    let echo = starter("postMessage(null); onmessage = e => postMessage(e.data)");
    let question = (7u32, "hé".to_string());
    assert_eq!(stranger::inspect(&echo, &question, 5000).await, Ok(question));
    let dying = starter("postMessage(null); onmessage = () => { throw new Error('unreachable') }");
    let answer: Result<u32, _> = stranger::inspect(&dying, &1u32, 5000).await;
    assert_eq!(answer, Err(StrangerError::Crashed));
    let endless = starter("postMessage(null); onmessage = () => { for (;;) {} }");
    let answer: Result<u32, _> = stranger::inspect(&endless, &1u32, 300).await;
    assert_eq!(answer, Err(StrangerError::TimedOut));
}
