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
    /// What the customer wants to reach.
    Goals,
    /// Why they want it.
    Motivations,
    /// What delights.
    Delights,
    /// What the brand wants to bring about.
    Intent,
    /// Open questions.
    Questions,
    /// The customer's own words.
    Quotes,
    /// Pictures.
    Images,
    /// Ideas.
    Ideas,
    /// Numbers, drawn across the columns.
    Metrics,
    /// Who answers for it.
    Owner,
    /// Service blueprint: what staff do before the customer's eyes.
    Frontstage,
    /// Service blueprint: what staff do unseen.
    Backstage,
    /// Service blueprint: what others do for it to work.
    Support,
    /// Service blueprint: the things the customer sees and touches.
    Physical,
    /// Free text.
    Text,
}

use LaneKind::*;

/// Every kind with the word that stands for it in the document, in the order people are offered them.
pub const KINDS: [(LaneKind, &str); 25] = [
    (Actions, "actions"),
    (Goals, "goals"),
    (Needs, "needs"),
    (Motivations, "motivations"),
    (Thoughts, "thoughts"),
    (Questions, "questions"),
    (Quotes, "quotes"),
    (Emotions, "emotions"),
    (Pains, "pains"),
    (Delights, "delights"),
    (Moments, "moments"),
    (Touchpoints, "touchpoints"),
    (Physical, "physical"),
    (Frontstage, "frontstage"),
    (Backstage, "backstage"),
    (Support, "support"),
    (Intent, "intent"),
    (Insights, "insights"),
    (Opportunities, "opportunities"),
    (Ideas, "ideas"),
    (Solutions, "solutions"),
    (Metrics, "metrics"),
    (Owner, "owner"),
    (Images, "images"),
    (Text, "text"),
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
}

/// What a new map is made for: its first stages and lanes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Template {
    /// A journey map.
    Journey,
    /// An experience map.
    Experience,
    /// A service blueprint: a journey and what happens behind it.
    Blueprint,
    /// A touchpoint map: where customer and brand meet, by sort of place.
    Touchpoints,
}

impl Template {
    /// What kind of map it makes.
    pub fn kind(self) -> Kind {
        if self == Template::Experience { Kind::Experience } else { Kind::Journey }
    }

    /// The kinds of its lanes, top to bottom; names come from the caller's language, in the same
    /// order. Source: the project's glossary. The `Text` lane of an experience map is linked journeys;
    /// the touchpoint map's tell sorts of touchpoints apart by their names.
    pub fn lanes(self) -> &'static [LaneKind] {
        match self {
            Template::Journey => {
                &[Actions, Needs, Touchpoints, Thoughts, Emotions, Pains, Opportunities, Solutions]
            }
            Template::Experience => &[
                Goals,
                Touchpoints,
                Emotions,
                Moments,
                Intent,
                Insights,
                Pains,
                Opportunities,
                Text,
            ],
            Template::Blueprint => &[Physical, Actions, Emotions, Frontstage, Backstage, Support],
            Template::Touchpoints => &[
                Touchpoints,
                Touchpoints,
                Touchpoints,
                Touchpoints,
                Touchpoints,
                Ideas,
                Intent,
                Emotions,
            ],
        }
    }

    /// The lines below its lanes, by the lanes' positions: those of a service blueprint.
    pub fn lines(self) -> &'static [(usize, &'static str)] {
        match self {
            Template::Blueprint => &[(2, "interaction"), (3, "visibility"), (4, "internal")],
            _ => &[],
        }
    }
}
