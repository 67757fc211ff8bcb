//! What the last imports brought, in words and counts, with the button that takes it back.

use crate::i18n::{Locale, Messages, fill};
use crate::model::compare::{Difference, Differences, What};
use crate::model::draft::{Leftover, LeftoverReason};
use crate::model::map::Field;
use crate::model::{Map, Thing};
use crate::ui::board::state::Board;
use crate::ui::boxed::Show;
use crate::ui::command::{Command, ImportReport, Outcome, Route};
use crate::ui::memo::flag;
use crate::ui::mirror::Mark;
use crate::ui::names;
use crate::ui::panels::choices::Choices;
use crate::ui::prelude::*;
use crate::ui::widgets::button::Button;

/// How many lines of detail are listed before the rest is counted.
const LINES: usize = 60;

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
            Outcome::Merged { differences, .. } if here() => {
                shell.mirror.read(|map| lines(shell.t(), shell.locale.get(), map, differences))
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
                let lines = details();
                (!lines.is_empty())
                    .then(|| {
                        let (few, more) = (lines.len() <= 12, lines.len().saturating_sub(LINES));
                        let t = shell.t().reports;
                        view! {
                            <details open=few>
                                <summary>{t.details}</summary>
                                <ul class="report-lines">
                                    {lines
                                        .into_iter()
                                        .take(LINES)
                                        .map(|line| view! { <li>{line}</li> })
                                        .collect_view()}
                                    {(more > 0)
                                        .then(|| {
                                            view! { <li>{fill(t.and_more, &[&more.to_string()])}</li> }
                                        })}
                                </ul>
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
            fill(r.imported_merged, &[&report.file, title, &counts(t, locale, differences)])
        }
        Outcome::Nothing(undone) => {
            let text = fill(r.imported_nothing, &[&report.file, title]);
            if undone.is_some() { format!("{text} {}", r.imported_undone) } else { text }
        }
    }
}

type IsSort = fn(Thing) -> bool;
type IsVerb = fn(&What) -> bool;

/// "4 cards added, 2 cards moved, the title changed": counts in the words of the field.
pub fn counts(t: &Messages, locale: Locale, differences: &Differences) -> String {
    let r = t.reports;
    let sorts: [(&str, IsSort); 6] = [
        (r.stages, |thing| matches!(thing, Thing::Stage(_))),
        (r.steps, |thing| matches!(thing, Thing::Step(_))),
        (r.lanes, |thing| matches!(thing, Thing::Lane(_))),
        (r.cards, |thing| matches!(thing, Thing::Card(_))),
        (r.personas, |thing| matches!(thing, Thing::Persona(_))),
        (r.feelings, |thing| matches!(thing, Thing::Feeling { .. })),
    ];
    let verbs: [(&str, IsVerb); 5] = [
        (r.added, |what| matches!(what, What::Added)),
        (r.deleted, |what| matches!(what, What::Deleted)),
        (r.restored, |what| matches!(what, What::Restored)),
        (r.moved, |what| matches!(what, What::Changed { field: Field::Place, .. })),
        (r.changed, |what| matches!(what, What::Changed { field, .. } if *field != Field::Place)),
    ];
    let mut parts = Vec::new();
    for (noun, is_sort) in sorts {
        for (verb, is_verb) in &verbs {
            let things: std::collections::HashSet<Thing> = differences
                .items
                .iter()
                .filter(|item| is_sort(item.thing) && is_verb(&item.what))
                .map(|item| item.thing)
                .collect();
            if !things.is_empty() {
                parts.push(fill(verb, &[&locale.count(things.len(), noun)]));
            }
        }
    }
    if differences.items.iter().any(|item| item.thing == Thing::Map) {
        parts.push(r.title_changed.to_owned());
    }
    if parts.is_empty() { r.no_difference.to_owned() } else { parts.join(", ") }
}

fn lines(t: &Messages, locale: Locale, map: &Map, differences: &Differences) -> Vec<String> {
    differences.items.iter().map(|item| line(t, locale, map, item)).collect()
}

fn line(t: &Messages, locale: Locale, map: &Map, item: &Difference) -> String {
    let r = t.reports;
    let thing = format!("{} {}", names::sort(t, item.thing), quoted(t, map, item.thing));
    match &item.what {
        What::Added => fill(r.added, &[&thing]),
        What::Deleted => fill(r.deleted, &[&thing]),
        What::Restored => fill(r.restored, &[&thing]),
        What::Changed { field, before, after } => {
            let of = |value| names::value(t, locale, map, item.thing, *field, value);
            let what = if *field == Field::Place { r.moved } else { r.changed };
            let (what, before, after) = (fill(what, &[&thing]), of(before), of(after));
            // Moved within its cell: there is no other place to name.
            if before == after { what } else { format!("{what}: {before} → {after}") }
        }
    }
}

fn quoted(t: &Messages, map: &Map, thing: Thing) -> String {
    let name = names::of(t, map, thing);
    let short: String = name.chars().take(60).collect();
    if short.len() < name.len() { format!("“{short}…”") } else { format!("“{short}”") }
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
