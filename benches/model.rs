//! Load, edit, merge and save of maps with 100, 1,000 and 10,000 cards.

use criterion::{BatchSize, Criterion};
use parcours::model::draft::{CardDraft, Draft, LaneDraft, StageDraft};
use parcours::model::edit::{Edit, Splice, TextOf};
use parcours::model::ids::Seeded;
use parcours::model::{Id, Kind, LaneKind, Thing};
use parcours::session::Session;
use std::hint::black_box;
use std::time::Duration;

/// Lanes × steps × cards a cell.
const SHAPES: [(usize, usize, usize); 3] = [(5, 5, 4), (10, 20, 5), (20, 50, 10)];

fn draft(lanes: usize, steps: usize, cell: usize) -> Draft {
    let lane = |at| LaneDraft { kind: LaneKind::Actions, name: format!("Lane {at}") };
    let stage = |at| StageDraft { name: format!("Stage {at}"), steps: vec![] };
    let cards = (0..lanes * steps * cell).map(|at| CardDraft {
        lane: at / cell / steps,
        stage: at / cell % steps,
        text: format!("Card {at}: the customer compares three offers and asks a friend for advice"),
        ..CardDraft::default()
    });
    Draft {
        title: "Bench".into(),
        personas: vec!["Ada".into()],
        stages: (0..steps).map(stage).collect(),
        lanes: (0..lanes).map(lane).collect(),
        cards: cards.collect(),
        ..Draft::default()
    }
}

fn typed(card: Id) -> Edit {
    let splices = vec![Splice { at: 5, delete: 0, insert: "x".into() }];
    Edit::EditText { of: TextOf::Of(Thing::Card(card)), splices }
}

fn any_card(session: &Session) -> Id {
    session.map().cards.keys().min().copied().unwrap()
}

fn all(c: &mut Criterion) {
    let mut source = Seeded::new(1);
    for (lanes, steps, cell) in SHAPES {
        let mut group = c.benchmark_group(format!("{} cards", lanes * steps * cell));
        group.sample_size(10).warm_up_time(Duration::from_millis(300));
        group.measurement_time(Duration::from_secs(2));
        let first = draft(lanes, steps, cell).to_edit(&mut source);
        let (mut session, _) = Session::create(Kind::Journey, first.clone(), &mut source).unwrap();
        let saved = session.save();
        let card = any_card(&session);

        group.bench_function("make from a draft", |b| {
            b.iter(|| Session::create(Kind::Journey, first.clone(), &mut source).unwrap());
        });
        group.bench_function("load", |b| {
            b.iter(|| Session::open(black_box(std::slice::from_ref(&saved)), &mut source));
        });
        group.bench_function("edit: a letter", |b| {
            // Another card each time, or the one text would grow with the number of samples.
            let mut cards =
                session.map().cards.keys().copied().collect::<Vec<_>>().into_iter().cycle();
            b.iter(|| session.apply(typed(cards.next().unwrap()), 0, &mut source).unwrap());
        });
        group.bench_function("edit: move a card", |b| {
            let map = session.map();
            let (lane, columns) = (map.rows[1], map.columns.clone());
            let mut at = 0;
            b.iter(|| {
                at += 1;
                let step = columns[at % columns.len()].step.unwrap();
                session.apply(Edit::MoveCard { card, lane, step, at: 2 }, 0, &mut source).unwrap()
            });
        });
        group.bench_function("undo and redo", |b| {
            b.iter(|| (session.undo(&mut source), session.redo(&mut source)));
        });
        let mut other = Session::open(&[session.save()], &mut source).unwrap().session;
        group.bench_function("merge: a letter from another tab", |b| {
            let letter =
                |from: &mut Session| from.apply(typed(card), 1, &mut Seeded::new(2)).unwrap().bytes;
            b.iter_batched(
                || letter(&mut other),
                |bytes| session.merge_tab(&bytes).unwrap(),
                BatchSize::PerIteration,
            );
        });
        group.bench_function("merge: a file with 100 edits", |b| {
            b.iter_batched(
                || {
                    let seed = Seeded::new(source.bits());
                    let mut theirs = seed;
                    let mut copy =
                        Session::open(std::slice::from_ref(&saved), &mut theirs).unwrap().session;
                    let heads = copy.heads();
                    for _ in 0..100 {
                        copy.apply(typed(card), 0, &mut theirs).unwrap();
                    }
                    let ours =
                        Session::open(std::slice::from_ref(&saved), &mut theirs).unwrap().session;
                    (ours, copy.changes_after(&heads), theirs)
                },
                |(mut ours, bytes, mut source)| ours.merge_file(&bytes, &mut source).unwrap(),
                BatchSize::PerIteration,
            );
        });
        group.bench_function("save", |b| b.iter(|| black_box(session.save())));
        group.finish();
    }
}

fn main() {
    let mut criterion = Criterion::default().configure_from_args();
    all(&mut criterion);
    criterion.final_summary();
}
