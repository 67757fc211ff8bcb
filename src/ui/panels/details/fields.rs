//! Fields for one detail or text of a thing: what is typed or chosen there goes into the map.

use crate::model::edit::TextOf;
use crate::model::map::Value;
use crate::model::{Detail, Id, Thing};
use crate::ui::board::state::Board;
use crate::ui::boxed::effect;
use crate::ui::details::{hint, name, name_on, set, set_word, targets, word};
use crate::ui::mirror::Mark;
use crate::ui::names;
use crate::ui::prelude::*;
use crate::ui::shell::use_shell;
use crate::ui::typing::{Create, Typing};
use leptos::html;

/// A text of the map, typed as on the board: each pause hands over what changed.
#[component]
pub fn TypedText(
    /// Whose text.
    thing: Thing,
    /// Its name for those who do not see it.
    #[prop(into)]
    label: Signal<String>,
    /// Its id, if others point at it.
    #[prop(optional)]
    id: &'static str,
) -> AnyView {
    let shell = use_shell();
    let now = move || {
        shell.mirror.watch(Mark::Thing(thing), |map| {
            crate::model::compare::text_of(map, thing).unwrap_or_default()
        })
    };
    let typing = StoredValue::new_local(None::<Typing>);
    let field = NodeRef::<html::Textarea>::new();
    let shown = RwSignal::new(String::new());
    effect(move || {
        let text = now();
        let Some(field) = field.get() else { return };
        let met = match typing.get_value() {
            Some(typing) => typing.meet(&(text, None)).map(|(text, _)| text),
            None => Some(text),
        };
        if let Some(text) = met.filter(|text| *text != field.value()) {
            field.set_value(&text);
            shown.set(text);
        }
    });
    let end = move || {
        if let Some(typing) = typing.try_update_value(Option::take).flatten() {
            typing.finish();
        }
    };
    on_cleanup(end);
    view! {
        <span class="field typed">
            <span class="field-size" aria-hidden="true">
                {move || format!("{}\u{200b}", shown.get())}
            </span>
            <textarea
                id=(!id.is_empty()).then_some(id)
                aria-label=move || label.get()
                rows="1"
                dir="auto"
                node_ref=field
                prop:readOnly=move || shell.look.with(Option::is_some)
                on:focus=move |_| {
                    let text = untrack(now);
                    let of = TextOf::Of(thing);
                    typing.set_value(Some(Typing::start(shell, of, (text, None), None::<Create>)));
                }
                on:input=move |event| {
                    let text = event_target_value(&event);
                    shown.set(text.clone());
                    if let Some(typing) = typing.get_value() {
                        typing.input((text, None));
                    }
                }
                on:compositionstart=move |_| {
                    typing.with_value(|typing| typing.iter().for_each(|one| one.compose(true)));
                }
                on:compositionend=move |_| {
                    typing.with_value(|typing| typing.iter().for_each(|one| one.compose(false)));
                }
                on:blur=move |_| end()
            ></textarea>
        </span>
    }
}

/// A short text, kept when the field is left or Enter is pressed; Escape takes it back.
#[component]
pub fn LineField(
    /// Whose detail.
    thing: Thing,
    /// Which.
    detail: Detail,
) -> AnyView {
    let shell = use_shell();
    let now =
        move || shell.mirror.watch(Mark::Thing(thing), |map| map.word(thing, detail).to_owned());
    let board = use_context::<Board>();
    let list = format!("in-use-{}", detail.key());
    let offered = shell.mirror.read(|map| {
        let all: Vec<String> = map.in_use(detail).into_iter().map(str::to_owned).collect();
        all
    });
    let key = move |event: leptos::ev::KeyboardEvent| {
        let field = event_target::<web_sys::HtmlInputElement>(&event);
        match event.key().as_str() {
            "Enter" if !event.is_composing() && !event.ctrl_key() => {
                event.prevent_default();
                set_word(shell, &targets(board, thing), detail, &field.value());
            }
            "Escape" if field.value() != untrack(now) => {
                event.stop_propagation();
                field.set_value(&untrack(now));
            }
            _ => {}
        }
    };
    view! {
        <label class="detail">
            <span class="detail-name">{move || name(shell.t(), detail)}</span>
            <input
                class="field-line"
                aria-label=move || name(shell.t(), detail)
                type="text"
                placeholder=move || hint(shell.t(), detail)
                dir="auto"
                list=list.clone()
                prop:value=now
                prop:readOnly=move || shell.look.with(Option::is_some)
                on:keydown=key
                on:change=move |event| set_word(shell, &targets(board, thing), detail, &event_target_value(&event))
            />
            <datalist id=list.clone()>
                {offered.into_iter().map(|one| view! { <option>{one}</option> }).collect_view()}
            </datalist>
        </label>
    }
}

