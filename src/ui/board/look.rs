//! The bar above the board while it shows another state of the map.

use crate::ui::boxed::Show;
use crate::ui::command::Command;
use crate::ui::icons;
use crate::ui::prelude::*;
use crate::ui::shell::use_shell;
use crate::ui::widgets::button::Button;

/// Says what is looked at, and leads back to the map.
#[component]
pub fn LookBar() -> AnyView {
    let shell = use_shell();
    let words = move || shell.look.get().unwrap_or_default();
    view! {
        <Show when=move || shell.look.with(Option::is_some)>
            <div class="look-bar" role="status">
                <icons::Glyph icon=icons::EYE />
                <span class="look-words">{move || words()}</span>
                <Button
                    label=Signal::derive(move || shell.t().board.look_back.to_owned())
                    on_press=Callback::new(move |()| shell.send(Command::LookBack))
                />
            </div>
        </Show>
    }
}
