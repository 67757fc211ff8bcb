//! The colour and the icon of a card: each a row of pictures, one of which is chosen.

use crate::model::detail::COLOURS;
use crate::model::{Detail, Thing};
use crate::ui::board::state::Board;
use crate::ui::card_icons::CARD_ICONS;
use crate::ui::details::{name, set_word, targets, word};
use crate::ui::icons::Glyph;
use crate::ui::mirror::Mark;
use crate::ui::prelude::*;
use crate::ui::shell::use_shell;

/// The palette; the word of the chosen colour stands beside its name.
#[component]
pub fn Colours(
    /// The card.
    thing: Thing,
) -> AnyView {
    let one = |of: &'static str| {
        view! { <span class="swatch" data-colour=of></span> }
    };
    row(thing, Detail::Colour, COLOURS.iter().map(|of| (*of, one(of))).collect())
}

/// The icons.
#[component]
pub fn Icons(
    /// The card.
    thing: Thing,
) -> AnyView {
    let all = CARD_ICONS.iter().map(|one| (one.word, view! { <Glyph icon=one.icon /> }));
    row(thing, Detail::Icon, all.collect())
}

fn row(thing: Thing, detail: Detail, offered: Vec<(&'static str, AnyView)>) -> AnyView {
    let shell = use_shell();
    let board = use_context::<Board>();
    let now =
        move || shell.mirror.watch(Mark::Thing(thing), |map| map.word(thing, detail).to_owned());
    let none = [("", view! { <span class="swatch none"></span> })];
    let options = none.into_iter().chain(offered).map(|(of, picture)| {
        let label = move || {
            let t = shell.t();
            if of.is_empty() { t.details.none } else { word(t, detail, of) }
        };
        view! {
            <label class="pick" title=label>
                <input
                    aria-label=label
                    type="radio"
                    name=detail.key()
                    prop:checked=move || now() == of
                    prop:disabled=move || shell.look.with(Option::is_some)
                    on:change=move |_| set_word(shell, &targets(board, thing), detail, of)
                />
                {picture}
            </label>
        }
    });
    view! {
        <fieldset class="picks">
            <legend class="detail-name">
                {move || name(shell.t(), detail)}
                {move || {
                    let (t, now) = (shell.t(), now());
                    (!now.is_empty()).then(|| t.told("", word(t, detail, &now)))
                }}
            </legend>
            {options.collect_view()}
        </fieldset>
    }
}