/// One of some known words, or none.
#[component]
pub fn WordField(
    /// Whose detail.
    thing: Thing,
    /// Which.
    detail: Detail,
    /// The words offered.
    words: &'static [&'static str],
) -> AnyView {
    let shell = use_shell();
    let options = move || {
        let t = shell.t();
        words.iter().map(|one| ((*one).to_owned(), word(t, detail, one).to_owned())).collect()
    };
    chosen(thing, detail, options)
}

/// A persona of the map, or none.
#[component]
pub fn PersonaField(
    /// The card.
    thing: Thing,
) -> AnyView {
    let shell = use_shell();
    let options = move || {
        shell.mirror.watch(Mark::Shape, |map| {
            let named = |id: &Id| (id.to_string(), names::of(shell.t(), map, Thing::Persona(*id)));
            map.cast.iter().map(named).collect()
        })
    };
    chosen(thing, Detail::Persona, options)
}

/// One of the words that `options` gives with their names, or none.
pub fn chosen(
    thing: Thing,
    detail: Detail,
    options: impl Fn() -> Vec<(String, String)> + Send + Sync + 'static,
) -> AnyView {
    let shell = use_shell();
    let board = use_context::<Board>();
    let now =
        move || shell.mirror.watch(Mark::Thing(thing), |map| map.word(thing, detail).to_owned());
    view! {
        <label class="detail">
            <span class="detail-name">{move || name_on(shell.t(), thing, detail)}</span>
            <select
                class="select"
                aria-label=move || name_on(shell.t(), thing, detail)
                prop:disabled=move || shell.look.with(Option::is_some)
                on:change=move |event| set_word(shell, &targets(board, thing), detail, &event_target_value(&event))
            >
                {move || {
                    let (now, mut all) = (now(), options());
                    if !now.is_empty() && !all.iter().any(|(word, _)| *word == now) {
                        all.push((now.clone(), now.clone()));
                    }
                    all.insert(0, (String::new(), "—".to_owned()));
                    all.into_iter()
                        .map(|(word, words)| {
                            let selected = word == now;
                            view! { <option value=word prop:selected=selected>{words}</option> }
                        })
                        .collect_view()
                }}
            </select>
        </label>
    }
}

/// Yes or nothing.
#[component]
pub fn YesField(
    /// Whose detail.
    thing: Thing,
    /// Which.
    detail: Detail,
) -> AnyView {
    let shell = use_shell();
    let checked =
        Signal::derive(move || shell.mirror.watch(Mark::Thing(thing), |map| map.is(thing, detail)));
    let on_change = Callback::new(move |on| set(shell, [thing], detail, Some(Value::Bool(on))));
    let label = Signal::derive(move || name(shell.t(), detail).to_owned());
    view! { <Check label=label checked=checked on_change=on_change /> }
}

/// A box to tick; not while another state of the map is looked at.
#[component]
pub fn Check(
    /// What it says.
    label: Signal<String>,
    /// Whether it is ticked.
    checked: Signal<bool>,
    /// Called with what it was changed to.
    on_change: Callback<bool>,
) -> AnyView {
    let shell = use_shell();
    view! {
        <label class="detail-check">
            <input
                class="check"
                type="checkbox"
                prop:checked=move || checked.get()
                prop:disabled=move || shell.look.with(Option::is_some)
                on:change=move |event| {
                    on_change.run(event_target::<web_sys::HtmlInputElement>(&event).checked());
                }
            />
            <span>{move || label.get()}</span>
        </label>
    }
}

/// A line for a value with a shape of its own (a day, a number): kept when it is left.
#[component]
pub fn ValueField(
    /// Its name.
    label: Signal<String>,
    /// The sort of input: `date` or `number`.
    sort: &'static str,
    /// What stands in the map.
    now: Signal<String>,
    /// Called with what was put in.
    keep: Callback<String>,
) -> AnyView {
    let shell = use_shell();
    view! {
        <label class="detail">
            <span class="detail-name">{move || label.get()}</span>
            <input
                class="field-line"
                aria-label=move || label.get()
                type=sort
                min=(sort == "number").then_some("0")
                prop:value=move || now.get()
                prop:readOnly=move || shell.look.with(Option::is_some)
                on:change=move |event| keep.run(event_target_value(&event))
            />
        </label>
    }
}

/// A day.
#[component]
pub fn DayField(
    /// Whose.
    thing: Thing,
) -> AnyView {
    let shell = use_shell();
    let label = Signal::derive(move || name(shell.t(), Detail::Date).to_owned());
    let now = Signal::derive(move || {
        shell.mirror.watch(Mark::Thing(thing), |map| map.word(thing, Detail::Date).to_owned())
    });
    let keep = Callback::new(move |day: String| set_word(shell, &[thing], Detail::Date, &day));
    view! { <ValueField label=label sort="date" now=now keep=keep /> }
}
