//! What every part of the screen shares: language, page, the watched map, and the way to the app.

use super::command::{
    Command, Compared, ImportReport, Incoming, Listed, Notice, Offered, Route, SaveState, Shelved,
    Theme,
};
use super::history::History;
use super::mirror::Mirror;
use crate::analysis::overlay::{Overlay, Signs};
use crate::geometry::board::Laid;
use crate::i18n::{Locale, Messages};
use crate::model::people::Person;
use crate::model::{Id, Map};
use crate::ui::prelude::*;
use std::ops::Deref;
use std::rc::Rc;
use std::time::Duration;

/// A function the app or an open editor lends to the screen.
pub type Lent = StoredValue<Option<Rc<dyn Fn()>>, LocalStorage>;

/// Lays the board out again: the cells that may have altered, and whether columns or rows did.
pub type Relayout = dyn Fn(&[(Id, Id)], bool);

/// Tells how the map is laid out.
pub type Lays = dyn Fn() -> Option<Laid>;

/// Takes what a paste brings: HTML, then plain text.
pub type Pasted = dyn Fn(Option<String>, Option<String>);

/// The shared state. A handle: copies share it. There is one as long as the page is there.
#[derive(Clone, Copy)]
pub struct Shell(&'static Shared);

impl Deref for Shell {
    type Target = Shared;

    fn deref(&self) -> &Shared {
        self.0
    }
}

/// What [`Shell`] points at.
pub struct Shared {
    /// The language.
    pub locale: RwSignal<Locale>,
    /// The appearance.
    pub theme: RwSignal<Theme>,
    /// The page.
    pub route: RwSignal<Route>,
    /// The slot of the map that is ready to be shown on the board.
    pub board: RwSignal<Option<String>>,
    /// The map on the board.
    pub mirror: Mirror,
    /// The maps kept here; `None` until they are read.
    pub library: RwSignal<Option<Vec<Listed>>>,
    /// Whether the work is kept.
    pub saved: RwSignal<SaveState>,
    /// Characters were typed that the document does not have yet.
    pub typing: RwSignal<bool>,
    /// Messages.
    pub notices: RwSignal<Vec<Notice>>,
    /// Work that goes on for a while, in words: seen when it takes longer than 200 ms.
    pub working: RwSignal<Option<String>>,
    /// The gallery of templates; `None` until it is read.
    pub templates: RwSignal<Option<Vec<Shelved>>>,
    /// What the last imports brought.
    pub reports: RwSignal<Vec<ImportReport>>,
    /// Copies that wait to be taken in.
    pub incoming: RwSignal<Vec<Incoming>>,
    /// How the open variant differs from its original, once that was asked.
    pub variant: RwSignal<Option<Compared>>,
    /// The personas of the other maps kept here, as far as they are read; `None` until one asks for them.
    pub offered: RwSignal<Option<Vec<Offered>>>,
    /// How many of the other maps were read for their personas, and how many there are; set to `None`,
    /// the reading ends.
    pub reading: RwSignal<Option<(usize, usize)>>,
    /// The personas of those maps that some here were taken over from, by lineage.
    pub origins: RwSignal<Vec<(String, Vec<Offered>)>>,
    /// What is looked at in place of the map, in words; `None` while the map itself is shown.
    pub look: RwSignal<Option<String>>,
    /// What the board marks on its things.
    pub signs: RwSignal<Signs>,
    /// The history being walked.
    pub history: History,
    /// Set when the open map was just made: the board puts the caret into its first cell.
    pub fresh: RwSignal<bool>,
    /// Where the way leads on the map that is shown next, as the document spells it.
    pub landing: StoredValue<String>,
    /// How the open map was last looked at in this browser, as JSON text.
    pub sight: StoredValue<String>,
    /// Bytes of storage in use and whether the browser promised to keep them.
    pub storage: RwSignal<Option<(f64, bool)>>,
    /// The person at this browser.
    pub person: RwSignal<Person>,
    /// The person changes their name.
    pub naming: RwSignal<bool>,
    /// The map that is going out, while it is asked as what.
    pub exporting: RwSignal<Option<String>>,
    /// The paper is being chosen.
    pub printing: RwSignal<bool>,
    /// Hands over what the open editor has not sent yet.
    pub flush: Lent,
    /// Takes what the clipboard holds: HTML, then plain text.
    pub pasted: StoredValue<Option<Rc<Pasted>>, LocalStorage>,
    /// Called after a change was applied to the map, with the cells it may have altered.
    pub relayout: StoredValue<Option<Rc<Relayout>>, LocalStorage>,
    /// Tells how the board is laid out.
    pub laid: StoredValue<Option<Rc<Lays>>, LocalStorage>,
    send: StoredValue<Rc<dyn Fn(Command)>, LocalStorage>,
    fresh_id: StoredValue<Rc<dyn Fn() -> Id>, LocalStorage>,
    gestures: StoredValue<u32>,
    /// The gesture that last showed another state of the map, or the map itself again.
    turned: StoredValue<u32>,
}

impl Shell {
    /// A shell whose requests go to `send` and whose ids come from `fresh_id`.
    pub fn new(send: Rc<dyn Fn(Command)>, fresh_id: Rc<dyn Fn() -> Id>) -> Self {
        let shared = Shared {
            locale: RwSignal::new(Locale::default()),
            theme: RwSignal::new(Theme::default()),
            route: RwSignal::new(Route::default()),
            board: RwSignal::new(None),
            mirror: Mirror::default(),
            library: RwSignal::new(None),
            saved: RwSignal::new(SaveState::Opening),
            typing: RwSignal::new(false),
            notices: RwSignal::new(Vec::new()),
            working: RwSignal::new(None),
            templates: RwSignal::new(None),
            reports: RwSignal::new(Vec::new()),
            incoming: RwSignal::new(Vec::new()),
            variant: RwSignal::new(None),
            offered: RwSignal::new(None),
            reading: RwSignal::new(None),
            origins: RwSignal::new(Vec::new()),
            look: RwSignal::new(None),
            signs: RwSignal::new(Signs::default()),
            history: History::default(),
            fresh: RwSignal::new(false),
            landing: StoredValue::new(String::new()),
            sight: StoredValue::new(String::new()),
            storage: RwSignal::new(None),
            person: RwSignal::new(Person::default()),
            naming: RwSignal::new(false),
            exporting: RwSignal::new(None),
            printing: RwSignal::new(false),
            flush: StoredValue::new_local(None),
            pasted: StoredValue::new_local(None),
            relayout: StoredValue::new_local(None),
            laid: StoredValue::new_local(None),
            send: StoredValue::new_local(send),
            fresh_id: StoredValue::new_local(fresh_id),
            gestures: StoredValue::new(0),
            turned: StoredValue::new(0),
        };
        Shell(Box::leak(Box::new(shared)))
    }

    /// Asks the app to do something. Edits are in the map when this returns.
    pub fn send(&self, command: Command) {
        let send = self.send.get_value();
        send(command);
    }

    /// A fresh random id.
    pub fn id(&self) -> Id {
        let fresh = self.fresh_id.get_value();
        fresh()
    }

    /// A number for a new gesture, never 0.
    pub fn gesture(&self) -> u32 {
        self.gestures.update_value(|last| *last += 1);
        self.gestures.get_value()
    }

    /// Hands over what an open editor has not sent yet.
    pub fn flush(&self) {
        if let Some(flush) = self.flush.get_value() {
            flush();
        }
    }

    /// Shows another state of the map on the board, to be read only; `words` say which.
    pub fn look_at(&self, words: String, other: Overlay) {
        self.flush();
        self.turn(Some(words), Some(Box::new(other.map)), other.signs);
    }

    /// Shows the map itself again.
    pub fn look_back(&self) {
        if self.mirror.is_looking() {
            self.turn(None, None, Signs::default());
        }
    }

    /// While another state of the map is looked at nothing can be edited: says so then.
    pub fn refuse_look(&self) -> bool {
        let looking = self.mirror.is_looking();
        if looking {
            let b = self.t_now().board;
            let back = (b.look_back.to_owned(), Command::LookBack);
            self.notify(b.look_only.to_owned(), false, Some(back));
        }
        looking
    }

    /// While of a large map only what is in sight could be read, nothing is done that is about more of it: says so
    /// then.
    pub fn refuse_part(&self) -> bool {
        let part = !self.mirror.is_whole();
        if part {
            self.notify(self.t_now().board.part_only.to_owned(), false, None);
        }
        part
    }

    /// Opens the dialog that asks for the paper.
    pub fn choose_paper(&self) {
        if !self.refuse_part() {
            self.printing.set(true);
        }
    }

    /// How the map on the board is laid out now.
    pub fn laid_now(&self) -> Option<Laid> {
        self.laid.get_value().and_then(|laid| laid())
    }

    /// To lay the board out for the other state, to mark what is different and to draw it anew are tasks
    /// of their own: on a large map each takes its time.
    fn turn(&self, words: Option<String>, map: Option<Box<Map>>, signs: Signs) {
        let (shell, turn) = (*self, self.gesture());
        self.turned.set_value(turn);
        self.mirror.look_at(map);
        if let Some(relayout) = self.relayout.get_value() {
            relayout(&[], true);
        }
        self.look.set(words);
        // Whoever turns again meanwhile goes the rest of the way.
        let is_last = move || shell.turned.get_value() == turn;
        let draw = move || {
            if is_last() {
                shell.mirror.tell();
            }
        };
        let mark = move || {
            if is_last() {
                shell.signs.set(signs);
                set_timeout(draw, Duration::ZERO);
            }
        };
        set_timeout(mark, Duration::ZERO);
    }

    /// The messages of the current language; watches it.
    pub fn t(&self) -> &'static Messages {
        self.locale.get().messages()
    }

    /// The messages of the current language, unwatched.
    pub fn t_now(&self) -> &'static Messages {
        self.locale.get_untracked().messages()
    }

    /// Shows a message.
    pub fn notify(&self, text: String, alarm: bool, button: Option<(String, Command)>) {
        // Never used again: the clock of a message that was dismissed must not find another one.
        let number = self.gesture();
        self.notices.update(|notices| {
            notices.retain(|notice| notice.text != text);
            if notices.len() >= 3 {
                notices.remove(0);
            }
            notices.push(Notice { number, text, alarm, button });
        });
    }
}

/// The shell of the running app.
pub fn use_shell() -> Shell {
    expect_context::<Shell>()
}
