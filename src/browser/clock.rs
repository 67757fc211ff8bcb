//! The browser's time and randomness, as the core takes them.

use crate::model::Source;

/// The [`Source`] of the app.
#[derive(Clone, Copy, Debug, Default)]
pub struct Clock;

impl Source for Clock {
    fn now(&mut self) -> i64 {
        js_sys::Date::now() as i64
    }

    fn random(&mut self) -> [u8; 16] {
        let mut bytes = [0; 16];
        let crypto = web_sys::window().and_then(|window| window.crypto().ok());
        let drawn =
            crypto.is_some_and(|crypto| crypto.get_random_values_with_u8_array(&mut bytes).is_ok());
        if !drawn {
            // Ids need to be distinct, not secret.
            bytes.fill_with(|| (js_sys::Math::random() * 256.0) as u8);
        }
        bytes
    }
}
