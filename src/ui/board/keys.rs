//! Keys on the board, and those that work wherever the focus is on its page.

use super::drag::Dragging;
use super::state::Board;
use crate::geometry::spot::{Spot, Way};
use crate::ui::actions::{Reach, all, allowed, for_key};
use crate::ui::prelude::*;
use crate::ui::selection::{begins_typing, way};
use leptos::ev;
use wasm_bindgen::JsCast;

/// A key on the board.
pub fn pressed(board: Board, dragging: Dragging, event: &ev::KeyboardEvent) {
    // While something is dragged the keys are the drag's: Escape leaves all as it is.
    if event.is_composing() || on_field(event, true) || dragging.is_on_now() {
        return;
    }
    board.held.set_value(false);
    let (ctrl, alt, shift) =
        (event.ctrl_key() || event.meta_key(), event.alt_key(), event.shift_key());
    let key = event.key();
    let made = board.made.get_value();
    if !matches!(key.as_str(), "Shift" | "Control" | "Meta" | "Alt") {
        board.made.set_value(None);
    }
    if let Some(action) = for_key(board, ctrl, alt, shift, &key) {
        // What the clipboard does is told by events of its own, which need no permission.
        if action.reach != Reach::Browser {
            event.prevent_default();
            event.stop_propagation();
            (action.run)(board);
        }
        return;
    }
    let Some(now) = board.spot.get_untracked() else { return };
    if key == "Tab" {
        return tab(board, event, now);
    }
    if !matches!(key.as_str(), "Shift" | "Control" | "Meta" | "Alt") {
        board.entering.set(false);
    }
    if !alt && let Some(way) = way(&key, ctrl) {
        event.prevent_default();
        if shift {
            board.extend(way);
        } else {
            board.go(board.beyond(now, way));
        }
    } else if matches!(key.as_str(), "PageDown" | "PageUp") && !ctrl {
        event.prevent_default();
        page(board, now, if key == "PageDown" { Way::Down } else { Way::Up });
    } else if key == "Escape" {
        board.menu.set(None);
        board.unpick();
    } else if begins_typing(event) {
        // The character itself goes into the editor, which has the focus before the key takes effect.
        if made.is_some() && made == now.thing() { board.draft() } else { board.edit(true) }
    }
}

/// After a cell was filled, Tab goes on to the next as it does while typing, row by row; at the end of the
/// board, and after any other key, it leaves the board.
fn tab(board: Board, event: &ev::KeyboardEvent, now: Spot) {
    if !board.entering.get_untracked() {
        return;
    }
    let way = if event.shift_key() { Way::Left } else { Way::Right };
    let next = board.through(now, way);
    if next == now || !matches!(next, Spot::Cell { .. }) {
        board.entering.set(false);
        return;
    }
    event.prevent_default();
    board.go(next);
}

/// A screenful up or down.
fn page(board: Board, from: Spot, way: Way) {
    let room = board.size.get_untracked().1 * 0.8;
    let mut next = from;
    let mut travelled = 0.0;
    while travelled < room {
        let further = board.beyond(next, way);
        if further == next {
            break;
        }
        travelled += 60.0;
        next = further;
    }
    board.go(next);
}

/// The keys of the whole page: the palette, the search, the list of keys; beside fields, undo too.
pub fn listen(board: Board) {
    let handle = window_event_listener(ev::keydown, move |event| {
        if event.default_prevented() || event.is_composing() {
            return;
        }
        let (ctrl, alt, shift) =
            (event.ctrl_key() || event.meta_key(), event.alt_key(), event.shift_key());
        // On keyboards whose digits need Shift, the key of the digit is meant.
        let digit = (ctrl || alt) && event.code() == "Digit0";
        let key = if digit { "0".to_owned() } else { event.key() };
        let in_dialog = document().query_selector("dialog[open]").ok().flatten().is_some();
        let typing = on_field(&event, false);
        let field =
            event.target().and_then(|target| target.dyn_into::<web_sys::HtmlElement>().ok());
        // The key of a panel types nothing; on a list of choices it is the browser's own, which opens it.
        let panel = key == "F4" && field.as_ref().is_some_and(|it| it.tag_name() != "SELECT");
        let found = all().find(|action| {
            action.reach == Reach::Page
                && action.keys.iter().any(|known| known.is(ctrl, alt, shift, &key))
                && (!typing || ctrl || key == "F1" || panel)
                && untrack(|| allowed(board, action))
        });
        if let Some(action) = found.filter(|_| !in_dialog) {
            event.prevent_default();
            // What was typed is kept before its field goes.
            if let Some(field) = field.filter(|_| typing && panel) {
                let _ = field.blur();
            }
            (action.run)(board);
        }
    });
    on_cleanup(move || handle.remove());
}

fn on_field(event: &ev::KeyboardEvent, buttons: bool) -> bool {
    let element = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
    element.is_some_and(|element| match element.tag_name().as_str() {
        "TEXTAREA" | "INPUT" | "SELECT" => true,
        "BUTTON" => buttons,
        _ => element.has_attribute("contenteditable"),
    })
}
