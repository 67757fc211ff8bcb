//! Reads a template file, strictly and within bounds.

use super::place::{At, Fault, Wrong};
use super::{AREAS, FORMAT, NOTES as NOTES_TAKEN, TemplateFile, VERSION, travels};
use crate::model::detail::{Shape, details};
use crate::model::draft::{
    CardDraft, DetailDraft, Draft, FeelingDraft, LaneDraft, NoteDraft, Part, PathDraft, StageDraft,
    TagDraft,
};
use crate::model::json::Json;
use crate::model::map::Value;
use crate::model::path::PathKind;
use crate::model::{Id, Kind, LaneKind, Thing};

/// Characters of a name, a word, a detail.
const SHORT: usize = 500;
/// Characters of a card, a note, a description.
const LONG: usize = 5_000;
const TEMPLATES: usize = 100;
const STAGES: usize = 100;
const STEPS: usize = 50;
const LANES: usize = 60;
const PERSONAS: usize = 20;
const CARDS: usize = 3_000;
const FEELINGS: usize = 4_000;
const NOTES: usize = 50;
const TAGS: usize = 20;
const PATHS: usize = 200;
/// The bound of a number among the details.
const WHOLE: i64 = 1_000_000;

pub(super) fn file(text: &str) -> Result<TemplateFile, Fault> {
    let json = json(text)?;
    let root = At::root(&json);
    root.fields(&[]).map_err(|fault| Fault { wrong: Wrong::Format, ..fault })?;
    let is_ours = root.get("format").is_some_and(|it| *it.json == Json::Text(FORMAT.to_owned()));
    if !is_ours {
        return root.fault(Wrong::Format);
    }
    let version = root.need("version")?;
    if version.whole(1, i64::MAX)? > VERSION {
        return version.fault(Wrong::Newer);
    }
    template(&root)
}

pub(super) fn list(text: &str) -> Result<Vec<TemplateFile>, Fault> {
    let json = json(text)?;
    At::root(&json).items(TEMPLATES)?.iter().map(template).collect()
}

fn json(text: &str) -> Result<Json, Fault> {
    Json::read_to(text).map_err(|at| {
        let line = text.as_bytes()[..at].iter().filter(|byte| **byte == b'\n').count() + 1;
        Fault { place: String::new(), wrong: Wrong::Syntax(line) }
    })
}

const FIELDS: [&str; 14] = [
    "format", "version", "name", "about", "areas", "pair", "kind", "details", "personas", "stages",
    "lanes", "cards", "feelings", "paths",
];

fn template(root: &At) -> Result<TemplateFile, Fault> {
    root.fields(&FIELDS)?;
    let mut file =
        TemplateFile { name: root.need("name")?.text(SHORT)?, ..TemplateFile::default() };
    if let Some(about) = root.get("about") {
        file.about = about.words(LONG)?;
    }
    for area in items(root, "areas", AREAS.len())? {
        file.areas.push(area.word(|word| AREAS.into_iter().find(|area| *area == word))?);
    }
    if let Some(pair) = root.get("pair") {
        file.pair = pair.yes()?;
    }
    let draft = &mut file.draft;
    draft.kind = root.need("kind")?.word(|word| match word {
        "journey" => Some(Kind::Journey),
        "experience" => Some(Kind::Experience),
        _ => None,
    })?;
    draft.title.clone_from(&file.name);
    // Personas first: other things point at them.
    let personas = items(root, "personas", PERSONAS)?;
    for (at, one) in personas.iter().enumerate() {
        one.fields(&["name", "details", "notes"])?;
        draft.personas.push(one.need("name")?.words(SHORT)?);
        let thing = Thing::Persona(Id::default());
        beside(draft, one, Part::Persona(at), thing, personas.len())?;
    }
    beside(draft, root, Part::Map, Thing::Map, personas.len())?;
    for (at, one) in root.need("stages")?.items(STAGES)?.iter().enumerate() {
        stage(draft, at, one)?;
    }
    for (at, one) in root.need("lanes")?.items(LANES)?.iter().enumerate() {
        one.fields(&["kind", "name", "details"])?;
        let kind = one.need("kind")?.word(LaneKind::parse)?;
        draft.lanes.push(LaneDraft { kind, name: one.need("name")?.words(SHORT)? });
        beside(draft, one, Part::Lane(at), Thing::Lane(Id::default()), personas.len())?;
    }
    for (at, one) in items(root, "cards", CARDS)?.iter().enumerate() {
        card(draft, at, one)?;
    }
    for (at, one) in items(root, "feelings", FEELINGS)?.iter().enumerate() {
        feeling(draft, at, one)?;
    }
    for one in items(root, "paths", PATHS)? {
        path(draft, &one)?;
    }
    Ok(file)
}

/// The items of a list that may be missing.
fn items<'a>(of: &At<'a>, name: &str, most: usize) -> Result<Vec<At<'a>>, Fault> {
    of.get(name).map_or_else(|| Ok(Vec::new()), |list| list.items(most))
}

