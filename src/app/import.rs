//! Files come in: read in a disposable worker, merged into the map they belong to, or added.

use super::{Shared, Work, keep, library, opening, pages, spread, starts};
use crate::browser::files::FileError;
use crate::browser::stranger::{self, CONFIRMED_LIMIT, LIMIT};
use crate::browser::{ChunkKind, Clock, StrangerError, files as disk};
use crate::exchange::mermaid;
use crate::i18n::fill;
use crate::model::Id;
use crate::model::draft::Draft;
use crate::session::{Change, Merged, Session};
use crate::ui::command::{Command, ImportReport, Outcome, Route};
use crate::ui::library::about::megabytes;
use crate::worker::{Answer, Looked, Measure, Refused, Request, Taken};

/// The first bytes of an Automerge file.
const MAGIC: [u8; 4] = [0x85, 0x6f, 0x4a, 0x83];

/// Imports files one after the other; then shows the map, if they all went into one.
pub(super) fn files(app: Shared, files: Vec<web_sys::File>, confirmed: bool) -> Work<'static> {
    Box::pin(async move {
        let shell = app.shell;
        let mut reports = Vec::new();
        for file in files {
            match one(&app, &file, confirmed).await {
                Ok(mut made) => reports.append(&mut made),
                Err(Trouble::Ask(size)) => {
                    let t = shell.t_now();
                    let text = fill(t.reports.big_file, &[&file.name(), &size]);
                    let button = (t.reports.import_anyway.to_owned(), Command::ImportLarge(file));
                    shell.notify(text, false, Some(button));
                }
                Err(Trouble::Words(words)) => {
                    let text = fill(shell.t_now().reports.file_failed, &[&file.name(), &words]);
                    shell.notify(text, true, None);
                }
            }
        }
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

/// Why a file was not imported.
enum Trouble {
    /// It is large: this large.
    Ask(String),
    /// In words.
    Words(String),
}

async fn one(
    app: &Shared,
    file: &web_sys::File,
    confirmed: bool,
) -> Result<Vec<ImportReport>, Trouble> {
    let (t, locale) = (app.shell.t_now(), app.shell.locale.get_untracked());
    let bytes = disk::read(file, confirmed).await.map_err(|error| match error {
        FileError::Large(size) => Trouble::Ask(megabytes(locale, size)),
        FileError::Unreadable(_) => Trouble::Words(t.reports.unreadable.to_owned()),
    })?;
    let name = file.name();
    let lower = name.to_ascii_lowercase();
    if bytes.starts_with(&MAGIC) || lower.ends_with(".parcours") {
        return map_file(app, &name, bytes, confirmed).await.map(|report| vec![report]);
    }
    let Ok(text) = String::from_utf8(bytes) else {
        return Err(Trouble::Words(t.reports.unknown_type.to_owned()));
    };
    match mermaid::read_all(&text) {
        Ok(found) => {
            let mut reports = Vec::new();
            for imported in found {
                reports.push(journey(app, &name, imported).await?);
            }
            Ok(reports)
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
    draft.lanes = starts::lanes(app.shell.t_now(), draft.kind);
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

fn ask(app: &Shared, request: Request, confirmed: bool) -> Work<'_, Result<Answer, Trouble>> {
    Box::pin(async move {
        let r = app.shell.t_now().reports;
        let limit = if confirmed { CONFIRMED_LIMIT } else { LIMIT };
        match stranger::inspect::<_, Answer>(&app.start_worker, &request, limit).await {
            Ok(Answer::Refused(refused)) => Err(refusal(app, &refused)),
            Ok(answer) => Ok(answer),
            Err(StrangerError::Crashed) => Err(Trouble::Words(r.crashed.to_owned())),
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

/// A `.parcours` file: merged into the map it is a copy of, or added to the library.
async fn map_file(
    app: &Shared,
    name: &str,
    file: Vec<u8>,
    confirmed: bool,
) -> Result<ImportReport, Trouble> {
    let unexpected = || Trouble::Words(app.shell.t_now().reports.crashed.to_owned());
    let look = Request::Look { file: file.clone(), confirmed };
    let Answer::Looked(looked) = ask(app, look, confirmed).await? else { return Err(unexpected()) };
    // What was just typed counts: it is stored before the comparison reads the store.
    app.shell.flush();
    let Some(slot) = home(app, &looked).await else {
        let take = Request::Take { ours: Vec::new(), file, confirmed };
        let Answer::Taken(taken) = ask(app, take, confirmed).await? else {
            return Err(unexpected());
        };
        return add(app, name, taken).await;
    };
    let ours = ours(app, &slot).await?;
    let take = Request::Take { ours, file, confirmed };
    let Answer::Taken(taken) = ask(app, take, confirmed).await? else { return Err(unexpected()) };
    merge(app, name, slot, &looked, taken).await
}

/// The slot of the map this file is a copy of: same lineage, same open variants.
async fn home(app: &Shared, looked: &Looked) -> Option<String> {
    let list = app.database()?.list().await.ok()?;
    let mut found: Vec<_> = list
        .into_iter()
        .filter(|map| map.lineage == looked.lineage && map.variants == looked.variants)
        .collect();
    // The one on the board before others, those out of the bin before those in it.
    found.sort_by_key(|map| (!app.is_open(&map.slot), map.binned.is_some()));
    let map = found.into_iter().next()?;
    if map.binned.is_some() {
        let _ = app.database()?.set_binned(&map.slot, None).await;
    }
    Some(map.slot)
}

async fn ours(app: &Shared, slot: &str) -> Result<Vec<Vec<u8>>, Trouble> {
    if app.is_open(slot)
        && let Some(bytes) = app.shell.mirror.session(Session::save)
    {
        return Ok(vec![bytes]);
    }
    let words = app.shell.t_now().reports.why_unavailable.to_owned();
    let database = app.database().ok_or(Trouble::Words(words))?;
    let chunks =
        database.chunks(slot).await.map_err(|error| Trouble::Words(keep::words(app, error)))?;
    Ok(chunks.into_iter().filter(|chunk| chunk.intact).map(|chunk| chunk.bytes).collect())
}

/// Adds a map that is not kept here yet.
fn add<'a>(
    app: &'a Shared,
    name: &'a str,
    taken: Taken,
) -> Work<'a, Result<ImportReport, Trouble>> {
    Box::pin(async move {
        let bytes = taken.bytes;
        let opened = Session::open(std::slice::from_ref(&bytes), &mut Clock)
            .map_err(|why| Trouble::Words(opening::unreadable(app, &why)))?;
        let mut session = opened.session;
        let slot = keep::store_new(app, &mut session, &bytes, ChunkKind::Snapshot)
            .await
            .map_err(|error| Trouble::Words(keep::words(app, error)))?;
        let size = crate::analysis::size::size(session.map());
        Ok(ImportReport {
            file: name.to_owned(),
            slot,
            title: session.map().title.clone(),
            outcome: Outcome::Added(size.stages, size.cards),
            leftovers: Vec::new(),
        })
    })
}

/// Works on a map's session: the one on the board, else one loaded for this. The change that `work`
/// gives goes to screen, storage and tabs. Gives the map's title.
fn with_session<'a>(
    app: &'a Shared,
    slot: &'a str,
    work: &'a mut dyn FnMut(&mut Session) -> Option<Change>,
) -> Work<'a, Result<String, Trouble>> {
    Box::pin(async move {
        if app.is_open(slot) && app.shell.mirror.is_live() {
            let done = app.shell.mirror.session(work);
            if let Some(change) = done.ok_or_else(|| Trouble::Words(String::new()))? {
                spread(app, &change);
            }
            return Ok(app.shell.mirror.read_own(|map| map.title.clone()));
        }
        let mut session = opening::aside(app, slot).await.map_err(Trouble::Words)?;
        if let Some(change) = work(&mut session).filter(|change| !change.bytes.is_empty()) {
            library::store_change(app, slot, &mut session, &change.bytes).await;
        }
        Ok(session.map().title.clone())
    })
}

async fn merge(
    app: &Shared,
    name: &str,
    slot: String,
    looked: &Looked,
    taken: Taken,
) -> Result<ImportReport, Trouble> {
    let mut outcome = None;
    let mut work = |session: &mut Session| {
        let undone = session.undone_merge_named(&looked.heads);
        if taken.bytes.is_empty() {
            outcome = Some(Outcome::Nothing(undone));
            return None;
        }
        let Merged { change, merge, differences } =
            session.merge_file(&taken.bytes, &mut Clock).ok()?;
        outcome = Some(match merge {
            Some(merge) => Outcome::Merged { merge, differences, undone: false },
            None => Outcome::Nothing(undone),
        });
        Some(change)
    };
    let title = with_session(app, &slot, &mut work).await?;
    let crashed = || Trouble::Words(app.shell.t_now().reports.crashed.to_owned());
    let outcome = outcome.ok_or_else(crashed)?;
    Ok(ImportReport { file: name.to_owned(), slot, title, outcome, leftovers: Vec::new() })
}

/// Takes an import back, or takes it in again.
pub(super) fn undo(app: Shared, merge: Id, back: bool) -> Work<'static> {
    Box::pin(async move {
        let shell = app.shell;
        shell.flush();
        let slot = shell.reports.with_untracked(|reports| {
            let of = |report: &&ImportReport| match &report.outcome {
                Outcome::Merged { merge: id, .. } | Outcome::Nothing(Some(id)) => *id == merge,
                _ => false,
            };
            reports.iter().find(of).map(|report| report.slot.clone())
        });
        let Some(slot) = slot.or_else(|| app.open.borrow().clone()) else { return };
        let mut work = |session: &mut Session| {
            if back {
                session.undo_merge(merge, &mut Clock)
            } else {
                session.redo_merge(merge, &mut Clock)
            }
        };
        if with_session(&app, &slot, &mut work).await.is_err() {
            return;
        }
        shell.reports.update(|reports| {
            for report in reports {
                match &mut report.outcome {
                    Outcome::Merged { merge: id, undone, .. } if *id == merge => *undone = back,
                    Outcome::Nothing(id) if *id == Some(merge) => {
                        let differences = Default::default();
                        report.outcome = Outcome::Merged { merge, differences, undone: back };
                    }
                    _ => {}
                }
            }
        });
        library::listed(&app).await;
    })
}
