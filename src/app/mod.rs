//! Wires session, browser and screen: a command from the screen in, effects of a change out.

mod handover;
mod history;
mod import;
mod incoming;
mod journeys;
mod keep;
mod library;
mod opening;
mod pages;
mod parting;
mod personas;
mod pictures;
mod starts;
mod taking;
mod templates;
mod variants;
mod viewed;

use crate::browser::{Clock, Database, Tabs, preferences};
use crate::i18n::{Locale, fill};
use crate::model::edit::Refused;
use crate::model::picture;
use crate::model::{Id, Source};
use crate::session::{Change, Session};
use crate::ui::command::{Command, Notice, Route, SaveState, Theme};
use crate::ui::history::Walk;
use crate::ui::library::about::megabytes;
use crate::ui::names;
use crate::ui::root::Root;
use crate::ui::shell::Shell;
use js_sys::Function;
use leptos::prelude::*;
use std::cell::{Cell, RefCell};
use std::future::Future;
use std::pin::Pin;
use std::rc::Rc;
use std::sync::atomic::{AtomicBool, Ordering};
use wasm_bindgen_futures::spawn_local;

/// The running app. One a page; its parts are in the files of this folder.
pub(crate) struct App {
    shell: Shell,
    /// Tells this page from others.
    page: Id,
    database: RefCell<Option<Database>>,
    start_worker: Function,
    /// The slot of the map on the board.
    open: RefCell<Option<String>>,
    /// Counts up with every look at the personas of other maps, so that only the last goes on.
    looks: Cell<u32>,
    /// Counts up with every map shown, so that a slow opening does not show an abandoned one.
    turn: Cell<u32>,
    keep: RefCell<keep::Queue>,
    /// Edits made while the document was still loading.
    early: RefCell<Vec<Command>>,
    /// How many maps were left with such edits, which are being carried out.
    carried: Cell<u32>,
    /// The map on the board whose document is still to be made.
    unmade: RefCell<Option<starts::Unmade>>,
    tabs: RefCell<Option<Tabs>>,
    /// A file is going into the document step by step: edits and other tabs wait.
    merging: Cell<bool>,
    /// What other tabs said while the document was loading, or a file going in.
    heard: RefCell<Vec<Vec<u8>>>,
    asked_to_persist: Cell<bool>,
    history: RefCell<history::Desk>,
    /// The database was opened, or is known not to open: pages can be shown.
    begun: Cell<bool>,
}

type Shared = Rc<App>;

/// Work that goes on for a while. Boxed, so that who awaits it does not hold a copy of its states.
type Work<'a, T = ()> = Pin<Box<dyn Future<Output = T> + 'a>>;

/// Lets work go on by itself.
fn spawn(work: Work<'static>) {
    spawn_local(work);
}

/// Set after a panic: this memory is in the middle of something, and nothing of it is stored any more.
static STOPPED: AtomicBool = AtomicBool::new(false);

/// After a panic: no command is performed and nothing is written from now on.
pub fn stop() {
    STOPPED.store(true, Ordering::Relaxed);
}

fn is_stopped() -> bool {
    STOPPED.load(Ordering::Relaxed)
}

/// Starts the app in this window. `start_worker()` gives a new `Worker` that runs `serve`.
pub fn mount(start_worker: Function) {
    // The scope of the signals made here is the page's.
    let owner = Owner::new();
    owner.set();
    let slot: Rc<RefCell<Option<Shared>>> = Rc::default();
    let door = slot.clone();
    let send = Rc::new(move |command| {
        let app = door.borrow().clone();
        if let Some(app) = app {
            perform(&app, command);
        }
    });
    let shell = Shell::new(send, Rc::new(|| Clock.id()));
    let app = Rc::new(App {
        shell,
        page: shell.id(),
        database: RefCell::new(None),
        start_worker,
        open: RefCell::new(None),
        looks: Cell::new(0),
        turn: Cell::new(0),
        keep: RefCell::default(),
        early: RefCell::default(),
        carried: Cell::new(0),
        unmade: RefCell::new(None),
        tabs: RefCell::new(None),
        merging: Cell::new(false),
        heard: RefCell::default(),
        asked_to_persist: Cell::new(false),
        history: RefCell::default(),
        begun: Cell::new(false),
    });
    *slot.borrow_mut() = Some(app.clone());
    preferences_into(shell);
    pages::listen(&app);
    leptos::mount::mount_to_body(move || view! { <Root shell=shell /> });
    spawn(Box::pin(library::begin(app)));
    // The page lives as long as the window.
    std::mem::forget(owner);
}

