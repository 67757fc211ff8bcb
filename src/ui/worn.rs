//! Attributes, classes and lengths of one element, given by one effect.
//!
//! An effect for each of them, as a view makes it, is dear where elements come into view by the hundred.

use super::boxed::effect;
use super::node_ref::NodeRef;
use leptos::html::Div;
use web_sys::HtmlElement;

/// Gives an element what `wear` names, when it is on the page and whenever something that is read changes.
///
/// This happens after the element came into being: what it cannot be without at once (a `tabindex`, to take
/// the focus) it needs in its view too. `wear` names the same things in the same order each time; only what differs from the last time is
/// written.
pub fn worn(place: NodeRef<Div>, mut wear: impl FnMut(&mut Worn) + 'static) {
    let mut all = Worn::default();
    effect(move || {
        let Some(element) = place.get() else { return };
        all.at = 0;
        all.element = Some(element.into());
        wear(&mut all);
    });
}

/// What an element wears, in the order it was named.
#[derive(Default)]
pub struct Worn {
    element: Option<HtmlElement>,
    last: Vec<Option<String>>,
    at: usize,
}

impl Worn {
    /// An attribute, or that it has none.
    pub fn attribute(&mut self, name: &str, value: Option<String>) {
        let Some((element, value)) = self.differs(value) else { return };
        let _ = match value {
            Some(value) => element.set_attribute(name, value),
            None => element.remove_attribute(name),
        };
    }

    /// A class, and whether it has it.
    pub fn class(&mut self, name: &str, has: bool) {
        if let Some((element, value)) = self.differs(has.then(String::new)) {
            let _ = element.class_list().toggle_with_force(name, value.is_some());
        }
    }

    /// A property of its style.
    pub fn style(&mut self, name: &str, value: String) {
        if let Some((element, Some(value))) = self.differs(Some(value)) {
            let _ = element.style().set_property(name, value);
        }
    }

    fn differs(&mut self, value: Option<String>) -> Option<(&HtmlElement, Option<&str>)> {
        if self.at == self.last.len() {
            self.last.push(None);
        }
        let last = &mut self.last[self.at];
        self.at += 1;
        if *last == value {
            return None;
        }
        *last = value;
        Some((self.element.as_ref()?, last.as_deref()))
    }
}
