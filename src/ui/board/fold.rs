//! A lane folded to one line: how much stands in it, and the way to unfold it.

use super::state::Board;
use crate::analysis::shown::toggle;
use crate::geometry::spot::Spot;
use crate::i18n::fill;
use crate::model::map::Column;
use crate::model::{Id, LaneKind, Map, Thing};
use crate::ui::attribute::px;
use crate::ui::boxed::{For, Show};
use crate::ui::icons;
use crate::ui::memo::{Memo, memo};
use crate::ui::mirror::Mark;
use crate::ui::names;
use crate::ui::prelude::*;
use crate::ui::selection::dom_id;
use crate::ui::widgets::menu::{Entry, Menu};

/// Whether a lane is folded; watches it.
pub fn is_folded(board: Board, lane: Id) -> bool {
    board.shown.with(|shown| shown.folded.contains(&lane))
}

/// Folds and unfolds, in the lane's header.
#[component]
pub fn FoldButton(
    /// The lane.
    lane: Id,
) -> AnyView {
    let board = expect_context::<Board>();
    let folded = move || is_folded(board, lane);
    let label = move || {
        let p = board.shell.t().paths;
        if folded() { p.unfold } else { p.fold }
    };
    view! {
        <button
            type="button"
            class="fold-button"
            tabindex="-1"
            aria-label=label
            title=label
            aria-expanded=move || if folded() { "false" } else { "true" }
            on:click=move |_| board.show(|shown| toggle(&mut shown.folded, lane))
        >
            <icons::Glyph icon=Signal::derive(move || {
                if folded() { icons::RIGHT } else { icons::DOWN }
            }) />
        </button>
    }
}

/// How many cards stand in a cell; in the emotions lane, how many personas felt something.
fn count(map: &Map, lane: Id, step: Id) -> usize {
    if map.lanes.get(&lane).is_some_and(|lane| lane.kind == LaneKind::Emotions) {
        map.cast.iter().filter(|persona| map.level(**persona, step).is_some()).count()
    } else {
        map.cell(lane, step).len()
    }
}

/// The cells of a folded lane: a count each.
#[component]
pub fn Folded(
    /// The lane.
    lane: Id,
    /// The columns in view.
    columns: Memo<Vec<Column>>,
) -> AnyView {
    view! {
        <For
            each=move || columns.get()
            key=|column| *column
            children=move |column| {
                column.step.map(|step| view! { <Cell lane=lane column=column step=step /> }).into_any()
            }
        />
    }
}

#[component]
fn Cell(lane: Id, column: Column, step: Id) -> AnyView {
    let board = expect_context::<Board>();
    let shell = board.shell;
    let number = memo(move || {
        shell.mirror.watch(Mark::Cell(lane, step), |_| ());
        shell.mirror.watch(Mark::Curve, |map| count(map, lane, step))
    });
    let label = move || {
        let (t, locale) = (shell.t(), shell.locale.get());
        shell.mirror.watch(Mark::Thing(Thing::Lane(lane)), |map| {
            let lane = names::of(t, map, Thing::Lane(lane));
            let cell = fill(t.board.cell_label, &[&lane, &names::column(t, map, step)]);
            t.told(&cell, &locale.count(number.get(), t.library.cards))
        })
    };
    view! {
        <div
            id=dom_id(Spot::Cell { lane, step, card: None })
            class="cell folded-cell"
            role="gridcell"
            aria-label=label
            aria-colindex=move || board.place_of(column) + 2
            tabindex="-1"
            style:left=move || px(board.left(column))
            style:width=move || px(board.width(column))
            on:click=move |_| board.show(|shown| toggle(&mut shown.folded, lane))
        >
            {move || (number.get() > 0).then(|| shell.locale.get().integer(number.get()))}
        </div>
    }
}

/// How many lanes are hidden, and the list from which each is shown again.
#[component]
pub fn HiddenLanes() -> AnyView {
    let board = expect_context::<Board>();
    let shell = board.shell;
    let hidden = memo(move || {
        let hidden = board.shown.with(|shown| shown.hidden.clone());
        shell.mirror.watch(Mark::Shape, |map| {
            map.rows.iter().filter(|lane| hidden.contains(lane)).copied().collect::<Vec<_>>()
        })
    });
    let entries = Signal::derive(move || {
        let t = shell.t();
        let entry = |lane: Id| Entry {
            label: fill(
                t.paths.show,
                &[&shell.mirror.read(|map| names::of(t, map, Thing::Lane(lane)))],
            ),
            icon: Some(icons::EYE),
            run: Callback::new(move |()| {
                board.show(|shown| {
                    shown.hidden.remove(&lane);
                });
                board.go(Spot::Lane(lane));
            }),
        };
        hidden.get().into_iter().map(entry).collect::<Vec<_>>()
    });
    let label = Signal::derive(move || {
        let count = shell.locale.get().count(hidden.with(Vec::len), shell.t().paths.lanes);
        fill(shell.t().paths.hidden, &[&count])
    });
    view! {
        <Show when=move || hidden.with(|hidden| !hidden.is_empty())>
            <Menu label=label icon=icons::HIDDEN class="quiet" entries=entries />
        </Show>
    }
}
