//! Variants: made out of a map, compared with it, merged back into it.

use super::import::Trouble;
use super::taking::with_session;
use super::{Shared, Work, keep, library, opening, pages};
use crate::browser::{ChunkKind, Clock, Listed};
use crate::i18n::fill;
use crate::model::Thing;
use crate::model::compare::compare;
use crate::session::{Merged, Session};
use crate::ui::command::{Compared, ImportReport, Original, Outcome, Route};

/// Makes a variant of a map and shows it.
pub(super) fn make(app: Shared, slot: String) -> Work<'static> {
    Box::pin(async move {
        let shell = app.shell;
        let t = shell.t_now();
        let mut session = match opening::aside(&app, &slot).await {
            Ok(session) => session,
            Err(words) => return library::complain(&app, &words),
        };
        let own = session.map().title.trim();
        let own = if own.is_empty() { t.library.untitled } else { own };
        let title = fill(t.copies.variant_title, &[own]);
        if session.begin_variant(&title, &mut Clock).is_err() {
            return library::complain(&app, t.board.read_only);
        }
        let bytes = session.save();
        match keep::store_new(&app, &mut session, &bytes, ChunkKind::Snapshot).await {
            Ok(slot) => {
                library::listed(&app).await;
                pages::go(&Route::Map(slot));
                shell.notify(fill(t.copies.variant_made, &[&title]), false, None);
            }
            Err(error) => library::complain(&app, &keep::words(&app, error)),
        }
    })
}

/// The map in the list that this one is a variant of: of the same lineage, one variant fewer.
pub(super) fn original_of<'a>(list: &'a [Listed], map: &Listed) -> Option<&'a Listed> {
    let inner = |other: &&Listed| {
        other.lineage == map.lineage
            && other.slot != map.slot
            && other.variants.len() + 1 == map.variants.len()
            && other.variants.iter().all(|id| map.variants.contains(id))
    };
    let mut found: Vec<&Listed> = list.iter().filter(inner).collect();
    found.sort_by_key(|other| other.binned.is_some());
    found.into_iter().next()
}

/// Compares the open variant with its original: as that is now, else as it was.
pub(super) fn compare_open(app: Shared) -> Work<'static> {
    Box::pin(async move {
        let shell = app.shell;
        let Some(slot) = app.open.borrow().clone() else { return };
        let original = find(&app, &slot).await;
        let found = match original {
            Some((map, session)) => {
                let slot = map.slot;
                let title = session.map().title.clone();
                Some((Original::Here { slot, title }, Some(session.map().clone())))
            }
            None => shell.mirror.session(|session| match session.original() {
                Some(map) => (Original::Then, Some(map)),
                None => (Original::Unknown, None),
            }),
        };
        let Some((original, before)) = found.filter(|_| app.is_open(&slot)) else { return };
        let items = before.map(|before| {
            let mut items = shell.mirror.read_own(|map| compare(&before, map)).items;
            // The title is the variant's own name.
            items.retain(|one| one.thing != Thing::Map);
            items
        });
        shell.variant.set(Some(Compared { original, items }));
    })
}

async fn find(app: &Shared, slot: &str) -> Option<(Listed, Session)> {
    let list = app.database()?.list().await.ok()?;
    let lists = |map: &&Listed| map.slot == slot;
    let own = list.iter().find(lists)?;
    let original = original_of(&list, own)?.clone();
    let session = opening::aside(app, &original.slot).await.ok()?;
    Some((original, session))
}

/// Merges the open variant back into its original, and shows that with what it brought.
pub(super) fn merge_back(app: Shared, original: String) -> Work<'static> {
    Box::pin(async move {
        let shell = app.shell;
        let Some((file, bytes)) =
            shell.mirror.session(|session| (session.map().title.clone(), session.save()))
        else {
            return;
        };
        let mut outcome = Outcome::Nothing(None);
        let mut work = |session: &mut Session| {
            let merged = session.merge_variant(&bytes, &mut Clock).ok()?;
            let Merged { change, merge, differences } = merged;
            if let Some(merge) = merge {
                outcome = Outcome::Merged { merge, differences, undone: false };
            }
            Some(change)
        };
        let title = match with_session(&app, &original, &mut work).await {
            Ok(title) => title,
            Err(Trouble::Words(words) | Trouble::Ask(words)) => {
                return library::complain(&app, &words);
            }
        };
        let slot = original.clone();
        let report = ImportReport { file, slot, title, outcome, leftovers: Vec::new() };
        shell.reports.set(vec![report]);
        library::listed(&app).await;
        pages::go(&Route::Map(original));
    })
}
