//! A map in the library, and one in its bin.

use crate::geometry::curve::{Plot, UNFELT, path};
use crate::i18n::fill;
use crate::model::Kind;
use crate::ui::boxed::{Show, effect};
use crate::ui::command::{Command, Listed, Route};
use crate::ui::dates::minute;
use crate::ui::icons;
use crate::ui::prelude::*;
use crate::ui::shell::{Shell, use_shell};
use crate::ui::widgets::button::Button;
use crate::ui::widgets::confirm::Confirm;
use crate::ui::widgets::menu::{Entry, Menu};
use leptos::html;

fn title(shell: Shell, map: &Listed) -> String {
    let title = map.title.trim();
    if title.is_empty() { shell.t().library.untitled.to_owned() } else { title.to_owned() }
}

fn kind(shell: Shell, map: &Listed) -> &'static str {
    match map.kind {
        Kind::Journey => shell.t().library.journey,
        Kind::Experience => shell.t().library.experience,
    }
}

/// The picture on a card: the curve of the first persona, as far as it is drawn on the board.
fn thumbnail(map: &Listed) -> AnyView {
    let count = map.curve.len();
    let plot = Plot { top: 12.0, bottom: 60.0 };
    let points: Vec<(f64, f64)> = map
        .curve
        .iter()
        .enumerate()
        .filter(|(_, level)| **level != UNFELT)
        .map(|(place, level)| ((place as f64 + 0.5) * 240.0 / count.max(1) as f64, plot.y(*level)))
        .collect();
    let dots = points
        .iter()
        .take(16)
        .map(|(x, y)| view! { <path class="thumb-point" d=format!("M{x:.1} {y:.1}h0.01")></path> })
        .collect_view();
    view! {
        <svg class="thumb" viewBox="0 0 240 72" preserveAspectRatio="none" aria-hidden="true">
            <line class="curve-rule" x1="0" x2="240" y1="36" y2="36"></line>
            <path class="curve-line" d=path(&points)></path>
            {dots}
        </svg>
    }
}

/// A map.
#[component]
pub fn MapCard(
    /// Which.
    map: Listed,
) -> AnyView {
    let shell = use_shell();
    let renaming = RwSignal::new(false);
    let map = StoredValue::new(map);
    let slot = move || map.with_value(|map| map.slot.clone());
    let called = move || map.with_value(|map| title(shell, map));
    let picture = map.with_value(thumbnail);
    let size = move || {
        let (l, locale) = (shell.t().library, shell.locale.get());
        map.with_value(|map| {
            format!("{} · {}", locale.count(map.stages, l.stages), locale.count(map.cards, l.cards))
        })
    };
    let edited = move || {
        fill(
            shell.t().library.edited,
            &[&map.with_value(|map| minute(shell.locale.get(), map.edited))],
        )
    };
    let choices = map.with_value(|map| map.choices);
    let entries = Signal::derive(move || {
        let l = shell.t().library;
        let command =
            move |make: fn(String) -> Command| Callback::new(move |()| shell.send(make(slot())));
        vec![
            Entry {
                label: l.rename.to_owned(),
                icon: Some(icons::PEN),
                run: Callback::new(move |()| renaming.set(true)),
            },
            Entry {
                label: l.duplicate.to_owned(),
                icon: Some(icons::COPY),
                run: command(Command::Duplicate),
            },
            Entry {
                label: shell.t().copies.make_variant.to_owned(),
                icon: Some(icons::SPLIT),
                run: command(Command::MakeVariant),
            },
            Entry {
                label: l.export.to_owned(),
                icon: Some(icons::EXPORT),
                run: command(Command::Export),
            },
            Entry {
                label: l.delete.to_owned(),
                icon: Some(icons::BIN),
                run: command(|slot| Command::SetBinned(slot, true)),
            },
        ]
    });
    view! {
        <li class="map-card">
            <a
                class="map-link"
                tabindex="-1"
                href=Route::Map(slot()).href()
                aria-label=move || format!("{} {}", shell.t().library.open, called())
            >
                {picture}
            </a>
            <div class="map-body">
                <Show
                    when=move || renaming.get()
                    fallback=move || {
                        view! {
                            <a class="map-title" href=Route::Map(slot()).href()>
                                {move || called()}
                            </a>
                        }
                    }
                >
                    <Rename map=map renaming=renaming />
                </Show>
                <Menu
                    label=Signal::derive(move || fill(shell.t().library.actions_of, &[&called()]))
                    icon=icons::MORE
                    bare=true
                    class="quiet"
                    entries=entries
                />
                <div class="map-facts">
                    <span class="map-kind">
                        {move || map.with_value(|map| super::chooser::level(shell.t(), map.kind))}
                    </span>
                    <span class="map-size">{move || size()}</span>
                    <span class="map-edited">{move || edited()}</span>
                    {move || variant_of(shell, map).map(|words| view! { <span class="map-variant">{words}</span> })}
                    {(choices > 0)
                        .then(|| {
                            view! {
                                <span class="chip alarm">
                                    {move || {
                                        shell.locale.get().count(choices, shell.t().library.choices)
                                    }}
                                </span>
                            }
                        })}
                </div>
            </div>
        </li>
    }
}

