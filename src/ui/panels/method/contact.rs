//! The part of the method about touchpoints: what is noticed among them, and the way to their inventory.

use super::{Section, lead_to};
use crate::analysis::contact::findings;
use crate::analysis::standing::Standing;
use crate::model::{List, Map};
use crate::ui::board::state::{Board, Panel};
use crate::ui::icons;
use crate::ui::panels::touchpoints::findings::Findings;
use crate::ui::prelude::*;
use crate::ui::widgets::button::Button;

/// The part.
pub const SECTION: Section = Section {
    id: "touchpoints",
    name: |t| t.touchpoints.title,
    first: |t, _| t.touchpoints.hint,
    standing,
    body,
};

fn standing(map: &Map) -> Standing {
    Standing::of(findings(map).len(), !map.list(List::Touchpoints).is_empty())
}

fn body() -> AnyView {
    let board = expect_context::<Board>();
    let there = board.shell.mirror.read(|map| !map.list(List::Touchpoints).is_empty());
    let open = move || lead_to(board, Panel::Touchpoints);
    view! {
        <Button
            label=Signal::derive(move || board.shell.t().touchpoints.open.to_owned())
            icon=icons::TOUCHPOINTS
            on_press=Callback::new(move |()| open())
        />
        {there.then(|| view! { <Findings open=Callback::new(move |_| open()) /> })}
    }
    .into_any()
}
