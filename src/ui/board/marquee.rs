//! A frame drawn over the empty board chooses the cards it touches, those not mounted too.

use super::drag::{Dragging, THRESHOLD, spot_of};
use super::landing::point;
use crate::geometry::picked::{Picked, draws_curve};
use crate::model::{Id, Thing};
use crate::ui::prelude::*;
use leptos::ev;
use std::collections::HashSet;

/// A press on empty ground. A finger scrolls there.
pub fn begin(dragging: Dragging, event: &ev::PointerEvent) {
    let board = dragging.board;
    let more = event.ctrl_key() || event.meta_key() || event.shift_key();
    let before = if more { board.chosen_cards() } else { Vec::new() };
    if !more {
        board.unpick();
    }
    if event.pointer_type() == "touch" {
        return;
    }
    let start = spot_of(event);
    let Some(from) = point(board, start).map(|point| (point.x, point.y)) else { return };
    let follow = window_event_listener(ev::pointermove, move |event| {
        let now = spot_of(&event);
        let far = (now.0 - start.0).hypot(now.1 - start.1) > THRESHOLD;
        if far || dragging.frame.with_untracked(Option::is_some) {
            event.prevent_default();
            dragging.mark_done();
            dragging.scroll_at_edges(now);
            draw(dragging, from, now, &before);
        }
    });
    let end = move || {
        dragging.let_go();
        dragging.frame.set(None);
    };
    let drop = window_event_listener(ev::pointerup, move |_| end());
    let lost = window_event_listener(ev::pointercancel, move |_| end());
    let escape = window_event_listener(ev::keydown, move |event| {
        if event.key() == "Escape" {
            end();
            board.unpick();
        }
    });
    dragging.hold(vec![follow, drop, lost, escape]);
}

fn draw(dragging: Dragging, from: (f64, f64), now: (f64, f64), before: &[Id]) {
    let board = dragging.board;
    let Some(point) = point(board, now) else { return };
    let (left, right) = (from.0.min(point.x), from.0.max(point.x));
    let (top, bottom) = (from.1.min(point.y), from.1.max(point.y));
    dragging.frame.set(Some(point.shown(left, top, right - left, bottom - top)));
    let (first, end) = board.columns_now(|columns| columns.between(left, right));
    let mut cards: Vec<Id> = before.to_vec();
    let known: HashSet<Id> = before.iter().copied().collect();
    for row in board.rows_between(top, bottom) {
        if board.shell.mirror.read(|map| draws_curve(map, row.lane)) {
            continue;
        }
        for place in first..end {
            let step = board.shell.mirror.read(|map| map.columns.get(place)?.step);
            let Some(step) = step else { continue };
            for one in untrack(|| board.cards(row.lane, step)) {
                let touched = row.top + one.top < bottom && row.top + one.top + one.height > top;
                if touched && !known.contains(&one.card) {
                    cards.push(one.card);
                }
            }
        }
    }
    let things: Vec<Thing> = cards.into_iter().map(Thing::Card).collect();
    board.pick(if things.is_empty() { Picked::Nothing } else { Picked::Things(things) });
}
