//! A formatted text being typed into, in step with the page and with the map.

use super::page::{draw, select, selected};
use super::reader::read;
use super::state::State;
use crate::model::rich::{Block, Mark};
use crate::model::styled::Styled;
use crate::ui::prelude::*;
use crate::ui::typing::{Typing, Written, carry};
use leptos::html;

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
        let state = State::new(Styled::new(&text.0, text.1.as_deref()));
        let state = StoredValue::new_local(state);
        RichField { root: NodeRef::new(), typing, bar: RwSignal::new(Bar::default()), state }
    }

    pub(super) fn with<T>(self, what: impl FnOnce(&mut State) -> T) -> Option<T> {
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
            state.seen = [None, None];
        });
        self.look();
    }

    /// Selects what was selected before the focus went: browsers forget it when the board moves the field
    /// in the page. A pointer that brings the focus selects anew after this.
    pub fn regain(self) {
        if let Some(root) = self.there().filter(|_| !self.is_composing()) {
            self.with(|state| select(&root, state.caret.0, state.caret.1));
        }
    }

    /// Reads what the browser made of the page. Gives whether it is as drawn.
    fn take(self) -> bool {
        let Some(root) = self.there() else { return true };
        let places = selected();
        let reading = read(&root, &places, false);
        self.with(|state| {
            state.seen = places;
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

    /// What stands there goes to the map.
    pub(super) fn send(self) {
        let text = self.with(|state| (state.text.text(), state.text.rich()));
        if let Some(text) = text {
            self.typing.input(text);
        }
    }

    /// The selection may have moved.
    pub fn follow(self) {
        let places = selected();
        if self.with(|state| state.seen == places) != Some(false) {
            return;
        }
        let Some(root) = self.there() else { return };
        let inside = places[1].as_ref().is_some_and(|(node, _)| root.contains(Some(node)));
        if !inside || self.is_composing() {
            return;
        }
        let reading = read(&root, &places, false);
        self.with(|state| {
            state.seen = places;
            if let [Some(anchor), Some(focus)] = reading.places
                && state.caret != (anchor, focus)
            {
                state.caret = (anchor, focus);
                state.next = None;
            }
        });
        self.look();
    }

    /// The toolbar shows what the selection is.
    pub(super) fn look(self) {
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
            let caret = (caret(state.caret.0), caret(state.caret.1));
            state.take_over(Styled::new(&new.0, new.1.as_deref()), caret);
        });
        self.show();
    }
}
