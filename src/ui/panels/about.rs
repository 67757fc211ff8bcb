//! What the map is: its type, its scenario, whether it shows what is or what is to be; comments on it.

use super::details::fields::{LineField, WordField};
use super::details::noted::Comments;
use crate::model::{Detail, Thing};
use crate::ui::prelude::*;
use crate::ui::shell::use_shell;

/// The panel.
#[component]
pub fn About() -> AnyView {
    let shell = use_shell();
    view! {
        <p class="panel-hint">{move || shell.t().details.about_first}</p>
        <div class="details">
            <LineField thing=Thing::Map detail=Detail::Type />
            <LineField thing=Thing::Map detail=Detail::Scenario />
            <WordField thing=Thing::Map detail=Detail::State words=&["as-is", "to-be"] />
            <super::unseen::Unseen />
            <Comments of=Thing::Map />
        </div>
    }
    .into_any()
}
