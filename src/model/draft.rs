//! A map to be made: what imports, examples, templates, pasted tables and duplicates all yield.

mod beside;
mod build;
mod known;
mod listed;
mod of_map;
mod saved;

pub use beside::{DetailDraft, NoteDraft, Part, PathDraft, TagDraft, TieDraft};
pub use build::is_bare;
pub use listed::EntryDraft;
pub use saved::ViewDraft;

use super::{GoalField, LaneKind, map::Kind, rich::Rich};
use serde::{Deserialize, Serialize};

// Serde reads drafts in the tests only, strictly: what `exchange::example` reads on the page is held
// against it. In the page it would bring twenty kilobytes.

/// A map described without ids. Positions are indices into the lists of this draft.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Draft {
    /// Title of the map.
    pub title: String,
    /// Journey or experience.
    pub kind: Kind,
    /// Names of the personas. When empty, whoever builds the map adds one.
    pub personas: Vec<String>,
    /// Stages left to right.
    pub stages: Vec<StageDraft>,
    /// Lanes top to bottom.
    pub lanes: Vec<LaneDraft>,
    /// Cards; those of one cell in their order.
    pub cards: Vec<CardDraft>,
    /// Points of the curve.
    pub feelings: Vec<FeelingDraft>,
    /// Details of things.
    pub details: Vec<DetailDraft>,
    /// Notes beside things; those of one thing in their order.
    pub notes: Vec<NoteDraft>,
    /// Tags of cards.
    pub tags: Vec<TagDraft>,
    /// Loops and alternative paths.
    pub paths: Vec<PathDraft>,
    /// The bytes of the pictures that details refer to; a map as plain values knows only their keys.
    pub pictures: Vec<Vec<u8>>,
    /// Saved views.
    pub views: Vec<ViewDraft>,
    /// Entries of lists; those of one list in their order.
    pub entries: Vec<EntryDraft>,
    /// Texts of the goal sheet, of which there is one each.
    pub goal: Vec<(GoalField, String)>,
    /// What is tied to what.
    pub ties: Vec<TieDraft>,
}

/// A stage and its steps.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct StageDraft {
    /// Name of the stage.
    pub name: String,
    /// Names of its steps; empty means one unnamed step.
    pub steps: Vec<String>,
}

/// A lane.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LaneDraft {
    /// What it holds.
    pub kind: LaneKind,
    /// Its name.
    pub name: String,
}

/// A card.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct CardDraft {
    /// Index into [`Draft::lanes`].
    pub lane: usize,
    /// Index into [`Draft::stages`].
    pub stage: usize,
    /// Index into the stage's steps (0 when it has none named).
    pub step: usize,
    /// Its text.
    pub text: String,
    /// The formatting of its text; foreign formats know none.
    #[serde(skip)]
    pub rich: Option<Box<Rich>>,
    /// A moment of truth.
    pub star: bool,
    /// A channel word or free text.
    pub channel: Option<String>,
}

/// A point of the curve.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct FeelingDraft {
    /// Index into [`Draft::personas`].
    pub persona: usize,
    /// Index into [`Draft::stages`].
    pub stage: usize,
    /// Index into the stage's steps.
    pub step: usize,
    /// Half-steps −4…+4; `None` for a word without a level.
    pub level: Option<i8>,
    /// An optional word.
    pub name: String,
}

/// Something an import read and could not place, so that nothing is dropped silently.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Leftover {
    /// Line in the source, from 1.
    pub line: usize,
    /// The text as it stands there.
    pub text: String,
    /// Why it was not placed.
    pub reason: LeftoverReason,
}

/// Why an import could not place a line. The screen puts it into words.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum LeftoverReason {
    /// Not a form this import knows.
    Unknown,
    /// The score is no number: the step was made, without a feeling.
    ScoreNotANumber,
    /// The score was outside 1…5: taken as the nearest end.
    ScoreOutOfRange,
    /// The score lay between two half-steps: taken as the nearest.
    ScoreRounded,
    /// A step without a score: made without a feeling.
    NoScore,
    /// A title that another one replaced.
    OtherTitle,
    /// A description of the diagram: it has no place on a map.
    Description,
    /// A setting of the drawing program.
    Setting,
    /// Text after the actors.
    AfterActors,
    /// A comment.
    Comment,
}
