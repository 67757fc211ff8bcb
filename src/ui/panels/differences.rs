//! Differences in the words of the field: counted, and line by line, each line leading to its place.

use crate::analysis::overlay::{Sign, runs};
use crate::geometry::spot;
use crate::i18n::{Locale, Messages, fill};
use crate::model::compare::{Both, Difference, What};
use crate::model::map::{Field, Value};
use crate::model::{Detail, List, Map, Thing};
use crate::ui::board::sign;
use crate::ui::board::state::Board;
use crate::ui::icons;
use crate::ui::names;
use crate::ui::panels::choices::field_word;
use crate::ui::prelude::*;
use std::collections::HashSet;

/// How many lines are listed before the rest is counted.
const LINES: usize = 60;

/// The lines; names are those of the map on the board.
#[component]
pub fn Lines(
    /// The differences.
    items: Vec<Difference>,
    /// Texts that both sides changed, told with both versions.
    #[prop(optional)]
    both: Vec<Both>,
) -> AnyView {
    let shell = crate::ui::shell::use_shell();
    let board = use_context::<Board>();
    let items = StoredValue::new(items);
    let lines = move || {
        let (t, locale) = (shell.t(), shell.locale.get());
        shell.look.track();
        items.with_value(|items| {
            shell.mirror.read(|map| {
                let line = |item: &Difference| {
                    let told = both.iter().find(|both| is_of(both, item));
                    let words = match told {
                        Some(both) => twice(t, both),
                        None => words(t, locale, map, item),
                    };
                    (item.clone(), words)
                };
                items.iter().take(LINES).map(line).collect::<Vec<_>>()
            })
        })
    };
    let more = items.with_value(Vec::len).saturating_sub(LINES);
    view! {
        <ul class="report-lines">
            {move || {
                lines()
                    .into_iter()
                    .map(|(item, words)| {
                        let thing = item.thing;
                        let lead = move |_| {
                            let there = shell.mirror.read(|map| spot::of(map, thing));
                            if let (Some(board), Some(there)) = (board, there) {
                                board.go(there);
                            }
                        };
                        view! {
                            <li>
                                <button type="button" class="line" on:click=lead>
                                    <span class="sign" data-sign=sign::key(sign_of(&item))>
                                        <icons::Glyph icon=sign::icon(sign_of(&item)) />
                                    </span>
                                    {words}
                                </button>
                            </li>
                        }
                    })
                    .collect_view()
            }}
            {(more > 0)
                .then(|| {
                    view! { <li>{fill(shell.t().reports.and_more, &[&more.to_string()])}</li> }
                })}
        </ul>
    }
}

/// Whether a difference is what became of a text that both sides changed.
fn is_of(both: &Both, item: &Difference) -> bool {
    both.thing == item.thing && matches!(item.what, What::Changed { field: Field::Text, .. })
}

/// A line of a text that both sides changed.
fn twice(t: &Messages, both: &Both) -> AnyView {
    let texts = [names::sort(t, both.thing), both.ours.as_str(), both.theirs.as_str()];
    view! { <span class="both">{fill(t.reports.both, &texts)}</span> }.into_any()
}

/// A line; of a text that changed word by word.
fn words(t: &Messages, locale: Locale, map: &Map, item: &Difference) -> AnyView {
    if let What::Changed { field: Field::Text, before: Value::Text(old), after: Value::Text(new) } =
        &item.what
    {
        let what = fill(t.reports.changed, &[names::sort(t, item.thing)]);
        return view! { <span>{t.told(&what, "")} {sign::text(&runs(old, new))}</span> };
    }
    view! { <span>{line(t, locale, map, item)}</span> }
}

/// The sign of a difference.
pub fn sign_of(item: &Difference) -> Sign {
    match &item.what {
        What::Added | What::Restored => Sign::Added,
        What::Deleted => Sign::Removed,
        What::Changed { field: Field::Place, .. } => Sign::Moved,
        What::Changed { .. } => Sign::Changed,
    }
}

type IsSort = fn(Thing) -> bool;
type IsVerb = fn(&What) -> bool;

