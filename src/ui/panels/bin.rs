//! What was deleted on this map, and the cards whose place is gone: found, restored, placed again.

use crate::analysis::homes::homes_in_bin;
use crate::geometry::spot::Spot;
use crate::i18n::fill;
use crate::model::edit::Edit;
use crate::model::{LaneKind, Thing};
use crate::ui::board::state::Board;
use crate::ui::boxed::{For, Show};
use crate::ui::command::Command;
use crate::ui::icons;
use crate::ui::memo::memo;
use crate::ui::mirror::Mark;
use crate::ui::names;
use crate::ui::prelude::*;
use crate::ui::widgets::button::Button;
use crate::ui::widgets::confirm::Confirm;

/// The panel.
#[component]
pub fn Bin() -> AnyView {
    let board = expect_context::<Board>();
    let shell = board.shell;
    let tray = memo(move || shell.mirror.watch(Mark::Any, |map| map.unplaced()));
    let bin = memo(move || {
        shell.mirror.watch(Mark::Any, |_| ());
        shell.mirror.session(|session| session.deleted()).unwrap_or_default()
    });
    let cell = memo(move || match board.spot.get() {
        Some(Spot::Cell { lane, step, .. }) => shell.mirror.read(|map| {
            let cards = map.lanes.get(&lane).is_some_and(|l| l.kind != LaneKind::Emotions);
            cards.then_some((lane, step))
        }),
        _ => None,
    });
    let name = move |thing| shell.mirror.read(|map| names::of(shell.t(), map, thing));
    let asked = RwSignal::new(false);
    view! {
        <h3>{move || shell.t().board.tray}</h3>
        <Show
            when=move || tray.with(|tray| !tray.is_empty())
            fallback=move || view! { <p class="panel-hint">{move || shell.t().board.tray_empty}</p> }
        >
            <p class="panel-hint">{move || shell.t().board.tray_hint}</p>
            <ul class="panel-list">
                <For
                    each=move || tray.get()
                    key=|card| *card
                    children=move |card| {
                        view! {
                            <li class="panel-item" data-of=card.to_string()>
                                <span class="panel-text">{move || name(Thing::Card(card))}</span>
                                <Button
                                    label=Signal::derive(move || {
                                        shell.t().board.place_here.to_owned()
                                    })
                                    disabled=Signal::derive(move || cell.get().is_none())
                                    on_press=Callback::new(move |()| {
                                        if let Some((lane, step)) = cell.get_untracked() {
                                            let at = usize::MAX;
                                            let edit = Edit::MoveCard { card, lane, step, at };
                                            shell.send(Command::Apply(edit, 0));
                                        }
                                    })
                                />
                            </li>
                        }
                    }
                />
            </ul>
        </Show>
        <h3>{move || shell.t().board.bin}</h3>
        <Show
            when=move || bin.with(|bin| !bin.is_empty())
            fallback=move || view! { <p class="panel-hint">{move || shell.t().board.bin_empty}</p> }
        >
            <ul class="panel-list">
                <For
                    each=move || bin.get()
                    key=|thing| *thing
                    children=|thing| view! { <Binned thing=thing /> }
                />
            </ul>
            <Button
                label=Signal::derive(move || shell.t().copies.empty_bin.to_owned())
                icon=icons::BIN
                class="quiet"
                on_press=Callback::new(move |()| asked.set(true))
            />
        </Show>
        <Confirm
            open=asked
            question=Signal::derive(move || {
                let (c, locale) = (shell.t().copies, shell.locale.get());
                fill(c.empty_bin_sure, &[&locale.count(bin.with(Vec::len), c.things)])
            })
            no=Signal::derive(move || shell.t().library.cancel.to_owned())
            yes=Signal::derive(move || shell.t().copies.purge.to_owned())
            on_yes=Callback::new(move |()| {
                let all = bin.get_untracked().into_iter().map(Edit::Purge).collect();
                shell.send(Command::Apply(Edit::Several(all), 0));
            })
        />
    }
}

/// A thing in the bin: taken out, alone or with what it stood in, or deleted for good.
#[component]
fn Binned(thing: Thing) -> AnyView {
    let board = expect_context::<Board>();
    let shell = board.shell;
    let asked = RwSignal::new(false);
    let name = move |thing| shell.mirror.read(|map| names::of(shell.t(), map, thing));
    let called = move || {
        shell.mirror.watch(Mark::Thing(thing), |_| ());
        name(thing)
    };
    let joined = move || {
        let into = shell.mirror.session(|session| session.joined_into(thing)).flatten()?;
        Some(fill(shell.t().people.joined_into, &[&name(into)]))
    };
    let homes = memo(move || shell.mirror.watch(Mark::Any, |map| homes_in_bin(map, thing)));
    let listed = move || {
        let named = |home: Thing| {
            format!("{} {}", names::sort(shell.t(), home), shell.t().quote(&name(home)))
        };
        homes.get().into_iter().map(named).collect::<Vec<_>>().join(", ")
    };
    let restore = move |all: Vec<Thing>| {
        let edits = all.into_iter().chain([thing]).map(Edit::Restore).collect();
        shell.send(Command::Apply(Edit::Several(edits), 0));
    };
    view! {
        <li class="panel-item">
            <span class="panel-sort">{move || names::sort(shell.t(), thing)}</span>
            <span class="panel-text">
                {move || called()} <span class="choice-told">{move || joined()}</span>
            </span>
            <Show when=move || homes.with(|homes| !homes.is_empty())>
                <p class="panel-note">
                    {move || fill(shell.t().copies.homes_gone, &[&listed()])}
                </p>
            </Show>
            <span class="panel-buttons">
                <Button
                    label=Signal::derive(move || shell.t().board.restore.to_owned())
                    on_press=Callback::new(move |()| restore(Vec::new()))
                />
                <Show when=move || homes.with(|homes| !homes.is_empty())>
                    <Button
                        label=Signal::derive(move || {
                            let sorts = homes.get().into_iter();
                            let sorts = sorts.map(|home| names::sort(shell.t(), home).to_lowercase());
                            let sorts = sorts.collect::<Vec<_>>().join(" + ");
                            fill(shell.t().copies.restore_with, &[&sorts])
                        })
                        on_press=Callback::new(move |()| restore(homes.get_untracked()))
                    />
                </Show>
                <Button
                    label=Signal::derive(move || shell.t().copies.purge.to_owned())
                    icon=icons::BIN
                    bare=true
                    class="quiet"
                    on_press=Callback::new(move |()| asked.set(true))
                />
            </span>
            <Confirm
                open=asked
                question=Signal::derive(move || fill(shell.t().copies.purge_sure, &[&called()]))
                no=Signal::derive(move || shell.t().library.cancel.to_owned())
                yes=Signal::derive(move || shell.t().copies.purge.to_owned())
                on_yes=Callback::new(move |()| {
                    shell.send(Command::Apply(Edit::Purge(thing), 0));
                })
            />
        </li>
    }
}
