//! The search on the map: hits are counted, marked on the board, and stepped through.

use super::found::Found;
use super::state::{Board, Hits};
use crate::analysis::find::find;
use crate::i18n::fill;
use crate::ui::boxed::{Show, effect};
use crate::ui::icons;
use crate::ui::mirror::Mark;
use crate::ui::prelude::*;
use crate::ui::widgets::button::Button;
use leptos::{ev, html};

/// Opens the search, or goes back into it.
pub fn open(board: Board) {
    board.hits.update(|hits| hits.open = true);
    request_animation_frame(|| {
        if let Ok(Some(field)) = document().query_selector(".find-field") {
            use wasm_bindgen::JsCast;
            if let Ok(field) = field.dyn_into::<web_sys::HtmlInputElement>() {
                let _ = field.focus();
                field.select();
            }
        }
    });
}

/// The search bar.
#[component]
pub fn FindBar() -> AnyView {
    let board = expect_context::<Board>();
    view! {
        <Show when=move || board.hits.with(|hits| hits.open)>
            <Bar />
        </Show>
    }
}

#[component]
fn Bar() -> AnyView {
    let board = expect_context::<Board>();
    let shell = board.shell;
    let words = RwSignal::new(String::new());
    let there = Found::new(board, words);
    let field = NodeRef::<html::Input>::new();
    effect(move || {
        if let Some(field) = field.get() {
            let _ = field.focus();
        }
    });
    // What is found follows the words and the map; the one stepped on stays while it is found.
    effect(move || {
        let words = words.get();
        let found = shell.mirror.watch(Mark::Any, |map| find(map, &words));
        let now = board.hits.get_untracked();
        let on = now.found.get(now.at);
        let at = on.and_then(|on| found.iter().position(|thing| thing == on)).unwrap_or(0);
        if now.found != found || now.at != at {
            let first = now.found != found && at == 0;
            board.hits.set(Hits { open: true, found, at });
            if first {
                there.show();
            }
        }
    });
    let go = move |by: isize| {
        board.hits.update(|hits| {
            let count = hits.found.len().max(1) as isize;
            hits.at = (hits.at as isize + by).rem_euclid(count) as usize;
        });
        there.show();
    };
    let close = move || {
        there.enter();
        board.hits.set(Hits::default());
    };
    let key = move |event: ev::KeyboardEvent| {
        match event.key().as_str() {
            _ if event.is_composing() => return,
            "Enter" => go(if event.shift_key() { -1 } else { 1 }),
            "Escape" => close(),
            _ => return,
        }
        event.prevent_default();
        event.stop_propagation();
    };
    let count = move || {
        let t = shell.t().hands;
        let locale = shell.locale.get();
        board.hits.with(|hits| match hits.found.len() {
            _ if words.with(|words| words.trim().is_empty()) => String::new(),
            0 => t.find_none.to_owned(),
            count => fill(t.find_at, &[&locale.integer(hits.at + 1), &locale.integer(count)]),
        })
    };
    let label = move |of: fn(&crate::i18n::hands::Hands) -> &'static str| {
        Signal::derive(move || of(shell.t().hands).to_owned())
    };
    view! {
        <div class="find-bar" role="search" on:keydown=key>
            <icons::Glyph icon=icons::SEARCH />
            <input
                class="find-field"
                aria-label=move || shell.t().hands.find
                placeholder=move || shell.t().hands.find
                type="text"
                autocomplete="off"
                spellcheck="false"
                node_ref=field
                on:input=move |event| words.set(event_target_value(&event))
            />
            <span class="find-count" role="status">
                {move || count()}
                {move || there.said().map(|place| format!("\u{a0}· {place}"))}
            </span>
            <Button
                label=label(|t| t.find_previous)
                icon=icons::UP
                bare=true
                class="quiet"
                keys="Shift+Enter".to_owned()
                on_press=Callback::new(move |()| go(-1))
            />
            <Button
                label=label(|t| t.find_next)
                icon=icons::DOWN
                bare=true
                class="quiet"
                keys="Enter".to_owned()
                on_press=Callback::new(move |()| go(1))
            />
            <Button
                label=label(|t| t.find_close)
                icon=icons::CROSS
                bare=true
                class="quiet"
                on_press=Callback::new(move |()| close())
            />
        </div>
    }
}
