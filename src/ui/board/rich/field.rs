//! A formatted text being typed into: what the keys and the toolbar do to it.

use super::page::{draw, read, select, selected};
use crate::model::rich::{Block, Mark};
use crate::model::styled::{Look, Styled};
use crate::ui::prelude::*;
use crate::ui::typing::{Typing, Written, carry};
use leptos::html;

/// How many steps back.
const STEPS: usize = 200;
/// A pause that ends a step, ms.
const PAUSE: f64 = 600.0;

/// What the toolbar shows.
#[derive(Clone, PartialEq, Default)]
pub struct Bar {
    /// Something is selected, or the keyboard asked for it.
    pub open: bool,
    /// Bold, italic, link, bullets, numbers: what the selection is.
    pub on: [bool; 5],
    /// An address is being typed.
    pub linking: bool,
}

struct State {
    text: Styled,
    /// Anchor and focus of the selection.
    caret: (usize, usize),
    /// What the next letter bears, where that was said before it is typed.
    next: Option<Look>,
    composing: bool,
    /// Where the composition began.
    from: usize,
    undo: Vec<(Styled, usize)>,
    redo: Vec<(Styled, usize)>,
    /// When it was last typed into, and whether it grew then.
    last: f64,
    grows: bool,
}

impl State {
    /// Remembers the text as it stands for undo; what is typed, or deleted, without a pause is one step.
    fn remember(&mut self, grows: bool) {
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
}

/// The text. A handle: copies share it.
#[derive(Clone, Copy)]
pub struct RichField {
    /// Where it stands.
    pub root: NodeRef<html::Div>,
    /// What goes to the map.
    pub typing: Typing,
    /// What the toolbar shows.
    pub bar: RwSignal<Bar>,
    state: StoredValue<State, LocalStorage>,
}

impl RichField {
    /// A text to type into.
    pub fn new(typing: Typing, text: &Written) -> Self {
        let text = Styled::new(&text.0, text.1.as_deref());
        let end = text.letters.len();
        let state = State {
            text,
            caret: (end, end),
            next: None,
            composing: false,
            from: 0,
            undo: Vec::new(),
            redo: Vec::new(),
            last: 0.0,
            grows: true,
        };
        let state = StoredValue::new_local(state);
        RichField { root: NodeRef::new(), typing, bar: RwSignal::new(Bar::default()), state }
    }

    fn with<T>(self, what: impl FnOnce(&mut State) -> T) -> Option<T> {
        self.state.try_update_value(what)
    }

    /// Where it stands, while it does.
    pub fn there(self) -> Option<web_sys::HtmlDivElement> {
        self.with(|_| ())?;
        self.root.get_untracked()
    }

    /// The text as it stands.
    pub fn text(self) -> Styled {
        self.with(|state| state.text.clone()).unwrap_or_default()
    }

    /// Whether an IME composition is under way.
    pub fn is_composing(self) -> bool {
        self.with(|state| state.composing) == Some(true)
    }

    /// Whether nothing stands there.
    pub fn is_empty(self) -> bool {
        self.with(|state| state.text.letters.is_empty() && state.text.blocks.len() == 1)
            == Some(true)
    }

    /// The selected stretch.
    pub fn range(self) -> (usize, usize) {
        // The selection can be ahead of the text: the browser tells of it before it tells of the input.
        let found = self.with(|state| {
            let ((anchor, focus), end) = (state.caret, state.text.letters.len());
            (anchor.min(focus).min(end), anchor.max(focus).min(end))
        });
        found.unwrap_or_default()
    }

    /// Draws the text anew and selects in it; never inside a composition.
    pub fn show(self) {
        let Some(root) = self.there() else { return };
        self.with(|state| {
            draw(&root, &state.text);
            select(&root, state.caret.0, state.caret.1);
        });
        self.look();
    }

    /// Reads what the browser made of the page. Gives whether it is as drawn.
    fn take(self) -> bool {
        let Some(root) = self.there() else { return true };
        let reading = read(&root, &selected(), false);
        self.with(|state| {
            if reading.styled != state.text {
                let grows = reading.styled.letters.len() >= state.text.letters.len();
                state.remember(grows);
                state.text = reading.styled;
            }
            if let [Some(anchor), Some(focus)] = reading.places {
                state.caret = (anchor, focus);
            }
        });
        reading.tidy
    }

