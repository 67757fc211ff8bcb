//! A journey map that an experience map leads into, in the method; and the line that links one.

use super::brought::{Brought, Changes};
use crate::analysis::linked::Link;
use crate::analysis::results::Stand;
use crate::geometry::spot;
use crate::i18n::fill;
use crate::model::edit::Edit;
use crate::model::{List, Thing};
use crate::ui::board::leads::{looks_closer, offered, selected};
use crate::ui::board::state::Board;
use crate::ui::boxed::Show;
use crate::ui::command::{Command, Route};
use crate::ui::icons;
use crate::ui::journeys::{chip, here, others, standing as stand_of, title};
use crate::ui::library::import::ImportButton;
use crate::ui::memo::memo;
use crate::ui::mirror::Mark;
use crate::ui::prelude::*;
use crate::ui::widgets::button::Button;

/// A linked journey map: where from, how it stands, what came back.
pub fn linked(board: Board, link: Link) -> AnyView {
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
            <span class="journey-head">
                <button type="button" class="journey-from" on:click=go>{from}</button>
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
                            <Button
                                label=Signal::derive(move || {
                                    fill(shell.t().journeys.bring_back_of, &[&called.get()])
                                })
                                short=Signal::derive(move || shell.t().journeys.bring_back.to_owned())
                                icon=icons::UP
                                on_press=Callback::new(move |()| shell.send(Command::BringBack(id)))
                            />
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
            </span>
        </li>
    }
    .into_any()
}

/// Links a journey map that is here already, from what is selected.
#[component]
pub fn LinkOne() -> AnyView {
    let board = expect_context::<Board>();
    let shell = board.shell;
    let chosen = RwSignal::new(String::new());
    let at = memo(move || selected(board));
    let fits = move || at.get();
    let link = Callback::new(move |()| {
        let (slot, at) = (chosen.get_untracked(), untrack(fits));
        let map = others(shell).into_iter().find(|map| map.slot == slot);
        if let (Some(map), Some(at)) = (map, at) {
            let edit = crate::analysis::linked::link(shell.id(), &map.lineage, &map.title, at);
            shell.send(Command::Apply(edit, 0));
            chosen.set(String::new());
        }
    });
    let called = move || {
        let name = |at| shell.mirror.watch(Mark::Thing(at), |map| offered(shell.t(), map, at));
        fits().map(name).unwrap_or_default()
    };
    let words = move || fill(shell.t().journeys.link_one, &[&called()]);
    view! {
        <Show when=move || fits().is_none()>
            <p class="panel-hint">{move || shell.t().journeys.select_first}</p>
        </Show>
        <Show when=move || fits().is_some()>
            <p class="journey-why">{move || fill(shell.t().journeys.from, &[&called()])}</p>
            <Button
                label=Signal::derive(move || shell.t().journeys.create_here.to_owned())
                icon=icons::PLUS
                on_press=Callback::new(move |()| {
                    if let Some(at) = untrack(fits) {
                        looks_closer(board, at);
                    }
                })
            />
        </Show>
        <Show when=move || fits().is_some() && !others(shell).is_empty()>
            <div class="detail">
                <span class="journey-why">{words}</span>
                <span class="journey-acts">
                    <select
                        class="select"
                        aria-label=words
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
                        disabled=Signal::derive(move || chosen.with(String::is_empty))
                        on_press=link
                    />
                </span>
            </div>
        </Show>
    }
}
