//! A text being typed: what was sent, what was not, and when it goes.
//!
//! A batch goes 200 ms after the last key and at least every second, never inside an IME composition.
//! One session of typing is one gesture, so one undo.

use super::command::Command;
use super::shell::Shell;
use crate::model::edit::{Edit, Splice, TextOf};
use crate::ui::prelude::*;
use gloo_timers::callback::Timeout;
use std::rc::Rc;

/// After the last key, ms.
const PAUSE: u32 = 200;
/// At the latest after the first unsent key, ms.
const LATEST: f64 = 1000.0;

/// Makes the edit that brings the text's owner into being, from its first text.
pub type Create = Rc<dyn Fn(String) -> Edit>;

struct State {
    of: TextOf,
    gesture: u32,
    create: Option<Create>,
    sent: String,
    began: bool,
    unsent: Option<String>,
    since: f64,
    composing: bool,
    timer: Option<Timeout>,
}

/// One session of typing. A handle: copies share it.
#[derive(Clone, Copy)]
pub struct Typing {
    shell: Shell,
    state: StoredValue<State, LocalStorage>,
}

impl Typing {
    /// Starts at the text as it stands. With `create` the owner does not exist yet and is made by the
    /// first batch that is not empty.
    pub fn start(shell: Shell, of: TextOf, text: String, create: Option<Create>) -> Self {
        let state = State {
            of,
            gesture: shell.gesture(),
            create,
            sent: text,
            began: false,
            unsent: None,
            since: 0.0,
            composing: false,
            timer: None,
        };
        let typing = Typing { shell, state: StoredValue::new_local(state) };
        shell.flush.set_value(Some(Rc::new(move || typing.flush())));
        typing
    }

    /// The whole text after a key.
    pub fn input(self, text: String) {
        let now = js_sys::Date::now();
        self.shell.typing.set(true);
        let overdue = self.state.try_update_value(|state| {
            if state.unsent.is_none() {
                state.since = now;
            }
            state.unsent = Some(text);
            if state.composing {
                return false;
            }
            state.timer = Some(Timeout::new(PAUSE, move || self.flush()));
            now - state.since >= LATEST
        });
        if overdue == Some(true) {
            self.flush();
        }
    }

    /// An IME composition began or ended.
    pub fn compose(self, composing: bool) {
        self.state.try_update_value(|state| state.composing = composing);
    }

    /// Sends what was not sent yet. Does nothing inside a composition.
    pub fn flush(self) {
        let batch = self.state.try_update_value(|state| {
            if state.composing {
                return None;
            }
            state.timer = None;
            let text = state.unsent.take()?;
            if state.create.is_some() {
                if text.trim().is_empty() {
                    return None;
                }
                let create = state.create.take()?;
                state.sent.clone_from(&text);
                state.began = true;
                return Some((create(text), state.gesture));
            }
            let splice = splice(&state.sent, &text)?;
            state.sent = text;
            state.began = true;
            Some((Edit::EditText { of: state.of, splices: vec![splice] }, state.gesture))
        });
        let waiting = self.state.try_with_value(|state| state.unsent.is_some()) == Some(true);
        self.shell.typing.set(waiting);
        if let Some(Some((edit, gesture))) = batch {
            self.shell.send(Command::Apply(edit, gesture));
        }
    }

    /// Ends the session, keeping the text.
    pub fn finish(self) {
        self.state.try_update_value(|state| state.composing = false);
        self.flush();
        self.leave();
    }

    /// Ends the session, taking its text back.
    pub fn cancel(self) {
        let begun = self.state.try_update_value(|state| {
            state.unsent = None;
            state.timer = None;
            state.began.then_some(state.gesture)
        });
        self.leave();
        if let Some(Some(gesture)) = begun {
            self.shell.send(Command::Cancel(gesture));
        }
    }

    /// The text changed in the map by someone else: gives the text the field must show now, or `None`
    /// when the field is right. Waits while composing.
    pub fn meet(self, in_map: &str) -> Option<String> {
        self.state
            .try_update_value(|state| {
                if state.composing || state.create.is_some() || state.sent == in_map {
                    return None;
                }
                in_map.clone_into(&mut state.sent);
                Some(in_map.to_owned())
            })
            .flatten()
    }

    fn leave(self) {
        self.shell.flush.set_value(None);
        self.shell.typing.set(false);
    }
}

/// The one replacement that turns `old` into `new`, positions in UTF-16 code units; `None` if equal.
pub fn splice(old: &str, new: &str) -> Option<Splice> {
    if old == new {
        return None;
    }
    let head: usize =
        old.chars().zip(new.chars()).take_while(|(a, b)| a == b).map(|(a, _)| a.len_utf8()).sum();
    let tail: usize = old[head..]
        .chars()
        .rev()
        .zip(new[head..].chars().rev())
        .take_while(|(a, b)| a == b)
        .map(|(a, _)| a.len_utf8())
        .sum();
    Some(Splice {
        at: old[..head].encode_utf16().count(),
        delete: old[head..old.len() - tail].encode_utf16().count(),
        insert: new[head..new.len() - tail].to_owned(),
    })
}

/// Where a caret at `caret` (UTF-16) stands after `old` became `new`.
pub fn carry(caret: u32, old: &str, new: &str) -> u32 {
    let Some(splice) = splice(old, new) else { return caret };
    let caret = caret as usize;
    let moved = if caret <= splice.at {
        caret
    } else if caret >= splice.at + splice.delete {
        caret - splice.delete + splice.insert.encode_utf16().count()
    } else {
        splice.at
    };
    moved as u32
}
