//! What a page could not store before it was closed: left in the local storage, which takes it at once, and stored by
//! the next page.

use super::{Shared, keep};
use crate::browser::{ChunkKind, Durability, StorageError, preferences};
use crate::exchange::base64;
use crate::model::json::{FromJson, Json};

/// More than this, in letters, is not left: the local storage has some five million for everything.
const MOST: usize = 2_000_000;

/// A chunk on its way to the storage.
#[derive(Clone)]
pub(super) struct Left {
    /// The map it belongs to.
    pub slot: String,
    /// Of what kind it is.
    pub kind: ChunkKind,
    /// The chunk.
    pub bytes: Vec<u8>,
    /// The heads the map has with it.
    pub heads: Vec<String>,
}

/// Leaves what waits to be stored; takes back what was left once nothing waits any more.
pub(super) fn leave(app: &Shared) {
    if super::is_stopped() {
        return;
    }
    let page = app.page.to_string();
    let mut all = left();
    let known = all.len();
    all.retain(|(of, _)| *of != page);
    let waiting = keep::waiting(app);
    if waiting.is_empty() && all.len() == known {
        return;
    }
    let letters: usize = waiting.iter().map(|chunk| chunk.bytes.len() * 4 / 3).sum();
    if !waiting.is_empty() && letters <= MOST {
        all.push((page, Json::List(waiting.into_iter().map(Json::from).collect())));
    }
    set(all);
}

/// Stores what pages left that are gone (or are at it themselves: the same bytes are stored once).
pub(super) async fn take_up(app: &Shared) {
    let Some(database) = app.database() else { return };
    for (page, chunks) in left() {
        let mut is_done = true;
        // What can't be read is as if it had not been left.
        let chunks: Vec<Left> = chunks.to().unwrap_or_default();
        for Left { slot, kind, bytes, heads } in chunks {
            let stored = database.append(&slot, kind, &bytes, &heads, Durability::Strict).await;
            is_done &= matches!(stored, Ok(()) | Err(StorageError::DeletedElsewhere));
        }
        if is_done {
            set(left().into_iter().filter(|(of, _)| *of != page).collect());
        }
    }
}

fn left() -> Vec<(String, Json)> {
    match preferences::left() {
        Some(Json::Fields(all)) => all,
        _ => Vec::new(),
    }
}

fn set(all: Vec<(String, Json)>) {
    preferences::set_left((!all.is_empty()).then_some(Json::Fields(all)));
}

impl From<Left> for Json {
    fn from(left: Left) -> Json {
        Json::fields(vec![
            ("slot", Json::Text(left.slot)),
            ("whole", Json::Bool(left.kind == ChunkKind::Snapshot)),
            ("bytes", Json::Text(base64::write(&left.bytes))),
            ("heads", Json::texts(&left.heads)),
        ])
    }
}

impl FromJson for Left {
    fn from_json(json: &Json) -> Option<Self> {
        let whole: bool = json.need("whole")?;
        Some(Left {
            slot: json.need("slot")?,
            kind: if whole { ChunkKind::Snapshot } else { ChunkKind::Increment },
            bytes: base64::read(&json.need::<String>("bytes")?)?,
            heads: json.need("heads")?,
        })
    }
}
