//! Keeps the focus when the board moves an element in the page: browsers take it away then, and no key
//! would reach the board any more.

use super::state::Board;
use crate::ui::prelude::*;
use crate::ui::selection::dom_id;
use leptos::ev;
use wasm_bindgen::JsCast;

/// Tells a focus that was taken from one that left; a context of the grid.
#[derive(Clone, Copy)]
pub struct Focus {
    board: Board,
    /// A press is under way: a focus lost meanwhile was given up by the person.
    pressed: StoredValue<bool>,
}

impl Focus {
    /// Listens to presses while the grid is there.
    pub fn new(board: Board) -> Self {
        let pressed = StoredValue::new(false);
        let down = window_event_listener(ev::pointerdown, move |_| pressed.set_value(true));
        let done = window_event_listener(ev::click, move |_| pressed.set_value(false));
        on_cleanup(move || {
            down.remove();
            done.remove();
        });
        Focus { board, pressed }
    }

    /// Whether the focus went to nothing without the person's doing, so that it comes back.
    pub fn is_taken(&self, event: &ev::FocusEvent) -> bool {
        // Nothing is left of the flag when the board itself is going.
        event.related_target().is_none()
            && self.pressed.try_get_value() == Some(false)
            && document().has_focus().unwrap_or(false)
    }

    /// After a `focusout` in the grid: gives a taken focus back to its element, or to what stands for
    /// the selection now.
    pub fn back(&self, event: &ev::FocusEvent) {
        if !self.is_taken(event) {
            return;
        }
        let element = event.target().and_then(|e| e.dyn_into::<web_sys::HtmlElement>().ok());
        let spot = self.board.spot;
        request_animation_frame(move || {
            let nowhere = document().active_element().is_none_or(|e| e.tag_name() == "BODY");
            let chosen = || {
                let id = dom_id(spot.try_get_untracked().flatten()?);
                document().get_element_by_id(&id)?.dyn_into::<web_sys::HtmlElement>().ok()
            };
            let there = element.filter(|element| element.is_connected()).or_else(chosen);
            if let Some(there) = there.filter(|_| nowhere) {
                let options = web_sys::FocusOptions::new();
                options.set_prevent_scroll(true);
                let _ = there.focus_with_options(&options);
            }
        });
    }
}
