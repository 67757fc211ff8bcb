//! Fields with more than one value: the list, and the mark on the thing.

use super::alike::Alike;
use super::settled::Settled;
use crate::geometry::spot;
use crate::i18n::fill;
use crate::model::edit::Edit;
use crate::model::map::{Choice, Field, Value};
use crate::model::{Detail, Thing};
use crate::session::Byline;
use crate::ui::board::state::{Board, Panel};
use crate::ui::boxed::{For, Show};
use crate::ui::command::Command;
use crate::ui::dates::moment;
use crate::ui::icons;
use crate::ui::memo::{flag, memo};
use crate::ui::mirror::Mark;
use crate::ui::names;
use crate::ui::picture::PictureView;
use crate::ui::prelude::*;
use crate::ui::shell::Shell;
use wasm_bindgen::JsCast;

/// The panel: every open choice, all of its values, one click each; then what was settled.
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
    let hint = move || {
        let t = shell.t();
        if open.with(Vec::is_empty) { t.people.no_choices } else { t.reports.shown_both }
    };
    view! {
        <p class="panel-hint">{hint}</p>
        <ul class="panel-list">
            <For
                each=move || open.get()
                key=|choice| (choice.thing, choice.field, choice.options.len())
                children=|choice| view! { <ChoiceView choice=choice /> }
            />
        </ul>
        <Alike />
        <Settled />
    }
}

/// What a field is called in a choice.
pub fn field_word(t: &crate::i18n::Messages, field: Field) -> &'static str {
    match field {
        Field::Text | Field::Format => t.board.field_text,
        Field::Place => t.board.field_place,
        Field::Star => t.board.star,
        Field::Channel => t.board.channel,
        Field::Level => t.board.field_level,
        Field::Deleted | Field::Purged => t.board.field_deleted,
        Field::Kind => t.board.field_kind,
        Field::Detail(detail) => crate::ui::details::name(t, detail),
        Field::Tags => t.details.tags,
        Field::Ties => t.lists.ties,
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
    let bylines = shell.mirror.session(|session| session.bylines(&choice)).unwrap_or_default();
    let bylines = StoredValue::new(bylines);
    let choice = StoredValue::new(choice);
    let why = RwSignal::new(String::new());
    let heading = move || {
        let t = shell.t();
        choice.with_value(|choice| {
            if is_rewritten(choice) {
                // What the merge made of the two is no name to call it by.
                return fill(t.hands.says, &[names::sort(t, choice.thing), t.people.rewrote]);
            }
            let name = shell.mirror.read(|map| names::of(t, map, choice.thing));
            let about = bylines.with_value(|bylines| match bylines.as_slice() {
                [Some(deleter), Some(editor)] if choice.field == Field::Deleted => {
                    let who = |byline: &Byline| names::who(t, &byline.who);
                    fill(t.people.contested, &[&who(deleter), &who(editor)])
                }
                _ => field_word(t, choice.field).to_owned(),
            });
            fill(t.hands.says, &[names::sort(t, choice.thing), &format!("{name} – {about}")])
        })
    };
    let options = move || {
        let t = shell.t();
        let count = choice.with_value(|choice| choice.options.len());
        (0..count)
            .map(|place| {
                let told = bylines.with_value(|all| all.get(place).cloned().flatten());
                let told = match told {
                    Some(byline) => byline_words(shell, &byline),
                    None if place > 0 => t.people.both_lines.to_owned(),
                    None => t.people.merged.to_owned(),
                };
                choice.with_value(|choice| option(board, choice, place, told, why))
            })
            .collect_view()
    };
    view! {
        <li class="choice">
            <span class="choice-head">{heading}</span>
            <ul>{options}</ul>
            <input
                class="field-line"
                aria-label=move || shell.t().people.why
                type="text"
                placeholder=move || shell.t().people.why
                prop:value=move || why.get()
                on:input=move |event| why.set(event_target_value(&event))
            />
        </li>
    }
}

/// Whether a card or a note was written anew by two.
fn is_rewritten(choice: &Choice) -> bool {
    matches!(choice.thing, Thing::Card(_) | Thing::Note(_) | Thing::Goal(_))
        && choice.field == Field::Text
}

/// "Anna, 12 March".
pub fn byline_words(shell: Shell, byline: &Byline) -> String {
    let who = names::who(shell.t(), &byline.who);
    let when = moment(shell, byline.at);
    if when.is_empty() { who } else { fill(shell.t().people.decided, &[&who, &when]) }
}

/// One value: a button that takes it.
fn option(
    board: Board,
    choice: &Choice,
    place: usize,
    told: String,
    why: RwSignal<String>,
) -> AnyView {
    let shell = board.shell;
    let (t, locale) = (shell.t(), shell.locale.get());
    let (thing, field) = (choice.thing, choice.field);
    let value = choice.options[place].value.clone();
    let words = shell.mirror.read(|map| names::value(t, locale, map, thing, field, &value));
    let label = fill(t.hands.says, &[t.board.choice_take, &format!("{words}, {told}")]);
    let picture = match (&value, field) {
        (Value::Text(key), Field::Detail(Detail::Picture)) => Some(key.clone()),
        _ => None,
    };
    let picture = picture.map(|key| {
        let none = Signal::derive(String::new);
        view! {
            <span aria-hidden="true">
                <PictureView key=key alt=none class="choice-picture" />
            </span>
        }
    });
    let chip = if place == 0 { t.board.choice_shown } else { t.board.choice_take };
    view! {
        <li>
            <button
                type="button"
                class="button choice-option"
                aria-label=label
                on:click=move |_| {
                    let why = why.get_untracked();
                    let edit = Edit::Choose { thing, field, value: value.clone(), why };
                    shell.send(Command::Apply(edit, 0));
                    board.next_frame(move || settled(board, thing));
                }
            >
                {picture}
                <span class="panel-text">
                    {words} <span class="choice-told">{told}</span>
                </span>
                <span class="chip">{chip}</span>
            </button>
        </li>
    }
}

/// After a choice is made its buttons are gone: on to the next choice, else to the thing itself.
fn settled(board: Board, thing: Thing) {
    let next = document().query_selector(".choice .choice-option").ok().flatten();
    if let Some(next) = next.and_then(|next| next.dyn_into::<web_sys::HtmlElement>().ok()) {
        let _ = next.focus();
    } else if let Some(spot) = board.shell.mirror.read(|map| spot::of(map, thing)) {
        board.go(spot);
    } else {
        board.back();
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
