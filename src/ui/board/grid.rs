//! The grid: the scrolled window, its keys, and the rows in it.

use super::drag::{DragLayer, Dragging};
use super::focus::Focus;
use super::head::Head;
use super::row::RowView;
use super::state::Board;
use super::zoom::Pinch;
use crate::geometry::spot::{self, Spot, Way};
use crate::geometry::wrap::Table;
use crate::model::{Id, Thing};
use crate::ui::actions::for_key;
use crate::ui::attribute::px;
use crate::ui::boxed::{For, effect};
use crate::ui::command::Command;
use crate::ui::memo::memo;
use crate::ui::mirror::Mark;
use crate::ui::prelude::*;
use crate::ui::selection::way;
use leptos::ev;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;

/// The font of cards; `style/tokens.css` says the same.
const FONT: &str = "13px system-ui, -apple-system, \"Segoe UI\", Roboto, \"Noto Sans\", \"DejaVu Sans\", sans-serif";

/// Measures the widths of Latin characters in the font of cards.
pub fn measure_font() -> Table {
    let measure = || {
        let canvas = document().create_element("canvas").ok()?;
        let canvas = canvas.dyn_into::<web_sys::HtmlCanvasElement>().ok()?;
        let context = canvas.get_context("2d").ok()??;
        let context = context.dyn_into::<web_sys::CanvasRenderingContext2d>().ok()?;
        context.set_font(FONT);
        let mut widths = [0f32; 96];
        for (place, width) in widths.iter_mut().enumerate() {
            let character = char::from(place as u8 + 32).to_string();
            *width = context.measure_text(&character).ok()?.width() as f32;
        }
        Some(Table::new(widths, 13.0))
    };
    measure().unwrap_or_else(|| Table::average(13.0))
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
    provide_context(Dragging::new(board));
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
    let width = move || {
        let frame = board.frame.get();
        let count = shell.mirror.watch(Mark::Shape, |map| map.columns.len());
        px(frame.header + frame.column * count as f64)
    };
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
            on:touchmove=move |event| pinch.touch(board, &event)
            on:touchend=move |event| pinch.touch(board, &event)
            on:keydown=move |event| key(board, &event)
            on:focusout=move |event| focus.back(&event)
            on:paste=move |event| paste(board, &event)
            on:copy=move |event| copy(board, &event)
        >
            <div
                class="board-sheet"
                role="presentation"
                style:width=width
                style:zoom=move || board.zoom().to_string()
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
        request_animation_frame(move || board.edit(false));
    } else {
        board.go(board.spot.get_untracked().unwrap_or(first));
    }
}

fn key(board: Board, event: &ev::KeyboardEvent) {
    let on_field =
        event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok()).is_some_and(
            |element| matches!(element.tag_name().as_str(), "TEXTAREA" | "INPUT" | "BUTTON"),
        );
    if event.is_composing() || on_field {
        return;
    }
    let (ctrl, alt, shift) =
        (event.ctrl_key() || event.meta_key(), event.alt_key(), event.shift_key());
    let key = event.key();
    if let Some(action) = for_key(board, ctrl, alt, shift, &key) {
        event.prevent_default();
        event.stop_propagation();
        (action.run)(board);
        return;
    }
    let Some(now) = board.spot.get_untracked() else { return };
    if !alt
        && !shift
        && let Some(way) = way(&key, ctrl)
    {
        event.prevent_default();
        board.go(board.shell.mirror.read(|map| spot::go(map, now, way)));
    } else if matches!(key.as_str(), "PageDown" | "PageUp") && !ctrl {
        event.prevent_default();
        page(board, now, if key == "PageDown" { Way::Down } else { Way::Up });
    } else if key.chars().count() == 1 && key != " " && !ctrl && !alt {
        // The character itself goes into the editor, which has the focus before the key takes effect.
        board.edit(true);
    }
}

/// A screenful up or down.
fn page(board: Board, from: Spot, way: Way) {
    let room = board.size.get_untracked().1 * 0.8;
    let next = board.shell.mirror.read(|map| {
        let mut spot = from;
        let mut travelled = 0.0;
        while travelled < room {
            let further = spot::go(map, spot, way);
            if further == spot {
                break;
            }
            travelled += 60.0;
            spot = further;
        }
        spot
    });
    board.go(next);
}

fn paste(board: Board, event: &web_sys::Event) {
    if let Some((html, text)) = pasted(event) {
        board.shell.flush();
        board.editing.set(None);
        board.shell.send(Command::Paste(html, text));
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

/// Ctrl+C: the text of the selected card; on anything else the board as a table.
fn copy(board: Board, event: &web_sys::Event) {
    let Some(event) = event.dyn_ref::<web_sys::ClipboardEvent>() else { return };
    let on_field = event
        .target()
        .and_then(|target| target.dyn_into::<web_sys::Element>().ok())
        .is_some_and(|element| matches!(element.tag_name().as_str(), "TEXTAREA" | "INPUT"));
    if on_field {
        return;
    }
    event.prevent_default();
    let text = match board.spot.get_untracked() {
        Some(Spot::Cell { card: Some(card), .. }) => {
            board.shell.mirror.read(|map| map.cards.get(&card).map(|card| card.text.clone()))
        }
        _ => None,
    };
    match (text, event.clipboard_data()) {
        (Some(text), Some(data)) => {
            let _ = data.set_data("text/plain", &text);
        }
        _ => board.shell.send(Command::CopyTable),
    }
}
