//! The handle by which a note, or an entry of a list, is moved among its neighbours: by the arrow keys, or by dragging.

use crate::i18n::fill;
use crate::model::edit::Edit;
use crate::model::{Map, Thing};
use crate::ui::command::Command;
use crate::ui::icons;
use crate::ui::mirror::Mark;
use crate::ui::names;
use crate::ui::prelude::*;
use crate::ui::shell::{Shell, use_shell};
use leptos::{ev, html};
use wasm_bindgen::JsCast;

/// Where it stands: a note among those of its thing and field, an entry in its list.
fn place(map: &Map, thing: Thing) -> Option<usize> {
    match thing {
        Thing::Note(id) => {
            let note = map.notes.get(&id)?;
            map.notes_in(note.of, note.field).position(|(one, _)| one == id)
        }
        Thing::Entry(list, id) => map.list(list).iter().position(|one| *one == id),
        _ => None,
    }
}

/// The edit that moves it there.
fn to(thing: Thing, at: usize) -> Option<Edit> {
    match thing {
        Thing::Note(note) => Some(Edit::MoveNote { note, at }),
        Thing::Entry(list, id) => Some(Edit::MoveEntry { list, id, at }),
        _ => None,
    }
}

/// Moves it there, unless it is there; whether anything moved.
fn shift(shell: Shell, thing: Thing, at: usize, gesture: u32) -> bool {
    let same = shell.mirror.read(|map| place(map, thing)) == Some(at);
    let edit = to(thing, at).filter(|_| !same && !shell.refuse_look());
    edit.is_some_and(|edit| {
        shell.send(Command::Apply(edit, gesture));
        true
    })
}

/// Moves it by as many places as an arrow key says, unless the key is none; whether anything moved.
pub fn arrow(shell: Shell, thing: Thing, event: &ev::KeyboardEvent) -> bool {
    let by = match event.key().as_str() {
        "ArrowUp" => -1,
        "ArrowDown" => 1,
        _ => return false,
    };
    event.prevent_default();
    event.stop_propagation();
    let now = shell.mirror.read(|map| place(map, thing)).unwrap_or_default();
    now.checked_add_signed(by).is_some_and(|at| shift(shell, thing, at, 0))
}

/// How many of the lines around a handle lie above a height of the window, itself left out.
fn above(grip: &web_sys::Element, y: f64) -> Option<usize> {
    let line = grip.closest("[data-of]").ok()??;
    let all = line.parent_element()?.children();
    let others = (0..all.length()).filter_map(|at| all.item(at));
    let others = others.filter(|one| *one != line && one.has_attribute("data-of"));
    let middle = |one: &web_sys::Element| {
        let rect = one.get_bounding_client_rect();
        rect.top() + rect.height() / 2.0
    };
    Some(others.filter(|one| middle(one) < y).count())
}

/// The handle; a list of one needs none and hides it.
#[component]
pub fn Grip(
    /// Of which note or entry.
    thing: Thing,
) -> AnyView {
    let shell = use_shell();
    let grip = NodeRef::<html::Button>::new();
    // One gesture is one step to undo.
    let dragging = StoredValue::new(0u32);
    // A line that is moved in the page loses the focus.
    let back = move || {
        request_animation_frame(move || {
            if let Some(grip) = grip.get_untracked() {
                let _ = grip.focus();
            }
        });
    };
    let moved = window_event_listener(ev::pointermove, move |event| {
        let gesture = dragging.get_value();
        let Some(grip) = grip.get_untracked().filter(|_| gesture != 0) else { return };
        if let Some(at) = above(grip.unchecked_ref(), f64::from(event.client_y()))
            && shift(shell, thing, at, gesture)
        {
            back();
        }
    });
    let done = window_event_listener(ev::pointerup, move |_| dragging.set_value(0));
    on_cleanup(move || {
        moved.remove();
        done.remove();
    });
    let label = move || {
        let text = shell.mirror.watch(Mark::Thing(thing), |map| match thing {
            Thing::Note(id) => map.notes.get(&id).map(|note| note.text.clone()).unwrap_or_default(),
            thing => names::of(shell.t(), map, thing),
        });
        fill(shell.t().details.move_note, &[&text])
    };
    view! {
        <button
            type="button"
            class="note-grip"
            node_ref=grip
            aria-label=label
            title=move || shell.t().details.move_how
            on:keydown=move |event| {
                if arrow(shell, thing, &event) {
                    back();
                }
            }
            on:pointerdown=move |event| {
                event.prevent_default();
                dragging.set_value(shell.gesture());
            }
        >
            <icons::Glyph icon=icons::GRIP />
        </button>
    }
}
