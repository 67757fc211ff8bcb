//! Why storage refused, told apart as far as a person can do something about it.

use wasm_bindgen::JsValue;

/// Why the database did not do what it was asked. Nothing was written.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum StorageError {
    /// The browser grants no more room.
    Full,
    /// The connection was closed and could not be opened again.
    Closed,
    /// The map was deleted for good in another tab.
    DeletedElsewhere,
    /// Another tab with an older version of the app holds the database.
    Blocked,
    /// The database was written by a newer version of the app, or a newer one is taking over.
    NewerVersion,
    /// There is no IndexedDB here, or it may not be used; with the browser's reason.
    Unavailable(String),
    /// Anything else; the browser's words.
    Other(String),
}

impl StorageError {
    /// The error of a `DOMException` (or of anything else that was thrown).
    pub(super) fn from_js(thrown: &JsValue) -> Self {
        let text = words(thrown);
        match field(thrown, "name").unwrap_or_default().as_str() {
            "QuotaExceededError" => StorageError::Full,
            "VersionError" => StorageError::NewerVersion,
            "InvalidStateError" => StorageError::Closed,
            "SecurityError" => StorageError::Unavailable(text),
            _ => StorageError::Other(text),
        }
    }
}

impl From<JsValue> for StorageError {
    fn from(thrown: JsValue) -> Self {
        Self::from_js(&thrown)
    }
}

fn field(thrown: &JsValue, name: &str) -> Option<String> {
    js_sys::Reflect::get(thrown, &name.into()).ok().and_then(|value| value.as_string())
}

/// What was thrown, in the browser's words: name and message, or the text itself.
pub(super) fn words(thrown: &JsValue) -> String {
    match (field(thrown, "name"), field(thrown, "message")) {
        (Some(name), Some(message)) => format!("{name}: {message}"),
        (one, other) => one.or(other).or_else(|| thrown.as_string()).unwrap_or_default(),
    }
}
