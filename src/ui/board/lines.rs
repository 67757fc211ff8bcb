//! The lines of a service blueprint, drawn below their lanes across the board.

use super::state::Board;
use crate::model::{Detail, Id, Thing};
use crate::ui::attribute::px;
use crate::ui::details;
use crate::ui::mirror::Mark;
use crate::ui::prelude::*;

/// What the line below a lane is called; empty when there is none. Watches it.
pub fn line_word(board: Board, lane: Id) -> String {
    let thing = Thing::Lane(lane);
    board.shell.mirror.watch(Mark::Thing(thing), |map| {
        details::word(board.shell.t(), Detail::Line, map.word(thing, Detail::Line)).to_owned()
    })
}

/// The line below a lane; its word stays in sight.
#[component]
pub fn BlueprintLine(
    /// The lane.
    lane: Id,
) -> AnyView {
    let board = expect_context::<Board>();
    view! {
        {move || {
            let word = line_word(board, lane);
            (!word.is_empty()).then(|| {
                view! {
                    <div class="blueprint-line" aria-hidden="true">
                        <span style:left=move || px(board.frame.get().header + 10.0)>{word}</span>
                    </div>
                }
            })
        }}
    }
}
