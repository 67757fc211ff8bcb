//! Dates and times as the language writes them: in full, in few words, and from when to when.

use super::shell::Shell;
use crate::i18n::{Locale, fill};
use js_sys::{Array, Date, Function, Object, Reflect};
use std::cell::RefCell;
use wasm_bindgen::{JsCast, JsValue};

/// Options of the browser's own formatter.
type Options = &'static [(&'static str, &'static str)];

thread_local! {
    /// The browser's formats: making one takes far longer than using it.
    static FORMATS: RefCell<Vec<(Locale, Options, JsValue)>> = const { RefCell::new(Vec::new()) };
}

fn format(locale: Locale, options: Options) -> JsValue {
    FORMATS.with_borrow_mut(|kept| {
        match kept.iter().find(|one| (one.0, one.1) == (locale, options)) {
            Some((.., format)) => format.clone(),
            None => {
                let chosen = Object::new();
                for (key, value) in options {
                    let _ = Reflect::set(&chosen, &(*key).into(), &(*value).into());
                }
                let tags = Array::of1(&tag(locale).into());
                let format: JsValue = js_sys::Intl::DateTimeFormat::new(&tags, &chosen).into();
                kept.push((locale, options, format.clone()));
                format
            }
        }
    })
}

/// The language as the browser's person writes it ("en-GB" has no "PM"), if it is one of theirs.
fn tag(locale: Locale) -> String {
    let all: Array =
        web_sys::window().map(|window| window.navigator().languages()).unwrap_or_default();
    let mut theirs = all.iter().filter_map(|tag| tag.as_string());
    let is_one = |tag: &String| tag.split('-').next() == Some(locale.tag());
    theirs.find(is_one).unwrap_or_else(|| locale.tag().to_owned())
}

/// What a method of the format says of moments (milliseconds since 1970).
fn say(locale: Locale, options: Options, method: &str, times: &[i64]) -> Option<String> {
    let format = format(locale, options);
    let method: Function = Reflect::get(&format, &method.into()).ok()?.dyn_into().ok()?;
    let dates: Array = times.iter().map(|at| Date::new(&JsValue::from_f64(*at as f64))).collect();
    method.apply(&format, &dates).ok()?.as_string()
}

fn written(locale: Locale, at: i64, options: Options) -> String {
    say(locale, options, "format", &[at]).unwrap_or_default()
}

const MINUTE: Options = &[("dateStyle", "medium"), ("timeStyle", "short")];

/// A date and time to the minute.
pub fn minute(locale: Locale, at: i64) -> String {
    written(locale, at, MINUTE)
}

/// A date and time to the second.
pub fn second(locale: Locale, at: i64) -> String {
    written(locale, at, &[("dateStyle", "medium"), ("timeStyle", "medium")])
}

/// From when to when, to the minute.
pub fn range(locale: Locale, from: i64, until: i64) -> String {
    say(locale, MINUTE, "formatRange", &[from, until]).unwrap_or_else(|| minute(locale, from))
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

/// A day as ISO writes it, as the language does; another text as it stands.
pub fn day(locale: Locale, iso: &str) -> String {
    let at = Date::parse(iso);
    if iso.len() != 10 || at.is_nan() {
        return iso.to_owned();
    }
    // The day is no moment: it must not slip to the one before in the west.
    written(locale, at as i64, &[("dateStyle", "medium"), ("timeZone", "UTC")])
}

/// Today, as ISO writes it.
pub fn today() -> String {
    let now = String::from(Date::new_0().to_iso_string());
    now.chars().take(10).collect()
}