/// "4 cards added, 2 cards moved, the title changed": counts in the words of the field.
pub fn counts<'a>(
    t: &Messages,
    locale: Locale,
    items: impl IntoIterator<Item = &'a Difference>,
) -> String {
    let items: Vec<&Difference> = items.into_iter().collect();
    let r = t.reports;
    let l = t.lists;
    let sorts: [(&str, IsSort); 15] = [
        (r.stages, |thing| matches!(thing, Thing::Stage(_))),
        (r.steps, |thing| matches!(thing, Thing::Step(_))),
        (r.lanes, |thing| matches!(thing, Thing::Lane(_))),
        (r.cards, |thing| matches!(thing, Thing::Card(_))),
        (r.personas, |thing| matches!(thing, Thing::Persona(_))),
        (r.feelings, |thing| matches!(thing, Thing::Feeling { .. })),
        (r.versions, |thing| matches!(thing, Thing::Version(_))),
        (t.details.notes, |thing| matches!(thing, Thing::Note(_))),
        (t.paths.paths_count, |thing| matches!(thing, Thing::Path(_))),
        (t.views.saved_views, |thing| matches!(thing, Thing::View(_))),
        (l.touchpoints, |thing| matches!(thing, Thing::Entry(List::Touchpoints, _))),
        (l.sources, |thing| matches!(thing, Thing::Entry(List::Sources, _))),
        (l.links, |thing| matches!(thing, Thing::Entry(List::Links, _))),
        (l.mentions, |thing| matches!(thing, Thing::Entry(List::Mentions, _))),
        (l.goal_texts, |thing| matches!(thing, Thing::Goal(_))),
    ];
    let verbs: [(&str, IsVerb); 6] = [
        (r.added, |what| matches!(what, What::Added)),
        (r.deleted, |what| matches!(what, What::Deleted)),
        (r.restored, |what| matches!(what, What::Restored)),
        (r.moved, |what| matches!(what, What::Changed { field: Field::Place, .. })),
        (
            r.changed,
            |what| matches!(what, What::Changed { field, .. } if !matches!(field, Field::Place | Field::Format)),
        ),
        (r.formatted, |what| matches!(what, What::Changed { field: Field::Format, .. })),
    ];
    let mut parts = Vec::new();
    for (noun, is_sort) in sorts {
        for (verb, is_verb) in &verbs {
            let things: HashSet<Thing> = items
                .iter()
                .filter(|item| is_sort(item.thing) && is_verb(&item.what))
                .map(|item| item.thing)
                .collect();
            if !things.is_empty() {
                parts.push(fill(verb, &[&locale.count(things.len(), noun)]));
            }
        }
    }
    let of_map =
        |of: fn(&What) -> bool| items.iter().any(|item| item.thing == Thing::Map && of(&item.what));
    if of_map(|what| matches!(what, What::Changed { field: Field::Text, .. })) {
        parts.push(r.title_changed.to_owned());
    }
    if of_map(|what| matches!(what, What::Changed { field: Field::Detail(_), .. })) {
        parts.push(t.details.map_changed.to_owned());
    }
    if parts.is_empty() { r.no_difference.to_owned() } else { parts.join(", ") }
}

fn line(t: &Messages, locale: Locale, map: &Map, item: &Difference) -> String {
    let r = t.reports;
    let thing = format!("{} {}", names::sort(t, item.thing), quoted(t, map, item.thing));
    match &item.what {
        What::Added => fill(r.added, &[&thing]),
        What::Deleted => fill(r.deleted, &[&thing]),
        What::Restored => fill(r.restored, &[&thing]),
        What::Changed { field: Field::Detail(Detail::Picture), before, after } => {
            let (p, of) = (t.pictures, &t.details.picture.to_lowercase());
            let how = match (before, after) {
                (Value::None, _) => p.was_added,
                (_, Value::None) => p.was_removed,
                _ => p.was_replaced,
            };
            format!("{} ({of} {how})", fill(r.changed, &[&thing]))
        }
        What::Changed { field, before, after } => {
            let of = |value| names::value(t, locale, map, item.thing, *field, value);
            let what = match field {
                Field::Place => r.moved,
                Field::Format => r.formatted,
                _ => r.changed,
            };
            let (what, before, after) = (fill(what, &[&thing]), of(before), of(after));
            let what = match field {
                Field::Detail(_) | Field::Tags | Field::Ties => {
                    format!("{what} ({})", field_word(t, *field).to_lowercase())
                }
                _ => what,
            };
            // Moved within its cell: there is no other place to name.
            if before == after { what } else { t.told(&what, &format!("{before} → {after}")) }
        }
    }
}

fn quoted(t: &Messages, map: &Map, thing: Thing) -> String {
    let name = names::of(t, map, thing);
    let short: String = name.chars().take(60).collect();
    let cut = if short.len() < name.len() { "…" } else { "" };
    t.quote(&format!("{short}{cut}"))
}
