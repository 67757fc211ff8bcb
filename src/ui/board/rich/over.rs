//! What stands over the board beside a text being typed: above its card, or below it where the headers
//! or the window leave no room; whole within the window, and as large whatever the zoom.

use super::field::RichField;
use crate::ui::attribute::px;
use crate::ui::board::state::Board;
use crate::ui::board::window_size;
use crate::ui::boxed::effect;
use crate::ui::prelude::*;
use crate::ui::widgets::menu::left_inside;
use leptos::html;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;

/// Between it and the card, and to the edges of the window, px.
const GAP: f64 = 6.0;

/// Rows hold what is in them; only the top layer of the page is over all of them and the headers.
pub fn over(field: RichField, what: AnyView) -> AnyView {
    let board = expect_context::<Board>();
    let own = NodeRef::<html::Div>::new();
    let at = RwSignal::new((0.0, 0.0));
    let settle = move || {
        let Some(old) = at.try_get_untracked() else { return };
        if let Some(there) = own.get_untracked()
            && let Some(place) = place(field, &there)
            && old != place
        {
            at.set(place);
        }
    };
    effect(move || {
        if let Some(there) = own.get() {
            let _ = there.show_popover();
            settle();
            // One listener at most: the next takes its place, and one that is left finds nothing to do.
            let follow = Closure::<dyn Fn()>::new(settle).into_js_value();
            if let Some(pane) = pane(field).and_then(|pane| pane.dyn_into().ok()) {
                let pane: web_sys::HtmlElement = pane;
                pane.set_onscroll(follow.dyn_ref());
            }
        }
    });
    // The address takes more room than the tools; the card grows; rows move.
    effect(move || {
        field.bar.track();
        board.laid.track();
        board.size.track();
        board.next_frame(settle);
    });
    view! {
        <div
            class="rich-over"
            popover="manual"
            node_ref=own
            style:zoom=move || (1.0 / board.zoom()).to_string()
            style:left=move || px(at.get().0)
            style:top=move || px(at.get().1)
        >
            {what}
        </div>
    }
}

/// What is scrolled with the text.
fn pane(field: RichField) -> Option<web_sys::Element> {
    field.there()?.closest(".board, .outline, .table-page").ok()?
}

fn place(field: RichField, own: &web_sys::Element) -> Option<(f64, f64)> {
    let root = field.there()?;
    let card = root.closest(".card").ok()?.or_else(|| root.parent_element())?;
    let card = card.get_bounding_client_rect();
    let pane = pane(field)?;
    let top = match pane.query_selector(".board-head, .table-head").ok()? {
        Some(head) => head.get_bounding_client_rect().bottom(),
        None => pane.get_bounding_client_rect().top(),
    };
    let own = own.get_bounding_client_rect();
    let above = card.top() - own.height() - GAP;
    let below = (card.bottom() + GAP).min(window_size().1 - own.height() - GAP);
    let top = if above >= top { above } else { below.max(top) };
    Some((left_inside(card.left(), own.width() + GAP), top))
}
