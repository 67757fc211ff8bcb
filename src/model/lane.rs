//! The kinds of lanes, and which of them a new map starts with.

use super::map::Kind;
use serde::{Deserialize, Serialize};

/// What a lane holds. A kind this version does not know is shown as [`LaneKind::Text`]; the document
/// keeps the unknown word.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
pub enum LaneKind {
    /// What the customer does.
    Actions,
    /// Needs, desires, goals.
    Needs,
    /// What the customer thinks.
    Thoughts,
    /// Where customer and brand meet; its cards carry a channel.
    Touchpoints,
    /// The emotion curve. Holds feelings, not cards.
    Emotions,
    /// Pain points.
    Pains,
    /// Opportunities.
    Opportunities,
    /// Solutions.
    Solutions,
    /// Moments of truth: shows the starred cards of all lanes beside its own.
    Moments,
    /// Insights.
    Insights,
    /// Free text.
    Text,
}

/// Every kind with the word that stands for it in the document.
pub const KINDS: [(LaneKind, &str); 11] = [
    (LaneKind::Actions, "actions"),
    (LaneKind::Needs, "needs"),
    (LaneKind::Thoughts, "thoughts"),
    (LaneKind::Touchpoints, "touchpoints"),
    (LaneKind::Emotions, "emotions"),
    (LaneKind::Pains, "pains"),
    (LaneKind::Opportunities, "opportunities"),
    (LaneKind::Solutions, "solutions"),
    (LaneKind::Moments, "moments"),
    (LaneKind::Insights, "insights"),
    (LaneKind::Text, "text"),
];

impl LaneKind {
    /// The word in the document.
    pub fn word(self) -> &'static str {
        KINDS.iter().find(|(kind, _)| *kind == self).map_or("text", |(_, word)| word)
    }

    /// The kind a word stands for; `None` for a word of a later version.
    pub fn parse(word: &str) -> Option<Self> {
        KINDS.iter().find(|(_, known)| *known == word).map(|(kind, _)| *kind)
    }

    /// The kinds of a new map's lanes, top to bottom; names come from the caller's language, in the
    /// same order. Source: the project's glossary. `Needs` stands for customer goals in an experience
    /// map; the two `Text` lanes there are brand intent and linked journeys.
    pub fn defaults(kind: Kind) -> &'static [LaneKind] {
        use LaneKind::*;
        match kind {
            Kind::Journey => {
                &[Actions, Needs, Touchpoints, Thoughts, Emotions, Pains, Opportunities, Solutions]
            }
            Kind::Experience => {
                &[Needs, Touchpoints, Emotions, Moments, Text, Insights, Pains, Opportunities, Text]
            }
        }
    }
}
