//! What is missing, line by line; each line leads to where it can be mended.

use super::lead_to;
use crate::analysis::standing::Gap;
use crate::geometry::spot::{Spot, of};
use crate::i18n::{Messages, fill};
use crate::model::{Detail, Id, LaneKind, Map, Thing};
use crate::ui::actions::make_lane;
use crate::ui::board::curve::choose;
use crate::ui::board::state::{Board, Panel};
use crate::ui::boxed::Show;
use crate::ui::dates::day;
use crate::ui::details;
use crate::ui::icons;
use crate::ui::memo::memo;
use crate::ui::mirror::Mark;
use crate::ui::names;
use crate::ui::prelude::*;
use crate::ui::shell::Shell;
use wasm_bindgen::JsCast;

/// How many lines are shown at first, and how many more each time they are asked for.
const LINES: usize = 6;
const MORE: usize = 24;

/// The lines of a part.
#[component]
pub fn Gaps(
    /// What finds them.
    find: fn(&Map) -> Vec<Gap>,
    /// What is said where there are none.
    #[prop(default = |t| t.method.nothing_missing)]
    none: fn(&Messages) -> &'static str,
) -> AnyView {
    let board = expect_context::<Board>();
    let shell = board.shell;
    let gaps = memo(move || board.views.survey(find));
    let lines = RwSignal::new(LINES);
    let more = move || gaps.with(Vec::len).saturating_sub(lines.get());
    let list = NodeRef::<leptos::html::Ul>::new();
    // Whoever asks for more goes on at the first line that comes.
    let show = move || {
        let first = untrack(|| lines.get()) as u32;
        lines.update(|lines| *lines += MORE);
        request_animation_frame(move || {
            let line = list.get_untracked().and_then(|list| list.children().item(first));
            let line = line.and_then(|line| line.first_element_child());
            if let Some(line) = line.and_then(|line| line.dyn_into::<web_sys::HtmlElement>().ok()) {
                let _ = line.focus();
            }
        });
    };
    view! {
        <Show
            when=move || gaps.with(|gaps| !gaps.is_empty())
            fallback=move || {
                view! { <p class="panel-hint">{move || none(shell.t())}</p> }
            }
        >
            <ul class="method-gaps" node_ref=list>
                {move || {
                    let shown: Vec<Gap> = gaps.with(|gaps| gaps.iter().take(lines.get()).copied().collect());
                    shown.into_iter().map(|gap| line(board, gap)).collect_view()
                }}
                {move || {
                    let words = || fill(shell.t().method.and_more, &[&shell.locale.get().integer(more())]);
                    (more() > 0)
                        .then(|| {
                            view! {
                                <li>
                                    <button
                                        type="button"
                                        class="method-more"
                                        on:click=move |_| show()
                                    >
                                        {words()}
                                    </button>
                                </li>
                            }
                        })
                }}
            </ul>
        </Show>
    }
}

fn line(board: Board, gap: Gap) -> AnyView {
    let shell = board.shell;
    if matches!(gap, Gap::Ageing(_)) {
        let words = move || shell.mirror.watch(Mark::Any, |map| words(shell, map, gap));
        return view! { <li class="method-more">{words}</li> };
    }
    view! {
        <li>
            <button type="button" class="method-gap" on:click=move |_| lead(board, gap)>
                <span class="panel-text">
                    {move || shell.mirror.watch(Mark::Any, |map| words(shell, map, gap))}
                </span>
                <icons::Glyph icon=icons::RIGHT />
            </button>
        </li>
    }
}

/// What is missing, in words.
fn words(shell: Shell, map: &Map, gap: Gap) -> String {
    let t = shell.t();
    let m = t.method;
    let named = |form, thing| fill(form, &[&names::of(t, map, thing)]);
    match gap {
        Gap::NoBoard => m.no_board.to_owned(),
        Gap::Unnamed(Thing::Step(step)) => {
            let stage = map.steps.get(&step).map(|step| Thing::Stage(step.stage));
            named(m.unnamed_step, stage.unwrap_or(Thing::Map))
        }
        Gap::Unnamed(_) => m.unnamed_stage.to_owned(),
        Gap::EmptyColumn(step) => fill(m.empty_column, &[&names::column(t, map, step)]),
        Gap::EmptyLane(lane) => named(m.empty_lane, Thing::Lane(lane)),
        Gap::NoCurve => m.no_curve.to_owned(),
        Gap::Unfelt(who) => named(m.unfelt, Thing::Persona(who)),
        Gap::Unknown(who) => named(m.unknown, Thing::Persona(who)),
        Gap::NoTarget => m.no_target.to_owned(),
        Gap::ManyTargets => m.many_targets.to_owned(),
        Gap::Unsaid(detail) => fill(m.unsaid, &[details::name(t, detail)]),
        Gap::Unwritten(field) => fill(m.unsaid, &[names::goal(t, field)]),
        Gap::NoOwner(thing) => names::quoted(t, map, thing),
        Gap::NoWay(outcome) => named(m.no_way_to, Thing::Note(outcome)),
        Gap::Groundless(thing) => names::quoted(t, map, thing),
        Gap::Ageing(source) => {
            let date = day(shell.locale.get(), map.word(source, Detail::Date));
            fill(m.aged, &[&names::of(t, map, source), &date])
        }
    }
}

/// Goes where it can be mended.
fn lead(board: Board, gap: Gap) {
    let mirror = board.shell.mirror;
    let lane = |wanted: fn(LaneKind) -> bool| {
        mirror.read(|map| {
            let fits = |lane: &Id| map.lanes.get(lane).is_some_and(|lane| wanted(lane.kind));
            map.rows.iter().copied().find(fits)
        })
    };
    let first = || mirror.read(|map| map.columns.iter().find_map(|column| column.step));
    let to =
        match gap {
            Gap::Unnamed(thing) => mirror.read(|map| of(map, thing)),
            Gap::EmptyColumn(step) => lane(|kind| kind != LaneKind::Emotions)
                .map(|lane| Spot::Cell { lane, step, card: None }),
            Gap::EmptyLane(lane) => first().map(|step| Spot::Cell { lane, step, card: None }),
            Gap::Unfelt(who) => {
                choose(board, who);
                lane(|kind| kind == LaneKind::Emotions)
                    .zip(first())
                    .map(|(lane, step)| Spot::Cell { lane, step, card: None })
            }
            Gap::Unknown(who) | Gap::Groundless(Thing::Persona(who)) => {
                choose(board, who);
                return lead_to(board, Panel::Personas);
            }
            Gap::NoOwner(thing) | Gap::Groundless(thing) => {
                lead_to(board, Panel::Details);
                mirror.read(|map| of(map, thing))
            }
            Gap::NoTarget | Gap::ManyTargets => return lead_to(board, Panel::Personas),
            Gap::Unsaid(_) => return lead_to(board, Panel::About),
            // These stand in the same panel.
            Gap::Unwritten(_) | Gap::NoWay(_) | Gap::Ageing(_) => return,
            Gap::NoCurve => return make_lane(board, LaneKind::Emotions),
            Gap::NoBoard => {
                let add = crate::ui::actions::by_id("add-stage");
                return add.map_or((), |add| (add.run)(board));
            }
        };
    if let Some(spot) = to {
        board.go(spot);
    }
}