    /// After the browser changed the page.
    pub fn input(self) {
        let tidy = self.take();
        if !tidy && !self.is_composing() {
            self.show();
        }
        self.send();
        self.look();
    }

    fn send(self) {
        let text = self.with(|state| (state.text.text(), state.text.rich()));
        if let Some(text) = text {
            self.typing.input(text);
        }
    }

    /// The selection moved.
    pub fn follow(self) {
        let Some(root) = self.there() else { return };
        let places = selected();
        let inside = places[1].as_ref().is_some_and(|(node, _)| root.contains(Some(node)));
        if !inside || self.is_composing() {
            return;
        }
        let reading = read(&root, &places, false);
        self.with(|state| {
            if let [Some(anchor), Some(focus)] = reading.places
                && state.caret != (anchor, focus)
            {
                state.caret = (anchor, focus);
                state.next = None;
            }
        });
        self.look();
    }

    fn look(self) {
        let range = self.range();
        let found = self.with(|state| {
            let text = &state.text;
            let bears = |mark: Mark| match &state.next {
                Some(next) => next.value(mark).is_some(),
                None => text.bears(range, mark),
            };
            let block = text.blocks[text.line(range.0)];
            let linked = bears(Mark::Link) || text.link_around(range.1).is_some();
            let lists = [block == Block::Bullet, block == Block::Number];
            [bears(Mark::Strong), bears(Mark::Em), linked, lists[0], lists[1]]
        });
        let Some(on) = found else { return };
        let before = self.bar.get_untracked();
        let open = range.0 < range.1 || before.linking;
        let bar = Bar { open, on, ..before.clone() };
        if bar != before {
            self.bar.set(bar);
        }
    }

    /// An IME composition began or ended.
    pub fn compose(self, composing: bool) {
        let range = self.range();
        let before = self.with(|state| {
            state.composing = composing;
            if composing {
                state.from = range.0;
            }
            state.from
        });
        self.typing.compose(composing);
        if !composing {
            let before = before.unwrap_or_default();
            let next = self.with(|state| state.next.take()).flatten();
            let mut tidy = self.take();
            if let Some(next) = next {
                let at = self.range().1;
                self.with(|state| {
                    for (_, look) in &mut state.text.letters[before.min(at)..at] {
                        *look = next.clone();
                    }
                });
                tidy = false;
            }
            if !tidy {
                self.show();
            }
            self.send();
            self.look();
        }
    }

    /// Changes the text by hand: draws, sends, and remembers the way back. The change gives the new
    /// selection.
    pub fn change(self, how: impl FnOnce(&mut Styled, (usize, usize)) -> (usize, usize)) {
        if self.is_composing() {
            return;
        }
        let range = self.range();
        self.with(|state| {
            let step = (state.text.clone(), state.caret.1);
            let caret = how(&mut state.text, range);
            if step.0 != state.text {
                state.undo.push(step);
                state.redo.clear();
            }
            state.last = 0.0;
            state.caret = caret;
        });
        self.show();
        self.send();
    }

    /// Puts a text in place of the selection.
    pub fn put(self, new: &Styled) {
        self.change(|text, (from, to)| {
            let at = text.replace(from, to, new);
            (at, at)
        });
    }

    /// What is typed goes in here and not by the browser, which does not tell the end of a bold word
    /// from the space after it. It looks as was said before, else as the letter before it; a link does
    /// not grow at its end.
    pub fn type_in(self, typed: &str) {
        let range = self.range();
        self.with(|state| {
            state.remember(true);
            let letters = &state.text.letters;
            let before = range.0.checked_sub(1).and_then(|at| letters.get(at));
            let mut look = before.map(|(_, look)| look.clone()).unwrap_or_default();
            if letters.get(range.1).is_none_or(|(_, next)| next.link != look.link) {
                look.link = None;
            }
            let look = state.next.take().unwrap_or(look);
            let mut new = Styled::new(typed, None);
            new.letters.iter_mut().for_each(|(_, own)| *own = look.clone());
            let at = state.text.replace(range.0, range.1, &new);
            let at = state.text.begin_list(at).unwrap_or(at);
            state.caret = (at, at);
        });
        self.show();
        self.send();
    }

