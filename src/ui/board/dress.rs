//! Shows on the mounted elements what is chosen and what a search found.
//!
//! One effect for the board and none a card: what is on the screen is walked when the choice, the hits
//! or the window change, and only while there is a choice or a hit.

use super::state::Board;
use crate::geometry::picked::Picked;
use crate::geometry::spot;
use crate::model::{Id, Thing};
use crate::ui::boxed::effect;
use crate::ui::mirror::Mark;
use crate::ui::prelude::*;
use crate::ui::selection::dom_id;
use std::collections::HashSet;

/// Keeps the classes of the mounted elements true.
pub fn dress(board: Board) {
    let dressed = StoredValue::new(false);
    let due = StoredValue::new(false);
    effect(move || {
        let nothing = board.picked.with(|picked| picked.is_nothing());
        let none = board.hits.with(|hits| !hits.open);
        if nothing && none && !dressed.get_value() {
            return;
        }
        dressed.set_value(!(nothing && none));
        if !(nothing && none) {
            // What comes into the window, or into the map, is dressed too.
            board.scroll.track();
            board.size.track();
            board.laid.track();
            board.reach.track();
            board.editing.track();
            board.shell.mirror.watch(Mark::Any, |_| ());
        }
        if !due.get_value() {
            due.set_value(true);
            request_animation_frame(move || {
                if due.try_get_value() == Some(true) {
                    due.set_value(false);
                    walk(board);
                }
            });
        }
    });
}

fn walk(board: Board) {
    let Some(scroller) = board.scroller.get_untracked() else { return };
    let picked = board.picked.get_untracked();
    let hits = board.hits.get_untracked();
    let (cards, heads, now) = board.shell.mirror.read(|map| {
        let cards: HashSet<Id> = if picked.is_nothing() {
            HashSet::new()
        } else {
            picked.cards(map, None).into_iter().collect()
        };
        let of = |thing: &Thing| spot::of(map, *thing).map(dom_id);
        let heads: HashSet<String> = picked.things(map).iter().filter_map(of).collect();
        let now = hits.found.get(hits.at).and_then(of).filter(|_| hits.open);
        (cards, heads, now)
    });
    let found: HashSet<String> = board.shell.mirror.read(|map| {
        let open = if hits.open { hits.found.as_slice() } else { &[] };
        open.iter().filter_map(|thing| spot::of(map, *thing)).map(dom_id).collect()
    });
    for class in ["card", "cell", "stage-head", "step-head", "lane-head"] {
        let all = scroller.get_elements_by_class_name(class);
        for element in (0..all.length()).filter_map(|at| all.item(at)) {
            mark(board, &element, &picked, &cards, &heads, &found, now.as_deref());
        }
    }
}

/// Gives one element the classes that are true of it.
fn mark(
    board: Board,
    element: &web_sys::Element,
    picked: &Picked,
    cards: &HashSet<Id>,
    heads: &HashSet<String>,
    found: &HashSet<String>,
    now: Option<&str>,
) {
    let id_of = |name| element.get_attribute(name).as_deref().and_then(Id::parse);
    let id = element.id();
    let is_picked = match id_of("data-card") {
        Some(card) => cards.contains(&card),
        None => {
            let cell = id.strip_prefix("cell-").and_then(|cell| cell.split_at_checked(36));
            let cell = cell.and_then(|(lane, step)| {
                Some((Id::parse(lane)?, Id::parse(step.strip_prefix('-')?)?))
            });
            let in_block = cell.is_some_and(|(lane, step)| {
                board.shell.mirror.read(|map| picked.holds_cell(map, lane, step))
            });
            in_block || heads.contains(&id)
        }
    };
    let classes = element.class_list();
    let _ = classes.toggle_with_force("picked", is_picked);
    let _ = classes.toggle_with_force("hit", found.contains(&id));
    let _ = classes.toggle_with_force("hit-now", now == Some(&*id));
    if element.get_attribute("role").as_deref() != Some("listitem") {
        let _ = if is_picked {
            element.set_attribute("aria-selected", "true")
        } else {
            element.remove_attribute("aria-selected")
        };
    }
}
