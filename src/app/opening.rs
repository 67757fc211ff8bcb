//! Opens a map: has its kept view painted, loads the document behind it, then goes live.

use super::{Shared, Work, done, keep, library, pages, parting, refuse, spawn, spread, viewed};
use crate::browser::{self, Clock, StoredChunk, TabMessage, Tabs, preferences};
use crate::i18n::fill;
use crate::model::document::Unreadable;
use crate::model::foreseen::is_alike;
use crate::model::{Map, Thing};
use crate::session::{MergeError, Opened, Session};
use crate::ui::command::{Route, SaveState};
use crate::ui::mirror::{Mark, Open};
use gloo_timers::future::TimeoutFuture;
use leptos::prelude::*;
use std::rc::Rc;

/// Takes the map off the board. What it still had to store stays queued.
pub(super) fn close(app: &Shared) {
    app.turn.set(app.turn.get() + 1);
    app.shell.flush();
    super::starts::make(app);
    if let Some(slot) = app.open.borrow_mut().take() {
        // Without a document there is nothing to note, and the page would stand still for the code of it.
        if app.shell.mirror.is_live() {
            keep::note_seen(app, slot.clone());
        }
        keep::cache(app, slot.clone());
        carry_out(app, slot);
    }
    app.tabs.borrow_mut().take();
    app.heard.borrow_mut().clear();
    super::history::close(app);
    app.shell.look_back();
    app.shell.board.set(None);
    app.shell.mirror.set(Open::Nothing);
    app.shell.sight.set_value(String::new());
    preferences::set_opening(None);
}

/// Opens a map and shows it.
pub(super) fn open(app: Shared, slot: String) -> Work<'static> {
    Box::pin(async move {
        if app.is_open(&slot) {
            return;
        }
        close(&app);
        let turn = app.turn.get();
        let here = || app.turn.get() == turn;
        *app.open.borrow_mut() = Some(slot.clone());
        app.set_saved(SaveState::Opening);
        preferences::set_opening(Some(&slot));
        app.shell.sight.set_value(preferences::sight(&slot));
        join(&app, &slot);

        let Some(database) = app.database() else {
            fail(&app, app.shell.t_now().reports.why_unavailable);
            return;
        };
        viewed::paint(&app, &database, &slot).await;
        let second_half = browser::there();
        keep::stored(&app, &slot).await;
        parting::take_up(&app).await;
        let seen = database.seen(&slot).await.unwrap_or_default();
        let chunks = match database.chunks(&slot).await {
            Ok(chunks) => chunks,
            Err(error) => {
                fail(&app, &keep::words(&app, error));
                return;
            }
        };
        if !here() {
            return;
        }
        if chunks.is_empty() {
            gone(&app, &slot);
            return;
        }
        second_half.await;
        if !here() {
            return;
        }
        match load(&chunks) {
            Ok((mut opened, broken)) => {
                opened.session.set_person(app.shell.person.get_untracked());
                let news = opened.session.look_since(&seen);
                live(&app, &slot, opened, &broken, &chunks, news).await
            }
            Err(why) => {
                let words = unreadable(&app, &why);
                fail(&app, &words);
            }
        }
    })
}

/// Shows a map that was just made, and stores it behind that.
pub(super) fn show(app: &Shared, mut session: Session, bytes: Vec<u8>) {
    session.set_person(app.shell.person.get_untracked());
    let slot = begin(app, Open::Live(Box::new(session)));
    keep::add_new(app, &slot, bytes);
}

/// Shows what a new map will be; gives its slot. [`make_good`] follows: what is done meanwhile waits for it.
pub(super) fn foresee(app: &Shared, map: Map) -> String {
    let slot = begin(app, Open::Kept(Box::new(map), None));
    app.set_saved(SaveState::Saving);
    slot
}

/// Puts the new map in the place of what was foreseen, and stores it.
pub(super) fn make_good(app: &Shared, slot: &str, mut session: Session, bytes: Vec<u8>) {
    session.set_person(app.shell.person.get_untracked());
    if !app.shell.mirror.go_live(session, is_alike)
        && let Some(relayout) = app.shell.relayout.get_value()
    {
        relayout(&[], true);
    }
    keep::add_new(app, slot, bytes);
    catch_on(app);
}

fn begin(app: &Shared, open: Open) -> String {
    close(app);
    let slot = app.shell.id().to_string();
    *app.open.borrow_mut() = Some(slot.clone());
    join(app, &slot);
    app.shell.mirror.set(open);
    app.shell.board.set(Some(slot.clone()));
    let route = Route::Map(slot.clone());
    app.show(route.clone());
    usable();
    pages::go(&route);
    slot
}

