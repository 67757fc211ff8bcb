//! Templates: the gallery read, maps made of them, one's own published, kept and deleted.

use super::{Shared, Work, keep, library, opening, pages, starts};
use crate::browser::{ChunkKind, Clock, Database, files};
use crate::exchange::template::{self, EXTENSION, MOST_BYTES, TemplateFile};
use crate::i18n::fill;
use crate::model::edit::Edit;
use crate::model::map::Value;
use crate::model::{Detail, Source, Thing};
use crate::ui::command::{Command, Route, Shelved};
use crate::ui::library::faults;
use crate::worker::clean_name;
use std::sync::Arc;

/// Reads the gallery: the app's own templates in the language of the screen, then those kept here.
pub(super) fn look(app: Shared) -> Work<'static> {
    Box::pin(async move {
        let shell = app.shell;
        let tag = shell.locale.get_untracked().tag();
        let text = starts::fetch(&format!("templates/{tag}.json")).await;
        let own = text.and_then(|text| template::read_all(&text).ok());
        if own.is_none() {
            shell.notify(shell.t_now().templates.failed.to_owned(), true, None);
        }
        let shelved = |key, file| Shelved { key, file: Arc::new(file) };
        let mut all: Vec<Shelved> = kept(&app).await;
        if tag != shell.locale.get_untracked().tag() {
            // Asked again meanwhile, in another language.
            return;
        }
        all.extend(own.into_iter().flatten().map(|file| shelved(None, file)));
        shell.templates.set(Some(all));
    })
}

/// The templates kept in this browser, by name.
async fn kept(app: &Shared) -> Vec<Shelved> {
    let rows = match app.database() {
        // Where they can't be read the gallery still has the app's own.
        Some(database) => database.templates().await.unwrap_or_default(),
        None => Vec::new(),
    };
    let mut kept: Vec<Shelved> = rows
        .into_iter()
        .filter_map(|(key, text)| {
            let file = Arc::new(template::read(&text).ok()?);
            Some(Shelved { key: Some(key), file })
        })
        .collect();
    kept.sort_by(|a, b| a.file.name.cmp(&b.file.name));
    kept
}

/// Makes a map of a template and shows it; of a pair, its variant too.
pub(super) fn start(app: Shared, file: Arc<TemplateFile>) -> Work<'static> {
    Box::pin(async move {
        let mut draft = file.draft.clone();
        draft.title = starts::numbered(&app, &draft.title);
        if !file.pair {
            return starts::begin(&app, Ok(draft), true).await;
        }
        let t = app.shell.t_now().templates;
        let name = draft.title;
        draft.title = fill(t.as_is_title, &[&name]);
        let to_be = fill(t.to_be_title, &[&name]);
        let as_is = draft.title.clone();
        let made = match starts::store(&app, &draft).await {
            Ok(slot) => vary(&app, &slot, &to_be).await.map(|other| (slot, other)),
            Err(words) => Err(words),
        };
        library::listed(&app).await;
        match made {
            Ok((slot, other)) => {
                app.shell.fresh.set(true);
                pages::go(&Route::Map(slot));
                let open = (t.open_to_be.to_owned(), Command::Go(Route::Map(other)));
                app.shell.notify(fill(t.pair_made, &[&as_is, &to_be]), false, Some(open));
            }
            Err(words) => library::complain(&app, &words),
        }
    })
}

/// Makes the variant of a pair: the map as it is to be.
async fn vary(app: &Shared, slot: &str, title: &str) -> Result<String, String> {
    let mut session = opening::aside(app, slot).await?;
    let state = Some(Value::Text("to-be".to_owned()));
    let state = Edit::Set { thing: Thing::Map, detail: Detail::State, value: state };
    let done =
        session.begin_variant(title, &mut Clock).and_then(|_| session.apply(state, 0, &mut Clock));
    done.map_err(|_| app.shell.t_now().reports.refused_other.to_owned())?;
    let bytes = session.save();
    let stored = keep::store_new(app, &mut session, &bytes, ChunkKind::Snapshot).await;
    stored.map_err(|error| keep::words(app, error))
}

/// Hands a template over as a file.
pub(super) fn download(app: &Shared, file: &TemplateFile) {
    let shell = app.shell;
    let t = shell.t_now();
    let Some(text) = written(app, file) else { return };
    let mut name = clean_name(&file.name);
    if name.is_empty() {
        name = clean_name(t.library.untitled);
    }
    let name = format!("{name}{EXTENSION}");
    if files::download(&name, "application/json", text.as_bytes()) {
        shell.notify(fill(t.templates.downloaded, &[&name]), false, None);
    } else {
        shell.notify(fill(t.reports.refused, &[t.reports.unreadable]), true, None);
    }
}

/// A template's text, if it can be read again.
fn written(app: &Shared, file: &TemplateFile) -> Option<String> {
    let text = file.write();
    match template::read(&text) {
        Ok(_) => Some(text),
        Err(fault) => {
            let t = app.shell.t_now();
            let words = fill(t.templates.too_large, &[&faults::words(t, &fault)]);
            app.shell.notify(words, true, None);
            None
        }
    }
}

/// Keeps a template in the gallery of this browser.
pub(super) fn shelve(app: Shared, file: Arc<TemplateFile>) -> Work<'static> {
    Box::pin(async move {
        if let Some(text) = written(&app, &file) {
            put(&app, &file, &text).await;
        }
    })
}

async fn put(app: &Shared, file: &TemplateFile, text: &str) {
    let shell = app.shell;
    let t = shell.t_now().templates;
    let there = kept(app).await.iter().any(|one| *one.file == *file);
    let stored = match app.database() {
        _ if there => Ok(()),
        Some(database) => store(database, text).await.map_err(|error| keep::words(app, error)),
        None => Err(shell.t_now().reports.why_unavailable.to_owned()),
    };
    match stored {
        Ok(()) => {
            let words = if there { t.there_already } else { t.kept };
            let go = (t.to_gallery.to_owned(), Command::Go(Route::Templates));
            shell.notify(fill(words, &[&file.name]), false, Some(go));
        }
        Err(words) => shell.notify(fill(t.not_kept, &[&words]), true, None),
    }
    if shell.route.get_untracked() == Route::Templates {
        look(app.clone()).await;
    }
}

async fn store(database: Database, text: &str) -> Result<(), crate::browser::StorageError> {
    database.put_template(&Clock.id().to_string(), text).await
}

/// A template file came in: it goes into the gallery.
///
/// # Errors
/// In words with the place, if it is none that can be taken.
pub(super) fn take<'a>(app: &'a Shared, text: &'a str) -> Work<'a, Result<(), String>> {
    Box::pin(async move {
        let t = app.shell.t_now();
        let words = |words: &str| fill(t.templates.wrong_file, &[words]);
        if text.len() > MOST_BYTES {
            return Err(words(t.templates.wrong_large));
        }
        let file = template::read(text).map_err(|fault| words(&faults::words(t, &fault)))?;
        put(app, &file, text).await;
        Ok(())
    })
}

/// Deletes a template from the gallery.
pub(super) fn forget(app: Shared, key: String) -> Work<'static> {
    Box::pin(async move {
        let Some(database) = app.database() else { return };
        if let Err(error) = database.remove_template(&key).await {
            library::complain(&app, &keep::words(&app, error));
        }
        look(app).await;
    })
}