/// What a variant is a variant of.
fn variant_of(shell: Shell, map: StoredValue<Listed>) -> Option<String> {
    let c = shell.t().copies;
    map.with_value(|map| {
        map.variant.as_ref().map(|title| match title.as_str() {
            "" => c.variant_of_gone.to_owned(),
            title => fill(c.variant_of, &[title]),
        })
    })
}

#[component]
fn Rename(map: StoredValue<Listed>, renaming: RwSignal<bool>) -> AnyView {
    let shell = use_shell();
    let field = NodeRef::<html::Input>::new();
    effect(move || {
        if let Some(field) = field.get() {
            field.set_value(&map.with_value(|map| map.title.clone()));
            let _ = field.focus();
            field.select();
        }
    });
    let end = move |keep: bool| {
        if !renaming.get_untracked() {
            return;
        }
        let new = field.get_untracked().map(|field| field.value()).unwrap_or_default();
        renaming.set(false);
        let (slot, old) = map.with_value(|map| (map.slot.clone(), map.title.clone()));
        if keep && new.trim() != old.trim() {
            shell.send(Command::Rename(slot, new.trim().to_owned()));
        }
    };
    view! {
        <input
            class="field-line"
            type="text"
            node_ref=field
            aria-label=move || shell.t().board.title_label
            on:keydown=move |event| {
                match event.key().as_str() {
                    "Enter" if !event.is_composing() => end(true),
                    "Escape" => end(false),
                    _ => {}
                }
            }
            on:blur=move |_| end(true)
        />
    }
}

/// A map in the bin.
#[component]
pub fn BinnedCard(
    /// Which.
    map: Listed,
) -> AnyView {
    let shell = use_shell();
    let map = StoredValue::new(map);
    let slot = move || map.with_value(|map| map.slot.clone());
    let called = move || map.with_value(|map| title(shell, map));
    let asked = RwSignal::new(false);
    let remove = Callback::new(move |()| shell.send(Command::Remove(slot())));
    let question =
        Signal::derive(move || fill(shell.t().library.delete_forever_sure, &[&called()]));
    view! {
        <li class="bin-card">
            <span class="panel-text">{move || called()}</span>
            <span class="map-kind">{move || map.with_value(|map| kind(shell, map))}</span>
            <Button
                label=Signal::derive(move || shell.t().library.restore.to_owned())
                on_press=Callback::new(move |()| shell.send(Command::SetBinned(slot(), false)))
            />
            <Button
                label=Signal::derive(move || shell.t().library.delete_forever.to_owned())
                class="quiet"
                on_press=Callback::new(move |()| asked.set(true))
            />
            <Confirm
                open=asked
                question=question
                no=Signal::derive(move || shell.t().library.cancel.to_owned())
                yes=Signal::derive(move || shell.t().library.delete_forever.to_owned())
                on_yes=remove
            />
        </li>
    }
}
