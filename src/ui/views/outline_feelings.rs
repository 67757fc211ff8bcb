//! The feelings at one step in words, one persona a line; + and − raise and lower them.

use super::outline_chosen::typed;
use crate::geometry::spot::Spot;
use crate::model::{Id, Thing};
use crate::ui::board::curve::active;
use crate::ui::board::state::{Board, Editing, Target};
use crate::ui::board::word::WordEditor;
use crate::ui::boxed::For;
use crate::ui::feelings;
use crate::ui::memo::{flag, memo};
use crate::ui::mirror::Mark;
use crate::ui::names;
use crate::ui::panels::choices::ChoiceMark;
use crate::ui::prelude::*;
use crate::ui::selection::dom_id;

/// The list.
#[component]
pub fn Feelings(
    /// The lane that draws the curve.
    lane: Id,
    /// The step.
    step: Id,
) -> AnyView {
    let board = expect_context::<Board>();
    let cast = memo(move || board.shell.mirror.watch(Mark::Shape, |map| map.cast.clone()));
    view! {
        <ul class="outline-cards">
            <For
                each=move || cast.get()
                key=|persona| *persona
                children=move |persona| view! { <Feeling persona=persona lane=lane step=step /> }
            />
        </ul>
    }
}

#[component]
fn Feeling(persona: Id, lane: Id, step: Id) -> AnyView {
    let board = expect_context::<Board>();
    let shell = board.shell;
    let thing = Thing::Feeling { persona, step };
    let spot = Spot::Cell { lane, step, card: None };
    let words = memo(move || {
        let (t, locale) = (shell.t(), shell.locale.get());
        shell.mirror.watch(Mark::Curve, |map| {
            let feeling = map.feeling(persona, step);
            let level = feeling.level.map_or_else(
                || t.board.no_feeling.to_owned(),
                |level| format!("{} ({})", feelings::word(t, level), locale.level(level)),
            );
            let who = names::of(t, map, Thing::Persona(persona));
            let said = crate::i18n::fill(t.views.feels, &[&who, &level]);
            if feeling.name.is_empty() {
                said
            } else {
                format!("{said}, {}", feelings::name(t, &feeling.name))
            }
        })
    });
    let own = flag(move || active(board) == Some(persona));
    let editing = flag(move || {
        shell.mirror.watch(Mark::Thing(thing), |_| ());
        typed(board) == Some(Target::Word(persona, step))
    });
    let select = move |_| {
        board.persona.set(Some(persona));
        board.select(spot);
    };
    let open = move |_| {
        board.persona.set(Some(persona));
        board.open(Editing { target: Target::Word(persona, step), replace: false });
    };
    view! {
        <li class="outline-card outline-feeling">
            <button
                type="button"
                id=move || own.get().then(|| dom_id(spot))
                class="outline-text"
                data-place=""
                dir="auto"
                tabindex="-1"
                on:focus=select
                on:click=open
            >
                {move || words.get()}
            </button>
            {move || {
                editing.get().then(|| view! { <WordEditor persona=persona step=step spot=spot /> })
            }}
            <ChoiceMark thing=thing />
        </li>
    }
}
