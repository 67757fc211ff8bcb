//! The method: where the map stands, what is missing, and the way there. Each part is one row of a
//! table; every part can be skipped and moved.

pub mod asked;
pub mod brought;
pub mod build;
pub mod columns;
pub mod conclusion;
pub mod contact;
pub mod gaps;
pub mod goal;
pub mod linked;
pub mod links;
pub mod part;
pub mod personas;
pub mod research;
pub mod rests;
pub mod sheet;
pub mod source;

use crate::analysis::course::{self, Part};
use crate::analysis::standing::Standing;
use crate::i18n::Messages;
use crate::model::map::Value;
use crate::model::{Detail, Kind, Map, Thing};
use crate::ui::board::state::{Board, Panel};
use crate::ui::boxed::{For, effect};
use crate::ui::details::set;
use crate::ui::library::chooser::level;
use crate::ui::memo::{Memo, memo};
use crate::ui::mirror::Mark;
use crate::ui::prelude::*;
use crate::ui::shell::Shell;
use leptos::html;
use part::PartView;
use wasm_bindgen::JsCast;

/// A part of the method.
pub struct Section {
    /// Its word in the document.
    pub id: &'static str,
    /// Its name.
    pub name: fn(&Messages) -> &'static str,
    /// What it is for and what to do first, in two sentences at most: shown while nothing of it is there.
    pub first: fn(&Messages, Kind) -> &'static str,
    /// Where a map stands in it.
    pub standing: fn(&Map) -> Standing,
    /// What it holds, made when it is opened.
    pub body: fn() -> AnyView,
}

/// The parts, in the order they are offered.
static SECTIONS: &[Section] = &[
    goal::SECTION,
    personas::SECTION,
    contact::SECTION,
    columns::SECTION,
    build::SECTION,
    links::SECTION,
];

fn known() -> Vec<&'static str> {
    SECTIONS.iter().map(|section| section.id).collect()
}

fn course_of(map: &Map) -> Vec<Part> {
    course::read(map.word(Thing::Map, Detail::Course), &known())
}

/// Notes another order with the map.
fn reorder(shell: Shell, parts: &[Part]) {
    let note = course::write(parts, &known());
    set(shell, [Thing::Map], Detail::Course, (!note.is_empty()).then_some(Value::Text(note)));
}

/// The panel.
#[component]
pub fn Method() -> AnyView {
    let board = expect_context::<Board>();
    let shell = board.shell;
    let parts: Memo<Vec<Part>> =
        memo(move || shell.mirror.watch(Mark::Thing(Thing::Map), course_of));
    // Open at first: what comes next.
    let next = shell.mirror.read(|map| {
        let is_open = |part: &&Part| {
            !part.1 && section(part.0).is_some_and(|it| (it.standing)(map) != Standing::Whole)
        };
        course_of(map).iter().find(is_open).map(|part| part.0)
    });
    // What was open last, or what something leads to, is open again.
    let open = board.part;
    if open.get_untracked().is_none() {
        open.set(next);
    }
    let list = NodeRef::<html::Ul>::new();
    // Whoever asked for the panel goes on in it.
    effect(move || {
        let first = list.get().and_then(|list| {
            let open = list.query_selector("button[aria-expanded=true]").ok().flatten();
            open.or_else(|| list.query_selector("button").ok().flatten())
        });
        if let Some(first) = first.and_then(|first| first.dyn_into::<web_sys::HtmlElement>().ok()) {
            let _ = first.focus();
        }
    });
    let level = move || shell.mirror.watch(Mark::Any, |map| level(shell.t(), map.kind));
    view! {
        <div class="method">
            <p class="panel-sort">{level}</p>
            <p class="panel-hint">{move || shell.t().method.intro}</p>
            <ul class="method-parts" node_ref=list aria-label=move || shell.t().method.parts>
                <For
                    each=move || parts.with(|parts| parts.iter().map(|part| part.0).collect())
                    key=|part| *part
                    children=move |part| match section(part) {
                        Some(section) => view! { <PartView section=section parts=parts open=open /> },
                        None => ().into_any(),
                    }
                />
            </ul>
        </div>
    }
}

/// Leads to another panel, from where there is a way back.
pub fn lead_to(board: Board, panel: Panel) {
    board.led.set(Some(panel));
    board.panel.set(Some(panel));
}

fn section(id: &str) -> Option<&'static Section> {
    SECTIONS.iter().find(|section| section.id == id)
}
