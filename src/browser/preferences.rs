//! Small facts kept in local storage, outside the database: what the person chose, and the witness
//! that tells when the database has lost something.
//!
//! Without local storage every fact has its default and setting one does nothing.

use crate::model::json::{FromJson, Json};
use crate::model::people::Person;
use crate::model::{Id, Source};
use gloo_storage::{LocalStorage, Storage};

const LOCALE: &str = "parcours.locale";
const THEME: &str = "parcours.theme";
const PERSON: &str = "parcours.person";
const YOU: &str = "parcours.you";
const OPENING: &str = "parcours.opening";
const WITNESS: &str = "parcours.witness";
const LEFT: &str = "parcours.left";
const SIGHT: &str = "parcours.sight.";

/// What a map was when it was last known to be kept.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Witness {
    /// Its title.
    pub title: String,
    /// Its last durable heads.
    pub heads: Vec<String>,
    /// When that was, milliseconds since 1970.
    pub at: i64,
}

/// The chosen locale's code; `None` follows the browser.
pub fn locale() -> Option<String> {
    get(LOCALE)
}

/// Chooses a locale, or (`None`) to follow the browser.
pub fn set_locale(code: Option<&str>) {
    put(LOCALE, code.map(text));
}

/// The chosen theme's word; `None` follows the system.
pub fn theme() -> Option<String> {
    get(THEME)
}

/// Chooses a theme, or (`None`) to follow the system.
pub fn set_theme(word: Option<&str>) {
    put(THEME, word.map(text));
}

/// The person at this browser: an id drawn at the first call, and the name and colour they gave.
pub fn person(source: &mut dyn Source) -> Person {
    let known = get(PERSON).and_then(|text| Id::parse(&text));
    let id = known.unwrap_or_else(|| {
        let id = source.id();
        put(PERSON, Some(Json::Text(id.to_string())));
        id
    });
    let mut person = Person { id, ..Person::default() };
    if let Some(you) = read(YOU) {
        // What can't be read is as if it had not been given.
        let _ = you.put("name", &mut person.name);
        let _ = you.put("colour", &mut person.colour);
    }
    person
}

/// Notes the name and colour the person gave; empty if they took it back.
pub fn set_person(name: &str, colour: &str) {
    put(YOU, Some(Json::fields(vec![("name", text(name)), ("colour", text(colour))])));
}

/// How a map was last looked at, as the JSON text that was given; empty if not known.
pub fn sight(slot: &str) -> String {
    read(&format!("{SIGHT}{slot}")).map(|json| json.write()).unwrap_or_default()
}

/// Notes how a map is looked at, or (`None`) that it was deleted.
pub fn set_sight(slot: &str, sight: Option<&str>) {
    put(&format!("{SIGHT}{slot}"), sight.and_then(Json::read));
}

/// The slot of a map whose opening was begun and never ended with a paint of all its cells: it is to be opened in the
/// worker only.
pub fn opening() -> Option<String> {
    get(OPENING)
}

/// Notes that a map is being opened, or (`None`) that all of it stands.
pub fn set_opening(slot: Option<&str>) {
    put(OPENING, slot.map(text));
}

/// What pages left that were closed before all was stored, as it was given.
pub fn left() -> Option<Json> {
    read(LEFT)
}

/// Notes what is left, or (`None`) that nothing is.
pub fn set_left(left: Option<Json>) {
    put(LEFT, left);
}

/// What a map was when it was last shown as kept.
pub fn witness(slot: &str) -> Option<Witness> {
    witnesses().into_iter().find(|(of, _)| of == slot).map(|(_, witness)| witness)
}

/// Every map that was ever shown as kept, by slot.
pub fn witnesses() -> Vec<(String, Witness)> {
    let Some(Json::Fields(all)) = read(WITNESS) else { return Vec::new() };
    let mut known = Vec::new();
    for (slot, json) in all {
        let Some(witness) = json.to() else { return Vec::new() };
        known.push((slot, witness));
    }
    known
}

/// Notes what a map was when it was kept, or (`None`) that it was deleted on purpose.
pub fn set_witness(slot: &str, witness: Option<Witness>) {
    let mut all = witnesses();
    all.retain(|(of, _)| of != slot);
    all.extend(witness.map(|witness| (slot.to_owned(), witness)));
    let all = all.into_iter().map(|(slot, witness)| (slot, Json::from(witness)));
    put(WITNESS, Some(Json::Fields(all.collect())));
}

impl FromJson for Witness {
    fn from_json(json: &Json) -> Option<Self> {
        Some(Witness {
            title: json.need("title")?,
            heads: json.need("heads")?,
            at: json.need("at")?,
        })
    }
}

impl From<Witness> for Json {
    fn from(witness: Witness) -> Json {
        let Witness { title, heads, at } = witness;
        let heads = Json::texts(&heads);
        Json::fields(vec![("title", Json::Text(title)), ("heads", heads), ("at", Json::Whole(at))])
    }
}

fn text(text: &str) -> Json {
    Json::Text(text.to_owned())
}

/// `gloo_storage` throws without local storage, so it is asked for only when it is there.
fn available() -> bool {
    web_sys::window().is_some_and(|window| matches!(window.local_storage(), Ok(Some(_))))
}

fn read(key: &str) -> Option<Json> {
    if available() { Json::read(&LocalStorage::raw().get_item(key).ok()??) } else { None }
}

fn get(key: &str) -> Option<String> {
    String::from_json(&read(key)?)
}

fn put(key: &str, value: Option<Json>) {
    if !available() {
        return;
    }
    match value {
        // Full: the preference is not remembered, and that is all.
        Some(value) => drop(LocalStorage::raw().set_item(key, &value.write())),
        None => LocalStorage::delete(key),
    }
}
