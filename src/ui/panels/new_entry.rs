//! A line that makes a new entry of a list, of the name that is typed.

use crate::i18n::Messages;
use crate::model::List;
use crate::model::edit::Edit;
use crate::ui::command::Command;
use crate::ui::icons;
use crate::ui::prelude::*;
use crate::ui::shell::use_shell;
use crate::ui::widgets::button::Button;

/// The line.
#[component]
pub fn NewEntry(
    /// Of which list.
    list: List,
    /// What is asked for.
    words: fn(&Messages) -> &'static str,
    /// What its button does.
    add: fn(&Messages) -> &'static str,
) -> AnyView {
    let shell = use_shell();
    let field = NodeRef::<leptos::html::Input>::new();
    let keep = move || {
        let Some(field) = field.get_untracked() else { return };
        let name = field.value().trim().to_owned();
        if !name.is_empty() && !shell.refuse_look() {
            let edit = Edit::AddEntry { list, id: shell.id(), name, at: usize::MAX };
            shell.send(Command::Apply(edit, 0));
            field.set_value("");
        }
    };
    // For the next one.
    let make = move || {
        keep();
        if let Some(field) = field.get_untracked() {
            let _ = field.focus();
        }
    };
    view! {
        <div class="new-entry">
            <input
                class="field-line"
                aria-label=move || words(shell.t())
                placeholder=move || words(shell.t())
                type="text"
                dir="auto"
                node_ref=field
                prop:readOnly=move || shell.look.with(Option::is_some)
                on:keydown=move |event| {
                    if event.key() == "Enter" && !event.is_composing() {
                        event.prevent_default();
                        make();
                    }
                }
                on:change=move |_| keep()
            />
            <Button
                label=Signal::derive(move || add(shell.t()).to_owned())
                icon=icons::PLUS
                bare=true
                on_press=Callback::new(move |()| make())
            />
        </div>
    }
}
