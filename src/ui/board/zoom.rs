//! Drawing the board larger or smaller: the sheet is zoomed, and all lengths on it stay what they are.

use super::state::Board;
use crate::analysis::sight::{Mode, Sight, ZOOM};
use crate::ui::prelude::*;
use leptos::ev;
use wasm_bindgen::JsCast;

/// The steps of the keys and the menu, percent.
const STEPS: [i64; 9] = [25, 33, 50, 67, 80, 100, 125, 150, 200];

impl Board {
    /// How large the sheet is drawn; watches it.
    pub fn zoom(&self) -> f64 {
        self.views.sight.with(|sight| sight.zoom as f64 / 100.0)
    }

    /// How large the sheet is drawn.
    pub fn zoom_now(&self) -> f64 {
        untrack(|| self.zoom())
    }

    /// Left and top of the window on the sheet, px of the sheet.
    pub fn window_now(&self) -> (f64, f64) {
        let Some(scroller) = self.scroller.get_untracked() else { return (0.0, 0.0) };
        let zoom = self.zoom_now();
        (f64::from(scroller.scroll_left()) / zoom, f64::from(scroller.scroll_top()) / zoom)
    }

    /// Moves the window on the sheet to a left, px of the sheet.
    pub fn scroll_left_to(&self, left: f64) {
        if let Some(scroller) = self.scroller.get_untracked() {
            scroller.set_scroll_left((left * self.zoom_now()).round() as i32);
        }
    }

    /// Moves the window on the sheet to a top, px of the sheet.
    pub fn scroll_top_to(&self, top: f64) {
        if let Some(scroller) = self.scroller.get_untracked() {
            scroller.set_scroll_top((top * self.zoom_now()).round() as i32);
        }
    }

    /// Draws the sheet in another size. What is at this point of the window stays there, or at its
    /// top left corner.
    pub fn set_zoom(&self, percent: i64, at: Option<(f64, f64)>) {
        let percent = percent.clamp(ZOOM.0, ZOOM.1);
        let old = self.zoom_now();
        let new = percent as f64 / 100.0;
        if self.views.mode.get_untracked() != Mode::Board || old == new {
            return;
        }
        let Some(scroller) = self.scroller.get_untracked() else { return };
        let rect = scroller.get_bounding_client_rect();
        let (x, y) = at.map_or((0.0, 0.0), |(x, y)| (x - rect.left(), y - rect.top()));
        let left = (f64::from(scroller.scroll_left()) + x) / old * new - x;
        let top = (f64::from(scroller.scroll_top()) + y) / old * new - y;
        // The sheet has its new size before the window moves on it.
        let sheet = scroller.first_element_child().and_then(|e| e.dyn_into().ok());
        if let Some(sheet) = sheet.map(|e: web_sys::HtmlElement| e.style()) {
            let _ = sheet.set_property("zoom", &new.to_string());
        }
        scroller.set_scroll_left(left.round() as i32);
        scroller.set_scroll_top(top.round() as i32);
        let (width, height) = self.size.get_untracked();
        self.views.alter(|sight| sight.zoom = percent);
        self.size.set((width * old / new, height * old / new));
        self.scrolled();
    }

    /// Looks at the map as a saved view says.
    pub fn show_sight(&self, sight: Sight) {
        self.shell.flush();
        self.editing.set(None);
        let (width, height) = self.size.get_untracked();
        let change = self.zoom_now() / (sight.zoom as f64 / 100.0);
        self.views.alter(|shown| *shown = sight);
        self.size.set((width * change, height * change));
        self.rebuild();
        self.scrolled();
    }

    /// The next size of the list, up or down.
    pub fn step_zoom(&self, up: bool) {
        let now = self.views.sight.with_untracked(|sight| sight.zoom);
        let next = if up {
            STEPS.into_iter().find(|step| *step > now)
        } else {
            STEPS.into_iter().rev().find(|step| *step < now)
        };
        if let Some(next) = next {
            self.set_zoom(next, None);
        }
    }

    /// As large as the whole map allows.
    pub fn fit(&self) {
        let Some(scroller) = self.scroller.get_untracked() else { return };
        let Some(sheet) = scroller.first_element_child() else { return };
        // Measured in px of the sheet, whatever its zoom.
        let (width, height) = (f64::from(sheet.client_width()), f64::from(sheet.client_height()));
        let room = (f64::from(scroller.client_width()), f64::from(scroller.client_height()));
        let fits = (room.0 / width.max(1.0)).min(room.1 / height.max(1.0));
        self.set_zoom(((fits * 100.0).floor() as i64).min(100), None);
        self.scroll_left_to(0.0);
        self.scroll_top_to(0.0);
    }
}

/// A pinch under way: the distance of the fingers and the zoom when it began.
#[derive(Clone, Copy)]
pub struct Pinch(StoredValue<Option<(f64, f64)>>, StoredValue<f64>);

impl Default for Pinch {
    fn default() -> Self {
        Pinch(StoredValue::new(None), StoredValue::new(100.0))
    }
}

impl Pinch {
    /// Ctrl and the wheel, which is also what a touchpad's pinch comes as.
    pub fn wheel(self, board: Board, event: &ev::WheelEvent) {
        if !(event.ctrl_key() || event.meta_key()) {
            return;
        }
        event.prevent_default();
        // A wheel comes in notches, a touchpad in small bits.
        let by = event.delta_y().clamp(-60.0, 60.0);
        let shown = board.views.sight.with_untracked(|sight| sight.zoom);
        let exact = self.1.get_value();
        let from = if exact.round() as i64 == shown { exact } else { shown as f64 };
        let (low, high) = (ZOOM.0 as f64, ZOOM.1 as f64);
        let to = (from * (1.0 - by / 300.0)).clamp(low, high);
        self.1.set_value(to);
        let at = (f64::from(event.client_x()), f64::from(event.client_y()));
        board.set_zoom(to.round() as i64, Some(at));
    }

    /// Two fingers on the board.
    pub fn touch(self, board: Board, event: &ev::TouchEvent) {
        let touches = event.touches();
        let (Some(one), Some(two)) = (touches.get(0), touches.get(1)) else {
            self.0.set_value(None);
            return;
        };
        event.prevent_default();
        let point =
            |touch: &web_sys::Touch| (f64::from(touch.client_x()), f64::from(touch.client_y()));
        let (one, two) = (point(&one), point(&two));
        let apart = (one.0 - two.0).hypot(one.1 - two.1).max(1.0);
        match self.0.get_value() {
            None => {
                let now = board.views.sight.with_untracked(|sight| sight.zoom as f64);
                self.0.set_value(Some((apart, now)));
            }
            Some((began, zoom)) => {
                let middle = ((one.0 + two.0) / 2.0, (one.1 + two.1) / 2.0);
                board.set_zoom((zoom * apart / began).round() as i64, Some(middle));
            }
        }
    }
}
