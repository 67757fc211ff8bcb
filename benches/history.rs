//! The timeline of a map with 50,000 changes, natively: opening it, and jumping to a moment.

#[path = "maps/edits.rs"]
mod edits;
// Each bench builds some of these maps.
#[allow(dead_code)]
mod maps;

use criterion::Criterion;
use maps::Shape;
use parcours::model::timeline::{Past, Point};
use std::hint::black_box;

const CHANGES: usize = 50_000;
/// 1,000 cards.
const SHAPE: Shape = Shape { lanes: 10, steps: 20, cards: 5 };

/// The saved map.
fn file() -> Result<Vec<u8>, String> {
    let mut map = maps::build(SHAPE).map_err(|_| "the bench map was refused".to_owned())?;
    edits::edit(&mut map, CHANGES)?;
    Ok(map.session.save())
}

fn main() -> Result<(), String> {
    let mut criterion = Criterion::default().configure_from_args();
    let chunks = [file()?];
    let open = || Past::open(&chunks).map_err(|reason| reason.to_string());
    let mut past = open()?;
    let line = past.timeline();
    let moment = |at: usize| Point::Moment(line.moments[at % line.moments.len()].change.clone());
    let mut group = criterion.benchmark_group("50,000 changes");
    group.sample_size(10);
    group.bench_function("open the timeline", |bench| {
        bench.iter(|| black_box(open().map(|mut past| past.timeline())));
    });
    group.bench_function("to the next moment", |bench| {
        let mut at = 0;
        bench.iter(|| {
            at += 1;
            black_box(past.map_at(&moment(at)))
        });
    });
    group.bench_function("jump to any moment", |bench| {
        let mut at = 0;
        bench.iter(|| {
            at += line.moments.len() / 2 + 7;
            black_box(past.map_at(&moment(at)))
        });
    });
    group.finish();
    criterion.final_summary();
    Ok(())
}
