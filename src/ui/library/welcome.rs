//! The empty library: what the app is for, and the ways to start.

use super::chooser::ChooserButton;
use crate::model::{Kind, Template};
use crate::ui::command::{Command, Route, Start};
use crate::ui::icons::{self, Icon};
use crate::ui::prelude::*;
use crate::ui::shell::use_shell;

/// The welcome.
#[component]
pub fn Welcome() -> AnyView {
    let shell = use_shell();
    let start = move |icon: Icon,
                      label: fn(&crate::i18n::Messages) -> &'static str,
                      text: fn(&crate::i18n::Messages) -> &'static str,
                      start: Start| {
        let primary = matches!(start, Start::Template(_));
        view! {
            <button
                type="button"
                class="start"
                class:primary=primary
                aria-label=move || label(shell.t())
                on:click=move |_| shell.send(Command::New(start))
            >
                <span class="start-head">
                    <icons::Glyph icon=icon />
                    <span>{move || label(shell.t())}</span>
                </span>
                <span class="start-text">{move || text(shell.t())}</span>
            </button>
        }
    };
    view! {
        <section class="welcome">
            <svg class="welcome-curve" viewBox="0 0 640 96" aria-hidden="true">
                <path
                    class="curve-line"
                    d="M8 60C58 60 58 30 108 30C158 30 158 74 228 74C288 74 288 18 348 18C408 18 408 62 468 62C528 62 528 14 632 14"
                ></path>
                <circle class="welcome-point" cx="108" cy="30" r="6"></circle>
                <circle class="welcome-point" cx="228" cy="74" r="6"></circle>
                <circle class="welcome-point" cx="348" cy="18" r="6"></circle>
                <circle class="welcome-point" cx="468" cy="62" r="6"></circle>
            </svg>
            <h1>{move || shell.t().library.welcome_title}</h1>
            <p class="welcome-text">{move || shell.t().library.welcome_text}</p>
            <div class="starts">
                {start(
                    icons::PLUS,
                    |t| t.library.new_journey,
                    |t| t.library.start_journey_text,
                    Start::Template(Template::Journey),
                )}
                {start(
                    icons::PLUS,
                    |t| t.library.new_experience,
                    |t| t.library.start_experience_text,
                    Start::Template(Template::Experience),
                )}
                {start(
                    icons::PLUS,
                    |t| t.lanes.new_blueprint,
                    |t| t.lanes.start_blueprint_text,
                    Start::Template(Template::Blueprint),
                )}
                {start(
                    icons::EMOTIONS,
                    |t| t.library.example_journey,
                    |t| t.library.example_journey_text,
                    Start::Example(Kind::Journey),
                )}
                {start(
                    icons::EMOTIONS,
                    |t| t.library.example_experience,
                    |t| t.library.example_experience_text,
                    Start::Example(Kind::Experience),
                )}
            </div>
            <div class="welcome-more">
                <ChooserButton />
                <a class="button" href=Route::Templates.href()>
                    <icons::Glyph icon=icons::TABLE />
                    <span class="button-label">{move || shell.t().templates.all_templates}</span>
                </a>
            </div>
        </section>
    }
}
