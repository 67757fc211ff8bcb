//! The small dialog before printing: which paper, on one page or over several, and what will come.

use crate::geometry::paper::{MARGIN, Paper, Size};
use crate::ui::board::printed::{make, pages};
use crate::ui::board::state::Board;
use crate::ui::boxed::{Show, effect};
use crate::ui::command::Command;
use crate::ui::icons;
use crate::ui::prelude::*;
use crate::ui::widgets::button::Button;
use crate::ui::widgets::modal::modal;
use leptos::html;

/// The dialog, while the paper is chosen.
#[component]
pub fn PrintDialog() -> AnyView {
    let board = expect_context::<Board>();
    view! {
        <Show when=move || board.shell.printing.get()>
            <Choose />
        </Show>
    }
}

#[component]
fn Choose() -> AnyView {
    let board = expect_context::<Board>();
    let shell = board.shell;
    let paper = board.views.paper;
    let (dialog, close) = modal();
    let count = RwSignal::new(0usize);
    let preview = NodeRef::<html::Div>::new();
    effect(move || {
        let Some(preview) = preview.get() else { return };
        let drawn = pages(board, &paper.get());
        count.set(drawn.len());
        preview.set_text_content(None);
        let (width, height) = paper.get_untracked().room();
        let sheet = format!("0 0 {:.1} {:.1}", width + 2.0 * MARGIN, height + 2.0 * MARGIN);
        for page in drawn {
            // The sheet with its margins, in mm, and the page within.
            let paper = [("viewBox", sheet.clone()), ("class", "picture paper".to_owned())];
            let Some(paper) = make("svg", &paper) else { continue };
            let room = [("x", MARGIN), ("y", MARGIN), ("width", width), ("height", height)];
            for (name, value) in room {
                let _ = page.set_attribute(name, &format!("{value:.1}"));
            }
            let _ = page.remove_attribute("style");
            let _ = paper.append_child(&page);
            let _ = preview.append_child(&paper);
        }
    });
    let told = move || {
        let pages = shell.locale.get().count(count.get(), shell.t().views.pages);
        crate::i18n::fill(shell.t().views.print_preview, &[&pages])
    };
    let run = Callback::new(move |()| {
        close();
        shell.send(Command::Print);
    });
    let alter = move |work: fn(&mut Paper, &str)| {
        move |event: leptos::ev::Event| {
            let word = event_target_value(&event);
            paper.update(|paper| work(paper, &word));
        }
    };
    let choice = move |value: &'static str,
                       label: fn(&crate::i18n::Messages) -> &'static str,
                       on: fn(&Paper) -> bool| {
        view! {
            <option value=value prop:selected=move || paper.with(on)>
                {move || label(shell.t())}
            </option>
        }
    };
    view! {
        <dialog
            class="dialog print-dialog"
            node_ref=dialog
            aria-label=move || shell.t().views.print_title
            on:close=move |_| board.shell.printing.set(false)
            on:keydown=|event| event.stop_propagation()
        >
            <h2>{move || shell.t().views.print_title}</h2>
            <div class="print-choices">
                <label class="filter-line">
                    <span>{move || shell.t().views.fit_to}</span>
                    <select class="select" on:change=alter(|paper, word| paper.tiled = word == "tiled")>
                        {choice("one", |t| t.views.one_page, |paper| !paper.tiled)}
                        {choice("tiled", |t| t.views.tiled, |paper| paper.tiled)}
                    </select>
                </label>
                <label class="filter-line">
                    <span>{move || shell.t().views.paper}</span>
                    <select
                        class="select"
                        on:change=alter(|paper, word| {
                            let size = Size::ALL.into_iter().find(|size| size.name() == word);
                            paper.size = size.unwrap_or_default();
                        })
                    >
                        {Size::ALL
                            .into_iter()
                            .map(|size| {
                                view! {
                                    <option
                                        value=size.name()
                                        prop:selected=move || paper.with(|paper| paper.size == size)
                                    >
                                        {size.name()}
                                    </option>
                                }
                            })
                            .collect_view()}
                    </select>
                </label>
                <label class="filter-line">
                    <span>{move || shell.t().views.orientation}</span>
                    <select class="select" on:change=alter(|paper, word| paper.landscape = word == "wide")>
                        {choice("wide", |t| t.views.landscape, |paper| paper.landscape)}
                        {choice("tall", |t| t.views.portrait, |paper| !paper.landscape)}
                    </select>
                </label>
            </div>
            <p class="print-told" role="status">{told}</p>
            <div class="print-preview" aria-hidden="true" node_ref=preview></div>
            <p class="panel-hint">{move || shell.t().views.print_hint}</p>
            <div class="dialog-buttons">
                <Button
                    label=Signal::derive(move || shell.t().library.cancel.to_owned())
                    on_press=Callback::new(move |()| close())
                />
                <Button
                    label=Signal::derive(move || shell.t().board.print.to_owned())
                    icon=icons::PRINT
                    class="primary"
                    on_press=run
                />
            </div>
        </dialog>
    }
}
