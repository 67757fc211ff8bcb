//! The bar on top of the library: name, import, language, appearance, About.

use super::about::About;
use super::import::ImportButton;
use crate::i18n::Locale;
use crate::ui::boxed::Show;
use crate::ui::command::{Command, Theme};
use crate::ui::icons;
use crate::ui::prelude::*;
use crate::ui::shell::use_shell;
use crate::ui::views::appearance;
use crate::ui::widgets::button::Button;

/// The bar.
#[component]
pub fn LibraryBar() -> AnyView {
    let shell = use_shell();
    let about = RwSignal::new(false);
    let themed = move |theme: Theme| appearance::word(shell.t(), theme);
    view! {
        <header class="bar">
            <span class="brand">
                <icons::Glyph icon=icons::EMOTIONS />
                <span>{move || shell.t().library.app}</span>
            </span>
            <span class="bar-tagline">{move || shell.t().library.tagline}</span>
            <span class="bar-gap"></span>
            <select
                class="select"
                aria-label=move || shell.t().library.language
                on:change=move |event| {
                    let tag = event_target_value(&event);
                    shell.send(Command::SetLocale(Locale::negotiate([tag.as_str()])));
                }
            >
                {Locale::ALL
                    .into_iter()
                    .map(|locale| {
                        view! {
                            <option
                                value=locale.tag()
                                prop:selected=move || shell.locale.get() == locale
                            >
                                {locale.name()}
                            </option>
                        }
                    })
                    .collect_view()}
            </select>
            <select
                class="select"
                aria-label=move || shell.t().library.theme
                on:change=move |event| {
                    let word = event_target_value(&event);
                    let theme = Theme::ALL.into_iter().find(|theme| theme.word() == word);
                    shell.send(Command::SetTheme(theme.unwrap_or_default()));
                }
            >
                {Theme::ALL
                    .into_iter()
                    .map(|theme| {
                        view! {
                            <option
                                value=theme.word()
                                prop:selected=move || shell.theme.get() == theme
                            >
                                {move || themed(theme)}
                            </option>
                        }
                    })
                    .collect_view()}
            </select>
            <Button
                label=Signal::derive(move || shell.t().people.you.to_owned())
                icon=icons::PERSON
                class="quiet"
                on_press=Callback::new(move |()| shell.naming.set(true))
            />
            <Button
                label=Signal::derive(move || shell.t().library.about.to_owned())
                class="quiet"
                on_press=Callback::new(move |()| {
                    shell.send(Command::AskStorage);
                    about.set(true);
                })
            />
            <ImportButton />
            <Show when=move || about.get()>
                <About open=about />
            </Show>
        </header>
    }
}
