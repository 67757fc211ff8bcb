//! The app's own examples: a draft written as JSON.

use crate::model::draft::{CardDraft, Draft, FeelingDraft, LaneDraft, StageDraft};
use crate::model::json::{FromJson, Json};

/// Reads an example; `None` if the text is none.
pub fn read(text: &str) -> Option<Draft> {
    let json = Json::read(text)?;
    let mut draft = Draft::default();
    json.put("title", &mut draft.title)?;
    json.put("kind", &mut draft.kind)?;
    json.put("personas", &mut draft.personas)?;
    json.put("stages", &mut draft.stages)?;
    json.put("lanes", &mut draft.lanes)?;
    json.put("cards", &mut draft.cards)?;
    json.put("feelings", &mut draft.feelings)?;
    Some(draft)
}

impl FromJson for StageDraft {
    fn from_json(json: &Json) -> Option<Self> {
        let mut stage = StageDraft::default();
        json.put("name", &mut stage.name)?;
        json.put("steps", &mut stage.steps)?;
        Some(stage)
    }
}

impl FromJson for LaneDraft {
    fn from_json(json: &Json) -> Option<Self> {
        Some(LaneDraft { kind: json.need("kind")?, name: json.need("name")? })
    }
}

impl FromJson for CardDraft {
    fn from_json(json: &Json) -> Option<Self> {
        let mut card = CardDraft::default();
        json.put("lane", &mut card.lane)?;
        json.put("stage", &mut card.stage)?;
        json.put("step", &mut card.step)?;
        json.put("text", &mut card.text)?;
        json.put("star", &mut card.star)?;
        json.put("channel", &mut card.channel)?;
        Some(card)
    }
}

impl FromJson for FeelingDraft {
    fn from_json(json: &Json) -> Option<Self> {
        let mut feeling = FeelingDraft::default();
        json.put("persona", &mut feeling.persona)?;
        json.put("stage", &mut feeling.stage)?;
        json.put("step", &mut feeling.step)?;
        json.put("level", &mut feeling.level)?;
        json.put("name", &mut feeling.name)?;
        Some(feeling)
    }
}
