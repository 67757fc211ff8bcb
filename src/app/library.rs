//! The library's commands: list, rename, duplicate, bin, delete for good.

use super::viewed::Views;
use super::{Shared, Work, keep, opening, pages, parting, spawn};
use crate::browser::{
    self, ChunkKind, Database, DatabaseEvent, Durability, TabMessage, Tabs, persist, preferences,
};
use crate::browser::{Clock, database};
use crate::i18n::fill;
use crate::model::edit::{Edit, TextOf};
use crate::model::{List, Source};
use crate::session::Session;
use crate::ui::command::{Command, Listed, Notice, Route, SaveState, Trouble};
use crate::ui::notices;
use std::rc::Rc;

/// Opens the database, lists the maps, and shows the page the address names.
pub(super) async fn begin(app: Shared) {
    let here = Rc::downgrade(&app);
    let opened = database::open(move |event| {
        let Some(app) = here.upgrade() else { return };
        match event {
            // What is in memory goes back as a whole: the storage may have been cleared.
            DatabaseEvent::Closed => keep::add_whole(&app),
            DatabaseEvent::Blocked => app.set_saved(SaveState::Failed(Trouble::Blocked)),
            DatabaseEvent::NewerVersion => app.set_saved(SaveState::Failed(Trouble::Newer)),
        }
    })
    .await;
    match opened {
        Ok(database) => *app.database.borrow_mut() = Some(database),
        Err(error) => {
            let trouble = keep::trouble(error);
            let words = notices::trouble(app.shell.t_now(), &trouble);
            app.shell.notify(fill(app.shell.t_now().reports.not_saved, &[&words]), true, None);
            app.set_saved(SaveState::Failed(trouble));
        }
    }
    parting::take_up(&app).await;
    app.begun.set(true);
    if let Route::Map(slot) = app.shell.route.get_untracked() {
        if pages::may_open(&app, &slot) {
            opening::open(app.clone(), slot).await;
        } else {
            pages::go(&Route::Library);
        }
    }
    if app.shell.route.get_untracked() == Route::Templates {
        // The page asked for them before those kept here could be read.
        spawn(super::templates::look(app.clone()));
    }
    refresh(app.clone()).await;
    missing(&app);
    let here = Rc::downgrade(&app);
    let tabs = Tabs::join("", move |message| {
        // Where the list is not seen it is read again when the library is shown.
        if let (TabMessage::Listed, Some(app)) = (message, here.upgrade())
            && is_seen(&app)
        {
            spawn(refresh(app));
        }
    });
    // The library is talked about as long as the page lives.
    std::mem::forget(tabs);
}

/// Whether the list is seen somewhere: in the library, or by way of the maps that the open one leads into.
fn is_seen(app: &Shared) -> bool {
    let leads = || app.shell.mirror.read_own(|map| !map.list(List::Links).is_empty());
    app.shell.route.get_untracked() == Route::Library || leads()
}

/// Reads the list again.
pub(super) fn refresh(app: Shared) -> Work<'static> {
    Box::pin(async move {
        let Some(database) = app.database() else {
            app.shell.library.set(Some(Vec::new()));
            return;
        };
        match database.list().await {
            Ok(mut list) => {
                relist(&app, &database, &mut list).await;
                let originals: Vec<Option<String>> = list
                    .iter()
                    .map(|map| {
                        let original = super::variants::original_of(&list, map);
                        let title = original.map(|map| map.title.trim().to_owned());
                        (!map.variants.is_empty()).then(|| title.unwrap_or_default())
                    })
                    .collect();
                let witnesses = preferences::witnesses();
                let heads = |slot: &str| {
                    let own = witnesses.iter().find(|(of, _)| of == slot);
                    own.map(|(_, witness)| witness.heads.clone()).unwrap_or_default()
                };
                let maps = list.into_iter().zip(originals).map(|(map, variant)| Listed {
                    heads: heads(&map.slot),
                    lineage: map.lineage,
                    leads: map.leads,
                    variant,
                    slot: map.slot,
                    title: map.title,
                    kind: map.kind,
                    stages: map.stages as usize,
                    cards: map.cards as usize,
                    choices: map.choices as usize,
                    edited: map.edited,
                    binned: map.binned.is_some(),
                    curve: map.curve,
                });
                app.shell.library.set(Some(maps.collect()));
            }
            Err(error) => {
                let words = keep::words(&app, error);
                app.shell.notify(
                    fill(app.shell.t_now().reports.cannot_open, &[&words]),
                    true,
                    None,
                );
                if app.shell.library.with_untracked(Option::is_none) {
                    app.shell.library.set(Some(Vec::new()));
                }
            }
        }
    })
}

/// Makes the rows again of maps of which only chunks are left.
async fn relist(app: &Shared, database: &Database, list: &mut [browser::Listed]) {
    for row in list.iter_mut().filter(|row| !row.known) {
        if let Ok(mut session) = opening::aside(app, &row.slot).await {
            let made = keep::listed(&row.slot, &mut session);
            // A cache: what fails here is made again next time.
            let _ = database.put_listed(&made).await;
            *row = browser::Listed { binned: row.binned, ..made };
        }
    }
}

/// Maps that were here by the witness outside the database, and are gone from it: never a welcome
/// screen without a word.
fn missing(app: &Shared) {
    let shell = app.shell;
    let here = shell.library.with_untracked(|maps| {
        maps.iter().flatten().map(|map| map.slot.clone()).collect::<Vec<_>>()
    });
    for (slot, witness) in preferences::witnesses() {
        if !here.contains(&slot) {
            let title = if witness.title.is_empty() {
                shell.t_now().library.untitled
            } else {
                &witness.title
            };
            shell.notify(fill(shell.t_now().reports.missing_map, &[title]), true, None);
            preferences::set_witness(&slot, None);
            preferences::set_sight(&slot, None);
        }
    }
}

