//! Cards and personas that say nearly the same: joined, or told apart for good.

use super::choices::byline_words;
use crate::analysis::alike::{Group, alike};
use crate::model::edit::Edit;
use crate::model::{Map, Thing};
use crate::ui::board::news::show;
use crate::ui::board::state::Board;
use crate::ui::boxed::{For, Show, effect};
use crate::ui::command::Command;
use crate::ui::mirror::Mark;
use crate::ui::names;
use crate::ui::prelude::*;
use crate::ui::shell::Shell;
use crate::ui::widgets::button::Button;

/// The list, if there is anything on it. It looks for groups when it is opened and after what changed
/// while it is open, but not while someone types.
#[component]
pub fn Alike() -> AnyView {
    let board = expect_context::<Board>();
    let shell = board.shell;
    let groups = RwSignal::new(Vec::<Group>::new());
    effect(move || {
        shell.mirror.watch(Mark::Any, |_| ());
        if board.editing.get().is_none() && !shell.typing.get() {
            // A task of its own, behind the painting of what changed.
            let find = move || {
                let apart = shell.mirror.session(|session| session.apart()).unwrap_or_default();
                groups.set(shell.mirror.read(|map| alike(map, &apart)));
            };
            set_timeout(find, std::time::Duration::ZERO);
        }
    });
    view! {
        <Show when=move || groups.with(|groups| !groups.is_empty())>
            <h3>{move || shell.t().people.alike}</h3>
            <p class="panel-hint">{move || shell.t().people.alike_hint}</p>
            <ul class="panel-list">
                <For
                    each=move || groups.get()
                    key=Group::clone
                    children=|group| view! { <GroupView group=group /> }
                />
            </ul>
        </Show>
    }
}

#[component]
fn GroupView(group: Group) -> AnyView {
    let board = expect_context::<Board>();
    let shell = board.shell;
    let things = StoredValue::new(group.0);
    let heading = move || {
        let sort = things.with_value(|things| names::sort(shell.t(), things[0]));
        let place = shell.mirror.read(|map| things.with_value(|all| place(shell, map, all[0])));
        if place.is_empty() { sort.to_owned() } else { shell.t().told(sort, &place) }
    };
    let members = move || {
        let all = things.get_value();
        all.iter().map(|thing| member(board, &all, *thing)).collect_view()
    };
    view! {
        <li class="choice alike">
            <span class="choice-head">{heading}</span>
            <ul>{members}</ul>
            <Button
                label=Signal::derive(move || shell.t().people.not_same.to_owned())
                class="quiet"
                on_press=Callback::new(move |()| {
                    shell.send(Command::Apply(Edit::KeepApart(things.get_value()), 0));
                })
            />
        </li>
    }
}

/// One of the group: leads to its place, and can be the one that stays.
fn member(board: Board, all: &[Thing], thing: Thing) -> AnyView {
    let shell = board.shell;
    let others: Vec<Thing> = all.iter().copied().filter(|other| *other != thing).collect();
    let name = shell.mirror.watch(Mark::Thing(thing), |map| names::of(shell.t(), map, thing));
    let written = shell.mirror.session(|session| session.authors(thing).written).flatten();
    let told = written.map(|byline| byline_words(shell, &byline));
    let keep = crate::i18n::fill(shell.t().hands.says, &[shell.t().people.join, &name]);
    view! {
        <li class="alike-member">
            <button type="button" class="button quiet choice-option" on:click=move |_| show(board, thing)>
                <span class="panel-text">{name} <span class="choice-told">{told}</span></span>
            </button>
            <button
                type="button"
                class="button"
                aria-label=keep
                on:click=move |_| {
                    let others = others.clone();
                    shell.send(Command::Apply(Edit::Join { keep: thing, others }, 0));
                }
            >
                {shell.t().people.join}
            </button>
        </li>
    }
    .into_any()
}

/// Where a card stands, in words.
fn place(shell: Shell, map: &Map, thing: Thing) -> String {
    let Thing::Card(id) = thing else { return String::new() };
    let Some(card) = map.cards.get(&id) else { return String::new() };
    let lane = names::of(shell.t(), map, Thing::Lane(card.lane));
    format!("{} · {lane}", names::column(shell.t(), map, card.step))
}
