//! The gallery: the templates a map can be made of, by area of work.

pub mod card;
pub mod look;
pub mod sketch;

use super::chooser::ChooserButton;
use crate::exchange::template::AREAS;
use crate::i18n::Messages;
use crate::ui::boxed::{For, Show, effect};
use crate::ui::command::{Command, Route, Shelved};
use crate::ui::icons;
use crate::ui::memo::memo;
use crate::ui::prelude::*;
use crate::ui::shell::use_shell;
use card::TemplateCard;

/// What an area is called.
pub fn area(t: &Messages, word: &str) -> &'static str {
    let m = t.templates;
    match word {
        "sales" => m.sales,
        "marketing" => m.marketing,
        "service" => m.service,
        _ => m.all,
    }
}

/// The page.
#[component]
pub fn GalleryPage() -> AnyView {
    let shell = use_shell();
    // The area shown; none for all.
    let shown = RwSignal::new("");
    effect(move || {
        shell.locale.get();
        shell.send(Command::LookAtTemplates);
    });
    effect(move || {
        document().set_title(&format!("{} – Parcours", shell.t().templates.title));
    });
    let choice = move |word: &'static str| {
        view! {
            <label class="gallery-area">
                <input
                    class="radio"
                    type="radio"
                    name="area"
                    prop:checked=move || shown.get() == word
                    on:change=move |_| shown.set(word)
                />
                <span>{move || area(shell.t(), word)}</span>
            </label>
        }
    };
    let ready = move || shell.templates.with(Option::is_some);
    view! {
        <div class="page library-page">
            <super::bar::LibraryBar />
            <main class="library">
                <div class="library-head">
                    <a class="button quiet" href=Route::Library.href()>
                        <icons::Glyph icon=icons::LEFT />
                        <span>{move || shell.t().library.your_maps}</span>
                    </a>
                    <h1>{move || shell.t().templates.title}</h1>
                    <span class="bar-gap"></span>
                    <ChooserButton />
                </div>
                <p class="gallery-intro">{move || shell.t().templates.intro}</p>
                <fieldset class="gallery-areas">
                    <legend>{move || shell.t().templates.filter}</legend>
                    {choice("")}
                    {AREAS.map(choice).into_iter().collect_view()}
                </fieldset>
                <Show
                    when=ready
                    fallback=move || {
                        view! { <p role="status">{move || shell.t().templates.loading}</p> }
                    }
                >
                    <Shelf own=true shown=shown />
                    <Shelf own=false shown=shown />
                </Show>
            </main>
        </div>
    }
}

/// One's own templates, or those of the app.
#[component]
fn Shelf(own: bool, shown: RwSignal<&'static str>) -> AnyView {
    let shell = use_shell();
    let here = memo(move || {
        let mut all: Vec<Shelved> = shell.templates.get().unwrap_or_default();
        all.retain(|one| one.key.is_some() == own);
        all
    });
    let found = memo(move || {
        let (mut all, area) = (here.get(), shown.get());
        all.retain(|one| area.is_empty() || one.file.areas.contains(&area));
        all
    });
    let heading = move || {
        let m = shell.t().templates;
        if own { m.own } else { m.from_app }
    };
    view! {
        <Show when=move || here.with(|all| !all.is_empty())>
            <section class="gallery-shelf">
                <h2>{heading}</h2>
                {own.then(|| view! { <p class="panel-hint">{move || shell.t().templates.own_hint}</p> })}
                <ul class="gallery-cards">
                    <For
                        each=move || found.get()
                        key=|one| (one.key.clone(), one.file.name.clone())
                        children=|one| view! { <TemplateCard shelved=one /> }
                    />
                </ul>
                <Show when=move || found.with(Vec::is_empty)>
                    <p class="library-none">{move || shell.t().templates.none}</p>
                </Show>
            </section>
        </Show>
    }
}
