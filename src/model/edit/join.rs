//! Joins things that say the same: one stays with all that was typed, the others go to the bin.

use super::writer::Writer;
use super::{Refused, TextOf, bin, card, detail, feeling, list, note, text};
use crate::model::joined;
use crate::model::map::{Feeling, Value};
use crate::model::{Detail, Id, List, Thing};

/// Joins `others` into `keep`: cards into a card, personas into a persona, touchpoints into a touchpoint.
pub(super) fn join(w: &mut Writer, keep: Thing, others: &[Thing]) -> Result<(), Refused> {
    w.visible(keep)?;
    for other in others {
        w.visible(*other)?;
        match (keep, *other) {
            _ if keep == *other => return Err(Refused::NoSuchThing(*other)),
            (Thing::Card(keep), Thing::Card(other)) => take_card(w, keep, other)?,
            (Thing::Persona(keep), Thing::Persona(other)) => take_persona(w, keep, other)?,
            (Thing::Entry(List::Touchpoints, id), Thing::Entry(List::Touchpoints, _)) => {
                take_touchpoint(w, id, *other)?;
            }
            _ => return Err(Refused::NoSuchThing(*other)),
        }
        detail::take(w, keep, *other)?;
        note::take(w, keep, *other)?;
        // What supports the one supports both.
        let tied = w.map.ties.iter().filter(|(_, to)| to.contains(other));
        let mut tied: Vec<Thing> = tied.map(|(from, _)| *from).collect();
        tied.sort_unstable();
        tied.into_iter().try_for_each(|from| list::tie(w, from, keep, true))?;
        joined::note(w, keep, *other)?;
        bin::delete(w, *other)?;
    }
    Ok(())
}

/// The words of the other are added where they differ; the star, and a channel where there is none.
fn take_card(w: &mut Writer, keep: Id, other: Id) -> Result<(), Refused> {
    let gone = Thing::Card(other);
    let taken = w.map.cards.get(&other).cloned().ok_or(Refused::NoSuchThing(gone))?;
    add_text(w, Thing::Card(keep), &taken.text, "\n")?;
    let kept = w.map.cards.get(&keep).ok_or(Refused::NoSuchThing(Thing::Card(keep)))?;
    let (star, channel) = (taken.star && !kept.star, kept.channel.is_none());
    if star {
        card::star(w, keep, true)?;
    }
    if channel && taken.channel.is_some() {
        card::channel(w, keep, taken.channel.as_deref())?;
    }
    Ok(())
}

/// The name of the other is added where it differs, and cards that stand for it stand for the kept one.
fn take_touchpoint(w: &mut Writer, keep: Id, other: Thing) -> Result<(), Refused> {
    let name = w.map.called(other).to_owned();
    add_text(w, Thing::Entry(List::Touchpoints, keep), &name, " / ")?;
    let stands = |card: &&Thing| w.map.referred(**card, Detail::Touchpoint) == Some(other);
    let mut cards: Vec<Thing> = w.map.details.keys().filter(stands).copied().collect();
    cards.sort_unstable();
    let kept = Value::Text(keep.to_string());
    cards.into_iter().try_for_each(|card| detail::set(w, card, Detail::Touchpoint, Some(&kept)))
}

/// The feelings of the other move to where the kept one has none; elsewhere they are added to the word.
fn take_persona(w: &mut Writer, keep: Id, other: Id) -> Result<(), Refused> {
    let name = w.map.personas.get(&other).map(|persona| persona.name.clone()).unwrap_or_default();
    add_text(w, Thing::Persona(keep), &name, " / ")?;
    let of_other = w.map.feelings.iter().filter(|((persona, _), _)| *persona == other);
    let mut felt: Vec<(Id, Feeling)> =
        of_other.map(|((_, step), feeling)| (*step, feeling.clone())).collect();
    felt.sort_by_key(|(step, _)| *step);
    for (step, taken) in felt {
        let own = w.map.feeling(keep, step);
        let clash = match (own.level, taken.level) {
            (None, Some(level)) => {
                feeling::level(w, keep, step, Some(level))?;
                None
            }
            (Some(own), Some(level)) if own != level => Some(level),
            _ => None,
        };
        let word = [Some(taken.name.trim().to_owned()), clash.map(signed)];
        let word: Vec<String> =
            word.into_iter().flatten().filter(|part| !part.is_empty()).collect();
        let word = word.join(" ");
        if word.is_empty() || own.name.contains(&word) {
            continue;
        }
        let parts = [own.name.trim(), &word];
        let name = parts.iter().copied().filter(|part| !part.is_empty()).collect::<Vec<_>>();
        feeling::name(w, keep, step, &name.join(" / "))?;
    }
    Ok(())
}

/// A level in whole and half steps: "(+1.5)".
fn signed(half_steps: i8) -> String {
    let sign = match half_steps {
        0 => "",
        level if level > 0 => "+",
        _ => "\u{2212}",
    };
    let half = half_steps.unsigned_abs();
    format!("({sign}{}{})", half / 2, if half % 2 == 1 { ".5" } else { "" })
}

/// Adds a text to another that does not hold it already.
fn add_text(w: &mut Writer, keep: Thing, more: &str, between: &str) -> Result<(), Refused> {
    let own = w.shown_text(keep).unwrap_or_default().to_owned();
    let more = more.trim();
    if more.is_empty() || own.contains(more) {
        return Ok(());
    }
    let all = if own.trim().is_empty() { more.to_owned() } else { format!("{own}{between}{more}") };
    text::set(w, TextOf::Of(keep), &all)
}
