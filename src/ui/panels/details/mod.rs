//! What is known of the selected thing: the first things seen, the rest under "More", and comments.

pub mod channel;
pub mod fields;
pub mod looks;
pub mod noted;
pub mod tagged;

use crate::geometry::spot::Spot;
use crate::model::detail::{EVIDENCE, STATUSES};
use crate::model::{Detail, Id, LaneKind, NoteField, Thing};
use crate::ui::board::curve::active;
use crate::ui::board::state::Board;
use crate::ui::memo::{Memo, memo};
use crate::ui::mirror::Mark;
use crate::ui::names;
use crate::ui::prelude::*;
use crate::ui::shell::Shell;
use channel::{Channel, Star};
use fields::{LineField, PersonaField, TypedText, WordField, YesField};
use looks::{Colours, Icons};
use noted::{Comments, NoteLines};
use tagged::Tags;

/// The id of the first field: where the key that opens the panel leads.
pub const FIRST: &str = "details-first";

/// The thing whose details are shown: the selected one; on the curve the feeling of the line that is
/// moved.
fn shown(board: Board) -> Memo<Option<Thing>> {
    memo(move || {
        let spot = board.spot.get()?;
        if let Spot::Cell { lane, step, card: None } = spot {
            let curve = board.shell.mirror.watch(Mark::Thing(Thing::Lane(lane)), |map| {
                map.lanes.get(&lane).is_some_and(|lane| lane.kind == LaneKind::Emotions)
            });
            let persona = active(board)?;
            return curve.then_some(Thing::Feeling { persona, step });
        }
        // A plain stage is one step: what is said of it is said of the stage.
        spot.thing()
    })
}

/// The panel.
#[component]
pub fn Details() -> AnyView {
    let board = expect_context::<Board>();
    let shell = board.shell;
    let thing = shown(board);
    view! {
        <div class="details">
            {move || match thing.get() {
                Some(thing) => about(shell, thing),
                None => {
                    view! { <p class="panel-hint">{move || shell.t().details.nothing}</p> }
                        .into_any()
                }
            }}
        </div>
    }
}

fn about(shell: Shell, thing: Thing) -> AnyView {
    let heading = move || {
        shell.mirror.watch(Mark::Thing(thing), |map| match thing {
            Thing::Feeling { .. } => names::of(shell.t(), map, thing),
            _ => names::sort(shell.t(), thing).to_owned(),
        })
    };
    let text = move || match thing {
        Thing::Card(_) => shell.t().details.text.to_owned(),
        _ => shell.t().details.name.to_owned(),
    };
    let board = use_context::<Board>();
    let several = move || {
        let (board, t) = (board?, shell.t());
        let spot = board.spot.get();
        let count = board
            .picked
            .with(|picked| shell.mirror.watch(Mark::Any, |map| picked.cards(map, spot).len()));
        let cards = shell.locale.get().count(count, t.reports.cards);
        (count > 1 && matches!(thing, Thing::Card(_))).then(|| {
            let words = crate::i18n::fill(t.details.several, &[&cards]);
            view! { <p class="panel-hint" role="status">{words}</p> }
        })
    };
    let is_felt = matches!(thing, Thing::Feeling { .. });
    let body = match thing {
        Thing::Card(id) => card(shell, id),
        Thing::Stage(_) => view! {
            <LineField thing=thing detail=Detail::Time />
            <LineField thing=thing detail=Detail::Owner />
        }
        .into_any(),
        Thing::Step(_) => view! {
            <LineField thing=thing detail=Detail::Time />
            <LineField thing=thing detail=Detail::Owner />
            <YesField thing=thing detail=Detail::Optional />
        }
        .into_any(),
        Thing::Feeling { .. } => view! { <LineField thing=thing detail=Detail::Reason /> },
        _ => ().into_any(),
    };
    view! {
        <p class="panel-sort">{heading}</p>
        {several}
        {(!is_felt)
            .then(|| {
                view! {
                    <div class="detail">
                        <span class="detail-name">{text}</span>
                        <TypedText thing=thing id=FIRST label=Signal::derive(text) />
                    </div>
                }
            })}
        {body}
        <Comments of=thing />
    }
    .into_any()
}

fn card(shell: Shell, id: Id) -> AnyView {
    let thing = Thing::Card(id);
    view! {
        <PersonaField thing=thing />
        <Channel card=id />
        <WordField thing=thing detail=Detail::Evidence words=&EVIDENCE />
        <LineField thing=thing detail=Detail::Owner />
        <details class="details-more">
            <summary>{move || shell.t().details.more}</summary>
            <Colours thing=thing />
            <Icons thing=thing />
            <Tags card=id />
            <WordField thing=thing detail=Detail::Status words=&STATUSES />
            <Star card=id />
            <NoteLines
                of=thing
                field=NoteField::Source
                heading=Signal::derive(move || shell.t().details.sources.to_owned())
                more=Signal::derive(move || shell.t().details.add_source.to_owned())
            />
        </details>
    }
    .into_any()
}
