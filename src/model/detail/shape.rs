//! What a detail holds, and what it refers to.

use crate::model::rows::{row_of, thing_at};
use crate::model::{Id, List, Thing};

/// What a detail holds.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Shape {
    /// A text, not empty.
    Text,
    /// A whole number.
    Whole,
    /// Yes, or nothing.
    Yes,
    /// The id of a persona.
    Persona,
    /// The id of a card.
    Card,
    /// The id of a stage.
    Stage,
    /// The id of a touchpoint.
    Touchpoint,
    /// A thing, as `<root>/<id>`.
    Thing,
}

impl Shape {
    /// The thing that a value of this shape refers to; `None` where it is no reference, or names nothing.
    pub fn refers(self, value: &str) -> Option<Thing> {
        let thing: fn(Id) -> Thing = match self {
            Shape::Text | Shape::Whole | Shape::Yes => return None,
            Shape::Persona => Thing::Persona,
            Shape::Card => Thing::Card,
            Shape::Stage => Thing::Stage,
            Shape::Touchpoint => |id| Thing::Entry(List::Touchpoints, id),
            Shape::Thing => {
                let (root, id) = value.split_once('/')?;
                return thing_at(root, id);
            }
        };
        Id::parse(value).map(thing)
    }

    /// The value of this shape that refers to a thing; `None` where it is of another sort.
    pub fn spelled(self, to: Thing) -> Option<String> {
        let value = match (self, row_of(to)?) {
            (Shape::Thing, (root, id)) => format!("{root}/{id}"),
            (_, (_, id)) => id.to_string(),
        };
        (self.refers(&value) == Some(to)).then_some(value)
    }

    /// Whether it refers to a thing.
    pub fn is_reference(self) -> bool {
        !matches!(self, Shape::Text | Shape::Whole | Shape::Yes)
    }
}
