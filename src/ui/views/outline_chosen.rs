//! Which place of the outline is selected and which is typed into. There may be ten thousand: the two
//! in question are told, and no other asks.

use crate::model::Thing;
use crate::session::marks::Mark;
use crate::ui::board::state::{Board, Target};
use crate::ui::boxed::effect;
use crate::ui::prelude::*;
use crate::ui::selection::dom_id;

/// What is typed into. Not watched: the mark of its thing or cell tells when that changes.
pub fn typed(board: Board) -> Option<Target> {
    board.editing.with_untracked(|editing| editing.map(|editing| editing.target))
}

/// The mark that tells the place of a target.
fn mark(target: Target) -> Mark {
    match target {
        Target::Name(thing) => Mark::Thing(thing),
        Target::Card(_, lane, Some((step, _))) => Mark::Cell(lane, step),
        Target::Card(card, _, None) => Mark::Thing(Thing::Card(card)),
        Target::Word(persona, step) => Mark::Thing(Thing::Feeling { persona, step }),
    }
}

/// Follows the selection and the editor as long as the outline is there.
pub fn follow(board: Board) {
    let before = StoredValue::new(None::<Target>);
    effect(move || {
        board.editing.track();
        let now = typed(board);
        let changed = [before.get_value(), now].into_iter().flatten().map(mark);
        before.set_value(now);
        board.shell.mirror.touch(changed);
    });
    effect(move || {
        board.spot.track();
        board.persona.track();
        board.editing.track();
        // After the places are drawn.
        board.next_frame(move || stop(board));
    });
}

/// Makes the selected place the one that Tab stops at; without one the first.
fn stop(board: Board) {
    let find = |selector: &str| document().query_selector(selector).ok().flatten();
    if let Some(old) = find(".outline [data-place][tabindex='0']") {
        let _ = old.set_attribute("tabindex", "-1");
    }
    let chosen = board.spot.get_untracked();
    let chosen = chosen.and_then(|spot| document().get_element_by_id(&dom_id(spot)));
    if let Some(new) = chosen.or_else(|| find(".outline [data-place]")) {
        let _ = new.set_attribute("tabindex", "0");
    }
}
