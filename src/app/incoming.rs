//! Copies of maps kept here: read and compared in the worker, then shown before they are taken in.

use super::import::{Trouble, ask};
use super::taking::with_session;
use super::{Shared, Work, keep, opening};
use crate::browser::{ChunkKind, Clock};
use crate::model::Id;
use crate::session::Session;
use crate::ui::command::{ImportReport, Incoming, Outcome};
use crate::worker::{Answer, Looked, Request, Taken};
use gloo_timers::future::TimeoutFuture;
use std::sync::Arc;

/// A file that is a copy of a map kept here, read and found sound.
pub(super) struct Copy {
    slot: String,
    name: String,
    file: Vec<u8>,
    looked: Looked,
    taken: Taken,
}

/// What a `.parcours` file turned out to be.
pub(super) enum Arrived {
    /// A map that was not here: it is now.
    Added(ImportReport),
    /// A copy of one that is.
    Copy(Copy),
}

/// Reads a `.parcours` file in the worker; a map that is not kept here is added to the library.
///
/// # Errors
/// Why it can't be read or stored.
pub(super) async fn arrive(
    app: &Shared,
    name: &str,
    file: Vec<u8>,
    confirmed: bool,
) -> Result<Arrived, Trouble> {
    let unexpected = || Trouble::Words(app.shell.t_now().reports.crashed.to_owned());
    let look = Request::Look { file: file.clone(), confirmed };
    let Answer::Looked(looked) = ask(app, look, confirmed).await? else { return Err(unexpected()) };
    // What was just typed counts: it is stored before the comparison reads the store.
    app.shell.flush();
    let slot = home(app, &looked).await;
    let ours = match &slot {
        Some(slot) => ours(app, slot).await?,
        None => Vec::new(),
    };
    let take = Request::Take { ours, file: file.clone(), confirmed };
    let Answer::Taken(taken) = ask(app, take, confirmed).await? else { return Err(unexpected()) };
    match slot {
        None => add(app, name, taken).await.map(Arrived::Added),
        Some(slot) => Ok(Arrived::Copy(Copy { slot, name: name.to_owned(), file, looked, taken })),
    }
}

/// Sorts copies by the map they belong to and shows what they bring to each; those that bring nothing
/// are reported at once.
pub(super) async fn gather(app: &Shared, copies: Vec<Copy>, reports: &mut Vec<ImportReport>) {
    let mut groups: Vec<Vec<Copy>> = Vec::new();
    for copy in copies {
        match groups.iter_mut().find(|group| group[0].slot == copy.slot) {
            Some(group) => group.push(copy),
            None => groups.push(vec![copy]),
        }
    }
    for group in groups {
        let (new, known): (Vec<Copy>, Vec<Copy>) =
            group.into_iter().partition(|copy| !copy.taken.bytes.is_empty());
        for copy in known {
            match nothing(app, copy).await {
                Ok(report) => reports.push(report),
                Err(Trouble::Words(words) | Trouble::Ask(words)) => {
                    app.shell.notify(words, true, None);
                }
            }
        }
        if !new.is_empty()
            && let Err(Trouble::Words(words) | Trouble::Ask(words)) = show(app, new, reports).await
        {
            app.shell.notify(words, true, None);
        }
    }
}

/// The report of a copy that holds nothing new; maybe it was taken in before and undone.
async fn nothing(app: &Shared, copy: Copy) -> Result<ImportReport, Trouble> {
    let mut undone = None;
    let mut work = |session: &mut Session| {
        undone = session.undone_merge_named(&copy.looked.heads);
        None
    };
    let title = with_session(app, &copy.slot, &mut work).await?;
    let outcome = Outcome::Nothing(undone);
    Ok(ImportReport { file: copy.name, slot: copy.slot, title, outcome, leftovers: Vec::new() })
}

/// Shows on the board what these copies of one map would bring.
async fn show(
    app: &Shared,
    copies: Vec<Copy>,
    reports: &mut Vec<ImportReport>,
) -> Result<(), Trouble> {
    let slot = copies[0].slot.clone();
    app.shell.working.set(Some(app.shell.t_now().reports.comparing.to_owned()));
    let ours = ours(app, &slot).await?;
    let changes = copies.iter().map(|copy| copy.taken.bytes.clone()).collect();
    let request = Request::Preview { ours, copies: changes };
    let Answer::Previewed(previewed) = ask(app, request, true).await? else {
        return Err(Trouble::Words(app.shell.t_now().reports.crashed.to_owned()));
    };
    let title = previewed.overlay.map.title.clone();
    let names: Vec<String> = copies.iter().map(|copy| copy.name.clone()).collect();
    let bytes = copies.iter().flat_map(|copy| copy.taken.bytes.iter().copied()).collect();
    let incoming = Incoming {
        slot: slot.clone(),
        title: title.clone(),
        files: Arc::new(copies.into_iter().map(|copy| (copy.name, copy.file)).collect()),
        bytes: Arc::new(bytes),
        previewed: Arc::new(*previewed),
    };
    // To read the answer and to show it are tasks of their own.
    TimeoutFuture::new(0).await;
    app.shell.incoming.update(|all| {
        all.retain(|other| other.slot != slot);
        all.push(incoming);
    });
    let (file, outcome) = (names.join(", "), Outcome::Waiting);
    reports.push(ImportReport { file, slot, title, outcome, leftovers: Vec::new() });
    Ok(())
}

/// The slot of the map this file is a copy of: same lineage, same open variants.
async fn home(app: &Shared, looked: &Looked) -> Option<String> {
    // The map on the board may be too young for a row in the library's list.
    let on_board = app.shell.mirror.session(|session| {
        let variants: Vec<String> = session.open_variants().iter().map(Id::to_string).collect();
        session.lineage() == looked.lineage && variants == looked.variants
    });
    if on_board == Some(true) {
        return app.open.borrow().clone();
    }
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
pub(super) fn add<'a>(
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
