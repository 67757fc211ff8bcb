//! Pictures of the map on the screen: their bytes become an address as long as something shows them.

mod choose;

pub use choose::{choose, images};

use crate::model::picture::Form;
use crate::model::{Detail, Id, Thing};
use crate::ui::boxed::effect;
use crate::ui::icons::{self, Glyph};
use crate::ui::memo::{Memo, memo};
use crate::ui::mirror::Mark;
use crate::ui::prelude::*;
use crate::ui::shell::{Shell, use_shell};
use std::cell::RefCell;
use std::collections::HashMap;
use web_sys::{Blob, BlobPropertyBag, Url};

thread_local! {
    /// The addresses in use, by the keys of their pictures, and how many use them.
    static LENT: RefCell<HashMap<String, (String, usize)>> = RefCell::default();
}

/// The address of a picture, which is given back when this goes.
pub struct Lease {
    key: String,
    /// The address.
    pub address: String,
}

impl Drop for Lease {
    fn drop(&mut self) {
        LENT.with_borrow_mut(|all| {
            if let Some((_, users)) = all.get_mut(&self.key) {
                *users -= 1;
                if *users == 0 {
                    all.remove(&self.key);
                    let _ = Url::revoke_object_url(&self.address);
                }
            }
        });
    }
}

/// The address of a picture of the open map; `None` where its bytes are not there or are no picture.
pub fn lend(shell: Shell, key: &str) -> Option<Lease> {
    let known = LENT.with_borrow_mut(|all| {
        all.get_mut(key).map(|(address, users)| {
            *users += 1;
            address.clone()
        })
    });
    let address = known.or_else(|| {
        let own = shell.mirror.session(|session| session.picture(key)).flatten();
        let bytes = own.or_else(|| incoming(shell, key))?;
        let address = address_of(&bytes)?;
        LENT.with_borrow_mut(|all| all.insert(key.to_owned(), (address.clone(), 1)));
        Some(address)
    })?;
    Some(Lease { key: key.to_owned(), address })
}

/// The bytes of a picture that a copy would bring which is looked at.
fn incoming(shell: Shell, key: &str) -> Option<Vec<u8>> {
    shell.incoming.with_untracked(|all| {
        let brought = all.iter().flat_map(|copy| &copy.previewed.pictures);
        brought.into_iter().find(|(one, _)| one == key).map(|(_, bytes)| bytes.clone())
    })
}

fn address_of(bytes: &[u8]) -> Option<String> {
    let parts = js_sys::Array::of1(&js_sys::Uint8Array::from(bytes));
    let options = BlobPropertyBag::new();
    options.set_type(Form::of(bytes)?.media_type());
    let blob = Blob::new_with_u8_array_sequence_and_options(&parts, &options).ok()?;
    Url::create_object_url_with_blob(&blob).ok()
}

/// The key of a thing's picture and what it shows, in words.
pub fn pictured(shell: Shell, thing: Thing) -> Memo<(String, String)> {
    memo(move || {
        shell.mirror.watch(Mark::Thing(thing), |map| {
            (map.picture(thing).to_owned(), map.word(thing, Detail::Alt).to_owned())
        })
    })
}

/// What is said of a picture to those who do not see it.
pub fn said(shell: Shell, alt: &str) -> String {
    if alt.is_empty() { shell.t().pictures.undescribed.to_owned() } else { alt.to_owned() }
}

/// The picture of a thing, nothing where it has none. One that is not there, or breaks, is a frame with
/// what it shows in words.
#[component]
pub fn PictureOf(
    /// Whose.
    thing: Thing,
    /// Its class.
    class: &'static str,
) -> AnyView {
    let pictured = pictured(use_shell(), thing);
    let key = memo(move || pictured.with(|(key, _)| key.clone()));
    let view = move || {
        let key = key.get();
        let alt = Signal::derive(move || pictured.with(|(_, alt)| alt.clone()));
        (!key.is_empty()).then(|| view! { <PictureView key=key alt=alt class=class /> })
    };
    view.into_any()
}

/// A picture by its key.
#[component]
pub fn PictureView(
    /// The key.
    key: String,
    /// What it shows.
    alt: Signal<String>,
    /// Its class.
    class: &'static str,
) -> AnyView {
    let shell = use_shell();
    let lease = StoredValue::new_local(None::<Lease>);
    let address = RwSignal::new(String::new());
    let broken = RwSignal::new(false);
    effect(move || {
        if lease.with_value(Option::is_some) {
            return;
        }
        let found = lend(shell, &key);
        if found.is_none() {
            // The document is still being read, or the bytes come in later.
            shell.mirror.watch(Mark::Any, |_| ());
            broken.set(shell.mirror.is_live());
        } else {
            broken.set(false);
        }
        address.set(found.as_ref().map(|one| one.address.clone()).unwrap_or_default());
        lease.set_value(found);
    });
    let view = move || {
        let address = address.get();
        let words = move || said(shell, &alt.get());
        if broken.get() {
            let seen = move || {
                let alt = alt.get();
                if alt.is_empty() { shell.t().pictures.missing.to_owned() } else { alt }
            };
            return view! {
                <span class=format!("{class} picture-gone") role="img" aria-label=words>
                    <Glyph icon=icons::IMAGES />
                    <span aria-hidden="true" dir="auto">{seen}</span>
                </span>
            };
        }
        if address.is_empty() {
            return view! { <span class=format!("{class} picture-gone") aria-hidden="true"></span> };
        }
        view! {
            <img
                class=class
                alt=words
                src=address
                draggable="false"
                decoding="async"
                on:error=move |_| broken.set(true)
            />
        }
    };
    view.into_any()
}

/// The small round portrait beside a persona's name; nothing without a picture.
#[component]
pub fn Portrait(
    /// Whose.
    persona: Id,
) -> AnyView {
    let pictured = pictured(use_shell(), Thing::Persona(persona));
    let key = memo(move || pictured.with(|(key, _)| key.clone()));
    let view = move || {
        let key = key.get();
        let none = Signal::derive(String::new);
        // The name beside it says who it is.
        (!key.is_empty()).then(|| {
            view! {
                <span class="portrait" aria-hidden="true">
                    <PictureView key=key alt=none class="portrait-picture" />
                </span>
            }
        })
    };
    view.into_any()
}