fn preferences_into(shell: Shell) {
    let spoken: Vec<String> =
        window().navigator().languages().iter().filter_map(|l| l.as_string()).collect();
    let chosen = preferences::locale();
    let tags = chosen.iter().chain(&spoken).map(String::as_str);
    shell.locale.set(Locale::negotiate(tags));
    let word = preferences::theme();
    let theme = Theme::ALL.into_iter().find(|theme| Some(theme.word()) == word.as_deref());
    shell.theme.set(theme.unwrap_or_default());
    shell.person.set(preferences::person(&mut Clock));
    shell.route.set(pages::route());
}

/// Does what the screen asks. Edits are done when this returns; the rest goes on by itself.
fn perform(app: &Shared, command: Command) {
    if is_stopped() {
        return;
    }
    let shell = app.shell;
    match command {
        Command::Go(route) => pages::go(&route),
        Command::New(start) => spawn(Box::pin(starts::start(app.clone(), start))),
        Command::LookAtTemplates => spawn(templates::look(app.clone())),
        Command::StartFrom(file) => spawn(templates::start(app.clone(), file)),
        Command::DownloadTemplate(file) => templates::download(app, &file),
        Command::KeepTemplate(file) => spawn(templates::shelve(app.clone(), file)),
        Command::ForgetTemplate(key) => spawn(templates::forget(app.clone(), key)),
        Command::Rename(slot, title) => spawn(Box::pin(library::rename(app.clone(), slot, title))),
        Command::Duplicate(slot) => spawn(Box::pin(library::duplicate(app.clone(), slot))),
        Command::MakeVariant(slot) => spawn(variants::make(app.clone(), slot)),
        Command::LookAtPersonas(lineage) => spawn(personas::look(app.clone(), lineage)),
        Command::NewJourney(at, title) => spawn(journeys::make(app.clone(), at, title)),
        Command::BringBack(link) => spawn(journeys::bring_back(app.clone(), link)),
        Command::BringUp(slot) => spawn(journeys::bring_up(app.clone(), slot)),
        Command::ListAgain => spawn(library::refresh(app.clone())),
        Command::CompareVariant => spawn(variants::compare_open(app.clone())),
        Command::MergeBack(original) => spawn(variants::merge_back(app.clone(), original)),
        Command::SetBinned(slot, binned) => {
            spawn(Box::pin(library::set_binned(app.clone(), slot, binned)));
        }
        Command::Remove(slot) => spawn(Box::pin(library::remove(app.clone(), slot))),
        Command::Export(slot) => handover::export(app, slot),
        Command::Download(slot) => spawn(Box::pin(handover::download(app.clone(), slot))),
        Command::ExportPlain(slot) => spawn(Box::pin(handover::export_plain(app.clone(), slot))),
        Command::Import(files) => spawn(import::files(app.clone(), files, false)),
        Command::ImportLarge(file) => spawn(import::files(app.clone(), vec![file], true)),
        Command::AddPictures(files, place) => spawn(pictures::add(app.clone(), files, place)),
        Command::UndoImport(merge) => spawn(taking::undo(app.clone(), merge, true)),
        Command::TakeAgain(merge) => spawn(taking::undo(app.clone(), merge, false)),
        Command::TakeIncoming(slot) => spawn(taking::take(app.clone(), slot)),
        Command::IncomingApart(slot) => spawn(taking::apart(app.clone(), slot)),
        Command::LeaveIncoming(slot) => taking::leave(app, &slot),
        Command::LookAtIncoming => taking::look(app),
        Command::LookBack => {
            history::look_no_more(app);
            shell.look_back();
        }
        Command::History(request) => history::walk(app, request),
        Command::CopyTable => handover::copy_table(app),
        Command::Copy(html, text) => handover::copy(app, html, text),
        Command::ReadClipboard => handover::read_clipboard(app),
        Command::Paste(html, text) => handover::paste(app, html.as_deref(), text.as_deref()),
        Command::Print => handover::print(app),
        Command::SaveAgain => keep::wake(app),
        Command::SetLocale(locale) => {
            preferences::set_locale(Some(locale.tag()));
            shell.locale.set(locale);
        }
        Command::SetTheme(theme) => {
            preferences::set_theme((theme != Theme::System).then_some(theme.word()));
            shell.theme.set(theme);
        }
        Command::KeepSight(slot, sight) => preferences::set_sight(&slot, Some(&sight)),
        Command::SetPerson(name, colour) => handover::set_person(app, name, colour),
        Command::Update => spawn(Box::pin(pages::update(app.clone()))),
        Command::AskStorage => spawn(Box::pin(library::ask_storage(app.clone()))),
        Command::GoTo(count) => go_to(app, count),
        Command::Apply(..) | Command::Cancel(_) | Command::Undo | Command::Redo => {
            edit(app, command)
        }
    }
}

