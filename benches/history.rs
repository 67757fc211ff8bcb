//! The timeline of a map with 50,000 changes, natively: opening it, and jumping to a moment.

mod maps;

use criterion::Criterion;
use maps::{BenchMap, Shape, build};
use parcours::model::edit::{Edit, Splice, TextOf};
use parcours::model::ids::Seeded;
use parcours::model::timeline::{Past, Point};
use parcours::model::{Id, Thing};
use std::hint::black_box;

const CHANGES: usize = 50_000;
/// 1,000 cards.
const SHAPE: Shape = Shape { lanes: 10, steps: 20, cards: 5 };

/// A word typed, a card moved, a star set: in turn.
fn edit(at: usize, cards: &[Id], lanes: &[Id], steps: &[Id]) -> Edit {
    let card = cards[at * 7 % cards.len()];
    match at % 8 {
        0 => {
            let (lane, step) = (lanes[at % lanes.len()], steps[at % steps.len()]);
            Edit::MoveCard { card, lane, step, at: 1 }
        }
        1 => Edit::SetStar { card, star: at % 16 == 1 },
        _ => {
            let splice = Splice { at: 0, delete: usize::from(at % 3 == 0), insert: "a ".into() };
            Edit::EditText { of: TextOf::Of(Thing::Card(card)), splices: vec![splice] }
        }
    }
}

/// The saved map.
fn file() -> Result<Vec<u8>, String> {
    let BenchMap { mut session, cards } =
        build(SHAPE).map_err(|_| "the bench map was refused".to_owned())?;
    let (lanes, columns) = (session.map().rows.clone(), session.map().columns.clone());
    let steps: Vec<Id> = columns.iter().filter_map(|column| column.step).collect();
    let mut source = Seeded::new(9);
    for at in 0..CHANGES {
        let edit = edit(at, &cards, &lanes, &steps);
        session.apply(edit, 0, &mut source).map_err(|_| format!("edit {at} was refused"))?;
    }
    Ok(session.save())
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
