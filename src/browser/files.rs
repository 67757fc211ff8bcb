//! Files in and out: a chosen or dropped file as bytes, and bytes as a download.

use super::error::words;
use gloo_timers::callback::Timeout;
use js_sys::{Array, Uint8Array};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag, File, HtmlAnchorElement, Url};

/// Files above this many bytes are read only when the person said so again.
pub const LARGE: f64 = 20_000_000.0;
/// How long the address of a download stays valid, in milliseconds: some browsers fetch it late.
const KEPT: u32 = 60_000;

/// Why a file was not read.
#[derive(Clone, PartialEq, Debug)]
pub enum FileError {
    /// It has so many bytes: ask, then read it with `confirmed`.
    Large(f64),
    /// The browser could not read it (moved, removed, a folder); its words.
    Unreadable(String),
}

/// The bytes of a file.
///
/// # Errors
/// `Large` above 20 MB unless `confirmed`, `Unreadable` if the browser can't read it.
pub async fn read(file: &File, confirmed: bool) -> Result<Vec<u8>, FileError> {
    if file.size() > LARGE && !confirmed {
        return Err(FileError::Large(file.size()));
    }
    match JsFuture::from(file.array_buffer()).await {
        Ok(buffer) => Ok(Uint8Array::new(&buffer).to_vec()),
        Err(thrown) => Err(FileError::Unreadable(words(&thrown))),
    }
}

/// Hands bytes to the person as a download of this name (which [`clean_name`] should have made).
/// `false` if the browser refused.
///
/// [`clean_name`]: crate::worker::clean_name
pub fn download(name: &str, mime: &str, bytes: &[u8]) -> bool {
    offer(name, mime, bytes).is_some()
}

fn offer(name: &str, mime: &str, bytes: &[u8]) -> Option<()> {
    let parts = Array::of1(&Uint8Array::from(bytes));
    let kind = BlobPropertyBag::new();
    kind.set_type(mime);
    let blob = Blob::new_with_u8_array_sequence_and_options(&parts, &kind).ok()?;
    let address = Url::create_object_url_with_blob(&blob).ok()?;
    let document = web_sys::window()?.document()?;
    let anchor: HtmlAnchorElement = document.create_element("a").ok()?.dyn_into().ok()?;
    anchor.set_href(&address);
    anchor.set_download(name);
    let body = document.body()?;
    // Firefox follows only links that are in the document.
    body.append_child(&anchor).ok()?;
    anchor.click();
    anchor.remove();
    Timeout::new(KEPT, move || {
        let _ = Url::revoke_object_url(&address);
    })
    .forget();
    Some(())
}