/// The board stands and takes keys (edits wait for the document, if it is still loading): a mark for
/// whoever measures.
pub(super) fn usable() {
    if let Some(performance) = window().performance() {
        let _ = performance.mark("parcours:board");
    }
}

/// A painted frame has passed.
pub(super) fn frame() -> Work<'static> {
    Box::pin(async move {
        let (send, done) = futures_channel();
        request_animation_frame(send);
        done.await;
        TimeoutFuture::new(0).await;
    })
}

/// A future that ends when the function is called.
fn futures_channel() -> (impl FnOnce(), impl Future<Output = ()>) {
    let mut settle = None;
    let promise = js_sys::Promise::new(&mut |resolve, _| settle = Some(resolve));
    let send = move || {
        if let Some(resolve) = settle {
            let _ = resolve.call0(&wasm_bindgen::JsValue::UNDEFINED);
        }
    };
    let done = async move {
        let _ = wasm_bindgen_futures::JsFuture::from(promise).await;
    };
    (send, done)
}

/// Loads from the chunks that count; if that fails, from all that are intact.
///
/// # Errors
/// When no chunk holds the map.
pub(super) fn load(chunks: &[StoredChunk]) -> Result<(Opened, Vec<usize>), Unreadable> {
    let attempt = |all: bool| {
        let places: Vec<usize> = (0..chunks.len())
            .filter(|at| chunks[*at].intact && (all || !chunks[*at].superseded))
            .collect();
        let bytes: Vec<Vec<u8>> = places.iter().map(|at| chunks[*at].bytes.clone()).collect();
        Session::open(&bytes, &mut Clock).map(|opened| {
            let broken = opened.broken.iter().map(|(at, _)| places[*at]);
            let damaged = (0..chunks.len()).filter(|at| !chunks[*at].intact);
            let broken: Vec<usize> = broken.chain(damaged).collect();
            (opened, broken)
        })
    };
    match attempt(false) {
        Ok((opened, broken)) if broken.is_empty() && opened.waiting == 0 => Ok((opened, broken)),
        first => attempt(true).or(first),
    }
}

async fn live(
    app: &Shared,
    slot: &str,
    opened: Opened,
    broken: &[usize],
    chunks: &[StoredChunk],
    news: Vec<Thing>,
) {
    let shell = app.shell;
    let r = shell.t_now().reports;
    let mut session = opened.session;
    let missing = preferences::witness(slot).is_some_and(|w| !session.knows(&w.heads));
    let read_only = session.map().read_only;
    let title = session.map().title.clone();
    let laid = shell.mirror.laid();
    let same = shell.mirror.go_live(session, Map::eq);
    shell.mirror.touch(news.into_iter().map(Mark::Thing));
    if let Some(relayout) = shell.relayout.get_value().filter(|_| !same) {
        relayout(&[], true);
    }
    if shell.board.get_untracked().as_deref() != Some(slot) {
        shell.board.set(Some(slot.to_owned()));
        usable();
        frame().await;
    }
    preferences::set_opening(None);
    app.set_saved(SaveState::Saved);
    catch_on(app);
    if read_only {
        shell.notify(shell.t_now().board.read_only.to_owned(), false, None);
    }
    if missing {
        shell.notify(fill(r.missing_work, &[&title]), true, None);
    }
    if !broken.is_empty() || opened.waiting > 0 {
        let count = shell.locale.get_untracked().count(broken.len().max(opened.waiting), r.parts);
        shell.notify(fill(r.some_broken, &[&count]), true, None);
        if let Some(database) = app.database() {
            for at in broken {
                let _ = database.quarantine(slot, &chunks[*at], "unreadable").await;
            }
        }
    }
    keep::wake(app);
    if !same || laid != shell.laid_now() {
        keep::recache(app);
    }
}

/// Does what other tabs and the person did while the document was not there for it.
pub(super) fn catch_on(app: &Shared) {
    for bytes in app.heard.take() {
        merge_tab(app, &bytes);
    }
    for command in app.early.take() {
        super::perform(app, command);
    }
}

