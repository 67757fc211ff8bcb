//! One source of the research log: its sort, its day, who was asked, and what rests on it.

use super::asked::Asked;
use super::rests::Tie;
use crate::geometry::spot::{Spot, of};
use crate::i18n::fill;
use crate::model::detail::RESEARCH;
use crate::model::edit::Edit;
use crate::model::{Detail, Id, List, Thing};
use crate::ui::board::state::Board;
use crate::ui::boxed::For;
use crate::ui::command::Command;
use crate::ui::dates::day;
use crate::ui::details::{word, words};
use crate::ui::icons;
use crate::ui::memo::memo;
use crate::ui::mirror::Mark;
use crate::ui::names;
use crate::ui::panels::details::fields::{DayField, LineField, TypedText, WordField};
use crate::ui::panels::details::grip::Grip;
use crate::ui::prelude::*;
use crate::ui::widgets::button::Button;

/// A source.
#[component]
pub fn Source(
    /// Which.
    id: Id,
) -> AnyView {
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
            let asked = words(t, Detail::Asked, map.word(thing, Detail::Asked));
            let told = [sort, date.as_str(), asked.as_str()];
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
        <div class="note-line" data-of=id.to_string()>
            <Grip thing=thing />
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
                    <DayField thing=thing />
                    <Asked thing=thing />
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
        </div>
    }
    .into_any()
}
