//! The lanes themselves, once, at the end of the outline: there they are named, moved and deleted.

use super::outline_place::Heading;
use crate::geometry::spot::Spot;
use crate::model::Thing;
use crate::ui::board::state::Board;
use crate::ui::boxed::For;
use crate::ui::memo::memo;
use crate::ui::mirror::Mark;
use crate::ui::prelude::*;

/// The list of lanes.
#[component]
pub fn Lanes() -> AnyView {
    let board = expect_context::<Board>();
    let shell = board.shell;
    let rows = memo(move || shell.mirror.watch(Mark::Shape, |map| map.rows.clone()));
    view! {
        <section class="outline-section">
            <h2 class="outline-stage">{move || shell.t().views.lanes}</h2>
            <ul class="outline-cards">
                <For
                    each=move || rows.get()
                    key=|lane| *lane
                    children=|lane| {
                        view! {
                            <li class="outline-card">
                                <Heading spot=Spot::Lane(lane) thing=Thing::Lane(lane) />
                            </li>
                        }
                    }
                />
            </ul>
        </section>
    }
}
