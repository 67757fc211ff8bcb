//! What other maps kept here are to the open one: those it leads into, those that lead here; and what is said
//! of them.

use super::command::Listed;
use super::icons::{self, Icon};
use super::mirror::Mark;
use super::shell::Shell;
use crate::analysis::results::{Stand, stand};
use crate::analysis::standouts::Reason;
use crate::i18n::{Locale, Messages, fill};
use crate::model::Kind;
use crate::model::lead::Lead;
use crate::ui::prelude::*;

/// The map of a lineage that is kept here, the original before its variants. Watches the list.
pub fn here(shell: Shell, lineage: &str) -> Option<Listed> {
    shell.library.with(|maps| {
        let own = maps.iter().flatten().filter(|map| map.lineage == lineage && !map.binned);
        own.min_by_key(|map| map.variant.is_some()).cloned()
    })
}

/// The maps kept here that lead into the one of a lineage, each with its link. Watches the list.
pub fn parents(shell: Shell, lineage: &str) -> Vec<(Listed, Lead)> {
    shell.library.with(|maps| {
        let maps = maps.iter().flatten().filter(|map| !map.binned && map.lineage != lineage);
        let mut found = Vec::new();
        for map in maps {
            let lead = map.leads.iter().find(|lead| lead.lineage == lineage);
            found.extend(lead.map(|lead| (map.clone(), lead.clone())));
        }
        found
    })
}

/// The journey maps kept here, but for the open one. Watches the list.
pub fn others(shell: Shell) -> Vec<Listed> {
    let own = shell.mirror.watch(Mark::Thing(crate::model::Thing::Map), |map| map.id.clone());
    shell.library.with(|maps| {
        let mut found: Vec<Listed> = maps.iter().flatten().cloned().collect();
        found.retain(|map| !map.binned && map.kind == Kind::Journey && map.lineage != own);
        found
    })
}

/// How results pinned to these heads stand to the map of a lineage. Watches the list; while that was not read
/// nothing is said.
pub fn standing(shell: Shell, lineage: &str, brought: Option<&[String]>) -> Option<Stand> {
    shell.library.with(Option::is_some).then(|| {
        let heads = here(shell, lineage).map(|map| map.heads);
        stand(brought, heads.as_deref())
    })
}

/// How a link of the list stands.
pub fn standing_of(shell: Shell, lead: &Lead) -> Option<Stand> {
    let brought = (lead.brought > 0).then_some(lead.heads.as_slice());
    standing(shell, &lead.lineage, brought)
}

/// How results stand, in a word, with its picture.
pub fn word(t: &Messages, stand: Stand) -> (Icon, &'static str) {
    let j = t.journeys;
    match stand {
        Stand::Never => (icons::FLAG, j.never),
        Stand::Changed => (icons::NEWS, j.changed),
        Stand::Current => (icons::CHECK, j.current),
        Stand::Away => (icons::IMPORT, j.away),
    }
}

/// A number in tenths with one decimal and its sign, as the language writes it.
pub fn tenths(locale: Locale, value: i64) -> String {
    let sign = match value {
        0 => "",
        value if value > 0 => "+",
        _ => "\u{2212}",
    };
    format!("{sign}{}", plain_tenths(locale, value))
}

/// As [`tenths`], without a sign.
pub fn plain_tenths(locale: Locale, value: i64) -> String {
    let point = if locale == Locale::Fr { ',' } else { '.' };
    let size = value.unsigned_abs();
    format!("{}{point}{}", size / 10, size % 10)
}

/// Why a column stands out, in words.
pub fn reason(t: &Messages, locale: Locale, reason: Reason) -> String {
    let j = t.journeys;
    match reason {
        Reason::Low(level) | Reason::High(level) => fill(j.low, &[&tenths(locale, level)]),
        Reason::Falls(by) => fill(j.falls, &[&plain_tenths(locale, by)]),
        Reason::Rises(by) => fill(j.rises, &[&plain_tenths(locale, by)]),
        Reason::Apart(by) => fill(j.apart, &[&plain_tenths(locale, by)]),
        Reason::Pains(count) => locale.count(count, j.pains),
        Reason::Delights(count) => locale.count(count, j.delights),
        Reason::Moment => j.moment.to_owned(),
        Reason::Dropoff => j.dropoff.to_owned(),
        Reason::Discontent => j.discontent.to_owned(),
    }
}

/// All reasons, one after the other.
pub fn reasons(t: &Messages, locale: Locale, all: &[Reason]) -> String {
    all.iter().map(|one| reason(t, locale, *one)).collect::<Vec<_>>().join(", ")
}

/// A chip that says how results stand.
pub fn chip(shell: Shell, stand: Stand) -> AnyView {
    let (icon, _) = word(shell.t_now(), stand);
    view! {
        <span class="stand" class:alarm=matches!(stand, Stand::Never | Stand::Changed)>
            <icons::Glyph icon=icon />
            <span>{move || word(shell.t(), stand).1}</span>
        </span>
    }
    .into_any()
}

/// The title of a map, or that it has none.
pub fn title(shell: Shell, title: &str) -> String {
    let title = title.trim();
    if title.is_empty() { shell.t().library.untitled.to_owned() } else { title.to_owned() }
}
