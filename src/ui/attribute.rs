//! Values of attributes, classes, styles and properties, brought to one type each, so that what sets
//! them on an element is compiled once and not once a place.

use super::memo::Flag;
use leptos::prelude::Get;
use leptos::tachys::reactive_graph::SharedReactiveFunction;
use leptos::wasm_bindgen::JsValue;
use std::borrow::Cow;
use std::sync::{Arc, Mutex};

/// What an attribute holds; nothing takes the attribute away.
pub type Text = Option<Cow<'static, str>>;

/// What a style holds; nothing takes the style away.
pub type Style = Option<String>;

/// A length on the screen.
#[inline(never)]
pub fn px(length: f64) -> String {
    format!("{length}px")
}

/// A value given once, or worked out anew when something it reads changes.
pub enum Value<T> {
    /// Given once.
    Fixed(T),
    /// Worked out anew.
    Live(SharedReactiveFunction<T>),
}

/// A type that can stand for a `T`.
pub trait Yields<T: 'static>: Sized + 'static {
    /// The `T`.
    fn yields(self) -> T;

    /// A function that yields it, as one that yields a `T`.
    fn live(read: SharedReactiveFunction<Self>) -> SharedReactiveFunction<T> {
        Arc::new(Mutex::new(move || call(&read).yields()))
    }
}

fn call<T>(read: &SharedReactiveFunction<T>) -> T {
    let mut read = read.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
    read()
}

impl Yields<Text> for &'static str {
    fn yields(self) -> Text {
        Some(Cow::Borrowed(self))
    }
}

impl Yields<Text> for String {
    fn yields(self) -> Text {
        Some(Cow::Owned(self))
    }
}

impl Yields<Text> for bool {
    fn yields(self) -> Text {
        self.then_some(Cow::Borrowed(""))
    }
}

impl Yields<Text> for usize {
    fn yields(self) -> Text {
        Some(Cow::Owned(self.to_string()))
    }
}

impl Yields<Text> for f64 {
    fn yields(self) -> Text {
        Some(Cow::Owned(self.to_string()))
    }
}

impl<V: Yields<Text>> Yields<Text> for Option<V> {
    fn yields(self) -> Text {
        self.and_then(V::yields)
    }
}

impl Yields<bool> for bool {
    fn yields(self) -> bool {
        self
    }

    fn live(read: SharedReactiveFunction<bool>) -> SharedReactiveFunction<bool> {
        read
    }
}

impl Yields<Style> for String {
    fn yields(self) -> Style {
        Some(self)
    }
}

impl Yields<Style> for Style {
    fn yields(self) -> Style {
        self
    }

    fn live(read: SharedReactiveFunction<Style>) -> SharedReactiveFunction<Style> {
        read
    }
}

impl Yields<JsValue> for String {
    fn yields(self) -> JsValue {
        JsValue::from_str(&self)
    }
}

impl Yields<JsValue> for bool {
    fn yields(self) -> JsValue {
        JsValue::from_bool(self)
    }
}

/// How a value is given: `M` tells the ways apart.
pub trait IntoValue<T, M> {
    /// The value.
    fn into_value(self) -> Value<T>;
}

/// Given as itself.
pub struct AsIs;
/// Given as a closure the `view!` macro has boxed.
pub struct AsBoxed<V>(V);
/// Given as any other closure.
pub struct AsClosure<V>(V);
/// Given as a truth that is watched.
pub struct AsFlag;

impl<T: 'static, V: Yields<T>> IntoValue<T, AsIs> for V {
    fn into_value(self) -> Value<T> {
        Value::Fixed(self.yields())
    }
}

impl<T: 'static, V: Yields<T>> IntoValue<T, AsBoxed<V>> for SharedReactiveFunction<V> {
    fn into_value(self) -> Value<T> {
        Value::Live(V::live(self))
    }
}

impl<T: 'static, V, F> IntoValue<T, AsClosure<V>> for F
where
    V: Yields<T>,
    F: FnMut() -> V + Send + 'static,
{
    fn into_value(self) -> Value<T> {
        Value::Live(V::live(Arc::new(Mutex::new(self))))
    }
}

impl IntoValue<bool, AsFlag> for Flag {
    fn into_value(self) -> Value<bool> {
        Value::Live(Arc::new(Mutex::new(move || self.get())))
    }
}
