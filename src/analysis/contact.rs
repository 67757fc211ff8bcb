//! What is worth a second look among the touchpoints: overlaps, gaps, crowding, and feelings that do not agree.
//!
//! Two touchpoints do **the same job** when the words of what they should lead to are the same (case and spaces
//! aside, not empty); they are **for the same people** unless one is for prospects and the other for customers.
//!
//! - **Overlap**: two or more touchpoints that exist, with the same job, for the same people, on cards of the same
//!   stage for the same persona (a card without a persona is for all of them).
//! - **Exists**: one that is wanted, of the same name and channel as one that exists (an empty channel fits any), or
//!   with the same job, for the same people, on a stage they share.
//! - **Gap**: a stage that no existing touchpoint stands on; or a column with fewer than the number expected there.
//! - **Crowded**: a column with more touchpoints than the number expected there.
//! - **Inconsistent**: the same job on two channels, where the means of what is felt are 1.5 or more apart (3
//!   half-steps). The mean of a channel is over the cards of its touchpoints with that job, whoever they are for, each with its own
//!   feeling or that of its column ([`felt`]). Of several channels the worst and the best are named.

use super::inventory::{Felt, Use, channel, felt, uses};
use crate::model::{Detail, Id, List, Map, Thing};
use std::collections::BTreeMap;

/// How far apart feelings are inconsistent, half-steps.
const APART: f64 = 3.0;

/// Something that was noticed.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub enum Finding {
    /// Several touchpoints do one job at a stage.
    Overlap(Id, Vec<Id>),
    /// What is wanted is there already.
    Exists(Id, Id),
    /// Nothing stands on this stage.
    Gap(Id),
    /// A column has so many touchpoints; fewer than the number expected.
    Few(Id, usize, i64),
    /// A column has so many touchpoints; more than the number expected.
    Crowded(Id, usize, i64),
    /// Two touchpoints do one job on two channels; the first feels worse, by so many tenths of the scale.
    Inconsistent(Id, Id, i64),
}

fn thing(touchpoint: Id) -> Thing {
    Thing::Entry(List::Touchpoints, touchpoint)
}

