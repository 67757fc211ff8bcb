//! What a journey map says in short: what goes back into the experience map it belongs to.

use super::standing::targets;
use crate::model::{Detail, Id, LaneKind, Map, NoteField, Thing};

/// How many texts of one sort are kept, and how many characters of each.
const MOST: usize = 40;
const LONGEST: usize = 240;

/// Levels taken together: how many, their sum and the sum of their squares, in half-steps. Sums do not
/// depend on the order, so that copies merged in any order say the same to the last digit.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Felt {
    /// How many levels.
    pub count: i64,
    /// Their sum.
    pub sum: i64,
    /// The sum of their squares.
    pub squares: i64,
}

impl Felt {
    /// Takes in a level.
    pub fn add(&mut self, level: i8) {
        let level = i64::from(level);
        self.count += 1;
        self.sum += level;
        self.squares += level * level;
    }

    /// The mean x̄ = Σx / n in tenths of the shown scale (a half-step is 5 of them), rounded half away from
    /// zero; `None` for no level.
    pub fn mean(&self) -> Option<i64> {
        let doubled = (self.sum * 10).checked_div(self.count)?;
        Some((doubled + doubled.signum()) / 2)
    }

    /// The standard deviation of these levels (all there are, so the population's: √(Σx²/n − x̄²)) in tenths
    /// of the shown scale, rounded; `None` for fewer than two levels.
    pub fn spread(&self) -> Option<i64> {
        let scaled = self.count * self.squares - self.sum * self.sum;
        (self.count > 1)
            .then(|| ((scaled.max(0) as f64).sqrt() * 5.0 / self.count as f64).round() as i64)
    }
}

/// The summary of a journey map.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Summary {
    /// What is felt: of the target personas where there are some, else of all, in the visible columns they
    /// go through.
    pub felt: Felt,
    /// The texts of the moments of truth, column by column.
    pub moments: Vec<String>,
    /// The pain points that are neither done nor dropped.
    pub pains: Vec<String>,
    /// The opportunities that are not dropped.
    pub opportunities: Vec<String>,
    /// What works, by the conclusion.
    pub works: Vec<String>,
    /// What does not.
    pub fails: Vec<String>,
    /// Why.
    pub why: Vec<String>,
}

impl Summary {
    /// The summary of a map as it stands.
    pub fn of(map: &Map) -> Self {
        let mut summary = Summary { felt: felt(map), ..Summary::default() };
        for step in map.columns.iter().filter_map(|column| column.step) {
            for lane in &map.rows {
                let Some(kind) = map.lanes.get(lane).map(|lane| lane.kind) else { continue };
                if kind == LaneKind::Emotions {
                    continue;
                }
                for card in map.cell(*lane, step) {
                    summary.take(map, kind, *card);
                }
            }
        }
        for (field, texts) in [
            (NoteField::Works, &mut summary.works),
            (NoteField::Fails, &mut summary.fails),
            (NoteField::Why, &mut summary.why),
        ] {
            let notes = map.notes_in(Thing::Map, field).map(|(_, note)| cut(&note.text));
            texts.extend(notes.filter(|text| !text.is_empty()).take(MOST));
        }
        summary
    }

    fn take(&mut self, map: &Map, kind: LaneKind, card: Id) {
        let text = cut(&says(map, card));
        if text.is_empty() {
            return;
        }
        let keep = |texts: &mut Vec<String>| {
            if texts.len() < MOST {
                texts.push(text.clone());
            }
        };
        if map.cards.get(&card).is_some_and(|card| card.star) {
            keep(&mut self.moments);
        }
        match (kind, map.word(Thing::Card(card), Detail::Status)) {
            (LaneKind::Pains, "done" | "dropped") | (LaneKind::Opportunities, "dropped") => {}
            (LaneKind::Pains, _) => keep(&mut self.pains),
            (LaneKind::Opportunities, _) => keep(&mut self.opportunities),
            _ => {}
        }
    }

    /// Whether there is nothing to say.
    pub fn is_empty(&self) -> bool {
        *self == Summary::default()
    }
}

/// The personas a map is read by: the targets where there are some, else all.
pub fn asked(map: &Map) -> Vec<Id> {
    let targets = targets(map);
    if targets.is_empty() { map.cast.clone() } else { targets }
}

fn felt(map: &Map) -> Felt {
    let mut felt = Felt::default();
    for persona in asked(map) {
        let steps = map.columns.iter().filter_map(|column| column.step);
        steps.filter_map(|step| map.level(persona, step)).for_each(|level| felt.add(level));
    }
    felt
}

/// What a card says: its text, else the name of the touchpoint it stands for, else what its picture shows.
pub fn says(map: &Map, card: Id) -> String {
    let thing = Thing::Card(card);
    let text = map.cards.get(&card).map_or("", |card| card.text.trim());
    let touchpoint = map.referred(thing, Detail::Touchpoint).map_or("", |of| map.called(of).trim());
    let all = [text, touchpoint, map.word(thing, Detail::Alt).trim()];
    all.into_iter().find(|text| !text.is_empty()).unwrap_or_default().to_owned()
}

fn cut(text: &str) -> String {
    let text = text.trim();
    let mut short: String = text.chars().take(LONGEST).collect();
    if short.len() < text.len() {
        short.push('…');
    }
    short
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(levels: &[i8]) -> Felt {
        let mut felt = Felt::default();
        levels.iter().for_each(|level| felt.add(*level));
        felt
    }

    #[test]
    fn mean_and_spread_are_those_worked_by_hand() {
        // −1, −1, +2 shown: mean 0, deviations 1, 1, 2: √(6/3) = 1.41.
        assert_eq!((of(&[-2, -2, 4]).mean(), of(&[-2, -2, 4]).spread()), (Some(0), Some(14)));
        // +0.5, +1, +1 shown: mean 0.833, √(0.1667/3) = 0.236.
        assert_eq!((of(&[1, 2, 2]).mean(), of(&[1, 2, 2]).spread()), (Some(8), Some(2)));
        // −0.5, −1, −1: the same below zero; a half is rounded away from it: −0.25 is −0.3.
        assert_eq!(of(&[-1, -2, -2]).mean(), Some(-8));
        assert_eq!((of(&[-1, 0]).mean(), of(&[1, 0]).mean()), (Some(-3), Some(3)));
        assert_eq!((of(&[3]).mean(), of(&[3]).spread()), (Some(15), None));
        assert_eq!((of(&[]).mean(), of(&[]).spread()), (None, None));
    }

    #[test]
    fn a_long_text_is_cut_between_characters() {
        let long = "é".repeat(300);
        assert_eq!(cut(&long).chars().count(), LONGEST + 1);
        assert_eq!(cut(" short "), "short");
    }
}
