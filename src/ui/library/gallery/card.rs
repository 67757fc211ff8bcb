//! A template in the gallery: its drawing, what it is good for, and the map it makes at one press.

use super::area;
use super::look::Look;
use super::sketch::drawing;
use crate::i18n::fill;
use crate::ui::boxed::Show;
use crate::ui::command::{Command, Shelved};
use crate::ui::icons;
use crate::ui::library::chooser::level;
use crate::ui::prelude::*;
use crate::ui::shell::use_shell;
use crate::ui::widgets::button::Button;
use crate::ui::widgets::confirm::Confirm;

/// The card.
#[component]
pub fn TemplateCard(
    /// The template.
    shelved: Shelved,
) -> AnyView {
    let shell = use_shell();
    let (looking, asked) = (RwSignal::new(false), RwSignal::new(false));
    let Shelved { key, file } = shelved;
    let (name, about) = (file.name.clone(), file.about.clone());
    let drawn = drawing(&file.draft);
    let file = StoredValue::new(file);
    let named = move |form: fn(&crate::i18n::Messages) -> &'static str| {
        Signal::derive(move || fill(form(shell.t()), &[&file.with_value(|file| file.name.clone())]))
    };
    let facts = move || {
        let (t, locale) = (shell.t(), shell.locale.get());
        file.with_value(|file| {
            let mut facts = vec![
                level(t, file.draft.kind),
                locale.count(file.draft.stages.len(), t.library.stages),
                locale.count(file.draft.lanes.len(), t.templates.lanes),
            ];
            if file.pair {
                facts.push(t.templates.pair.to_owned());
            }
            let areas: Vec<&str> = file.areas.iter().map(|word| area(t, word)).collect();
            if !areas.is_empty() {
                facts.push(areas.join(", "));
            }
            facts.join("\u{a0}· ")
        })
    };
    let forget = key.map(|key| {
        let question = named(|t| t.templates.forget_sure);
        view! {
            <Button
                label=named(|t| t.templates.forget_of)
                icon=icons::BIN
                bare=true
                class="quiet"
                on_press=Callback::new(move |()| asked.set(true))
            />
            <Confirm
                open=asked
                question=question
                no=Signal::derive(move || shell.t().library.cancel.to_owned())
                yes=Signal::derive(move || shell.t().copies.purge.to_owned())
                on_yes=Callback::new(move |()| shell.send(Command::ForgetTemplate(key.clone())))
            />
        }
    });
    view! {
        <li class="template">
            <div class="template-sketch">{drawn}</div>
            <div class="template-body">
                <h3>{name}</h3>
                <p class="template-about">{about}</p>
                <p class="template-facts">{facts}</p>
                <div class="template-buttons">
                    <button
                        type="button"
                        class="button primary"
                        aria-label=move || named(|t| t.templates.start_of).get()
                        on:click=move |_| shell.send(Command::StartFrom(file.get_value()))
                    >
                        {move || shell.t().templates.start}
                    </button>
                    <button
                        type="button"
                        class="button"
                        aria-label=move || named(|t| t.templates.look_of).get()
                        on:click=move |_| looking.set(true)
                    >
                        {move || shell.t().templates.look}
                    </button>
                    {forget}
                </div>
            </div>
            <Show when=move || looking.get()>
                <Look file=file.get_value() open=looking />
            </Show>
        </li>
    }
}
