//! The research log: each source with its sort, its day, who was asked, and what rests on it.

use super::gaps::Gaps;
use super::source::Source;
use crate::analysis::research::{MONTHS, ageing, groundless, limit, months};
use crate::analysis::standing::Gap;
use crate::model::map::Value;
use crate::model::{Detail, List, Map, Thing};
use crate::ui::board::state::Board;
use crate::ui::boxed::{For, Show};
use crate::ui::dates::today;
use crate::ui::details::{name, set};
use crate::ui::memo::memo;
use crate::ui::mirror::Mark;
use crate::ui::panels::new_entry::NewEntry;
use crate::ui::prelude::*;

/// The ages offered, in months; 0 for never.
const AGES: [i64; 5] = [6, 12, 24, 36, 0];

/// The sources that are too old today.
fn aged(map: &Map) -> Vec<Gap> {
    ageing(map, &limit(&today(), months(map)))
}

/// The log.
#[component]
pub fn Research() -> AnyView {
    let board = expect_context::<Board>();
    let shell = board.shell;
    let all = memo(move || shell.mirror.watch(Mark::Any, |map| map.list(List::Sources).to_vec()));
    let age = move |one: i64| {
        let now = move || shell.mirror.watch(Mark::Thing(Thing::Map), months) == one;
        let words = move || match one {
            0 => shell.t().method.never.to_owned(),
            count => shell.locale.get().count(count as usize, shell.t().method.months),
        };
        view! { <option value=one.to_string() prop:selected=now>{words}</option> }
    };
    view! {
        <h3>{move || shell.t().method.research}</h3>
        <Show when=move || all.with(Vec::is_empty)>
            <p class="panel-hint">{move || shell.t().method.research_first}</p>
        </Show>
        <div class="method-items">
            <For each=move || all.get() key=|id| *id children=|id| view! { <Source id=id /> } />
        </div>
        <NewEntry
            list=List::Sources
            words=|t| t.method.add_source
            add=|t| t.method.add_to_log
        />
        <Show when=move || !all.with(Vec::is_empty)>
            <h3>{move || shell.t().method.assumptions}</h3>
            <Gaps find=groundless none=|t| t.method.all_supported />
            <h3>{move || shell.t().method.ageing}</h3>
            <label class="detail">
                <span class="detail-name">{move || name(shell.t(), Detail::Ageing)}</span>
                <select
                    class="select"
                    aria-label=move || name(shell.t(), Detail::Ageing)
                    prop:disabled=move || shell.look.with(Option::is_some)
                    on:change=move |event| {
                        let months = event_target_value(&event).parse().unwrap_or(MONTHS);
                        set(shell, [Thing::Map], Detail::Ageing, Some(Value::Int(months)));
                    }
                >
                    {AGES.map(age).into_iter().collect_view()}
                </select>
            </label>
            <Gaps find=aged none=|t| t.method.none_aged />
        </Show>
    }
    .into_any()
}
