//! Dragging cards, stages, steps and lanes: with mouse or pen at once, with a finger after a long
//! press, since a finger's quick move scrolls.

use super::landing::{Mark, landing};
use super::marquee;
use super::state::Board;
use crate::geometry::spot::Spot;
use crate::model::Thing;
use crate::model::edit::Edit;
use crate::ui::attribute::px;
use crate::ui::command::Command;
use crate::ui::names;
use crate::ui::prelude::*;
use gloo_timers::callback::Timeout;
use leptos::ev;
use wasm_bindgen::JsCast;

/// Before a press becomes a drag, px.
pub const THRESHOLD: f64 = 5.0;
/// How long a finger rests before it drags, ms.
const LONG: u32 = 400;
/// How far it may tremble meanwhile, px.
const TREMBLE: f64 = 10.0;

/// What is being dragged.
#[derive(Clone, PartialEq, Debug)]
struct Drag {
    held: Spot,
    things: Vec<Thing>,
    at: (f64, f64),
    text: String,
    /// Where it would land, and the mark to draw there.
    landing: Option<(Edit, Mark)>,
}

/// A press that may become a drag.
#[derive(Clone)]
struct Press {
    spot: Spot,
    start: (f64, f64),
    finger: bool,
    /// It was one of those chosen: a mere press chooses it alone.
    among: bool,
    moved: bool,
}

/// What is being dragged; a context of the grid.
#[derive(Clone, Copy)]
pub struct Dragging {
    /// The board.
    pub board: Board,
    drag: RwSignal<Option<Drag>>,
    /// The frame being drawn.
    pub frame: RwSignal<Option<Mark>>,
    /// Where a border is being drawn to.
    pub guide: RwSignal<Option<Mark>>,
    press: StoredValue<Option<Press>>,
    timer: StoredValue<Option<Timeout>, LocalStorage>,
    /// Something was dragged with the last press: its click means nothing.
    done: StoredValue<bool>,
    handles: StoredValue<Vec<WindowListenerHandle>, LocalStorage>,
}

/// Where an event points in the window.
pub fn spot_of(event: &ev::PointerEvent) -> (f64, f64) {
    (f64::from(event.client_x()), f64::from(event.client_y()))
}

impl Dragging {
    /// Nothing is dragged yet.
    pub fn new(board: Board) -> Self {
        let dragging = Dragging {
            board,
            drag: RwSignal::new(None),
            frame: RwSignal::new(None),
            guide: RwSignal::new(None),
            press: StoredValue::new(None),
            timer: StoredValue::new_local(None),
            done: StoredValue::new(false),
            handles: StoredValue::new_local(Vec::new()),
        };
        on_cleanup(move || dragging.let_go());
        dragging
    }

    /// Whether something is being dragged; watches it.
    pub fn is_on(self) -> bool {
        self.drag.with(Option::is_some)
    }

    /// Whether something is being dragged.
    pub fn is_on_now(self) -> bool {
        self.drag.with_untracked(Option::is_some)
    }

    /// Whether the click that follows ended a drag.
    pub fn was_drag(self) -> bool {
        self.done.get_value()
    }

    /// Listens to the window until [`Dragging::let_go`].
    pub fn hold(self, handles: Vec<WindowListenerHandle>) {
        self.let_go();
        self.handles.set_value(handles);
    }

    /// Listens no more.
    pub fn let_go(self) {
        self.timer.set_value(None);
        for handle in self.handles.try_update_value(std::mem::take).unwrap_or_default() {
            handle.remove();
        }
    }

    /// Notes that the press became a drag.
    pub fn mark_done(self) {
        self.done.set_value(true);
    }

    /// A press anywhere on the board: on empty ground a frame begins.
    pub fn press(self, event: &ev::PointerEvent) {
        self.board.entering.set(false);
        let on = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
        let taken = ".card, .stage-head, .step-head, .lane-head, .corner, .curve-grip, .menu, \
                     button, textarea, input, .rich";
        let free = on.is_some_and(|on| on.closest(taken).ok().flatten().is_none());
        if free && event.button() == 0 {
            self.done.set_value(false);
            marquee::begin(self, event);
        }
    }

    /// A press on something that can be dragged.
    pub fn begin(self, event: &ev::PointerEvent, spot: Spot) {
        let on = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
        // The fold of a lane stands where its icon was, by which lanes are taken hold of.
        let own = "textarea, input, button:not(.fold-button), a, [contenteditable]";
        let field = |e: &web_sys::Element| e.closest(own).ok().flatten();
        if event.button() != 0 || on.is_some_and(|on| field(&on).is_some()) {
            return;
        }
        self.done.set_value(false);
        let board = self.board;
        board.held.set_value(false);
        let among = board.is_picked(spot);
        if event.shift_key() {
            return board.pick_to(spot);
        }
        if event.ctrl_key() || event.meta_key() {
            if let Some(thing) = spot.thing() {
                board.pick_also(thing);
            }
            return;
        }
        if !among {
            board.unpick();
        }
        if board.shell.mirror.is_looking() {
            return;
        }
        let (start, finger) = (spot_of(event), event.pointer_type() == "touch");
        self.press.set_value(Some(Press { spot, start, finger, among, moved: false }));
        let follow = window_event_listener(ev::pointermove, move |event| self.moved(&event));
        let drop = window_event_listener(ev::pointerup, move |_| self.end(true));
        let lost = window_event_listener(ev::pointercancel, move |_| self.end(false));
        let escape = window_event_listener(ev::keydown, move |event| {
            if event.key() == "Escape" {
                self.end(false);
            }
        });
        self.hold(vec![follow, drop, lost, escape]);
        if finger {
            let lift = move || {
                board.lead(spot);
                self.follow(start);
            };
            self.timer.set_value(Some(Timeout::new(LONG, lift)));
        }
    }