/// The commands that change the open map.
fn edit(app: &Shared, command: Command) {
    let shell = app.shell;
    if shell.refuse_look() {
        return;
    }
    if !shell.mirror.is_live() || app.merging.get() {
        app.early.borrow_mut().push(command);
        return;
    }
    // An offer to undo is about the last action: with the next one it lapses.
    if shell.notices.with_untracked(|all| all.iter().any(Notice::offers_undo)) {
        shell.notices.update(|all| all.retain(|notice| !notice.offers_undo()));
    }
    match shell.mirror.session(|session| done(session, command)) {
        Some(Ok(Some(change))) => spread(app, &change),
        Some(Err(refused)) => refuse(app, refused),
        _ => {}
    }
}

/// What an editing command changes in the document; nothing of any other command.
fn done(session: &mut Session, command: Command) -> Result<Option<Change>, Refused> {
    match command {
        Command::Apply(edit, gesture) => session.apply(edit, gesture, &mut Clock).map(Some),
        Command::Cancel(gesture) => Ok(session.cancel(gesture, &mut Clock)),
        Command::Undo => Ok(session.undo(&mut Clock)),
        Command::Redo => Ok(session.redo(&mut Clock)),
        Command::History(Walk::Label(edit)) => session.apply(edit, 0, &mut Clock).map(Some),
        _ => Ok(None),
    }
}

/// Undoes or redoes, one after the other, until so many of my actions stand.
fn go_to(app: &Shared, count: usize) {
    let depth = || app.shell.mirror.session(|session| session.depth());
    while let Some(now) = depth().filter(|now| *now != count) {
        edit(app, if now > count { Command::Undo } else { Command::Redo });
        // Where nothing moved, what was left of that way had no effect any more.
        let there = depth().is_none_or(|then| then == now || (then > count) != (now > count));
        if there {
            break;
        }
    }
}

/// Says why an edit was refused.
fn refuse(app: &Shared, refused: Refused) {
    let shell = app.shell;
    let r = shell.t_now().reports;
    let why = match refused {
        Refused::PicturesFull => {
            let budget = megabytes(shell.locale.get_untracked(), picture::BUDGET as f64);
            let why = fill(shell.t_now().pictures.full, &[&budget]);
            return shell.notify(fill(r.refused, &[&why]), true, None);
        }
        Refused::Picture(_) => shell.t_now().pictures.refused,
        Refused::NoSuchThing(_) => r.refused_gone,
        Refused::LastPersona => shell.t_now().board.last_persona,
        Refused::ReadOnly => shell.t_now().board.read_only,
        _ => r.refused_other,
    };
    shell.notify(fill(r.refused, &[why]), true, None);
}

/// A change of the open map goes to screen, storage and the other tabs.
fn spread(app: &Shared, change: &Change) {
    let shell = app.shell;
    let cells = shell.mirror.read(|map| change.cells_in(map));
    if let Some(relayout) = shell.relayout.get_value() {
        relayout(&cells, change.shape);
    }
    shell.mirror.apply(change);
    if !change.skipped.is_empty() {
        let t = shell.t_now();
        let named = change.skipped.iter().take(3);
        let named = shell.mirror.read(|map| {
            named.map(|thing| names::quoted(t, map, *thing)).collect::<Vec<_>>().join(", ")
        });
        let more = change.skipped.len().saturating_sub(3);
        let more = (more > 0).then(|| fill(t.reports.and_more, &[&more.to_string()]));
        let all = [Some(named), more].into_iter().flatten().collect::<Vec<_>>().join(" ");
        shell.notify(fill(t.reports.skipped, &[&all]), false, None);
    }
    if !change.bytes.is_empty() {
        keep::add(app, change);
        history::changed(app, change);
    }
}

impl App {
    fn database(&self) -> Option<Database> {
        self.database.borrow().clone()
    }

    fn is_open(&self, slot: &str) -> bool {
        self.open.borrow().as_deref() == Some(slot)
    }

    /// Shows a page.
    fn show(&self, route: Route) {
        self.shell.route.set(route);
    }

    fn set_saved(&self, state: SaveState) {
        if self.shell.saved.get_untracked() != state {
            self.shell.saved.set(state);
        }
    }
}
