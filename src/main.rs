//! The two doors of the one wasm file: `boot` starts the app in a window, `serve` the answering
//! side in a worker. `public/boot.js` and `public/worker.js` knock at them.

use js_sys::Function;
use wasm_bindgen::prelude::wasm_bindgen;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = console, js_name = error)]
    fn console_error(message: &str);
}

/// Runs when the module is instantiated, in a window and in a worker alike: only what both need.
fn main() {
    std::panic::set_hook(Box::new(|info| {
        parcours::app::stop();
        console_error(&info.to_string());
    }));
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
