//! New maps: from a template, blank, or an example.

use super::{Shared, Work, keep, opening, pages};
use crate::browser::{self, ChunkKind, Clock};
use crate::exchange::example;
use crate::i18n::{Messages, fill};
use crate::model::draft::{DetailDraft, Draft, LaneDraft, Part, StageDraft};
use crate::model::edit::Edit;
use crate::model::foreseen::foreseen;
use crate::model::map::Value;
use crate::model::{Detail, Kind, LaneKind, Template};
use crate::session::Session;
use crate::ui::command::{Route, Start};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;

/// Makes a map and shows it.
pub(super) async fn start(app: Shared, start: Start) {
    let shell = app.shell;
    let t = shell.t_now();
    let draft = match start {
        Start::Template(kind) => Ok(template(t, kind)),
        Start::Blank(kind) => Ok(blank(t, kind)),
        Start::Example(kind) => example(&app, kind).await,
    };
    let fresh = !matches!(start, Start::Example(_));
    let draft = draft.map(|draft| match fresh {
        true => Draft { title: numbered(&app, &draft.title), ..draft },
        false => draft,
    });
    begin(&app, draft, fresh).await;
}

/// Makes a map of a draft and shows it, the caret in its first cell where it is fresh; says so where that
/// can't be.
pub(super) async fn begin(app: &Shared, draft: Result<Draft, String>, fresh: bool) {
    let shell = app.shell;
    let r = shell.t_now().reports;
    let made = match draft {
        Ok(_) if app.database().is_none() => Err(r.why_unavailable.to_owned()),
        Ok(draft) => {
            shell.fresh.set(fresh);
            show(app, &draft).await
        }
        Err(words) => Err(words),
    };
    if let Err(words) = made {
        shell.notify(fill(r.refused, &[&words]), true, None);
    }
}

/// Shows a new map and stores it behind that, like any edit. What can be told of it before its document is
/// made is painted first.
async fn show(app: &Shared, draft: &Draft) -> Result<(), String> {
    let first = first(app, draft);
    let Some(map) = foreseen(draft.kind, &first) else {
        let (session, bytes) = build(app, draft.kind, first)?;
        opening::show(app, session, bytes);
        return Ok(());
    };
    let slot = opening::foresee(app, map);
    *app.unmade.borrow_mut() = Some(Unmade { slot: slot.clone(), kind: draft.kind, first });
    opening::frame().await;
    browser::there().await;
    // Where it was left meanwhile, it was made then.
    if app.is_open(&slot) {
        make(app);
    }
    Ok(())
}

/// A map that is on the board and not made yet.
pub(super) struct Unmade {
    slot: String,
    kind: Kind,
    first: Edit,
}

/// Makes the document of the map that waits for it, if one does.
pub(super) fn make(app: &Shared) {
    let Some(Unmade { slot, kind, first }) = app.unmade.take() else { return };
    match build(app, kind, first) {
        Ok((session, bytes)) => opening::make_good(app, &slot, session, bytes),
        Err(words) => {
            let shell = app.shell;
            shell.notify(fill(shell.t_now().reports.refused, &[&words]), true, None);
            pages::go(&Route::Library);
        }
    }
}

/// A title, with a number where a map in the library bears it already.
pub(super) fn numbered(app: &Shared, title: &str) -> String {
    app.shell.library.with_untracked(|maps| {
        let free = |title: &String| !maps.iter().flatten().any(|map| map.title == *title);
        let with = |number| if number < 2 { title.to_owned() } else { format!("{title} {number}") };
        (1..1000_u32).map(with).find(free).unwrap_or_else(|| title.to_owned())
    })
}

/// The edit that makes a draft, with a persona, and names for those who have none.
fn first(app: &Shared, draft: &Draft) -> Edit {
    let t = app.shell.t_now();
    let mut draft = draft.clone();
    if draft.personas.is_empty() {
        draft.personas.push(t.board.first_persona.to_owned());
    }
    for (number, name) in draft.personas.iter_mut().enumerate() {
        if name.trim().is_empty() {
            *name = fill(t.board.new_persona, &[&(number + 1).to_string()]);
        }
    }
    draft.to_edit(&mut Clock)
}

/// A new map from its first edit, with the bytes to store.
fn build(app: &Shared, kind: Kind, first: Edit) -> Result<(Session, Vec<u8>), String> {
    let person = app.shell.person.get_untracked();
    let (session, change) = Session::create_by(Some(person), kind, first, &mut Clock)
        .map_err(|_| app.shell.t_now().reports.refused_other.to_owned())?;
    Ok((session, change.bytes))
}

