//! The app's own examples: a draft written as JSON.

use crate::model::draft::{CardDraft, Draft, FeelingDraft, LaneDraft, StageDraft};
use crate::model::json::{FromJson, Json};

/// Reads an example; `None` if the text is none.
pub fn read(text: &str) -> Option<Draft> {
    let json = Json::read(text)?;
    Some(Draft {
        title: json.field("title")?,
        kind: json.field("kind")?,
        personas: json.field("personas")?,
        stages: json.field("stages")?,
        lanes: json.field("lanes")?,
        cards: json.field("cards")?,
        feelings: json.field("feelings")?,
    })
}

impl FromJson for StageDraft {
    fn from_json(json: &Json) -> Option<Self> {
        Some(StageDraft { name: json.field("name")?, steps: json.field("steps")? })
    }
}

impl FromJson for LaneDraft {
    fn from_json(json: &Json) -> Option<Self> {
        Some(LaneDraft { kind: json.need("kind")?, name: json.need("name")? })
    }
}

impl FromJson for CardDraft {
    fn from_json(json: &Json) -> Option<Self> {
        Some(CardDraft {
            lane: json.field("lane")?,
            stage: json.field("stage")?,
            step: json.field("step")?,
            text: json.field("text")?,
            star: json.field("star")?,
            channel: json.field("channel")?,
        })
    }
}

impl FromJson for FeelingDraft {
    fn from_json(json: &Json) -> Option<Self> {
        Some(FeelingDraft {
            persona: json.field("persona")?,
            stage: json.field("stage")?,
            step: json.field("step")?,
            level: json.field("level")?,
            name: json.field("name")?,
        })
    }
}
