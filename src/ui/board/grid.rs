//! The grid: the scrolled window, its keys, and the rows in it.

use super::clip;
use super::context_menu;
use super::drag::{DragLayer, Dragging};
use super::dress::dress;
use super::focus::Focus;
use super::head::Head;
use super::keys;
use super::pictures;
use super::row::RowView;
use super::state::Board;
use super::zoom::Pinch;
use crate::geometry::arrows::{arrows, height};
use crate::geometry::columns::Columns;
use crate::geometry::spot;
use crate::geometry::wrap::{Table, average};
use crate::model::{Id, Thing};
use crate::ui::attribute::px;
use crate::ui::boxed::{For, effect};
use crate::ui::memo::memo;
use crate::ui::mirror::Mark;
use crate::ui::prelude::*;
use std::cell::LazyCell;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;

/// The size of the font of cards, px.
const SIZE: f64 = 13.0;
/// The font of cards; `style/tokens.css` says the same.
const FONT: &str = "13px system-ui, -apple-system, \"Segoe UI\", Roboto, \"Noto Sans\", \"DejaVu Sans\", sans-serif";

/// The widths of characters in the font of cards. A browser's first measuring takes as long as half the board:
/// an empty one does without.
pub fn font() -> Table {
    let context = LazyCell::new(canvas);
    let measure = move |character: char| {
        let measured = context
            .as_ref()
            .and_then(|canvas| canvas.measure_text(character.encode_utf8(&mut [0; 4])).ok());
        measured.map_or_else(|| average(character) * SIZE, |metrics| metrics.width()) as f32
    };
    Table::new(SIZE, Box::new(measure))
}

fn canvas() -> Option<web_sys::CanvasRenderingContext2d> {
    let canvas = document().create_element("canvas").ok()?;
    let canvas = canvas.dyn_into::<web_sys::HtmlCanvasElement>().ok()?;
    let context = canvas.get_context("2d").ok()??;
    let context = context.dyn_into::<web_sys::CanvasRenderingContext2d>().ok()?;
    context.set_font(FONT);
    Some(context)
}

/// Watches the heights of mounted cards; a context of the grid.
#[derive(Clone, Copy)]
pub struct Measured(StoredValue<Option<web_sys::ResizeObserver>, LocalStorage>);

impl Measured {
    fn new(board: Board) -> Self {
        let callback = Closure::<dyn FnMut(js_sys::Array)>::new(move |entries: js_sys::Array| {
            let mut cards = Vec::new();
            for entry in entries.iter() {
                let entry: web_sys::ResizeObserverEntry = entry.unchecked_into();
                let element = entry.target();
                let boxes = entry.border_box_size();
                let Some(size) = boxes.get(0).dyn_into::<web_sys::ResizeObserverSize>().ok() else {
                    continue;
                };
                // What was just unmounted, or is hidden by printing, measures nothing.
                if size.block_size() == 0.0 {
                    continue;
                }
                match element.get_attribute("data-card").as_deref().and_then(Id::parse) {
                    Some(card) => cards.push((card, size.block_size())),
                    None => resized(board, size.inline_size(), size.block_size()),
                }
            }
            board.mend(&cards);
        });
        // Handed to the garbage collector: it goes with the observer.
        let callback = callback.into_js_value();
        let observer = web_sys::ResizeObserver::new(callback.unchecked_ref()).ok();
        Measured(StoredValue::new_local(observer))
    }

    /// Watches nothing any more: the board is going, and its signals with it.
    fn stop(&self) {
        self.0.with_value(|observer| {
            if let Some(observer) = observer {
                observer.disconnect();
            }
        });
    }

    /// Begins to watch an element.
    pub fn watch(&self, element: &web_sys::Element) {
        self.0.with_value(|observer| {
            if let Some(observer) = observer {
                observer.observe(element);
            }
        });
    }
}

fn resized(board: Board, width: f64, height: f64) {
    let (old, zoom) = (board.size.get_untracked(), board.zoom_now());
    let size = (width / zoom, height / zoom);
    if old != size {
        board.size.set(size);
        if (old.0 - size.0).abs() > 0.5 {
            board.rebuild();
        }
    }
}