fn stage(draft: &mut Draft, at: usize, one: &At) -> Result<(), Fault> {
    one.fields(&["name", "steps", "details"])?;
    let name = one.need("name")?.words(SHORT)?;
    let personas = draft.personas.len();
    beside(draft, one, Part::Stage(at), Thing::Stage(Id::default()), personas)?;
    let mut steps = Vec::new();
    for (place, step) in items(one, "steps", STEPS)?.iter().enumerate() {
        // A step is its name, or an object with more.
        if let Json::Text(_) = step.json {
            steps.push(step.words(SHORT)?);
            continue;
        }
        step.fields(&["name", "details"])?;
        steps.push(step.need("name")?.words(SHORT)?);
        beside(draft, step, Part::Step(at, place), Thing::Step(Id::default()), personas)?;
    }
    // One step without a name is what a stage without steps has.
    if steps.iter().all(|name| name.trim().is_empty()) && steps.len() < 2 {
        steps.clear();
    }
    draft.stages.push(StageDraft { name, steps });
    Ok(())
}

/// Where in the columns a card, a feeling or the end of a path stands.
fn column(draft: &Draft, one: &At) -> Result<(usize, usize), Fault> {
    let stage = one.need("stage")?.position(draft.stages.len())?;
    let steps = draft.stages[stage].steps.len().max(1);
    let step = one.get("step").map_or(Ok(0), |step| step.position(steps))?;
    Ok((stage, step))
}

fn card(draft: &mut Draft, at: usize, one: &At) -> Result<(), Fault> {
    one.fields(&["lane", "stage", "step", "text", "star", "channel", "details", "notes", "tags"])?;
    let place = one.need("lane")?.position(draft.lanes.len())?;
    let (stage, step) = column(draft, one)?;
    let mut card = CardDraft { lane: place, stage, step, ..CardDraft::default() };
    card.text = one.need("text")?.words(LONG)?;
    card.star = one.get("star").map_or(Ok(false), |star| star.yes())?;
    card.channel = one.get("channel").map(|channel| channel.text(SHORT)).transpose()?;
    draft.cards.push(card);
    for tag in items(one, "tags", TAGS)? {
        draft.tags.push(TagDraft { card: at, tag: tag.text(SHORT)? });
    }
    let personas = draft.personas.len();
    beside(draft, one, Part::Card(at), Thing::Card(Id::default()), personas)
}

fn feeling(draft: &mut Draft, at: usize, one: &At) -> Result<(), Fault> {
    one.fields(&["persona", "stage", "step", "level", "name", "details"])?;
    let personas = draft.personas.len();
    let persona = one.need("persona")?.position(personas)?;
    let (stage, step) = column(draft, one)?;
    let level = one.get("level").map(|level| level.whole(-4, 4)).transpose()?;
    let name = one.get("name").map_or(Ok(String::new()), |name| name.words(SHORT))?;
    let level = level.and_then(|level| i8::try_from(level).ok());
    draft.feelings.push(FeelingDraft { persona, stage, step, level, name });
    let thing = Thing::Feeling { persona: Id::default(), step: Id::default() };
    beside(draft, one, Part::Feeling(at), thing, personas)
}

fn path(draft: &mut Draft, one: &At) -> Result<(), Fault> {
    one.fields(&["from", "to", "kind", "condition"])?;
    let end = |name: &str| {
        let at = one.need(name)?;
        at.fields(&["stage", "step"])?;
        let (stage, step) = column(draft, &at)?;
        Ok(Part::Step(stage, step))
    };
    let (from, to) = (end("from")?, end("to")?);
    let kind = one.need("kind")?.word(|word| {
        let kind = PathKind::parse(word);
        (kind.word() == word).then_some(kind)
    })?;
    let condition = one.get("condition").map_or(Ok(String::new()), |it| it.words(SHORT))?;
    draft.paths.push(PathDraft { from, to, kind, condition });
    Ok(())
}

/// The details and notes of an object.
fn beside(
    draft: &mut Draft,
    one: &At,
    of: Part,
    thing: Thing,
    personas: usize,
) -> Result<(), Fault> {
    if let Some(all) = one.get("details") {
        for (key, json) in all.fields(&[])? {
            let known = details(thing).find(|detail| detail.key() == key && travels(*detail));
            let Some(detail) = known else {
                return all.fault(Wrong::Unknown(key.chars().take(40).collect()));
            };
            let at = all.child(key, json);
            let value = match detail.shape() {
                Shape::Whole => Value::Int(at.whole(-WHOLE, WHOLE)?),
                Shape::Yes if at.yes()? => Value::Bool(true),
                Shape::Yes => continue,
                Shape::Persona => Value::Int(i64::try_from(at.position(personas)?).unwrap_or(0)),
                _ => Value::Text(at.text(LONG)?),
            };
            draft.details.push(DetailDraft { of, detail, value });
        }
    }
    if let Some(all) = one.get("notes") {
        for (word, json) in all.fields(&[])? {
            let known = NOTES_TAKEN.into_iter().find(|it| it.word() == word && it.fits(thing));
            let Some(field) = known else {
                return all.fault(Wrong::Unknown(word.chars().take(40).collect()));
            };
            for note in all.child(word, json).items(NOTES)? {
                draft.notes.push(NoteDraft { of, field, text: note.text(LONG)? });
            }
        }
    }
    Ok(())
}
