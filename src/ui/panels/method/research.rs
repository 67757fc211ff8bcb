//! The research log: each source with its sort, its day, who was asked, and what rests on it.

use super::gaps::Gaps;
use crate::analysis::research::{
    Ground, MONTHS, ageing, ground, groundless, limit, months, sources,
};
use crate::analysis::standing::Gap;
use crate::geometry::spot::{Spot, of};
use crate::i18n::fill;
use crate::model::detail::{ASKED, RESEARCH};
use crate::model::edit::Edit;
use crate::model::map::Value;
use crate::model::{Detail, Id, List, Map, Thing};
use crate::ui::board::state::Board;
use crate::ui::boxed::{For, Show};
use crate::ui::command::Command;
use crate::ui::dates::{day, today};
use crate::ui::details::{name, set, set_word, word};
use crate::ui::icons;
use crate::ui::memo::memo;
use crate::ui::mirror::Mark;
use crate::ui::names;
use crate::ui::panels::details::fields::{Check, LineField, TypedText, WordField};
use crate::ui::prelude::*;
use crate::ui::widgets::button::Button;

/// The ages offered, in months; 0 for never.
const AGES: [i64; 5] = [6, 12, 24, 36, 0];

/// The sources that are too old today.
fn aged(map: &Map) -> Vec<Gap> {
    ageing(map, &limit(&today(), months(map)))
}

/// The log.
#[component]
pub fn Research() -> AnyView {
    let board = expect_context::<Board>();
    let shell = board.shell;
    let all = memo(move || shell.mirror.watch(Mark::Any, |map| map.list(List::Sources).to_vec()));
    let keep = move |field: web_sys::HtmlInputElement| {
        let name = field.value().trim().to_owned();
        field.set_value("");
        if !name.is_empty() {
            let (list, id, at) = (List::Sources, shell.id(), usize::MAX);
            shell.send(Command::Apply(Edit::AddEntry { list, id, name, at }, 0));
        }
    };
    let age = move |one: i64| {
        let now = move || shell.mirror.watch(Mark::Thing(Thing::Map), months) == one;
        let words = move || match one {
            0 => shell.t().method.never.to_owned(),
            count => shell.locale.get().count(count as usize, shell.t().method.months),
        };
        view! { <option value=one.to_string() prop:selected=now>{words}</option> }
    };
    view! {
        <h3>{move || shell.t().method.research}</h3>
        <Show when=move || all.with(Vec::is_empty)>
            <p class="panel-hint">{move || shell.t().method.research_first}</p>
        </Show>
        <div class="method-items">
            <For each=move || all.get() key=|id| *id children=|id| view! { <Source id=id /> } />
        </div>
        <input
            class="field-line"
            aria-label=move || shell.t().method.add_source
            placeholder=move || shell.t().method.add_source
            type="text"
            dir="auto"
            prop:readOnly=move || shell.look.with(Option::is_some)
            on:keydown=move |event| {
                if event.key() == "Enter" && !event.is_composing() {
                    event.prevent_default();
                    keep(event_target(&event));
                }
            }
            on:change=move |event| keep(event_target(&event))
        />
        <Show when=move || !all.with(Vec::is_empty)>
            <h3>{move || shell.t().method.assumptions}</h3>
            <Gaps find=groundless none=|t| t.method.all_supported />
            <h3>{move || shell.t().method.ageing}</h3>
            <label class="detail">
                <span class="detail-name">{move || name(shell.t(), Detail::Ageing)}</span>
                <select
                    class="select"
                    aria-label=move || name(shell.t(), Detail::Ageing)
                    prop:disabled=move || shell.look.with(Option::is_some)
                    on:change=move |event| {
                        let months = event_target_value(&event).parse().unwrap_or(MONTHS);
                        set(shell, [Thing::Map], Detail::Ageing, Some(Value::Int(months)));
                    }
                >
                    {AGES.map(age).into_iter().collect_view()}
                </select>
            </label>
            <Gaps find=aged none=|t| t.method.none_aged />
        </Show>
    }
    .into_any()
}

