//! The sittings, newest first, with the versions that name a state of theirs.

use super::{slider, words};
use crate::i18n::fill;
use crate::model::edit::{Edit, TextOf};
use crate::model::timeline::{Point, Sitting};
use crate::model::{Id, Thing};
use crate::ui::board::state::Board;
use crate::ui::boxed::{For, Show};
use crate::ui::command::Command;
use crate::ui::history::{Looked, Walk};
use crate::ui::icons;
use crate::ui::prelude::*;
use crate::ui::widgets::button::Button;

/// A sitting with its position and its versions.
#[derive(Clone)]
struct Listed {
    place: usize,
    sitting: Sitting,
    versions: Vec<Id>,
}

/// The list. `at` is where the slider stands.
#[component]
pub fn Sittings(at: RwSignal<usize>) -> AnyView {
    let shell = expect_context::<Board>().shell;
    let most = RwSignal::new(words::FEW);
    let each = move || {
        let Some(line) = shell.history.line.get() else { return Vec::new() };
        let newest = line.sittings.iter().enumerate().rev().take(most.get());
        newest
            .map(|(place, sitting)| {
                let own = line.versions.iter().filter(|placed| placed.sitting == place);
                let versions = own.map(|placed| placed.version).collect();
                Listed { place, sitting: sitting.clone(), versions }
            })
            .collect()
    };
    let more = move || {
        shell.history.line.with(|line| line.as_ref().is_some_and(|l| l.sittings.len() > most.get()))
    };
    view! {
        <h3>{move || shell.t().history.sittings}</h3>
        <ol class="history-sittings">
            <For
                each=each
                key=|one| {
                    let Listed { place, sitting, versions } = one;
                    let own = (sitting.from, sitting.until, sitting.changes, sitting.last);
                    (*place, own, sitting.name.clone(), versions.clone())
                }
                children=move |one| view! { <SittingLine one=one at=at /> }
            />
        </ol>
        <Show when=more>
            <Button
                label=Signal::derive(move || shell.t().history.older.to_owned())
                on_press=Callback::new(move |()| most.update(|most| *most += words::FEW))
            />
        </Show>
    }
}

#[component]
fn SittingLine(one: Listed, at: RwSignal<usize>) -> AnyView {
    let shell = expect_context::<Board>().shell;
    let Listed { place, sitting, versions } = one;
    let last = sitting.last;
    let sitting = StoredValue::new(sitting);
    let here = move || {
        let moment = shell.history.line.with(|line| {
            line.as_ref().and_then(|line| line.moments.get(at.get()).map(|moment| moment.sitting))
        });
        if moment == Some(place) { "true" } else { "false" }
    };
    let who = move || sitting.with_value(|one| words::who(shell, one));
    let when = move || {
        let locale = shell.locale.get();
        sitting.with_value(|one| crate::ui::dates::range(locale, one.from, one.until))
    };
    let what = move || sitting.with_value(|one| words::touched(shell, &one.counts));
    view! {
        <li>
            <button
                type="button"
                class="sitting"
                aria-pressed=here
                on:click=move |_| slider::go(shell, last)
            >
                <strong>{move || who()}</strong>
                <span>{move || when()}</span>
                <span class="panel-sort">{move || what()}</span>
            </button>
            {versions
                .into_iter()
                .map(|version| view! { <VersionLine version=version /> })
                .collect_view()}
        </li>
    }
}

#[component]
fn VersionLine(version: Id) -> AnyView {
    let shell = expect_context::<Board>().shell;
    let renaming = RwSignal::new(false);
    let field = NodeRef::<leptos::html::Input>::new();
    let name = move || words::version_name(shell, version);
    let look = move |_| {
        let Some(found) = untrack(|| words::version(shell, version)) else { return };
        let words = untrack(|| words::version_words(shell, version));
        shell.send(Command::History(Walk::At(Point::Heads(found.heads), words)));
    };
    let here = move || {
        let heads = words::version(shell, version).map(|version| version.heads);
        let shown = shell.history.looked.with(|looked| match looked {
            Some(Looked::At(Point::Heads(_), at)) => Some(at) == heads.as_ref(),
            _ => false,
        });
        if shown { "true" } else { "false" }
    };
    let label = move |edit: Edit| shell.send(Command::History(Walk::Label(edit)));
    let rename = move || {
        renaming.set(true);
        request_animation_frame(move || {
            if let Some(field) = field.get_untracked() {
                field.set_value(&untrack(name));
                let _ = field.focus();
                field.select();
            }
        });
    };
    // Asked for by Enter and by leaving the field; the first does it.
    let done = move |keep: bool| {
        if !renaming.get_untracked() {
            return;
        }
        renaming.set(false);
        let text = field.get_untracked().map(|field| field.value().trim().to_owned());
        if let Some(text) = text.filter(|text| keep && !text.is_empty()) {
            label(Edit::SetText { of: TextOf::Of(Thing::Version(version)), text });
        }
    };
    view! {
        <div class="version-line">
            <Show
                when=move || renaming.get()
                fallback=move || {
                    view! {
                        <button type="button" class="version" aria-pressed=here on:click=look>
                            <icons::Glyph icon=icons::FLAG />
                            <span>{move || name()}</span>
                        </button>
                        <Button
                            label=Signal::derive(move || {
                                fill(shell.t().history.rename, &[&name()])
                            })
                            icon=icons::PEN
                            bare=true
                            class="quiet"
                            on_press=Callback::new(move |()| rename())
                        />
                        <Button
                            label=Signal::derive(move || {
                                fill(shell.t().history.delete, &[&name()])
                            })
                            icon=icons::BIN
                            bare=true
                            class="quiet"
                            on_press=Callback::new(move |()| {
                                label(Edit::Delete(Thing::Version(version)));
                            })
                        />
                    }
                }
            >
                <input
                    class="field-line"
                    aria-label=move || shell.t().history.name_field
                    type="text"
                    node_ref=field
                    on:keydown=move |event| {
                        match event.key().as_str() {
                            "Enter" if !event.is_composing() => done(true),
                            "Escape" => {
                                event.stop_propagation();
                                done(false);
                            }
                            _ => {}
                        }
                    }
                    on:blur=move |_| done(true)
                />
            </Show>
        </div>
    }
}
