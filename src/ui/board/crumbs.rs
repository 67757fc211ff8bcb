//! Where a journey map belongs: the experience maps that lead here, as a way back in the bar.

use crate::model::Thing;
use crate::ui::boxed::Show;
use crate::ui::command::Route;
use crate::ui::icons;
use crate::ui::journeys::{parents, title};
use crate::ui::memo::memo;
use crate::ui::mirror::Mark;
use crate::ui::prelude::*;
use crate::ui::shell::use_shell;

/// How many maps are named.
const MOST: usize = 2;

/// The way back.
#[component]
pub fn Crumbs() -> AnyView {
    let shell = use_shell();
    let own = move || shell.mirror.watch(Mark::Thing(Thing::Map), |map| map.id.clone());
    let above = memo(move || {
        let mut all = parents(shell, &own());
        all.truncate(MOST);
        all
    });
    let all = move || {
        let all = above.get().into_iter().map(|(map, lead)| {
            let from = lead.from.clone();
            let from = (!from.is_empty())
                .then(|| view! { <span class="crumb-from" dir="auto">{from}</span> });
            view! {
                <li>
                    <a
                        class="crumb"
                        href=Route::Map(map.slot).href()
                        dir="auto"
                        on:click=move |_| shell.landing.set_value(lead.place.clone())
                    >
                        {title(shell, &map.title)}
                    </a>
                    {from}
                    <icons::Glyph icon=icons::RIGHT />
                </li>
            }
        });
        all.collect_view()
    };
    view! {
        <Show when=move || above.with(|all| !all.is_empty())>
            <nav class="crumbs" aria-label=move || shell.t().journeys.crumbs>
                <ol>{all}</ol>
            </nav>
        </Show>
    }
}
