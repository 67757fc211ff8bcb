//! The map goes out: as a file, as a table, on paper. And a pasted table comes in.

use super::{Shared, edit, library, opening, spawn, spread, starts};
use crate::analysis::size::size;
use crate::browser::{Clock, clipboard, files, preferences};
use crate::exchange::table::{self, TableWords};
use crate::i18n::fill;
use crate::model::draft::is_bare;
use crate::session::Session;
use crate::ui::command::{Command, Route};
use crate::ui::mirror::Mark;
use crate::worker::clean_name;
use leptos::prelude::*;

/// Asks what a map is to go out as.
pub(super) fn export(app: &Shared, slot: String) {
    // Another tab may have been told the name.
    app.shell.person.set(preferences::person(&mut Clock));
    app.shell.exporting.set(Some(slot));
}

/// Notes what the person is called. The open map hears of it with their next change or export.
pub(super) fn set_person(app: &Shared, name: String, colour: String) {
    preferences::set_person(&name, &colour);
    let shell = app.shell;
    shell.person.update(|person| (person.name, person.colour) = (name, colour));
    let person = shell.person.get_untracked();
    shell.mirror.session(|session| session.set_person(person));
    // Whoever shows who wrote something shows the new name.
    shell.mirror.touch([Mark::Any]);
}

/// Downloads a map as `<title>.parcours`, signed by whoever worked on it here.
pub(super) async fn download(app: Shared, slot: String) {
    let shell = app.shell;
    shell.flush();
    let person = shell.person.get_untracked();
    let made = if app.is_open(&slot) && shell.mirror.is_live() {
        let signed = shell.mirror.session(|session| {
            session.set_person(person);
            session.sign(&mut Clock)
        });
        if let Some(change) = signed.flatten() {
            spread(&app, &change);
        }
        let made = |session: &mut Session| (session.map().title.clone(), session.save());
        shell.mirror.session(made).ok_or_else(String::new)
    } else {
        match opening::aside(&app, &slot).await {
            Ok(mut session) => {
                if let Some(change) = session.sign(&mut Clock) {
                    library::store_change(&app, &slot, &mut session, &change.bytes).await;
                }
                Ok((session.map().title.clone(), session.save()))
            }
            Err(words) => Err(words),
        }
    };
    let t = shell.t_now();
    match made {
        Ok((title, bytes)) => {
            let mut name = clean_name(&title);
            if name.is_empty() {
                name = clean_name(t.library.untitled);
            }
            let name = format!("{name}.parcours");
            if files::download(&name, "application/octet-stream", &bytes) {
                shell.notify(fill(t.reports.exported, &[&name]), false, None);
            } else {
                shell.notify(fill(t.reports.refused, &[t.reports.unreadable]), true, None);
            }
        }
        Err(words) => shell.notify(fill(t.reports.cannot_open, &[&words]), true, None),
    }
}

/// Downloads what is seen of a map as a new map without a past.
pub(super) async fn export_plain(app: Shared, slot: String) {
    let shell = app.shell;
    shell.flush();
    let plain =
        |session: &mut Session| (session.map().title.clone(), session.without_history(&mut Clock));
    let live = if app.is_open(&slot) { shell.mirror.session(plain) } else { None };
    let made = match live {
        Some(made) => Ok(made),
        None => opening::aside(&app, &slot).await.map(|mut session| plain(&mut session)),
    };
    let t = shell.t_now();
    let words = match made {
        Ok((title, Ok(bytes))) => {
            let title = if title.trim().is_empty() { t.library.untitled } else { title.trim() };
            let name = clean_name(&fill(t.copies.plain_name, &[title]));
            let name = format!("{name}.parcours");
            if files::download(&name, "application/octet-stream", &bytes) {
                return shell.notify(fill(t.copies.exported_plain, &[&name]), false, None);
            }
            t.reports.unreadable.to_owned()
        }
        Ok((_, Err(_))) => t.reports.refused_other.to_owned(),
        Err(words) => words,
    };
    shell.notify(fill(t.reports.refused, &[&words]), true, None);
}

/// Puts the board on the clipboard, as HTML and as plain text with tabs.
pub(super) fn copy_table(app: &Shared) {
    let shell = app.shell;
    if shell.refuse_part() {
        return;
    }
    shell.flush();
    let (html, text) = shell.mirror.read(|map| (table::to_html(map), table::to_tsv(map)));
    spawn(Box::pin(async move {
        let copied = clipboard::write(&html, &text).await.is_ok();
        let r = shell.t_now().reports;
        shell.notify(
            if copied { r.table_copied } else { r.table_not_copied }.to_owned(),
            !copied,
            None,
        );
    }));
}

/// Puts on the clipboard what the board gives; says so only where that failed.
pub(super) fn copy(app: &Shared, html: String, text: String) {
    let shell = app.shell;
    spawn(Box::pin(async move {
        if clipboard::write(&html, &text).await.is_err() {
            shell.notify(shell.t_now().reports.table_not_copied.to_owned(), true, None);
        }
    }));
}

/// Reads the clipboard for the board. Where the browser refuses, the key still does it.
pub(super) fn read_clipboard(app: &Shared) {
    let shell = app.shell;
    spawn(Box::pin(async move {
        match (clipboard::read().await, shell.pasted.get_value()) {
            (Ok(pasted), Some(take)) => take(pasted.html, pasted.text),
            _ => shell.notify(shell.t_now().hands.press_to_paste.to_owned(), false, None),
        }
    }));
}

/// A table from the clipboard becomes stages, lanes and cards: added to the open map, or a new map.
pub(super) fn paste(app: &Shared, html: Option<&str>, text: Option<&str>) {
    let words = TableWords::default();
    let grids = [html.and_then(table::read_html), text.map(table::read_tsv)];
    let draft = grids.into_iter().flatten().find_map(|grid| table::to_draft(&grid, &words));
    let Some(mut draft) = draft else { return };
    let shell = app.shell;
    if matches!(shell.route.get_untracked(), Route::Library) {
        draft.title = shell.t_now().board.new_journey_title.to_owned();
        let app = app.clone();
        spawn(Box::pin(async move {
            if let Ok(slot) = starts::store(&app, &draft).await {
                super::pages::go(&Route::Map(slot));
            }
        }));
        return;
    }
    let mut before = shell.mirror.read_own(size);
    if shell.mirror.read_own(is_bare) {
        before.stages = 0;
    }
    let edit_of = shell.mirror.read_own(|map| draft.into_map(map, &mut Clock));
    edit(app, Command::Apply(edit_of, 0));
    let after = shell.mirror.read_own(size);
    let (t, locale) = (shell.t_now(), shell.locale.get_untracked());
    let counts = [
        locale.count(after.stages.saturating_sub(before.stages), t.reports.stages),
        locale.count(after.lanes.saturating_sub(before.lanes), t.reports.lanes),
        locale.count(after.cards.saturating_sub(before.cards), t.reports.cards),
    ];
    let undo = (t.board.undo.to_owned(), Command::Undo);
    shell.notify(fill(t.reports.pasted, &[&counts.join(", ")]), false, Some(undo));
}

/// Prints the open map.
pub(super) fn print(app: &Shared) {
    app.shell.flush();
    let _ = window().print();
}
