//! The foot of a map's page: which view, who wrote what is selected, the filter, density and zoom.

use crate::analysis::sight::Mode;
use crate::i18n::fill;
use crate::i18n::views::Views;
use crate::ui::actions::{self, Action};
use crate::ui::board::byline::BylineView;
use crate::ui::board::state::{Board, Panel};
use crate::ui::boxed::Show;
use crate::ui::icons::{self, Glyph, Icon};
use crate::ui::prelude::*;
use crate::ui::widgets::button::Button;
use crate::ui::widgets::menu::Menu;
use wasm_bindgen::JsCast;

/// The DOM id of what the tabs switch.
pub const PANE: &str = "view";

fn picture(mode: Mode) -> Icon {
    match mode {
        Mode::Board => icons::BOARD,
        Mode::Outline => icons::LIST,
        Mode::Table => icons::TABLE,
    }
}

/// The foot.
#[component]
pub fn Foot() -> AnyView {
    let board = expect_context::<Board>();
    let on_board = move || board.views.mode.get() == Mode::Board;
    view! {
        <div class="foot">
            <Tabs />
            <BylineView />
            <Filtered />
            <Press id="filter" label=|t| t.views.filter />
            <Press id="present" label=|t| t.views.present />
            <Show when=on_board>
                <Press id="density" label=|t| t.views.compact />
            </Show>
            <Show when=on_board>
                <Zoom />
            </Show>
        </div>
    }
}

/// The DOM id of a view's tab.
pub fn tab_id(mode: Mode) -> String {
    format!("tab-{}", mode.word())
}

/// The views, of which one is shown; arrow keys lead from one to the next.
#[component]
fn Tabs() -> AnyView {
    let board = expect_context::<Board>();
    let shell = board.shell;
    let key = move |event: leptos::ev::KeyboardEvent| {
        let now = board.views.mode.get_untracked();
        let at = Mode::ALL.iter().position(|mode| *mode == now).unwrap_or(0);
        let count = Mode::ALL.len();
        let next = match event.key().as_str() {
            "ArrowRight" | "ArrowDown" => (at + 1) % count,
            "ArrowLeft" | "ArrowUp" => (at + count - 1) % count,
            "Home" => 0,
            "End" => count - 1,
            _ => return,
        };
        event.prevent_default();
        actions::show_view(board, Mode::ALL[next]);
        let tab = document().get_element_by_id(&tab_id(Mode::ALL[next]));
        if let Some(tab) = tab.and_then(|tab| tab.dyn_into::<web_sys::HtmlElement>().ok()) {
            let _ = tab.focus();
        }
    };
    let name = move |mode: Mode| {
        let v = shell.t().views;
        match mode {
            Mode::Board => v.board,
            Mode::Outline => v.outline,
            Mode::Table => v.table,
        }
    };
    view! {
        <div class="tabs" role="tablist" aria-label=move || shell.t().views.views on:keydown=key>
            {Mode::ALL
                .into_iter()
                .map(|mode| {
                    let on = move || board.views.mode.get() == mode;
                    view! {
                        <button
                            type="button"
                            id=tab_id(mode)
                            class="tab"
                            role="tab"
                            aria-controls=PANE
                            aria-selected=move || if on() { "true" } else { "false" }
                            tabindex=move || if on() { "0" } else { "-1" }
                            on:click=move |_| actions::show_view(board, mode)
                        >
                            <Glyph icon=picture(mode) />
                            <span>{move || name(mode)}</span>
                        </button>
                    }
                })
                .collect_view()}
        </div>
    }
}

/// How much the filter lets pass; clears it.
#[component]
fn Filtered() -> AnyView {
    let board = expect_context::<Board>();
    let shell = board.shell;
    let told = move |template: fn(&Views) -> &'static str| {
        let (shown, all) = board.views.count.get();
        let locale = shell.locale.get();
        fill(template(shell.t().views), &[&locale.integer(shown), &locale.integer(all)])
    };
    view! {
        <Show when=move || board.views.filtered.get()>
            <span class="chip filtered" role="status">
                <span class="filtered-words">{move || told(|v| v.filter_hidden)}</span>
                <span class="filtered-short" aria-hidden="true">
                    {move || told(|v| v.filter_short)}
                </span>
                <Button
                    label=Signal::derive(move || shell.t().views.filter_clear.to_owned())
                    icon=icons::CROSS
                    bare=true
                    class="quiet"
                    on_press=Callback::new(move |()| board.views.ask(|filter| *filter = Default::default()))
                />
            </span>
        </Show>
    }
}

/// A button of an action, which tells whether what it shows is on.
#[component]
fn Press(id: &'static str, label: fn(&crate::i18n::Messages) -> &'static str) -> AnyView {
    let board = expect_context::<Board>();
    let found = actions::by_id(id);
    let on = move || match id {
        "density" => Some(board.views.compact.get()),
        "filter" => Some(board.panel.get() == Some(Panel::Views)),
        _ => None,
    };
    found
        .map(|action: &'static Action| {
            view! {
                <Button
                    label=Signal::derive(move || label(board.shell.t()).to_owned())
                    icon=action.icon
                    class=if id == "density" { "quiet foot-press wide" } else { "quiet foot-press" }
                    pressed=MaybeProp::derive(on)
                    on_press=Callback::new(move |()| (action.run)(board))
                />
            }
        })
        .into_any()
}

/// Smaller, the percentage with its menu, larger.
#[component]
fn Zoom() -> AnyView {
    let board = expect_context::<Board>();
    let shell = board.shell;
    let percent = Signal::derive(move || {
        let zoom = board.views.sight.with(|sight| sight.zoom);
        fill(shell.t().views.percent, &[&zoom.to_string()])
    });
    let entries = Signal::derive(move || {
        let of = |id: &str| actions::by_id(id).map(|action| actions::entry(board, action));
        let all = ["zoom-fit", "zoom-full", "zoom-in", "zoom-out", "density"];
        all.into_iter().filter_map(of).collect::<Vec<_>>()
    });
    let step = move |up: bool| Callback::new(move |()| board.step_zoom(up));
    view! {
        <span class="zoom" role="group" aria-label=move || shell.t().views.zoom>
            <Button
                label=Signal::derive(move || shell.t().views.zoom_out.to_owned())
                icon=icons::MINUS
                bare=true
                class="quiet"
                on_press=step(false)
            />
            <Menu label=percent icon=icons::UP class="quiet zoom-menu" entries=entries />
            <Button
                label=Signal::derive(move || shell.t().views.zoom_in.to_owned())
                icon=icons::PLUS
                bare=true
                class="quiet"
                on_press=step(true)
            />
        </span>
    }
}
