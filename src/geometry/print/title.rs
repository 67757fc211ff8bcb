//! The title on paper: the portraits of those it is about, the name of the map, and what it is.

use super::{Role, Shape};
use crate::analysis::cast::about;
use crate::geometry::wrap::lead;
use crate::model::{Map, Thing};

/// Side of a portrait, px.
const SIDE: f64 = 40.0;
/// From one portrait to the next, px.
const APART: f64 = 46.0;
/// The most portraits: beside the title there is no room for a crowd.
const MOST: usize = 4;

/// The title's shapes in a width: at most 46 px high. What is read from the right begins there.
pub fn title(map: &Map, name: &str, what: &str, width: f64) -> Vec<Shape> {
    let keys = about(map).into_iter().map(|id| map.picture(Thing::Persona(id)));
    let keys: Vec<&str> = keys.filter(|key| !key.is_empty()).take(MOST).collect();
    let left = if keys.is_empty() { 0.0 } else { APART * keys.len() as f64 + 6.0 };
    let portrait = |(at, key): (usize, &&str)| {
        Shape::Portrait(APART * at as f64, 4.0, SIDE, (*key).to_owned())
    };
    let mut shapes: Vec<Shape> = keys.iter().enumerate().map(portrait).collect();
    for (role, base, text) in [(Role::Title, 22.0, name), (Role::About, 40.0, what)] {
        let lead = lead(text);
        let x = if lead.is_empty() { left } else { width };
        shapes.push(Shape::Text(role, x, base, format!("{lead}{text}")));
    }
    shapes
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::map::Value;
    use crate::model::{Detail, Id};

    #[test]
    fn those_a_map_is_about_are_seen_before_its_title() {
        let mut map = Map::default();
        let ids: Vec<Id> = (1..=3).map(|n| Id::from_random([n; 16])).collect();
        map.cast = ids.clone();
        let picture = |key: &str| vec![(Detail::Picture, Value::Text(key.to_owned()))];
        assert_eq!(
            title(&map, "Ours", "Journey map", 500.0)[0],
            Shape::Text(Role::Title, 0.0, 22.0, "Ours".into())
        );
        map.details.insert(Thing::Persona(ids[0]), picture("a"));
        map.details.insert(Thing::Persona(ids[2]), picture("c"));
        let shapes = title(&map, "Ours", "Journey map", 500.0);
        assert_eq!(shapes[0], Shape::Portrait(0.0, 4.0, 40.0, "a".into()));
        assert_eq!(shapes[1], Shape::Portrait(46.0, 4.0, 40.0, "c".into()));
        assert_eq!(shapes[2], Shape::Text(Role::Title, 98.0, 22.0, "Ours".into()));
        // Where one is marked as the target, the map is about that one.
        map.details.insert(Thing::Persona(ids[1]), vec![(Detail::Target, Value::Bool(true))]);
        assert_eq!(title(&map, "Ours", "", 500.0).len(), 2);
    }
}
