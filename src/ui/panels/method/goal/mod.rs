//! The part of the method that says what the map is for: the goal sheet.

mod outcomes;
mod stages;

use super::Section;
use super::gaps::Gaps;
use crate::analysis::goal::{ASKED, ownerless, pathless, unsaid};
use crate::analysis::standing::Standing;
use crate::model::detail::REACHED;
use crate::model::{Detail, GoalField, Id, Map, NoteField, Thing};
use crate::ui::mirror::Mark;
use crate::ui::names;
use crate::ui::panels::details::fields::{LineField, TypedText, WordField, chosen};
use crate::ui::prelude::*;
use crate::ui::shell::use_shell;
use outcomes::Outcomes;
use stages::Stages;

/// The part.
pub const SECTION: Section = Section {
    id: "goal",
    name: |t| t.method.goal,
    first: |t, _| t.method.goal_first,
    standing,
    body: || view! { <Sheet /> },
};

fn standing(map: &Map) -> Standing {
    let asked = unsaid(map).len();
    let outcomes = map.notes_in(Thing::Map, NoteField::Outcome).next().is_some();
    let begun = asked < ASKED || outcomes;
    Standing::of(asked + ownerless(map).len() + pathless(map).len(), begun)
}

/// A text of the goal sheet.
fn text(field: GoalField) -> AnyView {
    let shell = use_shell();
    let name = move || {
        let t = shell.t();
        let name = match field {
            GoalField::Scenario => t.method.scenario_told,
            GoalField::Scope => t.method.scope_told,
            field => names::goal(t, field),
        };
        name.to_owned()
    };
    view! {
        <div class="detail">
            <span class="detail-name">{name}</span>
            <TypedText thing=Thing::Goal(field) label=Signal::derive(name) />
        </div>
    }
    .into_any()
}

/// A stage of the map, or none.
fn stage(detail: Detail) -> AnyView {
    let shell = use_shell();
    let options = move || {
        shell.mirror.watch(Mark::Shape, |map| {
            let named = |id: Id| (id.to_string(), names::of(shell.t(), map, Thing::Stage(id)));
            map.stage_order().into_iter().map(named).collect()
        })
    };
    chosen(Thing::Map, detail, options)
}

/// The sheet.
#[component]
fn Sheet() -> AnyView {
    let shell = use_shell();
    let head = move |words: fn(&crate::i18n::Messages) -> &'static str| {
        view! { <h3 class="details-head">{move || words(shell.t())}</h3> }
    };
    let line = |detail| view! { <LineField thing=Thing::Map detail=detail /> };
    view! {
        <div class="details">
            {text(GoalField::Purpose)} {line(Detail::Ideal)} {text(GoalField::Audience)}
            {line(Detail::Experience)} {text(GoalField::Decision)} {head(|t| t.method.scenario)}
            {line(Detail::Scenario)} {line(Detail::Situation)} {line(Detail::Trigger)}
            {text(GoalField::Scenario)}
            <WordField thing=Thing::Map detail=Detail::State words=&["as-is", "to-be"] />
            {head(|t| t.method.scope)} {stage(Detail::First)} {stage(Detail::Last)}
            {text(GoalField::Scope)} {head(|t| t.method.success)} {text(GoalField::Success)}
            {line(Detail::Measured)}
            <WordField thing=Thing::Map detail=Detail::Reached words=&REACHED />
            {line(Detail::Result)} {head(|t| t.method.outcomes)} <Outcomes />
            {head(|t| t.method.stages)} <Stages /> {head(|t| t.method.ownerless)}
            <Gaps find=ownerless none=|t| t.method.all_owned />
        </div>
    }
    .into_any()
}
