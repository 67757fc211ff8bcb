//! A question before something that can't be taken back: a modal dialog, Escape and the first button
//! leave everything as it is.

use crate::ui::boxed::Show;
use crate::ui::prelude::*;
use crate::ui::widgets::button::Button;
use crate::ui::widgets::modal::modal;

/// The question, while `open` is set.
#[component]
pub fn Confirm(
    /// Whether it is asked.
    open: RwSignal<bool>,
    /// What is asked, and what it means.
    #[prop(into)]
    question: Signal<String>,
    /// What leaves everything as it is.
    #[prop(into)]
    no: Signal<String>,
    /// What does it.
    #[prop(into)]
    yes: Signal<String>,
    /// Does it.
    on_yes: Callback<()>,
) -> AnyView {
    view! {
        <Show when=move || open.get()>
            <Ask open=open question=question no=no yes=yes on_yes=on_yes />
        </Show>
    }
}

#[component]
fn Ask(
    open: RwSignal<bool>,
    question: Signal<String>,
    no: Signal<String>,
    yes: Signal<String>,
    on_yes: Callback<()>,
) -> AnyView {
    let (dialog, close) = modal();
    view! {
        <dialog
            class="dialog"
            role="alertdialog"
            node_ref=dialog
            aria-label=move || question.get()
            on:close=move |_| open.set(false)
            on:keydown=|event| event.stop_propagation()
        >
            <p>{move || question.get()}</p>
            <div class="dialog-buttons">
                <Button label=no on_press=Callback::new(move |()| close()) />
                <Button
                    label=yes
                    class="alarm"
                    on_press=Callback::new(move |()| {
                        close();
                        on_yes.run(());
                    })
                />
            </div>
        </dialog>
    }
}
