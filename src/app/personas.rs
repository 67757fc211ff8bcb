//! The personas of the other maps kept here, to be taken over or compared with their origin.

use super::{Shared, Work, library, opening};
use crate::ui::command::Offered;

/// Reads them from every map that is not in the bin, one after the other.
pub(super) fn look(app: Shared) -> Work<'static, ()> {
    Box::pin(async move {
        let shell = app.shell;
        if shell.library.with_untracked(Option::is_none) {
            library::refresh(app.clone()).await;
        }
        let own = shell.mirror.read_own(|map| map.id.clone());
        let mut found: Vec<Offered> = Vec::new();
        for map in shell.library.get_untracked().unwrap_or_default() {
            if map.binned {
                continue;
            }
            // A map that can't be read is told of in the library.
            let Ok(session) = opening::aside(&app, &map.slot).await else { continue };
            let other = session.map();
            if other.id == own {
                continue;
            }
            found.extend(other.cast.iter().map(|persona| Offered {
                lineage: other.id.clone(),
                title: other.title.clone(),
                persona: *persona,
                portrait: session.portrait(*persona),
            }));
        }
        shell.offered.set(Some(found));
    })
}
