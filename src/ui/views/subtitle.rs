//! What stands below the title of a map when it is shown to others.

use crate::model::{Kind, Thing};
use crate::ui::mirror::Mark;
use crate::ui::names;
use crate::ui::shell::Shell;

/// The lines: what sort of map it is, and of whom.
pub fn lines(shell: Shell) -> Vec<String> {
    let t = shell.t();
    shell.mirror.watch(Mark::Any, |map| {
        let kind = match map.kind {
            Kind::Journey => t.library.journey,
            Kind::Experience => t.library.experience,
        };
        let cast = map.cast.iter().map(|id| names::of(t, map, Thing::Persona(*id)));
        vec![kind.to_owned(), cast.collect::<Vec<_>>().join(" · ")]
    })
}
