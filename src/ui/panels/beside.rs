//! What can be said of the selected header or point: time, line, unit, reason, path.

use super::fields::{Check, Choice, Line, set, word};
use super::paths::StepPaths;
use crate::geometry::spot::Spot;
use crate::model::map::Value;
use crate::model::{Detail, Id, LaneKind, Map, Thing};
use crate::ui::actions::is_curve;
use crate::ui::actions::structure::step_of;
use crate::ui::board::curve::active;
use crate::ui::board::state::Board;
use crate::ui::icons;
use crate::ui::memo::memo;
use crate::ui::mirror::Mark;
use crate::ui::names;
use crate::ui::prelude::*;
use crate::ui::widgets::button::Button;

/// The lines of a service blueprint, in the document's words.
pub const LINES: [&str; 3] = ["interaction", "visibility", "internal"];

/// The panel.
#[component]
pub fn Beside() -> AnyView {
    let board = expect_context::<Board>();
    let subject = memo(move || subject(board));
    view! {
        {move || match subject.get() {
            Some(thing) => fields(board, thing),
            None => {
                let hint = board.shell.t().paths.nothing;
                view! { <p class="panel-hint">{hint}</p> }.into_any()
            }
        }}
    }
}

/// What the selection is about: a header, or the point of the line that is moved.
fn subject(board: Board) -> Option<Thing> {
    match board.spot.get()? {
        Spot::Cell { lane, step, .. } if is_curve(board, lane) => {
            Some(Thing::Feeling { persona: active(board)?, step })
        }
        Spot::Cell { .. } => None,
        head => head.thing(),
    }
}

fn fields(board: Board, thing: Thing) -> AnyView {
    let shell = board.shell;
    let t = shell.t();
    let name =
        move || shell.mirror.watch(Mark::Thing(thing), |map| names::of(shell.t(), map, thing));
    let own = match thing {
        Thing::Lane(lane) => {
            let metrics = shell.mirror.watch(Mark::Shape, |map| {
                map.lanes.get(&lane).is_some_and(|lane| lane.kind == LaneKind::Metrics)
            });
            let numbers = metrics.then(|| {
                view! {
                    <Line thing=thing detail=Detail::Unit hint="%, €, min" />
                    <Choice thing=thing detail=Detail::Chart words=&["bars", "line"] />
                }
            });
            view! {
                <Choice thing=thing detail=Detail::Line words=&LINES />
                {numbers}
            }
        }
        Thing::Feeling { persona, step } => {
            view! {
                <Line thing=thing detail=Detail::Reason hint=t.paths.why />
                <Cause persona=persona step=step />
                <Check
                    thing=thing
                    detail=Detail::Skips
                    label=Signal::derive(move || shell.t().paths.skips.to_owned())
                />
            }
        }
        Thing::Step(step) => {
            view! {
                <Line thing=thing detail=Detail::Time hint=t.paths.time_hint />
                <Line thing=thing detail=Detail::Owner hint="" />
                {of_step(board, step)}
            }
        }
        Thing::Stage(stage) => {
            // Shown without its steps: what is said of its only one is said here.
            let step = step_of(board, Some(Spot::Stage(stage))).map(|step| of_step(board, step));
            view! {
                <Line thing=thing detail=Detail::Time hint=t.paths.time_hint />
                <Line thing=thing detail=Detail::Owner hint="" />
                {step}
            }
        }
        _ => ().into_any(),
    };
    view! {
        <h3 class="beside-name">
            <span class="beside-sort">{move || names::sort(shell.t(), thing)}</span>
            {name}
        </h3>
        <div class="beside">{own}</div>
    }
}

fn of_step(board: Board, step: Id) -> AnyView {
    view! {
        <Check
            thing=Thing::Step(step)
            detail=Detail::Optional
            label=Signal::derive(move || board.shell.t().paths.optional_step.to_owned())
        />
        <StepPaths step=step />
    }
}

/// The cards of a column that may be the cause of a feeling there: its pain points and delights.
fn causes(map: &Map, step: Id) -> Vec<Id> {
    let fits = |lane: &&Id| {
        let kind = map.lanes.get(*lane).map(|lane| lane.kind);
        matches!(kind, Some(LaneKind::Pains | LaneKind::Delights))
    };
    map.rows.iter().filter(fits).flat_map(|lane| map.cell(*lane, step)).copied().collect()
}

/// The pain point (or delight) that a feeling comes from, and the way there.
#[component]
fn Cause(persona: Id, step: Id) -> AnyView {
    let board = expect_context::<Board>();
    let shell = board.shell;
    let thing = Thing::Feeling { persona, step };
    let chosen = memo(move || word(board, thing, Detail::Cause));
    let offered = memo(move || {
        shell.mirror.watch(Mark::Any, |map| {
            let mut all = causes(map, step);
            // What was chosen is in the list wherever it stands by now.
            all.extend(Id::parse(&chosen.get()).filter(|id| !all.contains(id)));
            let name = |id: Id| (id.to_string(), names::of(shell.t(), map, Thing::Card(id)));
            all.into_iter().map(name).collect::<Vec<_>>()
        })
    });
    let lines = move || {
        let line = |(id, name): (String, String)| {
            let this = id.clone();
            view! { <option value=id prop:selected=move || chosen.get() == this>{name}</option> }
        };
        let none = (String::new(), "—".to_owned());
        std::iter::once(none).chain(offered.get()).map(line).collect_view()
    };
    let go = Callback::new(move |()| {
        let Some(card) = Id::parse(&chosen.get_untracked()) else { return };
        to_card(board, card);
    });
    view! {
        <label class="detail-field">
            <span>{move || shell.t().paths.cause}</span>
            <select
                class="select"
                on:change=move |event| {
                    let value = Some(Value::Text(event_target_value(&event)));
                    set(board, thing, Detail::Cause, value);
                }
            >
                {lines}
            </select>
        </label>
        {move || {
            (!chosen.with(String::is_empty)).then(|| {
                view! {
                    <Button
                        label=Signal::derive(move || shell.t().paths.to_cause.to_owned())
                        icon=icons::RIGHT
                        class="quiet"
                        on_press=go
                    />
                }
            })
        }}
    }
}

/// Goes to a card, where it stands on the board.
pub fn to_card(board: Board, card: Id) {
    let spot = board.shell.mirror.read(|map| {
        let found = map.cards.get(&card).filter(|card| card.deleted.is_none())?;
        Some(Spot::Cell { lane: found.lane, step: found.step, card: Some(card) })
    });
    if let Some(spot) = spot {
        board.go(spot);
    }
}
