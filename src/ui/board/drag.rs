//! Dragging cards, stages, steps and lanes with mouse or pen. Touch scrolls; there the toolbar moves.

use super::state::Board;
use crate::geometry::board::shown;
use crate::geometry::spot::Spot;
use crate::model::edit::Edit;
use crate::model::{Id, LaneKind, Map, Thing};
use crate::ui::attribute::px;
use crate::ui::command::Command;
use crate::ui::names;
use crate::ui::prelude::*;
use leptos::ev;
use wasm_bindgen::JsCast;

/// Before a press becomes a drag, px.
const THRESHOLD: f64 = 5.0;

#[derive(Clone, PartialEq, Debug)]
struct Drag {
    spot: Spot,
    at: (f64, f64),
    text: String,
    /// Where it would land, and the mark to draw there: left, top, width, height in the window.
    target: Option<(Edit, (f64, f64, f64, f64))>,
}

/// What is being dragged; a context of the grid.
#[derive(Clone, Copy)]
pub struct Dragging {
    board: Board,
    drag: RwSignal<Option<Drag>>,
    handles: StoredValue<Vec<WindowListenerHandle>, LocalStorage>,
}

impl Dragging {
    /// Nothing is dragged yet.
    pub fn new(board: Board) -> Self {
        Dragging { board, drag: RwSignal::new(None), handles: StoredValue::new_local(Vec::new()) }
    }

    /// A press on something that can be dragged.
    pub fn begin(self, event: &ev::PointerEvent, spot: Spot) {
        let looking = self.board.shell.mirror.is_looking();
        if event.button() != 0 || event.pointer_type() == "touch" || looking {
            return;
        }
        let on_field = event
            .target()
            .and_then(|target| target.dyn_into::<web_sys::Element>().ok())
            .is_some_and(|e| {
                matches!(e.tag_name().as_str(), "TEXTAREA" | "INPUT" | "BUTTON" | "A")
            });
        if on_field {
            return;
        }
        let start = (f64::from(event.client_x()), f64::from(event.client_y()));
        let follow = window_event_listener(ev::pointermove, move |event| {
            let now = (f64::from(event.client_x()), f64::from(event.client_y()));
            let far = (now.0 - start.0).hypot(now.1 - start.1) > THRESHOLD;
            if far || self.drag.with_untracked(Option::is_some) {
                event.prevent_default();
                self.follow(spot, now);
            }
        });
        let drop = window_event_listener(ev::pointerup, move |_| self.end(true));
        let lost = window_event_listener(ev::pointercancel, move |_| self.end(false));
        let escape = window_event_listener(ev::keydown, move |event| {
            if event.key() == "Escape" {
                self.end(false);
            }
        });
        self.handles.set_value(vec![follow, drop, lost, escape]);
    }

    fn follow(self, spot: Spot, at: (f64, f64)) {
        let t = self.board.shell.t_now();
        let text = self
            .board
            .shell
            .mirror
            .read(|map| spot.thing().map(|thing| names::of(t, map, thing)).unwrap_or_default());
        self.scroll_at_edges(at);
        let target = self.board.shell.mirror.read(|map| target(map, spot, at));
        self.drag.set(Some(Drag { spot, at, text, target }));
    }

    /// Near an edge of the window the board scrolls along.
    fn scroll_at_edges(self, at: (f64, f64)) {
        let Some(scroller) = self.board.scroller.get_untracked() else { return };
        let rect = scroller.get_bounding_client_rect();
        let pull = |from: f64, to: f64, at: f64| {
            if at < from + 40.0 {
                -14
            } else if at > to - 40.0 {
                14
            } else {
                0
            }
        };
        let header = self.board.frame.get_untracked().header;
        let by = (
            pull(rect.left() + header, rect.right(), at.0),
            pull(rect.top() + 40.0, rect.bottom(), at.1),
        );
        scroller.set_scroll_left(scroller.scroll_left() + by.0);
        scroller.set_scroll_top(scroller.scroll_top() + by.1);
    }

    fn end(self, keep: bool) {
        for handle in self.handles.try_update_value(std::mem::take).unwrap_or_default() {
            handle.remove();
        }
        let drag = self.drag.get_untracked();
        if drag.is_none() {
            return;
        }
        self.drag.set(None);
        let Some(Drag { spot, target: Some((edit, _)), .. }) = drag.filter(|_| keep) else {
            return;
        };
        let then = match (&edit, spot) {
            (Edit::MoveCard { card, lane, step, .. }, _) => {
                Spot::Cell { lane: *lane, step: *step, card: Some(*card) }
            }
            _ => spot,
        };
        self.board.shell.send(Command::Apply(edit, 0));
        self.board.go(then);
    }
}

fn id_of(element: &web_sys::Element, attribute: &str) -> Option<Id> {
    element.get_attribute(attribute).as_deref().and_then(Id::parse)
}

