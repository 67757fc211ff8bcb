//! Memos, effects, lists and conditions whose machinery is compiled once a type of value, not once
//! a place.
//!
//! Leptos makes its generic code anew for every closure, a kilobyte or three each time. Boxed, the
//! closures of one type of value share it; the call through a pointer is nothing beside the work.

use leptos::prelude::*;
use std::hash::Hash;
use std::sync::Arc;

type Boxed<T> = Box<dyn Fn() -> T + Send + Sync>;

/// A value worked out anew when something it reads changes; readers are told only if it differs.
pub fn memo<T>(read: impl Fn() -> T + Send + Sync + 'static) -> Memo<T>
where
    T: PartialEq + Send + Sync + 'static,
{
    boxed_memo(Box::new(read))
}

fn boxed_memo<T>(read: Boxed<T>) -> Memo<T>
where
    T: PartialEq + Send + Sync + 'static,
{
    Memo::new(move |_| read())
}

/// Does something after the view is made, and again when something it reads changes.
pub fn effect(run: impl FnMut() + 'static) {
    boxed_effect(Box::new(run));
}

fn boxed_effect(mut run: Box<dyn FnMut()>) {
    Effect::new(move |_| run());
}

/// One view an item, kept as long as an item with its key is in the list. As Leptos' own.
#[component]
pub fn For<I, T, K, C, V>(
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
    K: Eq + Hash + Send + 'static,
    C: Fn(T) -> V + Send + Sync + 'static,
    V: IntoView + 'static,
{
    boxed_for(Box::new(each), key, Arc::new(move |item| children(item).into_any()))
}

fn boxed_for<T, K>(
    each: Boxed<Vec<T>>,
    key: fn(&T) -> K,
    children: Arc<dyn Fn(T) -> AnyView + Send + Sync>,
) -> AnyView
where
    T: Send + 'static,
    K: Eq + Hash + Send + 'static,
{
    let children = move |item| children(item);
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
    children: ChildrenFn,
) -> AnyView
where
    W: Fn() -> bool + Send + Sync + 'static,
{
    boxed_show(Box::new(when), children, fallback)
}

fn boxed_show(when: Boxed<bool>, children: ChildrenFn, fallback: ViewFn) -> AnyView {
    let shown = boxed_memo(when);
    (move || if shown.get() { children() } else { fallback.run() }).into_any()
}
