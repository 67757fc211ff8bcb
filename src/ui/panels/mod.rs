//! The panel beside the board: one at a time.

pub mod about;
pub mod actions;
pub mod alike;
pub mod bin;
pub mod choices;
pub mod details;
pub mod differences;
pub mod feelings;
pub mod history;
pub mod incoming;
pub mod keys;
pub mod method;
pub mod new_entry;
pub mod personas;
pub mod publish;
pub mod reports;
pub mod settled;
pub mod share;
pub mod sheet;
pub mod takeover;
pub mod touchpoints;
pub mod unseen;
pub mod variant;

use crate::ui::board::state::{Board, Panel};
use crate::ui::boxed::{Show, effect};
use crate::ui::command::Command;
use crate::ui::icons;
use crate::ui::prelude::*;
use crate::ui::widgets::button::Button;
use wasm_bindgen::JsCast;

/// The open panel.
#[component]
pub fn PanelView() -> AnyView {
    let board = expect_context::<Board>();
    let shell = board.shell;
    let title = move |panel: Panel| {
        let t = shell.t();
        match panel {
            Panel::Reports => t.reports.import_title,
            Panel::Incoming => t.reports.incoming_title,
            Panel::Choices => t.board.choices,
            Panel::Personas => t.board.personas,
            Panel::Feelings => t.feelings.table,
            Panel::About => t.details.about,
            Panel::Details => t.details.details,
            Panel::Bin => t.board.bin_and_tray,
            Panel::History => t.history.title,
            Panel::Share => t.copies.share_title,
            Panel::Variant => t.copies.differences,
            Panel::Keys => t.board.keys,
            Panel::Actions => t.people.actions,
            Panel::Views => t.views.filter_title,
            Panel::Method => t.method.title,
            Panel::Touchpoints => t.touchpoints.title,
            Panel::Publish => t.templates.publish,
        }
    };
    let close = Callback::new(move |()| {
        shell.reports.set(Vec::new());
        board.led.set(None);
        board.panel.set(None);
        shell.send(Command::LookBack);
        if let Some(spot) = board.spot.get_untracked() {
            board.go(spot);
        }
    });
    // The way back stands on what the method led to, and goes with it.
    effect(move || {
        let now = board.panel.get();
        if untrack(|| board.led.get()).is_some_and(|led| now != Some(led)) {
            board.led.set(None);
        }
    });
    view! {
        {move || {
            board
                .panel
                .get()
                .map(|panel| {
                    let body = match panel {
                        Panel::Reports => view! { <reports::Reports /> }.into_any(),
                        Panel::Incoming => view! { <incoming::Incoming /> }.into_any(),
                        Panel::Choices => view! { <choices::Choices /> }.into_any(),
                        Panel::Personas => view! { <personas::Personas /> }.into_any(),
                        Panel::Feelings => view! { <feelings::Feelings /> }.into_any(),
                        Panel::About => view! { <about::About /> }.into_any(),
                        Panel::Details => view! { <details::Details /> }.into_any(),
                        Panel::Bin => view! { <bin::Bin /> }.into_any(),
                        Panel::History => view! { <history::HistoryPanel /> }.into_any(),
                        Panel::Share => view! { <share::Share /> }.into_any(),
                        Panel::Variant => view! { <variant::Variant /> }.into_any(),
                        Panel::Keys => view! { <keys::KeyList /> }.into_any(),
                        Panel::Actions => view! { <actions::MyActions /> }.into_any(),
                        Panel::Views => view! { <crate::ui::views::panel::ViewsPanel /> }.into_any(),
                        Panel::Method => view! { <method::Method /> }.into_any(),
                        Panel::Touchpoints => view! { <touchpoints::Inventory /> }.into_any(),
                        Panel::Publish => view! { <publish::Publish /> }.into_any(),
                    };
                    let head = NodeRef::<leptos::html::Header>::new();
                    // What led here is gone; the focus goes on in the panel.
                    effect(move || {
                        let led = untrack(|| board.led.get()) == Some(panel);
                        let head = head.get().filter(|_| led && panel != Panel::Details);
                        let back = head.and_then(|head| head.query_selector("button").ok()?);
                        if let Some(back) = back.and_then(|one| one.dyn_into::<web_sys::HtmlElement>().ok()) {
                            let _ = back.focus();
                        }
                    });
                    view! {
                        <aside
                            class="panel"
                            class:low=panel == Panel::History
                            class:brief=matches!(
                                panel,
                                Panel::Views | Panel::Reports | Panel::Bin | Panel::Actions
                            )
                            class:wide=panel == Panel::Touchpoints
                            aria-label=move || title(panel)
                            on:keydown=move |event| {
                                if event.key() == "Escape" {
                                    close.run(());
                                }
                            }
                        >
                            <header class="panel-head" node_ref=head>
                                <Show when=move || board.led.get() == Some(panel)>
                                    <Button
                                        label=Signal::derive(move || shell.t().method.back.to_owned())
                                        icon=icons::LEFT
                                        class="quiet panel-back"
                                        on_press=Callback::new(move |()| {
                                            board.led.set(None);
                                            board.panel.set(Some(Panel::Method));
                                        })
                                    />
                                </Show>
                                <h2>{move || title(panel)}</h2>
                                <Button
                                    label=Signal::derive(move || shell.t().library.close.to_owned())
                                    icon=icons::CROSS
                                    bare=true
                                    class="quiet"
                                    on_press=close
                                />
                            </header>
                            {body}
                        </aside>
                    }
                })
        }}
    }
}
