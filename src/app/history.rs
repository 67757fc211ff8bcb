//! Walking a map's history: a worker that stays as long as the panel is open answers, one question at a
//! time; of the looks asked for meanwhile only the latest is asked.

use super::{Shared, Work, keep, opening, spawn, spread};
use crate::analysis::overlay::{Overlay, Signs};
use crate::browser::Clock;
use crate::browser::companion::Companion;
use crate::i18n::fill;
use crate::model::Thing;
use crate::model::edit::Edit;
use crate::model::timeline::Timeline;
use crate::session::Change;
use crate::ui::command::Command;
use crate::ui::history::{Looked, Walk};
use crate::worker::history::{Ask, Told};
use crate::worker::{Answer, Bytes, Request};
use gloo_timers::future::TimeoutFuture;
use std::collections::VecDeque;
use std::rc::Rc;
use std::sync::Arc;

/// Work that takes longer is shown, ms.
const NOTICED: u32 = 200;
/// Changes are handed on together after so long, ms.
const GATHER: u32 = 400;

/// So many things are restored in one go.
const PART: usize = 40;

/// The worker, what it is at, and what is to be asked next.
#[derive(Default)]
pub(super) struct Desk {
    companion: Option<Companion>,
    /// Counts up with every worker started or ended, and with every question.
    turn: u32,
    asked: Option<Question>,
    next: VecDeque<Question>,
    /// Changes made since the worker was last told.
    later: Vec<u8>,
    /// The words under which the history shows something on the board.
    shown: Option<String>,
    /// The chunks as stored could not be read: the map was handed over from memory.
    from_memory: bool,
}

/// A question, and what its answer is called on the screen.
struct Question {
    ask: Ask,
    words: String,
}

fn is_look(question: &Question) -> bool {
    matches!(question.ask, Ask::At(_) | Ask::Compare(..))
}

/// Does what the screen asks.
pub(super) fn walk(app: &Shared, request: Walk) {
    match request {
        Walk::Open => open(app),
        Walk::Close => close(app),
        Walk::At(point, words) => look(app, Ask::At(point), words),
        Walk::Compare(from, to, words) => look(app, Ask::Compare(from, to), words),
        Walk::Restore(point, words) => ask(app, Ask::Restore(point), words),
        Walk::Label(edit) => label(app, edit),
    }
}

fn open(app: &Shared) {
    let history = app.shell.history;
    if app.history.borrow().companion.is_some() || !app.shell.mirror.is_live() {
        return;
    }
    app.shell.flush();
    history.failed.set(None);
    history.line.set(None);
    let here = Rc::downgrade(app);
    let turn = {
        let mut desk = app.history.borrow_mut();
        *desk = Desk { turn: desk.turn + 1, ..Desk::default() };
        desk.turn
    };
    let hear: Rc<dyn Fn(Option<Vec<u8>>)> = Rc::new(move |answer| {
        if let Some(app) = here.upgrade() {
            hear(&app, answer);
        }
    });
    match Companion::start(&app.start_worker, hear) {
        Ok(companion) => app.history.borrow_mut().companion = Some(companion),
        Err(_) => return fail(app, app.shell.t_now().history.died),
    }
    history.working.set(true);
    let (app, slot) = (app.clone(), app.open.borrow().clone().unwrap_or_default());
    spawn(Box::pin(async move {
        let chunks = match app.database() {
            Some(database) => {
                database.chunks(&slot).await.map_err(|error| keep::words(&app, error))
            }
            None => Ok(Vec::new()),
        };
        if app.history.borrow().turn != turn {
            return;
        }
        let sound = chunks.unwrap_or_default().into_iter().filter(|c| c.intact && !c.superseded);
        let chunks = sound.map(|chunk| Bytes(chunk.bytes)).collect();
        ask(&app, Ask::Open { chunks }, String::new());
    }));
}

/// Ends the worker; what it showed on the board goes with it.
pub(super) fn close(app: &Shared) {
    let history = app.shell.history;
    let shown = {
        let mut desk = app.history.borrow_mut();
        let turn = desk.turn + 1;
        std::mem::replace(&mut *desk, Desk { turn, ..Desk::default() }).shown
    };
    if shown.is_some() && app.shell.look.get_untracked() == shown {
        app.shell.look_back();
    }
    history.looked.set(None);
    history.line.set(None);
    history.working.set(false);
}

