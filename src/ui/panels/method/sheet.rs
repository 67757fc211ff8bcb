//! The sheet of one column: what stands there lane by lane, engagement, findings beside intentions, and where
//! people leave or are discontent.

use crate::analysis::summary::says;
use crate::geometry::spot::Spot;
use crate::i18n::{Locale, Messages, fill};
use crate::model::detail::ALIGNED;
use crate::model::map::Value;
use crate::model::{Detail, Id, LaneKind, Map, Thing};
use crate::ui::board::state::Board;
use crate::ui::boxed::Show;
use crate::ui::details::{name, set};
use crate::ui::feelings;
use crate::ui::icons;
use crate::ui::memo::{Memo, memo};
use crate::ui::mirror::Mark;
use crate::ui::names;
use crate::ui::panels::details::fields::{LineField, ValueField, WordField};
use crate::ui::prelude::*;
use crate::ui::widgets::button::Button;

/// The kinds of lanes that say what happens in a column, and why.
const LANES: [LaneKind; 9] = [
    LaneKind::Actions,
    LaneKind::Goals,
    LaneKind::Needs,
    LaneKind::Motivations,
    LaneKind::Thoughts,
    LaneKind::Touchpoints,
    LaneKind::Emotions,
    LaneKind::Pains,
    LaneKind::Delights,
];

fn steps(map: &Map) -> Vec<Id> {
    map.columns.iter().filter_map(|column| column.step).collect()
}

/// The sheet, and the list of all drop-offs and discontents.
#[component]
pub fn Sheets() -> AnyView {
    let board = expect_context::<Board>();
    let shell = board.shell;
    let all = memo(move || shell.mirror.watch(Mark::Shape, steps));
    // It follows the selection; stepping on selects.
    let step = memo(move || {
        let spot = board.spot.get();
        let at = shell.mirror.watch(Mark::Shape, |map| {
            map.columns.get(spot.and_then(|spot| spot.column(map)).unwrap_or(0))?.step
        });
        at.or_else(|| all.with(|all| all.first().copied()))
    });
    view! {
        {move || step.get().map(|step| view! { <Sheet step=step all=all /> })}
        <Marked all=all />
    }
}

#[component]
fn Sheet(step: Id, all: Memo<Vec<Id>>) -> AnyView {
    let board = expect_context::<Board>();
    let shell = board.shell;
    let thing = Thing::Step(step);
    let called = move || shell.mirror.watch(Mark::Any, |map| names::column(shell.t(), map, step));
    let beside = move |by: isize| {
        all.with(|all| {
            let at = all.iter().position(|one| *one == step)?;
            all.get(at.checked_add_signed(by)?).copied()
        })
    };
    let walk = move |label: fn(&crate::i18n::Messages) -> &'static str, icon, by: isize| {
        view! {
            <Button
                label=Signal::derive(move || label(shell.t()).to_owned())
                icon=icon
                bare=true
                class="quiet"
                disabled=Signal::derive(move || beside(by).is_none())
                on_press=Callback::new(move |()| {
                    if let Some(spot) = beside(by).and_then(|to| head(board, to)) {
                        board.select(spot);
                        board.reveal(spot);
                    }
                })
            />
        }
    };
    view! {
        <section class="column-sheet" aria-label=called>
            <div class="column-head">
                {walk(|t| t.touchpoints.earlier, icons::LEFT, -1)} <h3>{called}</h3>
                {walk(|t| t.touchpoints.later, icons::RIGHT, 1)}
            </div>
            <Contents step=step />
            <div class="details column-fields">
                <LineField thing=thing detail=Detail::Wished />
                <LineField thing=thing detail=Detail::Actual />
                <LineField thing=thing detail=Detail::Found />
                <LineField thing=thing detail=Detail::Intended />
                <WordField thing=thing detail=Detail::Aligned words=&ALIGNED />
                <Expected step=step />
                <LineField thing=thing detail=Detail::Dropoff />
                <LineField thing=thing detail=Detail::DropoffWhy />
                <LineField thing=thing detail=Detail::Discontent />
                <LineField thing=thing detail=Detail::DiscontentWhy />
            </div>
        </section>
    }
}

/// Where a column has its header.
fn head(board: Board, step: Id) -> Option<Spot> {
    board.shell.mirror.read(|map| {
        let stage = map.steps.get(&step)?.stage;
        Some(if map.is_plain(stage) { Spot::Stage(stage) } else { Spot::Step(step) })
    })
}

