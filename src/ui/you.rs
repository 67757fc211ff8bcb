//! One's own name and colour: the fields for them, and the dialog in which they are changed.

use super::command::Command;
use super::shell::{Shell, use_shell};
use super::widgets::button::Button;
use super::widgets::modal::modal;
use crate::i18n::Messages;
use crate::model::people::{COLOURS, NAME};
use crate::ui::boxed::Show;
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

/// A name and a colour being given. A handle: copies share it.
#[derive(Clone, Copy)]
pub struct Signature {
    shell: Shell,
    name: RwSignal<String>,
    colour: RwSignal<&'static str>,
}

impl Signature {
    /// Begins with what is known; a colour is proposed where none was chosen.
    pub fn begin(shell: Shell) -> Self {
        let me = shell.person.get_untracked();
        let chosen = if me.colour.is_empty() {
            let drawn = me.id.to_string().bytes().map(usize::from).sum::<usize>();
            COLOURS[drawn % COLOURS.len()]
        } else {
            COLOURS.into_iter().find(|one| *one == me.colour).unwrap_or(COLOURS[0])
        };
        Signature { shell, name: RwSignal::new(me.name), colour: RwSignal::new(chosen) }
    }

    /// Whether there is a name.
    pub fn is_given(self) -> bool {
        self.name.with_untracked(|name| !name.trim().is_empty())
    }

    /// The person is called so from now on.
    pub fn keep(self) {
        let name: String = self.name.get_untracked().trim().chars().take(NAME).collect();
        let colour = if name.is_empty() { "" } else { self.colour.get_untracked() };
        self.shell.send(Command::SetPerson(name, colour.to_owned()));
    }
}

/// The fields for a name and a colour.
#[component]
pub fn NameFields(
    /// What is given.
    signature: Signature,
    /// After Enter in the name.
    on_enter: Callback<()>,
) -> AnyView {
    let Signature { shell, name, colour } = signature;
    view! {
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
                        on_enter.run(());
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
    }
    .into_any()
}

/// The dialog, while it is open.
#[component]
pub fn You() -> AnyView {
    let shell = use_shell();
    view! {
        <Show when=move || shell.naming.get()>
            <YouDialog />
        </Show>
    }
}

#[component]
fn YouDialog() -> AnyView {
    let shell = use_shell();
    let signature = Signature::begin(shell);
    let (dialog, close) = modal();
    let done = Callback::new(move |()| {
        close();
        signature.keep();
    });
    view! {
        <dialog
            class="dialog"
            node_ref=dialog
            aria-label=move || shell.t().people.you
            on:close=move |_| shell.naming.set(false)
        >
            <h2>{move || shell.t().people.you}</h2>
            <p>{move || shell.t().people.you_text}</p>
            <NameFields signature=signature on_enter=done />
            <div class="dialog-buttons">
                <Button
                    label=Signal::derive(move || shell.t().library.cancel.to_owned())
                    class="quiet"
                    on_press=Callback::new(move |()| close())
                />
                <Button
                    label=Signal::derive(move || shell.t().people.save.to_owned())
                    class="primary"
                    on_press=done
                />
            </div>
        </dialog>
    }
}
