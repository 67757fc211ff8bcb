//! What was deleted on this map, and the cards whose place is gone: found, restored, placed again.

use crate::geometry::spot::Spot;
use crate::i18n::fill;
use crate::model::edit::Edit;
use crate::model::{LaneKind, Thing};
use crate::ui::board::state::Board;
use crate::ui::boxed::{For, Show};
use crate::ui::command::Command;
use crate::ui::memo::memo;
use crate::ui::mirror::Mark;
use crate::ui::names;
use crate::ui::prelude::*;
use crate::ui::widgets::button::Button;

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
    let joined = move |thing| {
        let into = shell.mirror.session(|session| session.joined_into(thing)).flatten()?;
        Some(fill(shell.t().people.joined_into, &[&name(into)]))
    };
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
                            <li class="panel-item">
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
                    children=move |thing| {
                        view! {
                            <li class="panel-item">
                                <span class="panel-sort">{move || names::sort(shell.t(), thing)}</span>
                                <span class="panel-text">
                                    {move || name(thing)} <span class="choice-told">{move || joined(thing)}</span>
                                </span>
                                <Button
                                    label=Signal::derive(move || shell.t().board.restore.to_owned())
                                    on_press=Callback::new(move |()| {
                                        shell.send(Command::Apply(Edit::Restore(thing), 0));
                                    })
                                />
                            </li>
                        }
                    }
                />
            </ul>
        </Show>
    }
}
