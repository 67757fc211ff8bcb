//! One line of the table: a card with its place and what it bears.

use super::facets;
use crate::analysis::listing::Column;
use crate::analysis::sight::Mode;
use crate::geometry::spot::Spot;
use crate::i18n::Messages;
use crate::model::{Id, Map, Thing};
use crate::ui::actions;
use crate::ui::attribute::px;
use crate::ui::board::news::NewsMark;
use crate::ui::board::rich::CardEditor;
use crate::ui::board::state::{Board, Editing, Target};
use crate::ui::icons;
use crate::ui::memo::{Memo, flag, memo};
use crate::ui::mirror::Mark;
use crate::ui::names;
use crate::ui::panels::choices::ChoiceMark;
use crate::ui::picture::PictureOf;
use crate::ui::prelude::*;
use crate::ui::selection::dom_id;
use crate::ui::widgets::button::Button;

/// The line.
#[component]
pub fn RowView(
    /// The card.
    card: Id,
    /// Its place among the lines, from 0.
    place: Memo<usize>,
    /// The height of a line, px.
    line: RwSignal<f64>,
    /// The columns, of which the first is the text.
    columns: Memo<Vec<Column>>,
) -> AnyView {
    let board = expect_context::<Board>();
    let shell = board.shell;
    let thing = Thing::Card(card);
    // Names of stages, steps and lanes seldom change and are few.
    let words = memo(move || {
        shell.mirror.watch(Mark::Shape, |_| ());
        let t = shell.t();
        shell.mirror.watch(Mark::Thing(thing), |map| {
            columns.with(|columns| {
                columns.iter().map(|column| value(t, map, card, *column)).collect::<Vec<_>>()
            })
        })
    });
    let spot = memo(move || {
        shell.mirror.watch(Mark::Thing(thing), |map| {
            map.cards.get(&card).map(|found| (found.lane, found.step))
        })
    });
    let here = move || spot.get().map(|(lane, step)| Spot::Cell { lane, step, card: Some(card) });
    let chosen = flag(move || {
        board
            .spot
            .with(|spot| matches!(spot, Some(Spot::Cell { card: Some(id), .. }) if *id == card))
    });
    let editing = memo(move || {
        let typed = board.editing.get()?;
        match typed.target {
            Target::Card(id, lane, None) if id == card => Some(lane),
            _ => None,
        }
    });
    let open = move || {
        if let Some((lane, _)) = spot.get_untracked() {
            board.open(Editing { target: Target::Card(card, lane, None), replace: false });
        }
    };
    let lead = Callback::new(move |()| {
        if let Some(there) = untrack(here) {
            board.select(there);
            actions::show_view(board, Mode::Board);
        }
    });
    let cell = move |(at, column): (usize, Column)| {
        view! {
            <div class="table-cell" role="gridcell" data-column=column.word() aria-colindex=at + 1 dir="auto">
                <span class="table-words">
                    {move || words.with(|words| words.get(at).cloned().unwrap_or_default())}
                </span>
            </div>
        }
    };
    let cells = move || columns.get().into_iter().enumerate().skip(1).map(cell).collect_view();
    view! {
        <div
            class="table-row table-line"
            role="row"
            aria-rowindex=move || place.get() + 2
            class:chosen=chosen
            style:top=move || px(place.get() as f64 * line.get())
        >
            <div
                id=move || here().map(dom_id)
                class="table-cell"
                role="gridcell"
                data-place=""
                data-card=card.to_string()
                data-column="text"
                aria-colindex="1"
                tabindex=move || if chosen.get() { "0" } else { "-1" }
                dir="auto"
                on:focus=move |event| {
                    if event.target() == event.current_target() && let Some(spot) = untrack(here) {
                        board.select(spot);
                    }
                }
                on:dblclick=move |_| open()
            >
                <PictureOf thing=thing class="table-picture" />
                {move || match (editing.get(), spot.get_untracked()) {
                    (Some(lane), Some((_, step))) => {
                        view! { <CardEditor card=card lane=lane step=step /> }
                    }
                    _ => {
                        view! {
                            <span class="table-words">
                                {move || words.with(|words| words.first().cloned().unwrap_or_default())}
                            </span>
                        }
                    }
                }}
                <NewsMark thing=thing />
                <ChoiceMark thing=thing />
            </div>
            {cells}
            <div class="table-cell" role="gridcell" data-column="go" aria-colindex=move || columns.with(Vec::len) + 1>
                <Button
                    label=Signal::derive(move || shell.t().views.to_board.to_owned())
                    icon=icons::BOARD
                    bare=true
                    class="quiet"
                    on_press=lead
                />
            </div>
        </div>
    }
}

/// What stands in a column for a card.
fn value(t: &Messages, map: &Map, card: Id, column: Column) -> String {
    let Some(found) = map.cards.get(&card) else { return String::new() };
    match column {
        Column::Text => names::of(t, map, Thing::Card(card)),
        Column::Stage => map
            .steps
            .get(&found.step)
            .map(|step| names::of(t, map, Thing::Stage(step.stage)))
            .unwrap_or_default(),
        Column::Step => {
            map.steps.get(&found.step).map(|step| step.name.trim().to_owned()).unwrap_or_default()
        }
        Column::Lane => names::of(t, map, Thing::Lane(found.lane)),
        Column::Facet(facet) => {
            let values = facet.of(map, card);
            let words = values.iter().map(|one| facets::value(t, map, facet, one));
            words.collect::<Vec<_>>().join(", ")
        }
    }
}
