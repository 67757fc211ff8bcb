//! Files come in: read in a disposable worker, shown before they are merged, or added as maps.

use super::incoming::{self, Arrived};
use super::{Shared, Work, library, pages, starts, templates};
use crate::browser::files::FileError;
use crate::browser::stranger::{self, CONFIRMED_LIMIT, LIMIT};
use crate::browser::{StrangerError, files as disk};
use crate::exchange::mermaid;
use crate::exchange::template::{self, EXTENSION};
use crate::i18n::fill;
use crate::model::draft::Draft;
use crate::ui::command::{Command, ImportReport, Outcome, Route};
use crate::ui::library::about::megabytes;
use crate::worker::{Answer, Measure, Refused, Request};

/// The first bytes of an Automerge file.
const MAGIC: [u8; 4] = [0x85, 0x6f, 0x4a, 0x83];

/// Reads files one after the other; what they bring to maps kept here is shown before it is taken.
/// Then shows the map, if they all went into one.
pub(super) fn files(app: Shared, files: Vec<web_sys::File>, confirmed: bool) -> Work<'static> {
    Box::pin(async move {
        let shell = app.shell;
        let (mut reports, mut copies) = (Vec::new(), Vec::new());
        let count = files.len().to_string();
        for (at, file) in files.into_iter().enumerate() {
            let words = shell.t_now().reports.reading;
            let at = (at + 1).to_string();
            shell.working.set(Some(fill(words, &[&file.name(), &at, &count])));
            match one(&app, &file, confirmed).await {
                Ok(Came::Maps(mut made)) => reports.append(&mut made),
                Ok(Came::Copy(copy)) => copies.push(copy),
                Err(trouble) => say(&app, &file, trouble),
            }
        }
        incoming::gather(&app, copies, &mut reports).await;
        shell.working.set(None);
        library::listed(&app).await;
        if reports.is_empty() {
            return;
        }
        let mut slots: Vec<String> = reports.iter().map(|report| report.slot.clone()).collect();
        slots.dedup();
        shell.reports.set(reports);
        if let [only] = slots.as_slice() {
            pages::go(&Route::Map(only.clone()));
        } else if !slots.iter().any(|slot| app.is_open(slot)) {
            pages::go(&Route::Library);
        }
    })
}

fn say(app: &Shared, file: &web_sys::File, trouble: Trouble) {
    let shell = app.shell;
    match trouble {
        Trouble::Ask(size) => {
            let t = shell.t_now();
            let text = fill(t.reports.big_file, &[&file.name(), &size]);
            let again = Command::ImportLarge(file.clone());
            let button = (t.reports.import_anyway.to_owned(), again);
            shell.notify(text, false, Some(button));
        }
        Trouble::Words(words) => {
            let text = fill(shell.t_now().reports.file_failed, &[&file.name(), &words]);
            shell.notify(text, true, None);
        }
    }
}

/// What a file turned out to be.
enum Came {
    /// Maps that are kept here now.
    Maps(Vec<ImportReport>),
    /// A copy of a map kept here.
    Copy(incoming::Copy),
}

/// Why a file was not imported.
pub(super) enum Trouble {
    /// It is large: this large.
    Ask(String),
    /// In words.
    Words(String),
}

