//! The part of the method about whose journey it is.

use super::gaps::Gaps;
use super::research::Research;
use super::{Section, lead_to};
use crate::analysis::research::groundless;
use crate::analysis::standing::{Gap, Standing, people};
use crate::model::{List, Map};
use crate::ui::board::state::{Board, Panel};
use crate::ui::icons;
use crate::ui::prelude::*;
use crate::ui::widgets::button::Button;

/// The part.
pub const SECTION: Section = Section {
    id: "personas",
    name: |t| t.method.personas,
    first: |t, _| t.method.personas_first,
    standing,
    body,
};

fn standing(map: &Map) -> Standing {
    let gaps = people(map);
    let unknown = gaps.iter().filter(|gap| matches!(gap, Gap::Unknown(_))).count();
    let sources = map.list(List::Sources);
    // Until something is in the log, that all is assumed goes without saying.
    let assumed = if sources.is_empty() { 0 } else { groundless(map).len() };
    Standing::of(gaps.len() + assumed, unknown < map.cast.len() || !sources.is_empty())
}

fn body() -> AnyView {
    let board = expect_context::<Board>();
    view! {
        <Gaps find=people />
        <Button
            label=Signal::derive(move || board.shell.t().method.open_personas.to_owned())
            icon=icons::PERSON
            on_press=Callback::new(move |()| lead_to(board, Panel::Personas))
        />
        <Research />
    }
    .into_any()
}
