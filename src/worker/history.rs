//! What the worker that stays while a map's history is walked is asked, and what it tells. It holds its
//! own copy of the map; only plain values cross.

use super::bytes::Bytes;
use crate::analysis::overlay::{Overlay, overlay};
use crate::model::compare::{Differences, compare};
use crate::model::timeline::{Past, Point, Timeline};
use crate::model::{Map, Thing};
use serde::{Deserialize, Serialize};

/// What the page asks.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub enum Ask {
    /// Hold this map and index its history.
    Open {
        /// The map's chunks as stored.
        chunks: Vec<Bytes>,
    },
    /// These changes were made meanwhile.
    Add {
        /// Concatenated Automerge changes.
        changes: Bytes,
    },
    /// The map at this point, please.
    At(Point),
    /// The map at the second point laid over the map at the first.
    Compare(Point, Point),
    /// What has to be written for the map to be again what it was at this point?
    Restore(Point),
}

/// What the worker tells.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub enum Told {
    /// To [`Ask::Open`] and [`Ask::Add`].
    Timeline(Timeline),
    /// To [`Ask::At`].
    At {
        /// The map.
        map: Box<Map>,
        /// The heads there, hexadecimal.
        heads: Vec<String>,
    },
    /// To [`Ask::Compare`].
    Compared {
        /// What is in either, with signs.
        overlay: Box<Overlay>,
        /// The list.
        differences: Differences,
    },
    /// To [`Ask::Restore`].
    Differ {
        /// The heads of that point.
        heads: Vec<String>,
        /// The heads it was compared with: the newest known here.
        seen: Vec<String>,
        /// The things that differ.
        things: Vec<Thing>,
    },
    /// The point rests on changes that are not here.
    Nowhere,
    /// The bytes could not be read; the reason.
    Unreadable(String),
}

/// Answers; `past` is what the worker holds between questions.
pub fn tell(past: &mut Option<Past>, ask: Ask) -> Told {
    let told = match ask {
        Ask::Open { chunks } => {
            let chunks: Vec<Vec<u8>> = chunks.into_iter().map(|bytes| bytes.0).collect();
            Past::open(&chunks).map(|opened| Some(Told::Timeline(past.insert(opened).timeline())))
        }
        Ask::Add { changes } => match past {
            Some(past) => past.add(&changes.0).map(|()| Some(Told::Timeline(past.timeline()))),
            None => Ok(None),
        },
        Ask::At(point) => Ok(past.as_mut().and_then(|past| {
            let (map, heads) = past.map_at(&point)?;
            Some(Told::At { map: Box::new(map), heads })
        })),
        Ask::Compare(from, to) => Ok(past.as_mut().and_then(|past| compared(past, &from, &to))),
        Ask::Restore(point) => Ok(past.as_mut().and_then(|past| {
            let (now, seen) = past.map_at(&Point::Now)?;
            let (then, heads) = past.map_at(&point)?;
            let items = compare(&then, &now).items;
            let mut things: Vec<Thing> = items.into_iter().map(|one| one.thing).collect();
            things.dedup();
            Some(Told::Differ { heads, seen, things })
        })),
    };
    match told {
        Ok(told) => told.unwrap_or(Told::Nowhere),
        Err(reason) => Told::Unreadable(reason.to_string()),
    }
}

fn compared(past: &mut Past, from: &Point, to: &Point) -> Option<Told> {
    let (before, _) = past.map_at(from)?;
    let (after, _) = past.map_at(to)?;
    let differences = compare(&before, &after);
    let overlay = Box::new(overlay(&before, &after, &differences));
    Some(Told::Compared { overlay, differences })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::edit::{Edit, TextOf};
    use crate::model::ids::Seeded;
    use crate::model::{Kind, Source};
    use crate::session::Session;

    fn title(text: &str) -> Edit {
        Edit::SetText { of: TextOf::Title, text: text.into() }
    }

    /// Sends a question as the page does.
    fn ask(past: &mut Option<Past>, ask: &Ask) -> Told {
        let sent: Ask = postcard::from_bytes(&postcard::to_allocvec(ask).unwrap()).unwrap();
        let told = tell(past, sent);
        postcard::from_bytes(&postcard::to_allocvec(&told).unwrap()).unwrap()
    }

    #[test]
    fn a_held_map_is_asked_about_any_point_and_told_of_changes() {
        let mut source = Seeded::new(1);
        let (mut session, first) =
            Session::create(Kind::Journey, title("one"), &mut source).unwrap();
        let mut past = None;
        assert_eq!(ask(&mut past, &Ask::At(Point::Now)), Told::Nowhere);
        let chunks = vec![Bytes(first.bytes)];
        let Told::Timeline(line) = ask(&mut past, &Ask::Open { chunks }) else { panic!() };
        assert_eq!((line.changes, line.sittings.len(), line.moments.len()), (1, 1, 1));
        let then = Point::Moment(line.moments[0].change.clone());

        let (stage, step) = (source.id(), source.id());
        let mut changes = session.apply(title("two"), 0, &mut source).unwrap().bytes;
        let add = Edit::AddStage { stage, step, name: "Discover".into(), at: 0 };
        changes.extend(session.apply(add, 0, &mut source).unwrap().bytes);
        let Told::Timeline(line) = ask(&mut past, &Ask::Add { changes: Bytes(changes) }) else {
            panic!()
        };
        assert_eq!((line.changes, line.moments.len()), (3, 3));

        let Told::At { map, heads } = ask(&mut past, &Ask::At(then.clone())) else { panic!() };
        assert_eq!(map.title, "one");
        let Told::Compared { overlay, differences } =
            ask(&mut past, &Ask::Compare(Point::Heads(heads.clone()), Point::Now))
        else {
            panic!()
        };
        assert_eq!(overlay.map.columns, session.map().columns);
        assert!(overlay.signs.texts.contains_key(&Thing::Map));
        assert_eq!(differences.items.len(), 3);
        let Told::Differ { heads: to, seen, things } = ask(&mut past, &Ask::Restore(then)) else {
            panic!()
        };
        assert_eq!(to, heads);
        session.restore(&to, &seen, things, 0, &mut source).unwrap();
        assert_eq!((session.map().title.as_str(), session.map().columns.len()), ("one", 0));
        let nowhere = Point::Heads(vec!["ab".repeat(32)]);
        assert_eq!(ask(&mut past, &Ask::At(nowhere)), Told::Nowhere);
        let changes = Bytes(vec![1, 2, 3]);
        assert!(matches!(ask(&mut past, &Ask::Add { changes }), Told::Unreadable(_)));
    }
}
