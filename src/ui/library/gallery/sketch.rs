//! A template drawn small.

use crate::geometry::sketch::{Area, HEIGHT, WIDTH, sketch};
use crate::model::draft::Draft;
use crate::ui::prelude::*;

/// Boxes as one path. Tenths are enough for a drawing this small.
fn boxes(class: &'static str, areas: &[Area]) -> AnyView {
    let tenth = |number: f64| (number.max(0.0) * 10.0).round() / 10.0;
    let path = |(x, y, width, height): &Area| {
        let (x, y, width, height) = (tenth(*x), tenth(*y), tenth(*width), tenth(*height));
        format!("M{x} {y}h{width}v{height}h-{width}z")
    };
    let path: String = areas.iter().map(path).collect();
    view! { <path class=class d=path></path> }.into_any()
}

/// The drawing; what it shows is said beside it.
pub fn drawing(draft: &Draft) -> AnyView {
    let drawn = sketch(draft);
    let has_cards = !draft.cards.is_empty();
    let lanes = drawn.lanes.into_iter().map(|lane| {
        let card = if has_cards { "sketch-card full" } else { "sketch-card" };
        view! {
            <g data-kind=lane.kind.word()>
                {boxes("sketch-lane", &[lane.whole])} {boxes("sketch-head", &[lane.head])}
                {boxes(card, &lane.cards)}
                {lane.curve.map(|curve| view! { <path class="curve-line" d=curve></path> })}
            </g>
        }
    });
    view! {
        <svg class="sketch" viewBox=format!("0 0 {WIDTH} {HEIGHT}") aria-hidden="true">
            {boxes("sketch-stage", &drawn.stages)}
            {lanes.collect_view()}
        </svg>
    }
    .into_any()
}
