//! Dates and times as the language writes them.

use crate::i18n::Locale;
use js_sys::{Array, Date, Function, Object, Reflect};
use std::cell::RefCell;
use wasm_bindgen::{JsCast, JsValue};

thread_local! {
    /// The browser's formats: making one takes far longer than using it.
    static FORMATS: RefCell<Vec<(Locale, &'static str, JsValue)>> = const { RefCell::new(Vec::new()) };
}

fn format(locale: Locale, time: &'static str) -> JsValue {
    FORMATS.with_borrow_mut(|kept| match kept.iter().find(|one| (one.0, one.1) == (locale, time)) {
        Some((.., format)) => format.clone(),
        None => {
            let options = Object::new();
            for (key, value) in [("dateStyle", "medium"), ("timeStyle", time)] {
                let _ = Reflect::set(&options, &key.into(), &value.into());
            }
            let tags = Array::of1(&locale.tag().into());
            let format: JsValue = js_sys::Intl::DateTimeFormat::new(&tags, &options).into();
            kept.push((locale, time, format.clone()));
            format
        }
    })
}

fn say(locale: Locale, time: &'static str, method: &str, times: &[i64]) -> Option<String> {
    let format = format(locale, time);
    let method: Function = Reflect::get(&format, &method.into()).ok()?.dyn_into().ok()?;
    let dates: Array = times.iter().map(|at| Date::new(&JsValue::from_f64(*at as f64))).collect();
    method.apply(&format, &dates).ok()?.as_string()
}

/// A date and time to the second; milliseconds since 1970.
pub fn date(locale: Locale, at: i64) -> String {
    say(locale, "medium", "format", &[at]).unwrap_or_default()
}

/// From when to when.
pub fn range(locale: Locale, from: i64, until: i64) -> String {
    say(locale, "short", "formatRange", &[from, until]).unwrap_or_else(|| date(locale, from))
}
