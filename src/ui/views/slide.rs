//! One slide as a picture that fills the screen: a stage, or the curve of the whole map.

use crate::geometry::board::shown;
use crate::geometry::print::{Cut, HEADER, Picture, draw_cut};
use crate::model::map::Column;
use crate::model::{Id, LaneKind, Map, Thing};
use crate::ui::attribute::px;
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
/// The narrowest column of a stage, px.
const NARROW: f64 = 130.0;
/// The least width of a stage beside others: its name is read across, not letter below letter, px.
const NAMED: f64 = 112.0;
/// Left of the lanes' names, beside their icons, px.
const INDENT: f64 = 30.0;

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

/// The picture of a stage, or without one of the whole curve.
#[component]
pub fn Slide(
    /// Which.
    stage: Option<Id>,
    /// Told when the picture is drawn.
    drawn: Callback<()>,
) -> AnyView {
    let board = expect_context::<Board>();
    let shell = board.shell;
    let host = NodeRef::<html::Div>::new();
    effect(move || {
        let Some(host) = host.get() else { return };
        let widths = crate::ui::board::grid::font();
        let room = crate::ui::board::window_size();
        let room = (room.0 - if room.0 > 760.0 { 80.0 } else { 28.0 }, room.1 - 150.0);
        host.set_text_content(None);
        let made = shell.mirror.watch(Mark::Any, |map| {
            let of = |column: &Column| stage.is_none_or(|stage| column.stage == stage);
            let columns: Vec<Column> = map.columns.iter().copied().filter(of).collect();
            let rows = telling(map, board.lanes_shown(map), &columns, stage.is_none());
            let kinds = rows.iter().filter_map(|id| map.lanes.get(id)).map(|lane| lane.kind);
            let kinds: Vec<LaneKind> = kinds.collect();
            let (picture, scale) = fitted(room, &columns, stage.is_some(), |column| {
                let steps = stage.is_some();
                let cut = Cut { columns: &columns, lanes: &rows, column, indent: INDENT, steps };
                picture_words(shell, |words| draw_cut(map, &cut, words, &widths))
            });
            (picture, scale, kinds)
        });
        let (picture, scale, kinds) = made;
        // Without the title, which the slide has for itself.
        let top = picture.ruling.head;
        let size = (picture.width + 2.0, picture.height - top + 2.0);
        if let Some(svg) = region(shell, &picture.shapes, (-1.0, top), size) {
            let _ = svg
                .set_attribute("class", if stage.is_some() { "picture" } else { "picture whole" });
            for (kind, band) in kinds.iter().zip(&picture.ruling.bands) {
                let place = format!("translate(6 {:.1}) scale(.85)", band + 8.0);
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
            let steps = map.steps_of(stage).into_iter().map(|id| names::column(t, map, id));
            let name = names::of(t, map, Thing::Stage(stage));
            format!("{name}: {}", steps.collect::<Vec<_>>().join(", "))
        })
    };
    view! { <div class="present-picture" role="img" aria-label=said node_ref=host></div> }
}

/// The picture as wide as the room and as large as its height allows, and its scale.
fn fitted(
    room: (f64, f64),
    columns: &[Column],
    stage: bool,
    picture: impl Fn(f64) -> Picture,
) -> (Picture, f64) {
    let count = columns.len().max(1) as f64;
    let of = |stage: Id| columns.iter().filter(|column| column.stage == stage).count().max(1);
    let fewest = columns.iter().map(|column| of(column.stage)).min().unwrap_or(1);
    let narrow = if stage { NARROW } else { (NAMED / fewest as f64).max(24.0) };
    let column = |scale: f64| ((room.0 / scale - 2.0 - HEADER) / count).max(narrow);
    for scale in SCALES {
        let drawn = picture(column(scale));
        let (wide, high) = (drawn.width + 2.0, drawn.height - drawn.ruling.head + 2.0);
        if wide * scale <= room.0 + 1.0 && high * scale <= room.1 {
            return (drawn, scale);
        }
    }
    let least = SCALES[SCALES.len() - 1];
    (picture(column(least)), least)
}
