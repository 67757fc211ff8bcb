//! The dialog in which a map goes out: all the forms it can take at once, and the name that goes with it.

use super::command::{Command, Route};
use super::icons::{self, Glyph, Icon};
use super::shell::use_shell;
use super::widgets::button::Button;
use super::widgets::modal::modal;
use super::you::{NameFields, Signature};
use crate::i18n::Messages;
use crate::ui::boxed::Show;
use crate::ui::memo::flag;
use crate::ui::prelude::*;

/// A form a map can take: its icon, what it is called, what it is for.
type Form = (Icon, fn(&Messages) -> &'static str, fn(&Messages) -> &'static str);

const FILE: Form = (icons::EXPORT, |t| t.copies.as_file, |t| t.copies.as_file_told);
const PLAIN: Form = (icons::DUPLICATE, |t| t.copies.as_plain, |t| t.copies.as_plain_told);
const PAPER: Form = (icons::PRINT, |t| t.copies.as_paper, |t| t.copies.as_paper_told);
const TABLE: Form = (icons::TABLE, |t| t.copies.as_table, |t| t.copies.as_table_told);

/// The dialog, while a map is going out.
#[component]
pub fn Export() -> AnyView {
    let shell = use_shell();
    let asked = flag(move || shell.exporting.with(Option::is_some));
    view! {
        <Show when=move || asked.get()>
            <ExportDialog />
        </Show>
    }
}

/// Escape and the button below leave it, and nothing goes out.
#[component]
fn ExportDialog() -> AnyView {
    let shell = use_shell();
    let slot = StoredValue::new(shell.exporting.get_untracked().unwrap_or_default());
    // What a board draws is there while it is open.
    let open = shell.route.get_untracked() == Route::Map(slot.get_value());
    let signature = Signature::begin(shell);
    let unnamed = shell.person.with_untracked(|person| person.name.is_empty());
    let (dialog, close) = modal();
    let send = move |command: Command| {
        close();
        if unnamed && signature.is_given() {
            signature.keep();
        }
        shell.send(command);
    };
    let file = move || Command::Download(slot.get_value());
    let form = move |at: usize, (icon, name, told): Form, run: Callback<()>| {
        let id = move |part: &str| format!("export-{part}-{at}");
        view! {
            <li>
                <button
                    type="button"
                    class="export-form"
                    aria-labelledby=id("name")
                    aria-describedby=id("told")
                    on:click=move |_| run.run(())
                >
                    <Glyph icon=icon />
                    <span class="export-name" id=id("name")>{move || name(shell.t())}</span>
                    <span class="export-told" id=id("told")>{move || told(shell.t())}</span>
                </button>
            </li>
        }
    };
    let drawn = move || {
        open.then(|| {
            let paper = Callback::new(move |()| {
                close();
                shell.choose_paper();
            });
            let table = Callback::new(move |()| send(Command::CopyTable));
            view! { {form(2, PAPER, paper)} {form(3, TABLE, table)} }
        })
    };
    view! {
        <dialog
            class="dialog"
            node_ref=dialog
            aria-label=move || shell.t().library.export
            on:close=move |_| shell.exporting.set(None)
        >
            <h2>{move || shell.t().library.export}</h2>
            <ul class="export-forms">
                {form(0, FILE, Callback::new(move |()| send(file())))}
                {form(1, PLAIN, Callback::new(move |()| send(Command::ExportPlain(slot.get_value()))))}
                {drawn()}
            </ul>
            <Show when=move || unnamed>
                <section class="export-signed">
                    <h3>{move || shell.t().people.ask_title}</h3>
                    <p class="panel-hint">{move || shell.t().people.ask_text}</p>
                    <NameFields signature=signature on_enter=Callback::new(move |()| send(file())) />
                </section>
            </Show>
            <div class="dialog-buttons">
                <Button
                    label=Signal::derive(move || shell.t().library.cancel.to_owned())
                    class="quiet"
                    on_press=Callback::new(move |()| close())
                />
            </div>
        </dialog>
    }
}
