//! The journey maps that a thing leads into, and the way to make one.

use crate::analysis::linked::{Link, links_from};
use crate::i18n::fill;
use crate::model::{Kind, Thing};
use crate::ui::board::leads::{can_lead, looks_closer};
use crate::ui::board::state::Board;
use crate::ui::boxed::Show;
use crate::ui::command::Route;
use crate::ui::icons;
use crate::ui::journeys::{chip, here, standing, title};
use crate::ui::memo::{flag, memo};
use crate::ui::mirror::Mark;
use crate::ui::prelude::*;
use crate::ui::widgets::button::Button;

/// The maps, of a thing of an experience map that can lead into some.
#[component]
pub fn Led(
    /// Which thing.
    thing: Thing,
) -> AnyView {
    let board = expect_context::<Board>();
    let shell = board.shell;
    let outward = flag(move || {
        let fits = can_lead(thing);
        fits && shell.mirror.watch(Mark::Shape, |map| map.kind == Kind::Experience)
    });
    view! {
        <Show when=move || outward.get()>
            <section class="detail led">
                <h3 class="detail-name">{move || shell.t().journeys.linked}</h3>
                <LedMaps thing=thing />
                <Button
                    label=Signal::derive(move || shell.t().journeys.create_here.to_owned())
                    icon=icons::PLUS
                    class="quiet"
                    on_press=Callback::new(move |()| looks_closer(board, thing))
                />
            </section>
        </Show>
    }
    .into_any()
}

/// The maps alone.
#[component]
pub fn LedMaps(
    /// Which thing.
    thing: Thing,
) -> AnyView {
    let board = expect_context::<Board>();
    let shell = board.shell;
    let all = memo(move || shell.mirror.watch(Mark::Any, |map| links_from(map, thing)));
    view! {
        <ul class="led-maps">
            {move || all.get().into_iter().map(|link| led(board, link)).collect_view()}
        </ul>
    }
    .into_any()
}

/// One of them: its title, which leads there when it is in this browser, and how its results stand.
fn led(board: Board, link: Link) -> AnyView {
    let shell = board.shell;
    let brought = link.results.map(|results| results.heads);
    let (own, lineage) = (link.lineage.clone(), link.lineage);
    let stand = memo(move || standing(shell, &own, brought.as_deref()));
    let map = memo(move || here(shell, &lineage));
    let name = move || match map.get() {
        Some(map) => {
            let called = title(shell, &map.title);
            let open = called.clone();
            view! {
                <a
                    class="journey-name"
                    aria-label=move || fill(shell.t().journeys.open, &[&open])
                    href=Route::Map(map.slot).href()
                >
                    {called}
                </a>
            }
            .into_any()
        }
        None => view! { <span class="journey-name">{title(shell, &link.title)}</span> }.into_any(),
    };
    view! { <li class="journey-head">{name} {move || stand.get().map(|stand| chip(shell, stand))}</li> }
        .into_any()
}
