//! The details of things: optional scalars, each one row of a table that reading, writing, choices,
//! history and comparison all go by.

use super::map::Value;
use super::{Map, Thing};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// A detail of a thing. A new one is a word here and a row of the table, in the same place.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug, Serialize, Deserialize)]
pub enum Detail {
    /// The colour of a card: one of [`COLOURS`].
    Colour,
    /// The icon of a card: a word of the app's own set.
    Icon,
    /// The persona a card is about.
    Persona,
    /// Who answers for a card, stage or step: a name.
    Owner,
    /// How far a card is: one of [`STATUSES`].
    Status,
    /// What a card rests on: one of [`EVIDENCE`].
    Evidence,
    /// The picture of a card or persona: the SHA-256 of its bytes, hexadecimal.
    Picture,
    /// What the picture shows, in words.
    Alt,
    /// When a stage or step takes place, or how long it takes: free text.
    Time,
    /// A step that not everyone goes through.
    Optional,
    /// Width of a step's column, CSS pixels.
    Width,
    /// Least height of a lane, CSS pixels.
    Height,
    /// The line of a service blueprint below a lane: `interaction`, `visibility` or `internal`.
    Line,
    /// Unit of a lane's numbers.
    Unit,
    /// How a lane draws its numbers: `bars` or `line`.
    Chart,
    /// What a persona is to the offer: `buyer` or `user`.
    Buyer,
    /// Age of a persona: free text.
    Age,
    /// Role or occupation of a persona.
    Role,
    /// What the persona says of itself.
    Quote,
    /// A persona the offer is made for.
    Target,
    /// Where a persona was taken over from: `lineage/persona`.
    Origin,
    /// A digest of the origin as it was last looked at.
    Seen,
    /// Why a persona feels so.
    Reason,
    /// The card that causes a feeling.
    Cause,
    /// The scenario of the map.
    Scenario,
    /// What the map shows: `as-is` or `to-be`.
    State,
    /// The type of the map in people's words ("Service blueprint").
    Type,
    /// The settings of a saved view, a JSON object.
    Settings,
    /// A step that a persona does not go through: its line passes over it.
    Skips,
    /// What the empty cells of a lane say.
    Hint,
    /// The parts of the method in their order, those skipped after a `-`.
    Course,
}

/// What a detail holds.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Shape {
    /// A text, not empty.
    Text,
    /// A whole number.
    Whole,
    /// Yes, or nothing.
    Yes,
    /// The id of a persona.
    Persona,
    /// The id of a card.
    Card,
}

/// The colours of cards, by their words in the document.
pub const COLOURS: [&str; 8] =
    ["yellow", "orange", "red", "pink", "violet", "blue", "teal", "green"];
/// How far a card is.
pub const STATUSES: [&str; 4] = ["open", "progress", "done", "dropped"];
/// What a card rests on, the weakest first.
pub const EVIDENCE: [&str; 3] = ["assumption", "heard", "measured"];
/// The lines of a service blueprint.
pub const LINES: [&str; 3] = ["interaction", "visibility", "internal"];
/// How numbers are drawn.
pub const CHARTS: [&str; 2] = ["bars", "line"];

// The sorts of things, as bits.
const MAP: u8 = 1;
const STAGE: u8 = 2;
const STEP: u8 = 4;
const LANE: u8 = 8;
const CARD: u8 = 16;
const PERSONA: u8 = 32;
const FEELING: u8 = 64;
const VIEW: u8 = 128;

struct Row {
    detail: Detail,
    /// The key in the document.
    key: &'static str,
    /// The sorts of things that have it.
    of: u8,
    shape: Shape,
    /// Of two values the winner is shown, nobody has to choose: pure looks and accounts.
    silent: bool,
}

const fn row(detail: Detail, key: &'static str, of: u8, shape: Shape, silent: bool) -> Row {
    Row { detail, key, of, shape, silent }
}

