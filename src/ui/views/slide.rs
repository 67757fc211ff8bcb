//! One slide as a picture that fills the screen: columns of a stage, or the curve of the whole map.

use crate::geometry::board::shown;
use crate::geometry::print::{Cut, HEADER, Heads, Picture, Show, draw_cut};
use crate::model::map::Column;
use crate::model::{Id, LaneKind, Map, Thing};
use crate::ui::attribute::px;
use crate::ui::board::curve::active;
use crate::ui::board::printed::{make, picture_words, region};
use crate::ui::board::state::Board;
use crate::ui::boxed::effect;
use crate::ui::lanes;
use crate::ui::mirror::Mark;
use crate::ui::names;
use crate::ui::prelude::*;
use leptos::html;
use wasm_bindgen::JsCast;

/// The sizes a slide is tried in, largest first; the last, text of 16 px, is the smallest that reads
/// from afar. What does not fit even so is scrolled.
const SCALES: [f64; 4] = [1.8, 1.6, 1.4, 1.25];
/// The same in a window that is held in the hand.
const IN_HAND: [f64; 3] = [1.25, 1.1, 1.0];
/// Up to this width a window is held in the hand, px.
const HAND: f64 = 760.0;
/// The narrowest column of a stage, px.
const NARROW: f64 = 130.0;
/// The narrowest column of the whole curve, px: its points still stand apart.
const APART: f64 = 14.0;
/// Left of the lanes' names, beside their icons, px.
const INDENT: f64 = 30.0;
/// Left of the columns where the lanes' names stand above their cards, px.
const GUTTER: f64 = 26.0;
/// The least height of the curve with its legend, px.
const PLOT: f64 = 186.0;
/// Its greatest height beside cards, and alone, px.
const HIGHEST: [f64; 2] = [260.0, 520.0];

/// The room for a picture in a window of this size: its width, its height, and whether it is held in the hand.
type Room = (f64, f64, bool);

fn room(window: (f64, f64)) -> Room {
    let hand = window.0 <= HAND;
    (window.0 - if hand { 28.0 } else { 80.0 }, window.1 - if hand { 130.0 } else { 150.0 }, hand)
}

/// How many columns of a stage stand on one slide in a window of this size.
pub fn columns_of_slide(window: (f64, f64)) -> usize {
    let (wide, _, hand) = room(window);
    let (scale, header) = if hand { (1.0, GUTTER) } else { (SCALES[SCALES.len() - 1], HEADER) };
    (((wide / scale - 2.0 - header) / NARROW) as usize).max(1)
}

/// Whether a persona's feeling is known at one of these columns.
pub fn felt(map: &Map, columns: &[Column]) -> bool {
    let known = |step: Id| map.cast.iter().any(|persona| map.level(*persona, step).is_some());
    columns.iter().filter_map(|column| column.step).any(known)
}

/// The lanes that say something about these columns.
fn telling(map: &Map, lanes: Vec<Id>, columns: &[Column], curve: bool) -> Vec<Id> {
    let says = |id: &Id| match map.lanes.get(id).map(|lane| lane.kind) {
        Some(LaneKind::Emotions) => felt(map, columns),
        Some(_) if !curve => columns
            .iter()
            .filter_map(|column| column.step)
            .any(|step| !shown(map, *id, step).is_empty()),
        _ => false,
    };
    lanes.into_iter().filter(says).collect()
}

