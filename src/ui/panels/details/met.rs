//! Which touchpoint a card stands for, and what is felt at it: its own feeling, or its column's.

use super::fields::chosen;
use crate::analysis::inventory::felt;
use crate::i18n::fill;
use crate::model::map::Value;
use crate::model::{Detail, Id, LaneKind, List, Map, Thing};
use crate::ui::board::state::Board;
use crate::ui::boxed::Show;
use crate::ui::details::{name, set};
use crate::ui::memo::flag;
use crate::ui::mirror::Mark;
use crate::ui::names;
use crate::ui::panels::touchpoints::findings::tenths;
use crate::ui::prelude::*;

/// Whether a card can stand for a touchpoint: it does, or its lane is for them.
fn fits(map: &Map, card: Id) -> bool {
    let lane = map.cards.get(&card).and_then(|card| map.lanes.get(&card.lane));
    lane.is_some_and(|lane| lane.kind == LaneKind::Touchpoints)
        || !map.word(Thing::Card(card), Detail::Touchpoint).is_empty()
}

/// The fields of such a card.
#[component]
pub fn Met(
    /// Which card.
    card: Id,
) -> AnyView {
    let shell = expect_context::<Board>().shell;
    let thing = Thing::Card(card);
    let is_one = flag(move || shell.mirror.watch(Mark::Thing(thing), |map| fits(map, card)));
    let offered = move || {
        shell.mirror.watch(Mark::Any, |map| {
            let all = map.list(List::Touchpoints).iter();
            let named = |id: &Id| {
                let called = names::of(shell.t(), map, Thing::Entry(List::Touchpoints, *id));
                (id.to_string(), called)
            };
            all.map(named).collect()
        })
    };
    view! {
        <Show when=move || is_one.get()>
            {chosen(thing, Detail::Touchpoint, offered)} <Feeling card=card />
        </Show>
    }
}

#[component]
fn Feeling(card: Id) -> AnyView {
    let shell = expect_context::<Board>().shell;
    let thing = Thing::Card(card);
    let own =
        move || shell.mirror.watch(Mark::Thing(thing), |map| map.whole(thing, Detail::Feeling));
    // A feeling of its column is drawn on the curve.
    let told = move || {
        let (t, locale) = (shell.t().touchpoints, shell.locale.get());
        match shell.mirror.watch(Mark::Any, |map| felt(map, card)) {
            Some(felt) => {
                let form = if felt.own { t.felt_own } else { t.felt_column };
                fill(form, &[&tenths(locale, felt.tenths())])
            }
            None => t.felt_none.to_owned(),
        }
    };
    let keep = move |word: String| {
        set(shell, [thing], Detail::Feeling, word.parse().ok().map(Value::Int));
    };
    view! {
        <label class="detail">
            <span class="detail-name">{move || name(shell.t(), Detail::Feeling)}</span>
            <select
                class="select"
                aria-label=move || name(shell.t(), Detail::Feeling)
                prop:disabled=move || shell.look.with(Option::is_some)
                on:change=move |event| keep(event_target_value(&event))
            >
                {move || {
                    let (t, locale, own) = (shell.t(), shell.locale.get(), own());
                    let none = view! {
                        <option value="" prop:selected=own.is_none()>
                            {t.touchpoints.as_column}
                        </option>
                    };
                    let levels = (-4i8..=4).rev().map(|level| {
                        let selected = own == Some(i64::from(level));
                        view! {
                            <option value=level.to_string() prop:selected=selected>
                                {locale.level(level)}
                            </option>
                        }
                    });
                    view! {
                        {none}
                        {levels.collect_view()}
                    }
                }}
            </select>
            <span class="panel-note">{told}</span>
        </label>
    }
}
