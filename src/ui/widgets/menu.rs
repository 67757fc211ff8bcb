//! A button that opens a menu: arrow keys, Escape, and a press outside close it as people expect.

use crate::analysis::search::fold;
use crate::ui::attribute::px;
use crate::ui::icons::{Glyph, Icon};
use crate::ui::prelude::*;
use leptos::{ev, html};
use wasm_bindgen::JsCast;

/// One line of a menu.
#[derive(Clone)]
pub struct Entry {
    /// What it says.
    pub label: String,
    /// Its picture.
    pub icon: Option<Icon>,
    /// What it does.
    pub run: Callback<()>,
}

/// The menu button.
#[component]
pub fn Menu(
    /// What the button says.
    #[prop(into)]
    label: Signal<String>,
    /// Its picture.
    icon: Icon,
    /// Only the icon is seen.
    #[prop(optional)]
    bare: bool,
    /// A class beside `button`.
    #[prop(optional)]
    class: &'static str,
    /// The lines.
    #[prop(into)]
    entries: Signal<Vec<Entry>>,
    /// The group of each line, in the lines' order: lines of one group stand under its name.
    #[prop(optional, into)]
    groups: MaybeProp<Vec<&'static str>>,
) -> AnyView {
    // Left, and the distance from the top of the window or, where the button is low, from its bottom.
    let open = RwSignal::new(None::<(f64, f64, bool)>);
    let button = NodeRef::<html::Button>::new();
    let list = NodeRef::<html::Div>::new();
    let close = move |refocus: bool| {
        open.set(None);
        if refocus && let Some(button) = button.get_untracked() {
            let _ = button.focus();
        }
    };
    let toggle = move |_| {
        if open.get_untracked().is_some() {
            close(false);
            return;
        }
        let Some(element) = button.get_untracked() else { return };
        let wide = if groups.with_untracked(Option::is_some) { 480.0 } else { 248.0 };
        let rect = element.get_bounding_client_rect();
        let height = crate::ui::board::window_size().1;
        let low = rect.top() > height * 0.6;
        let edge = if low { height - rect.top() + 4.0 } else { rect.bottom() + 4.0 };
        open.set(Some((left_inside(rect.left(), wide), edge, low)));
        request_animation_frame(move || step(list, 0));
    };
    let on_key = move |event: ev::KeyboardEvent| match event.key().as_str() {
        "Escape" => {
            event.stop_propagation();
            close(true);
        }
        _ => moved(list, &event),
    };
    let on_leave = move |event: ev::FocusEvent| {
        let to = event.related_target().and_then(|to| to.dyn_into::<web_sys::Node>().ok());
        let inside = list.get_untracked().is_some_and(|list| list.contains(to.as_ref()));
        if !inside {
            close(false);
        }
    };
    view! {
        <button
            type="button"
            node_ref=button
            class=format!("button {class} {}", if bare { "bare" } else { "" })
            aria-haspopup="menu"
            aria-expanded=move || if open.get().is_some() { "true" } else { "false" }
            aria-label=move || label.get()
            title=move || label.get()
            on:mousedown=|event| event.prevent_default()
            on:click=toggle
        >
            <Glyph icon=icon />
            {(!bare).then(|| view! { <span class="button-label">{move || label.get()}</span> })}
        </button>
        {move || {
            open.get()
                .map(|(left, edge, low)| {
                    let line = |entry: Entry| {
                            let run = entry.run;
                            view! {
                                <button
                                    type="button"
                                    role="menuitem"
                                    tabindex="-1"
                                    class="menu-item"
                                    on:click=move |_| {
                                        close(true);
                                        run.run(());
                                    }
                                >
                                    {entry.icon.map(|icon| view! { <Glyph icon=icon /> })}
                                    <span>{entry.label}</span>
                                </button>
                            }
                    };
                    let wide = groups.with_untracked(Option::is_some);
                    let groups = groups.get_untracked().unwrap_or_default();
                    let lines = entries.get_untracked();
                    let lines = if groups.is_empty() {
                        lines.into_iter().map(line).collect_view().into_any()
                    } else {
                        grouped(lines, &groups, line)
                    };
                    view! {
                        <div
                            class="menu"
                            class:wide=wide
                            role="menu"
                            node_ref=list
                            aria-label=move || label.get()
                            style:left=px(left)
                            style:top=(!low).then(|| px(edge))
                            style:bottom=low.then(|| px(edge))
                            on:keydown=on_key
                            on:focusout=on_leave
                        >
                            {lines}
                        </div>
                    }
                })
        }}
    }
}

