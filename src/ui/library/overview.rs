//! The experience maps with the journey maps they lead into, and how what came back stands.

use crate::i18n::fill;
use crate::model::Kind;
use crate::ui::boxed::Show;
use crate::ui::command::{Listed, Route};
use crate::ui::journeys::{chip, here, standing_of, title};
use crate::ui::memo::memo;
use crate::ui::prelude::*;
use crate::ui::shell::{Shell, use_shell};

/// The list, where some map leads into another.
#[component]
pub fn Overview() -> AnyView {
    let shell = use_shell();
    let maps = memo(move || {
        let mut maps: Vec<Listed> = shell.library.get().unwrap_or_default();
        maps.retain(|map| !map.binned && (map.kind == Kind::Experience || !map.leads.is_empty()));
        if maps.iter().all(|map| map.leads.is_empty()) {
            maps.clear();
        }
        maps
    });
    view! {
        <Show when=move || maps.with(|maps| !maps.is_empty())>
            <section class="overview" aria-labelledby="overview-name">
                <h2 id="overview-name">{move || shell.t().journeys.overview}</h2>
                <ul class="overview-maps">
                    {move || maps.get().into_iter().map(|map| experience(shell, map)).collect_view()}
                </ul>
            </section>
        </Show>
    }
}

fn experience(shell: Shell, map: Listed) -> AnyView {
    let leads = map.leads.into_iter().map(|lead| {
        let kept = here(shell, &lead.lineage);
        let called = title(shell, kept.as_ref().map_or(&lead.title, |map| &map.title));
        let name = match kept {
            Some(map) => {
                view! { <a href=Route::Map(map.slot).href() dir="auto">{called}</a> }.into_any()
            }
            None => view! { <span dir="auto">{called}</span> }.into_any(),
        };
        let from = (!lead.from.is_empty()).then(|| {
            view! { <span class="journey-why">{fill(shell.t().journeys.from, &[&lead.from])}</span> }
        });
        view! {
            <li class="overview-journey">
                {name} {from} {standing_of(shell, &lead).map(|stand| chip(shell, stand))}
            </li>
        }
    });
    let leads: Vec<_> = leads.collect();
    let none = leads.is_empty();
    view! {
        <li class="overview-map">
            <a class="overview-title" href=Route::Map(map.slot).href() dir="auto">
                {title(shell, &map.title)}
            </a>
            {none
                .then(|| {
                    view! { <span class="journey-why">{shell.t().journeys.none_linked}</span> }
                })}
            {(!none).then(|| view! { <ul>{leads}</ul> })}
        </li>
    }
    .into_any()
}
