//! What is noticed among the touchpoints: each line with its question, leading to its place.

use crate::analysis::contact::{Finding, findings};
use crate::geometry::spot;
use crate::i18n::{Locale, Messages, fill};
use crate::model::{Id, List, Map, Thing};
use crate::ui::board::state::Board;
use crate::ui::boxed::Show;
use crate::ui::icons;
use crate::ui::memo::memo;
use crate::ui::names;
use crate::ui::prelude::*;

/// The lines.
#[component]
pub fn Findings(
    /// Opens a touchpoint in the table.
    open: Callback<Id>,
) -> AnyView {
    let board = expect_context::<Board>();
    let shell = board.shell;
    let all = memo(move || board.views.survey(findings));
    let line = move |one: Finding| {
        let words = shell.mirror.read(|map| words(shell.t(), shell.locale.get(), map, &one));
        view! {
            <li>
                <button type="button" class="method-gap" on:click=move |_| lead(board, open, &one)>
                    <icons::Glyph icon=icons::ALARM />
                    <span class="panel-text">{words}</span>
                </button>
            </li>
        }
    };
    view! {
        <h3>{move || shell.t().touchpoints.noticed}</h3>
        <Show
            when=move || all.with(|all| !all.is_empty())
            fallback=move || {
                view! { <p class="panel-hint">{move || shell.t().touchpoints.none_noticed}</p> }
                    .into_any()
            }
        >
            <ul class="method-gaps">
                {move || all.get().into_iter().map(line).collect_view()}
            </ul>
        </Show>
    }
}

/// A finding in words, with its question.
fn words(t: &Messages, locale: Locale, map: &Map, one: &Finding) -> String {
    let m = t.touchpoints;
    let called = |id: &Id| names::of(t, map, Thing::Entry(List::Touchpoints, *id));
    let stage = |id: &Id| names::of(t, map, Thing::Stage(*id));
    let counted = |form, step: &Id, count: &usize, expected: &i64| {
        let count = locale.count(*count, t.lists.touchpoints);
        fill(form, &[&names::column(t, map, *step), &count, &expected.to_string()])
    };
    match one {
        Finding::Overlap(at, several) => {
            let all: Vec<String> = several.iter().map(called).collect();
            fill(m.overlap, &[&stage(at), &all.join(", ")])
        }
        Finding::Exists(wanted, there) => fill(m.already, &[&called(wanted), &called(there)]),
        Finding::Gap(at) => fill(m.gap, &[&stage(at)]),
        Finding::Few(step, count, expected) => counted(m.few, step, count, expected),
        Finding::Crowded(step, count, expected) => counted(m.crowded, step, count, expected),
        Finding::Inconsistent(worse, better, apart) => {
            fill(m.inconsistent, &[&called(worse), &called(better), &tenths(locale, *apart)])
        }
    }
}

/// Tenths with the decimal sign of the language.
pub fn tenths(locale: Locale, tenths: i64) -> String {
    let sign = if tenths < 0 { "−" } else { "" };
    let point = if locale == Locale::Fr { ',' } else { '.' };
    format!("{sign}{}{point}{}", tenths.abs() / 10, tenths.abs() % 10)
}

/// Goes to where it can be mended.
fn lead(board: Board, open: Callback<Id>, one: &Finding) {
    let thing = match one {
        Finding::Exists(id, _) | Finding::Inconsistent(id, ..) => return open.run(*id),
        Finding::Overlap(stage, _) | Finding::Gap(stage) => Thing::Stage(*stage),
        Finding::Few(step, ..) | Finding::Crowded(step, ..) => board.shell.mirror.read(|map| {
            // A plain stage is shown without its step.
            let stage = map.steps.get(step).map(|step| step.stage).unwrap_or_default();
            if map.is_plain(stage) { Thing::Stage(stage) } else { Thing::Step(*step) }
        }),
    };
    if let Some(spot) = board.shell.mirror.read(|map| spot::of(map, thing)) {
        board.go(spot);
    }
}
