//! What a stage's or step's header says beside its name: when, how long, and whether everyone goes there.

use super::paths::described;
use super::state::Board;
use crate::geometry::spot::Spot;
use crate::model::{Detail, Thing};
use crate::ui::actions::structure::step_of;
use crate::ui::icons;
use crate::ui::memo::memo;
use crate::ui::mirror::Mark;
use crate::ui::prelude::*;

/// What is said of a header.
#[derive(Clone, PartialEq, Default)]
pub struct Facts {
    /// When it takes place, or how long.
    pub time: String,
    /// Not everyone goes through it.
    pub optional: bool,
    optional_word: &'static str,
    paths: Vec<String>,
}

impl Facts {
    /// All of it in words.
    pub fn words(self) -> Vec<String> {
        let mut words = Vec::new();
        words.extend((!self.time.is_empty()).then_some(self.time));
        words.extend(self.optional.then(|| self.optional_word.to_owned()));
        words.extend(self.paths);
        words
    }
}

/// What is said of a header; watches it. A stage that is shown without its steps speaks for its only
/// one.
pub fn facts(board: Board, spot: Spot) -> Facts {
    let mirror = board.shell.mirror;
    let Some(thing) = spot.thing() else { return Facts::default() };
    mirror.watch(Mark::Shape, |_| ());
    let step = step_of(board, Some(spot));
    let time = mirror.watch(Mark::Thing(thing), |map| map.word(thing, Detail::Time).to_owned());
    mirror.watch(Mark::Paths, |map| Facts {
        time: match step {
            Some(step) if time.is_empty() => map.word(Thing::Step(step), Detail::Time).to_owned(),
            _ => time,
        },
        optional: step.is_some_and(|step| map.is(Thing::Step(step), Detail::Optional)),
        optional_word: board.shell.t().paths.optional,
        paths: step.map(|step| described(board, map, step)).unwrap_or_default(),
    })
}

/// Time and "optional", beside the name.
#[component]
pub fn HeadFacts(
    /// Where it is.
    spot: Spot,
) -> AnyView {
    let board = expect_context::<Board>();
    let found = memo(move || facts(board, spot));
    view! {
        {move || {
            let Facts { time, optional, optional_word, .. } = found.get();
            let time = (!time.is_empty()).then(|| {
                view! {
                    <span class="head-time">
                        <icons::Glyph icon=icons::CLOCK />
                        <span>{time}</span>
                    </span>
                }
            });
            let optional = optional.then(|| view! { <span class="head-optional">{optional_word}</span> });
            let lead = (!super::leads::words(board, spot).is_empty())
                .then(|| view! { <super::leads::LeadMark spot=spot /> });
            let some = time.is_some() || optional.is_some() || lead.is_some();
            some.then(|| view! { <span class="head-facts">{time} {optional} {lead}</span> })
        }}
    }
}
