//! What a file of the screen needs of Leptos, with elements put together by [`super::element`].

pub use super::element::{BuildElement, Finish};
pub use super::signal::RwSignal;
pub use crate::view;
pub use leptos::prelude::{
    AnyView, Callable, Callback, ChildrenFn, CollectView, Effect, Get, GetUntracked, GetValue,
    IntoAny, IntoView, LocalStorage, MaybeProp, NodeRef, NodeRefAttribute, Notify, Read,
    ReadUntracked, Set, SetValue, Signal, StoredValue, Track, Update, UpdateValue, ViewFn,
    WindowListenerHandle, With, WithUntracked, WithValue, WriteValue, component, document,
    event_target, event_target_value, expect_context, on_cleanup, provide_context,
    request_animation_frame, set_timeout, untrack, use_context, window, window_event_listener,
    window_event_listener_untyped,
};

/// A view of the one type, written as in Leptos.
#[macro_export]
macro_rules! view {
    ($($token:tt)*) => {
        $crate::ui::element::Finish::finish(::leptos::prelude::view! { $($token)* })
    };
}
