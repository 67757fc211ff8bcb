//! One map on the screen: bar, toolbar, the grid itself, and the panel beside it.

pub mod arrival;
pub mod bar;
pub mod brought;
pub mod byline;
pub mod card;
pub mod cell;
pub mod clip;
pub mod columns;
pub mod context_menu;
pub mod crumbs;
pub mod curve;
pub mod curve_cell;
pub mod curve_line;
pub mod drag;
pub mod dress;
pub mod edge;
pub mod editor;
pub mod facts;
pub mod felt;
pub mod find;
pub mod focus;
pub mod fold;
pub mod found;
pub mod glance;
pub mod grid;
pub mod grounds;
pub mod head;
pub mod keys;
pub mod landing;
pub mod leads;
pub mod legend;
pub mod lines;
pub mod look;
pub mod many;
pub mod marquee;
mod mended;
pub mod metrics;
pub mod news;
pub mod palette;
pub mod paragraphs;
pub mod paths;
pub mod pick;
pub mod pictures;
pub mod printed;
pub mod resize;
pub mod rich;
pub mod row;
pub mod shown;
pub mod sign;
pub mod state;
pub mod tools;
pub mod walk;
pub mod word;
pub mod zoom;

use crate::analysis::sight::Mode;
use crate::geometry::spot;
use crate::ui::boxed::{Show, effect};
use crate::ui::command::{Command, ImportReport, Outcome};
use crate::ui::memo::flag;
use crate::ui::mirror::Mark;
use crate::ui::panels::PanelView;
use crate::ui::panels::incoming::waiting;
use crate::ui::prelude::*;
use crate::ui::shell::use_shell;
use crate::ui::views::foot;
use crate::ui::views::outline::Outline;
use crate::ui::views::present::Present;
use crate::ui::views::print::PrintDialog;
use crate::ui::views::table::Table;
use state::{Board, Panel};
use std::rc::Rc;

/// What the bars above and below a board take of the window at least, px.
const BARS: f64 = 120.0;

/// The page of one map.
#[component]
pub fn BoardPage() -> AnyView {
    let shell = use_shell();
    // Until the board is measured, after its first cards came into being.
    let (width, height) = window_size();
    let size = (width, height - BARS);
    let board = Board::new(shell, crate::ui::board::grid::font(), size);
    provide_context(board);
    provide_context(leads::Leads::new(board));
    board.reach_out();
    shell.relayout.set_value(Some(Rc::new(move |cells, shape| board.relayout(cells, shape))));
    shell.laid.set_value(Some(Rc::new(move || board.laid())));
    shell.pasted.set_value(Some(Rc::new(move |html, text| clip::paste(board, html, text))));
    keys::listen(board);
    on_cleanup(move || {
        shell.flush();
        shell.pasted.set_value(None);
        shell.relayout.set_value(None);
        shell.laid.set_value(None);
    });

    // What waits for this map is shown with it; reports of an import bring their panel with them.
    effect(move || {
        if waiting(shell).is_some() {
            board.panel.set(Some(Panel::Incoming));
            // To list it and to show it on the board are tasks of their own.
            let look = move || shell.send(Command::LookAtIncoming);
            set_timeout(look, std::time::Duration::ZERO);
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
    // A saved view may fold and hide other lanes.
    effect(move || {
        board.shown.track();
        board.shut();
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
    // After the grid stands.
    set_timeout(move || leads::land(board), std::time::Duration::ZERO);
    let title = move || {
        let t = shell.t();
        let title = shell.mirror.watch(Mark::Thing(crate::model::Thing::Map), |m| m.title.clone());
        let title = if title.trim().is_empty() { t.library.untitled.to_owned() } else { title };
        document().set_title(&format!("{title} – Parcours"));
    };
    effect(title);
    grounds::follow(board);

    // What stands far around the cards is dressed by classes: see "Selectors" in `style/README.md`.
    let beside = flag(move || board.panel.get().is_some());
    // What stands around the grid comes behind it: it is what is waited for.
    let stands = move || board.stands.get();
    let looking = flag(move || shell.look.with(Option::is_some));
    view! {
        <div class="page board-page" class:beside=beside>
            <Show when=stands fallback=|| view! { <header class="bar"></header> }>
                <bar::Bar />
            </Show>
            <Show when=stands fallback=|| view! { <div class="tools"></div> }>
                <tools::Tools />
            </Show>
            <div class="board-main">
                <div
                    id=foot::PANE
                    class="board-side"
                    class:looking=looking
                    role="tabpanel"
                    aria-labelledby=move || foot::tab_id(board.views.mode.get())
                    data-density=move || board.views.compact.get().then_some("compact")
                >
                    <Show when=stands>
                        <look::LookBar />
                        <find::FindBar />
                    </Show>
                    {move || match board.views.mode.get() {
                        Mode::Board => view! { <grid::Grid /> },
                        Mode::Outline => view! { <Outline /> },
                        Mode::Table => view! { <Table /> },
                    }}
                </div>
                <Show when=stands>
                    <PanelView />
                </Show>
            </div>
            <Show when=stands fallback=|| view! { <div class="foot"></div> }>
                <foot::Foot />
                <context_menu::ContextMenu />
                <palette::Palette />
                <printed::Printed />
                <PrintDialog />
                <Present />
            </Show>
        </div>
    }
}

/// Width and height of the window, px.
pub fn window_size() -> (f64, f64) {
    let of = |value: Result<wasm_bindgen::JsValue, _>| value.ok().and_then(|v| v.as_f64());
    (of(window().inner_width()).unwrap_or(1280.0), of(window().inner_height()).unwrap_or(800.0))
}
