//! The field in which the name of a feeling is chosen or typed, at its point.

use super::focus::Focus;
use super::state::Board;
use crate::geometry::spot::{Spot, Way};
use crate::model::Id;
use crate::model::edit::Edit;
use crate::model::feelings::FEELINGS;
use crate::ui::boxed::effect;
use crate::ui::command::Command;
use crate::ui::feelings;
use crate::ui::prelude::*;
use leptos::html;

/// The field of the name at a point of the curve. It is one value, so it goes as a whole when
/// typing ends.
#[component]
pub fn WordEditor(
    /// Who feels.
    persona: Id,
    /// Where.
    step: Id,
    /// Where the selection goes back to.
    spot: Spot,
) -> AnyView {
    let board = expect_context::<Board>();
    let focus = expect_context::<Focus>();
    let shell = board.shell;
    let field = NodeRef::<html::Input>::new();
    let before = shell
        .mirror
        .read(|map| feelings::name(shell.t_now(), &map.feeling(persona, step).name).to_owned());
    let replace = board.editing.get_untracked().is_some_and(|editing| editing.replace);
    let initial = StoredValue::new(if replace { String::new() } else { before.clone() });
    let ended = StoredValue::new(false);
    let before = StoredValue::new(before);
    effect(move || {
        if let Some(field) = field.get() {
            field.set_value(&initial.get_value());
            let _ = field.focus();
            field.select();
        }
    });
    let end = move |keep: bool, then: Option<Way>, stay: bool| {
        if ended.get_value() {
            return;
        }
        ended.set_value(true);
        let name = field.get_untracked().map(|field| field.value()).unwrap_or_default();
        shell.typing.set(false);
        board.editing.set(None);
        if keep && name != before.get_value() {
            let name = feelings::kept(&name);
            shell.send(Command::Apply(Edit::SetFeelingName { persona, step, name }, 0));
        }
        board.entering.set(then.is_some());
        match then {
            Some(way) => board.go(board.through(spot, way)),
            None if stay => board.go(spot),
            None => {}
        }
    };
    let known = FEELINGS.map(|word| {
        view! { <option>{move || feelings::name(shell.t(), word)}</option> }
    });
    view! {
        <datalist id="feelings">{known.collect_view()}</datalist>
        <input
            class="word-field"
            data-editor=""
            type="text"
            node_ref=field
            aria-label=move || shell.t().feelings.name
            placeholder=move || shell.t().feelings.name_hint
            list="feelings"
            on:input=move |_| shell.typing.set(true)
            on:keydown=move |event| {
                event.stop_propagation();
                if event.is_composing() {
                    return;
                }
                match event.key().as_str() {
                    "Enter" => end(true, None, true),
                    "Escape" => end(false, None, true),
                    "Tab" => {
                        event.prevent_default();
                        end(true, Some(if event.shift_key() { Way::Left } else { Way::Right }), true);
                    }
                    _ => {}
                }
            }
            on:blur=move |event| {
                if !focus.is_taken(&event) {
                    end(true, None, false);
                }
            }
        />
    }
}
