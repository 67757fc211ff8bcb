//! What the last imports brought, in words and counts, with the button that takes it back.

use crate::i18n::{Locale, Messages, fill};
use crate::model::draft::{Leftover, LeftoverReason};
use crate::ui::board::state::Board;
use crate::ui::boxed::Show;
use crate::ui::command::{Command, ImportReport, Outcome, Route};
use crate::ui::memo::flag;
use crate::ui::mirror::Mark;
use crate::ui::panels::alike::Alike;
use crate::ui::panels::choices::Choices;
use crate::ui::panels::differences::{Lines, counts};
use crate::ui::prelude::*;
use crate::ui::widgets::button::Button;

/// The panel on a board.
#[component]
pub fn Reports() -> AnyView {
    let board = expect_context::<Board>();
    let shell = board.shell;
    let open = flag(move || shell.mirror.watch(Mark::Any, |map| !map.choices.is_empty()));
    view! {
        <ReportList />
        <Show when=move || open.get()>
            <h3>{move || shell.t().board.choices}</h3>
            <Choices />
        </Show>
        <Show when=move || !open.get()>
            <Alike />
        </Show>
    }
}

/// The reports themselves, also shown in the library.
#[component]
pub fn ReportList() -> AnyView {
    let shell = crate::ui::shell::use_shell();
    view! {
        <div class="report-list" role="status">
            {move || {
                shell
                    .reports
                    .get()
                    .into_iter()
                    .map(|report| view! { <Report report=report /> })
                    .collect_view()
            }}
        </div>
    }
}

#[component]
fn Report(report: ImportReport) -> AnyView {
    let shell = crate::ui::shell::use_shell();
    let report = StoredValue::new(report);
    let here = move || report.with_value(|r| shell.route.get() == Route::Map(r.slot.clone()));
    let sentence =
        move || report.with_value(|report| sentence(shell.t(), shell.locale.get(), report));
    let details = move || {
        report.with_value(|report| match &report.outcome {
            Outcome::Merged { differences, undone: false, .. } if here() => {
                differences.items.clone()
            }
            _ => Vec::new(),
        })
    };
    let leftovers = move || report.with_value(|report| report.leftovers.clone());
    let press = move |label: &'static str, command: Command| {
        view! {
            <Button
                label=label.to_owned()
                on_press=Callback::new(move |()| shell.send(command.clone()))
            />
        }
    };
    view! {
        <section class="report">
            <p>{move || sentence()}</p>
            <div class="report-buttons">
                {move || {
                    let r = shell.t().reports;
                    report
                        .with_value(|report| match &report.outcome {
                            Outcome::Merged { merge, undone: false, .. } => {
                                Some(press(r.undo_import, Command::UndoImport(*merge)))
                            }
                            Outcome::Merged { merge, undone: true, .. } => {
                                Some(press(r.take_again, Command::TakeAgain(*merge)))
                            }
                            Outcome::Nothing(Some(merge)) => {
                                Some(press(r.take_again, Command::TakeAgain(*merge)))
                            }
                            _ => None,
                        })
                }}
                {move || {
                    let go = Command::Go(Route::Map(report.with_value(|r| r.slot.clone())));
                    (!here()).then(|| press(shell.t().reports.open_map, go))
                }}
            </div>
            {move || {
                let items = details();
                (!items.is_empty())
                    .then(|| {
                        let few = items.len() <= 12;
                        let both = report.with_value(|report| match &report.outcome {
                            Outcome::Merged { differences, .. } => differences.both.clone(),
                            _ => Vec::new(),
                        });
                        view! {
                            <details open=few>
                                <summary>{shell.t().reports.details}</summary>
                                <Lines items=items both=both />
                            </details>
                        }
                    })
            }}
            {move || {
                let leftovers = leftovers();
                (!leftovers.is_empty())
                    .then(|| {
                        let t = shell.t().reports;
                        let few = leftovers.len() <= 12;
                        view! {
                            <details open=few>
                                <summary>{t.leftovers}</summary>
                                <ul class="report-lines">
                                    {leftovers
                                        .into_iter()
                                        .map(|left| view! { <li>{leftover(shell.t(), &left)}</li> })
                                        .collect_view()}
                                </ul>
                            </details>
                        }
                    })
            }}
        </section>
    }
}

fn sentence(t: &Messages, locale: Locale, report: &ImportReport) -> String {
    let r = t.reports;
    let title =
        if report.title.trim().is_empty() { t.library.untitled } else { report.title.trim() };
    match &report.outcome {
        Outcome::Added(stages, cards) => {
            let size = format!(
                "{}, {}",
                locale.count(*stages, t.library.stages),
                locale.count(*cards, t.library.cards)
            );
            fill(r.imported_new, &[title, &size])
        }
        Outcome::Merged { undone: true, .. } => r.import_undone.to_owned(),
        Outcome::Merged { differences, .. } => {
            let counts = counts(t, locale, &differences.items);
            fill(r.imported_merged, &[&report.file, title, &counts])
        }
        Outcome::Waiting => fill(r.imported_waiting, &[&report.file, title]),
        Outcome::Nothing(undone) => {
            let text = fill(r.imported_nothing, &[&report.file, title]);
            if undone.is_some() { format!("{text} {}", r.imported_undone) } else { text }
        }
    }
}

fn leftover(t: &Messages, left: &Leftover) -> String {
    let r = t.reports;
    let why = match left.reason {
        LeftoverReason::Unknown => r.left_unknown,
        LeftoverReason::ScoreNotANumber => r.left_score_word,
        LeftoverReason::ScoreOutOfRange => r.left_score_range,
        LeftoverReason::NoScore => r.left_no_score,
        LeftoverReason::Description => r.left_description,
        LeftoverReason::Setting => r.left_setting,
        LeftoverReason::AfterActors => r.left_actors,
        LeftoverReason::ScoreRounded => r.left_rounded,
        LeftoverReason::OtherTitle => r.left_title,
        LeftoverReason::Comment => r.left_comment,
    };
    format!("{} ({why})", fill(r.leftover_line, &[&left.line.to_string(), left.text.trim()]))
}
