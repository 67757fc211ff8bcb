//! Which fields each kind of thing has.

use super::channel::{Channel, Star};
use super::felt::Felt;
use super::fields::{LineField, PersonaField, WordField, YesField};
use super::looks::{Colours, Icons};
use super::met::Met;
use super::noted::NoteLines;
use super::paths::StepPaths;
use super::pictured::PictureField;
use super::tagged::Tags;
use crate::model::detail::{CHARTS, EVIDENCE, LINES, STATUSES};
use crate::model::{Detail, Id, LaneKind, NoteField, Thing};
use crate::ui::mirror::Mark;
use crate::ui::panels::method::rests::Rests;
use crate::ui::prelude::*;
use crate::ui::shell::Shell;

/// The fields of a thing beside its name or text.
pub fn fields(shell: Shell, thing: Thing) -> AnyView {
    match thing {
        Thing::Card(id) => card(shell, id),
        Thing::Stage(id) => {
            // Shown without its steps: what is said of its only one is said here.
            let only = move || {
                let step = shell.mirror.watch(Mark::Shape, |map| {
                    map.is_plain(id).then(|| map.steps_of(id).first().copied()).flatten()
                });
                step.map(step_alone)
            };
            view! {
                {header(thing)}
                {only}
            }
            .into_any()
        }
        Thing::Step(id) => view! {
            {header(thing)}
            {step_alone(id)}
        }
        .into_any(),
        Thing::Lane(id) => {
            let numbers = move || {
                let metrics = shell.mirror.watch(Mark::Thing(thing), |map| {
                    map.lanes.get(&id).is_some_and(|lane| lane.kind == LaneKind::Metrics)
                });
                metrics.then(|| {
                    view! {
                        <LineField thing=thing detail=Detail::Unit />
                        <WordField thing=thing detail=Detail::Chart words=&CHARTS />
                    }
                })
            };
            view! {
                {numbers}
                <WordField thing=thing detail=Detail::Line words=&LINES />
                <LineField thing=thing detail=Detail::Hint />
            }
            .into_any()
        }
        Thing::Feeling { persona, step } => view! { <Felt persona=persona step=step /> },
        _ => ().into_any(),
    }
}

/// What stages and steps have both.
fn header(thing: Thing) -> AnyView {
    view! {
        <LineField thing=thing detail=Detail::Time />
        <LineField thing=thing detail=Detail::Owner />
    }
    .into_any()
}

fn step_alone(step: Id) -> AnyView {
    view! {
        <YesField thing=Thing::Step(step) detail=Detail::Optional />
        <StepPaths step=step />
    }
    .into_any()
}

fn card(shell: Shell, id: Id) -> AnyView {
    let thing = Thing::Card(id);
    // On a card that is about its picture it comes first; a field does not move while one is at it.
    let first = shell.mirror.read(|map| {
        let lane = map.cards.get(&id).and_then(|card| map.lanes.get(&card.lane));
        lane.is_some_and(|lane| lane.kind == LaneKind::Images) || map.is_pictured(id)
    });
    let picture = move |here: bool| (first == here).then(|| view! { <PictureField thing=thing /> });
    view! {
        {picture(true)}
        <PersonaField thing=thing />
        <Met card=id />
        <Channel card=id />
        <WordField thing=thing detail=Detail::Evidence words=&EVIDENCE />
        <Rests thing=thing />
        <LineField thing=thing detail=Detail::Owner />
        <details class="details-more">
            <summary>{move || shell.t().details.more}</summary>
            <Colours thing=thing />
            <Icons thing=thing />
            <Tags card=id />
            <WordField thing=thing detail=Detail::Status words=&STATUSES />
            <Star card=id />
            {picture(false)}
            <NoteLines
                of=thing
                field=NoteField::Source
                heading=Signal::derive(move || shell.t().details.sources.to_owned())
                more=Signal::derive(move || shell.t().details.add_source.to_owned())
            />
        </details>
    }
    .into_any()
}
