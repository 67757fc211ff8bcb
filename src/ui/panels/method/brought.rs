//! What came back from a journey map, and the question what changes because of it.

use crate::analysis::results::Results;
use crate::analysis::summary::Summary;
use crate::i18n::fill;
use crate::model::map::Value;
use crate::model::{Detail, GoalField, Id, List, Thing};
use crate::ui::dates::moment;
use crate::ui::details::set;
use crate::ui::journeys::{plain_tenths, tenths};
use crate::ui::names;
use crate::ui::panels::details::fields::TypedText;
use crate::ui::prelude::*;
use crate::ui::shell::{Shell, use_shell};
use crate::ui::widgets::button::Button;

/// The aims and decisions of the goal sheet that results may change.
const ASKED: [GoalField; 3] = [GoalField::Purpose, GoalField::Decision, GoalField::Success];

type Named = fn(Shell) -> &'static str;

/// A summary: feelings, moments of truth, pain points, opportunities, conclusion.
pub fn summary(shell: Shell, said: Summary) -> AnyView {
    let felt = said.felt;
    let feelings = move || {
        let (j, locale) = (shell.t().journeys, shell.locale.get());
        let mean = felt.mean().map(|mean| tenths(locale, mean))?;
        let points = locale.count(felt.count.unsigned_abs() as usize, j.points);
        // One point alone has no spread.
        Some(match felt.spread().map(|spread| plain_tenths(locale, spread)) {
            Some(spread) => fill(j.felt, &[&mean, &spread, &points]),
            None => fill(j.felt_once, &[&mean, &points]),
        })
    };
    let lists: [(Named, Vec<String>); 6] = [
        (|shell| shell.t().journeys.moments, said.moments),
        (|shell| shell.t().journeys.open_pains, said.pains),
        (|shell| shell.t().journeys.opportunities, said.opportunities),
        (|shell| shell.t().lists.works, said.works),
        (|shell| shell.t().lists.fails, said.fails),
        (|shell| shell.t().lists.why, said.why),
    ];
    let shown = lists.into_iter().filter(|(_, texts)| !texts.is_empty());
    let shown = shown.map(|(name, texts)| {
        let count = texts.len();
        view! {
            <dt>{move || format!("{} ({})", name(shell), shell.locale.get().integer(count))}</dt>
            {texts.into_iter().map(|text| view! { <dd dir="auto">{text}</dd> }).collect_view()}
        }
    });
    let shown: Vec<_> = shown.collect();
    view! {
        <dl class="journey-said">
            {(felt.count > 0)
                .then(|| {
                    view! {
                        <dt>{move || shell.t().journeys.feelings}</dt>
                        <dd>{feelings}</dd>
                    }
                })}
            {shown}
        </dl>
    }
    .into_any()
}

/// What came back, and when.
#[component]
pub fn Brought(
    /// What.
    results: Results,
) -> AnyView {
    let shell = use_shell();
    let at = results.at;
    let nothing = results.summary.is_empty();
    view! {
        <details class="journey-results" open>
            <summary>
                {move || fill(shell.t().journeys.brought_at, &[&moment(shell, at)])}
            </summary>
            {if nothing {
                view! { <p class="panel-hint">{move || shell.t().journeys.nothing_said}</p> }
                    .into_any()
            } else {
                summary(shell, results.summary)
            }}
        </details>
    }
}

/// The question which aim or decision changes, then what was answered, with the texts to change.
#[component]
pub fn Changes(
    /// The link the results came by.
    link: Id,
    /// What came back.
    results: Results,
) -> AnyView {
    let shell = use_shell();
    let answered = results.changes.clone();
    let said = StoredValue::new(results);
    let answer = move |field: Option<GoalField>| {
        let mut now = said.get_value();
        let mut changes = now.changes.take().unwrap_or_default();
        match field {
            Some(field) if changes.contains(&field) => changes.retain(|one| *one != field),
            Some(field) => changes.push(field),
            None => changes.clear(),
        }
        changes.sort();
        now.changes = Some(changes);
        let thing = Thing::Entry(List::Links, link);
        set(shell, [thing], Detail::Results, Some(Value::Text(now.write())));
    };
    let chosen = answered.clone().unwrap_or_default();
    let buttons = ASKED.map(|field| {
        let on = chosen.contains(&field);
        view! {
            <Button
                label=Signal::derive(move || names::goal(shell.t(), field).to_owned())
                pressed=on
                on_press=Callback::new(move |()| answer(Some(field)))
            />
        }
    });
    let none = answered.as_ref().is_some_and(Vec::is_empty);
    let texts = chosen.into_iter().map(|field| {
        let name = Signal::derive(move || names::goal(shell.t(), field).to_owned());
        view! {
            <div class="detail">
                <span class="detail-name">{move || name.get()}</span>
                <TypedText thing=Thing::Goal(field) label=name />
            </div>
        }
    });
    let texts: Vec<_> = texts.collect();
    view! {
        <div class="journey-changes" role="group" aria-label=move || shell.t().journeys.what_changes>
            <p class="journey-question" class:open=answered.is_none()>
                {move || shell.t().journeys.what_changes}
            </p>
            <span class="journey-acts">
                {buttons.into_iter().collect_view()}
                <Button
                    label=Signal::derive(move || shell.t().journeys.nothing_changes.to_owned())
                    pressed=none
                    on_press=Callback::new(move |()| answer(None))
                />
            </span>
            {texts}
        </div>
    }
}
