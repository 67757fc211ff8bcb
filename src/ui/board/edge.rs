//! The border of a header: "+" adds beside it, and it is dragged to another place.

use super::drag::Dragging;
use super::resize;
use super::state::Board;
use crate::geometry::spot::Spot;
use crate::i18n::Messages;
use crate::model::{Id, Thing};
use crate::ui::actions::insert_after;
use crate::ui::icons;
use crate::ui::prelude::*;

/// The border at the end of a header. Both have keys and lines of the menu that do the same.
#[component]
pub fn Edge(
    /// Whose header.
    spot: Spot,
) -> AnyView {
    let board = expect_context::<Board>();
    let dragging = expect_context::<Dragging>();
    let shell = board.shell;
    let label = move |t: &Messages| match spot {
        Spot::Stage(_) => t.hands.stage_after,
        Spot::Step(_) => t.hands.step_after,
        _ => t.hands.lane_below,
    };
    let is_lane = matches!(spot, Spot::Lane(_));
    let hint = move |t: &Messages| {
        if is_lane { t.hands.resize_lane } else { t.hands.resize_column }
    };
    // The column at the end of a stage is that of its last step.
    let step = move || -> Option<Id> {
        match spot {
            Spot::Step(step) => Some(step),
            Spot::Stage(stage) => shell.mirror.read(|map| map.steps_of(stage).last().copied()),
            _ => None,
        }
    };
    view! {
        <span
            class="grip"
            aria-hidden="true"
            title=move || hint(shell.t())
            on:pointerdown=move |event| match (spot, step()) {
                (Spot::Lane(lane), _) => resize::lane(dragging, &event, lane),
                (_, Some(step)) => resize::column(dragging, &event, step),
                _ => {}
            }
            on:dblclick=move |event| {
                event.stop_propagation();
                let thing = match spot {
                    Spot::Lane(lane) => Some(Thing::Lane(lane)),
                    _ => step().map(Thing::Step),
                };
                if let Some(thing) = thing {
                    resize::usual(board, thing);
                }
            }
        ></span>
        <button
            class="insert"
            type="button"
            tabindex="-1"
            aria-label=move || label(shell.t())
            title=move || label(shell.t())
            on:dblclick=|event| event.stop_propagation()
            on:click=move |_| insert_after(board, spot)
        >
            <icons::Glyph icon=icons::PLUS />
        </button>
    }
}
