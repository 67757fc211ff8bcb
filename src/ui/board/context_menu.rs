//! The menu of the selection: by the right button, the menu key, Shift+F10, or a finger that rests.

use super::drag::Dragging;
use super::state::Board;
use crate::geometry::spot::Spot;
use crate::model::Id;
use crate::ui::actions::{Action, Group, Reach, all, allowed};
use crate::ui::attribute::px;
use crate::ui::boxed::effect;
use crate::ui::icons::Glyph;
use crate::ui::panels::keys::spelled;
use crate::ui::prelude::*;
use crate::ui::widgets::menu::{left_inside, moved, step};
use leptos::{ev, html};
use wasm_bindgen::JsCast;

/// The browser asks for a menu: here it is that of what was pressed on.
pub fn asked(board: Board, dragging: Dragging, event: &ev::MouseEvent) {
    let on = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
    let Some(on) = on.filter(|on| on.closest("textarea, input, .rich, a").ok().flatten().is_none())
    else {
        return;
    };
    event.prevent_default();
    // A finger's long press lifts what it is on; the menu comes when it lets go in place.
    if dragging.is_on_now() {
        return;
    }
    let Some(spot) = spot_at(board, &on) else { return };
    if board.is_picked(spot) {
        board.select(spot);
    } else {
        board.go(spot);
    }
    let at = (f64::from(event.client_x()), f64::from(event.client_y()));
    let rect = on.get_bounding_client_rect();
    // The menu key gives no place: then it opens below what has the focus.
    let inside = (rect.left()..=rect.right()).contains(&at.0)
        && (rect.top()..=rect.bottom()).contains(&at.1);
    let at = if inside && at != (0.0, 0.0) { at } else { (rect.left() + 12.0, rect.bottom()) };
    board.menu.set(Some(at));
}

fn spot_at(board: Board, on: &web_sys::Element) -> Option<Spot> {
    let closest = |selector: &str| on.closest(selector).ok().flatten();
    let id_of = |element: &web_sys::Element, name: &str| {
        element.get_attribute(name).as_deref().and_then(Id::parse)
    };
    if let Some(head) = closest(".lane-head") {
        return id_of(&head, "data-lane").map(Spot::Lane);
    }
    if let Some(head) = closest(".stage-head") {
        return head.id().strip_prefix("stage-").and_then(Id::parse).map(Spot::Stage);
    }
    if let Some(head) = closest(".step-head") {
        return head.id().strip_prefix("step-").and_then(Id::parse).map(Spot::Step);
    }
    let Some(cell) = closest(".cell") else { return board.spot.get_untracked() };
    let id = cell.id();
    let (lane, step) = id.strip_prefix("cell-")?.split_at_checked(36)?;
    let (lane, step) = (Id::parse(lane)?, Id::parse(step.strip_prefix('-')?)?);
    let card = closest(".card").and_then(|card| id_of(&card, "data-card"));
    Some(Spot::Cell { lane, step, card })
}

/// The clipboard, what the toolbar has too, and the rest.
fn section(action: &&Action) -> u8 {
    match (action.reach, action.group) {
        (Reach::Browser, _) => 0,
        (_, Group::Selection) => 1,
        _ => 2,
    }
}

/// What the selection allows now, in the menu's order.
pub fn offered(board: Board) -> Vec<&'static Action> {
    let offered = |action: &&Action| {
        matches!(action.group, Group::Selection | Group::Menu) && untrack(|| allowed(board, action))
    };
    let mut actions: Vec<&'static Action> = all().filter(offered).collect();
    actions.sort_by_key(section);
    actions
}

/// The menu.
#[component]
pub fn ContextMenu() -> AnyView {
    let board = expect_context::<Board>();
    let list = NodeRef::<html::Div>::new();
    let close = move || {
        board.menu.set(None);
        if let Some(spot) = board.spot.get_untracked() {
            board.lead(spot);
        }
    };
    effect(move || {
        if let Some(menu) = list.get() {
            let rect = menu.get_bounding_client_rect();
            let low = super::window_size().1 - 8.0 - rect.height();
            let menu: &web_sys::HtmlElement = &menu;
            let _ = menu.style().set_property("top", &px(rect.top().min(low).max(8.0)));
            step(list, 0);
        }
    });
    let on_key = move |event: ev::KeyboardEvent| {
        event.stop_propagation();
        match event.key().as_str() {
            "Escape" | "Tab" => {
                event.prevent_default();
                close();
            }
            _ => moved(list, &event),
        }
    };
    let on_leave = move |event: ev::FocusEvent| {
        let to = event.related_target().and_then(|to| to.dyn_into::<web_sys::Node>().ok());
        if !list.get_untracked().is_some_and(|list| list.contains(to.as_ref())) {
            board.menu.set(None);
        }
    };
    view! {
        {move || {
            let at = board.menu.get()?;
            let t = board.shell.t();
            let actions = offered(board);
            let line = |action: &'static Action| {
                let keys = action.keys.first().map(|key| spelled(t, key));
                view! {
                    <button
                        type="button"
                        role="menuitem"
                        tabindex="-1"
                        class="menu-item"
                        on:click=move |_| {
                            close();
                            (action.run)(board);
                        }
                    >
                        <Glyph icon=action.icon />
                        <span class="menu-label">{(action.label)(t)}</span>
                        {keys.map(|keys| view! { <kbd class="menu-keys">{keys}</kbd> })}
                    </button>
                }
            };
            let lines: Vec<AnyView> = actions
                .chunk_by(|one, next| section(one) == section(next))
                .map(|part| {
                    let part: Vec<AnyView> = part.iter().map(|action| line(action)).collect();
                    view! { <div class="menu-part" role="group">{part}</div> }
                })
                .collect();
            Some(view! {
                <div
                    class="menu context-menu"
                    role="menu"
                    node_ref=list
                    aria-label=t.hands.context
                    style:left=px(left_inside(at.0, 268.0))
                    style:top=px(at.1)
                    on:keydown=on_key
                    on:focusout=on_leave
                    on:contextmenu=|event| {
                        event.prevent_default();
                        event.stop_propagation();
                    }
                >
                    {lines}
                </div>
            })
        }}
    }
}