/// The left edge of a menu, so that the whole of its width is in the window.
pub fn left_inside(left: f64, wide: f64) -> f64 {
    let window = window().inner_width().ok().and_then(|w| w.as_f64()).unwrap_or(400.0);
    left.min(window - wide).max(8.0)
}

/// The lines in groups, each under its name.
fn grouped(lines: Vec<Entry>, groups: &[&'static str], line: impl Fn(Entry) -> AnyView) -> AnyView {
    let mut names = Vec::new();
    for name in groups {
        if !names.contains(name) {
            names.push(*name);
        }
    }
    let mut lines: Vec<(Entry, &str)> = lines.into_iter().zip(groups.iter().copied()).collect();
    let group = |name: &'static str| {
        let here = lines.extract_if(.., |(_, of)| *of == name).map(|(entry, _)| line(entry));
        let here: Vec<AnyView> = here.collect();
        view! {
            <div class="menu-group" role="group" aria-label=name>
                <div class="menu-heading" aria-hidden="true">{name}</div>
                {here}
            </div>
        }
    };
    let groups = names.into_iter().map(group).collect_view();
    view! {
        <div class="menu-columns" role="none">
            {groups}
        </div>
    }
    .into_any()
}

/// A key in a menu: arrows go round, Home and End to the ends, a letter to the next line that begins so.
pub fn moved(list: NodeRef<html::Div>, event: &ev::KeyboardEvent) {
    let key = event.key();
    let letter = key.chars().count() == 1 && key != " ";
    let Some((lines, now)) = lines(list) else { return };
    let by = match key.as_str() {
        "ArrowDown" => 1,
        "ArrowUp" => -1,
        "Home" => -now.unwrap_or(0),
        "End" => -1 - now.unwrap_or(0),
        _ if letter && !event.ctrl_key() && !event.meta_key() && !event.alt_key() => {
            let begins = |by: &i32| {
                let line = line(&lines, now.unwrap_or(-1) + by);
                let text = line.and_then(|line| line.text_content()).unwrap_or_default();
                fold(text.trim()).starts_with(&fold(&key))
            };
            (1..=lines.length() as i32).find(begins).unwrap_or(0)
        }
        _ => return,
    };
    event.prevent_default();
    step(list, by);
}

/// Moves the focus among the lines of a menu; to the first where none has it.
pub fn step(list: NodeRef<html::Div>, by: i32) {
    let Some((lines, now)) = lines(list) else { return };
    if let Some(line) = line(&lines, now.map_or(0, |now| now + by)) {
        let _ = line.focus();
    }
}

/// The lines of a menu, and which of them has the focus.
fn lines(list: NodeRef<html::Div>) -> Option<(web_sys::HtmlCollection, Option<i32>)> {
    let lines = list.get_untracked()?.get_elements_by_class_name("menu-item");
    let active = document().active_element();
    let now = (0..lines.length()).find(|at| lines.item(*at) == active);
    Some((lines, now.map(|now| now as i32)))
}

/// A line by its number, counted round.
fn line(lines: &web_sys::HtmlCollection, at: i32) -> Option<web_sys::HtmlElement> {
    let at = at.checked_rem_euclid(lines.length() as i32)?;
    lines.item(at as u32).and_then(|line| line.dyn_into().ok())
}