/// After a change of the list: shows it here and in the other tabs.
pub(super) fn listed(app: &Shared) -> Work<'_> {
    Box::pin(async move {
        tell();
        refresh(app.clone()).await;
    })
}

/// Tells the libraries open in other tabs that a row of the list is new.
pub(super) fn tell() {
    if let Some(tabs) = Tabs::join("", |_| {}) {
        tabs.post(&TabMessage::Listed);
    }
}

pub(super) fn complain(app: &Shared, words: &str) {
    app.shell.notify(fill(app.shell.t_now().reports.refused, &[words]), true, None);
}

/// Gives a map that is not on the board a new title.
pub(super) async fn rename(app: Shared, slot: String, title: String) {
    match opening::aside(&app, &slot).await {
        Ok(mut session) => {
            let edit = Edit::SetText { of: TextOf::Title, text: title };
            if let Ok(change) = session.apply(edit, 0, &mut Clock) {
                store_change(&app, &slot, &mut session, &change.bytes).await;
            }
        }
        Err(words) => complain(&app, &words),
    }
    listed(&app).await;
}

/// Stores a change made to a map that is not on the board.
pub(super) fn store_change<'a>(
    app: &'a Shared,
    slot: &'a str,
    session: &'a mut Session,
    bytes: &'a [u8],
) -> Work<'a> {
    Box::pin(async move {
        let Some(database) = app.database() else { return };
        let heads: Vec<String> = session.heads().iter().map(ToString::to_string).collect();
        let kind = ChunkKind::Increment;
        if let Err(error) = database.append(slot, kind, bytes, &heads, Durability::Strict).await {
            complain(app, &keep::words(app, error));
            return;
        }
        let title = session.map().title.clone();
        let at = Clock.now();
        preferences::set_witness(slot, Some(preferences::Witness { title, heads, at }));
        spread_aside(app, slot, session, bytes).await;
    })
}

/// A change of a map that is not on the board goes to its caches and to the tabs that show it.
pub(super) fn spread_aside<'a>(
    app: &'a Shared,
    slot: &'a str,
    session: &'a mut Session,
    bytes: &'a [u8],
) -> Work<'a> {
    Box::pin(async move {
        let Some(database) = app.database() else { return };
        let _ = database.put_listed(&keep::listed(slot, session)).await;
        if let Some(views) = Views::of(session, None) {
            views.put(&database, slot).await;
        }
        if let Some(tabs) = Tabs::join(slot, |_| {}) {
            tabs.post(&TabMessage::Changes(bytes.to_vec()));
        }
    })
}

/// Copies a map under new ids, without its history.
pub(super) async fn duplicate(app: Shared, slot: String) {
    match opening::aside(&app, &slot).await {
        Ok(session) => {
            let mut draft = session.draft();
            draft.title = fill(app.shell.t_now().board.copy_of, &[draft.title.trim()]);
            if let Err(words) = super::starts::store(&app, &draft).await {
                complain(&app, &words);
            }
        }
        Err(words) => complain(&app, &words),
    }
    listed(&app).await;
}

/// Puts a map into the bin or takes it out.
pub(super) async fn set_binned(app: Shared, slot: String, binned: bool) {
    let Some(database) = app.database() else { return };
    drop_offers(&app, &slot);
    let since = binned.then(|| Clock.now());
    let shell = app.shell;
    match database.set_binned(&slot, since).await {
        Ok(()) if binned => {
            let l = shell.t_now().library;
            let title = shell.library.with_untracked(|maps| {
                let mut maps = maps.iter().flatten();
                maps.find(|map| map.slot == slot).map(|map| map.title.trim().to_owned())
            });
            let title = title.filter(|t| !t.is_empty()).unwrap_or_else(|| l.untitled.to_owned());
            let restore = Command::SetBinned(slot, false);
            let button = Some((l.restore.to_owned(), restore));
            shell.notify(fill(l.now_binned, &[&title]), false, button);
        }
        Ok(()) => {}
        Err(error) => complain(&app, &keep::words(&app, error)),
    }
    listed(&app).await;
}

/// Takes away the offers to fetch this map from the bin: it is there no longer, or anew.
fn drop_offers(app: &Shared, slot: &str) {
    let offers = |notice: &Notice| matches!(&notice.button, Some((_, Command::SetBinned(of, _))) if of == slot);
    if app.shell.notices.with_untracked(|all| all.iter().any(offers)) {
        app.shell.notices.update(|all| all.retain(|notice| !offers(notice)));
    }
}

/// Deletes a map for good.
pub(super) async fn remove(app: Shared, slot: String) {
    let Some(database) = app.database() else { return };
    drop_offers(&app, &slot);
    match database.remove(&slot).await {
        Ok(()) => {
            preferences::set_witness(&slot, None);
            preferences::set_sight(&slot, None);
            if let Some(tabs) = Tabs::join(&slot, |_| {}) {
                tabs.post(&TabMessage::Deleted);
            }
        }
        Err(error) => complain(&app, &keep::words(&app, error)),
    }
    listed(&app).await;
}

/// How much is stored, and whether the browser promised to keep it.
pub(super) async fn ask_storage(app: Shared) {
    let used = persist::estimate().await.map_or(0.0, |estimate| estimate.usage);
    let kept = persist::granted().await == Some(true);
    app.shell.storage.set(Some((used, kept)));
}
