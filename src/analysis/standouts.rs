//! Columns that stand out, good or bad, each with its reasons: where it is worth going into a journey map.
//!
//! A column's level is the mean of what the personas feel there ([`asked`]: the targets, else all). By Kahneman's
//! peak-end rule (Fredrickson & Kahneman 1993, *Duration neglect in retrospective evaluations of affective
//! episodes*) the worst and best points make the memory of the whole, hence:
//!
//! - **low**: a level of −1.0 or less; **high**: +1.5 or more (people speak more rarely of what is merely good);
//! - **falls** and **rises**: by 1.5 or more from the column felt before it, the distance from which two feelings
//!   about one thing count as inconsistent throughout this app;
//! - **apart**: of two personas one feels 1.5 or more above the other;
//! - **pains**, **delights**: three cards or more of that kind, of pain points the open ones;
//! - **moment**: a moment of truth where the level is below zero;
//! - **drop-off** and **discontent**, where people noted them.
//!
//! `high`, `rises` and `delights` are good, the others bad.

use super::summary::asked;
use crate::model::{Detail, Id, LaneKind, Map, Thing};

/// Why a column stands out. Levels are in tenths of the shown scale.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
pub enum Reason {
    /// Its level is low.
    Low(i64),
    /// It falls by so much.
    Falls(i64),
    /// A moment of truth below zero.
    Moment,
    /// Personas feel so far apart.
    Apart(i64),
    /// So many open pain points.
    Pains(usize),
    /// People leave here.
    Dropoff,
    /// People are discontent here.
    Discontent,
    /// Its level is high.
    High(i64),
    /// It rises by so much.
    Rises(i64),
    /// So many delights.
    Delights(usize),
}

impl Reason {
    /// Whether it is a good one.
    pub fn is_good(self) -> bool {
        matches!(self, Reason::High(_) | Reason::Rises(_) | Reason::Delights(_))
    }
}

/// A column that stands out.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct Standout {
    /// Its step.
    pub step: Id,
    /// Why, the bad reasons first; at least one.
    pub reasons: Vec<Reason>,
}

impl Standout {
    /// Whether it stands out for good reasons only.
    pub fn is_good(&self) -> bool {
        self.reasons.iter().all(|reason| reason.is_good())
    }
}

/// A level from which a column is low, one from which it is high, and a distance that is large, in tenths.
const LOW: i64 = -10;
const HIGH: i64 = 15;
const FAR: i64 = 15;
/// How many cards are many.
const MANY: usize = 3;

/// The columns that stand out, left to right.
pub fn standouts(map: &Map) -> Vec<Standout> {
    let personas = asked(map);
    let mut found = Vec::new();
    let mut before: Option<i64> = None;
    for step in map.columns.iter().filter_map(|column| column.step) {
        let mut felt: Vec<i64> = personas
            .iter()
            .filter_map(|persona| Some(i64::from(map.level(*persona, step)?) * 5))
            .collect();
        felt.sort_unstable();
        let level = (!felt.is_empty()).then(|| mean(&felt));
        let mut reasons = Vec::new();
        if let Some(level) = level {
            reasons.extend((level <= LOW).then_some(Reason::Low(level)));
            reasons.extend((level >= HIGH).then_some(Reason::High(level)));
            let change = before.map_or(0, |before| level - before);
            reasons.extend((change <= -FAR).then_some(Reason::Falls(-change)));
            reasons.extend((change >= FAR).then_some(Reason::Rises(change)));
            reasons.extend((level < 0 && map.has_star(step)).then_some(Reason::Moment));
            let apart = felt[felt.len() - 1] - felt[0];
            reasons.extend((apart >= FAR).then_some(Reason::Apart(apart)));
            before = Some(level);
        }
        let (pains, delights) =
            (open(map, LaneKind::Pains, step), open(map, LaneKind::Delights, step));
        reasons.extend((pains >= MANY).then_some(Reason::Pains(pains)));
        reasons.extend((delights >= MANY).then_some(Reason::Delights(delights)));
        let said = |details: [Detail; 2]| {
            details.iter().any(|detail| !map.word(Thing::Step(step), *detail).is_empty())
        };
        reasons.extend(said([Detail::Dropoff, Detail::DropoffWhy]).then_some(Reason::Dropoff));
        let discontent = said([Detail::Discontent, Detail::DiscontentWhy]);
        reasons.extend(discontent.then_some(Reason::Discontent));
        reasons.sort_unstable();
        if !reasons.is_empty() {
            found.push(Standout { step, reasons });
        }
    }
    found
}

/// The mean, rounded half away from zero.
fn mean(values: &[i64]) -> i64 {
    let (sum, count) = (values.iter().sum::<i64>(), values.len() as i64);
    (2 * sum + sum.signum() * count) / (2 * count)
}

/// How many cards of a kind of lane stand in a column, those left out that are done or dropped.
fn open(map: &Map, kind: LaneKind, step: Id) -> usize {
    let lanes = map.rows.iter().filter(|lane| map.lanes.get(*lane).is_some_and(|l| l.kind == kind));
    let cards = lanes.flat_map(|lane| map.cell(*lane, step));
    let is_open =
        |card: &&Id| !matches!(map.word(Thing::Card(**card), Detail::Status), "done" | "dropped");
    cards.filter(is_open).count()
}
