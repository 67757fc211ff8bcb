//! Effects, lists and conditions whose machinery is compiled once and not once a place.
//!
//! Leptos makes its generic code anew for every closure, a kilobyte or three each time. Boxed, the
//! closures share it; the call through a pointer is nothing beside the work.

use super::memo::flag;
use leptos::prelude::*;
use std::hash::{Hash, Hasher};
use std::sync::Arc;

type Boxed<T> = Box<dyn Fn() -> T + Send + Sync>;

/// Does something after the view is made, and again when something it reads changes.
pub fn effect(run: impl FnMut() + 'static) {
    boxed_effect(Box::new(run));
}

fn boxed_effect(mut run: Box<dyn FnMut()>) {
    Effect::new(move |_| run());
}

/// One view an item, kept as long as an item with its key is in the list. As Leptos' own.
#[component]
pub fn For<I, T, K, C>(
    /// The items.
    each: I,
    /// What tells one item from another.
    key: fn(&T) -> K,
    /// The view of an item.
    children: C,
) -> AnyView
where
    I: Fn() -> Vec<T> + Send + Sync + 'static,
    T: Send + 'static,
    K: Hash + 'static,
    C: Fn(T) -> AnyView + Send + Sync + 'static,
{
    let children = Arc::new(children);
    boxed_for(Box::new(move || {
        let row = |item: T| {
            let mut name = Name::default();
            key(&item).hash(&mut name);
            let children = children.clone();
            Row { name, view: Box::new(move || children(item)) }
        };
        each().into_iter().map(row).collect()
    }))
}

/// An item of a list, whatever its type: what tells it from the others, and what makes its view.
struct Row {
    name: Name,
    view: Box<dyn FnOnce() -> AnyView + Send>,
}

/// The bytes of a key, as it gives them to be hashed.
#[derive(Clone, PartialEq, Eq, Hash, Default)]
struct Name(Vec<u8>);

impl Hasher for Name {
    fn write(&mut self, bytes: &[u8]) {
        self.0.extend_from_slice(bytes);
    }

    fn finish(&self) -> u64 {
        self.0.len() as u64
    }
}

fn boxed_for(each: Boxed<Vec<Row>>) -> AnyView {
    let key = |row: &Row| row.name.clone();
    let children = |row: Row| (row.view)();
    leptos::control_flow::For(leptos::control_flow::ForProps { each, key, children }).into_any()
}

/// Its children, while a condition holds; else the fallback. As Leptos' own.
#[component]
pub fn Show<W>(
    /// The condition.
    when: W,
    /// What is shown otherwise.
    #[prop(optional, into)]
    fallback: ViewFn,
    /// What is shown.
    children: Inside,
) -> AnyView
where
    W: Fn() -> bool + Send + Sync + 'static,
{
    boxed_show(Box::new(when), children, fallback)
}

fn boxed_show(when: Boxed<bool>, Inside(children): Inside, fallback: ViewFn) -> AnyView {
    let shown = flag(when);
    (move || if shown.get() { children() } else { fallback.run() }).into_any()
}

/// What is inside a component, made anew each time it is shown.
pub struct Inside(Boxed<AnyView>);

impl<F, V> ToChildren<F> for Inside
where
    F: Fn() -> V + Send + Sync + 'static,
    V: IntoRender,
    V::Output: RenderHtml + Send,
{
    fn to_children(make: F) -> Self {
        Inside(Box::new(move || make().into_render().into_any()))
    }
}
