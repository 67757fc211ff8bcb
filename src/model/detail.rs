//! The details of things: optional scalars, each one row of a table that reading, writing, choices,
//! history and comparison all go by.

mod shape;
mod words;

use super::map::Value;
use super::{List, Map, Thing};
use serde::{Deserialize, Serialize};
pub use shape::Shape;
use std::collections::BTreeSet;
pub use words::*;

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
    /// The type of the map in people's words ("Service blueprint"), of a touchpoint or a source.
    Type,
    /// The settings of a saved view, a JSON object.
    Settings,
    /// A step that a persona does not go through: its line passes over it.
    Skips,
    /// What the empty cells of a lane say.
    Hint,
    /// The parts of the method in their order, those skipped after a `-`.
    Course,
    /// By which channel a touchpoint is met: a known word or free text.
    Channel,
    /// Whose a touchpoint is: one of [`PAID`].
    Paid,
    /// A touchpoint that does not exist yet and is wanted.
    Wanted,
    /// What a touchpoint should lead to.
    Leads,
    /// Whom a touchpoint is for: one of [`FOR`].
    For,
    /// When a source or mention is from: a day, as ISO writes it.
    Date,
    /// Who was asked: words of [`ASKED`] or free text, a comma between two.
    Asked,
    /// What is to be known of a source.
    Note,
    /// The lineage of a linked map.
    Linked,
    /// What a linked map leads from: `<root>/<id>` of a stage, step, card or touchpoint.
    At,
    /// What was brought back from a linked map: a JSON object.
    Results,
    /// How much a page that mentions the brand is visited.
    Traffic,
    /// What would be ideal, for the map.
    Ideal,
    /// Which experience the map is about.
    Experience,
    /// In which situation it begins.
    Situation,
    /// What sets it off.
    Trigger,
    /// The first stage that is looked at.
    First,
    /// The last one.
    Last,
    /// The value of the measure of success now.
    Measured,
    /// Whether what was aimed at was reached: one of [`REACHED`].
    Reached,
    /// The value of the measure later.
    Result,
    /// Which goal of the organisation a stage serves.
    Serves,
    /// Problems foreseen at a stage.
    Foreseen,
    /// How many leave at a step.
    Dropoff,
    /// Why they leave.
    DropoffWhy,
    /// How many are discontent at a step.
    Discontent,
    /// Why they are.
    DiscontentWhy,
    /// How many touchpoints people expect at a step.
    Expected,
    /// The engagement wished for at a step.
    Wished,
    /// The engagement there is.
    Actual,
    /// What was found in interviews, of a step.
    Found,
    /// What the brand intends there.
    Intended,
    /// Whether the two agree: one of [`ALIGNED`].
    Aligned,
    /// The touchpoint a card stands for.
    Touchpoint,
    /// The card's own feeling, half-steps.
    Feeling,
    /// After how many months evidence counts as ageing; 0 for never.
    Ageing,
}

// The sorts of things, as bits.
const MAP: u16 = 1;
const STAGE: u16 = 2;
const STEP: u16 = 4;
const LANE: u16 = 8;
const CARD: u16 = 16;
const PERSONA: u16 = 32;
const FEELING: u16 = 64;
const VIEW: u16 = 128;
const TOUCHPOINT: u16 = 256;
const SOURCE: u16 = 512;
const LINK: u16 = 1024;
const MENTION: u16 = 2048;

struct Row {
    detail: Detail,
    /// The key in the document.
    key: &'static str,
    /// The sorts of things that have it.
    of: u16,
    shape: Shape,
    /// Of two values the winner is shown, nobody has to choose: pure looks and accounts.
    silent: bool,
}

const fn row(detail: Detail, key: &'static str, of: u16, shape: Shape, silent: bool) -> Row {
    Row { detail, key, of, shape, silent }
}

