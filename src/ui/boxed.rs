//! Memos, effects, lists and conditions whose machinery is compiled once a type of value, not once
//! a place.
//!
//! Leptos makes its generic code anew for every closure, a kilobyte or three each time. Boxed, the
//! closures of one type of value share it; the call through a pointer is nothing beside the work.

use leptos::prelude::*;
use std::any::Any;
use std::hash::{Hash, Hasher};
use std::marker::PhantomData;
use std::sync::Arc;

type Boxed<T> = Box<dyn Fn() -> T + Send + Sync>;

/// A truth worked out anew when something it reads changes; readers are told only if it differs.
pub fn flag(read: impl Fn() -> bool + Send + Sync + 'static) -> Flag {
    boxed_flag(Box::new(read))
}

/// A truth worked out anew when something it reads changes.
pub type Flag = leptos::prelude::Memo<bool>;

fn boxed_flag(read: Boxed<bool>) -> Flag {
    leptos::prelude::Memo::new(move |_| read())
}

/// A value worked out anew when something it reads changes; readers are told only if it differs.
pub fn memo<T>(read: impl Fn() -> T + Send + Sync + 'static) -> Memo<T>
where
    T: PartialEq + Send + Sync + 'static,
{
    Memo(
        boxed_memo(Box::new(move || Held { value: Box::new(read()), same: same::<T> })),
        PhantomData,
    )
}

fn boxed_memo(read: Boxed<Held>) -> leptos::prelude::Memo<Held> {
    leptos::prelude::Memo::new(move |_| read())
}

/// A value worked out anew when something it reads changes. A handle: copies share it.
pub struct Memo<T>(leptos::prelude::Memo<Held>, PhantomData<fn() -> T>);

/// A value of any type, with what tells whether another is the same.
struct Held {
    value: Box<dyn Any + Send + Sync>,
    same: fn(&dyn Any, &dyn Any) -> bool,
}

impl PartialEq for Held {
    fn eq(&self, other: &Held) -> bool {
        (self.same)(&*self.value, &*other.value)
    }
}

fn same<T: PartialEq + 'static>(one: &dyn Any, other: &dyn Any) -> bool {
    one.downcast_ref::<T>() == other.downcast_ref::<T>()
}

impl<T> Clone for Memo<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Memo<T> {}

impl<T: 'static> Memo<T> {
    /// Reads the value and watches it.
    pub fn with<R>(&self, work: impl FnOnce(&T) -> R) -> R {
        self.track();
        self.with_untracked(work)
    }

    /// Reads the value.
    pub fn with_untracked<R>(&self, work: impl FnOnce(&T) -> R) -> R {
        let (mut work, mut result) = (Some(work), None);
        look(self.0, &mut |value| {
            result = value.downcast_ref().zip(work.take()).map(|(value, work)| work(value));
        });
        result.expect("a memo that is read is there")
    }

    /// The value; watches it.
    pub fn get(&self) -> T
    where
        T: Clone,
    {
        self.with(T::clone)
    }

    /// The value.
    pub fn get_untracked(&self) -> T
    where
        T: Clone,
    {
        self.with_untracked(T::clone)
    }

    /// Watches the value without reading it.
    pub fn track(&self) {
        self.0.track();
    }
}

#[inline(never)]
fn look(memo: leptos::prelude::Memo<Held>, work: &mut dyn FnMut(&dyn Any)) {
    memo.with_untracked(|held| work(&*held.value));
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
    let shown = boxed_flag(when);
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
