//! What is being typed: the text, the selection in it, and the steps back and forth.

use super::page::Place;
use crate::model::styled::{Look, Styled};

/// How many steps back.
const STEPS: usize = 200;
/// A pause that ends a step, ms.
const PAUSE: f64 = 600.0;

/// What is typed into, and where.
pub(super) struct State {
    /// The text as it stands.
    pub(super) text: Styled,
    /// Anchor and focus of the selection.
    pub(super) caret: (usize, usize),
    /// Where in the page the selection was when it was last read there.
    pub(super) seen: [Place; 2],
    /// What the next letter bears, where that was said before it is typed.
    pub(super) next: Option<Look>,
    /// An IME composition is under way.
    pub(super) composing: bool,
    /// Where the composition began.
    pub(super) from: usize,
    undo: Vec<(Styled, usize)>,
    redo: Vec<(Styled, usize)>,
    /// When it was last typed into, and whether it grew then.
    last: f64,
    grows: bool,
}

impl State {
    /// A text with the caret at its end.
    pub(super) fn new(text: Styled) -> Self {
        let end = text.letters.len();
        State {
            text,
            caret: (end, end),
            seen: [None, None],
            next: None,
            composing: false,
            from: 0,
            undo: Vec::new(),
            redo: Vec::new(),
            last: 0.0,
            grows: true,
        }
    }

    /// Remembers the text as it stands for undo; what is typed, or deleted, without a pause is one step.
    pub(super) fn remember(&mut self, grows: bool) {
        let now = js_sys::Date::now();
        if now - self.last > PAUSE || grows != self.grows {
            self.undo.push((self.text.clone(), self.caret.1));
            if self.undo.len() > STEPS {
                self.undo.remove(0);
            }
        }
        self.redo.clear();
        (self.last, self.grows) = (now, grows);
    }

    /// Changes the text in one step of its own; the change gives the new selection.
    pub(super) fn change(&mut self, how: impl FnOnce(&mut Styled) -> (usize, usize)) {
        let step = (self.text.clone(), self.caret.1);
        self.caret = how(&mut self.text);
        if step.0 != self.text {
            self.undo.push(step);
            self.redo.clear();
        }
        self.last = 0.0;
    }

    /// One step back, or forth again; `false` when there is none.
    pub(super) fn step(&mut self, back: bool) -> bool {
        let (from, to) =
            if back { (&mut self.undo, &mut self.redo) } else { (&mut self.redo, &mut self.undo) };
        let Some((text, caret)) = from.pop() else { return false };
        to.push((std::mem::replace(&mut self.text, text), self.caret.1));
        let caret = caret.min(self.text.letters.len());
        self.caret = (caret, caret);
        self.last = 0.0;
        true
    }

    /// The text is another's now: there is no way back past it.
    pub(super) fn take_over(&mut self, text: Styled, caret: (usize, usize)) {
        (self.text, self.caret) = (text, caret);
        self.undo.clear();
        self.redo.clear();
    }
}
