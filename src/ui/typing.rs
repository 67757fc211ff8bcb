//! A text being typed: what was sent, what was not, and when it goes.
//!
//! A batch goes 200 ms after the last key and at least every second, never inside an IME composition.
//! One session of typing is one gesture, so one undo.

use super::command::Command;
use super::shell::Shell;
use crate::model::delta::{Delta, Stretch, difference, units};
use crate::model::edit::{Edit, Splice, TextOf};
use crate::model::rich::Rich;
use crate::model::rich_edits::changes;
use crate::model::spans::place;
use crate::model::{Id, Map, Thing};
use crate::ui::prelude::*;
use gloo_timers::callback::Timeout;
use std::rc::Rc;

/// After the last key, ms.
const PAUSE: u32 = 200;
/// At the latest after the first unsent key, ms.
const LATEST: f64 = 1000.0;

/// Makes the edit that brings the text's owner into being, from its first text.
pub type Create = Rc<dyn Fn(String) -> Edit>;

/// A text and its formatting, if it has any.
pub type Written = (String, Option<Box<Rich>>);

struct State {
    of: TextOf,
    gesture: u32,
    create: Option<Create>,
    sent: Written,
    began: bool,
    unsent: Option<Written>,
    /// The text in the map, where others changed it and the field could not follow.
    missed: Option<String>,
    since: f64,
    /// When the last key came, ms.
    last: f64,
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
    pub fn start(shell: Shell, of: TextOf, text: Written, create: Option<Create>) -> Self {
        let state = State {
            of,
            gesture: shell.gesture(),
            create,
            sent: text,
            began: false,
            unsent: None,
            missed: None,
            since: 0.0,
            last: 0.0,
            composing: false,
            timer: None,
        };
        let typing = Typing { shell, state: StoredValue::new_local(state) };
        shell.flush.set_value(Some(Rc::new(move || typing.flush())));
        typing
    }

    /// The whole text after a key.
    pub fn input(self, text: Written) {
        let now = js_sys::Date::now();
        if !self.shell.typing.get_untracked() {
            self.shell.typing.set(true);
        }
        let overdue = self.state.try_update_value(|state| {
            if state.unsent.is_none() {
                state.since = now;
            }
            state.unsent = Some(text);
            state.last = now;
            if state.composing {
                return false;
            }
            if state.timer.is_none() {
                state.timer = Some(self.wait(PAUSE));
            }
            now - state.since >= LATEST
        });
        if overdue == Some(true) {
            self.flush();
        }
    }

    /// Sends when the pause is over. One clock goes on over many keys.
    fn wait(self, left: u32) -> Timeout {
        Timeout::new(left, move || {
            let since = self.state.try_with_value(|state| js_sys::Date::now() - state.last);
            match since.map(|since| f64::from(PAUSE) - since) {
                Some(left) if left > 0.0 => {
                    let timer = self.wait(left.ceil() as u32);
                    self.state.try_update_value(|state| state.timer = Some(timer));
                }
                _ => {
                    self.state.try_update_value(|state| state.timer = None);
                    self.flush();
                }
            }
        })
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
                if text.0.trim().is_empty() {
                    return None;
                }
                let mut all = vec![state.create.take()?(text.0.clone())];
                let none = (String::new(), None);
                all.extend(formatting(state.of, &none, &text, &whole(&text.0)));
                state.sent = text;
                state.began = true;
                return Some((Edit::Several(all), state.gesture));
            }
            let there = state.missed.take().unwrap_or_else(|| state.sent.0.clone());
            let edits = batch(state.of, &state.sent, &text, &there);
            state.sent = text;
            state.began |= !edits.is_empty();
            (!edits.is_empty()).then_some((Edit::Several(edits), state.gesture))
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
    pub fn meet(self, in_map: &Written) -> Option<Written> {
        self.state
            .try_update_value(|state| {
                if state.create.is_some() || state.sent == *in_map {
                    return None;
                }
                if state.composing || state.unsent.is_some() {
                    state.missed = Some(in_map.0.clone());
                    return None;
                }
                state.sent = in_map.clone();
                Some(in_map.clone())
            })
            .flatten()
    }

