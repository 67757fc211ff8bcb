//! What the keys and the toolbar do to a text being typed.

use super::field::RichField;
use crate::model::rich::{Block, Mark, may_follow};
use crate::model::styled::{Look, Styled};
use crate::ui::board::paragraphs::follow;

impl RichField {
    /// Changes the text by hand: draws, sends, and remembers the way back. The change gives the new
    /// selection.
    pub fn change(self, how: impl FnOnce(&mut Styled, (usize, usize)) -> (usize, usize)) {
        if self.is_composing() {
            return;
        }
        let range = self.range();
        self.with(|state| state.change(|text| how(text, range)));
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
    /// not grow at its end. Gives `false`, having done nothing, within a line without any formatting: there
    /// the browser does the same for a third of the cost of drawing anew.
    pub fn type_in(self, typed: &str) -> bool {
        let range = self.range();
        let plain = self.with(|state| {
            let letters = &state.text.letters;
            let before = range.0.checked_sub(1).and_then(|at| letters.get(at)).map(|(c, _)| *c);
            // After these a space may begin a list; an empty line holds more than its letters.
            let begins = typed == " " && matches!(before, Some('-' | '*' | '.' | ')'));
            range.0 == range.1
                && state.next.is_none()
                && !begins
                && !matches!(before, None | Some('\n'))
                && letters.iter().all(|(_, look)| *look == Look::default())
        });
        if plain == Some(true) {
            return false;
        }
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
        true
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

    /// Opens the link at the caret.
    pub fn follow_link(self) {
        let at = self.range().1;
        let link = self.with(|state| {
            // Before its first letter the caret is on it too.
            state.text.link_around(at).or_else(|| state.text.link_around(at + 1))
        });
        if let Some((_, _, href)) = link.flatten().filter(|(_, _, href)| may_follow(href)) {
            follow(&href);
        }
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
        if self.with(|state| state.step(back)) == Some(true) {
            self.show();
            self.send();
        }
    }
}
