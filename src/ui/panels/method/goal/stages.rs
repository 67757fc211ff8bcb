//! Stage by stage: the organisation's goal it serves, the problems foreseen, who answers for it.

use crate::model::{Detail, Id, Thing};
use crate::ui::boxed::For;
use crate::ui::memo::memo;
use crate::ui::mirror::Mark;
use crate::ui::names;
use crate::ui::panels::details::fields::LineField;
use crate::ui::prelude::*;
use crate::ui::shell::use_shell;

/// The stages.
#[component]
pub fn Stages() -> AnyView {
    let shell = use_shell();
    let all = memo(move || shell.mirror.watch(Mark::Shape, |map| map.stage_order()));
    let stage = move |id: Id| {
        let thing = Thing::Stage(id);
        let name =
            move || shell.mirror.watch(Mark::Thing(thing), |map| names::of(shell.t(), map, thing));
        let owner = move || {
            let owner = |map: &crate::model::Map| map.word(thing, Detail::Owner).to_owned();
            shell.mirror.watch(Mark::Thing(thing), owner)
        };
        view! {
            <details class="method-item">
                <summary>
                    <span class="panel-text">{name}</span>
                    <span class="panel-sort">{owner}</span>
                </summary>
                <div class="details">
                    <LineField thing=thing detail=Detail::Serves />
                    <LineField thing=thing detail=Detail::Foreseen />
                    <LineField thing=thing detail=Detail::Owner />
                </div>
            </details>
        }
        .into_any()
    };
    view! {
        <div class="method-items">
            <For each=move || all.get() key=|id| *id children=stage />
        </div>
    }
    .into_any()
}
