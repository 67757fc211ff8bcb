//! Fields with more than one value: the list, and the mark on the thing.

use crate::model::Thing;
use crate::model::edit::Edit;
use crate::model::map::{Choice, Field};
use crate::ui::board::state::{Board, Panel};
use crate::ui::boxed::{For, Show};
use crate::ui::command::Command;
use crate::ui::icons;
use crate::ui::memo::{flag, memo};
use crate::ui::mirror::Mark;
use crate::ui::names;
use crate::ui::prelude::*;

/// The panel: every open choice, all of its values, one click each.
#[component]
pub fn Choices() -> AnyView {
    let board = expect_context::<Board>();
    let shell = board.shell;
    let open = memo(move || {
        shell.mirror.watch(Mark::Any, |map| {
            let mut open: Vec<Choice> = map.choices.values().flatten().cloned().collect();
            open.sort_by_key(|choice| (choice.thing, choice.field));
            open
        })
    });
    view! {
        <p class="panel-hint">{move || shell.t().reports.shown_both}</p>
        <ul class="panel-list">
            <For
                each=move || open.get()
                key=|choice| (choice.thing, choice.field, choice.options.len())
                children=|choice| view! { <ChoiceView choice=choice /> }
            />
        </ul>
    }
}

/// What a field is called in a choice.
fn field(t: &crate::i18n::Messages, choice: &Choice) -> &'static str {
    match choice.field {
        Field::Text => t.board.field_text,
        Field::Place => t.board.field_place,
        Field::Star => t.board.star,
        Field::Channel => t.board.channel,
        Field::Level => t.board.field_level,
        Field::Deleted | Field::Purged => t.board.field_deleted,
        Field::Kind => t.board.field_kind,
    }
}

/// One choice.
#[component]
pub fn ChoiceView(
    /// What is to be chosen.
    choice: Choice,
) -> AnyView {
    let board = expect_context::<Board>();
    let shell = board.shell;
    let choice = StoredValue::new(choice);
    let heading = move || {
        let t = shell.t();
        choice.with_value(|choice| {
            let name = shell.mirror.read(|map| names::of(t, map, choice.thing));
            format!("{}: {} – {}", names::sort(t, choice.thing), name, field(t, choice))
        })
    };
    let options = move || {
        let (t, locale) = (shell.t(), shell.locale.get());
        choice.with_value(|choice| {
            let (thing, field) = (choice.thing, choice.field);
            choice
                .options
                .iter()
                .enumerate()
                .map(|(place, option)| {
                    let value = option.value.clone();
                    let words =
                        shell.mirror.read(|map| names::value(t, locale, map, thing, field, &value));
                    let take = Callback::new(move |()| {
                        let edit = Edit::Choose { thing, field, value: value.clone() };
                        shell.send(Command::Apply(edit, 0));
                    });
                    let label = format!("{}: {words}", t.board.choice_take);
                    view! {
                        <li>
                            <button
                                type="button"
                                class="button choice-option"
                                aria-label=label
                                on:click=move |_| take.run(())
                            >
                                <span class="panel-text">{words}</span>
                                <span class="chip">
                                    {if place == 0 {
                                        t.board.choice_shown
                                    } else {
                                        t.board.choice_take
                                    }}
                                </span>
                            </button>
                        </li>
                    }
                })
                .collect_view()
        })
    };
    view! {
        <li class="choice">
            <span class="choice-head">{move || heading()}</span>
            <ul>{move || options()}</ul>
        </li>
    }
}

/// The mark on a thing that has a choice open.
#[component]
pub fn ChoiceMark(
    /// Which thing.
    thing: Thing,
) -> AnyView {
    let board = expect_context::<Board>();
    let shell = board.shell;
    let open = flag(move || {
        shell.mirror.watch(Mark::Thing(thing), |map| map.choices.contains_key(&thing))
    });
    view! {
        <Show when=move || open.get()>
            <button
                type="button"
                class="choice-mark"
                title=move || shell.t().board.choice_mark
                aria-label=move || shell.t().board.choice_mark
                on:pointerdown=|event| event.stop_propagation()
                on:click=move |_| board.panel.set(Some(Panel::Choices))
            >
                <icons::Glyph icon=icons::SPLIT />
            </button>
        </Show>
    }
}
