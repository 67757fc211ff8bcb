//! Mentions of the brand on others' pages: page, traffic, date.

use super::entries;
use crate::i18n::fill;
use crate::model::edit::Edit;
use crate::model::{Detail, Id, List, Thing};
use crate::ui::board::state::Board;
use crate::ui::boxed::For;
use crate::ui::command::Command;
use crate::ui::icons;
use crate::ui::mirror::Mark;
use crate::ui::names;
use crate::ui::panels::details::fields::{DayField, LineField, TypedText};
use crate::ui::panels::new_entry::NewEntry;
use crate::ui::prelude::*;
use crate::ui::widgets::button::Button;

/// The list, folded up while it is empty.
#[component]
pub fn Mentions() -> AnyView {
    let shell = expect_context::<Board>().shell;
    let all = entries(shell, List::Mentions);
    let some = shell.mirror.read(|map| !map.list(List::Mentions).is_empty());
    view! {
        <details class="touch-mentions" open=some>
            <summary>{move || shell.t().touchpoints.mentions}</summary>
            <p class="panel-hint">{move || shell.t().touchpoints.mentions_hint}</p>
            <ul class="panel-list">
                <For
                    each=move || all.get()
                    key=|id| *id
                    children=move |id| view! { <Mention id=id /> }
                />
            </ul>
            <NewEntry
                list=List::Mentions
                words=|t| t.touchpoints.new_mention
                add=|t| t.touchpoints.add_to_mentions
            />
        </details>
    }
}

#[component]
fn Mention(id: Id) -> AnyView {
    let shell = expect_context::<Board>().shell;
    let thing = Thing::Entry(List::Mentions, id);
    let called =
        move || shell.mirror.watch(Mark::Thing(thing), |map| names::of(shell.t(), map, thing));
    let page = Signal::derive(move || shell.t().touchpoints.page.to_owned());
    view! {
        <li class="touch-mention details">
            <div class="detail touch-page">
                <span class="detail-name">{move || page.get()}</span>
                <TypedText thing=thing label=page />
            </div>
            <LineField thing=thing detail=Detail::Traffic />
            <DayField thing=thing />
            <Button
                label=Signal::derive(move || fill(shell.t().touchpoints.delete, &[&called()]))
                icon=icons::BIN
                bare=true
                class="quiet"
                on_press=Callback::new(move |()| {
                    shell.send(Command::Apply(Edit::Delete(thing), 0));
                })
            />
        </li>
    }
}
