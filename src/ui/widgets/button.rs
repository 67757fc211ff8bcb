//! A button with an icon, a label, or both.

use crate::ui::icons::{Glyph, Icon};
use crate::ui::prelude::*;

/// A button. With `bare` only the icon is seen and the label is its name and tooltip.
#[component]
pub fn Button(
    /// What it says.
    #[prop(into)]
    label: Signal<String>,
    /// What is seen of it, where its picture says the rest.
    #[prop(optional, into)]
    short: MaybeProp<String>,
    /// Its picture.
    #[prop(optional)]
    icon: Option<Icon>,
    /// Only the icon is seen.
    #[prop(optional)]
    bare: bool,
    /// A class beside `button`: `primary`, `quiet`, `alarm`.
    #[prop(optional)]
    class: &'static str,
    /// The keys that do the same, for the tooltip.
    #[prop(optional, into)]
    keys: Signal<String>,
    /// Greyed out and without effect.
    #[prop(optional, into)]
    disabled: Signal<bool>,
    /// Pressed or not, for a button that toggles.
    #[prop(optional, into)]
    pressed: MaybeProp<bool>,
    /// What it does.
    on_press: Callback<()>,
) -> AnyView {
    let title = move || {
        let (label, keys) = (label.get(), keys.get());
        if keys.is_empty() { label } else { format!("{label} ({keys})") }
    };
    view! {
        <button
            type="button"
            class=format!("button {class} {}", if bare { "bare" } else { "" })
            aria-label=move || label.get()
            title=title
            aria-disabled=move || disabled.get().then_some("true")
            aria-pressed=move || pressed.get().map(|on| if on { "true" } else { "false" })
            on:click=move |_| {
                if !disabled.get_untracked() {
                    on_press.run(());
                }
            }
        >
            {icon.map(|icon| view! { <Glyph icon=icon /> })}
            {(!bare).then(|| view! { <span class="button-label">{move || short.get().unwrap_or_else(|| label.get())}</span> })}
        </button>
    }
}
