//! Writes a template file.

use super::{FORMAT, TemplateFile, VERSION};
use crate::model::Kind;
use crate::model::draft::{Draft, Part};
use crate::model::json::Json;
use crate::model::map::Value;

type Fields = Vec<(&'static str, Json)>;

pub(super) fn file(file: &TemplateFile) -> String {
    let draft = &file.draft;
    let word = if draft.kind == Kind::Journey { "journey" } else { "experience" };
    let areas: Vec<String> = file.areas.iter().map(|area| (*area).to_owned()).collect();
    let mut fields = vec![
        ("format", text(FORMAT)),
        ("version", Json::Whole(VERSION)),
        ("name", text(&file.name)),
        ("about", text(&file.about)),
        ("areas", Json::texts(&areas)),
        ("kind", text(word)),
    ];
    if file.pair {
        fields.push(("pair", Json::Bool(true)));
    }
    beside(draft, Part::Map, &mut fields);
    let named = |name: &str, of: Part| {
        let mut fields = vec![("name", text(name))];
        beside(draft, of, &mut fields);
        fields
    };
    let personas = draft.personas.iter().enumerate();
    fields.push(("personas", list(personas.map(|(at, name)| named(name, Part::Persona(at))))));
    let stages = draft.stages.iter().enumerate().map(|(at, stage)| {
        let mut fields = named(&stage.name, Part::Stage(at));
        let count = stage.steps.len().max(1);
        let name = |step: usize| stage.steps.get(step).map_or("", String::as_str);
        let steps: Vec<Fields> =
            (0..count).map(|step| named(name(step), Part::Step(at, step))).collect();
        // The unnamed step of a stage without steps only where something is said of it.
        if !stage.steps.is_empty() || steps.iter().any(|step| step.len() > 1) {
            fields.push(("steps", list(steps.into_iter())));
        }
        fields
    });
    fields.push(("stages", list(stages)));
    let lanes = draft.lanes.iter().enumerate().map(|(at, lane)| {
        let mut fields = named(&lane.name, Part::Lane(at));
        fields.insert(0, ("kind", text(lane.kind.word())));
        fields
    });
    fields.push(("lanes", list(lanes)));
    let cards = draft.cards.iter().enumerate().map(|(at, card)| {
        let mut fields = vec![("lane", position(card.lane))];
        fields.extend([("stage", position(card.stage)), ("step", position(card.step))]);
        fields.push(("text", text(&card.text)));
        if card.star {
            fields.push(("star", Json::Bool(true)));
        }
        fields.extend(card.channel.as_deref().map(|channel| ("channel", text(channel))));
        let tags = draft.tags.iter().filter(|tag| tag.card == at);
        let tags: Vec<String> = tags.map(|tag| tag.tag.clone()).collect();
        if !tags.is_empty() {
            fields.push(("tags", Json::texts(&tags)));
        }
        beside(draft, Part::Card(at), &mut fields);
        fields
    });
    fields.push(("cards", list(cards)));
    let feelings = draft.feelings.iter().enumerate().map(|(at, one)| {
        let mut fields = vec![("persona", position(one.persona))];
        fields.extend([("stage", position(one.stage)), ("step", position(one.step))]);
        fields.extend(one.level.map(|level| ("level", Json::Whole(level.into()))));
        if !one.name.is_empty() {
            fields.push(("name", text(&one.name)));
        }
        beside(draft, Part::Feeling(at), &mut fields);
        fields
    });
    fields.push(("feelings", list(feelings)));
    let paths = draft.paths.iter().map(|path| {
        let end = |part| match part {
            Part::Step(stage, step) => {
                Json::fields(vec![("stage", position(stage)), ("step", position(step))])
            }
            _ => Json::Null,
        };
        vec![
            ("from", end(path.from)),
            ("to", end(path.to)),
            ("kind", text(path.kind.word())),
            ("condition", text(&path.condition)),
        ]
    });
    fields.push(("paths", list(paths)));
    Json::fields(fields).write()
}

/// The details and notes of a thing.
fn beside(draft: &Draft, of: Part, fields: &mut Fields) {
    let own = draft.details.iter().filter(|detail| detail.of == of);
    let details: Fields = own.map(|one| (one.detail.key(), value(&one.value))).collect();
    if !details.is_empty() {
        fields.push(("details", Json::fields(details)));
    }
    let mut notes: Vec<(&'static str, Vec<String>)> = Vec::new();
    for note in draft.notes.iter().filter(|note| note.of == of) {
        let word = note.field.word();
        if notes.last().is_none_or(|(last, _)| *last != word)
            && !notes.iter().any(|(known, _)| *known == word)
        {
            notes.push((word, Vec::new()));
        }
        if let Some((_, texts)) = notes.iter_mut().find(|(known, _)| *known == word) {
            texts.push(note.text.clone());
        }
    }
    if !notes.is_empty() {
        let notes = notes.into_iter().map(|(word, texts)| (word, Json::texts(&texts)));
        fields.push(("notes", Json::fields(notes.collect())));
    }
}

fn value(value: &Value) -> Json {
    match value {
        Value::None => Json::Null,
        Value::Text(it) => text(it),
        Value::Int(number) => Json::Whole(*number),
        Value::Bool(yes) => Json::Bool(*yes),
    }
}

fn text(text: &str) -> Json {
    Json::Text(text.to_owned())
}

fn position(at: usize) -> Json {
    Json::Whole(i64::try_from(at).unwrap_or(0))
}

fn list(items: impl Iterator<Item = Fields>) -> Json {
    Json::List(items.map(Json::fields).collect())
}
