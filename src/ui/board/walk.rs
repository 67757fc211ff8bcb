//! Moving about on the board: the selection, the focus, the window, and opening an editor.

use super::state::{Board, Editing, Target};
use crate::analysis::sight::Mode;
use crate::geometry::spot::Spot;
use crate::model::{Id, LaneKind};
use crate::ui::prelude::*;
use crate::ui::selection::dom_id;
use wasm_bindgen::JsCast;

/// Scrolling is noticed in steps of so many px.
pub(super) const STEP: f64 = 60.0;

impl Board {
    /// Notes where the window is, in steps.
    pub fn scrolled(&self) {
        let step = |px: f64| (px / STEP).floor() * STEP;
        let (left, top) = self.window_now();
        let now = (step(left), step(top));
        if self.scroll.get_untracked() != now {
            self.scroll.set(now);
        }
    }

    /// Selects a place without moving the focus. What is chosen stays while the place is among it, or
    /// while that is said to hold.
    pub fn select(&self, spot: Spot) {
        let held = self.held.get_value();
        self.held.set_value(false);
        if !held
            && self.picked.with_untracked(|picked| !picked.is_nothing())
            && !self.is_picked(spot)
        {
            self.unpick();
        }
        if self.spot.get_untracked() != Some(spot) {
            self.spot.set(Some(spot));
        }
    }

    /// Selects a place alone, brings it into the window and gives it the focus.
    pub fn go(&self, spot: Spot) {
        self.unpick();
        self.lead(spot);
    }

    /// Selects a place, with what is chosen beside it, brings it into the window and gives it the focus.
    pub fn lead(&self, spot: Spot) {
        self.held.set_value(true);
        self.admit_all();
        self.select(spot);
        self.reveal(spot);
        let board = *self;
        let focus = move || {
            board.held.set_value(true);
            let found = document().get_element_by_id(&dom_id(spot));
            if let Some(element) = found.and_then(|e| e.dyn_into::<web_sys::HtmlElement>().ok()) {
                let options = web_sys::FocusOptions::new();
                // The board brings its places into the window itself.
                options.set_prevent_scroll(board.views.mode.get_untracked() == Mode::Board);
                let done = element.focus_with_options(&options).is_ok();
                board.held.set_value(false);
                return done;
            }
            board.held.set_value(false);
            false
        };
        if focus() {
            return;
        }
        // What was just made or brought back is in the page before the next key comes; what the scrolling brings, with
        // the next frame. What is named there meanwhile has the caret.
        let is_free = move || board.is_there() && board.editing.get_untracked().is_none();
        leptos::leptos_dom::helpers::queue_microtask(move || {
            if is_free() && !focus() {
                board.next_frame(move || {
                    if is_free() {
                        focus();
                    }
                });
            }
        });
    }

    /// Gives the focus back to what is selected, else to the first cell.
    pub fn back(&self) {
        let first = || self.shell.mirror.read(crate::geometry::spot::first);
        if let Some(spot) = self.spot.get_untracked().or_else(first) {
            self.lead(spot);
        }
    }

    /// Scrolls so far that a place is in the window.
    pub fn reveal(&self, spot: Spot) {
        if self.views.mode.get_untracked() != Mode::Board {
            return;
        }
        let Some(scroller) = self.scroller.get_untracked() else { return };
        let frame = self.frame.get_untracked();
        let (width, height) = self.size.get_untracked();
        let place = self.shell.mirror.read(|map| spot.column(map));
        if let Some(place) = place {
            let (left, right) =
                self.columns_now(|columns| (columns.left(place), columns.left(place + 1)));
            let room = width - frame.header;
            let now = self.window_now().0;
            if left < now {
                self.scroll_left_to(left);
            } else if right > now + room {
                self.scroll_left_to((right - room).min(left).ceil());
            }
        }
        let (Spot::Cell { lane, .. } | Spot::Lane(lane)) = spot else { return };
        let Some(row) = self.row_now(lane) else { return };
        let (mut top, mut tall) = (row.top, row.height.min(80.0));
        if let Spot::Cell { step, card: Some(card), .. } = spot
            && let Some(placed) =
                untrack(|| self.cards(lane, step)).iter().find(|placed| placed.card == card)
        {
            (top, tall) = (row.top + placed.top, placed.height);
        }
        let head = scroller
            .query_selector(".board-head")
            .ok()
            .flatten()
            .map_or(0.0, |head| f64::from(head.client_height()));
        let room = height - head;
        let now = self.window_now().1;
        if top < now {
            self.scroll_top_to((top - 8.0).max(0.0));
        } else if top + tall + 8.0 > now + room {
            self.scroll_top_to((top + tall + 8.0 - room).min(top).ceil());
        }
        self.scrolled();
    }

    /// Opens the editor for what is selected; in an empty cell that starts a card.
    pub fn edit(&self, replace: bool) {
        let Some(spot) = self.spot.get_untracked() else { return };
        if let (Spot::Cell { lane, card: None, .. }, false) = (spot, replace)
            && super::pictures::is_gallery(*self, lane)
        {
            return super::pictures::add(*self);
        }
        let target = match spot {
            Spot::Stage(_) | Spot::Step(_) | Spot::Lane(_) => spot.thing().map(Target::Name),
            Spot::Cell { lane, step, card } => self.shell.mirror.read(|map| {
                if map.lanes.get(&lane).is_some_and(|lane| lane.kind == LaneKind::Emotions) {
                    return Some(Target::Word(super::curve::active_now(*self)?, step));
                }
                Some(match card {
                    Some(card) => Target::Card(card, lane, None),
                    None => Target::Card(self.shell.id(), lane, Some((step, usize::MAX))),
                })
            }),
        };
        if let Some(target) = target {
            self.open(Editing { target, replace });
        }
    }

    /// Starts a card in the selected cell, below the selected card.
    pub fn draft(&self) {
        let start = self.shell.mirror.read(|map| {
            let is_cards =
                |lane: &Id| map.lanes.get(lane).is_some_and(|lane| lane.kind != LaneKind::Emotions);
            let spot = self.spot.get_untracked();
            if let Some(Spot::Cell { lane, step, card }) = spot
                && is_cards(&lane)
            {
                let cards = map.cell(lane, step);
                let at = card.and_then(|card| cards.iter().position(|other| *other == card));
                return Some((lane, step, at.map_or(usize::MAX, |at| at + 1)));
            }
            let lane = match spot {
                Some(Spot::Lane(lane)) if is_cards(&lane) => lane,
                _ => *map.rows.iter().find(|lane| is_cards(lane))?,
            };
            let place = spot.and_then(|spot| spot.column(map)).unwrap_or(0);
            Some((lane, map.columns.get(place)?.step?, usize::MAX))
        });
        if let Some((lane, step, at)) = start {
            let card = self.shell.id();
            self.go(Spot::Cell { lane, step, card: None });
            self.open(Editing {
                target: Target::Card(card, lane, Some((step, at))),
                replace: false,
            });
        }
    }

    /// Opens an editor, after the one that was open has given back its text.
    pub fn open(&self, editing: Editing) {
        if self.shell.refuse_look() {
            return;
        }
        self.shell.flush();
        self.unpick();
        if let Some(spot) = self.spot.get_untracked() {
            self.reveal(spot);
        }
        self.editing.set(Some(editing));
    }
}
