//! The handle by which a note is moved among its neighbours: by the arrow keys, or by dragging.

use crate::i18n::fill;
use crate::model::edit::Edit;
use crate::model::{Id, Map, Thing};
use crate::ui::command::Command;
use crate::ui::icons;
use crate::ui::mirror::Mark;
use crate::ui::prelude::*;
use crate::ui::shell::use_shell;
use leptos::{ev, html};
use wasm_bindgen::JsCast;

/// Where a note stands among those of its thing and field.
fn place(map: &Map, id: Id) -> Option<usize> {
    let note = map.notes.get(&id)?;
    map.notes_in(note.of, note.field).position(|(one, _)| one == id)
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
    /// Of which note.
    id: Id,
) -> AnyView {
    let shell = use_shell();
    let grip = NodeRef::<html::Button>::new();
    // One gesture is one step to undo.
    let dragging = StoredValue::new(0u32);
    let shift = move |at: usize, gesture: u32| {
        let same = shell.mirror.read(|map| place(map, id)) == Some(at);
        if !same && !shell.refuse_look() {
            shell.send(Command::Apply(Edit::MoveNote { note: id, at }, gesture));
            // A line that is moved in the page loses the focus.
            request_animation_frame(move || {
                if let Some(grip) = grip.get_untracked() {
                    let _ = grip.focus();
                }
            });
        }
    };
    let key = move |event: ev::KeyboardEvent| {
        let by = match event.key().as_str() {
            "ArrowUp" => -1,
            "ArrowDown" => 1,
            _ => return,
        };
        event.prevent_default();
        event.stop_propagation();
        let now = shell.mirror.read(|map| place(map, id)).unwrap_or_default();
        if let Some(at) = now.checked_add_signed(by) {
            shift(at, 0);
        }
    };
    let moved = window_event_listener(ev::pointermove, move |event| {
        let gesture = dragging.get_value();
        let Some(grip) = grip.get_untracked().filter(|_| gesture != 0) else { return };
        if let Some(at) = above(grip.unchecked_ref(), f64::from(event.client_y())) {
            shift(at, gesture);
        }
    });
    let done = window_event_listener(ev::pointerup, move |_| dragging.set_value(0));
    on_cleanup(move || {
        moved.remove();
        done.remove();
    });
    let label = move || {
        let text = shell.mirror.watch(Mark::Thing(Thing::Note(id)), |map| {
            map.notes.get(&id).map(|note| note.text.clone()).unwrap_or_default()
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
            on:keydown=key
            on:pointerdown=move |event| {
                event.prevent_default();
                dragging.set_value(shell.gesture());
            }
        >
            <icons::Glyph icon=icons::GRIP />
        </button>
    }
}
