//! Two copies of a bench map far apart, and how long taking in the one takes the other:
//! `bench_merge write OURS THEIRS`, `bench_merge time OURS THEIRS` (prints the median, in ms).

// Each bench builds some of these maps.
#[allow(dead_code)]
#[path = "../benches/maps/mod.rs"]
mod maps;

use parcours::model::ids::Seeded;
use parcours::session::Session;
use std::time::Instant;

const SHAPE: maps::Shape = maps::Shape { lanes: 10, steps: 20, cards: 5 };
const CHANGES: usize = 10_000;
const ROUNDS: usize = 7;

fn main() -> Result<(), String> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [what, ours, theirs] = arguments.as_slice() else {
        return Err("bench_merge write|time OURS THEIRS".to_owned());
    };
    if what == "write" {
        let files = maps::diverged(SHAPE, CHANGES)?;
        let write = |path, bytes| std::fs::write(path, bytes).map_err(|error| error.to_string());
        write(ours, &files.0)?;
        return write(theirs, &files.1);
    }
    let read = |path| std::fs::read(path).map_err(|error| error.to_string());
    let (ours, theirs) = (read(ours)?, read(theirs)?);
    let mut times = Vec::new();
    for seed in 0..ROUNDS as u64 {
        let mut source = Seeded::new(seed);
        let opened = Session::open(std::slice::from_ref(&ours), &mut source);
        let mut session = opened.map_err(|error| error.to_string())?.session;
        let start = Instant::now();
        let merged = session.merge_file(&theirs, &mut source);
        times.push(start.elapsed().as_secs_f64() * 1000.0);
        merged.map_err(|error| format!("{error:?}"))?;
    }
    times.sort_by(f64::total_cmp);
    println!("{:.1}", times[ROUNDS / 2]);
    Ok(())
}
