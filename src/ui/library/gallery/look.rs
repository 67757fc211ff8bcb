//! A template looked into: its stages and steps across, its lanes with their hints down.

use crate::exchange::template::TemplateFile;
use crate::i18n::Messages;
use crate::model::draft::Part;
use crate::model::map::Value;
use crate::model::{Detail, LaneKind};
use crate::ui::command::Command;
use crate::ui::icons;
use crate::ui::lanes;
use crate::ui::prelude::*;
use crate::ui::shell::use_shell;
use crate::ui::widgets::button::Button;
use crate::ui::widgets::modal::modal;
use std::sync::Arc;

/// What the empty cells of a lane say.
fn hint(t: &Messages, file: &TemplateFile, at: usize, kind: LaneKind) -> String {
    let own = file.draft.details.iter().find_map(|one| match &one.value {
        Value::Text(text) if one.of == Part::Lane(at) && one.detail == Detail::Hint => Some(text),
        _ => None,
    });
    own.cloned().unwrap_or_else(|| lanes::hint(t, kind).to_owned())
}

/// The dialog.
#[component]
pub fn Look(
    /// The template.
    file: Arc<TemplateFile>,
    /// Whether it is open.
    open: RwSignal<bool>,
) -> AnyView {
    let shell = use_shell();
    let (dialog, close) = modal();
    let (name, called) = (file.name.clone(), file.name.clone());
    let draft = &file.draft;
    let stages = draft.stages.iter().map(|stage| {
        let steps = stage.steps.join(" · ");
        view! {
            <th scope="col">
                <span>{stage.name.clone()}</span>
                {(!steps.is_empty()).then(|| view! { <span class="look-steps">{steps}</span> })}
            </th>
        }
    });
    let stages = stages.collect_view();
    let count = draft.stages.len();
    let rows = draft.lanes.iter().enumerate().map(|(at, lane)| {
        let kind = lane.kind;
        let of = file.clone();
        let cards = |stage: usize| {
            let here = draft.cards.iter().filter(|card| card.lane == at && card.stage == stage);
            here.map(|card| view! { <li>{card.text.clone()}</li> }).collect_view()
        };
        let full = draft.cards.iter().any(|card| card.lane == at);
        let cells = if full {
            let cell = |stage| view! { <td><ul>{cards(stage)}</ul></td> };
            (0..count).map(cell).collect_view().into_any()
        } else {
            let hint = move || hint(shell.t(), &of, at, kind);
            view! { <td class="look-hint" colspan=count.to_string()>{hint}</td> }.into_any()
        };
        view! {
            <tr data-kind=kind.word()>
                <th scope="row">
                    <icons::Glyph icon=lanes::icon(kind) />
                    <span>{lane.name.clone()}</span>
                </th>
                {cells}
            </tr>
        }
    });
    let rows = rows.collect_view();
    let used = file.clone();
    view! {
        <dialog
            class="dialog look"
            node_ref=dialog
            aria-label=called
            on:close=move |_| open.set(false)
        >
            <h2>{name}</h2>
            <p>{file.about.clone()}</p>
            <div class="look-scroll" tabindex="0" role="group" aria-label=move || shell.t().templates.look>
                <table>
                    <thead>
                        <tr>
                            <th scope="col">{move || shell.t().templates.lane}</th>
                            {stages}
                        </tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
            <div class="dialog-buttons">
                <Button
                    label=Signal::derive(move || shell.t().library.close.to_owned())
                    on_press=Callback::new(move |()| close())
                />
                <Button
                    label=Signal::derive(move || shell.t().templates.start.to_owned())
                    class="primary"
                    on_press=Callback::new(move |()| {
                        close();
                        shell.send(Command::StartFrom(used.clone()));
                    })
                />
            </div>
        </dialog>
    }
}
