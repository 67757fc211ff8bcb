//! The worker's door: a message with a request comes, a message with its answer goes.

use super::history::tell;
use super::{Answer, Request, answer};
use js_sys::Uint8Array;
use std::cell::RefCell;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

/// Listens for requests for as long as the worker lives, and says so with one empty message. Does
/// nothing outside a worker. A panic ends the worker's wasm; the page sees it as an `error` event.
pub fn serve() {
    let Ok(scope) = js_sys::global().dyn_into::<DedicatedWorkerGlobalScope>() else { return };
    let door = scope.clone();
    let past = RefCell::new(None);
    let hear = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
        let Ok(bytes) = event.data().dyn_into::<Uint8Array>() else { return };
        // A request it can't read comes from a page of another version: no answer, and the page's
        // time limit ends the wait.
        let Ok(request) = postcard::from_bytes::<Request>(&bytes.to_vec()) else { return };
        let answer = match request {
            Request::History(ask) => Answer::History(tell(&mut past.borrow_mut(), ask)),
            request => answer(&request),
        };
        let Ok(answer) = postcard::to_allocvec(&answer) else { return };
        let _ = door.post_message(&Uint8Array::from(answer.as_slice()));
    });
    scope.set_onmessage(Some(hear.into_js_value().unchecked_ref()));
    let _ = scope.post_message(&wasm_bindgen::JsValue::NULL);
}
