//! One map on the screen: bar, toolbar, the grid itself, and the panel beside it.

pub mod bar;
pub mod byline;
pub mod card;
pub mod cell;
pub mod curve;
pub mod curve_cell;
pub mod drag;
pub mod editor;
pub mod focus;
pub mod grid;
pub mod head;
pub mod lines;
mod look;
pub mod news;
pub mod printed;
pub mod rich;
mod row;
pub mod sign;
pub mod state;
pub mod tools;
pub mod walk;

use crate::geometry::spot;
use crate::ui::boxed::effect;
use crate::ui::command::{Command, ImportReport, Outcome};
use crate::ui::mirror::Mark;
use crate::ui::panels::PanelView;
use crate::ui::panels::incoming::waiting;
use crate::ui::prelude::*;
use crate::ui::shell::use_shell;
use state::{Board, Panel};
use std::rc::Rc;

/// The page of one map.
#[component]
pub fn BoardPage() -> AnyView {
    let shell = use_shell();
    let size = window_size();
    let board = Board::new(shell, crate::ui::board::grid::measure_font(), size);
    provide_context(board);
    board.reach_out();
    shell.relayout.set_value(Some(Rc::new(move |cells, shape| board.relayout(cells, shape))));
    on_cleanup(move || {
        shell.flush();
        shell.relayout.set_value(None);
    });

    // What waits for this map is shown with it; reports of an import bring their panel with them.
    effect(move || {
        if waiting(shell).is_some() {
            board.panel.set(Some(Panel::Incoming));
            shell.send(Command::LookAtIncoming);
        } else if board.panel.get_untracked() == Some(Panel::Incoming) {
            board.panel.set(None);
        }
    });
    effect(move || {
        let news = |report: &ImportReport| report.outcome != Outcome::Waiting;
        if shell.reports.with(|all| all.iter().any(news)) {
            board.panel.set(Some(Panel::Reports));
        }
    });
    // What is typed belongs to the map, not to another state of it.
    effect(move || {
        if shell.look.with(Option::is_some) {
            board.editing.set(None);
        }
    });
    // A selection whose thing went away settles in its neighbourhood.
    effect(move || {
        let settled = shell.mirror.watch(Mark::Shape, |map| {
            board.spot.get_untracked().map_or_else(|| spot::first(map), |spot| spot.settle(map))
        });
        if settled != board.spot.get_untracked() {
            board.spot.set(settled);
        }
    });
    let title = move || {
        let t = shell.t();
        let title = shell.mirror.watch(Mark::Thing(crate::model::Thing::Map), |m| m.title.clone());
        let title = if title.trim().is_empty() { t.library.untitled.to_owned() } else { title };
        document().set_title(&format!("{title} – Parcours"));
    };
    effect(title);

    view! {
        <div class="page board-page">
            <bar::Bar />
            <tools::Tools />
            <div class="board-main">
                <div class="board-side">
                    <look::LookBar />
                    <grid::Grid />
                </div>
                <PanelView />
            </div>
            <byline::BylineView />
            <printed::Printed />
        </div>
    }
}

/// Width and height of the window, px.
pub fn window_size() -> (f64, f64) {
    let of = |value: Result<wasm_bindgen::JsValue, _>| value.ok().and_then(|v| v.as_f64());
    (of(window().inner_width()).unwrap_or(1280.0), of(window().inner_height()).unwrap_or(800.0))
}
