//! The two doors of the wasm: `boot` starts the app in a window, `serve` the answering
//! side in a worker. `public/boot.js` and `public/worker.js` knock at them.

use js_sys::Function;
use wasm_bindgen::prelude::wasm_bindgen;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = console, js_name = error)]
    fn console_error(message: &str);

    #[wasm_bindgen(js_name = parcoursLater)]
    fn bring_later();
}

/// Brings the second half of the wasm where it is not there yet. Nobody calls this: `scripts/wasm/split.mjs` lets what
/// stands for the second half call the import in it.
#[wasm_bindgen]
pub fn later() {
    bring_later();
}

/// Runs when the module is instantiated, in a window and in a worker alike: only what both need. The
/// page that is shipped has no panic messages: there a panic is a trap, and `boot.js` calls [`stop`].
fn main() {
    if cfg!(debug_assertions) {
        std::panic::set_hook(Box::new(|info| {
            parcours::app::stop();
            console_error(&info.to_string());
        }));
    }
}

/// For `boot.js` when the module has trapped: its memory is in the middle of something, so no command
/// is performed and nothing is written any more.
#[wasm_bindgen]
pub fn stop() {
    parcours::app::stop();
}

/// Starts the app in this window. `start_worker()` gives a new `Worker` that runs [`serve`].
#[wasm_bindgen]
pub fn boot(start_worker: Function) {
    parcours::app::mount(start_worker);
}

/// Starts answering in this worker.
#[wasm_bindgen]
pub fn serve() {
    parcours::worker::serve::serve();
}