static TABLE: [Row; 31] = [
    row(Detail::Colour, "colour", CARD, Shape::Text, false),
    row(Detail::Icon, "icon", CARD, Shape::Text, false),
    row(Detail::Persona, "persona", CARD, Shape::Persona, false),
    row(Detail::Owner, "owner", CARD | STAGE | STEP, Shape::Text, false),
    row(Detail::Status, "status", CARD, Shape::Text, false),
    row(Detail::Evidence, "evidence", CARD, Shape::Text, false),
    row(Detail::Picture, "picture", CARD | PERSONA, Shape::Text, false),
    row(Detail::Alt, "alt", CARD | PERSONA, Shape::Text, false),
    row(Detail::Time, "time", STAGE | STEP, Shape::Text, false),
    row(Detail::Optional, "optional", STEP, Shape::Yes, false),
    row(Detail::Width, "width", STEP, Shape::Whole, true),
    row(Detail::Height, "height", LANE, Shape::Whole, true),
    row(Detail::Line, "line", LANE, Shape::Text, false),
    row(Detail::Unit, "unit", LANE, Shape::Text, false),
    row(Detail::Chart, "chart", LANE, Shape::Text, false),
    row(Detail::Buyer, "buyer", PERSONA, Shape::Text, false),
    row(Detail::Age, "age", PERSONA, Shape::Text, false),
    row(Detail::Role, "role", PERSONA, Shape::Text, false),
    row(Detail::Quote, "quote", PERSONA, Shape::Text, false),
    row(Detail::Target, "target", PERSONA, Shape::Yes, false),
    row(Detail::Origin, "origin", PERSONA, Shape::Text, true),
    row(Detail::Seen, "seen", PERSONA, Shape::Text, true),
    row(Detail::Reason, "reason", FEELING, Shape::Text, false),
    row(Detail::Cause, "cause", FEELING, Shape::Card, false),
    row(Detail::Scenario, "scenario", MAP, Shape::Text, false),
    row(Detail::State, "state", MAP, Shape::Text, false),
    row(Detail::Type, "type", MAP, Shape::Text, false),
    row(Detail::Settings, "settings", VIEW, Shape::Text, true),
    row(Detail::Skips, "skips", FEELING, Shape::Yes, false),
    row(Detail::Hint, "hint", LANE, Shape::Text, false),
    row(Detail::Course, "course", MAP, Shape::Text, true),
];

fn sort(thing: Thing) -> u8 {
    match thing {
        Thing::Map => MAP,
        Thing::Stage(_) => STAGE,
        Thing::Step(_) => STEP,
        Thing::Lane(_) => LANE,
        Thing::Card(_) => CARD,
        Thing::Persona(_) => PERSONA,
        Thing::Feeling { .. } => FEELING,
        Thing::View(_) => VIEW,
        Thing::Version(_) | Thing::Note(_) | Thing::Path(_) => 0,
    }
}

impl Detail {
    fn row(self) -> &'static Row {
        &TABLE[self as usize]
    }

    /// Its key in the document; no two details share one.
    pub fn key(self) -> &'static str {
        self.row().key
    }

    /// What it holds.
    pub fn shape(self) -> Shape {
        self.row().shape
    }

    /// Whether of two values the winner is shown without anyone having to choose.
    pub fn is_silent(self) -> bool {
        self.row().silent
    }

    /// Whether such a thing has it.
    pub fn fits(self, thing: Thing) -> bool {
        self.row().of & sort(thing) != 0
    }

    /// The detail of a key.
    pub fn parse(key: &str) -> Option<Self> {
        TABLE.iter().find(|row| row.key == key).map(|row| row.detail)
    }
}

/// The details that such a thing has, in their order.
pub fn details(thing: Thing) -> impl Iterator<Item = Detail> {
    let sort = sort(thing);
    TABLE.iter().filter(move |row| row.of & sort != 0).map(|row| row.detail)
}

impl Map {
    /// A detail of a thing.
    pub fn detail(&self, thing: Thing, detail: Detail) -> Option<&Value> {
        let own = self.details.get(&thing)?;
        own.iter().find(|(known, _)| *known == detail).map(|(_, value)| value)
    }

    /// A detail that is a text; empty when there is none.
    pub fn word(&self, thing: Thing, detail: Detail) -> &str {
        if let Some(Value::Text(text)) = self.detail(thing, detail) { text } else { "" }
    }

    /// The texts that a detail has on any thing, sorted.
    pub fn in_use(&self, detail: Detail) -> BTreeSet<&str> {
        self.details
            .keys()
            .map(|thing| self.word(*thing, detail))
            .filter(|w| !w.is_empty())
            .collect()
    }

    /// A detail that is a number.
    pub fn whole(&self, thing: Thing, detail: Detail) -> Option<i64> {
        if let Some(Value::Int(number)) = self.detail(thing, detail) { Some(*number) } else { None }
    }

    /// Whether a detail that is yes or nothing is yes.
    pub fn is(&self, thing: Thing, detail: Detail) -> bool {
        self.detail(thing, detail) == Some(&Value::Bool(true))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_detail_stands_in_its_place_and_has_a_key_of_its_own() {
        for (at, row) in TABLE.iter().enumerate() {
            assert_eq!(row.detail as usize, at, "{}", row.key);
            assert_eq!(Detail::parse(row.key), Some(row.detail));
        }
    }
}
