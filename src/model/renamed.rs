//! Texts that two sides changed at once: kept beside what the merge made of them, for a choice.

use super::compare::Both;
use super::edit::Refused;
use super::edit::writer::Writer;
use super::formatting::plain;
use super::json::{FromJson, Json};
use super::map::{Alternative, Choice, Value};
use super::row::text_at;
use super::rows::maps_at;
use super::values::{At, keys_of, standing, writer_of};
use super::{Field, Thing};
use automerge::transaction::Transactable;
use automerge::{AutoCommit, Change, ChangeHash, ObjId, ROOT};
use std::collections::{BTreeSet, HashSet};

/// The heads that changes build on.
pub(crate) fn base(new: &[Change]) -> Vec<ChangeHash> {
    let own: HashSet<ChangeHash> = new.iter().map(Change::hash).collect();
    let mut base: BTreeSet<ChangeHash> =
        new.iter().flat_map(|change| change.deps().iter().copied()).collect();
    base.retain(|hash| !own.contains(hash));
    base.into_iter().collect()
}

/// The texts that `new` changes and `before` both changed since their common past: of these things titles
/// and names, and those `rewritten`.
pub(crate) fn renamed(
    doc: &AutoCommit,
    before: &[ChangeHash],
    new: &[Change],
    things: &BTreeSet<Thing>,
    rewritten: &BTreeSet<Thing>,
) -> Vec<Kept> {
    let built_on: HashSet<ChangeHash> =
        new.iter().flat_map(|change| change.deps().iter().copied()).collect();
    let base = base(new);
    let heads = new.iter().map(Change::hash).filter(|hash| !built_on.contains(hash));
    let theirs: Vec<ChangeHash> = heads.collect();
    let named = things.iter().filter(|thing| is_named(**thing) || rewritten.contains(thing));
    let found = named.copied().filter_map(|thing| {
        let text =
            |at: &[ChangeHash]| text_at(doc, thing, Some(at)).map(|id| plain(doc, &id, Some(at)));
        let (base, ours, theirs) = (text(&base)?, text(before)?, text(&theirs)?);
        let merged = text_at(doc, thing, None).map(|id| plain(doc, &id, None))?;
        let twice = ours != base && theirs != base && ours != theirs;
        let actor = new.last().map(|change| change.actor_id().to_hex_string()).unwrap_or_default();
        let both = Both { thing, ours, theirs, merged };
        twice.then_some(Kept { both, actor, taker: String::new() })
    });
    found.collect()
}

/// Whether a thing bears a short text whose two new versions are always offered for a choice.
fn is_named(thing: Thing) -> bool {
    !is_long(thing) && !matches!(thing, Thing::Path(_) | Thing::Feeling { .. })
}

/// Whether a thing bears a text in which two people may well write at once.
fn is_long(thing: Thing) -> bool {
    matches!(thing, Thing::Card(_) | Thing::Note(_) | Thing::Goal(_))
}

/// A text renamed on both sides, as a row of `merges` keeps it.
#[derive(Clone)]
pub(crate) struct Kept {
    pub(crate) both: Both,
    /// The actor the other text came from.
    actor: String,
    /// The actor that took it in: the one that wrote the row.
    taker: String,
}

/// The list of names as the row of a merge keeps it.
pub(crate) fn write<'a>(all: impl Iterator<Item = &'a Kept>) -> String {
    let of = |text: &String| Json::Text(text.clone());
    let json = |Kept { both, actor, .. }: &Kept| {
        Json::fields(vec![
            ("thing", both.thing.into()),
            ("ours", of(&both.ours)),
            ("theirs", of(&both.theirs)),
            ("merged", of(&both.merged)),
            ("actor", of(actor)),
        ])
    };
    Json::List(all.map(json).collect()).write()
}

impl FromJson for Kept {
    fn from_json(json: &Json) -> Option<Self> {
        let both = Both {
            thing: json.need("thing")?,
            ours: json.need("ours")?,
            theirs: json.need("theirs")?,
            merged: json.need("merged")?,
        };
        let mut kept = Kept { both, actor: String::new(), taker: String::new() };
        json.put("actor", &mut kept.actor)?;
        Some(kept)
    }
}

/// All names kept by the rows of `merges`, with their row.
pub(crate) fn kept(doc: &AutoCommit, at: At) -> Vec<(ObjId, Kept)> {
    let mut found = Vec::new();
    for home in maps_at(doc, &ROOT, "merges", at) {
        let keys: Vec<String> = keys_of(doc, &home, at).map(|item| item.key.into_owned()).collect();
        for row in keys.iter().flat_map(|key| maps_at(doc, &home, key, at)) {
            let first = |key: &str| standing(doc, &row, key, at).into_iter().next();
            let Some((both, op)) = first("both") else { continue };
            // The list is written anew by whoever settles one of its names; what was there before the
            // merge is written once.
            let op = first("before").map_or(op, |(_, op)| op);
            let both = both.as_str().and_then(Json::read).and_then(|both| both.to::<Vec<Kept>>());
            found.extend(both.into_iter().flatten().map(|mut kept| {
                kept.taker = writer_of(&op);
                (row.clone(), kept)
            }));
        }
    }
    found
}

/// The choice between two new names, while what the merge made of them still stands.
pub(crate) fn renamed_twice(
    kept: &[(ObjId, Kept)],
    thing: Thing,
    current: &Value,
) -> Option<Choice> {
    let Value::Text(current) = current else { return None };
    let of_thing = |kept: &Kept| kept.both.thing == thing && kept.both.merged == *current;
    let (_, Kept { both, actor, taker }) = kept.iter().find(|(_, kept)| of_thing(kept))?;
    let mut options: Vec<Alternative> = Vec::new();
    let lines = format!("{}\n{}", both.ours, both.theirs);
    // What nobody wrote as it stands is by no one.
    let nobody = String::new();
    let mut all = vec![(&both.merged, taker), (&both.ours, taker), (&both.theirs, actor)];
    all.extend(is_long(thing).then_some((&lines, &nobody)));
    for (text, actor) in all {
        let value = Value::Text(text.clone());
        if !options.iter().any(|known| known.value == value) {
            options.push(Alternative { value, actor: actor.clone() });
        }
    }
    (options.len() > 1).then_some(Choice { thing, field: Field::Text, options })
}

/// Keeps the text a merge made of two: the choice is noted as settled.
///
/// # Errors
/// Automerge's.
pub(crate) fn settle(w: &mut Writer, thing: Thing, merged: &str) -> Result<(), Refused> {
    let all = kept(w.doc, None);
    let settled = |kept: &Kept| kept.both.thing == thing && kept.both.merged == merged;
    let rows: Vec<ObjId> =
        all.iter().filter(|(_, kept)| settled(kept)).map(|(row, _)| row.clone()).collect();
    for row in rows {
        let rest = all.iter().filter(|(of, k)| *of == row && !settled(k)).map(|(_, k)| k);
        w.doc.put(&row, "both", write(rest))?;
    }
    Ok(())
}
