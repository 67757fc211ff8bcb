//! Keeps the open map: a queue of changes, one writer, and a state that says only what is true.

use super::parting::{self, Left};
use super::viewed::Views;
use super::{Shared, Work, spawn};
use crate::analysis::linked::leads;
use crate::analysis::size::size;
use crate::browser::preferences::{self, Witness};
use crate::browser::{
    ChunkKind, Compacted, Durability, Listed, StorageError, StrangerError, TabMessage, persist,
    stranger,
};
use crate::geometry::curve::UNFELT;
use crate::model::{Map, Source};
use crate::session::{Change, Origin, Session};
use crate::ui::command::{SaveState, Trouble};
use crate::worker::{Answer, Refused, Request};
use gloo_timers::future::TimeoutFuture;
use leptos::prelude::document;
use std::collections::VecDeque;

/// How long after a failure the writer tries again by itself, ms.
const AGAIN: u32 = 5_000;
/// How long nothing must have happened before the caches are written, ms.
const IDLE: u32 = 1_500;

/// One change waiting to be stored.
#[derive(Clone)]
struct Waiting {
    slot: String,
    kind: ChunkKind,
    bytes: Vec<u8>,
    heads: Vec<String>,
    durability: Durability,
    /// The map's title then.
    title: String,
}

/// What waits, and whether a writer is at it.
#[derive(Default)]
pub(super) struct Queue {
    waiting: VecDeque<Waiting>,
    writing: bool,
    idle: u32,
    /// The caches of the open map are older than the map.
    stale: bool,
    /// The heads last noted as seen, with their slot.
    seen: (String, Vec<String>),
}

fn spell(change: &Change) -> Vec<String> {
    change.heads.iter().map(ToString::to_string).collect()
}

/// Takes a change of the open map for storing.
pub(super) fn add(app: &Shared, change: &Change) {
    let Some(slot) = app.open.borrow().clone() else { return };
    if change.origin != Origin::Tab {
        tell(app, &TabMessage::Changes(change.bytes.clone()));
    } else {
        // The other tab has stored it already.
        wake(app);
        return;
    }
    let durability =
        if change.origin == Origin::File { Durability::Strict } else { Durability::Relaxed };
    push(app, slot, ChunkKind::Increment, change.bytes.clone(), spell(change), durability);
}

/// Stores the map on the board that was just made. The library finds it by its chunk, until its row is
/// written with the other caches.
pub(super) fn add_new(app: &Shared, slot: &str, bytes: Vec<u8>) {
    let heads = app
        .shell
        .mirror
        .session(|session| session.heads().iter().map(ToString::to_string).collect::<Vec<_>>());
    let (slot, heads) = (slot.to_owned(), heads.unwrap_or_default());
    push(app, slot, ChunkKind::Increment, bytes, heads, Durability::Strict);
}

/// Stores the open map in full, from memory: after the browser lost its storage.
pub(super) fn add_whole(app: &Shared) {
    let Some(slot) = app.open.borrow().clone() else { return };
    let whole = app.shell.mirror.session(|session| {
        let heads = session.heads().iter().map(ToString::to_string).collect();
        (session.save(), heads)
    });
    if let Some((bytes, heads)) = whole {
        push(app, slot, ChunkKind::Snapshot, bytes, heads, Durability::Strict);
    }
}

fn push(
    app: &Shared,
    slot: String,
    kind: ChunkKind,
    bytes: Vec<u8>,
    heads: Vec<String>,
    durability: Durability,
) {
    let title = app.shell.mirror.read_own(|map| map.title.clone());
    wait(app, Waiting { slot, kind, bytes, heads, durability, title });
}

/// Takes a change of a map that is not on the board for storing.
pub(super) fn add_aside(app: &Shared, slot: &str, session: &Session, change: &Change) {
    wait(
        app,
        Waiting {
            slot: slot.to_owned(),
            kind: ChunkKind::Increment,
            bytes: change.bytes.clone(),
            heads: spell(change),
            durability: Durability::Strict,
            title: session.map().title.clone(),
        },
    );
}

fn wait(app: &Shared, waiting: Waiting) {
    {
        let mut queue = app.keep.borrow_mut();
        queue.waiting.push_back(waiting);
        queue.stale = true;
    }
    // While saving fails, that stays true until the writer gets through.
    if !matches!(app.shell.saved.get_untracked(), SaveState::Failed(_)) {
        app.set_saved(SaveState::Saving);
    }
    wake(app);
}

/// Whether all that was shown is in the storage.
pub(super) fn is_done(app: &Shared) -> bool {
    let queue = app.keep.borrow();
    queue.waiting.is_empty()
        && !queue.writing
        && !app.shell.typing.get_untracked()
        && app.unmade.borrow().is_none()
        && app.early.borrow().is_empty()
        && app.carried.get() == 0
}

