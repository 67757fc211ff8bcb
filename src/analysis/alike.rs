//! Cards, personas and touchpoints that say nearly the same: what two people wrote of one thing before a merge.
//!
//! Two texts are alike when their words share enough trigrams: at least [`ENOUGH`] of those of both
//! together (Jaccard's index of the sets of PostgreSQL's `pg_trgm`, each word with two blanks before and
//! one behind, so that the order of words does not matter). 0.6 is what that module takes for "the words
//! are similar" (`pg_trgm.word_similarity_threshold`, PostgreSQL manual, F.35); its 0.3 for whole rows
//! is meant for search, where too much found does no harm. Texts with other numbers in them are never
//! alike, nor are touchpoints of different channels. Only cards of one kind of lane and one stage are
//! compared, those of one cell before others: the same words in two stages are two moments.

use super::search::fold;
use crate::model::{Detail, Id, LaneKind, List, Map, Thing};
use std::collections::HashMap;

/// The least share of common trigrams.
pub const ENOUGH: f64 = 0.6;

/// A trigram that more things of a stage hold than these tells none of them from the others, and finds
/// no pair: the cost stays in proportion to the map, and in so crowded a stage some pairs are missed.
const CROWD: usize = 64;

/// Things that say nearly the same, in the order of the board: at least two.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct Group(pub Vec<Thing>);

/// One thing with what is compared of it.
struct Entry {
    thing: Thing,
    words: String,
    numbers: Vec<String>,
    /// Sorted, each once.
    trigrams: Vec<u64>,
    channel: Option<String>,
    cell: Option<(Id, Id)>,
}

impl Entry {
    fn new(thing: Thing, text: &str) -> Option<Self> {
        let folded = fold(text);
        let words: Vec<&str> = folded.split(is_between).filter(|word| !word.is_empty()).collect();
        let has_digit = |word: &&&str| word.bytes().any(|byte| byte.is_ascii_digit());
        let mut numbers: Vec<String> =
            words.iter().filter(has_digit).map(|w| (*w).to_owned()).collect();
        numbers.sort();
        let mut trigrams = Vec::new();
        for word in &words {
            let (mut one, mut two) = (' ', ' ');
            for three in word.chars().chain([' ']) {
                // A character has 21 bits.
                trigrams.push(u64::from(one) << 42 | u64::from(two) << 21 | u64::from(three));
                (one, two) = (two, three);
            }
        }
        trigrams.sort_unstable();
        trigrams.dedup();
        let words = words.join(" ");
        let (channel, cell) = (None, None);
        (!words.is_empty()).then_some(Entry { thing, words, numbers, trigrams, channel, cell })
    }

    fn is_like(&self, other: &Entry) -> bool {
        let same_channel = match (&self.channel, &other.channel) {
            (Some(one), Some(other)) => one == other,
            _ => true,
        };
        if !same_channel || self.numbers != other.numbers {
            return false;
        }
        if self.words == other.words {
            return true;
        }
        let holds = |one: &&u64| other.trigrams.binary_search(one).is_ok();
        let common = self.trigrams.iter().filter(holds).count();
        let all = self.trigrams.len() + other.trigrams.len() - common;
        common as f64 >= ENOUGH * all as f64
    }
}

/// What stands between words: blanks and punctuation.
fn is_between(letter: char) -> bool {
    let sign =
        matches!(letter, '\u{a1}'..='\u{bf}' | '\u{2000}'..='\u{206f}' | '\u{3000}'..='\u{303f}');
    letter.is_whitespace() || letter.is_ascii_punctuation() || sign
}

/// All groups of a map, but for pairs that someone said are not the same.
pub fn alike(map: &Map, apart: &[Vec<Thing>]) -> Vec<Group> {
    let mut found = Vec::new();
    let cast = map.cast.iter().filter_map(|id| {
        let persona = map.personas.get(id)?;
        Entry::new(Thing::Persona(*id), &persona.name)
    });
    groups(cast.collect(), apart, &mut found);
    let inventory = map.list(List::Touchpoints).iter().filter_map(|id| {
        let thing = Thing::Entry(List::Touchpoints, *id);
        let channel = map.word(thing, Detail::Channel);
        let channel = (!channel.is_empty()).then(|| channel.to_owned());
        Some(Entry { channel, ..Entry::new(thing, map.called(thing))? })
    });
    groups(inventory.collect(), apart, &mut found);
    let mut buckets: HashMap<(LaneKind, Id), Vec<Entry>> = HashMap::new();
    let mut order: Vec<(LaneKind, Id)> = Vec::new();
    for row in &map.rows {
        let Some(lane) = map.lanes.get(row) else { continue };
        for column in &map.columns {
            let Some(step) = column.step else { continue };
            for id in map.cell(*row, step) {
                let Some(card) = map.cards.get(id) else { continue };
                let Some(entry) = Entry::new(Thing::Card(*id), &card.text) else { continue };
                let (channel, cell) = (card.channel.clone(), Some((*row, step)));
                let bucket = buckets.entry((lane.kind, column.stage)).or_insert_with(|| {
                    order.push((lane.kind, column.stage));
                    Vec::new()
                });
                bucket.push(Entry { channel, cell, ..entry });
            }
        }
    }
    for key in order {
        groups(buckets.remove(&key).unwrap_or_default(), apart, &mut found);
    }
    found
}