static TABLE: [Row; 67] = [
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
    row(Detail::Type, "type", MAP | TOUCHPOINT | SOURCE, Shape::Text, false),
    row(Detail::Settings, "settings", VIEW, Shape::Text, true),
    row(Detail::Skips, "skips", FEELING, Shape::Yes, false),
    row(Detail::Hint, "hint", LANE, Shape::Text, false),
    row(Detail::Course, "course", MAP, Shape::Text, true),
    row(Detail::Channel, "channel", TOUCHPOINT, Shape::Text, false),
    row(Detail::Paid, "paid", TOUCHPOINT, Shape::Text, false),
    row(Detail::Wanted, "wanted", TOUCHPOINT, Shape::Yes, false),
    row(Detail::Leads, "leads", TOUCHPOINT, Shape::Text, false),
    row(Detail::For, "for", TOUCHPOINT, Shape::Text, false),
    row(Detail::Date, "date", SOURCE | MENTION, Shape::Text, false),
    row(Detail::Asked, "asked", SOURCE, Shape::Text, false),
    row(Detail::Note, "note", SOURCE, Shape::Text, false),
    row(Detail::Linked, "map", LINK, Shape::Text, true),
    row(Detail::At, "at", LINK, Shape::Thing, false),
    row(Detail::Results, "results", LINK, Shape::Text, true),
    row(Detail::Traffic, "traffic", MENTION, Shape::Text, false),
    row(Detail::Ideal, "ideal", MAP, Shape::Text, false),
    row(Detail::Experience, "experience", MAP, Shape::Text, false),
    row(Detail::Situation, "situation", MAP, Shape::Text, false),
    row(Detail::Trigger, "trigger", MAP, Shape::Text, false),
    row(Detail::First, "first", MAP, Shape::Stage, false),
    row(Detail::Last, "last", MAP, Shape::Stage, false),
    row(Detail::Measured, "measured", MAP, Shape::Text, false),
    row(Detail::Reached, "reached", MAP, Shape::Text, false),
    row(Detail::Result, "result", MAP, Shape::Text, false),
    row(Detail::Serves, "serves", STAGE, Shape::Text, false),
    row(Detail::Foreseen, "foreseen", STAGE, Shape::Text, false),
    row(Detail::Dropoff, "dropoff", STEP, Shape::Text, false),
    row(Detail::DropoffWhy, "dropoff-why", STEP, Shape::Text, false),
    row(Detail::Discontent, "discontent", STEP, Shape::Text, false),
    row(Detail::DiscontentWhy, "discontent-why", STEP, Shape::Text, false),
    row(Detail::Expected, "expected", STEP, Shape::Whole, false),
    row(Detail::Wished, "wished", STEP, Shape::Text, false),
    row(Detail::Actual, "actual", STEP, Shape::Text, false),
    row(Detail::Found, "found", STEP, Shape::Text, false),
    row(Detail::Intended, "intended", STEP, Shape::Text, false),
    row(Detail::Aligned, "aligned", STEP, Shape::Text, false),
    row(Detail::Touchpoint, "touchpoint", CARD, Shape::Touchpoint, false),
    row(Detail::Feeling, "feeling", CARD, Shape::Whole, false),
    row(Detail::Ageing, "ageing", MAP, Shape::Whole, false),
];

fn sort(thing: Thing) -> u16 {
    match thing {
        Thing::Map => MAP,
        Thing::Stage(_) => STAGE,
        Thing::Step(_) => STEP,
        Thing::Lane(_) => LANE,
        Thing::Card(_) => CARD,
        Thing::Persona(_) => PERSONA,
        Thing::Feeling { .. } => FEELING,
        Thing::View(_) => VIEW,
        Thing::Entry(List::Touchpoints, _) => TOUCHPOINT,
        Thing::Entry(List::Sources, _) => SOURCE,
        Thing::Entry(List::Links, _) => LINK,
        Thing::Entry(List::Mentions, _) => MENTION,
        Thing::Version(_) | Thing::Note(_) | Thing::Path(_) | Thing::Goal(_) => 0,
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

    /// What a detail refers to, if it names something; it may not be in the map.
    pub fn referred(&self, thing: Thing, detail: Detail) -> Option<Thing> {
        detail.shape().refers(self.word(thing, detail))
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
