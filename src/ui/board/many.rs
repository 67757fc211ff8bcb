//! What is done to several cards at once: their colour, their tags.

use super::state::Board;
use crate::geometry::picked::Picked;
use crate::model::detail::COLOURS;
use crate::model::edit::Edit;
use crate::model::map::Value;
use crate::model::{Detail, Id, Thing};
use crate::ui::boxed::Show;
use crate::ui::command::Command;
use crate::ui::details;
use crate::ui::icons;
use crate::ui::mirror::Mark;
use crate::ui::prelude::*;
use crate::ui::widgets::button::Button;
use crate::ui::widgets::menu::{Entry, Menu};
use crate::ui::widgets::modal::modal;
use leptos::html;

/// How many cards are chosen; none while only the selected place counts.
fn count(board: Board) -> usize {
    let spot = board.spot.get();
    board.picked.with(|picked| match picked {
        Picked::Nothing => 0,
        picked => board.shell.mirror.watch(Mark::Any, |map| picked.cards(map, spot).len()),
    })
}

fn apply(board: Board, edit: impl Fn(Id) -> Edit) {
    let edits: Vec<Edit> = board.chosen_cards().into_iter().map(edit).collect();
    if !edits.is_empty() {
        board.shell.send(Command::Apply(Edit::Several(edits), 0));
    }
}

/// Puts a tag on the chosen cards; where all have it, takes it off.
fn tag(board: Board, tag: &str) {
    let cards = board.chosen_cards();
    let all = board
        .shell
        .mirror
        .read(|map| cards.iter().all(|card| map.tags_of(*card).any(|known| known == tag)));
    apply(board, |card| Edit::Tag { card, tag: tag.to_owned(), on: !all });
}

/// The tools of several cards, while several are chosen.
#[component]
pub fn Many() -> AnyView {
    let board = expect_context::<Board>();
    let shell = board.shell;
    let asked = RwSignal::new(false);
    let paint = move |colour: Option<&'static str>| {
        Callback::new(move |()| {
            let value = colour.map(|colour| Value::Text(colour.to_owned()));
            apply(board, |card| {
                let (thing, value) = (Thing::Card(card), value.clone());
                Edit::Set { thing, detail: Detail::Colour, value }
            });
        })
    };
    let colours = Signal::derive(move || {
        let t = shell.t();
        let one = |colour: &'static str| Entry {
            label: details::word(t, Detail::Colour, colour).to_owned(),
            icon: None,
            run: paint(Some(colour)),
        };
        let none = Entry { label: t.hands.no_colour.to_owned(), icon: None, run: paint(None) };
        COLOURS.into_iter().map(one).chain([none]).collect::<Vec<_>>()
    });
    let tags = Signal::derive(move || {
        let t = shell.t();
        let known: Vec<String> = shell
            .mirror
            .watch(Mark::Any, |map| map.tags_in_use().into_iter().map(str::to_owned).collect());
        let one = |name: String| Entry {
            label: name.clone(),
            icon: None,
            run: Callback::new(move |()| tag(board, &name)),
        };
        let new = Entry {
            label: t.hands.new_tag.to_owned(),
            icon: Some(icons::PLUS),
            run: Callback::new(move |()| asked.set(true)),
        };
        known.into_iter().map(one).chain([new]).collect::<Vec<_>>()
    });
    view! {
        <Show when=move || { count(board) > 0 }>
            <Menu
                label=Signal::derive(move || shell.t().details.colour.to_owned())
                icon=icons::DROP
                bare=true
                class="quiet"
                entries=colours
            />
            <Menu
                label=Signal::derive(move || shell.t().hands.tag.to_owned())
                icon=icons::TAG
                bare=true
                class="quiet"
                entries=tags
            />
        </Show>
        <Show when=move || asked.get()>
            <NewTag asked=asked />
        </Show>
        <span class="picked-count" role="status">
            {move || {
                let count = count(board);
                let words = shell.locale.get().count(count, shell.t().library.cards);
                (count > 0).then(|| crate::i18n::fill(shell.t().hands.chosen, &[&words]))
            }}
        </span>
    }
}

/// Asks for the word of a new tag.
#[component]
fn NewTag(asked: RwSignal<bool>) -> AnyView {
    let board = expect_context::<Board>();
    let shell = board.shell;
    let (dialog, close) = modal();
    let field = NodeRef::<html::Input>::new();
    let done = move || {
        let word = field.get_untracked().map(|field| field.value()).unwrap_or_default();
        close();
        if !word.trim().is_empty() {
            tag(board, word.trim());
        }
    };
    let label = move |of: fn(&crate::i18n::Messages) -> &'static str| {
        Signal::derive(move || of(shell.t()).to_owned())
    };
    view! {
        <dialog
            class="dialog"
            node_ref=dialog
            aria-label=move || shell.t().hands.new_tag
            on:close=move |_| asked.set(false)
            on:keydown=move |event| {
                event.stop_propagation();
                if event.key() == "Enter" && !event.is_composing() {
                    event.prevent_default();
                    done();
                }
            }
        >
            <input
                class="field-line"
                aria-label=move || shell.t().hands.new_tag
                placeholder=move || shell.t().hands.tag
                type="text"
                node_ref=field
            />
            <div class="dialog-buttons">
                <Button
                    label=label(|t| t.library.cancel)
                    on_press=Callback::new(move |()| close())
                />
                <Button
                    label=label(|t| t.hands.put_tag)
                    class="primary"
                    on_press=Callback::new(move |()| done())
                />
            </div>
        </dialog>
    }
}
