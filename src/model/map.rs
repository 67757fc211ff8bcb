//! A map as plain values: what every reader of a document works on.

use super::list::{Entry, GoalField, List};
use super::note::Note;
use super::path::Path;
use super::rich::Rich;
use super::{Detail, Id, LaneKind};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeSet, HashMap, HashSet};

/// Journey map or experience map.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default, Serialize, Deserialize)]
pub enum Kind {
    /// One persona's path through one scenario.
    #[default]
    Journey,
    /// The whole relation between customer and brand.
    Experience,
}

/// Anything of a map that can be pointed at.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug, Serialize, Deserialize)]
pub enum Thing {
    /// The map itself (its title).
    Map,
    /// A stage.
    Stage(Id),
    /// A step: one column.
    Step(Id),
    /// A lane: one row.
    Lane(Id),
    /// A card.
    Card(Id),
    /// A persona.
    Persona(Id),
    /// What a persona feels at a step.
    Feeling {
        /// Who feels.
        persona: Id,
        /// Where.
        step: Id,
    },
    /// A named version.
    Version(Id),
    /// A saved view.
    View(Id),
    /// A note beside another thing.
    Note(Id),
    /// A loop or an alternative path.
    Path(Id),
    /// An entry of a list.
    Entry(List, Id),
    /// A text of the goal sheet.
    Goal(GoalField),
}

/// A field of a [`Thing`] that can hold two values at once after a merge.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug, Serialize, Deserialize)]
pub enum Field {
    /// Title of the map, name of a stage, step, lane, persona, entry or version, text of a card, note or
    /// field of the goal sheet, word of a feeling.
    Text,
    /// Where it stands: order of a stage, lane, persona or note; stage and order of a step; lane, step and
    /// order of a card.
    Place,
    /// The star of a card.
    Star,
    /// The channel of a card.
    Channel,
    /// The level of a feeling.
    Level,
    /// Deleted or not.
    Deleted,
    /// Whether its content was deleted for good while it was in the bin.
    Purged,
    /// The kind of a lane.
    Kind,
    /// The formatting of a text. No key of its own: it stands in the text.
    Format,
    /// An optional detail.
    Detail(Detail),
    /// The tags of a card, all together; no key of the document.
    Tags,
    /// What a thing is tied to, all together; no key of the document.
    Ties,
}

/// One of several values that stand for one field.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Alternative {
    /// The value as the document holds it (a place as its scalar, a level as a number, a text).
    pub value: Value,
    /// The actor that wrote it (hex), base actor without the suffix Automerge derives.
    pub actor: String,
}

/// A scalar of the document.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub enum Value {
    /// No value.
    None,
    /// A text or a place.
    Text(String),
    /// A whole number (a level in half-steps).
    Int(i64),
    /// Yes or no.
    Bool(bool),
}

/// A field with more than one value: shown as a choice, on the thing and in the import report.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Choice {
    /// Which thing.
    pub thing: Thing,
    /// Which field of it.
    pub field: Field,
    /// The values, the one now shown first. At least two, all different.
    pub options: Vec<Alternative>,
}

/// When and whether a thing was put into the bin.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Deleted {
    /// Milliseconds since 1970.
    pub at: i64,
    /// Its content was deleted for good: what stands in it was written elsewhere meanwhile.
    pub purged: bool,
}

/// A stage.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Stage {
    /// Its name; may be empty.
    pub name: String,
    /// Fractional index among the stages.
    pub index: String,
    /// In the bin since.
    pub deleted: Option<Deleted>,
}

/// A step: one column of the board.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Step {
    /// Its name; empty for the one unnamed step of a plain stage.
    pub name: String,
    /// The stage it belongs to; may dangle.
    pub stage: Id,
    /// Fractional index within the stage.
    pub index: String,
    /// In the bin since.
    pub deleted: Option<Deleted>,
}

/// A lane: one row of the board.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Lane {
    /// What it holds.
    pub kind: LaneKind,
    /// Its name.
    pub name: String,
    /// Fractional index among the lanes.
    pub index: String,
    /// In the bin since.
    pub deleted: Option<Deleted>,
}

/// A card in a cell.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Card {
    /// Its text; may hold line breaks.
    pub text: String,
    /// The formatting of its text, if it has any.
    pub rich: Option<Box<Rich>>,
    /// Its lane; may dangle.
    pub lane: Id,
    /// Its step; may dangle.
    pub step: Id,
    /// Fractional index within the cell.
    pub index: String,
    /// A moment of truth.
    pub star: bool,
    /// For a touchpoint: a known channel word (see [`CHANNELS`]) or free text.
    pub channel: Option<String>,
    /// In the bin since.
    pub deleted: Option<Deleted>,
}

/// A persona: one line of the emotion curve.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Persona {
    /// Its name.
    pub name: String,
    /// Fractional index among the personas.
    pub index: String,
    /// In the bin since.
    pub deleted: Option<Deleted>,
}

/// What a persona feels at a step.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
pub struct Feeling {
    /// Half-steps −4…+4, shown as −2…+2.
    pub level: Option<i8>,
    /// An optional word ("worried").
    pub name: String,
}

/// A saved view: a name for a way to look at the map. Its settings are a detail.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
pub struct View {
    /// Its name.
    pub name: String,
    /// In the bin since.
    pub deleted: Option<Deleted>,
}

/// A named version: a label on a state of the map.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
pub struct Version {
    /// Its name.
    pub name: String,
    /// The heads of that state, hexadecimal.
    pub heads: Vec<String>,
    /// When it was named, milliseconds since 1970.
    pub time: i64,
    /// The id of who named it.
    pub person: Option<String>,
    /// In the bin since.
    pub deleted: Option<Deleted>,
}

