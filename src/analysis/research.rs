//! What cards and personas rest on: the sources tied to them, and how old those are.

use super::standing::Gap;
use crate::model::map::Card;
use crate::model::{Detail, Id, LaneKind, List, Map, NoteField, Thing};

/// Months after which evidence counts as ageing, unless the map says otherwise.
pub const MONTHS: i64 = 24;

/// What a card rests on.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Ground {
    /// A pain point or delight with no source: assumed.
    Assumed,
    /// Sources, one at least of them recent or without a date.
    Recent,
    /// Sources that are all older than the chosen age.
    Ageing,
}

/// The day before which a source is old: `today` (as ISO writes it) less so many months. Empty, so that
/// nothing is old, for no months and for a day that is none.
///
/// Days are compared as texts, so it does no harm that the month reached may not have that day: for
/// 2026-08-31 less six months all of February 2026 is old, no day of March.
pub fn limit(today: &str, months: i64) -> String {
    let part = |range: std::ops::Range<usize>| today.get(range)?.parse::<i64>().ok();
    match (part(0..4), part(5..7), today.get(8..10)) {
        (Some(year), Some(month), Some(day)) if months > 0 => {
            let all = year * 12 + month - 1 - months;
            let (year, month) = (all.div_euclid(12), all.rem_euclid(12) + 1);
            format!("{year:04}-{month:02}-{day}")
        }
        _ => String::new(),
    }
}

/// The age chosen for this map, in months; 0 where nothing ages.
pub fn months(map: &Map) -> i64 {
    map.whole(Thing::Map, Detail::Ageing).unwrap_or(MONTHS)
}

/// The sources of the log that a thing is tied to.
pub fn sources(map: &Map, thing: Thing) -> impl Iterator<Item = Thing> {
    let all = map.list(List::Sources).iter().map(|id| Thing::Entry(List::Sources, *id));
    all.filter(move |source| map.ties.get(source).is_some_and(|to| to.contains(&thing)))
}

fn is_old(map: &Map, source: Thing, limit: &str) -> bool {
    let date = map.word(source, Detail::Date);
    // A year alone, or a year and a month, is older than a day within it; that is as it should be.
    date.len() >= 4 && date.as_bytes()[..4].iter().all(u8::is_ascii_digit) && date < limit
}

/// Whether a card shows what it rests on: it is tied to a source, or it is a pain point or delight
/// without one on a map that keeps a log.
pub fn is_told(map: &Map, id: Id, card: &Card) -> bool {
    let thing = Thing::Card(id);
    !map.list(List::Sources).is_empty()
        && (wants_source(map, thing, card) || sources(map, thing).next().is_some())
}

/// A pain point or delight of which nothing says what it is known from.
fn wants_source(map: &Map, thing: Thing, card: &Card) -> bool {
    let kind = map.lanes.get(&card.lane).map(|lane| lane.kind);
    let known = ["heard", "measured"].contains(&map.word(thing, Detail::Evidence))
        || map.notes_in(thing, NoteField::Source).next().is_some();
    matches!(kind, Some(LaneKind::Pains | LaneKind::Delights)) && !known
}

/// What a card rests on; `None` for one that needs no source and has none.
pub fn ground(map: &Map, id: Id, limit: &str) -> Option<Ground> {
    let (thing, card) = (Thing::Card(id), map.cards.get(&id)?);
    let mut tied = sources(map, thing).peekable();
    if tied.peek().is_some() {
        let old = tied.all(|source| is_old(map, source, limit));
        return Some(if old { Ground::Ageing } else { Ground::Recent });
    }
    wants_source(map, thing, card).then_some(Ground::Assumed)
}

/// The pain points and delights on the board, and the personas, that rest on no source.
pub fn groundless(map: &Map) -> Vec<Gap> {
    let mut gaps = Vec::new();
    let personas = map.cast.iter().map(|id| Thing::Persona(*id));
    let personas = personas.filter(|thing| sources(map, *thing).next().is_none());
    gaps.extend(personas.map(Gap::Groundless));
    for lane in &map.rows {
        for step in map.columns.iter().filter_map(|column| column.step) {
            let cards = map.cell(*lane, step).iter();
            let assumed = cards.filter(|id| ground(map, **id, "") == Some(Ground::Assumed));
            gaps.extend(assumed.map(|id| Gap::Groundless(Thing::Card(*id))));
        }
    }
    gaps
}

/// The sources older than the limit.
pub fn ageing(map: &Map, limit: &str) -> Vec<Gap> {
    let all = map.list(List::Sources).iter().map(|id| Thing::Entry(List::Sources, *id));
    all.filter(|source| is_old(map, *source, limit)).map(Gap::Ageing).collect()
}