/// The map itself is to be seen: what was asked to be shown no longer is.
pub(super) fn look_no_more(app: &Shared) {
    let mut desk = app.history.borrow_mut();
    desk.next.retain(|question| !is_look(question));
    if let Some(asked) = desk.asked.as_mut().filter(|asked| is_look(asked)) {
        asked.words.clear();
    }
    desk.shown = None;
    drop(desk);
    // Also when it was none: the slider goes back to the end.
    app.shell.history.looked.set(None);
}

fn look(app: &Shared, question: Ask, words: String) {
    app.history.borrow_mut().next.retain(|question| !is_look(question));
    ask(app, question, words);
}

fn ask(app: &Shared, ask: Ask, words: String) {
    let mut desk = app.history.borrow_mut();
    // What was changed a moment ago counts.
    if app.shell.history.line.with_untracked(Option::is_some) && !desk.later.is_empty() {
        let changes = Bytes(std::mem::take(&mut desk.later));
        let words = String::new();
        desk.next.push_back(Question { ask: Ask::Add { changes }, words });
    }
    desk.next.push_back(Question { ask, words });
    drop(desk);
    pump(app);
}

/// Asks the next question, if no other is being answered.
fn pump(app: &Shared) {
    let mut desk = app.history.borrow_mut();
    if desk.asked.is_some() || desk.companion.is_none() {
        return;
    }
    let Some(Question { ask, words }) = desk.next.pop_front() else {
        drop(desk);
        app.shell.history.working.set(false);
        return;
    };
    let request = Request::History(ask);
    let question = postcard::to_allocvec(&request).unwrap_or_default();
    if let Some(companion) = &desk.companion {
        companion.ask(&question);
    }
    let Request::History(mut ask) = request else { return };
    // What was handed over need not be kept.
    if let Ask::Open { chunks } = &mut ask {
        chunks.clear();
    }
    desk.asked = Some(Question { ask, words });
    desk.turn += 1;
    let turn = desk.turn;
    drop(desk);
    let app = app.clone();
    spawn(Box::pin(async move {
        TimeoutFuture::new(NOTICED).await;
        let desk = app.history.borrow();
        if desk.turn == turn && desk.asked.is_some() {
            app.shell.history.working.set(true);
        }
    }));
}

fn hear(app: &Shared, answer: Option<Vec<u8>>) {
    if super::is_stopped() {
        return;
    }
    let Some(bytes) = answer else { return fail(app, app.shell.t_now().history.died) };
    let Some(asked) = app.history.borrow_mut().asked.take() else { return };
    // The worker goes on while the page shows what it found.
    pump(app);
    // A look that was left is not even read.
    if is_look(&asked) && asked.words.is_empty() {
        return;
    }
    match postcard::from_bytes::<Answer>(&bytes) {
        Ok(Answer::History(told)) => take(app, asked, told),
        _ => fail(app, app.shell.t_now().history.died),
    }
}

fn take(app: &Shared, asked: Question, told: Told) {
    let shell = app.shell;
    match (told, asked.ask) {
        (Told::Timeline(line), _) => timeline(app, line),
        (Told::At { map, heads }, Ask::At(point)) => {
            let overlay = Overlay { map: *map, signs: Signs::default() };
            show(app, asked.words, overlay, Looked::At(point, heads));
        }
        (Told::Compared { overlay, differences }, _) => {
            show(app, asked.words, *overlay, Looked::Compared(Arc::new(differences)));
        }
        // A merge on its way has the document: after it.
        (Told::Differ { .. }, Ask::Restore(point)) if app.merging.get() => {
            let again = Command::History(Walk::Restore(point, asked.words));
            app.early.borrow_mut().push(again);
        }
        (Told::Differ { heads, seen, things }, _) => {
            look_no_more(app);
            shell.look_back();
            spawn(restore(app.clone(), heads, seen, things, asked.words));
        }
        // What is stored does not open by itself: the worker gets the map as it is held here.
        (Told::Unreadable(_), Ask::Open { .. }) if !app.history.borrow().from_memory => {
            app.history.borrow_mut().from_memory = true;
            let bytes = shell.mirror.session(|session| session.save()).unwrap_or_default();
            ask(app, Ask::Open { chunks: vec![Bytes(bytes)] }, String::new());
        }
        (Told::Unreadable(reason), _) => fail(app, &reason),
        _ => shell.notify(shell.t_now().history.nowhere.to_owned(), false, None),
    }
}

