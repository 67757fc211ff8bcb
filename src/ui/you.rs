//! The dialog for one's own name and colour: asked once, before the first export, and open to change.

use super::command::{Command, Naming};
use super::shell::use_shell;
use super::widgets::button::Button;
use super::widgets::modal::modal;
use crate::i18n::Messages;
use crate::model::people::{COLOURS, NAME};
use crate::ui::boxed::Show;
use crate::ui::memo::flag;
use crate::ui::prelude::*;

/// The word of a colour.
fn colour_word(t: &Messages, colour: &str) -> &'static str {
    let p = t.people;
    match colour {
        "blue" => p.blue,
        "amber" => p.amber,
        "teal" => p.teal,
        "plum" => p.plum,
        "moss" => p.moss,
        "coral" => p.coral,
        "violet" => p.violet,
        _ => p.slate,
    }
}

/// The dialog, while it is asked for.
#[component]
pub fn You() -> AnyView {
    let shell = use_shell();
    let asked = flag(move || shell.naming.get().is_some());
    view! {
        <Show when=move || asked.get()>
            <YouDialog />
        </Show>
    }
}

/// Escape and the cross cancel: nothing is exported then, and the question stays open.
#[component]
fn YouDialog() -> AnyView {
    let shell = use_shell();
    let naming = shell.naming.get_untracked().unwrap_or(Naming::Change);
    let export = match &naming {
        Naming::Export(slot) => Some(slot.clone()),
        Naming::Change => None,
    };
    let asks = export.is_some();
    let me = shell.person.get_untracked();
    let chosen = if me.colour.is_empty() {
        let drawn = me.id.to_string().bytes().map(usize::from).sum::<usize>();
        COLOURS[drawn % COLOURS.len()]
    } else {
        COLOURS.into_iter().find(|one| *one == me.colour).unwrap_or(COLOURS[0])
    };
    let colour = RwSignal::new(chosen);
    let name = RwSignal::new(me.name);
    let (dialog, close) = modal();
    let done = Callback::new(move |named: bool| {
        let name = if named {
            name.get_untracked().trim().chars().take(NAME).collect()
        } else {
            String::new()
        };
        let colour =
            if name.is_empty() { String::new() } else { colour.get_untracked().to_owned() };
        close();
        shell.send(Command::SetPerson(name, colour));
        if let Some(slot) = export.clone() {
            shell.send(Command::Export(slot));
        }
    });
    let title = move || {
        let p = shell.t().people;
        if asks { p.ask_title } else { p.you }
    };
    view! {
        <dialog
            class="dialog"
            node_ref=dialog
            aria-label=title
            on:close=move |_| shell.naming.set(None)
        >
            <h2>{title}</h2>
            <p>
                {move || {
                    let p = shell.t().people;
                    if asks { p.ask_text } else { p.you_text }
                }}
            </p>
            <label class="you-name">
                <span>{move || shell.t().people.name}</span>
                <input
                    class="field-line"
                    type="text"
                    autocomplete="name"
                    prop:value=move || name.get()
                    on:input=move |event| name.set(event_target_value(&event))
                    on:keydown=move |event| {
                        if event.key() == "Enter" && !event.is_composing() {
                            event.prevent_default();
                            done.run(true);
                        }
                    }
                />
            </label>
            <fieldset class="you-colours">
                <legend>{move || shell.t().people.colour}</legend>
                {COLOURS
                    .into_iter()
                    .map(|one| {
                        view! {
                            <label class="you-colour" data-person=one>
                                <input
                                    class="you-radio"
                                    type="radio"
                                    name="colour"
                                    prop:checked=move || colour.get() == one
                                    on:change=move |_| colour.set(one)
                                />
                                <span class="person-dot"></span>
                                <span>{move || colour_word(shell.t(), one)}</span>
                            </label>
                        }
                    })
                    .collect_view()}
            </fieldset>
            <div class="dialog-buttons">
                <Button
                    label=Signal::derive(move || shell.t().library.cancel.to_owned())
                    class="quiet"
                    on_press=Callback::new(move |()| close())
                />
                <Show when=move || asks>
                    <Button
                        label=Signal::derive(move || shell.t().people.export_unnamed.to_owned())
                        on_press=Callback::new(move |()| done.run(false))
                    />
                </Show>
                <Button
                    label=Signal::derive(move || {
                        let t = shell.t();
                        if asks { t.library.export } else { t.people.save }.to_owned()
                    })
                    class="primary"
                    on_press=Callback::new(move |()| done.run(true))
                />
            </div>
        </dialog>
    }
}
