//! A map's plain values beside its document: kept when it rests, painted before the document is loaded.

use super::opening::{frame, usable};
use super::{Shared, Work};
use crate::analysis::sight::{Mode, Sight};
use crate::browser::{Database, View, preferences};
use crate::geometry::board::Laid;
use crate::geometry::front::front;
use crate::geometry::window::Frame;
use crate::model::Map;
use crate::session::Session;
use crate::ui::board::window_size;
use crate::ui::mirror::Open;
use leptos::prelude::*;

/// Counts up with every change of the plain values, so that a kept view of another shape is not misread, and of the
/// measures of cards.
const VIEWED: u8 = 7;

/// What of a map is kept beside its document.
pub(super) struct Views {
    front: Option<View>,
    whole: View,
}

impl Views {
    /// Of a map as it is, and how it is laid out, if it is: without that nothing tells what is in sight first.
    pub(super) fn of(session: &mut Session, laid: Option<Laid>) -> Option<Self> {
        let heads: Vec<String> = session.heads().iter().map(ToString::to_string).collect();
        let map = session.map();
        let view = |map: &Map, is_part| {
            let bytes = postcard::to_allocvec(&(VIEWED, map, &laid)).ok()?;
            Some(View { heads: heads.clone(), bytes, is_part })
        };
        let part = laid.as_ref().and_then(|laid| front(map, laid));
        Some(Views { front: part.and_then(|part| view(&part, true)), whole: view(map, false)? })
    }

    /// Keeps them. A cache: what fails here is written again at the next occasion.
    pub(super) async fn put(self, database: &Database, slot: &str) {
        let _ = database.put_view(slot, self.front.as_ref(), &self.whole).await;
    }
}

fn read(view: &View) -> Option<(Map, Option<Laid>)> {
    let read = postcard::from_bytes::<(u8, Map, Option<Laid>)>(&view.bytes).ok()?;
    (read.0 == VIEWED).then_some((read.1, read.2))
}

/// Paints the board by what is kept of a map, if anything is: what is in sight first, where that is kept by itself.
pub(super) fn paint<'a>(app: &'a Shared, database: &'a Database, slot: &'a str) -> Work<'a> {
    Box::pin(async move {
        let turn = app.turn.get();
        let here = || app.turn.get() == turn;
        let show = |open| {
            app.shell.mirror.set(open);
            app.shell.board.set(Some(slot.to_owned()));
            usable();
        };
        let Some(view) = database.view(slot).await.ok().flatten() else { return };
        let Some((mut map, mut laid)) = read(&view).filter(|_| here()) else { return };
        if view.is_part {
            let fits = laid.filter(|laid| is_in_sight(app, &map, laid));
            let is_shown = fits.is_some();
            if let Some(laid) = fits {
                show(Open::Front(Box::new(map), laid));
                frame().await;
            }
            let Some(whole) = database.whole_view(slot).await.ok().flatten() else { return };
            let Some(all) = read(&whole).filter(|_| here()) else { return };
            (map, laid) = all;
            if is_shown {
                fill(app, map, laid, whole.heads == view.heads);
                return painted().await;
            }
        }
        show(Open::Kept(Box::new(map), laid));
        painted().await;
    })
}

/// Puts the whole map in the place of its front, which may be that of another state of the map.
fn fill(app: &Shared, map: Map, laid: Option<Laid>, is_same: bool) {
    let shell = app.shell;
    shell.mirror.fill(map, laid.clone());
    // A window that became another meanwhile was measured by the front alone; and another tab may have kept a newer map.
    let stays = is_same && shell.laid_now() == laid;
    if let Some(relayout) = shell.relayout.get_value().filter(|_| !stays) {
        relayout(&[], true);
    }
}

/// A painted frame has passed: to show all of this map does not bring the page down.
async fn painted() {
    frame().await;
    preferences::set_opening(None);
}

/// Whether the part that is kept by itself is what the board shows first: as it was laid out, and from its beginning.
fn is_in_sight(app: &Shared, map: &Map, laid: &Laid) -> bool {
    let sight = Sight::read(&app.shell.sight.get_value());
    let Sight { mode, zoom, compact, filter, sort, shown } = sight;
    let plain = Sight::default();
    let frame = Frame::fit(window_size().0, map.columns.len(), compact);
    (mode, filter, sort, shown) == (Mode::Board, plain.filter, plain.sort, plain.shown)
        && zoom >= plain.zoom
        && app.shell.landing.with_value(String::is_empty)
        && laid.suits(map, frame, compact)
}
