//! What is known of the selected thing: the first things seen, the rest under "More", and comments.

pub mod channel;
pub mod felt;
pub mod fields;
pub mod grip;
pub mod led;
pub mod looks;
pub mod met;
pub mod noted;
pub mod own;
pub mod paths;
pub mod pictured;
pub mod tagged;

use crate::geometry::spot::Spot;
use crate::model::{LaneKind, Thing};
use crate::ui::board::curve::active;
use crate::ui::board::state::Board;
use crate::ui::memo::{Memo, memo};
use crate::ui::mirror::Mark;
use crate::ui::names;
use crate::ui::prelude::*;
use crate::ui::shell::Shell;
use fields::TypedText;
use noted::Comments;

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
    view! {
        <p class="panel-sort">{heading}</p>
        {several}
        {(!is_felt)
            .then(|| {
                view! {
                    <div class="detail">
                        <span class="detail-name">{text}</span>
                        <TypedText thing=thing id="details-first" label=Signal::derive(text) />
                    </div>
                }
            })}
        {own::fields(shell, thing)}
        <led::Led thing=thing />
        <Comments of=thing />
    }
    .into_any()
}
