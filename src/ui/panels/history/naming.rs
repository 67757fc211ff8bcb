//! Naming the state on the board.

use crate::model::edit::Edit;
use crate::ui::board::state::Board;
use crate::ui::boxed::Show;
use crate::ui::command::Command;
use crate::ui::history::{Looked, Walk};
use crate::ui::prelude::*;
use crate::ui::widgets::button::Button;

/// The field and its button: the map as it is gets the name, or the moment that is looked at.
#[component]
pub fn Naming() -> AnyView {
    let shell = expect_context::<Board>().shell;
    let looked = shell.history.looked;
    let text = RwSignal::new(String::new());
    let name = move || {
        let name = text.with_untracked(|text| text.trim().to_owned());
        if name.is_empty() {
            return;
        }
        let heads = match looked.get_untracked() {
            Some(Looked::At(_, heads)) => heads,
            _ => Vec::new(),
        };
        let edit = Edit::NameVersion { version: shell.id(), name, heads };
        shell.send(Command::History(Walk::Label(edit)));
        text.set(String::new());
    };
    view! {
        <Show when=move || looked.with(|looked| !matches!(looked, Some(Looked::Compared(_))))>
            <h3>{move || shell.t().history.name_this}</h3>
            <div class="history-naming">
                <input
                    class="field-line"
                    aria-label=move || shell.t().history.name_field
                    type="text"
                    placeholder=move || shell.t().history.name_hint
                    prop:value=move || text.get()
                    on:input=move |event| text.set(event_target_value(&event))
                    on:keydown=move |event| {
                        if event.key() == "Enter" && !event.is_composing() {
                            name();
                        }
                    }
                />
                <Button
                    label=Signal::derive(move || shell.t().history.name_save.to_owned())
                    disabled=Signal::derive(move || text.with(|text| text.trim().is_empty()))
                    on_press=Callback::new(move |()| name())
                />
            </div>
        </Show>
    }
}
