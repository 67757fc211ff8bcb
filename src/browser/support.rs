//! What this browser lacks that the app can't do without.

use js_sys::Reflect;
use wasm_bindgen::JsValue;

/// The interfaces that are needed and not here, by their names in the standards. Empty: all is well.
pub fn missing() -> Vec<&'static str> {
    ["indexedDB", "Worker", "crypto", "Blob", "URL", "ResizeObserver", "IntersectionObserver"]
        .into_iter()
        .filter(|name| !has(name))
        .collect()
}

/// Whether tabs can talk to each other.
pub(super) fn has_broadcast_channel() -> bool {
    has("BroadcastChannel")
}

fn has(name: &str) -> bool {
    // Reading `indexedDB` throws where cookies are blocked; then it can't be used either.
    Reflect::get(&js_sys::global(), &JsValue::from(name)).is_ok_and(|value| value.is_truthy())
}
