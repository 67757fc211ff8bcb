//! The bar on top of a board: back, title, kind, whether it is saved; import and export.

use super::state::{Board, Panel};
use crate::i18n::fill;
use crate::model::Thing;
use crate::model::edit::TextOf;
use crate::ui::about;
use crate::ui::boxed::Show;
use crate::ui::command::{Command, Route, SaveState};
use crate::ui::icons;
use crate::ui::mirror::Mark;
use crate::ui::notices;
use crate::ui::panels::choices::ChoiceMark;
use crate::ui::prelude::*;
use crate::ui::shell::{Shell, use_shell};
use crate::ui::typing::Typing;
use crate::ui::widgets::button::Button;

/// The bar.
#[component]
pub fn Bar() -> AnyView {
    let shell = use_shell();
    let board = expect_context::<Board>();
    let about =
        move || shell.mirror.watch(Mark::Any, |map| about::parts(shell.t(), map).join(" · "));
    let export = Callback::new(move |()| {
        shell.flush();
        if let Route::Map(slot) = shell.route.get_untracked() {
            shell.send(Command::Export(slot));
        }
    });
    view! {
        <header class="bar">
            <a
                class="button quiet"
                href=Route::Library.href()
                aria-label=move || shell.t().library.maps
            >
                <icons::Glyph icon=icons::LEFT />
                <span>{move || shell.t().library.maps}</span>
            </a>
            <super::crumbs::Crumbs />
            <Title />
            <super::news::NewsMark thing=Thing::Map />
            <ChoiceMark thing=Thing::Map />
            <button
                class="chip about"
                aria-label=move || fill(shell.t().details.about_is, &[&about()])
                type="button"
                title=about
                on:click=move |_| {
                    let open = board.panel.get_untracked() == Some(Panel::About);
                    board.panel.set((!open).then_some(Panel::About));
                }
            >
                {move || about()}
            </button>
            <SaveStatus />
            <super::news::NewsBar />
            <span class="bar-gap"></span>
            <crate::ui::library::import::ImportButton />
            <Button
                label=Signal::derive(move || shell.t().library.export.to_owned())
                icon=icons::EXPORT
                class="primary"
                on_press=export
            />
        </header>
    }
}

/// The title, typed into in place.
#[component]
fn Title() -> AnyView {
    let shell = use_shell();
    let board = expect_context::<Board>();
    let typing = StoredValue::new_local(None::<Typing>);
    let mark = Mark::Thing(Thing::Map);
    let title = move || shell.mirror.watch(mark, |map| map.title.clone());
    let begin = move |_| {
        let now = shell.mirror.read(|map| map.title.clone());
        typing.set_value(Some(Typing::start(shell, TextOf::Title, (now, None), None)));
    };
    // The first click takes the whole title, as in every name on the board; the next sets the caret.
    let press = move |event: leptos::ev::MouseEvent| {
        let field = event_target::<web_sys::HtmlInputElement>(&event);
        if document().active_element().as_ref() != Some(&field) {
            event.prevent_default();
            let _ = field.focus();
            field.select();
        }
    };
    let key = move |event: leptos::ev::KeyboardEvent| {
        let done = match event.key().as_str() {
            _ if event.is_composing() => false,
            "Enter" => true,
            "Escape" => {
                if let Some(typing) = typing.get_value() {
                    typing.cancel();
                }
                typing.set_value(None);
                true
            }
            _ => false,
        };
        if done {
            let _ = event_target::<web_sys::HtmlElement>(&event).blur();
            board.back();
        }
    };
    view! {
        <input
            class="title"
            dir="auto"
            type="text"
            aria-label=move || shell.t().board.title_label
            placeholder=move || shell.t().library.untitled
            size=move || title().chars().count().clamp(8, 48)
            prop:value=title
            prop:readOnly=move || shell.look.with(Option::is_some)
            on:mousedown=press
            on:focus=begin
            on:input=move |event| {
                if let Some(typing) = typing.get_value() {
                    typing.input((event_target_value(&event), None));
                }
            }
            on:keydown=key
            on:blur=move |_| {
                if let Some(typing) = typing.get_value() {
                    typing.finish();
                }
                typing.set_value(None);
            }
        />
    }
}

/// The save state, always visible and true.
#[component]
fn SaveStatus() -> AnyView {
    let shell = use_shell();
    let state = move || {
        let saved = shell.saved.get();
        if shell.typing.get() && !matches!(saved, SaveState::Failed(_)) {
            SaveState::Saving
        } else {
            saved
        }
    };
    let word = move || match state() {
        SaveState::Opening => "opening",
        SaveState::Saved => "saved",
        SaveState::Saving => "saving",
        SaveState::Failed(_) => "error",
    };
    view! {
        <span class="save" data-save-state=word role="status">
            {move || text(shell, &state())}
        </span>
        <Show when=move || matches!(shell.saved.get(), SaveState::Failed(_))>
            <Button
                label=Signal::derive(move || shell.t().reports.retry.to_owned())
                class="quiet"
                on_press=Callback::new(move |()| shell.send(Command::SaveAgain))
            />
        </Show>
    }
}

fn text(shell: Shell, state: &SaveState) -> String {
    let r = shell.t().reports;
    match state {
        SaveState::Opening => r.loading.to_owned(),
        SaveState::Saved => format!("✓ {}", r.saved),
        SaveState::Saving => r.saving.to_owned(),
        SaveState::Failed(trouble) => {
            crate::i18n::fill(r.not_saved, &[&notices::trouble(shell.t(), trouble)])
        }
    }
}
