//! The places of the outline that are named or hold a text: pressed, they are typed into.

use super::outline_chosen::typed;
use crate::geometry::spot::Spot;
use crate::model::{Id, Thing};
use crate::ui::board::editor::NameEditor;
use crate::ui::board::news::NewsMark;
use crate::ui::board::paragraphs::flat;
use crate::ui::board::rich::CardEditor;
use crate::ui::board::state::{Board, Editing, Target};
use crate::ui::memo::{flag, memo};
use crate::ui::mirror::Mark;
use crate::ui::names;
use crate::ui::panels::choices::ChoiceMark;
use crate::ui::picture::PictureOf;
use crate::ui::prelude::*;
use crate::ui::selection::dom_id;

/// The name of a stage, a step or a lane within its heading.
#[component]
pub fn Heading(
    /// Where it is.
    spot: Spot,
    /// What it names.
    thing: Thing,
) -> AnyView {
    let board = expect_context::<Board>();
    let shell = board.shell;
    let name = memo(move || {
        shell.mirror.watch(Mark::Thing(thing), |map| names::of(shell.t(), map, thing))
    });
    let editing = flag(move || {
        shell.mirror.watch(Mark::Thing(thing), |_| ());
        typed(board).is_some_and(|target| target == Target::Name(thing))
    });
    let open = move |_| board.open(Editing { target: Target::Name(thing), replace: false });
    view! {
        {move || {
            if editing.get() {
                view! { <NameEditor thing=thing spot=spot /> }
            } else {
                view! {
                    <button
                        type="button"
                        id=dom_id(spot)
                        class="outline-name"
                        data-place=""
                        dir="auto"
                        tabindex="-1"
                        on:focus=move |_| board.select(spot)
                        on:click=open
                    >
                        {move || name.get()}
                    </button>
                }
            }
        }}
        <NewsMark thing=thing />
        <ChoiceMark thing=thing />
    }
}

/// A card as an item of a list.
#[component]
pub fn Place(
    /// Which card.
    card: Id,
    /// The lane it is shown in.
    lane: Id,
    /// The step.
    step: Id,
) -> AnyView {
    let board = expect_context::<Board>();
    let shell = board.shell;
    let thing = Thing::Card(card);
    let spot = Spot::Cell { lane, step, card: Some(card) };
    let words = move || {
        shell.mirror.watch(Mark::Thing(thing), |map| {
            let t = shell.t();
            let (text, marks) = (names::of(t, map, thing), super::facets::marks(t, map, card));
            let marks =
                (!marks.is_empty()).then(|| view! { <span class="outline-marks">{marks}</span> });
            let rich =
                map.cards.get(&card).and_then(|found| Some((&found.text, found.rich.as_deref()?)));
            let text = rich.map_or_else(|| text.into_any(), |(text, rich)| flat(text, rich));
            view! { {text} {marks} }.into_any()
        })
    };
    let editing = flag(move || {
        shell.mirror.watch(Mark::Thing(thing), |_| ());
        matches!(typed(board), Some(Target::Card(id, of, _)) if id == card && of == lane)
    });
    let open = move |_| {
        board.open(Editing { target: Target::Card(card, lane, None), replace: false });
    };
    view! {
        <li class="outline-card">
            <PictureOf thing=thing class="outline-picture" />
            {move || {
                if editing.get() {
                    view! { <CardEditor card=card lane=lane step=step /> }
                } else {
                    view! {
                        <button
                            type="button"
                            id=dom_id(spot)
                            class="outline-text"
                            data-place=""
                            data-card=card.to_string()
                            dir="auto"
                            tabindex="-1"
                            on:focus=move |_| board.select(spot)
                            on:click=open
                        >
                            {words}
                        </button>
                    }
                }
            }}
            <NewsMark thing=thing />
            <ChoiceMark thing=thing />
        </li>
    }
}
