//! Signals whose machinery is compiled once and not once a type of value: the value lies in a box.

use leptos::prelude::{Track, Update, WithUntracked};
use std::any::Any;
use std::marker::PhantomData;

type Boxed = Box<dyn Any + Send + Sync>;
type Inner = leptos::prelude::RwSignal<Boxed>;

/// A value that tells whoever read it when it changes. A handle: copies share it. As Leptos' own.
pub struct RwSignal<T>(Inner, PhantomData<fn(T) -> T>);

impl<T> Clone for RwSignal<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for RwSignal<T> {}

impl<T: Send + Sync + 'static> RwSignal<T> {
    /// A signal that holds this.
    pub fn new(value: T) -> Self {
        RwSignal(made(Box::new(value)), PhantomData)
    }

    /// Reads the value and watches it.
    pub fn with<R>(&self, work: impl FnOnce(&T) -> R) -> R {
        self.0.track();
        self.with_untracked(work)
    }

    /// Reads the value.
    pub fn with_untracked<R>(&self, work: impl FnOnce(&T) -> R) -> R {
        self.try_with_untracked(work).expect("a signal that is read is there")
    }

    fn try_with_untracked<R>(&self, work: impl FnOnce(&T) -> R) -> Option<R> {
        let (mut work, mut result) = (Some(work), None);
        read(self.0, &mut |value| {
            result = value.downcast_ref().zip(work.take()).map(|(value, work)| work(value));
        });
        result
    }

    /// The value; watches it.
    pub fn get(&self) -> T
    where
        T: Clone,
    {
        self.0.track();
        self.get_untracked()
    }

    /// The value.
    pub fn get_untracked(&self) -> T
    where
        T: Clone,
    {
        self.with_untracked(T::clone)
    }

    /// The value, if the signal is still there.
    pub fn try_get_untracked(&self) -> Option<T>
    where
        T: Clone,
    {
        self.try_with_untracked(T::clone)
    }

    /// Works on the value and tells whoever watches.
    pub fn update(&self, work: impl FnOnce(&mut T)) {
        let mut work = Some(work);
        write(self.0, &mut |value| {
            if let Some((value, work)) = value.downcast_mut().zip(work.take()) {
                work(value);
            }
        });
    }

    /// Puts another value in its place and tells whoever watches.
    pub fn set(&self, value: T) {
        put(self.0, Box::new(value));
    }

    /// Watches the value without reading it.
    pub fn track(&self) {
        self.0.track();
    }
}

#[inline(never)]
fn made(value: Boxed) -> Inner {
    Inner::new(value)
}

#[inline(never)]
fn read(signal: Inner, work: &mut dyn FnMut(&dyn Any)) {
    signal.try_with_untracked(|value| work(&**value));
}

#[inline(never)]
fn write(signal: Inner, work: &mut dyn FnMut(&mut dyn Any)) {
    signal.try_update(|value| work(&mut **value));
}

#[inline(never)]
fn put(signal: Inner, value: Boxed) {
    signal.try_update(|held| *held = value);
}
