//! What stands below the title of a map when it is shown to others.

use crate::model::{Detail, Kind, Thing};
use crate::ui::mirror::Mark;
use crate::ui::shell::Shell;
use crate::ui::{details, names};

/// The lines: what sort of map it is and what it shows, its scenario, and whose journey it is.
pub fn lines(shell: Shell) -> Vec<String> {
    let t = shell.t();
    shell.mirror.watch(Mark::Any, |map| {
        let word = |detail| map.word(Thing::Map, detail);
        let kind = match map.kind {
            _ if !word(Detail::Type).is_empty() => word(Detail::Type),
            Kind::Journey => t.library.journey,
            Kind::Experience => t.library.experience,
        };
        let state = details::word(t, Detail::State, word(Detail::State));
        let kind = if state.is_empty() { kind.to_owned() } else { format!("{kind} · {state}") };
        let cast = map.cast.iter().map(|id| names::of(t, map, Thing::Persona(*id)));
        let cast = cast.collect::<Vec<_>>().join(" · ");
        let lines = [kind, word(Detail::Scenario).to_owned(), cast];
        lines.into_iter().filter(|line| !line.is_empty()).collect()
    })
}
