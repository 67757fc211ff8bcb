//! The part of the method about journey maps: of an experience map where to look closer and what came back,
//! of a journey map its conclusion and where it belongs.

use super::Section;
use super::brought::{Brought, Changes};
use super::conclusion::conclusion;
use crate::analysis::linked::{Link, column_of, links};
use crate::analysis::results::Stand;
use crate::analysis::standing::Standing;
use crate::analysis::standouts::{Standout, standouts};
use crate::geometry::spot;
use crate::i18n::fill;
use crate::model::edit::Edit;
use crate::model::note::CONCLUSION;
use crate::model::{Kind, List, Map, Thing};
use crate::ui::board::leads::{looks_closer, offered};
use crate::ui::board::state::Board;
use crate::ui::boxed::{For, Show};
use crate::ui::command::{Command, Route};
use crate::ui::icons;
use crate::ui::journeys::{chip, here, others, reasons, standing as stand_of, title};
use crate::ui::library::import::ImportButton;
use crate::ui::memo::{flag, memo};
use crate::ui::mirror::Mark;
use crate::ui::names;
use crate::ui::prelude::*;
use crate::ui::widgets::button::Button;

/// The part.
pub const SECTION: Section = Section {
    id: "links",
    name: |t| t.journeys.title,
    first: |t| t.journeys.first,
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
    let columns = memo(move || {
        board.views.rested.track();
        shell.mirror.watch(Mark::Shape, standouts)
    });
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

/// A linked journey map: where from, how it stands, what came back.
fn linked(board: Board, link: Link) -> AnyView {
    let shell = board.shell;
    let (id, lineage) = (link.id, link.lineage.clone());
    let brought = link.results.as_ref().map(|results| results.heads.clone());
    let own = lineage.clone();
    let stand = memo(move || stand_of(shell, &own, brought.as_deref()));
    let map = memo(move || here(shell, &lineage));
    let called = link.title.clone();
    let called = Signal::derive(move || {
        // The title as it is now, where the map is here.
        title(shell, &map.get().map_or_else(|| called.clone(), |map| map.title))
    });
    let at = link.at;
    let from = move || {
        let j = shell.t().journeys;
        let known = at.filter(|at| shell.mirror.read(|map| map.holds(*at)));
        match known {
            Some(at) => fill(
                j.from,
                &[&shell.mirror.watch(Mark::Thing(at), |map| offered(shell.t(), map, at))],
            ),
            None => j.from_unknown.to_owned(),
        }
    };
    let go = move |_| {
        if let Some(spot) = at.and_then(|at| shell.mirror.read(|map| spot::of(map, at))) {
            board.go(spot);
        }
    };
    let results = link.results;
    view! {
        <li class="journey">
            <span class="journey-head">
                <strong class="journey-name">{move || called.get()}</strong>
                {move || stand.get().map(|stand| chip(shell, stand))}
            </span>
            <button type="button" class="journey-from" on:click=go>{from}</button>
            {move || {
                (stand.get() == Some(Stand::Changed))
                    .then(|| view! { <p class="panel-hint">{shell.t().journeys.changed_words}</p> })
            }}
            {results.clone().map(|results| view! { <Brought results=results /> })}
            {results.map(|results| view! { <Changes link=id results=results /> })}
            <span class="journey-acts">
                {move || match map.get() {
                    Some(map) => {
                        let there = Route::Map(map.slot).href();
                        view! {
                            <a
                                class="button"
                                aria-label=move || fill(shell.t().journeys.open, &[&called.get()])
                                href=there
                            >
                                <icons::Glyph icon=icons::RIGHT />
                                <span>{move || shell.t().library.open}</span>
                            </a>
                            <button
                                class="button"
                                aria-label=move || {
                                    fill(shell.t().journeys.bring_back_of, &[&called.get()])
                                }
                                type="button"
                                on:click=move |_| shell.send(Command::BringBack(id))
                            >
                                <icons::Glyph icon=icons::UP />
                                <span>{move || shell.t().journeys.bring_back}</span>
                            </button>
                        }
                        .into_any()
                    }
                    None => {
                        view! {
                            <p class="panel-hint">{move || shell.t().journeys.not_here}</p>
                            <ImportButton />
                        }
                        .into_any()
                    }
                }}
                <Button
                    label=Signal::derive(move || fill(shell.t().journeys.unlink, &[&called.get()]))
                    icon=icons::BIN
                    bare=true
                    class="quiet"
                    on_press=Callback::new(move |()| {
                        let edit = Edit::Delete(Thing::Entry(List::Links, id));
                        shell.send(Command::Apply(edit, 0));
                    })
                />
            </span>
        </li>
    }
    .into_any()
}

/// Links a journey map that is here already, from what is selected.
#[component]
fn LinkOne() -> AnyView {
    let board = expect_context::<Board>();
    let shell = board.shell;
    let chosen = RwSignal::new(String::new());
    let at = memo(move || board.spot.get().and_then(|spot| spot.thing()));
    let fits = move || at.get().filter(|at| crate::ui::board::leads::can_lead(*at));
    let link = Callback::new(move |()| {
        let (slot, at) = (chosen.get_untracked(), untrack(fits));
        let map = others(shell).into_iter().find(|map| map.slot == slot);
        if let (Some(map), Some(at)) = (map, at) {
            let edit = crate::analysis::linked::link(shell.id(), &map.lineage, &map.title, at);
            shell.send(Command::Apply(edit, 0));
            chosen.set(String::new());
        }
    });
    let words = move || match fits() {
        Some(at) => {
            let name = shell.mirror.watch(Mark::Thing(at), |map| offered(shell.t(), map, at));
            fill(shell.t().journeys.link_one, &[&name])
        }
        None => shell.t().journeys.select_first.to_owned(),
    };
    view! {
        <Show when=move || !others(shell).is_empty()>
            <div class="detail">
                <span class="journey-why">{words}</span>
                <span class="journey-acts">
                    <select
                        class="select"
                        aria-label=words
                        disabled=move || fits().is_none()
                        on:change=move |event| chosen.set(event_target_value(&event))
                    >
                        <option value="" prop:selected=move || chosen.with(String::is_empty)>
                            {move || shell.t().journeys.choose}
                        </option>
                        {move || {
                            others(shell)
                                .into_iter()
                                .map(|map| {
                                    let name = title(shell, &map.title);
                                    view! { <option value=map.slot>{name}</option> }
                                })
                                .collect_view()
                        }}
                    </select>
                    <Button
                        label=Signal::derive(move || shell.t().journeys.link.to_owned())
                        disabled=Signal::derive(move || fits().is_none() || chosen.with(String::is_empty))
                        on_press=link
                    />
                </span>
            </div>
        </Show>
    }
}
