//! The paths that leave a step: listed, made, their conditions written.

use crate::i18n::fill;
use crate::model::edit::{Edit, TextOf};
use crate::model::path::PathKind;
use crate::model::{Id, Map, Thing};
use crate::ui::board::state::Board;
use crate::ui::boxed::For;
use crate::ui::command::Command;
use crate::ui::icons;
use crate::ui::memo::memo;
use crate::ui::mirror::Mark;
use crate::ui::names;
use crate::ui::prelude::*;
use crate::ui::widgets::button::Button;

/// Makes a path; its kind follows from the order of the steps.
fn add(board: Board, from: Id, to: Id, kind: PathKind) {
    let path = board.shell.id();
    let edit = Edit::AddPath { path, from, to, kind, condition: String::new() };
    board.shell.send(Command::Apply(edit, 0));
}

/// Lets a path leave or reach another step; what it is follows from their order.
fn turn(board: Board, path: Id, ends: (Id, Id)) {
    let (from, to) = ends;
    let kind = board.shell.mirror.read(|map| {
        let at = |step: Id| map.columns.iter().position(|column| column.step == Some(step));
        if at(to) < at(from) { PathKind::Loop } else { PathKind::Alternative }
    });
    board.shell.send(Command::Apply(Edit::MovePath { path, from, to, kind }, 0));
}

/// What a path is called: what it is and where it leads.
fn called(board: Board, map: &Map, path: Id) -> String {
    let t = board.shell.t();
    let Some(found) = map.paths.get(&path) else { return t.paths.thing.to_owned() };
    let form = match found.kind {
        PathKind::Loop => t.paths.loop_to,
        PathKind::Alternative => t.paths.alternative_to,
    };
    fill(form, &[&names::column(t, map, found.to)])
}

/// The steps a path of this kind may lead to: earlier ones for a loop, else later ones.
fn ends(map: &Map, from: Id, kind: PathKind) -> Vec<Id> {
    let Some(at) = map.columns.iter().position(|column| column.step == Some(from)) else {
        return Vec::new();
    };
    let some = match kind {
        PathKind::Loop => &map.columns[..at],
        PathKind::Alternative => &map.columns[at + 1..],
    };
    some.iter().filter_map(|column| column.step).collect()
}

/// The list of a step's paths, and the ways to make one.
#[component]
pub fn StepPaths(
    /// The step.
    step: Id,
) -> AnyView {
    let board = expect_context::<Board>();
    let shell = board.shell;
    let paths = memo(move || shell.mirror.watch(Mark::Any, |map| map.paths_from(step)));
    view! {
        <h3 class="details-head">{move || shell.t().paths.paths}</h3>
        {move || {
            paths.with(Vec::is_empty).then(|| {
                view! { <p class="panel-hint">{shell.t().paths.no_paths}</p> }
            })
        }}
        <ul class="panel-list">
            <For
                each=move || paths.get()
                key=|path| *path
                children=move |path| view! { <PathLine path=path /> }
            />
        </ul>
        <New step=step kind=PathKind::Loop />
        <New step=step kind=PathKind::Alternative />
    }
}

#[component]
fn PathLine(path: Id) -> AnyView {
    let board = expect_context::<Board>();
    let shell = board.shell;
    let thing = Thing::Path(path);
    let name = memo(move || shell.mirror.watch(Mark::Any, |map| called(board, map, path)));
    let condition = move || {
        shell.mirror.watch(Mark::Thing(thing), |map| {
            map.paths.get(&path).map(|path| path.condition.clone()).unwrap_or_default()
        })
    };
    let end = move |leads: bool| {
        let ends = memo(move || {
            shell.mirror.watch(Mark::Any, |map| {
                let found = map.paths.get(&path)?;
                Some(if leads { (found.to, found.from) } else { (found.from, found.to) })
            })
        });
        let lines = move || {
            let (own, other) = ends.get()?;
            let steps = shell.mirror.watch(Mark::Any, |map| {
                let steps = map.columns.iter().filter_map(|column| column.step);
                let steps = steps.filter(|step| *step != other);
                steps.map(|step| (step, names::column(shell.t(), map, step))).collect::<Vec<_>>()
            });
            let line = |(step, name): (Id, String)| {
                view! { <option value=step.to_string() prop:selected=step == own>{name}</option> }
            };
            Some(steps.into_iter().map(line).collect_view())
        };
        let choose = move |event| {
            let other = ends.with_untracked(|ends| ends.map(|(_, other)| other));
            if let (Some(one), Some(other)) = (Id::parse(&event_target_value(&event)), other) {
                turn(board, path, if leads { (other, one) } else { (one, other) });
            }
        };
        view! {
            <select
                class="select"
                aria-label=move || {
                    let p = shell.t().paths;
                    format!("{}, {}", name.get(), if leads { p.leads_to } else { p.leaves })
                }
                prop:disabled=move || shell.look.with(Option::is_some)
                on:change=choose
            >
                {lines}
            </select>
        }
    };
    let keep = move |text: String| {
        let of = TextOf::Of(thing);
        shell.send(Command::Apply(Edit::SetText { of, text }, 0));
    };
    view! {
        <li class="path-line" data-of=path.to_string()>
            <label class="detail">
                <span class="detail-name">{move || name.get()}</span>
                <input
                    class="field-line"
                    type="text"
                    placeholder=move || shell.t().paths.condition_hint
                    dir="auto"
                    prop:value=condition
                    prop:readOnly=move || shell.look.with(Option::is_some)
                    on:change=move |event| keep(event_target_value(&event))
                />
            </label>
            <Button
                label=Signal::derive(move || {
                    fill(shell.t().details.delete_note, &[&name.get()])
                })
                icon=icons::BIN
                bare=true
                class="quiet"
                on_press=Callback::new(move |()| {
                    shell.send(Command::Apply(Edit::Delete(thing), 0));
                })
            />
            <span class="path-ends">{end(false)} <span aria-hidden="true">"→"</span> {end(true)}</span>
        </li>
    }
}

/// A list of steps; choosing one makes a path there.
#[component]
fn New(step: Id, kind: PathKind) -> AnyView {
    let board = expect_context::<Board>();
    let shell = board.shell;
    let label = move || match kind {
        PathKind::Loop => shell.t().paths.loop_back,
        PathKind::Alternative => shell.t().paths.alternative,
    };
    let offered = memo(move || {
        shell.mirror.watch(Mark::Any, |map| {
            let name = |id: Id| (id.to_string(), names::column(shell.t(), map, id));
            ends(map, step, kind).into_iter().map(name).collect::<Vec<_>>()
        })
    });
    let lines = move || {
        let line = |(id, name): (String, String)| view! { <option value=id>{name}</option> };
        offered.get().into_iter().map(line).collect_view()
    };
    view! {
        {move || {
            (!offered.with(Vec::is_empty)).then(|| {
                view! {
                    <label class="detail">
                        <span class="detail-name">{label}</span>
                        <select
                            class="select"
                            id=match kind {
                                PathKind::Loop => "path-loop",
                                PathKind::Alternative => "path-alternative",
                            }
                            prop:disabled=move || shell.look.with(Option::is_some)
                            prop:value=move || {
                                // Chosen and made: ready for the next.
                                shell.mirror.watch(Mark::Paths, |_| ());
                                String::new()
                            }
                            on:change=move |event| {
                                if let Some(to) = Id::parse(&event_target_value(&event)) {
                                    add(board, step, to, kind);
                                }
                            }
                        >
                            <option value="">{move || shell.t().paths.choose_step}</option>
                            {lines}
                        </select>
                    </label>
                }
            })
        }}
    }
}
