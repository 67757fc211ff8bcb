//! The customer outcomes, each tied to the steps that lead to it; one that no step leads to says so.

use crate::analysis::goal::way;
use crate::i18n::fill;
use crate::model::edit::Edit;
use crate::model::{Id, NoteField, Thing};
use crate::ui::boxed::For;
use crate::ui::command::Command;
use crate::ui::icons;
use crate::ui::memo::memo;
use crate::ui::mirror::Mark;
use crate::ui::names;
use crate::ui::panels::details::fields::Check;
use crate::ui::panels::details::noted::NoteLines;
use crate::ui::prelude::*;
use crate::ui::shell::use_shell;

/// The outcomes.
#[component]
pub fn Outcomes() -> AnyView {
    let shell = use_shell();
    let all = memo(move || {
        shell.mirror.watch(Mark::Thing(Thing::Map), |map| {
            let all = map.notes_in(Thing::Map, NoteField::Outcome);
            all.map(|(id, _)| id).collect::<Vec<Id>>()
        })
    });
    let heading = Signal::derive(move || shell.t().method.outcomes_told.to_owned());
    let more = Signal::derive(move || shell.t().method.add_outcome.to_owned());
    view! {
        <NoteLines of=Thing::Map field=NoteField::Outcome heading=heading more=more />
        <div class="method-items">
            <For
                each=move || all.get()
                key=|id| *id
                children=|id| view! { <Way outcome=id /> }
            />
        </div>
    }
    .into_any()
}

/// The steps that lead to an outcome.
#[component]
fn Way(outcome: Id) -> AnyView {
    let shell = use_shell();
    let from = Thing::Note(outcome);
    let name = move || shell.mirror.watch(Mark::Thing(from), |map| names::of(shell.t(), map, from));
    let count = memo(move || {
        shell.mirror.watch(Mark::Shape, |_| ());
        shell.mirror.watch(Mark::Thing(from), |map| way(map, outcome).len())
    });
    let steps = memo(move || {
        shell.mirror.watch(Mark::Shape, |map| {
            map.columns.iter().filter_map(|column| column.step).collect::<Vec<Id>>()
        })
    });
    let tick = move |step: Id| {
        let to = Thing::Step(step);
        let tied = move || {
            shell.mirror.watch(Mark::Thing(from), |map| map.ties_of(from).any(|one| one == to))
        };
        let label =
            move || shell.mirror.watch(Mark::Thing(to), |map| names::column(shell.t(), map, step));
        let on_change = Callback::new(move |on| {
            shell.send(Command::Apply(Edit::Tie { from, to, on }, 0));
        });
        view! {
            <Check
                label=Signal::derive(label)
                checked=Signal::derive(tied)
                on_change=on_change
            />
        }
    };
    let told = move || {
        let (m, locale) = (shell.t().method, shell.locale.get());
        match count.get() {
            0 => m.no_way.to_owned(),
            count => locale.count(count, m.steps_lead),
        }
    };
    view! {
        <details class="method-item">
            <summary>
                <span class="panel-text">{name}</span>
                <span class="method-told" class:open=move || count.get() == 0>
                    {move || (count.get() == 0).then(|| view! { <icons::Glyph icon=icons::ALARM /> })}
                    {told}
                </span>
            </summary>
            <fieldset class="method-ticks">
                <legend>{move || fill(shell.t().method.leads_to, &[&name()])}</legend>
                <For each=move || steps.get() key=|id| *id children=tick />
            </fieldset>
        </details>
    }
    .into_any()
}
