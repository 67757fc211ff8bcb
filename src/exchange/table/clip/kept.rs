//! A clip as JSON in an attribute of its table: read back as far as it is one, whoever wrote it.

use super::{CardClip, CellClip, Clip};
use crate::exchange::table::html::reference;
use crate::exchange::table::{MAX_COLUMNS, MAX_ROWS};
use crate::model::json::Json;
use crate::model::{Id, Map};

/// The name of the attribute.
pub(super) const ATTRIBUTE: &str = "data-parcours";

/// What goes with a card beside text, star and channel.
pub(super) fn more(_map: &Map, _card: Id) -> Vec<(String, Json)> {
    Vec::new()
}

/// The clip in the HTML of a paste; `None` if there is none.
pub(super) fn read(html: &str) -> Option<Clip> {
    let (_, rest) = html.split_once(ATTRIBUTE)?;
    let rest = rest.trim_start().strip_prefix('=')?.trim_start();
    let quote = rest.chars().next().filter(|quote| matches!(quote, '"' | '\''))?;
    let value = rest[1..].split(quote).next()?;
    let json = Json::read(&plain(value))?;
    let Some(Json::List(rows)) = json.get("rows") else { return None };
    let row = |row: &Json| match row {
        Json::List(cells) => cells.iter().take(MAX_COLUMNS).map(cell).collect(),
        _ => Vec::new(),
    };
    let rows: Vec<Vec<CellClip>> = rows.iter().take(MAX_ROWS).map(row).collect();
    let map = json.get("map").and_then(Json::to).unwrap_or_default();
    rows.iter().any(|row| !row.is_empty()).then_some(Clip { map, rows })
}

fn cell(json: &Json) -> CellClip {
    if let Some(Json::List(cards)) = json.get("cards") {
        return CellClip::Cards(cards.iter().filter_map(card).collect());
    }
    let level = match json.get("level") {
        Some(Json::Whole(level)) => i8::try_from(*level).ok().filter(|l| (-4..=4).contains(l)),
        _ => None,
    };
    CellClip::Felt(level, json.get("word").and_then(Json::to).unwrap_or_default())
}

fn card(json: &Json) -> Option<CardClip> {
    let id: Option<String> = json.get("id").and_then(Json::to);
    let more = match json.get("more") {
        Some(Json::Fields(fields)) => fields.clone(),
        _ => Vec::new(),
    };
    Some(CardClip {
        id: id.as_deref().and_then(Id::parse),
        text: json.need("text")?,
        star: json.get("star") == Some(&Json::Bool(true)),
        channel: json.get("channel").and_then(Json::to),
        more,
    })
}

/// The value of the attribute, with its references to characters.
pub(super) fn write(clip: &Clip) -> String {
    let rows = clip.rows.iter().map(|row| Json::List(row.iter().map(cell_json).collect()));
    let map = Json::Text(clip.map.clone());
    let json = Json::fields(vec![("map", map), ("rows", Json::List(rows.collect()))]);
    // No character of it may end the attribute or begin a reference.
    json.write().replace('&', "&amp;").replace('"', "&quot;").replace('<', "&lt;")
}

fn cell_json(cell: &CellClip) -> Json {
    match cell {
        CellClip::Cards(cards) => {
            Json::fields(vec![("cards", Json::List(cards.iter().map(card_json).collect()))])
        }
        CellClip::Felt(level, word) => {
            let mut fields = vec![("word", Json::Text(word.clone()))];
            fields.extend(level.map(|level| ("level", Json::Whole(level.into()))));
            Json::fields(fields)
        }
        CellClip::Said(text) => {
            let card = CardClip { text: text.clone(), ..CardClip::default() };
            Json::fields(vec![("cards", Json::List(vec![card_json(&card)]))])
        }
    }
}

fn card_json(card: &CardClip) -> Json {
    let mut fields = vec![("text", Json::Text(card.text.clone()))];
    fields.extend(card.id.map(|id| ("id", Json::Text(id.to_string()))));
    if card.star {
        fields.push(("star", Json::Bool(true)));
    }
    fields.extend(card.channel.clone().map(|channel| ("channel", Json::Text(channel))));
    if !card.more.is_empty() {
        fields.push(("more", Json::Fields(card.more.clone())));
    }
    Json::fields(fields)
}

/// An attribute's value with its references replaced.
fn plain(value: &str) -> String {
    let mut out = String::with_capacity(value.len());
    let mut rest = value;
    while let Some(at) = rest.find('&') {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        let (sign, length) = reference(rest).unwrap_or(('&', 1));
        out.push(sign);
        rest = &rest[length..];
    }
    out.push_str(rest);
    out
}
