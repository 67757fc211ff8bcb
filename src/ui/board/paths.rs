//! Loops and alternative paths: arrows that run below the step headers, with their conditions.

use super::state::Board;
use crate::geometry::arrows::{Arrow, arrows, height, way};
use crate::geometry::columns::Columns;
use crate::geometry::spot;
use crate::i18n::{Messages, fill};
use crate::model::path::{Path, PathKind};
use crate::model::{Id, Map, Thing};
use crate::ui::actions::details::open;
use crate::ui::attribute::px;
use crate::ui::memo::memo;
use crate::ui::mirror::Mark;
use crate::ui::names;
use crate::ui::prelude::*;

/// What is written at an arrow: its condition, else what it is.
pub fn said(t: &Messages, path: &Path) -> String {
    let p = t.paths;
    let (sign, word) = match path.kind {
        PathKind::Loop => ("↩", p.loop_short),
        PathKind::Alternative => ("↪", p.alternative_short),
    };
    let condition = path.condition.trim();
    if condition.is_empty() { format!("{sign} {word}") } else { format!("{sign} {condition}") }
}

/// The paths that leave a step in words, for those who see no arrows.
pub fn described(board: Board, map: &Map, step: Id) -> Vec<String> {
    let t = board.shell.t();
    let mut words = Vec::new();
    for path in map.paths_from(step) {
        let Some(found) = map.paths.get(&path) else { continue };
        let form = match found.kind {
            PathKind::Loop => t.paths.loop_to,
            PathKind::Alternative => t.paths.alternative_to,
        };
        let to = fill(form, &[&names::column(t, map, found.to)]);
        let condition = found.condition.trim();
        words.push(if condition.is_empty() { to } else { t.told(&to, condition) });
    }
    words
}

/// The band of arrows; nothing where there are none.
#[component]
pub fn PathBand() -> AnyView {
    let board = expect_context::<Board>();
    let shell = board.shell;
    let found = memo(move || {
        let all = shell.mirror.watch(Mark::Paths, arrows);
        shell.mirror.watch(Mark::Paths, |map| {
            all.into_iter()
                .filter_map(|arrow| {
                    let path = map.paths.get(&arrow.path)?;
                    Some((arrow, path.kind == PathKind::Loop, said(shell.t(), path)))
                })
                .collect::<Vec<_>>()
        })
    });
    let tall =
        move || found.with(|all| height(&all.iter().map(|(arrow, ..)| *arrow).collect::<Vec<_>>()));
    view! {
        {move || {
            let tall = tall();
            (tall > 0.0).then(|| {
                view! {
                    <div class="path-band" aria-hidden="true" style:height=px(tall)>
                        <svg
                            class="paths"
                            style:left=move || px(board.frame.get().header)
                            style:width=move || px(board.columns(Columns::width))
                            style:height=px(tall)
                        >
                            {move || {
                                board.laid.track();
                                let (first, end) = board.span_in_view();
                                found
                                    .get()
                                    .into_iter()
                                    .filter(|(arrow, ..)| {
                                        arrow.from.min(arrow.to) <= end
                                            && arrow.from.max(arrow.to) >= first
                                    })
                                    .map(|(arrow, back, said)| drawn(board, &arrow, back, said))
                                    .collect_view()
                            }}
                        </svg>
                    </div>
                }
            })
        }}
    }
}

fn drawn(board: Board, arrow: &Arrow, back: bool, said: String) -> AnyView {
    let (from, to) = (board.middle(arrow.from).0, board.middle(arrow.to).0);
    let (way, y) = way(arrow, from, to, 0.0);
    let path = arrow.path;
    let go = move |_| {
        let step = board.shell.mirror.read(|map| map.paths.get(&path).map(|path| path.from));
        let spot =
            step.and_then(|step| board.shell.mirror.read(|map| spot::of(map, Thing::Step(step))));
        if let Some(spot) = spot {
            board.go(spot);
            open(board, ".path-line input");
        }
    };
    view! {
        <g class="path-arrow" class:back=back on:click=go>
            <path class="path-way" d=way></path>
            <text class="path-said" x=(from + to) / 2.0 y=y + 4.0>{said}</text>
        </g>
    }
}
