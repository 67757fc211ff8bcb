//! What was shown is taken in, kept apart or left; and what was taken in is taken back.

use super::import::{Trouble, ask};
use super::incoming::add;
use super::{Shared, Work, library, opening, pages, spread};
use crate::browser::Clock;
use crate::i18n::fill;
use crate::model::Id;
use crate::model::compare::{Differences, compare};
use crate::session::{Change, Merged, Session};
use crate::ui::command::{ImportReport, Incoming, Outcome, Route};
use crate::worker::{Answer, Request};
use gloo_timers::future::TimeoutFuture;

/// Takes in what waits for a map, in steps between which the page paints. Until it is done the board
/// shows the preview, where nothing is edited.
pub(super) fn take(app: Shared, slot: String) -> Work<'static> {
    Box::pin(async move {
        let shell = app.shell;
        let waits = |all: &Vec<Incoming>| all.iter().find(|one| one.slot == slot).cloned();
        let Some(incoming) = shell.incoming.with_untracked(waits) else { return };
        if app.merging.replace(true) {
            return;
        }
        shell.working.set(Some(shell.t_now().reports.taking.to_owned()));
        let merged = merge(&app, &slot, &incoming).await;
        shell.working.set(None);
        app.merging.set(false);
        let (merged, title) = match merged {
            Ok(merged) => merged,
            Err(Trouble::Words(words) | Trouble::Ask(words)) => {
                shell.notify(words, true, None);
                return;
            }
        };
        let Merged { change, merge, differences } = merged;
        if app.is_open(&slot) {
            spread(&app, &change);
            // To store, to look back, to close the list and to tell what came are tasks of their own:
            // each takes its time.
            let steps: [fn(&Shared); 2] = [opening::catch_on, |app| app.shell.look_back()];
            for step in steps {
                TimeoutFuture::new(0).await;
                if app.is_open(&slot) {
                    step(&app);
                }
            }
            TimeoutFuture::new(0).await;
        }
        remove(&app, &slot);
        TimeoutFuture::new(0).await;
        let outcome = match merge {
            Some(merge) => Outcome::Merged { merge, differences, undone: false },
            None => Outcome::Nothing(None),
        };
        let report =
            ImportReport { file: incoming.names(), slot, title, outcome, leftovers: Vec::new() };
        shell.reports.set(vec![report]);
        library::listed(&app).await;
    })
}

/// Merges into the map on the board, or into one loaded for this and stored again.
async fn merge(app: &Shared, slot: &str, incoming: &Incoming) -> Result<(Merged, String), Trouble> {
    let crashed = || Trouble::Words(app.shell.t_now().reports.crashed.to_owned());
    if !(app.is_open(slot) && app.shell.mirror.is_live()) {
        let mut session = opening::aside(app, slot).await.map_err(Trouble::Words)?;
        let merged = session.merge_file(&incoming.bytes, &mut Clock).map_err(|_| crashed())?;
        library::store_change(app, slot, &mut session, &merged.change.bytes).await;
        let title = session.map().title.clone();
        return Ok((merged, title));
    }
    let turn = app.turn.get();
    let session = |work: &mut dyn FnMut(&mut Session)| {
        // The map may have been closed between two steps, even opened again since: what is stored of it
        // is whole, without these changes.
        let open = (app.turn.get() == turn).then(|| app.shell.mirror.session(work));
        open.flatten().ok_or_else(crashed)
    };
    taking_look(app);
    let (mut merging, mut merged, mut title) = (None, None, String::new());
    session(&mut |session| merging = Some(session.begin_merge(incoming.bytes.to_vec())))?;
    let mut merging = merging.ok_or_else(crashed)?;
    let mut done = Ok(false);
    while done == Ok(false) {
        let began = js_sys::Date::now();
        session(&mut |session| done = session.merge_step(&mut merging))?;
        merging.took(js_sys::Date::now() - began);
        TimeoutFuture::new(0).await;
    }
    if done.is_err() {
        app.shell.notify(app.shell.t_now().reports.crashed.to_owned(), true, None);
    }
    // After a refusal too: what went in before it is a state like any other.
    let mut merging = Some(merging);
    session(&mut |session| {
        merged = merging.take().map(|merging| session.end_merge(merging, &mut Clock));
        title.clone_from(&session.map().title);
    })?;
    TimeoutFuture::new(0).await;
    if app.turn.get() == turn { Ok((merged.ok_or_else(crashed)?, title)) } else { Err(crashed()) }
}

/// The preview is on the board while its changes go in.
fn taking_look(app: &Shared) {
    if !app.shell.mirror.is_looking() {
        look(app);
    }
}

