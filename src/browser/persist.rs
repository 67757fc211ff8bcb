//! Asks the browser to keep what is stored, and how much room there is.

use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// The browser's own estimate of this site's storage, in bytes.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Estimate {
    /// In use.
    pub usage: f64,
    /// Granted at most.
    pub quota: f64,
}

/// Asks that nothing be evicted when the disk gets full. `None` if the browser can't be asked.
pub async fn ask() -> Option<bool> {
    call("persist").await?.as_bool()
}

/// Whether that was granted before. `None` if the browser can't be asked.
pub async fn granted() -> Option<bool> {
    call("persisted").await?.as_bool()
}

/// How much room there is. `None` if the browser won't tell.
pub async fn estimate() -> Option<Estimate> {
    let answer = call("estimate").await?;
    let number = |name: &str| Reflect::get(&answer, &name.into()).ok()?.as_f64();
    Some(Estimate { usage: number("usage")?, quota: number("quota")? })
}

/// `navigator.storage` is missing on pages that are not secure, so it is looked up by name.
async fn call(name: &str) -> Option<JsValue> {
    let window = web_sys::window()?;
    let storage = Reflect::get(&window.navigator(), &"storage".into()).ok()?;
    let method: Function = Reflect::get(&storage, &name.into()).ok()?.dyn_into().ok()?;
    let promise: Promise = method.call0(&storage).ok()?.dyn_into().ok()?;
    JsFuture::from(promise).await.ok()
}
