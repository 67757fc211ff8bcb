//! What is kept of a map beside its document, and the JavaScript values it is kept as.
//!
//! Rows are plain objects, so that any script can read them. What a newer version wrote into a map's
//! local facts is left alone; the other rows are caches.

use super::error::StorageError;
use crate::model::Kind;
use crate::model::json::{FromJson, Json};
use crate::model::lead::Lead;
use js_sys::{Array, JSON, Object, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};

/// A map as the library lists it.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Listed {
    /// The key of everything kept of it in this browser.
    pub slot: String,
    /// The document's `id`: copies with the same one merge.
    pub lineage: String,
    /// Its open variants, sorted.
    pub variants: Vec<String>,
    /// Its title; may be empty.
    pub title: String,
    /// Journey or experience.
    pub kind: Kind,
    /// Visible stages.
    pub stages: u32,
    /// Visible cards.
    pub cards: u32,
    /// Fields where a choice between two values is open.
    pub choices: u32,
    /// Levels of the first persona's curve, column by column, for the picture in the
    /// library; −128 where none is set.
    pub curve: Vec<i8>,
    /// The maps that it leads into.
    pub leads: Vec<Lead>,
    /// Last edit, milliseconds since 1970; 0 if not known.
    pub edited: i64,
    /// In the bin since; kept in the facts of this browser, so storing a row does not change it.
    pub binned: Option<i64>,
    /// False if only chunks were found and nothing above but the slot is known: open it to see.
    pub known: bool,
}

/// A map's plain values, to paint the board before its document is loaded. A cache.
#[derive(Clone, PartialEq, Debug)]
pub struct View {
    /// The heads it shows.
    pub heads: Vec<String>,
    /// The values, as the writer encoded them.
    pub bytes: Vec<u8>,
    /// They are those that are painted first, and not all.
    pub is_part: bool,
}

/// Facts of this browser about a map; no document tells them.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Local {
    /// In the bin since, milliseconds since 1970.
    pub binned: Option<i64>,
    /// Deleted for good since.
    pub tombstone: Option<i64>,
    /// The heads it was last looked at with; empty if never.
    pub seen: Vec<String>,
}

/// What a chunk holds.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ChunkKind {
    /// A whole document.
    Snapshot,
    /// One or several changes.
    Increment,
}

impl ChunkKind {
    /// Its letter in the key.
    pub(super) fn letter(self) -> &'static str {
        match self {
            ChunkKind::Snapshot => "s",
            ChunkKind::Increment => "i",
        }
    }

    pub(super) fn from_letter(letter: &str) -> Option<Self> {
        match letter {
            "s" => Some(ChunkKind::Snapshot),
            "i" => Some(ChunkKind::Increment),
            _ => None,
        }
    }
}

/// A chunk as it lies in the store.
#[derive(Clone, PartialEq, Debug)]
pub struct StoredChunk {
    /// The SHA-256 it was stored under, hexadecimal.
    pub key: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// What it holds.
    pub kind: ChunkKind,
    /// The heads of the document after it.
    pub heads: Vec<String>,
    /// When it was stored, milliseconds since 1970.
    pub time: i64,
    /// Whether the bytes still have that SHA-256.
    pub intact: bool,
    /// Whether an intact snapshot holds all of it: need not be read unless that snapshot fails.
    pub superseded: bool,
}

impl From<&Listed> for Json {
    fn from(listed: &Listed) -> Json {
        let curve = listed.curve.iter().map(|level| Json::Whole((*level).into()));
        Json::fields(vec![
            ("slot", Json::Text(listed.slot.clone())),
            ("lineage", Json::Text(listed.lineage.clone())),
            ("variants", Json::texts(&listed.variants)),
            ("title", Json::Text(listed.title.clone())),
            ("kind", listed.kind.into()),
            ("stages", Json::Whole(listed.stages.into())),
            ("cards", Json::Whole(listed.cards.into())),
            ("choices", Json::Whole(listed.choices.into())),
            ("curve", Json::List(curve.collect())),
            ("edited", Json::Whole(listed.edited)),
            ("leads", Json::List(listed.leads.iter().map(Json::from).collect())),
        ])
    }
}

impl FromJson for Listed {
    fn from_json(json: &Json) -> Option<Self> {
        let mut listed = Listed::default();
        json.put("slot", &mut listed.slot)?;
        json.put("lineage", &mut listed.lineage)?;
        json.put("variants", &mut listed.variants)?;
        json.put("title", &mut listed.title)?;
        json.put("kind", &mut listed.kind)?;
        json.put("stages", &mut listed.stages)?;
        json.put("cards", &mut listed.cards)?;
        json.put("choices", &mut listed.choices)?;
        json.put("curve", &mut listed.curve)?;
        json.put("edited", &mut listed.edited)?;
        json.put("leads", &mut listed.leads)?;
        Some(listed)
    }
}

impl From<&Local> for Json {
    fn from(local: &Local) -> Json {
        Json::fields(vec![
            ("binned", local.binned.map_or(Json::Null, Json::Whole)),
            ("tombstone", local.tombstone.map_or(Json::Null, Json::Whole)),
            ("seen", Json::texts(&local.seen)),
        ])
    }
}

impl FromJson for Local {
    fn from_json(json: &Json) -> Option<Self> {
        let mut local = Local::default();
        json.put("binned", &mut local.binned)?;
        json.put("tombstone", &mut local.tombstone)?;
        json.put("seen", &mut local.seen)?;
        Some(local)
    }
}

/// A value as a plain JavaScript object.
pub(super) fn to_row(value: &Json) -> Result<JsValue, StorageError> {
    Ok(JSON::parse(&value.write())?)
}

/// A value from a plain JavaScript object; `None` if it is not such an object (a row of a newer
/// version, or no row).
pub(super) fn from_row<T: FromJson>(row: &JsValue) -> Option<T> {
    let text = JSON::stringify(row).ok()?.as_string()?;
    T::from_json(&Json::read(&text)?)
}

/// A JavaScript object of these fields.
pub(super) fn object(fields: &[(&str, JsValue)]) -> Result<JsValue, StorageError> {
    let object = Object::new();
    for (name, value) in fields {
        Reflect::set(&object, &(*name).into(), value)?;
    }
    Ok(object.into())
}

/// A field of a JavaScript object, `undefined` if there is none.
pub(super) fn field(object: &JsValue, name: &str) -> JsValue {
    Reflect::get(object, &name.into()).unwrap_or(JsValue::UNDEFINED)
}

/// The bytes in a field; `None` if it holds something else.
pub(super) fn bytes(object: &JsValue, name: &str) -> Option<Vec<u8>> {
    field(object, name).dyn_ref::<Uint8Array>().map(Uint8Array::to_vec)
}

/// The texts in a field; empty if it holds something else.
pub(super) fn texts(object: &JsValue, name: &str) -> Vec<String> {
    let list = field(object, name);
    let items = list.dyn_ref::<Array>().map(Array::to_vec).unwrap_or_default();
    items.iter().filter_map(JsValue::as_string).collect()
}

/// A list of texts as a JavaScript array.
pub(super) fn list(texts: &[String]) -> JsValue {
    texts.iter().map(JsValue::from).collect::<Array>().into()
}
