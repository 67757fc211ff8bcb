//! The clipboard: one table written as HTML and as plain text, and what a paste brings.

use super::records::object;
use js_sys::{Array, Function, Promise, Reflect};
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag, ClipboardEvent, ClipboardItem, HtmlDocument};

/// What a paste brings.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Pasted {
    /// The HTML form, if there is one. Never put it into the page: read it as text.
    pub html: Option<String>,
    /// The plain form, if there is one.
    pub text: Option<String>,
}

/// The browser let nothing be written to the clipboard.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Refused;

/// Puts both forms on the clipboard. Call it from within a click or key press.
///
/// # Errors
/// When the browser refuses both of its ways to do so.
pub async fn write(html: &str, text: &str) -> Result<(), Refused> {
    // The event takes the forms as they are. The other way has the page read the HTML anew, which alters it and
    // complains of its styles by the page's content security policy.
    if copy_event(html, text).is_ok() {
        return Ok(());
    }
    JsFuture::from(offer(html, text).ok_or(Refused)?).await.map(|_| ()).map_err(|_| Refused)
}

/// What is on the clipboard. Call it from within a click; the browser may ask the person.
///
/// # Errors
/// When the browser or the person refuses.
pub async fn read() -> Result<Pasted, Refused> {
    let global = js_sys::global();
    let field = |of: &JsValue, name: &str| Reflect::get(of, &name.into()).map_err(|_| Refused);
    let clipboard = field(&field(&global, "navigator")?, "clipboard")?;
    let read: Function = field(&clipboard, "read")?.dyn_into().map_err(|_| Refused)?;
    let items = answer(read.call0(&clipboard)).await?;
    let mut pasted = Pasted::default();
    for item in Array::from(&items).iter() {
        pasted.html = pasted.html.or(form(&item, "text/html").await);
        pasted.text = pasted.text.or(form(&item, "text/plain").await);
    }
    Ok(pasted)
}

async fn form(item: &JsValue, kind: &str) -> Option<String> {
    let get: Function = Reflect::get(item, &"getType".into()).ok()?.dyn_into().ok()?;
    let blob = answer(get.call1(item, &kind.into())).await.ok()?;
    let text: Function = Reflect::get(&blob, &"text".into()).ok()?.dyn_into().ok()?;
    answer(text.call0(&blob)).await.ok()?.as_string().filter(|text| !text.is_empty())
}

async fn answer(promise: Result<JsValue, JsValue>) -> Result<JsValue, Refused> {
    let promise: Promise = promise.and_then(JsCast::dyn_into).map_err(|_| Refused)?;
    JsFuture::from(promise).await.map_err(|_| Refused)
}

/// Through `navigator.clipboard`, which only secure pages have.
fn offer(html: &str, text: &str) -> Option<Promise> {
    let global = js_sys::global();
    let item: Function = Reflect::get(&global, &"ClipboardItem".into()).ok()?.dyn_into().ok()?;
    let navigator = Reflect::get(&global, &"navigator".into()).ok()?;
    let clipboard =
        Reflect::get(&navigator, &"clipboard".into()).ok().filter(JsValue::is_object)?;
    let write: Function = Reflect::get(&clipboard, &"write".into()).ok()?.dyn_into().ok()?;
    let forms = object(&[
        ("text/html", blob("text/html", html)?.into()),
        ("text/plain", blob("text/plain", text)?.into()),
    ])
    .ok()?;
    let item: ClipboardItem =
        Reflect::construct(&item, &Array::of1(&forms)).ok()?.dyn_into().ok()?;
    write.call1(&clipboard, &Array::of1(&item)).ok()?.dyn_into().ok()
}

fn blob(mime: &str, text: &str) -> Option<Blob> {
    let kind = BlobPropertyBag::new();
    kind.set_type(mime);
    Blob::new_with_str_sequence_and_options(&Array::of1(&text.into()), &kind).ok()
}

/// Through the `copy` event that `execCommand` fires.
fn copy_event(html: &str, text: &str) -> Result<(), Refused> {
    let document = web_sys::window().and_then(|window| window.document()).ok_or(Refused)?;
    let document: HtmlDocument = document.dyn_into().map_err(|_| Refused)?;
    let written = Rc::new(Cell::new(false));
    let (done, html, text) = (written.clone(), html.to_string(), text.to_string());
    let fill = Closure::<dyn Fn(ClipboardEvent)>::new(move |event: ClipboardEvent| {
        let Some(data) = event.clipboard_data() else { return };
        let both = [data.set_data("text/html", &html), data.set_data("text/plain", &text)];
        done.set(both.iter().all(Result::is_ok));
        // Else the selection is copied over it; nor shall the board's own handler see it.
        event.prevent_default();
        event.stop_immediate_propagation();
    });
    let listener = fill.as_ref().unchecked_ref();
    document
        .add_event_listener_with_callback_and_bool("copy", listener, true)
        .map_err(|_| Refused)?;
    let copied = document.exec_command("copy").unwrap_or(false);
    let _ = document.remove_event_listener_with_callback_and_bool("copy", listener, true);
    if copied && written.get() { Ok(()) } else { Err(Refused) }
}
