//! What must hold whatever five people do with copies of one map: told at random, many times over.
//!
//! `PARCOURS_SEEDS` sets how many stories are told, `PARCOURS_SEED` tells a single one.

#[path = "story/bin.rs"]
mod bin;
#[path = "story/random.rs"]
mod random;
#[path = "story/reach.rs"]
mod reach;
mod story;
#[path = "story/world.rs"]
mod world;

use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Mutex;
use std::sync::atomic::{AtomicU64, Ordering};
use world::{EDITS, World};

const PEERS: usize = 5;
const TURNS: usize = 300;
const SEEDS: u64 = 1000;

fn tell(seed: u64, anew: bool) -> BTreeMap<&'static str, usize> {
    let mut world = World::new(seed, PEERS);
    for _ in 0..TURNS {
        world.turn(anew);
    }
    world.end();
    world.taken
}

#[test]
fn copies_edited_apart_and_merged_in_any_order_are_the_same_map_and_nothing_is_lost() {
    if let Some(seed) = std::env::var("PARCOURS_SEED").ok().and_then(|seed| seed.parse().ok()) {
        tell(seed, true);
        return;
    }
    let seeds = random::seeds(SEEDS);
    let next = AtomicU64::new(seeds.start);
    let (failed, taken) = (Mutex::new(Vec::new()), Mutex::new(BTreeMap::new()));
    let work = || {
        loop {
            let seed = next.fetch_add(1, Ordering::Relaxed);
            if seed >= seeds.end {
                break;
            }
            match catch_unwind(AssertUnwindSafe(|| tell(seed, false))) {
                Ok(counts) => {
                    let mut taken = taken.lock().unwrap();
                    for (name, count) in counts {
                        *taken.entry(name).or_insert(0) += count;
                    }
                }
                Err(_) => {
                    eprintln!("seed {seed} failed");
                    failed.lock().unwrap().push(seed);
                }
            }
            if seed % 5000 == 4999 {
                println!("{} stories", seed + 1);
            }
        }
    };
    let threads = std::thread::available_parallelism().map_or(2, usize::from);
    std::thread::scope(|scope| (0..threads).for_each(|_| drop(scope.spawn(work))));
    let failed = failed.into_inner().unwrap();
    assert!(failed.is_empty(), "{} seeds failed: {failed:?}", failed.len());
    let taken = taken.into_inner().unwrap();
    println!("{} stories: {taken:?}", seeds.end - seeds.start);
    assert!(seeds.end < 100 || taken.len() == EDITS, "some sort of edit was never made: {taken:?}");
}