    /// Bold or italic, or no longer; without a selection for what is typed next.
    pub fn toggle(self, mark: Mark) {
        let range = self.range();
        if range.0 < range.1 {
            self.change(|text, range| {
                let value = (!text.bears(range, mark)).then_some("");
                text.mark(range, mark, value);
                range
            });
            return;
        }
        self.with(|state| {
            let before = range.0.checked_sub(1).and_then(|at| state.text.letters.get(at));
            let mut look = state.next.clone().or(before.map(|(_, look)| look.clone()));
            let look = look.get_or_insert_default();
            look.link = None;
            let value = look.value(mark).is_none().then_some("");
            look.set(mark, value);
            state.next = Some(look.clone());
        });
        self.look();
    }

    /// Makes the selected lines items, or plain again.
    pub fn list(self, block: Block) {
        self.change(|text, range| {
            text.toggle(range, block);
            range
        });
    }

    /// A new line at the caret; on an item without words the list ends.
    pub fn new_line(self) {
        self.change(|text, (from, to)| match text.new_line(from) {
            Some(new) => {
                let at = text.replace(from, to, &new);
                (at, at)
            }
            None => {
                let line = text.line(from);
                text.blocks[line] = Block::Plain;
                (from, from)
            }
        });
    }

    /// Deletes what is selected, or a line break next to the caret; at the beginning of an item its line
    /// becomes plain. `false` when the browser can do it: within a line.
    pub fn delete(self, forward: bool) -> bool {
        let (from, to) = self.range();
        let gone = self.with(|state| {
            let text = &state.text;
            let next = text.letters.get(to).map(|(c, _)| *c);
            if from < to {
                Some((from, to))
            } else if forward {
                next.is_none_or(|c| c == '\n').then(|| (to, (to + 1).min(text.letters.len())))
            } else if text.line_start(from) < from {
                None
            } else if text.blocks[text.line(from)] != Block::Plain {
                Some((from, from))
            } else {
                Some((from.saturating_sub(1), from))
            }
        });
        let Some((from, to)) = gone.flatten() else { return false };
        self.change(|text, _| {
            if from == to && !forward {
                let line = text.line(from);
                text.blocks[line] = Block::Plain;
            }
            let at = text.replace(from, to, &Styled::default());
            (at, at)
        });
        true
    }

    /// One step back, or forth again.
    pub fn step(self, back: bool) {
        if self.is_composing() {
            return;
        }
        let moved = self.with(|state| {
            let (from, to) = if back {
                (&mut state.undo, &mut state.redo)
            } else {
                (&mut state.redo, &mut state.undo)
            };
            let (text, caret) = from.pop()?;
            to.push((std::mem::replace(&mut state.text, text), state.caret.1));
            let caret = caret.min(state.text.letters.len());
            state.caret = (caret, caret);
            state.last = 0.0;
            Some(())
        });
        if moved.flatten().is_some() {
            self.show();
            self.send();
        }
    }

    /// Someone else's change of the same text comes in under the caret.
    pub fn meet(self, in_map: &Written) {
        let Some(new) = self.typing.meet(in_map) else { return };
        self.follow();
        self.with(|state| {
            let old = state.text.text();
            let caret = |at: usize| {
                let units = old.chars().take(at).map(char::len_utf16).sum::<usize>();
                let mut left = carry(units as u32, &old, &new.0) as usize;
                let before = |c: &char| {
                    let there = left > 0;
                    left = left.saturating_sub(c.len_utf16());
                    there
                };
                new.0.chars().take_while(before).count()
            };
            state.caret = (caret(state.caret.0), caret(state.caret.1));
            state.text = Styled::new(&new.0, new.1.as_deref());
            state.undo.clear();
            state.redo.clear();
        });
        self.show();
    }
}
