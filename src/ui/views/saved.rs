//! The saved views of a map: shown, updated, renamed, deleted, and a new one saved under a name.

use crate::analysis::sight::Sight;
use crate::i18n::{Messages, fill};
use crate::model::edit::{Edit, TextOf};
use crate::model::map::Value;
use crate::model::{Detail, Id, Thing};
use crate::ui::board::state::Board;
use crate::ui::boxed::{For, Show};
use crate::ui::command::Command;
use crate::ui::icons::{self, Icon};
use crate::ui::memo::memo;
use crate::ui::mirror::Mark;
use crate::ui::names;
use crate::ui::panels::choices::ChoiceMark;
use crate::ui::prelude::*;
use crate::ui::widgets::button::Button;

/// The list, and the way to save what is shown.
#[component]
pub fn SavedViews() -> AnyView {
    let board = expect_context::<Board>();
    let shell = board.shell;
    let all = memo(move || {
        shell.mirror.watch(Mark::Any, |map| {
            let there = map.views.iter().filter(|(_, view)| view.deleted.is_none());
            let mut all: Vec<(String, Id)> =
                there.map(|(id, view)| (view.name.clone(), *id)).collect();
            all.sort();
            all.into_iter().map(|(_, id)| id).collect::<Vec<_>>()
        })
    });
    let name = RwSignal::new(String::new());
    let save = move || {
        let called = name.get_untracked().trim().to_owned();
        if called.is_empty() {
            return;
        }
        let settings = board.views.sight.with_untracked(Sight::write);
        let edit = Edit::AddView { view: shell.id(), name: called, settings };
        shell.send(Command::Apply(edit, 0));
        name.set(String::new());
    };
    view! {
        <h3>{move || shell.t().views.saved}</h3>
        <p class="panel-hint">{move || shell.t().views.saved_hint}</p>
        <Show when=move || all.with(Vec::is_empty)>
            <p class="panel-hint">{move || shell.t().views.saved_none}</p>
        </Show>
        <ul class="panel-list">
            <For
                each=move || all.get()
                key=|view| *view
                children=|view| view! { <SavedView view=view /> }
            />
        </ul>
        <div class="history-naming">
            <input
                class="field-line"
                type="text"
                aria-label=move || shell.t().views.view_name
                placeholder=move || shell.t().views.view_name
                prop:value=move || name.get()
                on:input=move |event| name.set(event_target_value(&event))
                on:keydown=move |event| {
                    if event.key() == "Enter" && !event.is_composing() {
                        save();
                    }
                }
            />
            <Button
                label=Signal::derive(move || shell.t().views.save_view.to_owned())
                disabled=Signal::derive(move || name.with(|name| name.trim().is_empty()))
                on_press=Callback::new(move |()| save())
            />
        </div>
    }
}

#[component]
fn SavedView(view: Id) -> AnyView {
    let board = expect_context::<Board>();
    let shell = board.shell;
    let thing = Thing::View(view);
    let name = memo(move || {
        shell.mirror.watch(Mark::Thing(thing), |map| names::of(shell.t(), map, thing))
    });
    let renaming = RwSignal::new(false);
    let show = move |_| {
        let settings = shell.mirror.read(|map| map.word(thing, Detail::Settings).to_owned());
        board.show_sight(Sight::read(&settings));
    };
    let update = Callback::new(move |()| {
        let value = Some(Value::Text(board.views.sight.with_untracked(Sight::write)));
        let edit = Edit::Set { thing, detail: Detail::Settings, value };
        shell.send(Command::Apply(edit, 0));
    });
    let delete = Callback::new(move |()| shell.send(Command::Apply(Edit::Delete(thing), 0)));
    let rename = move |text: String| {
        renaming.set(false);
        if text.trim() != name.get_untracked() && !text.trim().is_empty() {
            let edit = Edit::SetText { of: TextOf::Of(thing), text: text.trim().to_owned() };
            shell.send(Command::Apply(edit, 0));
        }
    };
    let press = move |label: fn(&Messages) -> &'static str, icon: Icon, run: Callback<()>| {
        view! {
            <Button
                label=Signal::derive(move || fill(label(shell.t()), &[&name.get()]))
                icon=icon
                bare=true
                class="quiet"
                on_press=run
            />
        }
    };
    view! {
        <li class="panel-item">
            {move || {
                if renaming.get() {
                    view! {
                        <input
                            class="field-line panel-text"
                            type="text"
                            aria-label=move || shell.t().views.view_name
                            prop:value=move || name.get()
                            on:keydown=move |event| {
                                match event.key().as_str() {
                                    "Enter" if !event.is_composing() => {
                                        rename(event_target_value(&event));
                                    }
                                    "Escape" => {
                                        event.stop_propagation();
                                        renaming.set(false);
                                    }
                                    _ => {}
                                }
                            }
                            on:change=move |event| rename(event_target_value(&event))
                        />
                    }
                } else {
                    view! {
                        <button
                            type="button"
                            class="button quiet panel-text saved-name"
                            aria-label=move || fill(shell.t().views.use_view, &[&name.get()])
                            dir="auto"
                            on:click=show
                        >
                            {move || name.get()}
                        </button>
                    }
                }
            }}
            <ChoiceMark thing=thing />
            <span class="panel-buttons">
                {press(|t| t.views.update_view, icons::CHECK, update)}
                {press(
                    |t| t.views.rename_view,
                    icons::PEN,
                    Callback::new(move |()| renaming.set(true)),
                )}
                {press(|t| t.views.delete_view, icons::BIN, delete)}
            </span>
        </li>
    }
}
