//! Dates and times as the language writes them.

use crate::i18n::Locale;
use js_sys::{Array, Date, Function, Object, Reflect};
use std::cell::RefCell;
use wasm_bindgen::{JsCast, JsValue};

thread_local! {
    /// The browser's format of the language asked for last: making one takes far longer than using it.
    static FORMAT: RefCell<Option<(Locale, JsValue)>> = const { RefCell::new(None) };
}

fn format(locale: Locale) -> JsValue {
    FORMAT.with_borrow_mut(|kept| match kept {
        Some((of, format)) if *of == locale => format.clone(),
        _ => {
            let options = Object::new();
            for (key, value) in [("dateStyle", "medium"), ("timeStyle", "short")] {
                let _ = Reflect::set(&options, &key.into(), &value.into());
            }
            let tags = Array::of1(&locale.tag().into());
            let format: JsValue = js_sys::Intl::DateTimeFormat::new(&tags, &options).into();
            *kept = Some((locale, format.clone()));
            format
        }
    })
}

fn say(locale: Locale, method: &str, times: &[i64]) -> Option<String> {
    let format = format(locale);
    let method: Function = Reflect::get(&format, &method.into()).ok()?.dyn_into().ok()?;
    let dates: Array = times.iter().map(|at| Date::new(&JsValue::from_f64(*at as f64))).collect();
    method.apply(&format, &dates).ok()?.as_string()
}

/// A date and time; milliseconds since 1970.
pub fn date(locale: Locale, at: i64) -> String {
    say(locale, "format", &[at]).unwrap_or_default()
}

/// From when to when.
pub fn range(locale: Locale, from: i64, until: i64) -> String {
    say(locale, "formatRange", &[from, until]).unwrap_or_else(|| date(locale, from))
}