/// Keeps the copies that wait for a map as maps of their own, beside it.
pub(super) fn apart(app: Shared, slot: String) -> Work<'static> {
    Box::pin(async move {
        let Some(incoming) = remove(&app, &slot) else { return };
        let mut reports = Vec::new();
        for (name, file) in incoming.files.iter() {
            let take = Request::Take { ours: Vec::new(), file: file.clone(), confirmed: true };
            let added = match ask(&app, take, true).await {
                Ok(Answer::Taken(taken)) => add(&app, name, taken).await,
                Ok(_) => Err(Trouble::Words(app.shell.t_now().reports.crashed.to_owned())),
                Err(trouble) => Err(trouble),
            };
            match added {
                Ok(report) => reports.push(report),
                Err(Trouble::Words(words) | Trouble::Ask(words)) => {
                    let text = fill(app.shell.t_now().reports.file_failed, &[name, &words]);
                    app.shell.notify(text, true, None);
                }
            }
        }
        library::listed(&app).await;
        let only = if let [only] = reports.as_slice() { Some(only.slot.clone()) } else { None };
        app.shell.reports.set(reports);
        pages::go(&only.map_or(Route::Library, Route::Map));
    })
}

/// Leaves what waits for a map where it is: in its files.
pub(super) fn leave(app: &Shared, slot: &str) {
    if remove(app, slot).is_some() {
        let reports = app.shell.reports;
        reports.update(|all| all.retain(|report| report.outcome != Outcome::Waiting));
    }
}

/// Takes what waits for a map off the list and off the board.
fn remove(app: &Shared, slot: &str) -> Option<Incoming> {
    let shell = app.shell;
    let at = |all: &Vec<Incoming>| all.iter().position(|incoming| incoming.slot == slot);
    let at = shell.incoming.with_untracked(at)?;
    let mut found = None;
    shell.incoming.update(|all| found = Some(all.remove(at)));
    if app.is_open(slot) {
        shell.look_back();
    }
    found
}

/// Shows on the board what waits for its map.
pub(super) fn look(app: &Shared) {
    let shell = app.shell;
    let Some(slot) = app.open.borrow().clone() else { return };
    let waiting = shell
        .incoming
        .with_untracked(|all| all.iter().find(|incoming| incoming.slot == slot).cloned());
    if let Some(incoming) = waiting {
        let words = fill(shell.t_now().reports.look_incoming, &[&incoming.names()]);
        shell.look_at(words, incoming.previewed.overlay.clone());
    }
}

/// Works on a map's session: the one on the board, else one loaded for this. The change that `work`
/// gives goes to screen, storage and tabs. Gives the map's title.
pub(super) fn with_session<'a>(
    app: &'a Shared,
    slot: &'a str,
    work: &'a mut dyn FnMut(&mut Session) -> Option<Change>,
) -> Work<'a, Result<String, Trouble>> {
    Box::pin(async move {
        if app.is_open(slot) && app.shell.mirror.is_live() {
            let done = app.shell.mirror.session(work);
            if let Some(change) = done.ok_or_else(|| Trouble::Words(String::new()))? {
                spread(app, &change);
            }
            return Ok(app.shell.mirror.read_own(|map| map.title.clone()));
        }
        let mut session = opening::aside(app, slot).await.map_err(Trouble::Words)?;
        if let Some(change) = work(&mut session).filter(|change| !change.bytes.is_empty()) {
            library::store_change(app, slot, &mut session, &change.bytes).await;
        }
        Ok(session.map().title.clone())
    })
}

/// Takes an import back, or takes it in again.
pub(super) fn undo(app: Shared, merge: Id, back: bool) -> Work<'static> {
    Box::pin(async move {
        let shell = app.shell;
        shell.flush();
        let slot = shell.reports.with_untracked(|reports| {
            let of = |report: &&ImportReport| match &report.outcome {
                Outcome::Merged { merge: id, .. } | Outcome::Nothing(Some(id)) => *id == merge,
                _ => false,
            };
            reports.iter().find(of).map(|report| report.slot.clone())
        });
        let Some(slot) = slot.or_else(|| app.open.borrow().clone()) else { return };
        let mut differences = Differences::default();
        let mut work = |session: &mut Session| {
            if back {
                return session.undo_merge(merge, &mut Clock);
            }
            let before = session.map().clone();
            let change = session.redo_merge(merge, &mut Clock);
            differences = compare(&before, session.map());
            change
        };
        if with_session(&app, &slot, &mut work).await.is_err() {
            return;
        }
        shell.reports.update(|reports| {
            for report in reports {
                match &mut report.outcome {
                    Outcome::Merged { merge: id, undone, .. } if *id == merge => *undone = back,
                    Outcome::Nothing(id) if *id == Some(merge) => {
                        let differences = std::mem::take(&mut differences);
                        report.outcome = Outcome::Merged { merge, differences, undone: back };
                    }
                    _ => {}
                }
            }
        });
        library::listed(&app).await;
    })
}
