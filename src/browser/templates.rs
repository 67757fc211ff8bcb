//! The templates a person keeps in this browser: rows of their own beside the facts of the maps.

use super::connection::{Durability, LOCAL};
use super::database::{Database, Requests};
use super::records::{field, object};
use super::transaction::Answer;
use wasm_bindgen::JsValue;
use web_sys::IdbKeyRange;

/// What the keys begin with; slots are bare ids and have no slash.
const PREFIX: &str = "template/";
const TEXT: &str = "template";

impl Database {
    /// The templates kept: their keys and texts.
    ///
    /// # Errors
    /// When the database can't be read.
    pub fn templates(&self) -> Answer<Vec<(String, String)>> {
        let begun = self.connection.begin(&[LOCAL], None);
        Box::pin(async move {
            let transaction = begun.await?;
            // The next character after the slash ends the range.
            let range = IdbKeyRange::bound(&PREFIX.into(), &"template0".into())?;
            let (keys, rows) = transaction.all(LOCAL, &range)?.await?;
            let read = |(key, row): (JsValue, JsValue)| {
                Some((key.as_string()?, field(&row, TEXT).as_string()?))
            };
            Ok(keys.iter().zip(rows.iter()).filter_map(read).collect())
        })
    }

    /// Keeps a template under a fresh id.
    ///
    /// # Errors
    /// When the database can't be written.
    pub fn put_template(&self, id: &str, text: &str) -> Answer<()> {
        let key = JsValue::from(format!("{PREFIX}{id}"));
        let row = object(&[(TEXT, text.into())]);
        let put: Requests = Box::new(move |transaction, _| transaction.put(LOCAL, &key, &row?));
        self.write(&[LOCAL], Durability::Strict, None, put)
    }

    /// Deletes a template by its key.
    ///
    /// # Errors
    /// When the database can't be written.
    pub fn remove_template(&self, key: &str) -> Answer<()> {
        let is_one = key.starts_with(PREFIX);
        let key = JsValue::from(key);
        let remove: Requests =
            Box::new(
                move |transaction, _| {
                    if is_one { transaction.delete(LOCAL, &key) } else { Ok(()) }
                },
            );
        self.write(&[LOCAL], Durability::Strict, None, remove)
    }
}
