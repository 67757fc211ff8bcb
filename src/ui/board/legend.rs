//! The legend of the emotions lane: whose line is which, drawn or not; and the scale beside it.

use super::curve::{active, choose};
use super::news::NewsMark;

use super::state::Board;
use crate::analysis::shown::toggle;
use crate::geometry::curve::{Plot, dashes, marker};
use crate::i18n::fill;
use crate::model::{Id, Thing};
use crate::ui::attribute::px;
use crate::ui::boxed::For;
use crate::ui::feelings;
use crate::ui::icons;
use crate::ui::memo::memo;
use crate::ui::mirror::Mark;
use crate::ui::names;
use crate::ui::picture::Portrait;
use crate::ui::prelude::*;

/// The personas; the chosen one is the line that is moved.
#[component]
pub fn Legend() -> AnyView {
    let board = expect_context::<Board>();
    let shell = board.shell;
    let cast = memo(move || {
        let cast = shell.mirror.watch(Mark::Shape, |map| map.cast.clone());
        cast.into_iter().enumerate().collect::<Vec<_>>()
    });
    view! {
        <div
            class="legend"
            role="group"
            aria-label=move || shell.t().feelings.legend
            on:dblclick=|event| event.stop_propagation()
        >
            <For
                each=move || cast.get()
                key=|(number, persona)| (*number, *persona)
                children=move |(number, persona)| {
                    view! { <Entry number=number persona=persona /> }
                }
            />
        </div>
    }
}

#[component]
fn Entry(number: usize, persona: Id) -> AnyView {
    let board = expect_context::<Board>();
    let shell = board.shell;
    let thing = Thing::Persona(persona);
    let name = memo(move || {
        shell.mirror.watch(Mark::Thing(thing), |map| names::of(shell.t(), map, thing))
    });
    let drawn = move || !board.shown.with(|shown| shown.quiet.contains(&persona));
    let on = move || active(board) == Some(persona);
    let show = move || fill(shell.t().feelings.show_line, &[&name.get()]);
    view! {
        <span class="legend-item" class:off=move || !drawn() class:on=on>
            <button
                type="button"
                tabindex="-1"
                class="legend-show"
                aria-label=show
                title=show
                aria-pressed=move || if drawn() { "true" } else { "false" }
                on:click=move |_| board.show(|shown| toggle(&mut shown.quiet, persona))
            >
                <Sample number=number />
            </button>
            <button
                type="button"
                tabindex="-1"
                class="legend-name"
                title=move || fill(shell.t().feelings.move_line, &[&name.get()])
                aria-pressed=move || if on() { "true" } else { "false" }
                on:click=move |_| choose(board, persona)
            >
                <Portrait persona=persona />
                {move || name.get()}
            </button>
            <NewsMark thing=thing />
        </span>
    }
}

/// A piece of a persona's line with its mark.
#[component]
pub fn Sample(
    /// Which of the personas.
    number: usize,
) -> AnyView {
    view! {
        <svg
            class="legend-line"
            viewBox="0 0 32 14"
            aria-hidden="true"
            data-line=number % 4
            data-dash=dashes(number)
        >
            <path class="curve-line" d="M1 7H31"></path>
            <path class="curve-point" d=marker(number, 16.0, 7.0)></path>
        </svg>
    }
}

/// The scale: faces, numbers and words at the heights of the five levels.
#[component]
pub fn Scale() -> AnyView {
    let shell = expect_context::<Board>().shell;
    let levels = [4, 2, 0, -2, -4].map(|level| {
        view! {
            <span class="scale-level" style:top=px(Plot::BOARD.y(level))>
                <span class="scale-word">{move || feelings::word(shell.t(), level)}</span>
                <span class="scale-number">{move || shell.locale.get().level(level)}</span>
                <icons::Glyph icon=feelings::face(level) />
            </span>
        }
    });
    view! { <div class="scale" aria-hidden="true">{levels.collect_view()}</div> }
}