/// The grid.
#[component]
pub fn Grid() -> AnyView {
    let board = expect_context::<Board>();
    let shell = board.shell;
    let measured = Measured::new(board);
    provide_context(measured);
    on_cleanup(move || measured.stop());
    let dragging = Dragging::new(board);
    provide_context(dragging);
    dress(board);
    let focus = Focus::new(board);
    provide_context(focus);
    let pinch = Pinch::default();

    effect(move || {
        if let Some(scroller) = board.scroller.get() {
            measured.watch(&scroller);
            begin(board);
        }
    });
    let rows = memo(move || board.rows_in_view());
    let columns = memo(move || board.columns_in_view());
    let title = move || {
        let title = shell.mirror.watch(Mark::Thing(Thing::Map), |map| map.title.clone());
        if title.trim().is_empty() { shell.t().library.untitled.to_owned() } else { title }
    };
    let row_count = move || shell.mirror.watch(Mark::Shape, |map| map.rows.len() + head_rows(map));
    let column_count = move || shell.mirror.watch(Mark::Shape, |map| map.columns.len() + 1);
    // What stays below the head when the board is scrolled, stays below its arrows too.
    let band = memo(move || shell.mirror.watch(Mark::Paths, |map| height(&arrows(map))));
    let width = move || px(board.frame.get().header + board.columns(Columns::width));
    view! {
        <div
            class="board"
            role="grid"
            aria-label=title
            aria-rowcount=row_count
            aria-colcount=column_count
            node_ref=board.scroller
            on:scroll=move |_| board.scrolled()
            on:wheel=move |event| pinch.wheel(board, &event)
            on:touchstart=move |event| pinch.touch(board, &event)
            on:touchend=move |event| pinch.touch(board, &event)
            aria-multiselectable="true"
            class:dragging=move || dragging.is_on()
            class:narrow=move || board.frame.get().is_narrow()
            on:keydown=move |event| keys::pressed(board, dragging, &event)
            on:focusout=move |event| focus.back(&event)
            on:dragover=move |event| pictures::over(board, dragging, &event)
            on:dragleave=move |_| dragging.guide.set(None)
            on:drop=move |event| pictures::dropped(board, dragging, &event)
            on:paste=move |event| clip::pasted(board, &event)
            on:copy=move |event| clip::copied(board, &event, false)
            on:cut=move |event| clip::copied(board, &event, true)
            on:pointerdown=move |event| dragging.press(&event)
            on:touchmove=move |event| {
                if dragging.is_on_now() {
                    event.prevent_default();
                } else {
                    pinch.touch(board, &event);
                }
            }
            on:contextmenu=move |event| context_menu::asked(board, dragging, &event)
        >
            <div
                class="board-sheet"
                role="presentation"
                style:width=width
                style:zoom=move || board.zoom().to_string()
                style:--path-band=move || px(band.get())
                style:--lane-head=move || px(board.frame.get().header)
            >
                <Head columns=columns />
                <div
                    class="board-body"
                    role="rowgroup"
                    style:height=move || px(board.height())
                >
                    <For
                        each=move || rows.get()
                        key=|lane| *lane
                        children=move |lane| view! { <RowView lane=lane columns=columns /> }
                    />
                </div>
            </div>
            <DragLayer />
        </div>
    }
}

/// Rows above the lanes: stages, and steps where a stage is divided.
pub fn head_rows(map: &crate::model::Map) -> usize {
    if map.stage_order().iter().all(|stage| map.is_plain(*stage)) { 1 } else { 2 }
}

/// Puts the selection on the board; a new map gets the caret in its first cell.
fn begin(board: Board) {
    let shell = board.shell;
    board.scrolled();
    let Some(first) = shell.mirror.read(spot::first) else { return };
    if shell.fresh.get_untracked() {
        shell.fresh.set(false);
        board.go(first);
        board.next_frame(move || board.edit(false));
    } else {
        board.go(board.spot.get_untracked().unwrap_or(first));
    }
}

/// What a paste brings, as HTML and as text, when it is a table. In a field anything else is the
/// field's own business.
pub fn pasted(event: &web_sys::Event) -> Option<(Option<String>, Option<String>)> {
    let data = event.dyn_ref::<web_sys::ClipboardEvent>()?.clipboard_data()?;
    let of = |format: &str| data.get_data(format).ok().filter(|text| !text.is_empty());
    let (html, text) = (of("text/html"), of("text/plain"));
    let table = html.as_deref().is_some_and(|html| html.to_ascii_lowercase().contains("<table"))
        || text.as_deref().is_some_and(|text| text.contains('\t'));
    if !table {
        return None;
    }
    event.prevent_default();
    Some((html, text))
}
