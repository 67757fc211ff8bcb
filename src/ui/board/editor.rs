//! The fields in which a name or a word is typed in place.

use super::focus::Focus;
use super::state::Board;
use crate::geometry::spot::{Spot, Way};
use crate::model::Thing;
use crate::model::edit::TextOf;
use crate::ui::boxed::effect;
use crate::ui::mirror::Mark;
use crate::ui::names;
use crate::ui::prelude::*;
use crate::ui::typing::{Typing, carry, text_of};
use leptos::{ev, html};

/// How typing ended.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum End {
    /// Kept; the selection stays.
    Keep,
    /// Kept; one further by an arrow.
    Go(Way),
    /// Kept; on to the next or the previous cell to fill.
    Through(Way),
    /// Taken back.
    Cancel,
    /// Kept; the focus went elsewhere by itself.
    Left,
}

/// One time of typing in place, which ends once: by a key, or because its field goes. A handle:
/// copies share it.
#[derive(Clone, Copy)]
pub struct Sitting {
    board: Board,
    typing: Typing,
    ended: StoredValue<bool>,
}

impl Sitting {
    /// Begins; when the field goes without an end, what was typed is kept.
    pub fn begin(board: Board, typing: Typing) -> Self {
        let ended = StoredValue::new(false);
        on_cleanup(move || {
            if !ended.get_value() {
                ended.set_value(true);
                typing.finish();
            }
        });
        Sitting { board, typing, ended }
    }

    /// Ends it; `false` when it had ended before. An element that goes still tells that its focus went.
    pub fn end(self, how: End) -> bool {
        if self.ended.try_get_value() != Some(false) {
            return false;
        }
        self.ended.set_value(true);
        match how {
            End::Cancel => self.typing.cancel(),
            _ => self.typing.finish(),
        }
        self.board.editing.set(None);
        true
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
        <Field of=TextOf::Of(thing) text=text.unwrap_or_default() spot=spot />
    }
}

/// Puts the selection where it belongs after typing.
pub fn leave(board: Board, spot: Spot, how: End) {
    let mirror = board.shell.mirror;
    let there = mirror.read(|map| spot.settle(map)).unwrap_or(spot);
    board.entering.set(matches!(how, End::Through(_)));
    match how {
        End::Go(way) => board.go(board.onward(there, way)),
        End::Through(way) => board.go(board.through(there, way)),
        End::Keep | End::Cancel => board.go(there),
        End::Left => {}
    }
}

/// The field itself: as high as its text.
#[component]
fn Field(
    /// Which text.
    of: TextOf,
    /// The text as it stands.
    text: String,
    /// Where the selection goes back to.
    spot: Spot,
) -> AnyView {
    let board = expect_context::<Board>();
    let focus = expect_context::<Focus>();
    let shell = board.shell;
    let replace = board.editing.get_untracked().is_some_and(|editing| editing.replace);
    let typing = Typing::start(shell, of, (text.clone(), None), None);
    let shown = RwSignal::new(if replace { String::new() } else { text });
    let field = NodeRef::<html::Textarea>::new();
    let sitting = Sitting::begin(board, typing);

    effect(move || {
        if let Some(field) = field.get() {
            // The value comes before the selection, whichever order the attributes are set in.
            field.set_value(&shown.get_untracked());
            let _ = field.focus();
            field.select();
        }
    });
    // Someone else's change to the same text comes in under the caret.
    if let TextOf::Of(thing) = of {
        effect(move || {
            let now = shell.mirror.watch(Mark::Thing(thing), |map| text_of(map, of));
            let Some(field) = field.get_untracked() else { return };
            if let Some((new, _)) = now.and_then(|now| typing.meet(&now)) {
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
        if sitting.end(how) {
            leave(board, spot, how);
        }
    };
    let key = move |event: ev::KeyboardEvent| {
        event.stop_propagation();
        if event.is_composing() {
            return;
        }
        let how = match event.key().as_str() {
            "Enter" => End::Keep,
            "Tab" => End::Through(if event.shift_key() { Way::Left } else { Way::Right }),
            "Escape" => End::Cancel,
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
                    typing.input((text, None));
                }
                on:compositionstart=move |_| typing.compose(true)
                on:compositionend=move |event| {
                    typing.compose(false);
                    typing.input((event_target_value(&event), None));
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

fn label(board: Board, of: TextOf) -> String {
    let t = board.shell.t();
    match of {
        TextOf::Title => t.board.title_label.to_owned(),
        TextOf::Of(thing) => names::sort(t, thing).to_owned(),
    }
}
