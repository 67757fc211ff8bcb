//! Where an element is found once it is on the page; compiled once and not once a kind of element.

use leptos::html::{Custom, ElementType};
use leptos::prelude::{Get, GetUntracked};
use std::marker::PhantomData;
use wasm_bindgen::JsCast;

type Inner = leptos::prelude::NodeRef<Custom<&'static str>>;

/// The place of an element of kind `E`. A handle: copies share it. As Leptos' own.
pub struct NodeRef<E>(Inner, PhantomData<fn() -> E>);

impl<E> Clone for NodeRef<E> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<E> Copy for NodeRef<E> {}

impl<E: ElementType<Output: JsCast>> NodeRef<E> {
    /// A place where nothing is yet.
    #[expect(
        clippy::new_without_default,
        reason = "a place is made for one element, never by default"
    )]
    pub fn new() -> Self {
        NodeRef(Inner::new(), PhantomData)
    }

    /// The element; watches for it.
    pub fn get(&self) -> Option<E::Output> {
        self.0.get().map(JsCast::unchecked_into)
    }

    /// The element; none also when its view is gone, as it may be for what a frame or a clock calls.
    pub fn get_untracked(&self) -> Option<E::Output> {
        self.0.try_get_untracked().flatten().map(JsCast::unchecked_into)
    }

    /// The same place, whatever the kind of its element.
    pub fn of_any(self) -> Inner {
        self.0
    }
}
