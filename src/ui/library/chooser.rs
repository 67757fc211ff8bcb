//! The chooser: from what a person needs to the map that serves it, with the reason.

use crate::analysis::advice::{Advice, NEEDS, Need, advice};
use crate::i18n::{Messages, fill};
use crate::model::{Kind, Template};
use crate::ui::boxed::Show;
use crate::ui::command::{Command, Route, Start};
use crate::ui::icons;
use crate::ui::memo::memo;
use crate::ui::panels::details::fields::Check;
use crate::ui::prelude::*;
use crate::ui::shell::use_shell;
use crate::ui::widgets::button::Button;
use crate::ui::widgets::modal::modal;

/// The button that opens it.
#[component]
pub fn ChooserButton() -> AnyView {
    let shell = use_shell();
    let open = RwSignal::new(false);
    view! {
        <Button
            label=Signal::derive(move || shell.t().templates.choose.to_owned())
            icon=icons::SPLIT
            on_press=Callback::new(move |()| open.set(true))
        />
        <Show when=move || open.get()>
            <Chooser open=open />
        </Show>
    }
}

fn label(t: &Messages, need: Need) -> &'static str {
    let m = t.templates;
    match need {
        Need::LifeCycle => m.need_life_cycle,
        Need::Trends => m.need_trends,
        Need::Strategy => m.need_strategy,
        Need::Problem => m.need_problem,
        Need::Step => m.need_step,
        Need::Motives => m.need_motives,
    }
}

/// What sort of map is advised, strategic or tactical, and why.
fn answer(t: &Messages, advice: Advice) -> (String, &'static str) {
    let m = t.templates;
    let why = match advice {
        Advice::Experience => m.answer_experience,
        Advice::Journey => m.answer_journey,
        Advice::Both => m.answer_both,
    };
    (level(t, advice.first()), why)
}

/// A kind of map with what it serves: strategy or tactics.
pub fn level(t: &Messages, kind: Kind) -> String {
    let (word, level) = match kind {
        Kind::Journey => (t.library.journey, t.method.tactical),
        Kind::Experience => (t.library.experience, t.method.strategic),
    };
    fill(t.method.kind_level, &[word, level])
}

/// The dialog.
#[component]
pub fn Chooser(
    /// Whether it is open.
    open: RwSignal<bool>,
) -> AnyView {
    let shell = use_shell();
    let (dialog, close) = modal();
    let chosen = RwSignal::new(Vec::<Need>::new());
    let advised = memo(move || chosen.with(|needs| advice(needs)));
    let boxes = NEEDS.map(|need| {
        let on_change = Callback::new(move |on| {
            chosen.update(|needs| {
                needs.retain(|one| *one != need);
                if on {
                    needs.push(need);
                }
            });
        });
        let checked = Signal::derive(move || chosen.with(|needs| needs.contains(&need)));
        let label = Signal::derive(move || label(shell.t(), need).to_owned());
        view! { <Check label=label checked=checked on_change=on_change /> }
    });
    let begin = Callback::new(move |()| {
        if let Some(advice) = advised.get_untracked() {
            close();
            let template = match advice.first() {
                Kind::Journey => Template::Journey,
                Kind::Experience => Template::Experience,
            };
            shell.send(Command::New(Start::Template(template)));
        }
    });
    view! {
        <dialog
            class="dialog chooser"
            node_ref=dialog
            aria-label=move || shell.t().templates.choose
            on:close=move |_| open.set(false)
        >
            <h2>{move || shell.t().templates.choose}</h2>
            <fieldset class="chooser-needs">
                <legend>{move || shell.t().templates.needs}</legend>
                {boxes.into_iter().collect_view()}
            </fieldset>
            <div class="chooser-answer" aria-live="polite">
                {move || match advised.get() {
                    None => {
                        view! { <p class="panel-hint">{shell.t().templates.answer_none}</p> }
                            .into_any()
                    }
                    Some(advice) => {
                        let (level, why) = answer(shell.t(), advice);
                        view! {
                            <p class="chooser-level">{level}</p>
                            <p>{why}</p>
                        }
                        .into_any()
                    }
                }}
            </div>
            <div class="dialog-buttons">
                <Button
                    label=Signal::derive(move || shell.t().templates.all_templates.to_owned())
                    class="quiet"
                    on_press=Callback::new(move |()| {
                        close();
                        shell.send(Command::Go(Route::Templates));
                    })
                />
                <Button
                    label=Signal::derive(move || shell.t().library.cancel.to_owned())
                    on_press=Callback::new(move |()| close())
                />
                <Button
                    label=Signal::derive(move || shell.t().templates.begin.to_owned())
                    class="primary"
                    disabled=Signal::derive(move || advised.get().is_none())
                    on_press=begin
                />
            </div>
        </dialog>
    }
}
