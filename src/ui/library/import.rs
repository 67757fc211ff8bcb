//! Import: the button, and files dropped anywhere on the window.

use crate::ui::boxed::Show;
use crate::ui::command::Command;
use crate::ui::icons;
use crate::ui::prelude::*;
use crate::ui::shell::{Shell, use_shell};
use crate::ui::widgets::button::Button;
use leptos::{ev, html};

fn files(list: Option<web_sys::FileList>) -> Vec<web_sys::File> {
    let Some(list) = list else { return Vec::new() };
    (0..list.length()).filter_map(|place| list.item(place)).collect()
}

fn import(shell: Shell, files: Vec<web_sys::File>) {
    if !files.is_empty() {
        shell.flush();
        shell.send(Command::Import(files));
    }
}

/// The button.
#[component]
pub fn ImportButton() -> AnyView {
    let shell = use_shell();
    let field = NodeRef::<html::Input>::new();
    view! {
        <input
            class="file-field"
            type="file"
            multiple
            tabindex="-1"
            aria-hidden="true"
            accept=".parcours,.parcours-template,.json,.mmd,.mermaid,.md,.markdown,.txt"
            node_ref=field
            on:change=move |_| {
                if let Some(field) = field.get_untracked() {
                    import(shell, files(field.files()));
                    field.set_value("");
                }
            }
        />
        <Button
            label=Signal::derive(move || shell.t().library.import.to_owned())
            icon=icons::IMPORT
            on_press=Callback::new(move |()| {
                if let Some(field) = field.get_untracked() {
                    field.click();
                }
            })
        />
    }
}

/// Takes files dropped on the window, and says so while they hover over it.
#[component]
pub fn DropZone() -> AnyView {
    let shell = use_shell();
    let over = RwSignal::new(false);
    let has_files = |event: &ev::DragEvent| {
        event.data_transfer().is_some_and(|data| data.types().includes(&"Files".into(), 0))
    };
    let enter = window_event_listener(ev::dragover, move |event| {
        // Pictures over the board are the board's.
        if event.default_prevented() {
            over.set(false);
        } else if has_files(&event) {
            event.prevent_default();
            if !over.get_untracked() {
                over.set(true);
            }
        }
    });
    let leave = window_event_listener(ev::dragleave, move |event| {
        if event.related_target().is_none() {
            over.set(false);
        }
    });
    let drop = window_event_listener(ev::drop, move |event| {
        over.set(false);
        if has_files(&event) && !event.default_prevented() {
            event.prevent_default();
            import(shell, files(event.data_transfer().and_then(|data| data.files())));
        }
    });
    on_cleanup(move || {
        enter.remove();
        leave.remove();
        drop.remove();
    });
    view! {
        <Show when=move || over.get()>
            <div class="drop-zone" aria-hidden="true">
                <p>{move || shell.t().library.drop_here}</p>
                <p class="drop-kinds">{move || shell.t().library.drop_kinds}</p>
            </div>
        </Show>
    }
}
