//! A worker that stays: it hears one question after another until it is dropped.

use super::error::words;
use super::stranger::{Disposable, StrangerError};
use js_sys::{Function, Uint8Array};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Event, MessageEvent};

/// The worker; it ends with this value.
pub struct Companion {
    worker: Disposable,
    _hear: Closure<dyn Fn(MessageEvent)>,
    _died: Closure<dyn Fn(Event)>,
}

impl Companion {
    /// Starts one. `start` returns a `Worker` that has been given the compiled halves of the wasm; `on` hears its
    /// answers, and `None` when it died.
    ///
    /// # Errors
    /// When no worker can be started.
    pub fn start(
        start: &Function,
        on: std::rc::Rc<dyn Fn(Option<Vec<u8>>)>,
    ) -> Result<Self, StrangerError> {
        let not_started = |thrown: JsValue| StrangerError::NotStarted(words(&thrown));
        let started = start.call0(&JsValue::UNDEFINED).map_err(not_started)?;
        let worker = Disposable(started.dyn_into().map_err(not_started)?);
        let hears = on.clone();
        let hear = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
            // The first message only says that it listens.
            if let Ok(answer) = event.data().dyn_into::<Uint8Array>() {
                hears(Some(answer.to_vec()));
            }
        });
        let died = Closure::<dyn Fn(Event)>::new(move |event: Event| {
            event.prevent_default();
            on(None);
        });
        worker.0.set_onmessage(Some(hear.as_ref().unchecked_ref()));
        worker.0.set_onerror(Some(died.as_ref().unchecked_ref()));
        Ok(Companion { worker, _hear: hear, _died: died })
    }

    /// Asks it something (a `worker::Request`, encoded); what is asked before it listens waits for it.
    pub fn ask(&self, question: &[u8]) {
        // It can only fail for want of memory; then there is no answer, and the person asks again.
        let _ = self.worker.0.post_message(&Uint8Array::from(question));
    }
}
