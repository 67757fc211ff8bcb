//! One step of the outline: its headings, its lanes, the cards of each as a list.

use super::outline_chosen::typed;
use super::outline_feelings::Feelings;
use super::outline_place::{Heading, Place};
use crate::geometry::board::shown;
use crate::geometry::outline::Section;
use crate::geometry::spot::Spot;
use crate::model::{Id, LaneKind, Thing};
use crate::ui::board::facts::facts;
use crate::ui::board::state::{Board, Editing, Target};
use crate::ui::boxed::{For, Show};
use crate::ui::icons::{self, Glyph};
use crate::ui::lanes;
use crate::ui::memo::{flag, memo};
use crate::ui::mirror::Mark;
use crate::ui::names;
use crate::ui::prelude::*;
use crate::ui::selection::dom_id;

/// The section.
#[component]
pub fn SectionView(
    /// Which.
    section: Section,
) -> AnyView {
    let board = expect_context::<Board>();
    let shell = board.shell;
    let rows = memo(move || shell.mirror.watch(Mark::Shape, |map| map.rows.clone()));
    let stage = section.opens.then(|| {
        let spot = Spot::Stage(section.stage);
        view! {
            <h2 class="outline-stage">
                <Heading spot=spot thing=Thing::Stage(section.stage) />
            </h2>
            <Told spot=spot />
        }
    });
    let step = section.step.filter(|_| section.named).map(|step| {
        view! {
            <h3 class="outline-step">
                <Heading spot=Spot::Step(step) thing=Thing::Step(step) />
            </h3>
            <Told spot=Spot::Step(step) />
        }
    });
    let body = match section.step {
        Some(step) => view! {
            <For
                each=move || rows.get()
                key=|lane| *lane
                children=move |lane| view! { <LaneView lane=lane step=step deep=section.named /> }
            />
        },
        None => view! { <p class="panel-hint">{move || shell.t().views.column_empty}</p> },
    };
    view! { <section class="outline-section">{stage} {step} {body}</section> }
}

/// What is said of a header beside its name: when, whether everyone goes there, the paths from it.
#[component]
fn Told(spot: Spot) -> AnyView {
    let board = expect_context::<Board>();
    let words = memo(move || facts(board, spot).words());
    view! {
        {move || {
            let lines = words.get().into_iter().map(|line| view! { <li dir="auto">{line}</li> });
            let lines: Vec<_> = lines.collect();
            (!lines.is_empty()).then(|| view! { <ul class="outline-told">{lines}</ul> })
        }}
    }
}

/// One lane of a step. With `deep` it stands below a step's heading.
#[component]
fn LaneView(lane: Id, step: Id, deep: bool) -> AnyView {
    let board = expect_context::<Board>();
    let shell = board.shell;
    let kind = shell.mirror.read(|map| map.lanes.get(&lane).map_or(LaneKind::Text, |l| l.kind));
    let name = memo(move || {
        shell.mirror.watch(Mark::Thing(Thing::Lane(lane)), |map| {
            names::of(shell.t(), map, Thing::Lane(lane))
        })
    });
    let cards = memo(move || {
        let cards = shell.mirror.watch(Mark::Cell(lane, step), |map| shown(map, lane, step));
        cards.into_iter().filter(|card| !board.views.is_dim(*card)).collect::<Vec<_>>()
    });
    // While a card is hidden by the filter alone the lane is told from one that is empty.
    let bare = flag(move || kind != LaneKind::Emotions && cards.with(Vec::is_empty));
    let label = view! {
        <Glyph icon=lanes::icon(kind) />
        <span dir="auto">{move || name.get()}</span>
    };
    let heading = if deep {
        view! { <h4 class="outline-lane">{label}</h4> }
    } else {
        view! { <h3 class="outline-lane">{label}</h3> }
    };
    let body = if kind == LaneKind::Emotions {
        view! { <Feelings lane=lane step=step /> }
    } else {
        view! {
            <Show when=move || !bare.get()>
                <ul class="outline-cards">
                    <For
                        each=move || cards.get()
                        key=|card| *card
                        children=move |card| view! { <Place card=card lane=lane step=step /> }
                    />
                </ul>
            </Show>
            <Add lane=lane step=step />
        }
    };
    view! {
        <div class="outline-row" data-kind=kind.word() class:bare=move || bare.get()>
            {heading}
            {body}
        </div>
    }
}

/// Where a card is added; while one is being typed, its field.
#[component]
fn Add(lane: Id, step: Id) -> AnyView {
    let board = expect_context::<Board>();
    let shell = board.shell;
    let spot = Spot::Cell { lane, step, card: None };
    let draft = memo(move || {
        shell.mirror.watch(Mark::Cell(lane, step), |_| ());
        match typed(board) {
            Some(Target::Card(card, of, Some((at, _)))) if (of, at) == (lane, step) => Some(card),
            _ => None,
        }
    });
    let label = move || {
        shell.mirror.watch(Mark::Thing(Thing::Lane(lane)), |map| {
            let t = shell.t();
            let lane = names::of(t, map, Thing::Lane(lane));
            crate::i18n::fill(t.views.add_here, &[&lane, &names::column(t, map, step)])
        })
    };
    let add = move || {
        board.select(spot);
        let target = Target::Card(shell.id(), lane, Some((step, usize::MAX)));
        board.open(Editing { target, replace: false });
    };
    view! {
        {move || {
            draft
                .get()
                .map(|card| {
                    view! {
                        <div class="outline-draft">
                            <crate::ui::board::rich::CardEditor card=card lane=lane step=step />
                        </div>
                    }
                })
        }}
        <button
            type="button"
            id=dom_id(spot)
            class="outline-add"
            data-place=""
            aria-label=label
            tabindex="-1"
            on:focus=move |_| board.select(spot)
            on:click=move |_| add()
        >
            <Glyph icon=icons::PLUS />
        </button>
    }
}
