//! The inventory by channel and stage.

use super::placing::drag;
use crate::analysis::inventory::{Row, matrix};
use crate::i18n::fill;
use crate::model::{Detail, Id, List, Thing};
use crate::ui::board::state::Board;
use crate::ui::memo::memo;
use crate::ui::mirror::Mark;
use crate::ui::names;
use crate::ui::prelude::*;
use crate::ui::shell::Shell;

/// The matrix.
#[component]
pub fn Matrix(
    /// Opens a touchpoint in the table.
    open: Callback<Id>,
) -> AnyView {
    let board = expect_context::<Board>();
    let shell = board.shell;
    let rows = memo(move || board.views.survey(matrix));
    let heads = memo(move || {
        let t = shell.t();
        shell.mirror.watch(Mark::Any, |map| {
            let stages = map.stage_order().into_iter();
            let stages = stages.map(|stage| names::of(t, map, Thing::Stage(stage)));
            std::iter::once(t.touchpoints.unplaced.to_owned()).chain(stages).collect::<Vec<_>>()
        })
    });
    view! {
        <div class="touch-scroll" role="region" tabindex="0" aria-label=move || shell.t().touchpoints.as_matrix>
            <table class="touch-matrix">
                <thead>
                    <tr>
                        <th scope="col">{move || shell.t().lists.channel}</th>
                        {move || {
                            heads.get().into_iter().map(|head| view! { <th scope="col">{head}</th> }).collect_view()
                        }}
                    </tr>
                </thead>
                <tbody>
                    {move || rows.get().into_iter().map(|one| row(shell, open, one)).collect_view()}
                </tbody>
            </table>
        </div>
    }
}

fn row(shell: Shell, open: Callback<Id>, (word, cells): Row) -> AnyView {
    let t = shell.t();
    let channel = if word.is_empty() {
        t.touchpoints.no_channel.to_owned()
    } else {
        names::channel(t, &word)
    };
    let cell = |ids: Vec<Id>| {
        let chips = ids.into_iter().map(|id| view! { <li>{chip(shell, open, id)}</li> });
        view! { <td><ul class="touch-chips">{chips.collect_view()}</ul></td> }
    };
    view! {
        <tr>
            <th scope="row">{channel}</th>
            {cells.into_iter().map(cell).collect_view()}
        </tr>
    }
    .into_any()
}

fn chip(shell: Shell, open: Callback<Id>, id: Id) -> AnyView {
    let thing = Thing::Entry(List::Touchpoints, id);
    let called =
        move || shell.mirror.watch(Mark::Thing(thing), |map| names::of(shell.t(), map, thing));
    let wanted =
        move || shell.mirror.watch(Mark::Thing(thing), |map| map.is(thing, Detail::Wanted));
    let mark = move || {
        wanted()
            .then(|| view! { <span class="touch-plus">{shell.t().touchpoints.is_wanted}</span> })
    };
    view! {
        <button
            class="touch-chip"
            class:wanted=wanted
            title=move || fill(shell.t().touchpoints.in_matrix, &[&called()])
            type="button"
            draggable="true"
            on:dragstart=move |event| drag(&event, id)
            on:click=move |_| open.run(id)
        >
            {called}
            {mark}
        </button>
    }
    .into_any()
}