/// Builds a map from a draft, stores it and gives its slot.
///
/// # Errors
/// In words, when it could not be built or stored.
pub(super) fn store<'a>(app: &'a Shared, draft: &'a Draft) -> Work<'a, Result<String, String>> {
    Box::pin(async move {
        let (mut session, bytes) = build(app, draft.kind, first(app, draft))?;
        keep::store_new(app, &mut session, &bytes, ChunkKind::Increment)
            .await
            .map_err(|error| keep::words(app, error))
    })
}

fn split(names: &str) -> impl Iterator<Item = String> + '_ {
    names.split('|').map(str::to_owned)
}

/// The lanes a template starts with, named in this language.
pub(super) fn lanes(t: &Messages, template: Template) -> Vec<LaneDraft> {
    let l = t.lanes;
    let names = match template {
        Template::Journey => l.journey_lanes,
        Template::Experience => l.experience_lanes,
        Template::Blueprint => l.blueprint_lanes,
        Template::Touchpoints => l.touchpoints_lanes,
    };
    let kinds = template.lanes().iter().copied();
    kinds.zip(split(names)).map(|(kind, name)| LaneDraft { kind, name }).collect()
}

/// What a template says beside its lanes: the lines of a blueprint, what the lane of linked journeys asks, and what
/// sort of map it is.
fn details(t: &Messages, template: Template) -> Vec<DetailDraft> {
    let detail =
        |of, detail, word: &str| DetailDraft { of, detail, value: Value::Text(word.to_owned()) };
    let lines = template.lines().iter();
    let mut all: Vec<DetailDraft> =
        lines.map(|(lane, line)| detail(Part::Lane(*lane), Detail::Line, line)).collect();
    let kind = match template {
        Template::Blueprint => t.details.type_blueprint,
        Template::Touchpoints => t.details.type_touchpoints,
        // These two are called by their kind.
        Template::Journey => return all,
        Template::Experience => {
            // That of linked journeys is the last one.
            let last = template.lanes().len() - 1;
            all.push(detail(Part::Lane(last), Detail::Hint, t.lanes.linked_hint));
            return all;
        }
    };
    all.push(detail(Part::Map, Detail::Type, kind));
    all
}

/// What a template makes, in this language.
pub(super) fn template(t: &Messages, template: Template) -> Draft {
    let l = t.lanes;
    let (title, stages) = match template {
        Template::Journey => (t.board.new_journey_title, l.journey_stages),
        Template::Experience => (t.board.new_experience_title, l.experience_stages),
        Template::Blueprint => (l.new_blueprint, l.blueprint_stages),
        Template::Touchpoints => (l.new_touchpoints, l.touchpoints_stages),
    };
    Draft {
        title: title.to_owned(),
        kind: template.kind(),
        stages: split(stages).map(|name| StageDraft { name, steps: Vec::new() }).collect(),
        lanes: lanes(t, template),
        details: details(t, template),
        ..Draft::default()
    }
}

/// The template of a map of which only the kind is known.
pub(super) fn of_kind(kind: Kind) -> Template {
    match kind {
        Kind::Journey => Template::Journey,
        Kind::Experience => Template::Experience,
    }
}

fn blank(t: &Messages, kind: Kind) -> Draft {
    let mut draft = template(t, of_kind(kind));
    draft.stages = vec![StageDraft { name: t.board.new_stage.to_owned(), steps: Vec::new() }];
    draft.lanes = vec![LaneDraft { kind: LaneKind::Text, name: t.lanes.kind_text.to_owned() }];
    draft
}

/// Reads an example of the app's own files.
async fn example(app: &Shared, kind: Kind) -> Result<Draft, String> {
    let word = match kind {
        Kind::Journey => "journey",
        Kind::Experience => "experience",
    };
    let tag = app.shell.locale.get_untracked().tag();
    let text = fetch(&format!("examples/{word}.{tag}.json")).await;
    let read = text.and_then(|text| example::read(&text));
    read.ok_or_else(|| app.shell.t_now().reports.example_failed.to_owned())
}

/// The text of one of the app's own files.
pub(super) fn fetch(address: &str) -> Work<'static, Option<String>> {
    let answer = JsFuture::from(window().fetch_with_str(address));
    Box::pin(async move {
        let answer: web_sys::Response = answer.await.ok()?.dyn_into().ok()?;
        // What a host says in the place of a missing file is not that file.
        let text = if answer.ok() { answer.text().ok()? } else { return None };
        JsFuture::from(text).await.ok()?.as_string()
    })
}