/// Where a drop at this point of the window would put the thing.
fn target(map: &Map, spot: Spot, at: (f64, f64)) -> Option<(Edit, (f64, f64, f64, f64))> {
    let under = document().element_from_point(at.0 as f32, at.1 as f32)?;
    let closest = |selector: &str| under.closest(selector).ok().flatten();
    match spot.thing()? {
        Thing::Card(card) => {
            let cell = closest(".cell[data-step]")?;
            let (lane, step) = (id_of(&cell, "data-lane")?, id_of(&cell, "data-step")?);
            if map.lanes.get(&lane)?.kind == LaneKind::Emotions {
                return None;
            }
            let (place, mark) = slot(map, &cell, card, lane, step, at.1);
            Some((Edit::MoveCard { card, lane, step, at: place }, mark))
        }
        Thing::Lane(lane) => {
            let over = closest(".lane-head")?;
            let other = id_of(&over, "data-lane")?;
            let rect = over.get_bounding_client_rect();
            let after = at.1 > rect.top() + rect.height() / 2.0;
            let place = landing(&map.rows, lane, other, after)?;
            let y = if after { rect.bottom() } else { rect.top() };
            Some((Edit::MoveLane { lane, at: place }, (rect.left(), y - 2.0, rect.width(), 3.0)))
        }
        Thing::Stage(stage) => {
            let (over, other, after) = header(&closest(".stage-head")?, "stage-", at.0)?;
            let place = landing(&map.stage_order(), stage, other, after)?;
            Some((Edit::MoveStage { stage, at: place }, over))
        }
        Thing::Step(step) => {
            let (over, other, after) = header(&closest(".step-head")?, "step-", at.0)?;
            let stage = map.steps.get(&other)?.stage;
            let mut order = map.steps_of(stage);
            order.retain(|id| *id != step);
            let place = match order.iter().position(|id| *id == other) {
                Some(place) => place + usize::from(after),
                None => order.len(),
            };
            Some((Edit::MoveStep { step, stage, at: place }, over))
        }
        _ => None,
    }
}

type Mark = (f64, f64, f64, f64);

fn header(over: &web_sys::Element, prefix: &str, x: f64) -> Option<(Mark, Id, bool)> {
    let other = Id::parse(over.id().strip_prefix(prefix)?)?;
    let rect = over.get_bounding_client_rect();
    let after = x > rect.left() + rect.width() / 2.0;
    let edge = if after { rect.right() } else { rect.left() };
    Some(((edge - 2.0, rect.top(), 3.0, rect.height()), other, after))
}

/// The position after the move, among the siblings; `None` when it would stay.
fn landing(order: &[Id], moved: Id, other: Id, after: bool) -> Option<usize> {
    if moved == other {
        return None;
    }
    let rest: Vec<Id> = order.iter().copied().filter(|id| *id != moved).collect();
    Some(rest.iter().position(|id| *id == other)? + usize::from(after))
}

/// The position among a cell's own cards, by height.
fn slot(
    map: &Map,
    cell: &web_sys::Element,
    moved: Id,
    lane: Id,
    step: Id,
    y: f64,
) -> (usize, Mark) {
    let own: Vec<Id> = map.cell(lane, step).iter().copied().filter(|id| *id != moved).collect();
    let rect = cell.get_bounding_client_rect();
    let mut mark = (rect.left() + 6.0, rect.top() + 2.0, rect.width() - 12.0, 3.0);
    let mut place = 0;
    for card in shown(map, lane, step) {
        let selector = format!("[data-card=\"{card}\"]");
        let Some(element) = cell.query_selector(&selector).ok().flatten() else {
            // Above the window: it stands before the point.
            if let Some(at) = own.iter().position(|id| *id == card) {
                place = place.max(at + 1);
            }
            continue;
        };
        let rect = element.get_bounding_client_rect();
        if y <= rect.top() + rect.height() / 2.0 {
            break;
        }
        mark.1 = rect.bottom() + 1.0;
        if let Some(at) = own.iter().position(|id| *id == card) {
            place = at + 1;
        }
    }
    (place, mark)
}

/// What is drawn while dragging: the thing under the pointer, and a mark where it would land.
#[component]
pub fn DragLayer() -> AnyView {
    let dragging = expect_context::<Dragging>();
    view! {
        {move || {
            dragging
                .drag
                .get()
                .map(|drag| {
                    let mark = drag
                        .target
                        .map(|(_, (left, top, width, height))| {
                            view! {
                                <div
                                    class="drop-mark"
                                    style:left=px(left)
                                    style:top=px(top)
                                    style:width=px(width)
                                    style:height=px(height)
                                ></div>
                            }
                        });
                    view! {
                        <div
                            class="drag-ghost"
                            aria-hidden="true"
                            style:left=px(drag.at.0 + 8.0)
                            style:top=px(drag.at.1 + 8.0)
                        >
                            {drag.text}
                        </div>
                        {mark}
                    }
                })
        }}
    }
}
