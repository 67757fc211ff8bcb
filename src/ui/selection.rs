//! The selection on the screen: which element has the focus, and how keys move it.

use crate::geometry::spot::{Spot, Way};

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
