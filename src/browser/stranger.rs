//! Has bytes from strangers looked at in a worker that is thrown away afterwards, whatever happens.

use super::deadline::within;
use super::error::words;
use js_sys::{Function, Promise, Uint8Array};
use serde::Serialize;
use serde::de::DeserializeOwned;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Event, MessageEvent, Worker};

/// The time limit for a file nobody said anything about, in milliseconds.
pub const LIMIT: u32 = 10_000;
/// The time limit for a file the person confirmed, in milliseconds.
pub const CONFIRMED_LIMIT: u32 = 120_000;

/// Why there is no answer.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum StrangerError {
    /// The worker died of the file.
    Crashed,
    /// It was not done in time.
    TimedOut,
    /// No worker could be started, or it is of another version; the reason.
    NotStarted(String),
}

/// A worker that ends with this value, also when the future holding it is dropped.
pub(super) struct Disposable(pub(super) Worker);

impl Drop for Disposable {
    fn drop(&mut self) {
        self.0.set_onmessage(None);
        self.0.set_onerror(None);
        self.0.terminate();
    }
}

/// Asks a fresh worker one question (a `worker::Request`) and gives its answer (a `worker::Answer`)
/// within `limit` milliseconds, starting the worker included. `start` returns a `Worker` that has been
/// given the compiled halves of the wasm; the worker says by its first message that it listens.
///
/// # Errors
/// When the worker can't be started, dies, or takes too long. It is gone then too.
pub async fn inspect<Question: Serialize, Answer: DeserializeOwned>(
    start: &Function,
    question: &Question,
    limit: u32,
) -> Result<Answer, StrangerError> {
    let not_started = |thrown: JsValue| StrangerError::NotStarted(words(&thrown));
    let question = postcard::to_allocvec(question)
        .map_err(|error| StrangerError::NotStarted(error.to_string()))?;
    let started = start.call0(&JsValue::UNDEFINED).map_err(not_started)?;
    let worker = Disposable(started.dyn_into().map_err(not_started)?);

    let mut settle = None;
    let answered = Promise::new(&mut |resolve, reject| settle = Some((resolve, reject)));
    let Some((resolve, reject)) = settle else { return Err(StrangerError::Crashed) };
    let asked = worker.0.clone();
    let hear = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
        let settled = match event.data().dyn_into::<Uint8Array>() {
            Ok(answer) => resolve.call1(&JsValue::UNDEFINED, &answer).map(|_| ()),
            Err(_) => asked.post_message(&Uint8Array::from(question.as_slice())),
        };
        // Neither throws; if one did, the time limit ends the wait.
        drop(settled);
    });
    let died = Closure::<dyn Fn(Event)>::new(move |event: Event| {
        // Expected: not for the console, nor for the page's own handler of errors.
        event.prevent_default();
        let _ = reject.call0(&JsValue::UNDEFINED);
    });
    worker.0.set_onmessage(Some(hear.as_ref().unchecked_ref()));
    worker.0.set_onerror(Some(died.as_ref().unchecked_ref()));

    match within(limit, JsFuture::from(answered)).await {
        None => Err(StrangerError::TimedOut),
        Some(Err(_)) => Err(StrangerError::Crashed),
        Some(Ok(answer)) => postcard::from_bytes(&Uint8Array::new(&answer).to_vec())
            .map_err(|error| StrangerError::NotStarted(error.to_string())),
    }
}
