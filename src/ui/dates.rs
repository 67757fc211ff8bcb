//! Moments in the words of the language: today's by the hour, others by the day.

use super::shell::Shell;
use crate::i18n::{Locale, fill};
use js_sys::{Date, Object, Reflect};
use wasm_bindgen::JsValue;

/// A date and time as the language writes it, with the options of the browser's own formatter.
pub fn written(locale: Locale, at: i64, options: &[(&str, &str)]) -> String {
    let date = Date::new(&JsValue::from_f64(at as f64));
    let chosen = Object::new();
    for (key, value) in options {
        let _ = Reflect::set(&chosen, &(*key).into(), &(*value).into());
    }
    date.to_locale_string(locale.tag(), &chosen).into()
}

/// "today 14:05", "12 March", "12 March 2024"; empty for a moment nobody noted. Watches the language.
pub fn moment(shell: Shell, at: i64) -> String {
    if at <= 0 {
        return String::new();
    }
    let (p, locale) = (shell.t().people, shell.locale.get());
    let then = Date::new(&JsValue::from_f64(at as f64));
    let day = |date: &Date| (date.get_full_year(), date.get_month(), date.get_date());
    let now = Date::new_0();
    let before = Date::new_0();
    before.set_date(now.get_date().saturating_sub(1));
    let hour = || written(locale, at, &[("timeStyle", "short")]);
    if day(&then) == day(&now) {
        fill(p.today, &[&hour()])
    } else if day(&then) == day(&before) {
        fill(p.yesterday, &[&hour()])
    } else if then.get_full_year() == now.get_full_year() {
        written(locale, at, &[("day", "numeric"), ("month", "long")])
    } else {
        written(locale, at, &[("dateStyle", "long")])
    }
}
