//! A clip as JSON in an attribute of its table: read back as far as it is one, whoever wrote it.

use super::met::{self, Met};
use super::{CardClip, CellClip, Clip};
use crate::exchange::base64;
use crate::exchange::table::html::reference;
use crate::exchange::table::{MAX_COLUMNS, MAX_ROWS};
use crate::model::detail::Shape;
use crate::model::edit::Edit;
use crate::model::json::Json;
use crate::model::map::Value;
use crate::model::picture::can_be_kept;
use crate::model::{Detail, Id, Map, NoteField, Source, Thing};

/// The name of the attribute.
pub(super) const ATTRIBUTE: &str = "data-parcours";

/// The names of what goes with a card beside its details.
const TAGS: &str = "tags";
const SOURCES: &str = "sources";

/// The name of the pictures, beside the rows.
const PICTURES: &str = "pictures";

/// The details of a thing, by their keys.
pub(super) fn details(map: &Map, thing: Thing) -> Vec<(String, Json)> {
    let details = map.details.get(&thing).into_iter().flatten();
    let details = details.filter_map(|(detail, value)| {
        let value = match value {
            Value::Text(text) => Json::Text(text.clone()),
            Value::Int(number) => Json::Whole(*number),
            Value::Bool(yes) => Json::Bool(*yes),
            _ => return None,
        };
        Some((detail.key().to_owned(), value))
    });
    details.collect()
}

/// What goes with a card beside text, star and channel: details by their keys, its touchpoint, tags, sources.
pub(super) fn more(map: &Map, card: Id) -> Vec<(String, Json)> {
    let thing = Thing::Card(card);
    let mut more = details(map, thing);
    more.extend(met::of(map, thing));
    let mut list = |name: &str, texts: Vec<String>| {
        if !texts.is_empty() {
            more.push((name.to_owned(), Json::texts(&texts)));
        }
    };
    list(TAGS, map.tags_of(card).map(str::to_owned).collect());
    list(
        SOURCES,
        map.notes_in(thing, NoteField::Source).map(|(_, one)| one.text.clone()).collect(),
    );
    more
}

/// The edits that give a card what goes with it, as far as it is known here; `has` says whether the
/// picture of a key is here, or comes along; `met` knows the touchpoints that this paste brought already.
pub(super) fn give(
    map: &Map,
    card: Id,
    more: &[(String, Json)],
    has: &dyn Fn(&str) -> bool,
    met: &mut Met,
    source: &mut dyn Source,
) -> Vec<Edit> {
    let thing = Thing::Card(card);
    let mut edits = Vec::new();
    // Named by the card, and not here by that id.
    let mut away = None;
    for (name, json) in more {
        match (name.as_str(), json) {
            (TAGS, Json::List(tags)) => {
                let tags = tags.iter().filter_map(Json::to::<String>);
                let tags = tags.filter(|tag| !tag.trim().is_empty());
                edits.extend(tags.map(|tag| Edit::Tag { card, tag, on: true }));
            }
            (SOURCES, Json::List(sources)) => {
                for text in sources.iter().filter_map(Json::to::<String>) {
                    let (note, of, field, at) = (source.id(), thing, NoteField::Source, usize::MAX);
                    edits.push(Edit::AddNote { note, of, field, text, at });
                }
            }
            (key, json) => {
                let detail = Detail::parse(key).filter(|detail| detail.fits(thing));
                let set = detail.and_then(|detail| Some((detail, value(map, detail, json, has)?)));
                if let (Some(Detail::Touchpoint), None, Json::Text(id)) = (detail, &set, json) {
                    away = Some(id.clone());
                }
                edits.extend(set.map(|(detail, value)| Edit::Set {
                    thing,
                    detail,
                    value: Some(value),
                }));
            }
        }
    }
    let named = more.iter().find(|(name, _)| name == met::MET).zip(away);
    let id = named.and_then(|((_, json), of)| met.here(map, of, json, source, &mut edits));
    edits.extend(id.map(|id| {
        let (detail, value) = (Detail::Touchpoint, Some(Value::Text(id.to_string())));
        Edit::Set { thing, detail, value }
    }));
    edits
}

/// The value of a detail, if it is one of its shape and means something on this map.
pub(super) fn value(
    map: &Map,
    detail: Detail,
    json: &Json,
    has: &dyn Fn(&str) -> bool,
) -> Option<Value> {
    match (detail.shape(), json) {
        (Shape::Whole, Json::Whole(number)) => Some(Value::Int(*number)),
        (Shape::Yes, Json::Bool(true)) => Some(Value::Bool(true)),
        (shape, Json::Text(id)) if shape.is_reference() => {
            let there = |to: Thing| map.holds(to) && (shape == Shape::Card || !map.is_binned(to));
            shape.refers(id).is_some_and(there).then(|| Value::Text(id.clone()))
        }
        (Shape::Text, Json::Text(key)) if detail == Detail::Picture && !has(key) => None,
        (Shape::Text, Json::Text(text)) => Some(Value::Text(text.clone())),
        _ => None,
    }
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
    let pictures: Vec<String> = match json.get(PICTURES) {
        Some(Json::List(all)) => all.iter().filter_map(Json::to).collect(),
        _ => Vec::new(),
    };
    let pictures = pictures.iter().filter_map(|one| base64::read(one));
    let pictures = pictures.filter(|bytes| can_be_kept(bytes)).collect();
    rows.iter().any(|row| !row.is_empty()).then_some(Clip { map, rows, pictures })
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
    let text: String = json.need("text")?;
    Some(CardClip {
        id: id.as_deref().and_then(Id::parse),
        rich: json.get("rich").and_then(|json| super::rich::read(json, &text)),
        text,
        star: json.get("star") == Some(&Json::Bool(true)),
        channel: json.get("channel").and_then(Json::to),
        more,
    })
}

/// The value of the attribute, with its references to characters.
pub(super) fn write(clip: &Clip) -> String {
    let rows = clip.rows.iter().map(|row| Json::List(row.iter().map(cell_json).collect()));
    let map = Json::Text(clip.map.clone());
    let mut fields = vec![("map", map), ("rows", Json::List(rows.collect()))];
    if !clip.pictures.is_empty() {
        let pictures: Vec<String> = clip.pictures.iter().map(|one| base64::write(one)).collect();
        fields.push((PICTURES, Json::texts(&pictures)));
    }
    let json = Json::fields(fields);
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
    fields.extend(card.rich.as_deref().map(|rich| ("rich", super::rich::json(rich))));
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
