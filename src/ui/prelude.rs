//! What a file of the screen needs of Leptos, with elements put together by [`super::element`].

pub use super::element::{BuildElement, Finish};
pub use super::node_ref::NodeRef;
pub use super::signal::RwSignal;
pub use leptos::prelude::{
    AnyView, Callable, Callback, CollectView, Get, GetUntracked, GetValue, IntoAny, LocalStorage,
    MaybeProp, Set, SetValue, Signal, StoredValue, UpdateValue, WindowListenerHandle, With,
    WithUntracked, WithValue, component, document, event_target, event_target_value,
    expect_context, on_cleanup, provide_context, request_animation_frame, set_timeout, untrack,
    use_context, window, window_event_listener, window_event_listener_untyped,
};

/// A view of the one type, written as in Leptos.
macro_rules! view {
    ($($token:tt)*) => {
        $crate::ui::element::Finish::finish(::leptos::prelude::view! { $($token)* })
    };
}
pub(crate) use view;
