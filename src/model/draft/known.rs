//! Finds the things of a map by their names.

use crate::model::letters::fold;
use crate::model::{Id, List, Map, Thing};
use std::collections::{HashMap, VecDeque};

/// What can be found by name.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Sort {
    Stage,
    Step,
    Lane,
    Persona,
    Touchpoint,
}

/// The visible named things of a map; each is found once, so that of two with one name the second
/// draft of that name takes the second.
#[derive(Default)]
pub(super) struct Known {
    named: HashMap<(Sort, Id, String), VecDeque<Id>>,
    steps: HashMap<Id, Vec<Id>>,
}

impl Known {
    pub(super) fn of(map: &Map) -> Self {
        let mut known = Known::default();
        let nowhere = Id::default();
        for stage in map.stage_order() {
            let steps = map.steps_of(stage);
            let name = map.stages.get(&stage).map_or("", |one| &one.name);
            known.add(Sort::Stage, nowhere, name, stage);
            for step in &steps {
                known.add(
                    Sort::Step,
                    stage,
                    map.steps.get(step).map_or("", |one| &one.name),
                    *step,
                );
            }
            known.steps.insert(stage, steps);
        }
        for lane in &map.rows {
            known.add(Sort::Lane, nowhere, map.lanes.get(lane).map_or("", |one| &one.name), *lane);
        }
        for one in &map.cast {
            let name = map.personas.get(one).map_or("", |one| &one.name);
            known.add(Sort::Persona, nowhere, name, *one);
        }
        for one in map.list(List::Touchpoints) {
            let name = map.called(Thing::Entry(List::Touchpoints, *one));
            known.add(Sort::Touchpoint, nowhere, name, *one);
        }
        known
    }

    fn add(&mut self, sort: Sort, home: Id, name: &str, id: Id) {
        if !name.trim().is_empty() {
            self.named.entry((sort, home, fold(name))).or_default().push_back(id);
        }
    }

    pub(super) fn take(&mut self, sort: Sort, home: Id, name: &str) -> Option<Id> {
        self.named.get_mut(&(sort, home, fold(name)))?.pop_front()
    }

    pub(super) fn step_at(&self, stage: Id, at: usize) -> Option<Id> {
        self.steps.get(&stage)?.get(at).copied()
    }
}
