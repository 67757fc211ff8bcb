//! What is cut or copied from a board: cells with their cards, as a table any program takes, and beside
//! it, in an attribute of that table, all that another board can take over.

pub mod fill;
mod kept;
mod met;
mod rich;

use super::write::{broken, defused, entities, listed, quoted};
use super::{TableWords, feeling, read_html, read_tsv};
use crate::analysis::search::fold;
use crate::geometry::picked::{Area, draws_curve};
use crate::model::json::Json;
use crate::model::rich::Rich;
use crate::model::{Detail, Id, Map};
use std::collections::BTreeSet;

/// A text longer than this is no heading.
const HEADING: usize = 40;

/// Cells of a board, row by row.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Clip {
    /// The lineage of the map they come from.
    pub map: String,
    /// The cells.
    pub rows: Vec<Vec<CellClip>>,
    /// The bytes of the pictures that its cards show.
    pub pictures: Vec<Vec<u8>>,
}

/// The most bytes of pictures that travel with a clip: a clipboard is no place for a whole map's.
pub const CARRIED: usize = 2_000_000;

/// What a cell holds.
#[derive(Clone, PartialEq, Debug)]
pub enum CellClip {
    /// Its cards.
    Cards(Vec<CardClip>),
    /// A point of the curve: level in half-steps, word.
    Felt(Option<i8>, String),
    /// A text from elsewhere; what it says depends on the lane it comes into.
    Said(String),
}

/// A card.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct CardClip {
    /// Its id, when it was cut: pasted into its own map it is the same card again.
    pub id: Option<Id>,
    /// Its text.
    pub text: String,
    /// The formatting of that.
    pub rich: Option<Box<Rich>>,
    /// A moment of truth.
    pub star: bool,
    /// Its channel.
    pub channel: Option<String>,
    /// Whatever else goes with it, by name.
    pub more: Vec<(String, Json)>,
}

impl CardClip {
    /// What stands on it: its own text, else the name of the touchpoint it stands for.
    fn wording(&self) -> &str {
        if !self.text.trim().is_empty() {
            return &self.text;
        }
        met::name(&self.more).unwrap_or(&self.text)
    }
}

/// What a paste brings.
#[derive(Clone, PartialEq, Debug)]
pub enum Brought {
    /// Cells of a board.
    Clip(Clip),
    /// A table from elsewhere.
    Table(Vec<Vec<String>>),
    /// Text: a card a line.
    Lines(String),
}

impl Brought {
    /// Reads the HTML and the plain form of what is pasted; `None` when there is nothing in them.
    pub fn read(html: Option<&str>, text: Option<&str>) -> Option<Self> {
        if let Some(clip) = html.and_then(kept::read) {
            return Some(Brought::Clip(clip));
        }
        let full =
            |grid: &Vec<Vec<String>>| grid.iter().flatten().any(|cell| !cell.trim().is_empty());
        if let Some(grid) = html.and_then(read_html).filter(full) {
            return Some(Brought::Table(grid));
        }
        let text = text?;
        if text.contains('\t') || text.starts_with('"') {
            let grid = Some(read_tsv(text)).filter(full);
            return grid.map(Brought::Table);
        }
        (!text.trim().is_empty()).then(|| Brought::Lines(text.to_owned()))
    }
}

impl Brought {
    /// Whether it is a table with the headings of a map: names of lanes down, or across, that are known
    /// words or stand on this map, or headings all around an empty corner.
    pub fn is_map(&self, map: &Map) -> bool {
        let Brought::Table(grid) = self else { return false };
        let words = TableWords::default();
        let (Some(top), true) = (grid.first(), grid.len() > 1) else { return false };
        if top.len() < 2 {
            return false;
        }
        let same = |name: &str, text: &str| fold(name.trim()) == fold(text.trim());
        let lane = |text: &str| {
            (words.lane(text).is_some() && text.chars().count() <= HEADING)
                || map.rows.iter().filter_map(|id| map.lanes.get(id)).any(|l| same(&l.name, text))
        };
        let stage = |text: &str| {
            let mut stages = map.columns.iter().filter_map(|column| map.stages.get(&column.stage));
            stages.any(|one| same(&one.name, text))
        };
        let down = || grid[1..].iter().filter_map(|row| row.first()).map(String::as_str);
        let across = || top[1..].iter().map(String::as_str);
        let (corner, full) = (top[0].trim(), |text: &str| !text.trim().is_empty());
        if corner.is_empty() {
            return down().any(full) && across().any(full);
        }
        let most = |hits: usize, of: usize| hits >= 2 && hits * 2 >= of;
        let rows = down().filter(|text| lane(text)).count();
        most(rows, grid.len() - 1)
            || (rows > 0 && across().any(stage))
            || most(across().filter(|text| lane(text)).count(), top.len() - 1)
    }
}

