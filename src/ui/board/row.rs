//! One lane: its header, which sticks to the left, and the cells in view.

use super::cell::CellView;
use super::curve::Curve;
use super::drag::Dragging;
use super::edge::Edge;
use super::editor::NameEditor;
use super::fold::{FoldButton, Folded, is_folded};
use super::legend::{Legend, Scale};
use super::lines::{BlueprintLine, line_word};
use super::metrics::{Chart, ChartScale};
use super::news::{NewsMark, news};
use super::sign::SignMark;
use super::state::{Board, Editing, Target};
use crate::geometry::heights::name_lines;
use crate::geometry::spot::Spot;
use crate::model::map::Column;
use crate::model::{Id, LaneKind, Thing};
use crate::ui::attribute::px;
use crate::ui::boxed::For;
use crate::ui::icons;
use crate::ui::lanes;
use crate::ui::memo::{Memo, flag, memo};
use crate::ui::mirror::Mark;
use crate::ui::names;
use crate::ui::panels::choices::ChoiceMark;
use crate::ui::prelude::*;
use crate::ui::selection::dom_id;

/// The row.
#[component]
pub fn RowView(
    /// Its lane.
    lane: Id,
    /// The columns in view.
    columns: Memo<Vec<Column>>,
) -> AnyView {
    let board = expect_context::<Board>();
    let shell = board.shell;
    let row = memo(move || board.row(lane));
    let kind =
        shell.mirror.read(|map| map.lanes.get(&lane).map_or(LaneKind::Text, |lane| lane.kind));
    let index = move || {
        shell.mirror.watch(Mark::Shape, |map| {
            let at = map.rows.iter().position(|row| *row == lane).unwrap_or(0);
            at + super::grid::head_rows(map) + 1
        })
    };
    // While a lane is filled by less than half each empty cell shows the hint; later only the one in
    // question.
    let bare = flag(move || {
        shell.mirror.watch(Mark::Any, |map| {
            let steps = map.columns.iter().filter_map(|column| column.step);
            let filled = steps.filter(|step| !map.cell(lane, *step).is_empty()).count();
            filled * 2 < map.columns.len() && shell.mirror.is_whole()
        })
    });
    let folded = flag(move || row.get().is_some_and(|row| row.folded));
    let cells = move || {
        if folded.get() {
            return view! { <Folded lane=lane columns=columns /> };
        }
        if kind == LaneKind::Emotions {
            return view! { <Curve lane=lane columns=columns /> };
        }
        let chart = (kind == LaneKind::Metrics).then(|| view! { <Chart lane=lane /> });
        view! {
            {chart}
            <For
                each=move || columns.get()
                key=|column| *column
                children=move |column| {
                    column
                        .step
                        .map(|step| {
                            view! { <CellView lane=lane kind=kind column=column step=step bare=bare /> }
                        })
                        .into_any()
                }
            />
        }
    };
    view! {
        <div
            class="row"
            class:folded=folded
            role="row"
            data-kind=kind.word()
            aria-rowindex=index
            style:top=move || row.get().map(|row| px(row.top))
            style:height=move || row.get().map(|row| px(row.height))
        >
            <LaneHead lane=lane kind=kind />
            {cells}
            <BlueprintLine lane=lane />
        </div>
    }
}

/// Whether a scale stands below the lane's name.
fn is_scaled(kind: LaneKind) -> bool {
    matches!(kind, LaneKind::Emotions | LaneKind::Metrics)
}

#[component]
fn LaneHead(lane: Id, kind: LaneKind) -> AnyView {
    let board = expect_context::<Board>();
    let dragging = expect_context::<Dragging>();
    let shell = board.shell;
    let (spot, thing) = (Spot::Lane(lane), Thing::Lane(lane));
    let name = memo(move || {
        shell.mirror.watch(Mark::Thing(thing), |map| names::of(shell.t(), map, thing))
    });
    let editing = flag(move || {
        board.editing.get().is_some_and(|editing| editing.target == Target::Name(thing))
    });
    let chosen = flag(move || board.spot.get() == Some(spot));
    // Beside a scale there is room for three; elsewhere for what its row was made for.
    let lines = move || match board.row(lane) {
        Some(row) if row.folded || !is_scaled(kind) => name_lines(row.height),
        _ => 3,
    };
    // What is seen beside the name.
    let description = move || {
        let t = shell.t();
        let line = line_word(board, lane);
        let said = [
            news(shell, thing).map(|news| news.word(t).to_owned()),
            (!line.is_empty()).then_some(line),
        ];
        let said: Vec<String> = said.into_iter().flatten().collect();
        (!said.is_empty()).then(|| said.join(", "))
    };
    view! {
        <div
            id=dom_id(spot)
            class="lane-head"
            role="rowheader"
            aria-label=move || name.get()
            aria-description=description
            aria-colindex="1"
            data-lane=lane.to_string()
            tabindex=move || if chosen.get() { "0" } else { "-1" }
            class:chosen=chosen
            style:width=move || px(board.frame.get().header)
            style:--name-lines=move || lines().to_string()
            on:focus=move |_| board.select(spot)
            on:dblclick=move |_| {
                board.open(Editing { target: Target::Name(thing), replace: false })
            }
            on:pointerdown=move |event| dragging.begin(&event, spot)
        >
            <span class="lane-name">
                <icons::Glyph icon=lanes::icon(kind) />
                {move || {
                    if editing.get() {
                        view! { <NameEditor thing=thing spot=spot /> }.into_any()
                    } else {
                        view! {
                            <span class="head-name" title=move || name.get()>
                                {move || name.get()}
                            </span>
                        }
                            .into_any()
                    }
                }}
                <FoldButton lane=lane />
            </span>
            <SignMark thing=thing />
            <NewsMark thing=thing />
            <ChoiceMark thing=thing />
            <Edge spot=spot />
            {move || match kind {
                _ if is_folded(board, lane) => ().into_any(),
                LaneKind::Emotions => view! { <Scale /><Legend /> },
                LaneKind::Metrics => view! { <ChartScale lane=lane /> },
                _ => ().into_any(),
            }}
        </div>
    }
}
