//! The part of the method that says what the map is for.

use super::Section;
use crate::analysis::standing::{Gap, Standing};
use crate::model::{Detail, Map, Thing};
use crate::ui::panels::details::fields::{LineField, WordField};
use crate::ui::prelude::*;

/// The part.
pub const SECTION: Section = Section {
    id: "goal",
    name: |t| t.method.goal,
    first: |t| t.method.goal_first,
    standing: |map| Standing::of(missing(map).len(), missing(map).len() < ASKED.len()),
    body,
};

const ASKED: [Detail; 2] = [Detail::Scenario, Detail::State];

fn missing(map: &Map) -> Vec<Gap> {
    let unsaid = |detail: &Detail| map.word(Thing::Map, *detail).is_empty();
    ASKED.into_iter().filter(unsaid).map(Gap::Unsaid).collect()
}

fn body() -> AnyView {
    view! {
        <div class="details">
            <LineField thing=Thing::Map detail=Detail::Scenario />
            <WordField thing=Thing::Map detail=Detail::State words=&["as-is", "to-be"] />
        </div>
    }
    .into_any()
}
