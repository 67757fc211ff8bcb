//! The map as headings and lists, for reading from top to bottom: screen readers, small screens.
//!
//! All of it is in the page, so that search and readers reach everything; the sections come in slices,
//! and the browser draws those that are seen (`content-visibility`).

use super::outline_chosen;
use super::outline_lanes::Lanes;
use super::outline_section::SectionView;
use crate::geometry::outline::{self, Step, sections};
use crate::geometry::spot;
use crate::model::Thing;
use crate::ui::actions::for_key;
use crate::ui::board::focus::Focus;
use crate::ui::board::state::Board;
use crate::ui::boxed::{For, effect};
use crate::ui::memo::memo;
use crate::ui::mirror::Mark;
use crate::ui::names;
use crate::ui::prelude::*;
use crate::ui::selection::begins_typing;
use leptos::ev;
use wasm_bindgen::JsCast;

/// Sections that come into the page with each slice.
const SLICE: usize = 6;

/// The outline.
#[component]
pub fn Outline() -> AnyView {
    let board = expect_context::<Board>();
    let shell = board.shell;
    let focus = Focus::new(board);
    provide_context(focus);
    let all = memo(move || shell.mirror.watch(Mark::Any, sections));
    let there = RwSignal::new(SLICE);
    effect(move || {
        let (now, end) = (there.get(), all.with(Vec::len));
        if now < end {
            let more = move || {
                if there.try_get_untracked().is_some() {
                    there.set(now + SLICE);
                }
            };
            set_timeout(more, std::time::Duration::from_millis(16));
        }
    });
    // What is selected may lie far below: everything is brought in for it at once.
    effect(move || {
        request_animation_frame(move || {
            let Some(chosen) = board.spot.try_get_untracked().flatten() else { return };
            let far = document().get_element_by_id(&crate::ui::selection::dom_id(chosen)).is_none();
            if far && there.try_get_untracked().is_some() {
                there.set(all.with_untracked(Vec::len));
            }
            board.go(chosen);
        });
    });
    let shown = memo(move || {
        let end = there.get();
        all.with(|all| all.iter().take(end).copied().collect::<Vec<_>>())
    });
    outline_chosen::follow(board);
    let title = move || {
        shell.mirror.watch(Mark::Thing(Thing::Map), |map| names::of(shell.t(), map, Thing::Map))
    };
    view! {
        <div
            class="outline"
            role="region"
            aria-label=move || crate::i18n::fill(shell.t().views.outline_of, &[&title()])
            on:keydown=move |event| key(board, &event)
            on:focusout=move |event| focus.back(&event)
        >
            <div class="outline-page">
                <h1 class="outline-title" dir="auto">{title}</h1>
                <For
                    each=move || shown.get()
                    key=|section| *section
                    children=|section| view! { <SectionView section=section /> }
                />
                <Lanes />
            </div>
        </div>
    }
}

fn key(board: Board, event: &ev::KeyboardEvent) {
    let target = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
    let on_field =
        target.as_ref().is_some_and(|e| matches!(e.tag_name().as_str(), "TEXTAREA" | "INPUT"));
    let on_place = target.is_some_and(|e| e.has_attribute("data-place"));
    if event.is_composing() || on_field || !on_place {
        return;
    }
    let (ctrl, alt, shift) =
        (event.ctrl_key() || event.meta_key(), event.alt_key(), event.shift_key());
    let key = event.key();
    if key == "Enter" && !ctrl && !alt && !shift {
        // The place is a button: the browser presses it.
        return;
    }
    if let Some(action) = for_key(board, ctrl, alt, shift, &key) {
        event.prevent_default();
        event.stop_propagation();
        (action.run)(board);
        return;
    }
    let way = match (key.as_str(), ctrl) {
        ("ArrowDown", false) => Step::On,
        ("ArrowUp", false) => Step::Back,
        ("ArrowRight" | "PageDown", false) => Step::OnHeading,
        ("ArrowLeft" | "PageUp", false) => Step::BackHeading,
        ("Home", _) => Step::First,
        ("End", _) => Step::Last,
        _ => {
            if begins_typing(event) {
                board.edit(true);
            }
            return;
        }
    };
    event.prevent_default();
    let from = board.spot.get_untracked().or_else(|| board.shell.mirror.read(spot::first));
    if let Some(from) = from {
        let filter = board.views.filter.get_untracked();
        board.go(board.shell.mirror.read(|map| outline::go(map, &filter, from, way)));
    }
}
