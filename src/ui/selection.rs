//! The selection on the screen: which element has the focus, and how keys move it.

use crate::geometry::spot::{Spot, Way};
use leptos::ev;

/// The DOM id of the element that takes the focus for a spot.
pub fn dom_id(spot: Spot) -> String {
    match spot {
        Spot::Stage(id) => format!("stage-{id}"),
        Spot::Step(id) => format!("step-{id}"),
        Spot::Lane(id) => format!("lane-{id}"),
        Spot::Cell { lane, step, card: None } => format!("cell-{lane}-{step}"),
        Spot::Cell { lane, card: Some(card), .. } => format!("card-{lane}-{card}"),
    }
}

/// Whether a key begins to type: a character, or what an input method takes for itself (229). The editor opens before
/// the method composes, so that its first letter is not lost. A dead key waits for its letter, which comes as one.
pub fn begins_typing(event: &ev::KeyboardEvent) -> bool {
    let key = event.key();
    let composes = key == "Process" || event.key_code() == 229 && key != "Dead";
    let letter = key.chars().count() == 1 && key != " ";
    (letter || composes) && !event.ctrl_key() && !event.meta_key() && !event.alt_key()
}

/// The way a key leads, if it is one that moves the selection.
pub fn way(key: &str, ctrl: bool) -> Option<Way> {
    Some(match (key, ctrl) {
        ("ArrowLeft", false) => Way::Left,
        ("ArrowRight", false) => Way::Right,
        ("ArrowUp", false) => Way::Up,
        ("ArrowDown", false) => Way::Down,
        ("Home", false) | ("ArrowLeft", true) => Way::RowStart,
        ("End", false) | ("ArrowRight", true) => Way::RowEnd,
        ("Home", true) => Way::First,
        ("End", true) => Way::Last,
        _ => return None,
    })
}
