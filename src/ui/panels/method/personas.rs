//! The part of the method about whose journey it is.

use super::Section;
use super::gaps::Gaps;
use crate::analysis::standing::{Gap, Standing, people};
use crate::model::Map;
use crate::ui::board::state::{Board, Panel};
use crate::ui::icons;
use crate::ui::prelude::*;
use crate::ui::widgets::button::Button;

/// The part.
pub const SECTION: Section = Section {
    id: "personas",
    name: |t| t.method.personas,
    first: |t| t.method.personas_first,
    standing,
    body,
};

fn standing(map: &Map) -> Standing {
    let gaps = people(map);
    let unknown = gaps.iter().filter(|gap| matches!(gap, Gap::Unknown(_))).count();
    Standing::of(gaps.len(), unknown < map.cast.len())
}

fn body() -> AnyView {
    let board = expect_context::<Board>();
    view! {
        <Gaps find=people />
        <Button
            label=Signal::derive(move || board.shell.t().method.open_personas.to_owned())
            icon=icons::PERSON
            on_press=Callback::new(move |()| board.panel.set(Some(Panel::Personas)))
        />
    }
    .into_any()
}