impl Clip {
    /// The cells of an area. The points of the curve are those of `persona`. Cards that were `cut` keep
    /// their ids.
    pub fn of(map: &Map, area: &Area, persona: Option<Id>, cut: bool) -> Self {
        let cell = |lane: Id, step: Id| {
            if draws_curve(map, lane) {
                let felt = persona.map(|persona| map.feeling(persona, step)).unwrap_or_default();
                return CellClip::Felt(felt.level, felt.name);
            }
            let cards = area.cards(map, lane, step);
            let card = |id: &Id| {
                let card = map.cards.get(id)?;
                Some(CardClip {
                    id: cut.then_some(*id),
                    text: card.text.clone(),
                    rich: card.rich.clone(),
                    star: card.star,
                    channel: card.channel.clone(),
                    more: kept::more(map, *id),
                })
            };
            CellClip::Cards(cards.iter().filter_map(card).collect())
        };
        let rows = area.lanes.iter();
        let rows = rows.map(|lane| area.steps.iter().map(|step| cell(*lane, *step)).collect());
        Clip { map: map.id.clone(), rows: rows.collect(), pictures: Vec::new() }
    }

    /// The keys of the pictures that its cards show.
    pub fn shown(&self) -> BTreeSet<&str> {
        let cards = self.rows.iter().flatten().flat_map(|cell| match cell {
            CellClip::Cards(cards) => cards.as_slice(),
            _ => &[],
        });
        let more = cards.flat_map(|card| &card.more);
        let keys = more.filter_map(|(name, json)| match json {
            Json::Text(key) if name == Detail::Picture.key() => Some(key.as_str()),
            _ => None,
        });
        keys.collect()
    }

    /// The only card, if there is nothing else.
    fn only(&self) -> Option<&CardClip> {
        match self.rows.as_slice() {
            [row] => match row.as_slice() {
                [CellClip::Cards(cards)] if cards.len() == 1 => cards.first(),
                _ => None,
            },
            _ => None,
        }
    }

    /// As tab-separated text, formulas defused; a single card is its text as it is.
    pub fn to_text(&self) -> String {
        if let Some(card) = self.only() {
            return card.wording().to_owned();
        }
        let row = |row: &Vec<CellClip>| {
            let cells: Vec<String> = row.iter().map(|cell| quoted(&defused(&said(cell)))).collect();
            cells.join("\t")
        };
        self.rows.iter().map(row).collect::<Vec<_>>().join("\n")
    }

    /// As an HTML table that carries all of it.
    pub fn to_html(&self) -> String {
        let mut out = String::from("<meta charset=\"utf-8\"><table ");
        out.push_str(kept::ATTRIBUTE);
        out.push_str("=\"");
        out.push_str(&kept::write(self));
        out.push_str("\">");
        let only = self.only();
        for row in &self.rows {
            out.push_str("<tr>");
            for cell in row {
                out.push_str("<td>");
                out.push_str(&broken(&only.map_or_else(|| marked_up(cell), rich::alone)));
                out.push_str("</td>");
            }
            out.push_str("</tr>");
        }
        out.push_str("</table>");
        out
    }
}

/// The text of a cell as HTML but for its line breaks.
fn marked_up(cell: &CellClip) -> String {
    let CellClip::Cards(cards) = cell else { return entities(&defused(&said(cell))) };
    let html: Vec<(String, Option<String>)> = cards
        .iter()
        .map(|card| (rich::marked_up(card), card.channel.as_deref().map(entities)))
        .collect();
    let cards = cards.iter().zip(&html);
    let guard = if defused(&said(cell)) == said(cell) { "" } else { "'" };
    guard.to_owned()
        + &listed(
            cards
                .map(|(card, (text, channel))| (text.as_str(), card.star, channel.as_deref()))
                .collect(),
        )
}

/// The text of a cell in a table.
fn said(cell: &CellClip) -> String {
    match cell {
        CellClip::Cards(cards) => {
            let cards = cards.iter();
            listed(cards.map(|c| (c.wording(), c.star, c.channel.as_deref())).collect())
        }
        CellClip::Felt(level, word) => feeling::write(None, *level, word),
        CellClip::Said(text) => text.clone(),
    }
}
