//! What rests on what: ticks between the sources of the log and the cards and personas they support.

use crate::analysis::research::{Ground, ground, sources};
use crate::model::edit::Edit;
use crate::model::{Id, List, Thing};
use crate::ui::board::state::{Board, Panel};
use crate::ui::boxed::{For, Show};
use crate::ui::command::Command;
use crate::ui::icons;
use crate::ui::memo::memo;
use crate::ui::mirror::Mark;
use crate::ui::names;
use crate::ui::panels::details::fields::Check;
use crate::ui::prelude::*;
use crate::ui::widgets::button::Button;

/// A tick: whether a thing rests on a source. It is called by the one of the two it does not stand beside.
#[component]
pub fn Tie(
    /// The source.
    source: Thing,
    /// The card or persona.
    to: Thing,
    /// The tick stands beside the card or persona, and bears the name of the source.
    of_source: bool,
) -> AnyView {
    let board = expect_context::<Board>();
    let shell = board.shell;
    let other = if of_source { source } else { to };
    let label =
        move || shell.mirror.watch(Mark::Thing(other), |map| names::of(shell.t(), map, other));
    let checked = move || {
        shell.mirror.watch(Mark::Thing(source), |map| map.ties_of(source).any(|one| one == to))
    };
    let on_change = Callback::new(move |on| {
        shell.send(Command::Apply(Edit::Tie { from: source, to, on }, 0));
    });
    view! { <Check label=Signal::derive(label) checked=Signal::derive(checked) on_change=on_change /> }
}

/// What a card or persona rests on: the sources of the log to tick, once there is one; for a persona also the way
/// to the log.
#[component]
pub fn Rests(
    /// The card or persona.
    thing: Thing,
) -> AnyView {
    let board = expect_context::<Board>();
    let shell = board.shell;
    let all = memo(move || shell.mirror.watch(Mark::Any, |map| map.list(List::Sources).to_vec()));
    // Ties touch both of their ends.
    let assumed = move || {
        shell.mirror.watch(Mark::Thing(thing), |map| match thing {
            Thing::Card(id) => ground(map, id, "") == Some(Ground::Assumed),
            thing => sources(map, thing).next().is_none(),
        })
    };
    let persona = matches!(thing, Thing::Persona(_));
    let tick = move |id: Id| {
        view! { <Tie source=Thing::Entry(List::Sources, id) to=thing of_source=true /> }
    };
    view! {
        <Show when=move || persona || !all.with(Vec::is_empty)>
            <fieldset class="method-ticks">
                <legend class="detail-name">{move || shell.t().method.rests_on}</legend>
                {move || {
                    assumed()
                        .then(|| {
                            view! {
                                <p class="method-told">
                                    <icons::Glyph icon=icons::GUESS />
                                    {shell.t().method.is_assumed}
                                </p>
                            }
                        })
                }}
                <For each=move || all.get() key=|id| *id children=tick />
                <Show when=move || persona>
                    <Button
                        label=Signal::derive(move || shell.t().method.open_log.to_owned())
                        icon=icons::RIGHT
                        class="quiet"
                        on_press=Callback::new(move |()| {
                            board.part.set(Some(super::personas::SECTION.id));
                            board.panel.set(Some(Panel::Method));
                        })
                    />
                </Show>
            </fieldset>
        </Show>
    }
    .into_any()
}
