//! The curve as a table: every persona's feeling at every step, for eyes and for screen readers.

use crate::analysis::emotion::Extremes;
use crate::geometry::spot::Spot;
use crate::model::{Id, LaneKind, Map, Thing};
use crate::ui::board::curve::choose;
use crate::ui::board::legend::Sample;
use crate::ui::board::state::Board;
use crate::ui::feelings;
use crate::ui::icons;
use crate::ui::memo::memo;
use crate::ui::mirror::Mark;
use crate::ui::names;
use crate::ui::prelude::*;

/// A cell of the table.
#[derive(Clone, PartialEq)]
struct Felt {
    persona: Id,
    step: Id,
    level: Option<i8>,
    /// Name of the feeling, high or low.
    said: Vec<String>,
}

/// The table.
#[derive(Clone, PartialEq)]
struct Table {
    personas: Vec<String>,
    /// Name of the step, whether it holds a moment of truth, and what each persona feels.
    rows: Vec<(String, bool, Vec<Felt>)>,
}

/// The panel.
#[component]
pub fn Feelings() -> AnyView {
    let board = expect_context::<Board>();
    let shell = board.shell;
    let table = memo(move || {
        // Names of steps and stages are in it too.
        shell.mirror.watch(Mark::Curve, |_| ());
        shell.mirror.watch(Mark::Any, |map| table(board, map))
    });
    view! {
        <p class="panel-hint">{move || shell.t().feelings.table_hint}</p>
        <div class="feelings-scroll">
            {move || {
                let t = shell.t();
                let Table { personas, rows } = table.get();
                let heads = personas.into_iter().enumerate().map(|(number, name)| {
                    view! { <th scope="col"><Sample number=number /> <span>{name}</span></th> }
                });
                let rows = rows.into_iter().map(|(name, star, felt)| {
                    let star = star.then(|| {
                        view! { <span class="feelings-moment">{format!("★ {}", t.board.star_short)}</span> }
                    });
                    let felt = felt.into_iter().map(|felt| cell(board, felt));
                    view! { <tr><th scope="row"><span>{name}</span> {star}</th> {felt.collect_view()}</tr> }
                });
                view! {
                    <table class="feelings-table">
                        <thead><tr><th scope="col">{t.board.steps}</th> {heads.collect_view()}</tr></thead>
                        <tbody>{rows.collect_view()}</tbody>
                    </table>
                }
            }}
        </div>
    }
}

fn cell(board: Board, felt: Felt) -> AnyView {
    let (t, locale) = (board.shell.t(), board.shell.locale.get());
    let Felt { persona, step, level, said } = felt;
    let go = move |_| {
        let curve = |id: &&Id| {
            board
                .shell
                .mirror
                .read(|m| m.lanes.get(*id).is_some_and(|l| l.kind == LaneKind::Emotions))
        };
        let lane = board.shell.mirror.read(|map| map.rows.clone()).iter().find(curve).copied();
        choose(board, persona);
        if let Some(lane) = lane {
            board.go(Spot::Cell { lane, step, card: None });
        }
    };
    let shown = match level {
        Some(level) => {
            let words = format!("{} {}", locale.level(level), feelings::word(t, level));
            view! { <icons::Glyph icon=feelings::face(level) /> <span>{words}</span> }.into_any()
        }
        None => view! { <span class="feelings-none">{t.board.no_feeling}</span> }.into_any(),
    };
    view! {
        <td>
            <button type="button" class="feelings-cell" on:click=go>
                {shown}
                <span class="feelings-said">{said.join(", ")}</span>
            </button>
        </td>
    }
}

fn table(board: Board, map: &Map) -> Table {
    let t = board.shell.t();
    let steps = map.columns.iter().filter_map(|column| column.step);
    let extremes: Vec<Extremes> = map.cast.iter().map(|id| Extremes::of(map, *id)).collect();
    let rows = steps.map(|step| {
        let felt = map.cast.iter().zip(&extremes).map(|(persona, extremes)| {
            let found = map.feeling(*persona, step);
            let name = feelings::name(t, &found.name);
            let mut said: Vec<String> = Vec::new();
            said.extend((!name.is_empty()).then(|| name.to_owned()));
            let peak = found.level.and_then(|level| extremes.peak(level));
            said.extend(peak.map(|peak| feelings::peak(t, peak).1.to_owned()));
            Felt { persona: *persona, step, level: found.level, said }
        });
        (names::column(t, map, step), map.has_star(step), felt.collect())
    });
    let name = |id: &Id| names::of(t, map, Thing::Persona(*id));
    Table { personas: map.cast.iter().map(name).collect(), rows: rows.collect() }
}