/// What waits to be stored.
pub(super) fn waiting(app: &Shared) -> Vec<Left> {
    let queue = app.keep.borrow();
    let left = |one: &Waiting| {
        let Waiting { slot, kind, bytes, heads, .. } = one.clone();
        Left { slot, kind, bytes, heads }
    };
    queue.waiting.iter().map(left).collect()
}

/// Ends when what was done on this map before is in the storage, or can't be stored.
pub(super) async fn stored(app: &Shared, slot: &str) {
    let waits = || {
        let queue = app.keep.borrow();
        app.carried.get() > 0
            || queue.writing
            || queue.waiting.iter().any(|waiting| waiting.slot == slot)
    };
    while waits() && !matches!(app.shell.saved.get_untracked(), SaveState::Failed(_)) {
        TimeoutFuture::new(20).await;
    }
}

/// Starts the writer, if something waits and it is not at work.
pub(super) fn wake(app: &Shared) {
    if super::is_stopped() {
        return;
    }
    let mut queue = app.keep.borrow_mut();
    if !queue.writing && !queue.waiting.is_empty() {
        queue.writing = true;
        drop(queue);
        spawn(Box::pin(write(app.clone())));
    }
}

/// Tells the other tabs that show this map.
pub(super) fn tell(app: &Shared, message: &TabMessage) {
    if let Some(tabs) = app.tabs.borrow().as_ref() {
        tabs.post(message);
    }
}

async fn write(app: Shared) {
    loop {
        // It waits until it is stored: the page may go meanwhile.
        let next = app.keep.borrow().waiting.front().cloned();
        let Some(next) = next else { break };
        let stored = match app.database() {
            Some(database) => {
                let Waiting { slot, kind, bytes, heads, durability, .. } = &next;
                database.append(slot, *kind, bytes, heads, *durability).await
            }
            None => Err(StorageError::Unavailable(String::new())),
        };
        if let Err(error) = stored {
            let deleted = error == StorageError::DeletedElsewhere;
            app.keep.borrow_mut().writing = false;
            app.set_saved(SaveState::Failed(trouble(error)));
            if !deleted {
                TimeoutFuture::new(AGAIN).await;
                wake(&app);
            }
            return;
        }
        app.keep.borrow_mut().waiting.pop_front();
        witness(&next);
    }
    app.keep.borrow_mut().writing = false;
    parting::leave(&app);
    app.set_saved(SaveState::Saved);
    look_away(&app);
    if !app.asked_to_persist.replace(true) {
        spawn(Box::pin(async {
            persist::ask().await;
        }));
    }
    when_idle(app).await;
}

/// A storage error in the screen's words.
pub(super) fn trouble(error: StorageError) -> Trouble {
    match error {
        StorageError::Full => Trouble::Full,
        StorageError::Closed => Trouble::Closed,
        StorageError::DeletedElsewhere => Trouble::Deleted,
        StorageError::Blocked => Trouble::Blocked,
        StorageError::NewerVersion => Trouble::Newer,
        StorageError::Unavailable(_) => Trouble::Unavailable,
        StorageError::Other(words) => Trouble::Other(words),
    }
}

/// A storage error in words.
pub(super) fn words(app: &Shared, error: StorageError) -> String {
    crate::ui::notices::trouble(app.shell.t_now(), &trouble(error))
}

fn witness(stored: &Waiting) {
    let title = stored.title.clone();
    let at = crate::browser::Clock.now();
    let heads = stored.heads.clone();
    preferences::set_witness(&stored.slot, Some(Witness { title, heads, at }));
}

/// Writes the caches once nothing happened for a while: the library's row and the view that paints
/// the board before the document is loaded; then compacts.
fn when_idle(app: Shared) -> Work<'static> {
    Box::pin(async move {
        let turn = {
            let mut queue = app.keep.borrow_mut();
            queue.idle += 1;
            queue.idle
        };
        TimeoutFuture::new(IDLE).await;
        let slot = app.open.borrow().clone();
        let (Some(slot), Some(database)) = (slot, app.database()) else { return };
        if app.keep.borrow().idle != turn || !is_done(&app) {
            return;
        }
        cache(&app, slot.clone());
        if database.needs_compaction(&slot).await == Ok(true) {
            let start = app.start_worker.clone();
            let compacted = database
                .compact(&slot, async |chunks| {
                    let request = Request::Rebuild { chunks };
                    match stranger::inspect(&start, &request, stranger::CONFIRMED_LIMIT).await {
                        Ok(Answer::Rebuilt(rebuilt)) => Ok((rebuilt.bytes, rebuilt.heads)),
                        Ok(Answer::Refused(Refused::OursUnreadable(reason))) => Err(reason),
                        Err(StrangerError::NotStarted(reason)) => Err(reason),
                        _ => Err("the worker gave no snapshot".to_owned()),
                    }
                })
                .await;
            if let Ok(Compacted::Left(reason)) = compacted {
                leptos::logging::warn!("not compacted: {reason}");
            }
        }
    })
}