fn plain(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

fn job(map: &Map, touchpoint: Id) -> String {
    plain(map.word(thing(touchpoint), Detail::Leads))
}

fn is_wanted(map: &Map, touchpoint: Id) -> bool {
    map.is(thing(touchpoint), Detail::Wanted)
}

fn same_people(map: &Map, one: Id, other: Id) -> bool {
    let whom = |id| map.word(thing(id), Detail::For);
    !matches!((whom(one), whom(other)), ("prospects", "customers") | ("customers", "prospects"))
}

fn same_job(map: &Map, one: Id, other: Id) -> bool {
    let job = job(map, one);
    !job.is_empty() && job == self::job(map, other) && same_people(map, one, other)
}

/// Whether cards of two touchpoints stand on a stage for the same persona.
fn meet(map: &Map, uses: &[Use], stage: Id, one: Id, other: Id) -> bool {
    let whose = |of: Id| {
        let own = uses.iter().filter(move |u| u.touchpoint == of && u.stage == stage);
        own.map(|one| map.referred(Thing::Card(one.card), Detail::Persona))
    };
    whose(one).any(|a| whose(other).any(|b| a.is_none() || b.is_none() || a == b))
}

/// All that is noticed: overlaps, what exists already, gaps, crowding, inconsistencies. Nothing while the inventory
/// is empty.
pub fn findings(map: &Map) -> Vec<Finding> {
    let all = map.list(List::Touchpoints);
    if all.is_empty() {
        return Vec::new();
    }
    let uses = uses(map);
    let mut found = overlaps(map, &uses);
    found.extend(exist(map, &uses, all));
    found.extend(gaps(map, &uses));
    found.extend(counts(map, &uses));
    found.extend(inconsistent(map, &uses));
    found
}

fn overlaps(map: &Map, uses: &[Use]) -> Vec<Finding> {
    let mut found = Vec::new();
    for stage in map.stage_order() {
        let mut here: Vec<Id> = Vec::new();
        for one in uses.iter().filter(|one| one.stage == stage && !is_wanted(map, one.touchpoint)) {
            if !here.contains(&one.touchpoint) {
                here.push(one.touchpoint);
            }
        }
        let mut jobs: BTreeMap<String, Vec<Id>> = BTreeMap::new();
        for one in &here {
            let meets = |other: &&Id| {
                *other != one
                    && same_job(map, *one, **other)
                    && meet(map, uses, stage, *one, **other)
            };
            if here.iter().any(|other| meets(&other)) {
                jobs.entry(job(map, *one)).or_default().push(*one);
            }
        }
        found.extend(jobs.into_values().map(|several| Finding::Overlap(stage, several)));
    }
    found
}

fn exist(map: &Map, uses: &[Use], all: &[Id]) -> Vec<Finding> {
    let stages = map.stage_order();
    let same_name = |one: Id, other: Id| {
        let (name, channels) =
            (plain(map.called(thing(one))), [channel(map, one), channel(map, other)]);
        !name.is_empty()
            && name == plain(map.called(thing(other)))
            && (channels.contains(&"") || channels[0].eq_ignore_ascii_case(channels[1]))
    };
    let same_place = |one: Id, other: Id| {
        same_job(map, one, other) && stages.iter().any(|stage| meet(map, uses, *stage, one, other))
    };
    let wanted = all.iter().filter(|id| is_wanted(map, **id));
    let pair = |wanted: &Id| {
        let mut there = all.iter().filter(|id| !is_wanted(map, **id));
        let is = |other: &&Id| same_name(*wanted, **other) || same_place(*wanted, **other);
        there.find(is).map(|there| Finding::Exists(*wanted, *there))
    };
    wanted.filter_map(pair).collect()
}

fn gaps(map: &Map, uses: &[Use]) -> Vec<Finding> {
    let is_met =
        |stage: &Id| uses.iter().any(|one| one.stage == *stage && !is_wanted(map, one.touchpoint));
    map.stage_order().into_iter().filter(|stage| !is_met(stage)).map(Finding::Gap).collect()
}

fn counts(map: &Map, uses: &[Use]) -> Vec<Finding> {
    let mut found = Vec::new();
    for step in map.columns.iter().filter_map(|column| column.step) {
        let Some(expected) = map.whole(Thing::Step(step), Detail::Expected) else { continue };
        let here = uses.iter().filter(|one| one.step == step && !is_wanted(map, one.touchpoint));
        let mut here: Vec<Id> = here.map(|one| one.touchpoint).collect();
        here.sort_unstable();
        here.dedup();
        let count = here.len();
        match (count as i64).cmp(&expected) {
            std::cmp::Ordering::Greater => found.push(Finding::Crowded(step, count, expected)),
            // An empty stage is told already.
            std::cmp::Ordering::Less if count > 0 => {
                found.push(Finding::Few(step, count, expected));
            }
            _ => {}
        }
    }
    found
}

fn inconsistent(map: &Map, uses: &[Use]) -> Vec<Finding> {
    // For each job its channels; for each of these the first touchpoint, and what is felt card by card.
    let mut jobs: BTreeMap<String, BTreeMap<String, (Id, Vec<Felt>)>> = BTreeMap::new();
    for one in uses.iter().filter(|one| !is_wanted(map, one.touchpoint)) {
        let (job, channel) = (job(map, one.touchpoint), plain(channel(map, one.touchpoint)));
        if let Some(felt) = felt(map, one.card).filter(|_| !job.is_empty() && !channel.is_empty()) {
            let channels = jobs.entry(job).or_default();
            channels.entry(channel).or_insert((one.touchpoint, Vec::new())).1.push(felt);
        }
    }
    jobs.into_values().filter_map(apart).collect()
}

/// The channels that feel worst and best, when that is far apart.
fn apart(channels: BTreeMap<String, (Id, Vec<Felt>)>) -> Option<Finding> {
    let mean = |all: &[Felt]| {
        let means = all.iter().map(|felt| felt.sum as f64 / felt.count as f64);
        means.sum::<f64>() / all.len() as f64
    };
    let mut means: Vec<(f64, Id)> =
        channels.values().map(|(touchpoint, all)| (mean(all), *touchpoint)).collect();
    means.sort_by(|one, other| one.0.total_cmp(&other.0));
    let ((worst, first), (best, second)) = (*means.first()?, *means.last()?);
    // Thirds do not add up exactly.
    let tenths = ((best - worst) * 5.0 + 1e-9).round() as i64;
    (best - worst + 1e-9 >= APART).then_some(Finding::Inconsistent(first, second, tenths))
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use crate::model::map::{Card, Column, Feeling, Lane, Persona, Stage, Step, Value};
    use crate::model::{LaneKind, Source, ids::Seeded, list::Entry};

    /// Two stages of one step each, one lane, two personas.
    pub(in crate::analysis) struct Small {
        pub(in crate::analysis) map: Map,
        pub(in crate::analysis) stages: Vec<Id>,
        pub(in crate::analysis) steps: Vec<Id>,
        lane: Id,
        source: Seeded,
    }

    impl Small {
        pub(in crate::analysis) fn new() -> Self {
            let (mut map, mut source) = (Map::default(), Seeded::new(3));
            let (mut stages, mut steps) = (Vec::new(), Vec::new());
            for _ in 0..2 {
                let (stage, step, who) = (source.id(), source.id(), source.id());
                map.stages
                    .insert(stage, Stage { name: "s".into(), index: String::new(), deleted: None });
                let row = Step { name: String::new(), stage, index: String::new(), deleted: None };
                map.steps.insert(step, row);
                map.columns.push(Column { stage, step: Some(step) });
                let persona = Persona { name: "p".into(), index: String::new(), deleted: None };
                map.personas.insert(who, persona);
                map.cast.push(who);
                stages.push(stage);
                steps.push(step);
            }
            let lane = source.id();
            let row = Lane {
                kind: LaneKind::Touchpoints,
                name: String::new(),
                index: String::new(),
                deleted: None,
            };
            map.lanes.insert(lane, row);
            map.rows.push(lane);
            Small { map, stages, steps, lane, source }
        }

        pub(in crate::analysis) fn set(&mut self, of: Thing, detail: Detail, value: Value) {
            let all = self.map.details.entry(of).or_default();
            all.retain(|(known, _)| *known != detail);
            all.push((detail, value));
        }

        pub(in crate::analysis) fn word(&mut self, of: Thing, detail: Detail, word: &str) {
            if !word.is_empty() {
                self.set(of, detail, Value::Text(word.to_owned()));
            }
        }

        pub(in crate::analysis) fn touchpoint(&mut self, name: &str, by: &str, job: &str) -> Id {
            let id = self.source.id();
            let entry = Entry { name: name.into(), ..Entry::default() };
            self.map.entries.insert(thing(id), entry);
            self.map.lists[List::Touchpoints as usize].push(id);
            self.word(thing(id), Detail::Channel, by);
            self.word(thing(id), Detail::Leads, job);
            id
        }

        /// A card that stands for a touchpoint, in the column of this number.
        pub(in crate::analysis) fn card(&mut self, column: usize, touchpoint: Id) -> Id {
            let id = self.source.id();
            let card = Card {
                text: String::new(),
                rich: None,
                lane: self.lane,
                step: self.steps[column],
                index: format!("{}", self.map.cards.len()),
                star: false,
                channel: None,
                deleted: None,
            };
            self.map.cards.insert(id, card);
            self.word(Thing::Card(id), Detail::Touchpoint, &touchpoint.to_string());
            id
        }

        pub(in crate::analysis) fn bin(&mut self, card: Id) {
            let card = self.map.cards.get_mut(&card).unwrap();
            card.deleted = Some(crate::model::map::Deleted { at: 1, purged: false });
        }

        pub(in crate::analysis) fn level(&mut self, persona: usize, column: usize, level: i8) {
            let key = (self.map.cast[persona], self.steps[column]);
            self.map.feelings.insert(key, Feeling { level: Some(level), name: String::new() });
        }
    }

    fn of(small: &Small) -> Vec<Finding> {
        let all = findings(&small.map);
        all.into_iter().filter(|one| !matches!(one, Finding::Gap(_))).collect()
    }

    #[test]
    fn one_job_twice_at_a_stage_overlaps_for_the_same_people_and_persona() {
        let mut small = Small::new();
        let site = small.touchpoint("Site", "web", "See the  prices");
        let shop = small.touchpoint("Shop", "shop", "see the prices");
        let call = small.touchpoint("Call", "phone", "Ask");
        let (_, other, _) = (small.card(0, site), small.card(1, shop), small.card(0, call));
        assert_eq!(of(&small), [], "not at the same stage");
        let there = small.card(0, shop);
        let found = vec![Finding::Overlap(small.stages[0], vec![site, shop])];
        assert_eq!(of(&small), found);
        let personas: Vec<String> = small.map.cast.iter().map(Id::to_string).collect();
        small.word(Thing::Card(there), Detail::Persona, &personas[0]);
        assert_eq!(of(&small), found, "the other is for everyone");
        let first = uses(&small.map)[0].card;
        small.word(Thing::Card(first), Detail::Persona, &personas[1]);
        assert_eq!(of(&small), [], "for different personas");
        small.word(Thing::Card(first), Detail::Persona, &personas[0]);
        assert_eq!(of(&small), found);
        small.word(thing(site), Detail::For, "prospects");
        small.word(thing(shop), Detail::For, "customers");
        assert_eq!(of(&small), []);
        small.word(thing(shop), Detail::For, "both");
        assert_eq!(of(&small), found);
        small.bin(there);
        small.bin(other);
        assert_eq!(of(&small), []);
    }

    #[test]
    fn what_is_wanted_and_exists_already_is_told() {
        let mut small = Small::new();
        let (app, new) =
            (small.touchpoint("The App", "app", ""), small.touchpoint("the app", "", ""));
        let there = vec![Finding::Exists(new, app)];
        assert_eq!(of(&small), [], "two that exist may bear one name");
        small.set(thing(new), Detail::Wanted, Value::Bool(true));
        assert_eq!(of(&small), there);
        small.word(thing(new), Detail::Channel, "web");
        assert_eq!(of(&small), [], "on another channel it is another");
        small.word(thing(new), Detail::Leads, "Book");
        small.word(thing(app), Detail::Leads, "book");
        small.card(0, app);
        let elsewhere = small.card(1, new);
        assert_eq!(of(&small), [], "the same job, elsewhere");
        small.bin(elsewhere);
        small.card(0, new);
        assert_eq!(of(&small), there);
    }

    #[test]
    fn a_stage_without_an_existing_touchpoint_is_a_gap_once_there_is_an_inventory() {
        let mut small = Small::new();
        assert_eq!(findings(&small.map), []);
        let (site, new) = (small.touchpoint("Site", "web", ""), small.touchpoint("New", "app", ""));
        small.set(thing(new), Detail::Wanted, Value::Bool(true));
        small.card(0, site);
        small.card(1, new);
        assert_eq!(findings(&small.map), [Finding::Gap(small.stages[1])]);
        small.card(1, site);
        assert_eq!(findings(&small.map), []);
    }

    #[test]
    fn columns_are_held_against_the_number_expected() {
        let mut small = Small::new();
        let step = small.steps[0];
        let (one, two) = (small.touchpoint("One", "web", ""), small.touchpoint("Two", "app", ""));
        small.card(0, one);
        small.card(0, one);
        assert_eq!(of(&small), [], "nothing expected, nothing told");
        small.set(Thing::Step(step), Detail::Expected, Value::Int(1));
        assert_eq!(of(&small), [], "two cards of one touchpoint are one");
        small.card(0, two);
        assert_eq!(of(&small), [Finding::Crowded(step, 2, 1)]);
        small.set(Thing::Step(step), Detail::Expected, Value::Int(3));
        assert_eq!(of(&small), [Finding::Few(step, 2, 3)]);
    }

    #[test]
    fn one_job_on_two_channels_that_feels_one_and_a_half_apart_is_inconsistent() {
        let mut small = Small::new();
        let (site, call) =
            (small.touchpoint("Site", "web", "Order"), small.touchpoint("Call", "phone", "order"));
        let (at_site, _) = (small.card(0, site), small.card(1, call));
        assert_eq!(of(&small), [], "nothing is felt");
        small.level(0, 0, -1);
        small.level(0, 1, 1);
        assert_eq!(of(&small), [], "2 half-steps: 1.0 apart");
        small.level(0, 1, 2);
        assert_eq!(of(&small), [Finding::Inconsistent(site, call, 15)]);
        // Its own feeling instead of its column's: 2 − 0 = 1.0 apart.
        small.set(Thing::Card(at_site), Detail::Feeling, Value::Int(0));
        assert_eq!(of(&small), []);
        // A second card on the phone, of its own +4: (2 + 4) ÷ 2 − 0 = 3 half-steps.
        let second = small.card(1, call);
        small.set(Thing::Card(second), Detail::Feeling, Value::Int(4));
        assert_eq!(of(&small), [Finding::Inconsistent(site, call, 15)]);
        small.word(thing(call), Detail::Channel, "WEB");
        assert_eq!(of(&small), [], "one channel");
    }
}