    fn leave(self) {
        self.shell.flush.set_value(None);
        self.shell.typing.set(false);
    }
}

/// A text of a map with its formatting.
pub fn text_of(map: &Map, of: TextOf) -> Option<Written> {
    let TextOf::Of(thing) = of else { return Some((map.title.clone(), None)) };
    let name = |name: &String| (name.clone(), None);
    let card = |id: &Id| map.cards.get(id).map(|card| (card.text.clone(), card.rich.clone()));
    match thing {
        Thing::Map => Some(name(&map.title)),
        Thing::Stage(id) => map.stages.get(&id).map(|one| name(&one.name)),
        Thing::Step(id) => map.steps.get(&id).map(|one| name(&one.name)),
        Thing::Lane(id) => map.lanes.get(&id).map(|one| name(&one.name)),
        Thing::Card(id) => card(&id),
        Thing::Persona(id) => map.personas.get(&id).map(|one| name(&one.name)),
        Thing::Version(id) => map.versions.get(&id).map(|one| name(&one.name)),
        Thing::View(id) => map.views.get(&id).map(|one| name(&one.name)),
        Thing::Path(id) => map.paths.get(&id).map(|one| name(&one.condition)),
        Thing::Note(id) => map.notes.get(&id).map(|one| name(&one.text)),
        Thing::Entry(..) | Thing::Goal(_) => {
            crate::model::compare::text_of(map, thing).map(|n| name(&n))
        }
        Thing::Feeling { persona, step } => Some((map.feeling(persona, step).name, None)),
    }
}

/// The edits of one batch: from what was sent to what stands in the field, past what others made of the
/// text in the map meanwhile (inside an IME composition the field cannot follow them).
fn batch(of: TextOf, sent: &Written, now: &Written, there: &str) -> Vec<Edit> {
    let mine = change(&sent.0, &now.0);
    let others = difference(&sent.0, there);
    let (here, beside) = Delta::pass(&mine, &others);
    let mut edits = Vec::new();
    let splices = splices(&here);
    if !splices.is_empty() {
        edits.push(Edit::EditText { of, splices });
    }
    let formats = formatting(of, sent, now, &mine);
    edits.extend(if others.is_empty() { formats } else { carried(formats, &beside) });
    edits
}

fn formatting(of: TextOf, sent: &Written, now: &Written, change: &Delta) -> Vec<Edit> {
    if sent.1.is_none() && now.1.is_none() {
        return Vec::new();
    }
    let none = Rich::default();
    let rich = |text: &'_ Written| text.1.as_deref().cloned().unwrap_or_else(|| none.clone());
    changes(of, &rich(sent), &rich(now), change, &now.0)
}

/// Marks that were meant for a text which changed meanwhile: at their places there. What a line is stays
/// with those who saw it.
fn carried(edits: Vec<Edit>, change: &Delta) -> Vec<Edit> {
    let carry = |edit| match edit {
        Edit::Mark { of, from, to, mark, value } => {
            let (from, to) = (place(change, from, true), place(change, to, false));
            (from < to).then_some(Edit::Mark { of, from, to, mark, value })
        }
        _ => None,
    };
    edits.into_iter().filter_map(carry).collect()
}

/// All of a text is new.
fn whole(text: &str) -> Delta {
    Delta::splice(0, 0, 0, text)
}

fn change(old: &str, new: &str) -> Delta {
    let length = units(old);
    splice(old, new).map_or_else(
        || Delta::splice(length, 0, 0, ""),
        |one| Delta::splice(length, one.at, one.delete, &one.insert),
    )
}

fn splices(change: &Delta) -> Vec<Splice> {
    let (mut found, mut at) = (Vec::new(), 0);
    for stretch in &change.0 {
        match stretch {
            Stretch::Keep(n) => at += n,
            Stretch::Delete(n) => match found.last_mut() {
                Some(Splice { at: from, delete: none @ 0, insert })
                    if *from + units(insert) == at =>
                {
                    *none = *n;
                }
                _ => found.push(Splice { at, delete: *n, insert: String::new() }),
            },
            Stretch::Insert(new) => {
                found.push(Splice { at, delete: 0, insert: new.clone() });
                at += units(new);
            }
        }
    }
    found
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
