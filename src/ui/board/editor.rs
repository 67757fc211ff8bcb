//! The field in which a card, a name or a word is typed in place.

use super::focus::Focus;
use super::state::{Board, Target};
use crate::geometry::spot::{Spot, Way};
use crate::model::edit::{Edit, TextOf};
use crate::model::{Id, LaneKind, Thing};
use crate::ui::boxed::effect;
use crate::ui::mirror::Mark;
use crate::ui::names;
use crate::ui::prelude::*;
use crate::ui::typing::{Create, Typing, carry};
use leptos::{ev, html};
use std::rc::Rc;

/// How typing ended.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum End {
    /// Kept; the selection stays.
    Keep,
    /// Kept; on to the next or the previous cell.
    Go(Way),
    /// Taken back.
    Cancel,
    /// Kept; the focus went elsewhere by itself.
    Left,
}

/// The editor of a card's text; of a card that is not there yet, when the target is a draft.
#[component]
pub fn CardEditor(
    /// Which card.
    card: Id,
    /// The lane of the cell.
    lane: Id,
    /// The step of the cell.
    step: Id,
) -> AnyView {
    let board = expect_context::<Board>();
    let shell = board.shell;
    let text = shell.mirror.read(|map| map.cards.get(&card).map(|card| card.text.clone()));
    let at = match board.editing.get_untracked().map(|editing| editing.target) {
        Some(Target::Card(_, _, Some((_, at)))) => at,
        _ => usize::MAX,
    };
    let create: Option<Create> = text.is_none().then(|| {
        let star = shell
            .mirror
            .read(|m| m.lanes.get(&lane).is_some_and(|lane| lane.kind == LaneKind::Moments));
        Rc::new(move |text| Edit::AddCard { card, lane, step, at, text, star, channel: None })
            as Create
    });
    let spot = Spot::Cell { lane, step, card: Some(card) };
    let finish = move || board.release(card, (lane, step));
    view! {
        <Field
            of=TextOf::Of(Thing::Card(card))
            text=text.unwrap_or_default()
            create=create
            spot=spot
            lines=true
            on_end=Callback::new(move |()| finish())
        />
    }
}

/// The editor of a stage's, step's, lane's or persona's name.
#[component]
pub fn NameEditor(
    /// Whose name.
    thing: Thing,
    /// Where it is.
    spot: Spot,
) -> AnyView {
    let board = expect_context::<Board>();
    let text = board.shell.mirror.read(|map| match thing {
        Thing::Stage(id) => map.stages.get(&id).map(|stage| stage.name.clone()),
        Thing::Step(id) => map.steps.get(&id).map(|step| step.name.clone()),
        Thing::Lane(id) => map.lanes.get(&id).map(|lane| lane.name.clone()),
        Thing::Persona(id) => map.personas.get(&id).map(|persona| persona.name.clone()),
        _ => None,
    });
    view! {
        <Field of=TextOf::Of(thing) text=text.unwrap_or_default() create=None spot=spot lines=false />
    }
}