async fn one(app: &Shared, file: &web_sys::File, confirmed: bool) -> Result<Came, Trouble> {
    let (t, locale) = (app.shell.t_now(), app.shell.locale.get_untracked());
    let bytes = disk::read(file, confirmed).await.map_err(|error| match error {
        FileError::Large(size) => Trouble::Ask(megabytes(locale, size)),
        FileError::Unreadable(_) => Trouble::Words(t.reports.unreadable.to_owned()),
    })?;
    let name = file.name();
    let lower = name.to_ascii_lowercase();
    if bytes.starts_with(&MAGIC) || lower.ends_with(".parcours") {
        return Ok(match incoming::arrive(app, &name, bytes, confirmed).await? {
            Arrived::Added(report) => Came::Maps(vec![report]),
            Arrived::Copy(copy) => Came::Copy(copy),
        });
    }
    let Ok(text) = String::from_utf8(bytes) else {
        return Err(Trouble::Words(t.reports.unknown_type.to_owned()));
    };
    if lower.ends_with(EXTENSION) || template::is_meant(&text) {
        templates::take(app, &text).await.map_err(Trouble::Words)?;
        return Ok(Came::Maps(Vec::new()));
    }
    match mermaid::read_all(&text) {
        Ok(found) => {
            let mut reports = Vec::new();
            for imported in found {
                reports.push(journey(app, &name, imported).await?);
            }
            Ok(Came::Maps(reports))
        }
        Err(_)
            if [".mmd", ".mermaid", ".md", ".markdown"].iter().any(|end| lower.ends_with(end)) =>
        {
            Err(Trouble::Words(t.reports.no_journey.to_owned()))
        }
        Err(_) => Err(Trouble::Words(t.reports.unknown_type.to_owned())),
    }
}

/// A mermaid journey becomes a map with the lanes of the field.
async fn journey(
    app: &Shared,
    name: &str,
    imported: mermaid::Imported,
) -> Result<ImportReport, Trouble> {
    let mut draft: Draft = imported.draft;
    draft.lanes = starts::lanes(app.shell.t_now(), starts::of_kind(draft.kind));
    if draft.title.trim().is_empty() {
        draft.title = name.rsplit_once('.').map_or(name, |(stem, _)| stem).to_owned();
    }
    let slot = starts::store(app, &draft).await.map_err(Trouble::Words)?;
    Ok(ImportReport {
        file: name.to_owned(),
        slot,
        title: draft.title,
        outcome: Outcome::Added(draft.stages.len(), draft.cards.len()),
        leftovers: imported.leftovers,
    })
}

/// Asks a disposable worker.
pub(super) fn ask(
    app: &Shared,
    request: Request,
    confirmed: bool,
) -> Work<'_, Result<Answer, Trouble>> {
    Box::pin(async move {
        let r = app.shell.t_now().reports;
        let limit = if confirmed { CONFIRMED_LIMIT } else { LIMIT };
        let size = match &request {
            Request::Look { file, .. } | Request::Take { file, .. } => file.len(),
            _ => 0,
        };
        match stranger::inspect::<_, Answer>(&app.start_worker, &request, limit).await {
            Ok(Answer::Refused(refused)) => Err(refusal(app, &refused)),
            Ok(answer) => Ok(answer),
            Err(StrangerError::Crashed) => Err(Trouble::Words(r.crashed.to_owned())),
            // Honest files of slow machines run into the limit too: with a second yes they get more.
            Err(StrangerError::TimedOut) if !confirmed => {
                Err(Trouble::Ask(megabytes(app.shell.locale.get_untracked(), size as f64)))
            }
            Err(StrangerError::TimedOut) => Err(Trouble::Words(r.too_slow.to_owned())),
            Err(StrangerError::NotStarted(reason)) => {
                Err(Trouble::Words(fill(r.why_other, &[&reason])))
            }
        }
    })
}

fn refusal(app: &Shared, refused: &Refused) -> Trouble {
    let (r, locale) = (app.shell.t_now().reports, app.shell.locale.get_untracked());
    Trouble::Words(match refused {
        Refused::NotADocument => r.not_a_document.to_owned(),
        Refused::NotAMap => r.not_a_map.to_owned(),
        Refused::Damaged { reason, .. } if reason.is_empty() => r.cut_short.to_owned(),
        Refused::Damaged { reason, .. } => fill(r.damaged, &[reason]),
        Refused::TooBig { measure, amount, ask } => {
            let amount = match measure {
                Measure::Size | Measure::Inflated => megabytes(locale, *amount as f64),
                _ => locale.integer(*amount as usize),
            };
            if *ask {
                return Trouble::Ask(amount);
            }
            fill(r.too_big, &[&amount])
        }
        Refused::Newer { .. } => r.newer.to_owned(),
        Refused::OtherMap { .. } | Refused::NoCommonOrigin => r.no_common_origin.to_owned(),
        Refused::OursUnreadable(reason) => fill(r.cannot_open, &[reason]),
    })
}
