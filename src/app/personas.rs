//! The personas of the other maps kept here, to be taken over or compared with their origin.

use super::{Shared, Work, opening};
use crate::browser::Listed;
use crate::ui::command::Offered;

/// Reads them from the maps that are not in the bin, one after the other: of every lineage but the open
/// map's until someone ends that, or of one lineage.
pub(super) fn look(app: Shared, lineage: Option<String>) -> Work<'static, ()> {
    Box::pin(async move {
        let Some(database) = app.database() else { return };
        let shell = app.shell;
        let own = shell.mirror.read_own(|map| map.id.clone());
        let wanted = |map: &Listed| {
            let there = map.binned.is_none() && (!map.known || map.lineage != own);
            there && lineage.as_ref().is_none_or(|one| !map.known || map.lineage == *one)
        };
        let mut maps = database.list().await.unwrap_or_default();
        maps.retain(wanted);
        if let Some(lineage) = lineage {
            let mut found = Vec::new();
            for map in &maps {
                found.extend(read(&app, &map.slot, &own).await);
            }
            found.retain(|one: &Offered| one.lineage == lineage);
            shell.origins.update(|all| {
                all.retain(|(of, _)| *of != lineage);
                all.push((lineage, found));
            });
            return;
        }
        let mine = app.looks.get() + 1;
        app.looks.set(mine);
        shell.offered.set(Some(Vec::new()));
        shell.reading.set(Some((0, maps.len())));
        for (at, map) in maps.iter().enumerate() {
            let found = read(&app, &map.slot, &own).await;
            // Ended, or begun anew, meanwhile.
            if app.looks.get() != mine || shell.reading.with_untracked(Option::is_none) {
                return;
            }
            shell.offered.update(|all| all.get_or_insert_default().extend(found));
            shell.reading.set(Some((at + 1, maps.len())));
        }
        shell.reading.set(None);
    })
}

/// The personas of one map of another lineage. A map that can't be read is told of in the library.
fn read<'a>(app: &'a Shared, slot: &'a str, own: &'a str) -> Work<'a, Vec<Offered>> {
    Box::pin(async move {
        let Ok(session) = opening::aside(app, slot).await else { return Vec::new() };
        let map = session.map();
        let cast = map.cast.iter().filter(|_| map.id != own);
        let offered = |persona: &crate::model::Id| Offered {
            lineage: map.id.clone(),
            title: map.title.clone(),
            persona: *persona,
            portrait: session.portrait(*persona),
        };
        cast.map(offered).collect()
    })
}