/// Restores a state, part by part where much differs; all of it is one undo.
fn restore(
    app: Shared,
    heads: Vec<String>,
    mut seen: Vec<String>,
    mut things: Vec<Thing>,
    words: String,
) -> Work<'static> {
    Box::pin(async move {
        let shell = app.shell;
        let (h, gesture) = (shell.t_now().history, shell.gesture());
        let slot = app.open.borrow().clone();
        app.merging.set(true);
        if things.len() > PART {
            shell.working.set(Some(h.working.to_owned()));
        }
        // Personas go together: the last one left can't go before another comes back.
        things.sort_by_key(|thing| matches!(thing, Thing::Persona(_)));
        let mut any = false;
        loop {
            let size = if things.len() < 2 * PART { things.len() } else { PART };
            let part: Vec<Thing> = things.drain(..size).collect();
            let change = shell.mirror.session(|session| {
                let change = session.restore(&heads, &seen, part, gesture, &mut Clock);
                seen = session.heads().iter().map(ToString::to_string).collect();
                change
            });
            if let Some(change) = change.flatten() {
                any = true;
                spread(&app, &change);
            }
            if things.is_empty() {
                break;
            }
            TimeoutFuture::new(0).await;
            if *app.open.borrow() != slot {
                break;
            }
        }
        app.merging.set(false);
        shell.working.set(None);
        opening::catch_on(&app);
        if any {
            let undo = (shell.t_now().board.undo.to_owned(), Command::Undo);
            shell.notify(fill(h.restored, &[&words]), false, Some(undo));
        } else {
            shell.notify(h.restored_same.to_owned(), false, None);
        }
    })
}

fn timeline(app: &Shared, line: Timeline) {
    // What the store did not hold yet, and what was changed since it was read.
    let missing = app.shell.mirror.session(|session| {
        let heads: Vec<String> = session.heads().iter().map(ToString::to_string).collect();
        (heads != line.heads).then(|| session.changes_since(&line.heads)).flatten()
    });
    app.history.borrow_mut().later.clear();
    app.shell.history.line.set(Some(Arc::new(line)));
    if let Some(bytes) = missing.flatten().filter(|bytes| !bytes.is_empty()) {
        ask(app, Ask::Add { changes: Bytes(bytes) }, String::new());
    }
}

fn show(app: &Shared, words: String, overlay: Overlay, looked: Looked) {
    let overtaken = {
        let mut desk = app.history.borrow_mut();
        desk.shown = Some(words.clone());
        desk.next.iter().chain(&desk.asked).any(is_look)
    };
    app.shell.look_at(words, overlay);
    // On the way to another moment the slider stays where the person holds it.
    if !overtaken {
        app.shell.history.looked.set(Some(looked));
    }
}

fn fail(app: &Shared, why: &str) {
    close(app);
    let words = fill(app.shell.t_now().history.failed, &[why]);
    app.shell.history.failed.set(Some(words));
}

/// Names are given to states, which stay as they are: this may be done while one is looked at.
fn label(app: &Shared, edit: Edit) {
    if app.merging.get() {
        app.early.borrow_mut().push(Command::History(Walk::Label(edit)));
        return;
    }
    app.shell.flush();
    match app.shell.mirror.session(|session| session.apply(edit, 0, &mut Clock)) {
        Some(Ok(change)) => spread(app, &change),
        Some(Err(refused)) => super::refuse(app, refused),
        None => {}
    }
}

/// The map was changed: the worker is told, once no further change comes for a moment.
pub(super) fn changed(app: &Shared, change: &Change) {
    let mut desk = app.history.borrow_mut();
    if desk.companion.is_none() || change.bytes.is_empty() {
        return;
    }
    let first = desk.later.is_empty();
    desk.later.extend(&change.bytes);
    drop(desk);
    if !first || app.shell.history.line.with_untracked(Option::is_none) {
        return;
    }
    let app = app.clone();
    spawn(Box::pin(async move {
        TimeoutFuture::new(GATHER).await;
        let changes = Bytes(std::mem::take(&mut app.history.borrow_mut().later));
        if !changes.0.is_empty() {
            ask(&app, Ask::Add { changes }, String::new());
        }
    }));
}
