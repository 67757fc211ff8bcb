//! What `public/early.js` asked of the storage before the app stood: the connection, and a map's plain values.

use js_sys::{Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// The connection: `undefined` where there was none to have. Given once.
pub(super) fn connection() -> Option<JsFuture> {
    take(&kept()?, "database")
}

/// The row of the map in this slot, as [`super::database::Database::view`] reads it. Given once, to whoever asks
/// first: later it would be stale.
pub(super) fn view(slot: &str) -> Option<JsFuture> {
    let kept = kept()?;
    let view = take(&kept, "view")?;
    let named = Reflect::get(&kept, &"slot".into()).ok()?;
    (named.as_string().as_deref() == Some(slot)).then_some(view)
}

fn kept() -> Option<JsValue> {
    let start = Reflect::get(&js_sys::global(), &"parcoursStart".into()).ok()?;
    Reflect::get(&start, &"kept".into()).ok().filter(JsValue::is_object)
}

fn take(kept: &JsValue, what: &str) -> Option<JsFuture> {
    let promise = Reflect::get(kept, &what.into()).ok()?.dyn_into::<Promise>().ok()?;
    let _ = Reflect::set(kept, &what.into(), &JsValue::UNDEFINED);
    Some(promise.into())
}