/// The field itself: as high as its text.
#[component]
fn Field(
    /// Which text.
    of: TextOf,
    /// The text as it stands.
    text: String,
    /// Makes the owner of the text, when there is none yet.
    create: Option<Create>,
    /// Where the selection goes back to.
    spot: Spot,
    /// Line breaks are allowed.
    lines: bool,
    /// Called when typing ended.
    #[prop(optional)]
    on_end: Option<Callback<()>>,
) -> AnyView {
    let board = expect_context::<Board>();
    let focus = expect_context::<Focus>();
    let shell = board.shell;
    let replace = board.editing.get_untracked().is_some_and(|editing| editing.replace);
    let typing = Typing::start(shell, of, text.clone(), create);
    let shown = RwSignal::new(if replace { String::new() } else { text });
    let field = NodeRef::<html::Textarea>::new();
    let ended = StoredValue::new(false);

    effect(move || {
        if let Some(field) = field.get() {
            // The value comes before the selection, whichever order the attributes are set in.
            field.set_value(&shown.get_untracked());
            let _ = field.focus();
            if lines {
                let end = field.value().encode_utf16().count() as u32;
                let _ = field.set_selection_range(end, end);
            } else {
                field.select();
            }
        }
    });
    // Someone else's change to the same text comes in under the caret.
    if let TextOf::Of(thing) = of {
        effect(move || {
            let now = shell.mirror.watch(Mark::Thing(thing), |map| text_of(map, thing));
            let Some(field) = field.get_untracked() else { return };
            if let Some(new) = now.and_then(|now| typing.meet(&now)) {
                let old = field.value();
                let caret = field.selection_start().ok().flatten().unwrap_or(0);
                let caret = carry(caret, &old, &new);
                field.set_value(&new);
                let _ = field.set_selection_range(caret, caret);
                shown.set(new);
            }
        });
    }
    let end = move |how: End| {
        if ended.get_value() {
            return;
        }
        ended.set_value(true);
        match how {
            End::Cancel => typing.cancel(),
            _ => typing.finish(),
        }
        board.editing.set(None);
        if let Some(on_end) = on_end {
            on_end.run(());
        }
        let there = shell.mirror.read(|map| spot.settle(map)).unwrap_or(spot);
        board.entering.set(matches!(how, End::Go(Way::Left | Way::Right)));
        match how {
            End::Go(way) => board.go(board.onward(there, way)),
            End::Keep | End::Cancel => board.go(there),
            End::Left => {}
        }
    };
    on_cleanup(move || {
        if !ended.get_value() {
            ended.set_value(true);
            typing.finish();
        }
    });
    let key = move |event: ev::KeyboardEvent| {
        event.stop_propagation();
        if event.is_composing() {
            return;
        }
        let nothing = event_target_value(&event).is_empty();
        let how = match event.key().as_str() {
            "Enter" if lines && event.shift_key() => return,
            "Enter" => End::Keep,
            "Tab" => End::Go(if event.shift_key() { Way::Left } else { Way::Right }),
            "Escape" => End::Cancel,
            "ArrowLeft" if lines && nothing => End::Go(Way::Left),
            "ArrowRight" if lines && nothing => End::Go(Way::Right),
            "ArrowUp" if lines && nothing => End::Go(Way::Up),
            "ArrowDown" if lines && nothing => End::Go(Way::Down),
            _ => return,
        };
        event.prevent_default();
        end(how);
    };
    view! {
        <span class="field">
            <span class="field-size" aria-hidden="true">
                {move || format!("{}\u{200b}", shown.get())}
            </span>
            <textarea
                data-editor=""
                rows="1"
                node_ref=field
                aria-label=move || label(board, of)
                on:input=move |event| {
                    let text = event_target_value(&event);
                    shown.set(text.clone());
                    typing.input(text);
                }
                on:compositionstart=move |_| typing.compose(true)
                on:compositionend=move |event| {
                    typing.compose(false);
                    typing.input(event_target_value(&event));
                }
                on:keydown=key
                on:blur=move |event| {
                    if !focus.is_taken(&event) {
                        end(End::Left);
                    }
                }
                on:pointerdown=|event| event.stop_propagation()
            ></textarea>
        </span>
    }
}

fn text_of(map: &crate::model::Map, thing: Thing) -> Option<String> {
    Some(match thing {
        Thing::Map => map.title.clone(),
        Thing::Stage(id) => map.stages.get(&id)?.name.clone(),
        Thing::Step(id) => map.steps.get(&id)?.name.clone(),
        Thing::Lane(id) => map.lanes.get(&id)?.name.clone(),
        Thing::Card(id) => map.cards.get(&id)?.text.clone(),
        Thing::Persona(id) => map.personas.get(&id)?.name.clone(),
        Thing::Version(id) => map.versions.get(&id)?.name.clone(),
        Thing::View(id) => map.views.get(&id)?.name.clone(),
        Thing::Note(id) => map.notes.get(&id)?.text.clone(),
        Thing::Path(id) => map.paths.get(&id)?.condition.clone(),
        Thing::Feeling { persona, step } => map.feeling(persona, step).name,
    })
}

fn label(board: Board, of: TextOf) -> String {
    let t = board.shell.t();
    match of {
        TextOf::Title => t.board.title_label.to_owned(),
        TextOf::Of(thing) => names::sort(t, thing).to_owned(),
    }
}
