//! What a map is, in a few words: its type, its state, its scenario and whom it is about.

use crate::analysis::cast::about;
use crate::i18n::Messages;
use crate::model::{Detail, Kind, Map, Thing};
use crate::ui::details::word;
use crate::ui::names;

/// The type in people's words; that of its kind where nobody said another.
pub fn kind(t: &Messages, map: &Map) -> String {
    match (map.word(Thing::Map, Detail::Type), map.kind) {
        ("", Kind::Journey) => t.library.journey.to_owned(),
        ("", Kind::Experience) => t.library.experience.to_owned(),
        (own, _) => own.to_owned(),
    }
}

/// The names of the personas it is about.
pub fn cast(t: &Messages, map: &Map) -> String {
    let shown = about(map);
    let names = shown.iter().map(|id| names::of(t, map, Thing::Persona(*id)));
    names.collect::<Vec<_>>().join(", ")
}

/// All of it, in the order it is shown.
pub fn parts(t: &Messages, map: &Map) -> Vec<String> {
    let state = word(t, Detail::State, map.word(Thing::Map, Detail::State)).to_owned();
    let scenario = map.word(Thing::Map, Detail::Scenario).to_owned();
    let all = [kind(t, map), state, cast(t, map), scenario];
    all.into_iter().filter(|part| !part.trim().is_empty()).collect()
}
