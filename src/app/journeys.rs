//! Experience maps and the journey maps they lead into: made, and their results brought back.

use super::{Shared, Work, edit, keep, library, opening, pages, starts};
use crate::analysis::linked::{bring, link, links};
use crate::analysis::results::Results;
use crate::analysis::summary::asked;
use crate::browser::{ChunkKind, Clock, Listed};
use crate::i18n::fill;
use crate::model::edit::Edit;
use crate::model::portrait::adopt;
use crate::model::{Id, Kind, Source, Template, Thing};
use crate::session::Session;
use crate::ui::command::{Command, Route};

/// Makes a journey map that a thing of the open map leads into, about the same personas, and shows it.
pub(super) fn make(app: Shared, at: Thing, title: String) -> Work<'static> {
    Box::pin(async move {
        app.shell.flush();
        let built = app.shell.mirror.session(|session| build(&app, session, &title));
        let Some(Some((mut session, bytes))) = built else {
            return library::complain(&app, app.shell.t_now().reports.refused_other);
        };
        match keep::store_new(&app, &mut session, &bytes, ChunkKind::Increment).await {
            Ok(slot) => {
                let entry = link(Clock.id(), &session.lineage(), &title, at);
                edit(&app, Command::Apply(entry, 0));
                app.shell.fresh.set(true);
                pages::go(&Route::Map(slot));
            }
            Err(error) => library::complain(&app, &keep::words(&app, error)),
        }
    })
}

fn build(app: &Shared, of: &Session, title: &str) -> Option<(Session, Vec<u8>)> {
    let t = app.shell.t_now();
    let mut draft = starts::template(t, Template::Journey);
    draft.title = title.to_owned();
    let mut edits = vec![draft.to_edit(&mut Clock)];
    for persona in asked(of.map()) {
        let portrait = of.portrait(persona);
        edits.push(adopt(&portrait, &of.map().id, persona, Clock.id(), &mut Clock));
    }
    if edits.len() == 1 {
        let name = t.board.first_persona.to_owned();
        edits.push(Edit::AddPersona { persona: Clock.id(), name, at: 0 });
    }
    let person = app.shell.person.get_untracked();
    let first = Edit::Several(edits);
    let made = Session::create_by(Some(person), Kind::Journey, first, &mut Clock).ok();
    made.map(|(session, change)| (session, change.bytes))
}

/// The map of a lineage that is kept here: the original before its variants, what is not in the bin first.
fn kept<'a>(list: &'a [Listed], lineage: &str) -> Option<&'a Listed> {
    let mut found: Vec<&Listed> = list.iter().filter(|map| map.lineage == lineage).collect();
    found.sort_by_key(|map| (map.binned.is_some(), map.variants.len()));
    found.into_iter().next()
}

/// What a journey map gives now, with its title.
fn results(session: &mut Session) -> (String, Results) {
    let heads = session.heads().iter().map(ToString::to_string).collect();
    (session.map().title.clone(), Results::of(session.map(), heads, Clock.now()))
}

/// Brings the results of a linked map, which is not on the board, into the open one.
pub(super) fn bring_back(app: Shared, entry: Id) -> Work<'static> {
    Box::pin(async move {
        let own = app.shell.mirror.read_own(links);
        let Some(lineage) = own.into_iter().find(|one| one.id == entry).map(|one| one.lineage)
        else {
            return;
        };
        let Some(database) = app.database() else { return };
        let list = database.list().await.unwrap_or_default();
        let Some(map) = kept(&list, &lineage) else {
            return library::complain(&app, app.shell.t_now().journeys.not_here);
        };
        match opening::aside(&app, &map.slot).await {
            Ok(mut session) => {
                let (title, results) = results(&mut session);
                edit(&app, Command::Apply(bring(entry, &title, &results), 0));
                library::refresh(app.clone()).await;
            }
            Err(words) => library::complain(&app, &words),
        }
    })
}

/// Brings the results of the open map into another that leads into it.
pub(super) fn bring_up(app: Shared, slot: String) -> Work<'static> {
    Box::pin(async move {
        let shell = app.shell;
        shell.flush();
        let own = shell.mirror.session(|session| (session.lineage(), results(session)));
        let Some((lineage, (title, results))) = own else { return };
        match opening::aside(&app, &slot).await {
            Ok(mut session) => {
                let all = links(session.map()).into_iter().filter(|one| one.lineage == lineage);
                let edits = all.map(|one| bring(one.id, &title, &results)).collect();
                let into = session.map().title.clone();
                match session.apply(Edit::Several(edits), 0, &mut Clock) {
                    Ok(change) => {
                        library::store_change(&app, &slot, &mut session, &change.bytes).await;
                        let words = fill(shell.t_now().journeys.brought_into, &[into.trim()]);
                        let there = Command::Go(Route::Map(slot));
                        let button = (shell.t_now().library.open.to_owned(), there);
                        shell.notify(words, false, Some(button));
                    }
                    Err(refused) => super::refuse(&app, refused),
                }
            }
            Err(words) => library::complain(&app, &words),
        }
        library::refresh(app.clone()).await;
    })
}