    fn moved(self, event: &ev::PointerEvent) {
        let Some(mut press) = self.press.get_value() else { return };
        let now = spot_of(event);
        let far = (now.0 - press.start.0).hypot(now.1 - press.start.1);
        if press.finger && !self.is_on_now() {
            // A finger that moves before it lifted anything scrolls.
            if far > TREMBLE {
                self.end(false);
            }
            return;
        }
        if far > THRESHOLD || press.moved {
            event.prevent_default();
            press.moved = true;
            self.press.set_value(Some(press));
            self.follow(now);
        }
    }

    fn follow(self, at: (f64, f64)) {
        let Some(Press { spot, .. }) = self.press.get_value() else { return };
        let board = self.board;
        if !self.is_on_now() {
            let t = board.shell.t_now();
            let mut things = board.chosen_things();
            let Some(thing) = spot.thing() else { return };
            if !things.contains(&thing) {
                things = vec![thing];
            }
            let text = board.shell.mirror.read(|map| names::of(t, map, thing));
            self.drag.set(Some(Drag { held: spot, things, at, text, landing: None }));
            self.done.set_value(true);
            self.tick();
        }
        self.drag.update(|drag| {
            if let Some(drag) = drag {
                drag.at = at;
                drag.landing = landing(board, drag.held, &drag.things, at);
            }
        });
    }

    /// While a drag goes on the board scrolls along near its edges, whether or not the pointer moves.
    fn tick(self) {
        request_animation_frame(move || {
            let Some(Some(drag)) = self.drag.try_get_untracked() else { return };
            if self.scroll_at_edges(drag.at) {
                self.follow(drag.at);
            }
            self.tick();
        });
    }

    /// Near an edge of the window the board scrolls along; whether it did.
    pub fn scroll_at_edges(self, at: (f64, f64)) -> bool {
        let Some(scroller) = self.board.scroller.get_untracked() else { return false };
        let rect = scroller.get_bounding_client_rect();
        let pull = |from: f64, to: f64, at: f64| {
            let near = |gap: f64| ((40.0 - gap.max(0.0)) / 40.0 * 16.0).ceil() as i32;
            if at < from + 40.0 {
                -near(at - from)
            } else if at > to - 40.0 {
                near(to - at)
            } else {
                0
            }
        };
        let header = self.board.frame.get_untracked().header * self.board.zoom_now();
        let by = (
            pull(rect.left() + header, rect.right(), at.0),
            pull(rect.top() + 60.0, rect.bottom(), at.1),
        );
        let before = (scroller.scroll_left(), scroller.scroll_top());
        if by != (0, 0) {
            scroller.set_scroll_left(before.0 + by.0);
            scroller.set_scroll_top(before.1 + by.1);
        }
        (scroller.scroll_left(), scroller.scroll_top()) != before
    }

    fn end(self, keep: bool) {
        self.let_go();
        let (press, drag) = (self.press.get_value(), self.drag.get_untracked());
        self.press.set_value(None);
        let board = self.board;
        let Some(drag) = drag else {
            // A mere press on one of several chooses it alone.
            if keep && press.is_some_and(|press| press.among) {
                board.unpick();
            }
            return;
        };
        self.drag.set(None);
        if keep && press.is_some_and(|press| press.finger && !press.moved) {
            board.menu.set(Some(drag.at));
            return;
        }
        let Some((edit, _)) = drag.landing.filter(|_| keep) else { return };
        board.shell.send(Command::Apply(edit, 0));
        board.pick_things(&drag.things);
    }
}

/// What is drawn while dragging: the thing under the pointer, a mark where it would land, the frame.
#[component]
pub fn DragLayer() -> AnyView {
    let dragging = expect_context::<Dragging>();
    let rectangle = |class: &'static str, (left, top, width, height): Mark| {
        view! {
            <div
                class=class
                style:left=px(left)
                style:top=px(top)
                style:width=px(width)
                style:height=px(height)
            ></div>
        }
    };
    view! {
        {move || {
            dragging
                .drag
                .get()
                .map(|drag| {
                    let count = drag.things.len();
                    let count = (count > 1)
                        .then(|| view! { <span class="drag-count">{count.to_string()}</span> });
                    let mark = drag.landing.map(|(_, mark)| rectangle("drop-mark", mark));
                    view! {
                        <div
                            class="drag-ghost"
                            aria-hidden="true"
                            style:left=px(drag.at.0 + 10.0)
                            style:top=px(drag.at.1 + 10.0)
                        >
                            {count}
                            <span class="drag-text">{drag.text}</span>
                        </div>
                        {mark}
                    }
                })
        }}
        {move || dragging.frame.get().map(|frame| rectangle("marquee", frame))}
        {move || dragging.guide.get().map(|guide| rectangle("drop-mark", guide))}
    }
}
