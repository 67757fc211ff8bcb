//! The small toolbar over a text that is being formatted.

use super::field::RichField;
use super::over::over;
use crate::i18n::Messages;
use crate::model::rich::{Block, Mark, address};
use crate::ui::boxed::{Show, effect};
use crate::ui::icons::{self, Icon};
use crate::ui::prelude::*;
use crate::ui::shell::use_shell;
use leptos::{ev, html};
use wasm_bindgen::JsCast;

type Name = fn(&Messages) -> &'static str;

const TOOLS: [(Icon, Name, &str); 5] = [
    (icons::BOLD, |t| t.rich.bold, "Ctrl+B"),
    (icons::ITALIC, |t| t.rich.italic, "Ctrl+I"),
    (icons::LINK, |t| t.rich.link, "Ctrl+K"),
    (icons::LIST, |t| t.rich.bullets, "Ctrl+Shift+8"),
    (icons::NUMBERS, |t| t.rich.numbers, "Ctrl+Shift+7"),
];

fn run(field: RichField, tool: usize) {
    match tool {
        0 => field.toggle(Mark::Strong),
        1 => field.toggle(Mark::Em),
        2 => field.bar.update(|bar| (bar.open, bar.linking) = (true, true)),
        3 => field.list(Block::Bullet),
        _ => field.list(Block::Number),
    }
}

/// Shows the toolbar and goes into it.
pub fn enter(field: RichField) {
    if field.bar.get_untracked().open {
        return walk(field, 0);
    }
    field.bar.update(|bar| bar.open = true);
    request_animation_frame(move || walk(field, 0));
}

fn back(field: RichField) {
    if let Some(root) = field.there() {
        let _ = root.focus();
        field.show();
    }
}

/// The focus goes to the next or the previous tool; with nought to the first.
fn walk(field: RichField, step: i32) {
    let Some(root) = field.there() else { return };
    let Some(bar) = root.parent_element().and_then(|own| own.query_selector(".rich-bar").ok()?)
    else {
        return;
    };
    let tools = bar.children();
    let count = tools.length() as i32;
    let now = document().active_element();
    let at = (0..count).find(|at| tools.item(*at as u32) == now).unwrap_or(0);
    let next = if step == 0 { 0 } else { (at + step).rem_euclid(count.max(1)) };
    if let Some(tool) =
        tools.item(next as u32).and_then(|tool| tool.dyn_into::<web_sys::HtmlElement>().ok())
    {
        let _ = tool.focus();
    }
}

/// The toolbar.
#[component]
pub fn Toolbar(
    /// The text it formats.
    field: RichField,
) -> AnyView {
    let shell = use_shell();
    let key = move |event: ev::KeyboardEvent| {
        match event.key().as_str() {
            "ArrowRight" => walk(field, 1),
            "ArrowLeft" => walk(field, -1),
            "Escape" => back(field),
            _ => return,
        }
        event.prevent_default();
    };
    let tools = move || {
        let t = shell.t();
        let tool = |(at, (icon, name, keys)): (usize, (Icon, Name, &'static str))| {
            let label = name(t);
            view! {
                <button
                    class="rich-tool"
                    type="button"
                    tabindex=if at == 0 { "0" } else { "-1" }
                    aria-label=label
                    title=format!("{label} ({keys})")
                    aria-pressed=move || if field.bar.get().on[at] { "true" } else { "false" }
                    on:click=move |_| {
                        run(field, at);
                        if at != 2 {
                            back(field);
                        }
                    }
                >
                    <icons::Glyph icon=icon />
                </button>
            }
        };
        TOOLS.into_iter().enumerate().map(tool).collect_view().into_any()
    };
    let bar = move || {
        view! {
            <Show when=move || !field.bar.get().linking>
                <div
                    class="rich-bar"
                    role="toolbar"
                    aria-label=move || shell.t().rich.toolbar
                    on:pointerdown=|event| event.prevent_default()
                    on:keydown=key
                >
                    {tools}
                </div>
            </Show>
            <Show when=move || field.bar.get().linking>
                <LinkField field=field />
            </Show>
        }
    };
    view! { <Show when=move || field.bar.get().open>{over(field, bar().into_any())}</Show> }
}

/// The address of a link.
#[component]
fn LinkField(
    /// The text it is for.
    field: RichField,
) -> AnyView {
    let shell = use_shell();
    let input = NodeRef::<html::Input>::new();
    let wrong = RwSignal::new(false);
    let text = field.text();
    let range = field.range();
    let around = text.link_around(range.1);
    let (from, to, old) = match (range, around) {
        ((from, to), found) if from < to => (from, to, found.map(|(_, _, old)| old)),
        (_, Some((from, to, old))) => (from, to, Some(old)),
        ((at, _), None) => (at, at, None),
    };
    let (had, old) = (old.is_some(), old.map(|old| old.to_string()).unwrap_or_default());
    let old = StoredValue::new(old);
    effect(move || {
        if let Some(input) = input.get() {
            input.set_value(&old.get_value());
            let _ = input.focus();
            input.select();
        }
    });
    let close = move || {
        field.bar.update(|bar| bar.linking = false);
        back(field);
    };
    let set = move |href: Option<String>| {
        field.bar.update(|bar| bar.linking = false);
        if let Some(root) = field.there() {
            let _ = root.focus();
        }
        field.change(|text, _| {
            let mut to = to;
            if let (true, Some(href)) = (from == to, &href) {
                // Nothing to lead away from: the address itself is the text.
                let shown = href.trim_start_matches("mailto:").trim_start_matches("https://");
                to = text.replace(from, to, &crate::model::styled::Styled::new(shown, None));
            }
            text.mark((from, to), Mark::Link, href.as_deref());
            (to, to)
        });
    };
    let done = move || {
        let typed = input.get_untracked().map(|input| input.value()).unwrap_or_default();
        match (typed.trim().is_empty(), address(&typed)) {
            (true, _) => set(None),
            (_, Some(href)) => set(Some(href)),
            _ => wrong.set(true),
        }
    };
    view! {
        <div class="rich-bar rich-link">
            <input
                class="rich-address"
                type="text"
                node_ref=input
                aria-label=move || shell.t().rich.address
                placeholder="https://"
                spellcheck="false"
                autocomplete="off"
                aria-invalid=move || wrong.get().then_some("true")
                on:keydown=move |event| match event.key().as_str() {
                    "Enter" if !event.is_composing() => {
                        event.prevent_default();
                        done();
                    }
                    "Escape" => {
                        event.prevent_default();
                        close();
                    }
                    _ => {}
                }
            />
            <button class="button quiet" type="button" on:click=move |_| done()>
                {move || shell.t().rich.set_link}
            </button>
            {had
                .then(|| {
                    view! {
                        <button class="button quiet" type="button" on:click=move |_| set(None)>
                            {move || shell.t().rich.remove_link}
                        </button>
                    }
                })}
            <Show when=move || wrong.get()>
                <p class="rich-wrong" role="alert">{move || shell.t().rich.wrong_address}</p>
            </Show>
        </div>
    }
}
