//! The second half of the wasm, which `public/boot.js` joins to the first behind the first paint.

use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// Asks for the second half; what it gives ends when that is there. Nothing has to wait for it: what calls into it brings
/// it, and the page stands still for so long. Ends at once where the wasm is whole, and where fetching it failed: then
/// that call says so.
pub fn there() -> impl Future<Output = ()> {
    let start = Reflect::get(&js_sys::global(), &"parcoursStart".into()).unwrap_or_default();
    let there = Reflect::get(&start, &"there".into()).unwrap_or_default();
    let asked =
        there.dyn_into::<Function>().ok().and_then(|there| there.call0(&JsValue::NULL).ok());
    let promise = asked.and_then(|promise| promise.dyn_into::<Promise>().ok());
    async move {
        if let Some(promise) = promise {
            let _ = JsFuture::from(promise).await;
        }
    }
}
