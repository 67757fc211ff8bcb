//! One stage as a picture that fills the screen, curve included.

use crate::geometry::print::draw_columns;
use crate::model::map::Column;
use crate::model::{Id, Thing};
use crate::ui::attribute::px;
use crate::ui::board::printed::{picture_words, region};
use crate::ui::board::state::Board;
use crate::ui::boxed::effect;
use crate::ui::mirror::Mark;
use crate::ui::names;
use crate::ui::prelude::*;
use leptos::html;
use wasm_bindgen::JsCast;

/// The scale below which a picture is scrolled rather than drawn smaller: text of 18 px.
const LARGE: f64 = 1.4;

/// The picture of a stage.
#[component]
pub fn Slide(
    /// Which.
    stage: Id,
) -> AnyView {
    let board = expect_context::<Board>();
    let shell = board.shell;
    let host = NodeRef::<html::Div>::new();
    effect(move || {
        let Some(host) = host.get() else { return };
        let drawn = shell.mirror.watch(Mark::Any, |map| {
            let columns: Vec<Column> =
                map.columns.iter().copied().filter(|column| column.stage == stage).collect();
            let widths = crate::ui::board::grid::measure_font();
            picture_words(shell, |words| draw_columns(map, &columns, words, &widths))
        });
        // Without the title, which the slide has for itself.
        let top = drawn.ruling.head;
        let size = (drawn.width + 2.0, drawn.height - top + 2.0);
        let room = crate::ui::board::window_size();
        host.set_text_content(None);
        if let Some(svg) = region(&drawn.shapes, (-1.0, top), size) {
            let _ = svg.set_attribute("class", "picture");
            // As large as the width allows and reads well from afar; what is higher is scrolled.
            let (wide, high) = ((room.0 - 80.0) / size.0, (room.1 - 150.0) / size.1);
            let scale = high.max(LARGE.min(wide)).min(wide);
            let element = svg.dyn_ref::<web_sys::SvgElement>();
            if let Some(style) = element.map(web_sys::SvgElement::style) {
                let _ = style.set_property("width", &px(size.0 * scale));
                let _ = style.set_property("height", &px(size.1 * scale));
            }
            let _ = host.append_child(&svg);
        }
    });
    let said = move || {
        shell.mirror.watch(Mark::Shape, |map| {
            let t = shell.t();
            let steps = map.steps_of(stage).into_iter().map(|id| names::column(t, map, id));
            let name = names::of(t, map, Thing::Stage(stage));
            format!("{name}: {}", steps.collect::<Vec<_>>().join(", "))
        })
    };
    view! { <div class="present-picture" role="img" aria-label=said node_ref=host></div> }
}
