//! The personas of the map: named, added, deleted, and chosen as the line that is moved.

use crate::analysis::standing::{Gap, people};
use crate::geometry::curve::dashes;
use crate::model::edit::{Edit, TextOf};
use crate::model::{Id, Thing};
use crate::ui::board::curve::{active, choose};
use crate::ui::board::state::Board;
use crate::ui::boxed::{For, effect};
use crate::ui::command::Command;
use crate::ui::icons;
use crate::ui::memo::{Memo, memo};
use crate::ui::mirror::Mark;
use crate::ui::names;
use crate::ui::picture::Portrait;
use crate::ui::prelude::*;
use crate::ui::typing::Typing;
use crate::ui::widgets::button::Button;

/// The panel.
#[component]
pub fn Personas() -> AnyView {
    let board = expect_context::<Board>();
    let shell = board.shell;
    let cast = memo(move || shell.mirror.watch(Mark::Shape, |map| map.cast.clone()));
    // Other maps may have changed since they were looked at.
    shell.origins.set(Vec::new());
    // The persona just added: its name takes the caret.
    let added = RwSignal::new(None);
    provide_context(Added(added));
    let add = Callback::new(move |()| {
        let persona = shell.id();
        let at = shell.mirror.read(|map| map.cast.len());
        let name = crate::i18n::fill(shell.t_now().board.new_persona, &[&(at + 1).to_string()]);
        shell.send(Command::Apply(Edit::AddPersona { persona, name, at }, 0));
        board.persona.set(Some(persona));
        added.set(Some(persona));
    });
    let many = move || {
        let gap = Gap::ManyTargets;
        shell.mirror.watch(Mark::Any, |map| people(map).contains(&gap))
    };
    view! {
        <p class="panel-hint">{move || shell.t().board.personas_hint}</p>
        {move || many().then(|| view! { <p class="panel-hint" role="status">{shell.t().method.many_targets}</p> })}
        <ul class="panel-list">
            <For
                each=move || cast.get()
                key=|persona| *persona
                children=move |persona| view! { <PersonaLine persona=persona cast=cast /> }
            />
        </ul>
        <Button
            label=Signal::derive(move || shell.t().board.add_persona.to_owned())
            icon=icons::PLUS
            on_press=add
        />
        <super::takeover::FromOthers />
        {move || active(board).map(|persona| view! { <super::sheet::Sheet persona=persona /> })}
    }
}

#[derive(Clone, Copy)]
struct Added(RwSignal<Option<Id>>);

#[component]
fn PersonaLine(persona: Id, cast: Memo<Vec<Id>>) -> AnyView {
    let board = expect_context::<Board>();
    let shell = board.shell;
    let thing = Thing::Persona(persona);
    let name = move || {
        shell.mirror.watch(Mark::Thing(thing), |map| {
            map.personas.get(&persona).map(|p| p.name.clone()).unwrap_or_default()
        })
    };
    let called =
        move || shell.mirror.watch(Mark::Thing(thing), |map| names::of(shell.t(), map, thing));
    let number = move || cast.get().iter().position(|p| *p == persona).unwrap_or(0);
    let typing = StoredValue::new_local(None::<Typing>);
    let field = NodeRef::<leptos::html::Input>::new();
    let radio = NodeRef::<leptos::html::Input>::new();
    let Added(added) = expect_context::<Added>();
    effect(move || {
        if let Some(field) = field.get()
            && added.get_untracked() == Some(persona)
        {
            added.set(None);
            field.set_value(&name());
            let _ = field.focus();
            field.select();
        }
    });
    let choose = move || choose(board, persona);
    view! {
        <li
            class="persona-line"
            data-line=move || number() % 4
            data-dash=move || dashes(number())
        >
            <label class="persona-draws">
                <input
                    aria-label=move || crate::i18n::fill(shell.t().board.persona_draws, &[&called()])
                    node_ref=radio
                    type="radio"
                    name="persona"
                    prop:checked=move || active(board) == Some(persona)
                    on:change=move |_| choose()
                />
                <svg class="legend-line" viewBox="0 0 24 8" aria-hidden="true">
                    <path class="curve-line" d="M1 4H23"></path>
                </svg>
            </label>
            <Portrait persona=persona />
            <input
                type="text"
                class="field-line"
                node_ref=field
                on:keydown=move |event| {
                    if event.key() == "Enter" && !event.is_composing() {
                        // The text is kept; the focus stays with the persona.
                        if let Some(radio) = radio.get_untracked() {
                            let _ = radio.focus();
                        }
                    }
                }
                aria-label=move || shell.t().board.thing_persona
                prop:value=name
                on:focus=move |_| {
                    choose();
                    let now = name();
                    typing.set_value(Some(Typing::start(shell, TextOf::Of(thing), (now, None), None)));
                }
                on:input=move |event| {
                    if let Some(typing) = typing.get_value() {
                        typing.input((event_target_value(&event), None));
                    }
                }
                on:blur=move |_| {
                    if let Some(typing) = typing.get_value() {
                        typing.finish();
                    }
                    typing.set_value(None);
                }
            />
            <Button
                label=Signal::derive(move || {
                    crate::i18n::fill(shell.t().details.delete_note, &[&called()])
                })
                icon=icons::BIN
                bare=true
                class="quiet"
                disabled=Signal::derive(move || cast.with(|cast| cast.len() < 2))
                on_press=Callback::new(move |()| {
                    shell.send(Command::Apply(Edit::Delete(thing), 0));
                })
            />
        </li>
    }
}
