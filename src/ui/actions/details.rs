//! The action that leads to the details of the selected thing.

use super::{Action, Group, Key, Part, Reach, alt, always, ctrl, toggle};
use crate::geometry::spot::Spot;
use crate::model::Thing;
use crate::model::rich::first_link;
use crate::ui::board::paragraphs::follow;
use crate::ui::board::pictures;
use crate::ui::board::state::{Board, Panel};
use crate::ui::icons;
use crate::ui::mirror::Mark;
use crate::ui::prelude::*;
use wasm_bindgen::JsCast;

/// Opens the panel of details and puts the caret into its first field.
pub const DETAILS: Action = Action {
    id: "details",
    label: |t| t.details.details,
    keys: &[ctrl("Enter"), alt("Enter")],
    reach: Reach::Board,
    icon: icons::DETAILS,
    group: Group::Selection,
    enabled: always,
    run: |board| open(board, "textarea, input, select"),
};

/// Opens the panel of details with the caret where a tag is typed.
pub const TAG: Action = Action {
    id: "tag",
    label: |t| t.hands.tag,
    keys: &[],
    reach: Reach::Board,
    icon: icons::TAG,
    group: Group::Menu,
    enabled: super::on_card,
    run: |board| open(board, "#add-tag"),
};

/// Opens the first link in the text of the selected card.
pub const LINK: Action = Action {
    id: "link",
    label: |t| t.rich.open_link,
    keys: &[Key { ctrl: true, alt: false, shift: true, key: "Enter" }],
    reach: Reach::Board,
    icon: icons::LINK,
    group: Group::Menu,
    enabled: |board| link(board).is_some(),
    run: |board| {
        if let Some(href) = link(board) {
            follow(&href);
        }
    },
};

fn link(board: Board) -> Option<String> {
    let Some(Spot::Cell { card: Some(card), .. }) = board.spot.get() else { return None };
    board.shell.mirror.watch(Mark::Thing(Thing::Card(card)), |map| {
        let card = map.cards.get(&card)?;
        first_link(&card.text, card.rich.as_deref()?)
    })
}

/// Lets the person choose pictures for the selected card or cell.
pub const PICTURE: Action = Action {
    id: "picture",
    label: |t| t.pictures.add,
    keys: &[],
    reach: Reach::Board,
    icon: icons::IMAGES,
    group: Group::Menu,
    enabled: pictures::can_add,
    run: pictures::add,
};

/// Opens the panel that says what the map is, also where the bar has no room for it.
pub const ABOUT: Action = Action {
    id: "about",
    label: |t| t.details.about,
    keys: &[],
    reach: Reach::Board,
    icon: icons::FLAG,
    group: Group::More(Part::Map),
    enabled: always,
    run: |board| toggle(board, Panel::About),
};

/// Opens the panel; the focus goes to the first field there that fits.
pub fn open(board: Board, field: &'static str) {
    board.panel.set(Some(Panel::Details));
    request_animation_frame(move || {
        let panel = document().query_selector(".details").ok().flatten();
        let found = panel.and_then(|panel| panel.query_selector(field).ok().flatten());
        // It may lie under "More".
        let more = found.as_ref().and_then(|field| field.closest("details").ok().flatten());
        if let Some(more) = more {
            let _ = more.set_attribute("open", "");
        }
        if let Some(field) = found.and_then(|field| field.dyn_into::<web_sys::HtmlElement>().ok()) {
            let _ = field.focus();
        }
    });
}
