//! Starts the app in a window, or the answering side in a worker.
fn main() {}
