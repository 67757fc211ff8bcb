//! Pictures onto the board: dropped on a card or cell, pasted, or chosen for the selected one.

use super::drag::Dragging;
use super::landing::Mark;
use super::state::Board;
use crate::geometry::spot::Spot;
use crate::model::{Id, LaneKind, Thing};
use crate::ui::command::{Command, PictureFor};
use crate::ui::picture::{choose, images};
use leptos::ev::DragEvent;
use wasm_bindgen::JsCast;
use web_sys::{DataTransfer, Element, File};

/// Where a picture for the selected place goes: onto its card, or into its cell as a card of its own.
fn selected(board: Board) -> Option<PictureFor> {
    match board.spot.get_untracked()? {
        Spot::Cell { card: Some(card), .. } => Some(PictureFor::Thing(Thing::Card(card))),
        Spot::Cell { lane, step, .. } => {
            holds_cards(board, lane).then_some(PictureFor::Cell(lane, step, usize::MAX))
        }
        _ => None,
    }
}

fn holds_cards(board: Board, lane: Id) -> bool {
    kind(board, lane).is_some_and(|kind| kind != LaneKind::Emotions)
}

fn kind(board: Board, lane: Id) -> Option<LaneKind> {
    board.shell.mirror.read(|map| map.lanes.get(&lane).map(|lane| lane.kind))
}

/// Whether a picture can go to the selected place. Watches it.
pub fn can_add(board: Board) -> bool {
    board.spot.track();
    selected(board).is_some()
}

/// Lets the person choose pictures for the selected place.
pub fn add(board: Board) {
    if let Some(place) = selected(board).filter(|_| !board.shell.refuse_look()) {
        choose(true, move |files| board.shell.send(Command::AddPictures(files, place)));
    }
}

/// Whether a new card of this lane begins with its picture.
pub fn is_gallery(board: Board, lane: Id) -> bool {
    kind(board, lane) == Some(LaneKind::Images)
}

/// Takes the pictures of a paste that brings nothing else; whether it did.
pub fn pasted(board: Board, data: &DataTransfer) -> bool {
    let text = data.get_data("text/plain").unwrap_or_default();
    let Some(files) = images(data).filter(|_| text.trim().is_empty()) else { return false };
    give(board, files, selected(board));
    true
}

fn give(board: Board, files: Vec<File>, place: Option<PictureFor>) {
    let shell = board.shell;
    match place {
        _ if shell.refuse_look() => {}
        Some(place) => shell.send(Command::AddPictures(files, place)),
        None => shell.notify(shell.t_now().pictures.nowhere.to_owned(), false, None),
    }
}

/// Files are held over the board: marks where pictures would go. The browser tells their types and
/// nothing else before they are dropped.
pub fn over(board: Board, dragging: Dragging, event: &DragEvent) {
    let Some(data) = event.data_transfer().filter(|_| !board.shell.mirror.is_looking()) else {
        return;
    };
    let items = data.items();
    let is_image = |at: u32| items.get(at).is_some_and(|one| one.type_().starts_with("image/"));
    if items.length() == 0 || !(0..items.length()).all(is_image) {
        return;
    }
    // What is not the board's is the window's, where files are imported.
    event.prevent_default();
    dragging.guide.set(under(board, event).map(|(_, mark)| mark));
}

/// Files were dropped on the board.
pub fn dropped(board: Board, dragging: Dragging, event: &DragEvent) {
    dragging.guide.set(None);
    if let Some(files) = event.data_transfer().as_ref().and_then(images) {
        event.prevent_default();
        event.stop_propagation();
        give(board, files, under(board, event).map(|(place, _)| place));
    }
}

/// What is under the pointer: the card, else the cell.
fn under(board: Board, event: &DragEvent) -> Option<(PictureFor, Mark)> {
    let at: Element = event.target()?.dyn_into().ok()?;
    let id = |element: &Element, name: &str| Id::parse(&element.get_attribute(name)?);
    let cell = at.closest(".cell").ok()??;
    let (element, place) = match at.closest(".card").ok()? {
        Some(card) => {
            let place = PictureFor::Thing(Thing::Card(id(&card, "data-card")?));
            (card, place)
        }
        None => {
            let (lane, step) = (id(&cell, "data-lane")?, id(&cell, "data-step")?);
            let place = PictureFor::Cell(lane, step, usize::MAX);
            holds_cards(board, lane).then_some((cell, place))?
        }
    };
    let rect = element.get_bounding_client_rect();
    Some((place, (rect.left(), rect.top(), rect.width(), rect.height())))
}