/// Channels with a localised name and an icon; any other text is a channel too.
pub const CHANNELS: [&str; 10] =
    ["web", "app", "email", "phone", "chat", "person", "shop", "post", "social", "ads"];

/// A column of the board. A stage whose steps were all deleted is one column without a step.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
pub struct Column {
    /// The stage above it.
    pub stage: Id,
    /// The step; `None` for a stage without steps.
    pub step: Option<Id>,
}

/// A whole map. Deleted things are in it, flagged; the orders list only what is visible.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
pub struct Map {
    /// The lineage: copies with the same id merge.
    pub id: String,
    /// Journey or experience.
    pub kind: Kind,
    /// Written by a newer version that this one may only read.
    pub read_only: bool,
    /// The title; may be empty.
    pub title: String,
    /// All stages by id.
    pub stages: HashMap<Id, Stage>,
    /// All steps by id.
    pub steps: HashMap<Id, Step>,
    /// All lanes by id.
    pub lanes: HashMap<Id, Lane>,
    /// All cards by id.
    pub cards: HashMap<Id, Card>,
    /// All personas by id.
    pub personas: HashMap<Id, Persona>,
    /// Feelings by persona and step.
    pub feelings: HashMap<(Id, Id), Feeling>,
    /// Visible columns, left to right: by stage index, then step index, ties by id.
    pub columns: Vec<Column>,
    /// Visible lanes, top to bottom.
    pub rows: Vec<Id>,
    /// Visible personas in order.
    pub cast: Vec<Id>,
    /// Undeleted cards by (lane, step), in order, whether or not that lane and step are visible.
    pub cells: HashMap<(Id, Id), Vec<Id>>,
    /// Fields with more than one value, by thing.
    pub choices: HashMap<Thing, Vec<Choice>>,
    /// All named versions by id.
    pub versions: HashMap<Id, Version>,
    /// All saved views by id.
    pub views: HashMap<Id, View>,
    /// The details of those things that have some, in the order of [`Detail`].
    pub details: HashMap<Thing, Vec<(Detail, Value)>>,
    /// The tags of those cards that have some.
    pub tags: HashMap<Id, BTreeSet<String>>,
    /// All notes by id.
    pub notes: HashMap<Id, Note>,
    /// All loops and alternative paths by id.
    pub paths: HashMap<Id, Path>,
    /// Undeleted notes by thing, in order.
    pub noted: HashMap<Thing, Vec<Id>>,
    /// All entries of lists, and the texts of the goal sheet that say something.
    pub entries: HashMap<Thing, Entry>,
    /// The undeleted entries of each [`List`], in order.
    pub lists: [Vec<Id>; 4],
    /// What is tied to what: from outcomes and sources to what they are tied to.
    pub ties: HashMap<Thing, BTreeSet<Thing>>,
}

impl Map {
    /// The cards of a cell, top to bottom.
    pub fn cell(&self, lane: Id, step: Id) -> &[Id] {
        self.cells.get(&(lane, step)).map_or(&[], Vec::as_slice)
    }

    /// Visible stages, left to right.
    pub fn stage_order(&self) -> Vec<Id> {
        let mut order: Vec<Id> = self.columns.iter().map(|column| column.stage).collect();
        order.dedup();
        order
    }

    /// Visible steps of a stage, left to right.
    pub fn steps_of(&self, stage: Id) -> Vec<Id> {
        self.columns.iter().filter(|c| c.stage == stage).filter_map(|c| c.step).collect()
    }

    /// Whether a stage is shown without its steps: it has one, and that one is unnamed.
    pub fn is_plain(&self, stage: Id) -> bool {
        let steps = self.steps_of(stage);
        match steps.as_slice() {
            [] => true,
            [only] => self.steps.get(only).is_none_or(|step| step.name.trim().is_empty()),
            _ => false,
        }
    }

    /// The starred cards of a step that stand in other lanes than `lane`, by lane order.
    pub fn starred(&self, step: Id, lane: Id) -> Vec<Id> {
        let mut found = Vec::new();
        for row in self.rows.iter().filter(|row| **row != lane) {
            let cards = self.cell(*row, step);
            found.extend(cards.iter().filter(|id| self.cards.get(*id).is_some_and(|c| c.star)));
        }
        found
    }

    /// Whether a step holds a moment of truth: a starred card in any visible lane.
    pub fn has_star(&self, step: Id) -> bool {
        let mut cards = self.rows.iter().flat_map(|row| self.cell(*row, step));
        cards.any(|card| self.cards.get(card).is_some_and(|card| card.star))
    }

    /// Undeleted cards whose lane or step is gone or deleted, and those in a lane that draws the curve
    /// in the place of cards: the unplaced tray.
    pub fn unplaced(&self) -> Vec<Id> {
        let holds_cards = |lane: &Id| {
            let kind = self.lanes.get(lane).map(|lane| lane.kind);
            kind.is_some_and(|kind| kind != LaneKind::Emotions)
        };
        let rows: HashSet<Id> = self.rows.iter().copied().filter(holds_cards).collect();
        let steps: HashSet<Id> = self.columns.iter().filter_map(|column| column.step).collect();
        let mut found: Vec<Id> = self
            .cells
            .iter()
            .filter(|((lane, step), _)| !steps.contains(step) || !rows.contains(lane))
            .flat_map(|(_, cards)| cards.iter().copied())
            .collect();
        found.sort();
        found
    }

    /// The feeling of a persona at a step, empty if none was set.
    pub fn feeling(&self, persona: Id, step: Id) -> Feeling {
        self.feelings.get(&(persona, step)).cloned().unwrap_or_default()
    }
}