/// Does what the person did on a map that is left before its document was there for it.
fn carry_out(app: &Shared, slot: String) {
    let left = app.early.take();
    if left.is_empty() {
        return;
    }
    let app = app.clone();
    app.carried.set(app.carried.get() + 1);
    spawn(Box::pin(async move {
        browser::there().await;
        match aside(&app, &slot).await {
            Ok(mut session) => {
                for command in left {
                    match done(&mut session, command) {
                        Ok(Some(change)) => {
                            keep::add_aside(&app, &slot, &session, &change);
                            library::spread_aside(&app, &slot, &mut session, &change.bytes).await;
                        }
                        Ok(None) => {}
                        Err(refused) => refuse(&app, refused),
                    }
                }
            }
            Err(words) => {
                let cannot = app.shell.t_now().reports.cannot_open;
                app.shell.notify(fill(cannot, &[&words]), true, None);
            }
        }
        app.carried.set(app.carried.get() - 1);
        library::listed(&app).await;
    }));
}

/// Joins the talk of the tabs that show this map.
fn join(app: &Shared, slot: &str) {
    let here = Rc::downgrade(app);
    let tabs = Tabs::join(slot, move |message| {
        let Some(app) = here.upgrade() else { return };
        match message {
            TabMessage::Changes(bytes) if app.shell.mirror.is_live() && !app.merging.get() => {
                merge_tab(&app, &bytes);
            }
            TabMessage::Changes(bytes) => app.heard.borrow_mut().push(bytes),
            TabMessage::Deleted => {
                let r = app.shell.t_now().reports;
                app.set_saved(SaveState::Failed(crate::ui::command::Trouble::Deleted));
                app.shell.notify(r.deleted_elsewhere.to_owned(), true, None);
            }
            TabMessage::Flush => {
                app.shell.flush();
                keep::wake(&app);
            }
            TabMessage::Renamed(_) | TabMessage::Listed => {}
        }
    });
    *app.tabs.borrow_mut() = tabs;
}

/// Takes in what another tab did. What builds on changes that did not come by message is in the store.
fn merge_tab(app: &Shared, bytes: &[u8]) {
    app.shell.flush();
    match app.shell.mirror.session(|session| session.merge_tab(bytes)) {
        Some(Ok(change)) => spread(app, &change),
        Some(Err(MergeError::Missing)) => {
            let (app, bytes) = (app.clone(), bytes.to_vec());
            spawn(Box::pin(async move { catch_up(&app, bytes).await }));
        }
        _ => {}
    }
}

/// Reads the store again and takes in all of it.
async fn catch_up(app: &Shared, bytes: Vec<u8>) {
    let slot = app.open.borrow().clone();
    let (Some(slot), Some(database)) = (slot, app.database()) else { return };
    let Ok(chunks) = database.chunks(&slot).await else { return };
    let all: Vec<Vec<u8>> = chunks.into_iter().map(|chunk| chunk.bytes).chain([bytes]).collect();
    if !app.is_open(&slot) {
        return;
    }
    for bytes in all {
        if let Some(Ok(change)) = app.shell.mirror.session(|session| session.merge_tab(&bytes)) {
            spread(app, &change);
        }
    }
}

fn gone(app: &Shared, slot: &str) {
    let shell = app.shell;
    let r = shell.t_now().reports;
    let words = match preferences::witness(slot) {
        Some(witness) => fill(r.missing_map, &[&witness.title]),
        None => r.no_such_map.to_owned(),
    };
    fail(app, &words);
}

/// The map can't be shown: says why, on the library page.
fn fail(app: &Shared, why: &str) {
    let shell = app.shell;
    shell.notify(fill(shell.t_now().reports.cannot_open, &[why]), true, None);
    pages::go(&Route::Library);
}

/// Why a document could not be read, in words.
pub(super) fn unreadable(app: &Shared, why: &Unreadable) -> String {
    let r = app.shell.t_now().reports;
    match why {
        Unreadable::NotADocument => r.not_a_document.to_owned(),
        Unreadable::NotAMap => r.not_a_map.to_owned(),
        Unreadable::Damaged(reason) => fill(r.damaged, &[reason]),
    }
}

/// Loads a map that is not on the board, for one piece of work.
///
/// # Errors
/// In words, when it can't be read.
pub(super) fn aside<'a>(app: &'a Shared, slot: &'a str) -> Work<'a, Result<Session, String>> {
    Box::pin(async move {
        let words = |error| keep::words(app, error);
        let database =
            app.database().ok_or_else(|| app.shell.t_now().reports.why_unavailable.to_owned())?;
        let chunks = database.chunks(slot).await.map_err(words)?;
        let (opened, _) = load(&chunks).map_err(|why| unreadable(app, &why))?;
        let mut session = opened.session;
        session.set_person(app.shell.person.get_untracked());
        Ok(session)
    })
}