/// What is felt in a column: of each persona that feels something the word, the level and its name.
fn felt(t: &Messages, locale: Locale, map: &Map, step: Id) -> Vec<String> {
    let line = |persona: &Id| {
        let level = map.level(*persona, step);
        let name = map.feeling(*persona, step).name;
        let mut words = Vec::new();
        if let Some(level) = level {
            words.push(format!("{} {}", feelings::word(t, level), locale.level(level)));
        }
        words.extend((!name.is_empty()).then(|| feelings::name(t, &name).to_owned()));
        let words = words.join(", ");
        let who = names::of(t, map, Thing::Persona(*persona));
        // With one persona on the map it goes without saying whose feeling it is.
        let all =
            if map.cast.len() > 1 { fill(t.hands.says, &[&who, &words]) } else { words.clone() };
        (!words.is_empty()).then_some(all)
    };
    map.cast.iter().filter_map(line).collect()
}

/// What stands in a column, lane by lane; each leads there.
#[component]
fn Contents(step: Id) -> AnyView {
    let board = expect_context::<Board>();
    let shell = board.shell;
    let lines = memo(move || {
        let t = shell.t();
        shell.mirror.watch(Mark::Any, |map| {
            let fits = |id: &&Id| map.lanes.get(*id).is_some_and(|l| LANES.contains(&l.kind));
            let line = |lane: &Id| {
                let curve = map.lanes.get(lane).is_some_and(|l| l.kind == LaneKind::Emotions);
                let said: Vec<String> = if curve {
                    felt(t, shell.locale.get(), map, step)
                } else {
                    let cards = map.cell(*lane, step).iter().map(|card| says(map, *card));
                    cards.filter(|text| !text.is_empty()).collect()
                };
                (*lane, names::of(t, map, Thing::Lane(*lane)), said.join(" · "))
            };
            map.rows.iter().filter(fits).map(line).collect::<Vec<_>>()
        })
    });
    let line = move |(lane, name, cards): (Id, String, String)| {
        let nothing = cards.is_empty();
        let words = if nothing { shell.t().touchpoints.nothing_there.to_owned() } else { cards };
        view! {
            <li>
                <button
                    class="column-line"
                    class:none=nothing
                    type="button"
                    on:click=move |_| board.go(Spot::Cell { lane, step, card: None })
                >
                    <strong>{name}</strong>
                    <span>{words}</span>
                </button>
            </li>
        }
    };
    view! {
        <ul class="column-lines">{move || lines.get().into_iter().map(line).collect_view()}</ul>
    }
    .into_any()
}

/// How many touchpoints people expect in a column.
#[component]
fn Expected(step: Id) -> AnyView {
    let shell = expect_context::<Board>().shell;
    let thing = Thing::Step(step);
    let label = Signal::derive(move || name(shell.t(), Detail::Expected).to_owned());
    let now = Signal::derive(move || {
        let number =
            shell.mirror.watch(Mark::Thing(thing), |map| map.whole(thing, Detail::Expected));
        number.map(|number| number.to_string()).unwrap_or_default()
    });
    let keep = Callback::new(move |typed: String| {
        let number = typed.trim().parse().ok().filter(|number: &i64| (0..1000).contains(number));
        set(shell, [thing], Detail::Expected, number.map(Value::Int));
    });
    view! { <ValueField label=label sort="number" now=now keep=keep /> }
}

/// Every drop-off and discontent of the map, with rate and why; each leads to its column.
#[component]
fn Marked(all: Memo<Vec<Id>>) -> AnyView {
    let board = expect_context::<Board>();
    let shell = board.shell;
    const BOTH: [(Detail, Detail); 2] =
        [(Detail::Dropoff, Detail::DropoffWhy), (Detail::Discontent, Detail::DiscontentWhy)];
    let lines = memo(move || {
        let (t, all) = (shell.t(), all.get());
        shell.mirror.watch(Mark::Any, |map| {
            let pairs = all.iter().flat_map(|step| BOTH.map(|both| (*step, both)));
            let line = |(step, (rate, why)): (Id, (Detail, Detail))| {
                let words = [rate, why].map(|of| map.word(Thing::Step(step), of).to_owned());
                let said: Vec<String> = words.into_iter().filter(|one| !one.is_empty()).collect();
                let column = names::column(t, map, step);
                (!said.is_empty())
                    .then(|| (step, format!("{column} · {}", name(t, rate)), said.join(" – ")))
            };
            pairs.filter_map(line).collect::<Vec<_>>()
        })
    });
    let line = move |(step, head, words): (Id, String, String)| {
        view! {
            <li>
                <button
                    class="column-line"
                    type="button"
                    on:click=move |_| {
                        if let Some(spot) = self::head(board, step) {
                            board.go(spot);
                        }
                    }
                >
                    <strong>{head}</strong>
                    <span>{words}</span>
                </button>
            </li>
        }
    };
    view! {
        <Show when=move || lines.with(|all| !all.is_empty())>
            <h3>{move || shell.t().touchpoints.marked}</h3>
            <ul class="column-lines">{move || lines.get().into_iter().map(line).collect_view()}</ul>
        </Show>
    }
}