/// Writes the library's row and the view of the open map, if they are older than the map. The values
/// are taken at once, and the transaction stands before any that is begun later.
pub(super) fn cache(app: &Shared, slot: String) {
    // On its way behind a merge the map is no state of the document.
    if app.merging.get() || !std::mem::take(&mut app.keep.borrow_mut().stale) {
        return;
    }
    let laid = app.shell.laid_now();
    let made =
        app.shell.mirror.session(|session| (Views::of(session, laid), listed(&slot, session)));
    if let (Some((views, listed)), Some(database)) = (made, app.database()) {
        spawn(Box::pin(async move {
            // A cache: what fails here is written again at the next occasion.
            let _ = database.put_listed(&listed).await;
            super::library::tell();
            if let Some(views) = views {
                views.put(&database, &slot).await;
            }
        }));
    }
}

/// The page is hidden: notes what was seen of the open map, unless something is still to be stored. That
/// goes first, for the page may be going; this is done behind it.
pub(super) fn look_away(app: &Shared) {
    let slot = app.open.borrow().clone();
    let is_there = document().hidden() && app.shell.mirror.is_live();
    if let Some(slot) = slot.filter(|_| is_there && is_done(app)) {
        note_seen(app, slot);
    }
}

/// Notes what the person has seen of the open map, when they leave it or look away.
pub(super) fn note_seen(app: &Shared, slot: String) {
    let heads = app.shell.mirror.session(|session| session.heads());
    let (Some(heads), Some(database)) = (heads, app.database()) else { return };
    let seen = (slot, heads.iter().map(ToString::to_string).collect());
    if app.keep.borrow().seen == seen {
        return;
    }
    app.keep.borrow_mut().seen = seen.clone();
    spawn(Box::pin(async move {
        // Unnoted, the same things are shown as new once more.
        let _ = database.set_seen(&seen.0, seen.1).await;
    }));
}

/// The caches of the map just opened are older than it: a page before was closed too soon.
pub(super) fn recache(app: &Shared) {
    app.keep.borrow_mut().stale = true;
    spawn(when_idle(app.clone()));
}

/// The library's row of a map.
pub(super) fn listed(slot: &str, session: &mut Session) -> Listed {
    let lineage = session.lineage();
    let variants = session.open_variants().iter().map(ToString::to_string).collect();
    let edited = session.edited();
    let map = session.map();
    let size = size(map);
    Listed {
        slot: slot.to_owned(),
        lineage,
        variants,
        title: map.title.clone(),
        kind: map.kind,
        stages: size.stages as u32,
        cards: size.cards as u32,
        choices: map.choices.values().map(Vec::len).sum::<usize>() as u32,
        edited,
        curve: curve(map),
        leads: leads(map),
        ..Listed::default()
    }
}

/// The levels of the first persona, column by column; `UNFELT` where none is set.
fn curve(map: &Map) -> Vec<i8> {
    let Some(persona) = map.cast.first() else { return Vec::new() };
    let steps = map.columns.iter().filter_map(|column| column.step);
    steps.map(|step| map.feeling(*persona, step).level.unwrap_or(UNFELT)).collect()
}

/// Stores a whole new map and gives its slot.
///
/// # Errors
/// When it could not be stored: nothing of it is kept.
pub(super) fn store_new<'a>(
    app: &'a Shared,
    session: &'a mut Session,
    bytes: &'a [u8],
    kind: ChunkKind,
) -> Work<'a, Result<String, StorageError>> {
    Box::pin(async move {
        let database = app.database().ok_or_else(|| StorageError::Unavailable(String::new()))?;
        let slot = crate::browser::Clock.id().to_string();
        let heads: Vec<String> = session.heads().iter().map(ToString::to_string).collect();
        database.append(&slot, kind, bytes, &heads, Durability::Strict).await?;
        let listed = listed(&slot, session);
        let _ = database.put_listed(&listed).await;
        if let Some(views) = Views::of(session, None) {
            views.put(&database, &slot).await;
        }
        let at = crate::browser::Clock.now();
        preferences::set_witness(&slot, Some(Witness { title: listed.title, heads, at }));
        Ok(slot)
    })
}
