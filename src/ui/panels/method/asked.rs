//! Who was asked, of a source: any of the known words, and what was written there in others.

use crate::model::detail::{ASKED, several, ticked};
use crate::model::{Detail, Thing};
use crate::ui::boxed::For;
use crate::ui::details::{name, set_word, word};
use crate::ui::memo::memo;
use crate::ui::mirror::Mark;
use crate::ui::panels::details::fields::Check;
use crate::ui::prelude::*;
use crate::ui::shell::use_shell;

/// The boxes to tick.
#[component]
pub fn Asked(
    /// The source.
    thing: Thing,
) -> AnyView {
    let shell = use_shell();
    let now = memo(move || {
        shell.mirror.watch(Mark::Thing(thing), |map| map.word(thing, Detail::Asked).to_owned())
    });
    // A box that is unticked stays as long as the panel: the focus is in it.
    let known = StoredValue::new(ASKED.iter().map(|one| (*one).to_owned()).collect::<Vec<_>>());
    let offered = memo(move || {
        now.with(|now| {
            known.update_value(|known| {
                for one in several(now) {
                    if !known.iter().any(|other| other == one) {
                        known.push(one.to_owned());
                    }
                }
            });
        });
        known.get_value()
    });
    let tick = move |one: String| {
        let (is, called) = (one.clone(), one.clone());
        let label = Signal::derive(move || word(shell.t(), Detail::Asked, &called).to_owned());
        let checked = Signal::derive(move || now.with(|now| several(now).any(|known| known == is)));
        let on_change = Callback::new(move |on| {
            let words = now.with_untracked(|now| ticked(now, &one, on, &ASKED));
            set_word(shell, &[thing], Detail::Asked, &words);
        });
        view! { <Check label=label checked=checked on_change=on_change /> }
    };
    view! {
        <fieldset class="method-ticks">
            <legend>{move || name(shell.t(), Detail::Asked)}</legend>
            <For each=move || offered.get() key=|one| one.clone() children=tick />
        </fieldset>
    }
    .into_any()
}
