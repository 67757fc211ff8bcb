//! What is said of a feeling: why, what it comes from, and whether the persona comes by at all.

use super::fields::{LineField, YesField, chosen};
use crate::geometry::spot::Spot;
use crate::model::{Detail, Id, LaneKind, Map, Thing};
use crate::ui::board::state::Board;
use crate::ui::boxed::Show;
use crate::ui::icons;
use crate::ui::memo::memo;
use crate::ui::mirror::Mark;
use crate::ui::names;
use crate::ui::prelude::*;
use crate::ui::widgets::button::Button;

/// The fields of a feeling.
#[component]
pub fn Felt(
    /// Whose feeling.
    persona: Id,
    /// At which step.
    step: Id,
) -> AnyView {
    let thing = Thing::Feeling { persona, step };
    view! {
        <LineField thing=thing detail=Detail::Reason />
        <Cause thing=thing step=step />
        <YesField thing=thing detail=Detail::Skips />
    }
    .into_any()
}

/// The cards of a column that may be the cause of a feeling there: its pain points and delights.
fn causes(map: &Map, step: Id) -> Vec<Id> {
    let fits = |lane: &&Id| {
        let kind = map.lanes.get(*lane).map(|lane| lane.kind);
        matches!(kind, Some(LaneKind::Pains | LaneKind::Delights))
    };
    map.rows.iter().filter(fits).flat_map(|lane| map.cell(*lane, step)).copied().collect()
}

/// The pain point (or delight) that a feeling comes from, and the way there.
#[component]
fn Cause(thing: Thing, step: Id) -> AnyView {
    let board = expect_context::<Board>();
    let shell = board.shell;
    let card = memo(move || {
        shell.mirror.watch(Mark::Thing(thing), |map| Id::parse(map.word(thing, Detail::Cause)))
    });
    let offered = memo(move || {
        shell.mirror.watch(Mark::Any, |map| {
            let mut all = causes(map, step);
            // What was chosen is in the list wherever it stands by now.
            all.extend(card.get().filter(|id| !all.contains(id)));
            let name = |id: Id| (id.to_string(), names::of(shell.t(), map, Thing::Card(id)));
            all.into_iter().map(name).collect::<Vec<_>>()
        })
    });
    let go = Callback::new(move |()| {
        if let Some(card) = card.get_untracked() {
            to_card(board, card);
        }
    });
    view! {
        {chosen(thing, Detail::Cause, move || offered.get())}
        <Show when=move || card.get().is_some()>
            <Button
                label=Signal::derive(move || shell.t().paths.to_cause.to_owned())
                icon=icons::RIGHT
                class="quiet"
                on_press=go
            />
        </Show>
    }
    .into_any()
}

/// Goes to a card, where it stands on the board.
pub fn to_card(board: Board, card: Id) {
    let spot = board.shell.mirror.read(|map| {
        let found = map.cards.get(&card).filter(|card| card.deleted.is_none())?;
        Some(Spot::Cell { lane: found.lane, step: found.step, card: Some(card) })
    });
    if let Some(spot) = spot {
        board.go(spot);
    }
}