/// A source.
#[component]
fn Source(id: Id) -> AnyView {
    let board = expect_context::<Board>();
    let shell = board.shell;
    let thing = Thing::Entry(List::Sources, id);
    let called =
        move || shell.mirror.watch(Mark::Thing(thing), |map| names::of(shell.t(), map, thing));
    let told = move || {
        let t = shell.t();
        shell.mirror.watch(Mark::Thing(thing), |map| {
            let sort = word(t, Detail::Type, map.word(thing, Detail::Type));
            let date = day(shell.locale.get(), map.word(thing, Detail::Date));
            let told = [sort, date.as_str()];
            let told: Vec<&str> = told.into_iter().filter(|one| !one.is_empty()).collect();
            told.join(" · ")
        })
    };
    let tied = memo(move || {
        shell.mirror.watch(Mark::Thing(thing), |map| {
            let cards = map.ties_of(thing).filter(|to| matches!(to, Thing::Card(_)));
            cards.filter(|to| map.deleted_at(*to).is_none()).collect::<Vec<Thing>>()
        })
    });
    let chosen = memo(move || match board.spot.get() {
        Some(Spot::Cell { card: Some(card), .. }) => Some(Thing::Card(card)),
        _ => None,
    });
    let cast = memo(move || shell.mirror.watch(Mark::Shape, |map| map.cast.clone()));
    let label = Signal::derive(move || shell.t().details.name.to_owned());
    let date = move || {
        shell.mirror.watch(Mark::Thing(thing), |map| map.word(thing, Detail::Date).to_owned())
    };
    let tie = move |to: Thing, on: bool| {
        shell.send(Command::Apply(Edit::Tie { from: thing, to, on }, 0));
    };
    let card = move |to: Thing| {
        let words =
            move || shell.mirror.watch(Mark::Thing(to), |map| names::of(shell.t(), map, to));
        view! {
            <li class="method-tied">
                <button
                    type="button"
                    class="method-gap"
                    on:click=move |_| {
                        if let Some(spot) = shell.mirror.read(|map| of(map, to)) {
                            board.go(spot);
                        }
                    }
                >
                    <span class="panel-text">{words}</span>
                </button>
                <Button
                    label=Signal::derive(move || fill(shell.t().method.untie, &[&words()]))
                    icon=icons::CROSS
                    bare=true
                    class="quiet"
                    on_press=Callback::new(move |()| tie(to, false))
                />
            </li>
        }
        .into_any()
    };
    let persona = move |id: Id| {
        view! { <Tie source=thing to=Thing::Persona(id) of_source=false /> }
    };
    view! {
        <details class="method-item">
            <summary>
                <span class="panel-text">{called}</span>
                <span class="panel-sort">{told}</span>
            </summary>
            <div class="details">
                <div class="detail">
                    <span class="detail-name">{move || label.get()}</span>
                    <TypedText thing=thing label=label />
                </div>
                <WordField thing=thing detail=Detail::Type words=&RESEARCH />
                <label class="detail">
                    <span class="detail-name">{move || name(shell.t(), Detail::Date)}</span>
                    <input
                        class="field-line"
                        aria-label=move || name(shell.t(), Detail::Date)
                        type="date"
                        prop:value=date
                        prop:readOnly=move || shell.look.with(Option::is_some)
                        on:change=move |event| {
                            set_word(shell, &[thing], Detail::Date, &event_target_value(&event));
                        }
                    />
                </label>
                <WordField thing=thing detail=Detail::Asked words=&ASKED />
                <LineField thing=thing detail=Detail::Note />
                <fieldset class="method-ticks">
                    <legend>{move || shell.t().method.supports}</legend>
                    <For each=move || cast.get() key=|id| *id children=persona />
                </fieldset>
                <ul class="method-gaps">
                    <For each=move || tied.get() key=|to| *to children=card />
                </ul>
                <Button
                    label=Signal::derive(move || shell.t().method.tie_card.to_owned())
                    icon=icons::LINK
                    disabled=Signal::derive(move || {
                        chosen.get().is_none_or(|card| tied.with(|tied| tied.contains(&card)))
                    })
                    on_press=Callback::new(move |()| {
                        if let Some(card) = chosen.get_untracked() {
                            tie(card, true);
                        }
                    })
                />
                <Button
                    label=Signal::derive(move || fill(shell.t().details.delete_note, &[&called()]))
                    icon=icons::BIN
                    class="quiet"
                    on_press=Callback::new(move |()| {
                        shell.send(Command::Apply(Edit::Delete(thing), 0));
                    })
                />
            </div>
        </details>
    }
    .into_any()
}

/// A tick: whether a thing rests on a source. It is called by the one of the two it does not stand beside.
#[component]
fn Tie(source: Thing, to: Thing, of_source: bool) -> AnyView {
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

/// What a card or persona rests on: the sources of the log to tick, once there is one.
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
    let tick = move |id: Id| {
        view! { <Tie source=Thing::Entry(List::Sources, id) to=thing of_source=true /> }
    };
    view! {
        <Show when=move || !all.with(Vec::is_empty)>
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
            </fieldset>
        </Show>
    }
    .into_any()
}
