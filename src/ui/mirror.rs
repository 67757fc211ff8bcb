//! From change to signals, the only such place: whoever shows a thing is told when that thing changed.
//!
//! The values stay in the session (or, until it is loaded, in the kept view of the map); here is only
//! one trigger for each thing someone looks at. A map of 10,000 cards has as many triggers as cards
//! were ever mounted, and a change fires those of the things it touched.

use crate::geometry::board::Laid;
use crate::model::Map;
use crate::session::{Change, Session};
use leptos::prelude::*;
use std::collections::HashMap;

pub use crate::session::marks::Mark;

/// The map on the board.
#[derive(Default)]
pub enum Open {
    /// None.
    #[default]
    Nothing,
    /// Of a large map the cells in sight first, while the others are read; with how all of it was laid out.
    Front(Box<Map>, Laid),
    /// Shown from the kept view while the document loads, with how it was laid out when it was kept.
    Kept(Box<Map>, Option<Laid>),
    /// The document itself.
    Live(Box<Session>),
}

/// The watched map. A handle: copies share it.
#[derive(Clone, Copy)]
pub struct Mirror {
    open: StoredValue<Open, LocalStorage>,
    /// Another state of the map, shown in its place.
    look: StoredValue<Option<Box<Map>>, LocalStorage>,
    marks: StoredValue<HashMap<Mark, ArcTrigger>, LocalStorage>,
}

impl Default for Mirror {
    fn default() -> Self {
        Mirror {
            open: StoredValue::new_local(Open::Nothing),
            look: StoredValue::new_local(None),
            marks: StoredValue::new_local(HashMap::new()),
        }
    }
}

impl Mirror {
    /// Shows another map (or none): everything watched is told.
    pub fn set(&self, open: Open) {
        self.look.set_value(None);
        self.open.set_value(open);
        self.fire_all();
    }

    /// Puts the loaded document in place of the kept view; `true`, and no one is told, when both hold
    /// the same, as `is_same` says.
    pub fn go_live(&self, session: Session, is_same: fn(&Map, &Map) -> bool) -> bool {
        let same = self.open.with_value(|open| match open {
            Open::Kept(map, _) => is_same(map, session.map()),
            _ => false,
        });
        self.open.set_value(Open::Live(Box::new(session)));
        if same {
            self.fire([Mark::Any])
        } else {
            self.fire_all()
        }
        same
    }

    /// Puts all of the kept view, and how it was laid out, in the place of what was in sight first: everything
    /// watched is told.
    pub fn fill(&self, whole: Map, laid: Option<Laid>) {
        self.open.set_value(Open::Kept(Box::new(whole), laid));
        self.fire_all();
    }

    /// Whether all cells of the map are there.
    pub fn is_whole(&self) -> bool {
        self.open.with_value(|open| !matches!(open, Open::Front(..)))
    }

    /// How the map that is shown was laid out when it was kept.
    pub fn laid(&self) -> Option<Laid> {
        self.open.with_value(|open| match open {
            Open::Front(_, laid) => Some(laid.clone()),
            Open::Kept(_, laid) => laid.clone(),
            _ => None,
        })
    }

    /// Shows another state in place of the map, or with `None` the map itself again; [`Mirror::tell`]
    /// says so.
    pub fn look_at(&self, other: Option<Box<Map>>) {
        self.look.set_value(other);
    }

    /// Tells everything watched.
    pub fn tell(&self) {
        self.fire_all();
    }

    /// Whether another state is shown in place of the map.
    pub fn is_looking(&self) -> bool {
        self.look.with_value(Option::is_some)
    }

    /// Works on the session, if it is there.
    pub fn session<T>(&self, work: impl FnOnce(&mut Session) -> T) -> Option<T> {
        self.open
            .try_update_value(|open| match open {
                Open::Live(session) => Some(work(session)),
                _ => None,
            })
            .flatten()
    }

    /// Reads the map that is open, also while another state of it is shown.
    pub fn read_own<T>(&self, work: impl FnOnce(&Map) -> T) -> T {
        let (mut work, mut result) = (Some(work), None);
        self.own(&mut |map| result = work.take().map(|work| work(map)));
        result.expect("a map is always there")
    }

    /// Reads the map that is shown without watching; an empty map when none is open.
    pub fn read<T>(&self, work: impl FnOnce(&Map) -> T) -> T {
        let (mut work, mut result) = (Some(work), None);
        self.show(&mut |map| result = work.take().map(|work| work(map)));
        result.expect("a map is always shown")
    }

    /// Reads the map and watches one mark of it.
    pub fn watch<T>(&self, mark: Mark, work: impl FnOnce(&Map) -> T) -> T {
        self.track(mark);
        self.read(work)
    }

    #[inline(never)]
    fn show(&self, work: &mut dyn FnMut(&Map)) {
        self.look.with_value(|look| match look {
            Some(map) => work(map),
            None => self.own(work),
        });
    }

    fn own(&self, work: &mut dyn FnMut(&Map)) {
        self.open.with_value(|open| match open {
            Open::Nothing => work(&Map::default()),
            Open::Front(map, _) | Open::Kept(map, _) => work(map),
            Open::Live(session) => work(session.map()),
        });
    }

    #[inline(never)]
    fn track(&self, mark: Mark) {
        self.marks
            .try_update_value(|marks| marks.entry(mark).or_default().clone())
            .unwrap_or_default()
            .track();
    }

    /// Whether a map is there, and whether its document is.
    pub fn is_live(&self) -> bool {
        self.open.with_value(|open| matches!(open, Open::Live(_)))
    }

    /// Tells whoever watches what this change touched.
    pub fn apply(&self, change: &Change) {
        let marks = self.read(|map| change.marks(map));
        self.fire(marks);
    }

    /// Tells whoever watches these marks, though the map itself is the same (heights were mended).
    pub fn touch(&self, marks: impl IntoIterator<Item = Mark>) {
        self.fire(marks);
    }

    fn fire(&self, marks: impl IntoIterator<Item = Mark>) {
        for mark in marks {
            if let Some(trigger) = self.marks.with_value(|all| all.get(&mark).cloned()) {
                trigger.notify();
            }
        }
    }

    fn fire_all(&self) {
        let all: Vec<ArcTrigger> = self.marks.with_value(|marks| marks.values().cloned().collect());
        for trigger in all {
            trigger.notify();
        }
    }
}
