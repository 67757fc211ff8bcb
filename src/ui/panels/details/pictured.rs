//! The picture of a card or persona: added, replaced, described, removed; and the room pictures take.

use super::fields::LineField;
use crate::i18n::fill;
use crate::model::{Detail, Thing, picture};
use crate::ui::command::{Command, PictureFor};
use crate::ui::details::{name, set};
use crate::ui::icons;
use crate::ui::library::about::megabytes;
use crate::ui::memo::memo;
use crate::ui::picture::{PictureOf, choose, images, pictured};
use crate::ui::prelude::*;
use crate::ui::shell::{Shell, use_shell};
use crate::ui::widgets::button::Button;
use wasm_bindgen::JsCast;

/// The field.
#[component]
pub fn PictureField(
    /// Whose picture.
    thing: Thing,
) -> AnyView {
    let shell = use_shell();
    let pictured = pictured(shell, thing);
    let has = memo(move || pictured.with(|(key, _)| !key.is_empty()));
    let give = move |files| shell.send(Command::AddPictures(files, PictureFor::Thing(thing)));
    let add = Callback::new(move |()| choose(false, give));
    let looking = Signal::derive(move || shell.look.with(Option::is_some));
    let label = Signal::derive(move || {
        let p = shell.t().pictures;
        if has.get() { p.replace.to_owned() } else { p.add.to_owned() }
    });
    let take = move |event: &web_sys::Event, data: Option<web_sys::DataTransfer>| {
        if let Some(files) = data.as_ref().and_then(images) {
            event.prevent_default();
            event.stop_propagation();
            if !looking.get_untracked() {
                give(files);
            }
        }
    };
    view! {
        <div
            class="detail picture-field"
            role="group"
            aria-label=move || name(shell.t(), Detail::Picture)
            on:paste=move |event| {
                let event: &web_sys::Event = event.as_ref();
                let paste = event.dyn_ref::<web_sys::ClipboardEvent>();
                take(event, paste.and_then(web_sys::ClipboardEvent::clipboard_data));
            }
            on:drop=move |event| take(event.as_ref(), event.data_transfer())
        >
            <span class="detail-name" aria-hidden="true">
                {move || name(shell.t(), Detail::Picture)}
            </span>
            <PictureOf thing=thing class="picture-large" />
            <div class="picture-buttons">
                <Button label=label icon=icons::IMAGES disabled=looking on_press=add />
                {move || {
                    has.get()
                        .then(|| {
                            let away = move |()| set(shell, [thing], Detail::Picture, None);
                            view! {
                                <Button
                                    label=Signal::derive(move || shell.t().pictures.remove.to_owned())
                                    class="quiet"
                                    disabled=looking
                                    on_press=Callback::new(away)
                                />
                            }
                        })
                }}
            </div>
            {move || {
                if has.get() {
                    let bare = move || pictured.with(|(_, alt)| alt.is_empty());
                    view! {
                        <LineField thing=thing detail=Detail::Alt />
                        {move || {
                            bare()
                                .then(|| {
                                    view! {
                                        <p class="panel-hint">{move || shell.t().pictures.alt_why}</p>
                                    }
                                })
                        }}
                    }
                        .into_any()
                } else {
                    view! { <p class="panel-hint">{move || shell.t().pictures.hint}</p> }
                }
            }}
            {move || {
                pictured.track();
                room(shell)
            }}
        </div>
    }
}

/// How much of the room for pictures is in use.
pub fn room(shell: Shell) -> AnyView {
    let (t, locale) = (shell.t(), shell.locale.get());
    let Some(used) = shell.mirror.session(|session| session.pictures_used()) else {
        return ().into_any();
    };
    // What is there at all is not told as nothing.
    let used = if used == 0 { 0 } else { used.max(100_000) };
    let size = |bytes: usize| megabytes(locale, bytes as f64);
    let words = fill(t.pictures.used, &[&size(used), &size(picture::BUDGET)]);
    view! { <p class="panel-hint picture-room">{words}</p> }
}
