//! The headers on top: stages spanning their steps, and the steps where a stage is divided.

use super::drag::Dragging;
use super::edge::Edge;
use super::editor::NameEditor;
use super::facts::{HeadFacts, facts};
use super::news::{NewsMark, news};
use super::paths::PathBand;
use super::sign::SignMark;
use super::state::{Board, Editing, Target};
use crate::geometry::spot::Spot;
use crate::model::map::Column;
use crate::model::{Id, Thing};
use crate::ui::attribute::px;
use crate::ui::boxed::{For, Show};
use crate::ui::memo::{Memo, flag, memo};
use crate::ui::mirror::Mark;
use crate::ui::names;
use crate::ui::panels::choices::ChoiceMark;
use crate::ui::prelude::*;
use crate::ui::selection::dom_id;

/// The header rows, sticking to the top.
#[component]
pub fn Head(
    /// The columns in view.
    columns: Memo<Vec<Column>>,
) -> AnyView {
    let board = expect_context::<Board>();
    let shell = board.shell;
    let stages = memo(move || {
        let mut stages: Vec<Id> = columns.get().iter().map(|column| column.stage).collect();
        let mut seen = std::collections::HashSet::new();
        stages.retain(|stage| seen.insert(*stage));
        stages
    });
    let divided = flag(move || {
        columns.track();
        shell.mirror.watch(Mark::Any, |map| super::grid::head_rows(map) == 2)
    });
    let naming = flag(move || {
        let target = board.editing.get().map(|editing| editing.target);
        matches!(target, Some(Target::Name(Thing::Stage(_) | Thing::Step(_))))
    });
    view! {
        <div
            class="board-head"
            class:divided=divided
            class:naming=naming
            role="rowgroup"
        >
            <div class="head-row" role="row" aria-rowindex="1">
                <div class="corner" role="columnheader" aria-colindex="1">
                    {move || shell.t().board.stages}
                </div>
                <For
                    each=move || stages.get()
                    key=|stage| *stage
                    children=|stage| view! { <StageHead stage=stage /> }
                />
            </div>
            <Show when=move || divided.get()>
                <div class="head-row steps" role="row" aria-rowindex="2">
                    <div class="corner" role="columnheader" aria-colindex="1">
                        {move || shell.t().board.steps}
                    </div>
                    <For
                        each=move || columns.get()
                        key=|column| *column
                        children=|column| {
                            column.step.map(|step| view! { <StepHead column=column step=step /> }).into_any()
                        }
                    />
                </div>
            </Show>
            <PathBand />
        </div>
    }
}

/// A header cell that is named in place.
#[component]
fn HeadCell(
    /// Where it is.
    spot: Spot,
    /// What it names.
    thing: Thing,
    /// Its class.
    class: &'static str,
    /// Left edge, px.
    left: Signal<f64>,
    /// Width, px.
    width: Signal<f64>,
    /// Its column and how many it spans.
    span: Signal<(usize, usize)>,
    /// Whether it is seen at all.
    #[prop(into)]
    seen: Signal<bool>,
) -> AnyView {
    let board = expect_context::<Board>();
    let dragging = expect_context::<Dragging>();
    let shell = board.shell;
    let name = memo(move || {
        shell.mirror.watch(Mark::Thing(thing), |map| names::of(shell.t(), map, thing))
    });
    let editing = flag(move || {
        board.editing.get().is_some_and(|editing| editing.target == Target::Name(thing))
    });
    let chosen = flag(move || board.spot.get() == Some(spot));
    view! {
        <div
            id=dom_id(spot)
            class=class
            role="columnheader"
            aria-label=move || name.get()
            aria-description=move || {
                let mut said: Vec<String> = Vec::new();
                said.extend(news(shell, thing).map(|news| news.word(shell.t()).to_owned()));
                said.extend(facts(board, spot).words());
                said.extend(super::leads::words(board, spot));
                (!said.is_empty()).then(|| said.join(", "))
            }
            class:optional=move || facts(board, spot).optional
            aria-colindex=move || span.get().0 + 2
            aria-colspan=move || span.get().1
            tabindex=move || if chosen.get() { "0" } else { "-1" }
            class:chosen=chosen
            class:unseen=move || !seen.get()
            style:left=move || px(left.get())
            style:width=move || px(width.get())
            on:focus=move |_| board.select(spot)
            on:dblclick=move |_| {
                board.open(Editing { target: Target::Name(thing), replace: false })
            }
            on:pointerdown=move |event| dragging.begin(&event, spot)
        >
            <div class="head-line">
                {move || {
                    if editing.get() {
                        view! { <NameEditor thing=thing spot=spot /> }.into_any()
                    } else {
                        view! { <span class="head-name">{move || name.get()}</span> }.into_any()
                    }
                }}
                <SignMark thing=thing />
                <NewsMark thing=thing />
                <ChoiceMark thing=thing />
            </div>
            <HeadFacts spot=spot />
            <Edge spot=spot />
        </div>
    }
}

#[component]
fn StageHead(stage: Id) -> AnyView {
    let board = expect_context::<Board>();
    let span = Signal::derive(move || {
        board.laid.track();
        board.shell.mirror.watch(Mark::Shape, |map| {
            let first = map.columns.iter().position(|c| c.stage == stage).unwrap_or(0);
            (first, map.columns.iter().filter(|c| c.stage == stage).count())
        })
    });
    let left = Signal::derive(move || {
        let place = span.get().0;
        board.frame.get().header + board.columns(|columns| columns.left(place))
    });
    let width = Signal::derive(move || {
        let (first, count) = span.get();
        board.columns(|columns| columns.left(first + count) - columns.left(first))
    });
    view! {
        <HeadCell
            spot=Spot::Stage(stage)
            thing=Thing::Stage(stage)
            class="stage-head"
            left=left
            width=width
            span=span
            seen=true
        />
    }
}

#[component]
fn StepHead(column: Column, step: Id) -> AnyView {
    let board = expect_context::<Board>();
    let left = Signal::derive(move || board.left(column));
    let width = Signal::derive(move || board.width(column));
    let span = Signal::derive(move || (board.place_of(column), 1));
    let seen = Signal::derive(move || {
        board.shell.mirror.watch(Mark::Shape, |_| ());
        board.shell.mirror.watch(Mark::Thing(Thing::Step(step)), |map| !map.is_plain(column.stage))
    });
    view! {
        <HeadCell
            spot=Spot::Step(step)
            thing=Thing::Step(step)
            class="step-head"
            left=left
            width=width
            span=span
            seen=seen
        />
    }
}