/// The groups within one bucket: around each thing, in order, whatever is like it and in no group yet.
/// Those of one cell come before those of several.
fn groups(entries: Vec<Entry>, apart: &[Vec<Thing>], found: &mut Vec<Group>) {
    let neighbours = candidates(&entries);
    let is_apart = |one: Thing, other: Thing| {
        apart.iter().any(|things| things.contains(&one) && things.contains(&other))
    };
    let mut taken = vec![false; entries.len()];
    let mut several = Vec::new();
    for (at, entry) in entries.iter().enumerate() {
        if taken[at] {
            continue;
        }
        let like = |other: &usize| {
            let other = &entries[*other];
            entry.is_like(other) && !is_apart(entry.thing, other.thing)
        };
        let members: Vec<usize> =
            neighbours[at].iter().copied().filter(|other| !taken[*other]).filter(like).collect();
        if members.is_empty() {
            continue;
        }
        let one_cell = members.iter().all(|other| entries[*other].cell == entry.cell);
        let all = std::iter::once(at).chain(members);
        let group =
            Group(all.inspect(|at| taken[*at] = true).map(|at| entries[at].thing).collect());
        if one_cell { found.push(group) } else { several.push(group) }
    }
    found.append(&mut several);
}

/// For each entry the later ones that can be like it. Sets that share so much must share one of their
/// rarest members (prefix filter: Chaudhuri, Ganti and Kaushik 2006; Bayardo, Ma and Srikant 2007), so a
/// crowded stage is not compared pair by pair.
fn candidates(entries: &[Entry]) -> Vec<Vec<usize>> {
    let mut all: Vec<u64> = entries.iter().flat_map(|entry| &entry.trigrams).copied().collect();
    all.sort_unstable();
    let count = |trigram: u64| {
        all.partition_point(|other| *other <= trigram)
            - all.partition_point(|other| *other < trigram)
    };
    let mut holders: Vec<(u64, usize)> = Vec::new();
    for (at, entry) in entries.iter().enumerate() {
        let mut rare: Vec<(usize, u64)> = entry.trigrams.iter().map(|t| (count(*t), *t)).collect();
        rare.sort_unstable();
        let needed = (ENOUGH * rare.len() as f64).ceil() as usize;
        rare.truncate(rare.len() - needed + 1);
        holders.extend(rare.into_iter().map(|(_, trigram)| (trigram, at)));
    }
    holders.sort_unstable();
    let mut found = vec![Vec::new(); entries.len()];
    for run in holders.chunk_by(|one, other| one.0 == other.0).filter(|run| run.len() <= CROWD) {
        for (place, (_, at)) in run.iter().enumerate() {
            found[*at].extend(run[place + 1..].iter().map(|(_, later)| *later));
        }
    }
    // The same words are found however many say them: around the first of them.
    let mut same: Vec<usize> = (0..entries.len()).collect();
    same.sort_by(|one, other| (&entries[*one].words, one).cmp(&(&entries[*other].words, other)));
    for run in same.chunk_by(|one, other| entries[*one].words == entries[*other].words) {
        found[run[0]].extend(&run[1..]);
    }
    for later in &mut found {
        later.sort_unstable();
        later.dedup();
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is_alike(one: &str, other: &str) -> bool {
        let entry = |text| Entry::new(Thing::Map, text).unwrap();
        entry(one).is_like(&entry(other))
    }

    #[test]
    fn texts_that_say_nearly_the_same() {
        for (one, other) in [
            ("Wait for the parcel", "wait for  parcel."),
            ("Compare prices", "Compare the prices"),
            ("Réserver en ligne", "reserver en ligne !"),
            ("Asks a friend for advice", "Ask a friend for advice"),
            ("Parcel arrives late", "Late: parcel arrives"),
        ] {
            assert!(is_alike(one, other), "{one} / {other}");
        }
        for (one, other) in [
            ("Wait for the parcel", "Wait for the invoice"),
            ("Pay online", "Pay offline"),
            ("Question 1", "Question 2"),
            ("Compare prices", "Compare offers"),
            ("Order a book", "Return a book"),
        ] {
            assert!(!is_alike(one, other), "{one} / {other}");
        }
        assert!(Entry::new(Thing::Map, " … ").is_none());
    }

    #[test]
    fn a_crowd_of_nearly_the_same_is_no_burden() {
        let text = |at: usize| format!("card {at} with some more words");
        let entries: Vec<Entry> =
            (0..5_000).filter_map(|at| Entry::new(Thing::Map, &text(at % 4_999))).collect();
        let found = candidates(&entries);
        assert!(found[0].contains(&4_999), "the same words");
        assert!(found.iter().map(Vec::len).sum::<usize>() < 5_000 * CROWD * 10);
    }

    #[test]
    fn rare_trigrams_find_every_pair_that_is_alike() {
        let words = ["wait", "for", "the", "parcel", "late", "price", "book", "shop", "call"];
        let mut draw = crate::model::ids::Seeded::new(4);
        let texts: Vec<String> = (0..60)
            .map(|_| (0..2 + draw.below(4)).map(|_| words[draw.below(words.len())]).collect())
            .map(|words: Vec<&str>| words.join(" "))
            .collect();
        let entries: Vec<Entry> =
            texts.iter().filter_map(|text| Entry::new(Thing::Map, text)).collect();
        let found = candidates(&entries);
        for one in 0..entries.len() {
            for other in one + 1..entries.len() {
                let missed = entries[one].is_like(&entries[other]) && !found[one].contains(&other);
                assert!(!missed, "{} / {}", texts[one], texts[other]);
            }
        }
    }
}
