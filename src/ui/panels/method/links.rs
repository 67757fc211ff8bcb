//! The part of the method about journey maps: of an experience map where to look closer and what came back,
//! of a journey map its conclusion and where it belongs.

use super::Section;
use super::conclusion::conclusion;
use super::linked::{LinkOne, linked};
use crate::analysis::linked::{column_of, links};
use crate::analysis::standing::Standing;
use crate::analysis::standouts::{Standout, standouts};
use crate::geometry::spot;
use crate::i18n::fill;
use crate::model::note::CONCLUSION;
use crate::model::{Kind, Map, Thing};
use crate::ui::board::leads::looks_closer;
use crate::ui::board::state::Board;
use crate::ui::boxed::{For, Show};
use crate::ui::command::Command;
use crate::ui::icons;
use crate::ui::journeys::{reasons, title};
use crate::ui::memo::{flag, memo};
use crate::ui::mirror::Mark;
use crate::ui::names;
use crate::ui::prelude::*;
use crate::ui::widgets::button::Button;

/// The part.
pub const SECTION: Section = Section {
    id: "links",
    name: |t| t.journeys.title,
    first: |t, kind| match kind {
        Kind::Experience => t.journeys.first,
        Kind::Journey => t.journeys.conclusion_first,
    },
    standing,
    body,
};

fn standing(map: &Map) -> Standing {
    let begun = map.feelings.values().any(|felt| felt.level.is_some());
    if map.kind == Kind::Journey {
        let said =
            |field: &&crate::model::NoteField| map.notes_in(Thing::Map, **field).next().is_some();
        let missing = CONCLUSION.iter().filter(|field| !said(field)).count();
        return Standing::of(missing, begun || missing < CONCLUSION.len());
    }
    let all = links(map);
    let never = all.iter().filter(|link| link.results.is_none()).count();
    let led = |step| all.iter().any(|link| link.at.and_then(|at| column_of(map, at)) == Some(step));
    let bad = standouts(map).into_iter().filter(|one| !one.is_good() && !led(one.step)).count();
    Standing::of(never + bad, begun || !all.is_empty())
}

fn body() -> AnyView {
    let board = expect_context::<Board>();
    let experience =
        flag(move || board.shell.mirror.watch(Mark::Any, |map| map.kind == Kind::Experience));
    board.shell.send(Command::ListAgain);
    view! {
        {move || if experience.get() { outward(board) } else { conclusion(board) }}
    }
    .into_any()
}

/// Where an experience map leads.
fn outward(board: Board) -> AnyView {
    let shell = board.shell;
    let columns = memo(move || board.views.survey(standouts));
    let all = memo(move || shell.mirror.watch(Mark::Any, links));
    let waiting = move || {
        let never: Vec<String> = all.with(|all| {
            let never = all.iter().filter(|link| link.results.is_none());
            never.map(|link| title(shell, &link.title)).collect()
        });
        let words = || fill(shell.t().journeys.waiting, &[&never.join(", ")]);
        (!never.is_empty()).then(|| view! { <p class="journey-waiting">{words()}</p> })
    };
    view! {
        <h3 class="method-sub">{move || shell.t().journeys.stand_out}</h3>
        <Show
            when=move || columns.with(|all| !all.is_empty())
            fallback=move || {
                view! { <p class="panel-hint">{move || shell.t().journeys.none_stands_out}</p> }
            }
        >
            <ul class="method-gaps">
                <For
                    each=move || columns.get()
                    key=|one| one.clone()
                    children=move |one| column(board, one)
                />
            </ul>
        </Show>
        <h3 class="method-sub">{move || shell.t().journeys.linked}</h3>
        {waiting}
        <Show
            when=move || all.with(|all| !all.is_empty())
            fallback=move || {
                view! { <p class="panel-hint">{move || shell.t().journeys.none_linked}</p> }
            }
        >
            <ul class="journeys">
                <For
                    each=move || all.with(|all| all.iter().map(|link| link.id).collect())
                    key=|id| *id
                    children=move |id| {
                        let link = memo(move || {
                            all.with(|all| all.iter().find(|link| link.id == id).cloned())
                        });
                        view! {
                            {move || link.get().map(|link| linked(board, link))}
                        }
                        .into_any()
                    }
                />
            </ul>
        </Show>
        <LinkOne />
    }
    .into_any()
}

/// A column that stands out, and the way into it.
fn column(board: Board, one: Standout) -> AnyView {
    let shell = board.shell;
    let (step, good) = (one.step, one.is_good());
    let why = one.reasons;
    let name = move || {
        shell
            .mirror
            .watch(Mark::Thing(Thing::Step(step)), |map| names::column(shell.t(), map, step))
    };
    let to = move |_| {
        if let Some(spot) = shell.mirror.read(|map| spot::of(map, Thing::Step(step))) {
            board.go(spot);
        }
    };
    view! {
        <li class="journey-column">
            <button
                class="method-gap"
                aria-description=move || {
                    let j = shell.t().journeys;
                    if good { j.good } else { j.bad }
                }
                type="button"
                on:click=to
            >
                <span class="stand" class:alarm=!good>
                    <icons::Glyph icon=if good { icons::DELIGHTS } else { icons::PAINS } />
                </span>
                <span class="panel-text">
                    <strong>{name}</strong>
                    " "
                    <span class="journey-why">
                        {move || reasons(shell.t(), shell.locale.get(), &why)}
                    </span>
                </span>
            </button>
            <Button
                label=Signal::derive(move || fill(shell.t().journeys.go_into_of, &[&name()]))
                icon=icons::PLUS
                bare=true
                on_press=Callback::new(move |()| looks_closer(board, Thing::Step(step)))
            />
        </li>
    }
}