/// The picture of columns of a stage, or without a stage of the whole curve.
#[component]
pub fn Slide(
    /// Which.
    stage: Option<Id>,
    /// The columns.
    columns: Vec<Column>,
    /// The size of the window.
    window: RwSignal<(f64, f64)>,
    /// Told when the picture is drawn.
    drawn: Callback<()>,
) -> AnyView {
    let board = expect_context::<Board>();
    let shell = board.shell;
    let host = NodeRef::<html::Div>::new();
    let steps: Vec<Id> = columns.iter().filter_map(|column| column.step).collect();
    effect(move || {
        let Some(host) = host.get() else { return };
        let widths = crate::ui::board::grid::font();
        let room = room(window.get());
        let tinted = active(board);
        host.set_text_content(None);
        let made = shell.mirror.watch(Mark::Any, |map| {
            let rows = telling(map, board.lanes_shown(map), &columns, stage.is_none());
            let kinds = rows.iter().filter_map(|id| map.lanes.get(id)).map(|lane| lane.kind);
            let kinds: Vec<LaneKind> = kinds.collect();
            let heads = if stage.is_some() { Heads::Steps } else { Heads::Stages };
            let header = if room.2 { GUTTER } else { HEADER };
            let (picture, scale) = fitted(room, columns.len(), heads, |column, plot| {
                let slide = Some(Show { plot, tinted });
                let indent = if room.2 { GUTTER + 6.0 } else { INDENT };
                let (columns, lanes) = (&columns[..], &rows[..]);
                let cut = Cut { columns, lanes, column, header, indent, heads, slide };
                picture_words(shell, |words| draw_cut(map, &cut, words, &widths))
            });
            (picture, scale, kinds)
        });
        let (picture, scale, kinds) = made;
        // Without the title, which the slide has for itself.
        let top = picture.ruling.head;
        let size = (picture.width + 2.0, picture.height - top + 2.0);
        if let Some(svg) = region(shell, &picture.shapes, (-1.0, top), size) {
            let _ = svg.set_attribute("class", "picture");
            // The whole curve needs no icon beside it.
            let kinds = kinds.iter().filter(|_| stage.is_some());
            for (kind, band) in kinds.zip(&picture.ruling.bands) {
                let place = format!("translate(4 {:.1}) scale(.85)", band + 8.0);
                let icon = [
                    ("class", "print-icon".to_owned()),
                    ("data-kind", kind.word().to_owned()),
                    ("transform", place),
                    ("d", lanes::icon(*kind).0.to_owned()),
                ];
                if let Some(icon) = make("path", &icon) {
                    let _ = svg.append_child(&icon);
                }
            }
            let element = svg.dyn_ref::<web_sys::SvgElement>();
            if let Some(style) = element.map(web_sys::SvgElement::style) {
                let _ = style.set_property("width", &px(size.0 * scale));
                let _ = style.set_property("height", &px(size.1 * scale));
            }
            let _ = host.append_child(&svg);
        }
        drawn.run(());
    });
    let said = move || {
        shell.mirror.watch(Mark::Shape, |map| {
            let t = shell.t();
            let Some(stage) = stage else { return t.views.slide_curve.to_owned() };
            let steps = steps.iter().map(|id| names::column(t, map, *id));
            let name = names::of(t, map, Thing::Stage(stage));
            t.told(&name, &steps.collect::<Vec<_>>().join(", "))
        })
    };
    view! { <div class="present-picture" role="img" aria-label=said node_ref=host></div> }
}

/// The picture as wide as the room and as large as its height allows, and its scale. What height is left is the
/// curve's.
fn fitted(
    (wide, high, hand): Room,
    count: usize,
    heads: Heads,
    picture: impl Fn(f64, f64) -> Picture,
) -> (Picture, f64) {
    let alone = heads == Heads::Stages;
    let header = if hand { GUTTER } else { HEADER };
    let narrow = if alone { APART } else { NARROW };
    let count = count.max(1) as f64;
    let column = |scale: f64| ((wide / scale - 2.0 - header) / count).max(narrow);
    let size = |drawn: &Picture| drawn.height - drawn.ruling.head + 2.0;
    let scales: &[f64] = if hand { &IN_HAND } else { &SCALES };
    let least = scales[scales.len() - 1];
    for scale in scales {
        let drawn = picture(column(*scale), PLOT);
        if (drawn.width + 2.0) * scale > wide + 1.0 {
            continue;
        }
        let left = high / scale - size(&drawn);
        if left >= 0.0 {
            let plot = (PLOT + left).min(HIGHEST[usize::from(alone)]);
            return (picture(column(*scale), plot), *scale);
        }
    }
    (picture(column(least), PLOT), least)
}
