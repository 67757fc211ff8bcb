//! Puts changes into one causal order that keeps each person's sittings together.

use super::PAUSE;
use automerge::ChangeHash;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

/// A change, as far as its place in the order goes.
pub(super) struct Node {
    pub(super) hash: ChangeHash,
    /// The changes it builds on, by position among the nodes.
    pub(super) deps: Vec<usize>,
    /// Seconds since 1970.
    pub(super) time: i64,
    /// Whose it is.
    pub(super) who: usize,
}

/// A sitting: whose, and where in the order.
pub(super) struct Stretch {
    pub(super) who: usize,
    pub(super) range: Range<usize>,
}

type Ready = BTreeSet<(i64, ChangeHash, usize)>;

/// The order, as positions among the nodes, and its sittings. Every node must stand behind those it
/// builds on.
pub(super) fn order(nodes: &[Node]) -> (Vec<usize>, Vec<Stretch>) {
    let mut waits: Vec<usize> = nodes.iter().map(|node| node.deps.len()).collect();
    let mut builders: Vec<Vec<usize>> = vec![Vec::new(); nodes.len()];
    for (at, node) in nodes.iter().enumerate() {
        node.deps.iter().for_each(|dep| builders[*dep].push(at));
    }
    let mut ready: BTreeMap<usize, Ready> = BTreeMap::new();
    let key = |at: usize| (nodes[at].time, nodes[at].hash, at);
    for at in (0..nodes.len()).filter(|at| waits[*at] == 0) {
        ready.entry(nodes[at].who).or_default().insert(key(at));
    }
    let mut order = Vec::with_capacity(nodes.len());
    let mut stretches: Vec<Stretch> = Vec::new();
    while let Some((next, joins)) = next(nodes, &ready, order.last().copied()) {
        let who = nodes[next].who;
        if let Some(own) = ready.get_mut(&who) {
            own.remove(&key(next));
            if own.is_empty() {
                ready.remove(&who);
            }
        }
        for builder in std::mem::take(&mut builders[next]) {
            waits[builder] -= 1;
            if waits[builder] == 0 {
                ready.entry(nodes[builder].who).or_default().insert(key(builder));
            }
        }
        let at = order.len();
        order.push(next);
        match stretches.last_mut() {
            Some(last) if joins => last.range.end = at + 1,
            _ => stretches.push(Stretch { who, range: at..at + 1 }),
        }
    }
    (order, stretches)
}

/// The next change, and whether it belongs to the sitting of the last.
fn next(
    nodes: &[Node],
    ready: &BTreeMap<usize, Ready>,
    last: Option<usize>,
) -> Option<(usize, bool)> {
    if let Some(last) = last.map(|last| &nodes[last])
        && let Some((time, _, at)) = ready.get(&last.who).and_then(BTreeSet::first)
        && time.abs_diff(last.time) <= PAUSE.unsigned_abs()
    {
        return Some((*at, true));
    }
    let oldest = ready.values().filter_map(BTreeSet::first).min();
    oldest.map(|(_, _, at)| (*at, false))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn node(at: u8, deps: &[usize], time: i64, who: usize) -> Node {
        Node { hash: ChangeHash([at; 32]), deps: deps.to_vec(), time, who }
    }

    fn sittings(nodes: &[Node]) -> Vec<(usize, Vec<usize>)> {
        let (order, stretches) = order(nodes);
        stretches.into_iter().map(|s| (s.who, order[s.range].to_vec())).collect()
    }

    #[test]
    fn a_long_pause_or_another_person_begins_a_sitting() {
        let nodes = [
            node(0, &[], 100, 1),
            node(1, &[0], 100 + PAUSE, 1),
            node(2, &[1], 101 + 2 * PAUSE, 1),
            node(3, &[2], 102 + 2 * PAUSE, 2),
        ];
        assert_eq!(sittings(&nodes), [(1, vec![0, 1]), (1, vec![2]), (2, vec![3])]);
    }

    #[test]
    fn what_two_people_did_apart_is_not_interleaved() {
        let nodes = [
            node(0, &[], 0, 1),
            node(1, &[0], 10, 1),
            node(2, &[0], 11, 2),
            node(3, &[1], 12, 1),
            node(4, &[2], 13, 2),
            node(5, &[3, 4], 14, 1),
        ];
        assert_eq!(sittings(&nodes), [(1, vec![0, 1, 3]), (2, vec![2, 4]), (1, vec![5])]);
    }

    #[test]
    fn wrong_clocks_do_not_put_a_change_before_one_it_builds_on() {
        let nodes = [node(9, &[], 5000, 1), node(1, &[0], 0, 2), node(2, &[1], 9000, 1)];
        let (order, _) = order(&nodes);
        assert_eq!(order, [0, 1, 2]);
    }
}
