//! Load, edit, merge and save of bench maps of 100, 1,000 and 10,000 cards, natively.

mod maps;

use criterion::{BatchSize, Criterion};
use maps::{BenchMap, Shape, build};
use parcours::model::edit::{Edit, Splice, TextOf};
use parcours::model::ids::Seeded;
use parcours::model::{Id, Thing};
use parcours::session::{Opened, Session};
use std::hint::black_box;

const SIZES: [(&str, Shape); 3] = [
    ("100", Shape { lanes: 5, steps: 10, cards: 2 }),
    ("1,000", Shape { lanes: 10, steps: 20, cards: 5 }),
    ("10,000", Shape { lanes: 20, steps: 50, cards: 10 }),
];

/// One word typed at the start of a card.
fn typed(card: Id) -> Edit {
    let splice = Splice { at: 0, delete: 0, insert: "parcel ".into() };
    Edit::EditText { of: TextOf::Of(Thing::Card(card)), splices: vec![splice] }
}

fn reopened(file: &[u8], seed: u64) -> Result<(Session, Seeded), String> {
    let mut source = Seeded::new(seed);
    match Session::open(&[file.to_vec()], &mut source) {
        Ok(Opened { session, .. }) => Ok((session, source)),
        Err(unreadable) => Err(format!("a map just saved does not open: {unreadable:?}")),
    }
}

fn measure(criterion: &mut Criterion, size: &str, shape: Shape) -> Result<(), String> {
    let BenchMap { mut session, cards } =
        build(shape).map_err(|refused| format!("the bench map was refused: {refused:?}"))?;
    let file = session.save();
    let card = cards[cards.len() / 2];
    let (mut edited, mut source) = reopened(&file, 2)?;
    let (mut theirs, mut their_source) = reopened(&file, 3)?;
    let (mut ours, _) = reopened(&file, 4)?;
    let mut group = criterion.benchmark_group(format!("{size} cards"));
    group.sample_size(10);
    group.bench_function("load", |bench| bench.iter(|| black_box(reopened(&file, 1))));
    group.bench_function("edit", |bench| {
        bench.iter(|| black_box(edited.apply(typed(card), 0, &mut source)));
    });
    group.bench_function("merge of one change", |bench| {
        bench.iter_batched(
            || theirs.apply(typed(card), 0, &mut their_source).map(|change| change.bytes),
            |bytes| bytes.map(|bytes| black_box(ours.merge_tab(&bytes))),
            BatchSize::PerIteration,
        );
    });
    group.bench_function("save", |bench| bench.iter(|| black_box(session.save())));
    group.finish();
    Ok(())
}

/// What a copy brings that went its own way for 10,000 changes.
fn diverged(criterion: &mut Criterion) -> Result<(), String> {
    let (ours, theirs) = maps::diverged(SIZES[1].1, 10_000)?;
    let (mut base, _) = reopened(&ours, 1)?;
    let (mut copy, _) = reopened(&theirs, 2)?;
    let new = copy.changes_after(&base.heads());
    let mut group = criterion.benchmark_group("a copy of 1,000 cards, 10,000 changes apart");
    group.sample_size(10);
    group.bench_function("shown before it is taken in", |bench| {
        bench.iter_batched(
            || reopened(&ours, 3),
            |ours| ours.map(|(session, _)| session.preview(std::slice::from_ref(&new))),
            BatchSize::PerIteration,
        );
    });
    group.bench_function("taken in", |bench| {
        bench.iter_batched(
            || reopened(&ours, 4),
            |ours| ours.map(|(mut session, mut source)| session.merge_file(&new, &mut source)),
            BatchSize::PerIteration,
        );
    });
    group.bench_function("taken in as a whole file", |bench| {
        bench.iter_batched(
            || reopened(&ours, 5),
            |ours| ours.map(|(mut session, mut source)| session.merge_file(&theirs, &mut source)),
            BatchSize::PerIteration,
        );
    });
    group.finish();
    Ok(())
}

fn main() -> Result<(), String> {
    let mut criterion = Criterion::default().configure_from_args();
    for (size, shape) in SIZES {
        measure(&mut criterion, size, shape)?;
    }
    diverged(&mut criterion)?;
    criterion.final_summary();
    Ok(())
}
