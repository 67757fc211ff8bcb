//! The palette: every action that can be done now, by name in either language.

use super::state::Board;
use crate::analysis::search::{fold, matches};
use crate::i18n::Locale;
use crate::ui::actions::{Action, all, allowed};
use crate::ui::boxed::{Show, effect};
use crate::ui::icons::Glyph;
use crate::ui::panels::keys::spelled;
use crate::ui::prelude::*;
use crate::ui::widgets::modal::modal;
use leptos::{ev, html};

/// The dialog, while it is open.
#[component]
pub fn Palette() -> AnyView {
    let board = expect_context::<Board>();
    view! {
        <Show when=move || board.palette.get()>
            <Asked />
        </Show>
    }
}

/// The actions that fit what was typed: those whose name begins so come first.
fn fitting(board: Board, typed: &str) -> Vec<&'static Action> {
    let names = |action: &Action| Locale::ALL.map(|locale| (action.label)(locale.messages()));
    let able =
        |action: &&'static Action| action.id != "palette" && untrack(|| allowed(board, action));
    let mut found: Vec<&Action> = all()
        .filter(able)
        .filter(|action| names(action).iter().any(|name| matches(name, typed)))
        .collect();
    let typed = fold(typed.trim());
    found.sort_by_key(|action| !names(action).iter().any(|name| fold(name).starts_with(&typed)));
    found
}

#[component]
fn Asked() -> AnyView {
    let board = expect_context::<Board>();
    let shell = board.shell;
    let (dialog, close) = modal();
    let typed = RwSignal::new(String::new());
    let at = RwSignal::new(0_usize);
    let found = Signal::derive(move || typed.with(|typed| fitting(board, typed)));
    let list = NodeRef::<html::Div>::new();
    let run = move |action: &'static Action| {
        board.palette.set(false);
        close();
        // The board has the focus again, from where the action goes on.
        if let Some(spot) = board.spot.get_untracked() {
            board.lead(spot);
        }
        (action.run)(board);
    };
    let key = move |event: ev::KeyboardEvent| {
        event.stop_propagation();
        if event.is_composing() {
            return;
        }
        let found = found.get_untracked();
        let (now, count) = (at.get_untracked(), found.len().max(1));
        let next = match event.key().as_str() {
            "ArrowDown" => (now + 1) % count,
            "ArrowUp" => (now + count - 1) % count,
            "Enter" => {
                event.prevent_default();
                if let Some(action) = found.get(now) {
                    run(action);
                }
                return;
            }
            _ => return,
        };
        event.prevent_default();
        at.set(next);
    };
    effect(move || {
        let at = at.get();
        if let Some(line) = list.get().and_then(|list| list.children().item(at as u32)) {
            line.scroll_into_view_with_bool(false);
        }
    });
    let option = |place: usize| format!("palette-{place}");
    let lines = move || {
        let t = shell.t();
        let lines = found.get().into_iter().enumerate().map(|(place, action)| {
            let keys = action.keys.first().map(|key| spelled(t, key));
            let on = move || at.get() == place;
            view! {
                <div
                    id=option(place)
                    class="palette-line"
                    role="option"
                    aria-selected=move || if on() { "true" } else { "false" }
                    on:pointermove=move |_| {
                        if at.get_untracked() != place {
                            at.set(place);
                        }
                    }
                    on:click=move |_| run(action)
                >
                    <Glyph icon=action.icon />
                    <span class="menu-label">{(action.label)(t)}</span>
                    {keys.map(|keys| view! { <kbd class="menu-keys">{keys}</kbd> })}
                </div>
            }
        });
        lines.collect_view()
    };
    view! {
        <dialog
            class="dialog palette"
            node_ref=dialog
            aria-label=move || shell.t().hands.palette
            on:close=move |_| board.palette.set(false)
            on:keydown=key
            on:click=move |event| {
                if event.target() == event.current_target() {
                    close();
                }
            }
        >
            <input
                class="palette-field"
                role="combobox"
                aria-label=move || shell.t().hands.palette_label
                placeholder=move || shell.t().hands.palette_label
                aria-expanded="true"
                aria-controls="palette-list"
                aria-autocomplete="list"
                aria-activedescendant=move || {
                    (!found.get().is_empty()).then(|| option(at.get()))
                }
                type="text"
                autocomplete="off"
                spellcheck="false"
                on:input=move |event| {
                    typed.set(event_target_value(&event));
                    at.set(0);
                }
            />
            <div
                id="palette-list"
                class="palette-list"
                role="listbox"
                node_ref=list
                aria-label=move || shell.t().hands.palette
            >
                {lines}
            </div>
            <Show when=move || found.get().is_empty()>
                <p class="palette-none" role="status">{move || shell.t().hands.palette_none}</p>
            </Show>
            <p class="palette-hint">{move || shell.t().hands.palette_hint}</p>
        </dialog>
    }
}
