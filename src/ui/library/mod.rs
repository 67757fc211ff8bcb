//! The library: all maps kept here, the ways to start one, and the bin.

pub mod about;
pub mod bar;
pub mod chooser;
pub mod faults;
pub mod gallery;
pub mod import;
pub mod map_card;
pub mod overview;
pub mod welcome;

use crate::analysis::search;
use crate::model::{Kind, Template};
use crate::ui::boxed::{For, Show, effect};
use crate::ui::command::{Command, Listed, Route, Start};
use crate::ui::icons;
use crate::ui::memo::memo;
use crate::ui::panels::reports::ReportList;
use crate::ui::prelude::*;
use crate::ui::shell::use_shell;
use crate::ui::widgets::button::Button;
use crate::ui::widgets::menu::{Entry, Menu};
use map_card::{BinnedCard, MapCard};

/// The page.
#[component]
pub fn LibraryPage() -> AnyView {
    let shell = use_shell();
    let query = RwSignal::new(String::new());
    let bin_open = RwSignal::new(false);
    effect(move || {
        document().set_title(&format!("{} – Parcours", shell.t().library.your_maps));
    });
    // A table pasted here becomes a map of its own.
    let pasted = window_event_listener(leptos::ev::paste, move |event| {
        if let Some((html, text)) = crate::ui::board::grid::pasted(&event) {
            shell.send(Command::Paste(html, text));
        }
    });
    on_cleanup(move || pasted.remove());
    let maps = memo(move || {
        let mut maps: Vec<Listed> = shell.library.get().unwrap_or_default();
        maps.retain(|map| !map.binned);
        maps.sort_by_key(|map| std::cmp::Reverse(map.edited));
        maps
    });
    let binned = memo(move || {
        let mut maps: Vec<Listed> = shell.library.get().unwrap_or_default();
        maps.retain(|map| map.binned);
        maps
    });
    let found = memo(move || {
        let query = query.get();
        let mut maps = maps.get();
        maps.retain(|map| {
            let title =
                if map.title.trim().is_empty() { shell.t().library.untitled } else { &map.title };
            search::matches(title, &query)
        });
        maps
    });
    let ready = move || shell.library.with(Option::is_some);
    let none = move || maps.with(Vec::is_empty);
    view! {
        <div class="page library-page">
            <bar::LibraryBar />
            <main class="library">
                <Show when=move || !shell.reports.with(Vec::is_empty)>
                    <div class="library-reports">
                        <ReportList />
                        <Button
                            label=Signal::derive(move || shell.t().library.close.to_owned())
                            class="quiet"
                            on_press=Callback::new(move |()| shell.reports.set(Vec::new()))
                        />
                    </div>
                </Show>
                <Show when=move || ready() && none()>
                    <welcome::Welcome />
                </Show>
                <Show when=move || ready() && !none()>
                    <div class="library-head">
                        <h1>{move || shell.t().library.your_maps}</h1>
                        <label class="search">
                            <icons::Glyph icon=icons::SEARCH />
                            <input
                                aria-label=move || shell.t().library.search
                                type="search"
                                placeholder=move || shell.t().library.search
                                prop:value=move || query.get()
                                on:input=move |event| query.set(event_target_value(&event))
                            />
                        </label>
                        <span class="bar-gap"></span>
                        <Starts />
                    </div>
                    <ul class="map-cards">
                        <For
                            each=move || found.get()
                            key=Listed::clone
                            children=|map| view! { <MapCard map=map /> }
                        />
                    </ul>
                    <overview::Overview />
                    <Show when=move || found.with(Vec::is_empty)>
                        <p class="library-none">
                            {move || {
                                crate::i18n::fill(shell.t().library.nothing_found, &[&query.get()])
                            }}
                        </p>
                    </Show>
                </Show>
                <Show when=move || binned.with(|maps| !maps.is_empty())>
                    <section class="library-bin">
                        <button
                            type="button"
                            class="button quiet"
                            aria-expanded=move || if bin_open.get() { "true" } else { "false" }
                            on:click=move |_| bin_open.update(|open| *open = !*open)
                        >
                            <icons::Glyph icon=icons::BIN />
                            <span>
                                {move || {
                                    format!("{} ({})", shell.t().library.bin, binned.with(Vec::len))
                                }}
                            </span>
                        </button>
                        <Show when=move || bin_open.get()>
                            <p class="panel-hint">{move || shell.t().library.bin_hint}</p>
                            <ul class="bin-cards">
                                <For
                                    each=move || binned.get()
                                    key=|map| map.slot.clone()
                                    children=|map| view! { <BinnedCard map=map /> }
                                />
                            </ul>
                        </Show>
                    </section>
                </Show>
            </main>
        </div>
    }
}

/// The buttons that start a map.
#[component]
fn Starts() -> AnyView {
    let shell = use_shell();
    let entries = Signal::derive(move || {
        let l = shell.t().library;
        let n = shell.t().lanes;
        [
            (n.new_blueprint, Start::Template(Template::Blueprint)),
            (n.new_touchpoints, Start::Template(Template::Touchpoints)),
            (l.blank_journey, Start::Blank(Kind::Journey)),
            (l.blank_experience, Start::Blank(Kind::Experience)),
            (l.example_journey, Start::Example(Kind::Journey)),
            (l.example_experience, Start::Example(Kind::Experience)),
        ]
        .into_iter()
        .map(|(label, start)| Entry {
            label: label.to_owned(),
            icon: Some(icons::PLUS),
            run: Callback::new(move |()| shell.send(Command::New(start))),
        })
        .collect::<Vec<_>>()
    });
    let choosing = RwSignal::new(false);
    let entries = Signal::derive(move || {
        let m = shell.t().templates;
        let mut all = entries.get();
        let entry =
            |label: &str, icon, run| Entry { label: label.to_owned(), icon: Some(icon), run };
        let choose = Callback::new(move |()| choosing.set(true));
        all.insert(0, entry(m.choose, icons::SPLIT, choose));
        all
    });
    let new = move |kind| Callback::new(move |()| shell.send(Command::New(Start::Template(kind))));
    view! {
        <Button
            label=Signal::derive(move || shell.t().library.new_journey.to_owned())
            icon=icons::PLUS
            class="primary"
            on_press=new(Template::Journey)
        />
        <Button
            label=Signal::derive(move || shell.t().library.new_experience.to_owned())
            icon=icons::PLUS
            on_press=new(Template::Experience)
        />
        <a class="button" href=Route::Templates.href()>
            <icons::Glyph icon=icons::TABLE />
            <span class="button-label">{move || shell.t().templates.title}</span>
        </a>
        <Show when=move || choosing.get()>
            <chooser::Chooser open=choosing />
        </Show>
        <Menu
            label=Signal::derive(move || shell.t().library.more_starts.to_owned())
            icon=icons::MORE
            bare=true
            entries=entries
        />
    }
}
