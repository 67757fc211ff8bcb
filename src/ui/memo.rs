//! Values worked out from others; what keeps them is compiled once and not once a type of value.

use leptos::prelude::{Track, WithUntracked};
use std::any::Any;
use std::marker::PhantomData;

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
