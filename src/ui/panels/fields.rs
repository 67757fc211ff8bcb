//! Fields for the details of a thing: a text, one of several words, yes or no. Each change is an edit.

use crate::model::edit::Edit;
use crate::model::map::Value;
use crate::model::{Detail, Thing};
use crate::ui::board::state::Board;
use crate::ui::command::Command;
use crate::ui::details;
use crate::ui::mirror::Mark;
use crate::ui::prelude::*;

/// Sets or clears a detail.
pub fn set(board: Board, thing: Thing, detail: Detail, value: Option<Value>) {
    if !board.shell.refuse_look() {
        board.shell.send(Command::Apply(Edit::Set { thing, detail, value }, 0));
    }
}

/// A detail that is a text, as it stands; watches it.
pub fn word(board: Board, thing: Thing, detail: Detail) -> String {
    board.shell.mirror.watch(Mark::Thing(thing), |map| map.word(thing, detail).to_owned())
}

/// A line of text.
#[component]
pub fn Line(
    /// Of what.
    thing: Thing,
    /// Which detail.
    detail: Detail,
    /// What stands in it while it is empty.
    hint: &'static str,
) -> AnyView {
    let board = expect_context::<Board>();
    let shell = board.shell;
    let keep = move |text: String| {
        if text.trim() != word(board, thing, detail) {
            set(board, thing, detail, Some(Value::Text(text.trim().to_owned())));
        }
    };
    view! {
        <label class="detail-field">
            <span>{move || details::name(shell.t(), detail)}</span>
            <input
                class="field-line"
                type="text"
                placeholder=hint
                prop:value=move || word(board, thing, detail)
                on:change=move |event| untrack(|| keep(event_target_value(&event)))
            />
        </label>
    }
}

/// One of the known words, or none.
#[component]
pub fn Choice(
    /// Of what.
    thing: Thing,
    /// Which detail.
    detail: Detail,
    /// The words.
    words: &'static [&'static str],
) -> AnyView {
    let board = expect_context::<Board>();
    let shell = board.shell;
    let line = move |known: &'static str| {
        view! {
            <option value=known prop:selected=move || word(board, thing, detail) == known>
                {move || if known.is_empty() { "—" } else { details::word(shell.t(), detail, known) }}
            </option>
        }
    };
    view! {
        <label class="detail-field">
            <span>{move || details::name(shell.t(), detail)}</span>
            <select
                class="select"
                on:change=move |event| {
                    set(board, thing, detail, Some(Value::Text(event_target_value(&event))));
                }
            >
                {line("")}
                {words.iter().map(|known| line(known)).collect_view()}
            </select>
        </label>
    }
}

/// Yes or no.
#[component]
pub fn Check(
    /// Of what.
    thing: Thing,
    /// Which detail.
    detail: Detail,
    /// What it says.
    #[prop(into)]
    label: Signal<String>,
) -> AnyView {
    let board = expect_context::<Board>();
    let is = move || board.shell.mirror.watch(Mark::Thing(thing), |map| map.is(thing, detail));
    view! {
        <label class="detail-check">
            <input
                class="check"
                type="checkbox"
                prop:checked=is
                on:change=move |_| {
                    let on = !untrack(is);
                    set(board, thing, detail, Some(Value::Bool(on)));
                }
            />
            <span>{move || label.get()}</span>
        </label>
    }
}
