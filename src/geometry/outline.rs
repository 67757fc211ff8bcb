//! The map as a text is read: stages with their steps, in each step its lanes with their cards, and
//! where an arrow key leads in it.

use super::board::shown;
use super::spot::Spot;
use crate::analysis::filter::Filter;
use crate::model::{Id, LaneKind, Map};

/// A step and the stage it begins, if it is the first of it.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Section {
    /// The stage.
    pub stage: Id,
    /// The section opens the stage.
    pub opens: bool,
    /// The step; `None` for a stage without steps.
    pub step: Option<Id>,
    /// The step has a heading of its own.
    pub named: bool,
}

/// The sections, in order.
pub fn sections(map: &Map) -> Vec<Section> {
    let mut before = None;
    let mut out = Vec::with_capacity(map.columns.len());
    for column in &map.columns {
        let opens = before != Some(column.stage);
        before = Some(column.stage);
        let named = column.step.is_some() && !map.is_plain(column.stage);
        out.push(Section { stage: column.stage, opens, step: column.step, named });
    }
    out
}

/// Every place of the outline in the order it is read: headings, cards that pass, and at the end of
/// each lane of a step the place where a card is added. A lane that draws the curve is one place.
pub fn places(map: &Map, filter: &Filter) -> Vec<Spot> {
    let mut out = Vec::new();
    for section in sections(map) {
        if section.opens {
            out.push(Spot::Stage(section.stage));
        }
        let Some(step) = section.step else { continue };
        if section.named {
            out.push(Spot::Step(step));
        }
        for lane in &map.rows {
            let curve = map.lanes.get(lane).is_some_and(|lane| lane.kind == LaneKind::Emotions);
            let cards = if curve { Vec::new() } else { shown(map, *lane, step) };
            let pass =
                cards.into_iter().filter(|card| filter.is_empty() || filter.passes(map, *card));
            out.extend(pass.map(|card| Spot::Cell { lane: *lane, step, card: Some(card) }));
            out.push(Spot::Cell { lane: *lane, step, card: None });
        }
    }
    out.extend(map.rows.iter().map(|lane| Spot::Lane(*lane)));
    out
}

/// Where a key leads from a place of the outline.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Step {
    /// To the next place.
    On,
    /// To the one before.
    Back,
    /// To the next heading.
    OnHeading,
    /// To the heading before.
    BackHeading,
    /// To the first.
    First,
    /// To the last.
    Last,
}

/// The place a key leads to; the same at the edges.
pub fn go(map: &Map, filter: &Filter, from: Spot, way: Step) -> Spot {
    let all = places(map, filter);
    let heading = |spot: &&Spot| !matches!(spot, Spot::Cell { .. });
    let at = all.iter().position(|spot| *spot == from);
    // A card that no longer passes has its lane's place for its own.
    let at = at.or_else(|| match from {
        Spot::Cell { lane, step, .. } => {
            all.iter().position(|spot| *spot == Spot::Cell { lane, step, card: None })
        }
        _ => None,
    });
    let Some(at) = at else { return all.first().copied().unwrap_or(from) };
    let found = match way {
        Step::On => all.get(at + 1),
        Step::Back => at.checked_sub(1).and_then(|at| all.get(at)),
        Step::OnHeading => all[at + 1..].iter().find(heading),
        Step::BackHeading => all[..at].iter().rev().find(heading),
        Step::First => all.first(),
        Step::Last => all.last(),
    };
    found.copied().unwrap_or(all[at])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::map::{Card, Column, Lane, Stage, Step as Sub};
    use crate::model::{Source, ids::Seeded};

    /// A plain stage and one of two steps; a lane of cards with one card in the first step, a curve.
    fn map() -> (Map, Vec<Id>, Id) {
        let mut source = Seeded::new(9);
        let mut map = Map::default();
        let mut steps = Vec::new();
        for (at, names) in [vec![""], vec!["one", "two"]].into_iter().enumerate() {
            let stage = source.id();
            let new = Stage { name: format!("S{at}"), index: at.to_string(), deleted: None };
            map.stages.insert(stage, new);
            for name in names {
                let step = source.id();
                let new = Sub { name: name.into(), stage, index: "a".into(), deleted: None };
                map.steps.insert(step, new);
                map.columns.push(Column { stage, step: Some(step) });
                steps.push(step);
            }
        }
        for kind in [LaneKind::Actions, LaneKind::Emotions] {
            let lane = source.id();
            let new = Lane { kind, name: String::new(), index: "a".into(), deleted: None };
            map.lanes.insert(lane, new);
            map.rows.push(lane);
        }
        let card = source.id();
        let new = Card {
            rich: None,
            text: "Calls".into(),
            lane: map.rows[0],
            step: steps[0],
            index: "a".into(),
            star: false,
            channel: None,
            deleted: None,
        };
        map.cards.insert(card, new);
        map.cells.insert((map.rows[0], steps[0]), vec![card]);
        (map, steps, card)
    }

    #[test]
    fn a_plain_stage_has_no_step_heading_and_a_divided_one_names_all() {
        let (map, steps, _) = map();
        let found: Vec<_> = sections(&map).iter().map(|s| (s.opens, s.named, s.step)).collect();
        let expected = [(true, false, steps[0]), (true, true, steps[1]), (false, true, steps[2])];
        assert_eq!(found, expected.map(|(opens, named, step)| (opens, named, Some(step))));
    }

    #[test]
    fn places_are_in_reading_order_and_the_filter_leaves_the_headings() {
        let (map, steps, card) = map();
        let (lane, curve) = (map.rows[0], map.rows[1]);
        let cell = |lane, step, card| Spot::Cell { lane, step, card };
        let all = places(&map, &Filter::default());
        assert_eq!(all[0], Spot::Stage(map.columns[0].stage));
        assert_eq!(all[1], cell(lane, steps[0], Some(card)));
        assert_eq!(all[2..4], [cell(lane, steps[0], None), cell(curve, steps[0], None)]);
        assert_eq!(all[4..6], [Spot::Stage(map.columns[1].stage), Spot::Step(steps[1])]);
        assert_eq!(all[all.len() - 2..], [Spot::Lane(lane), Spot::Lane(curve)]);
        let none = Filter { text: "absent".into(), ..Filter::default() };
        assert_eq!(places(&map, &none).len(), all.len() - 1);
    }

    #[test]
    fn keys_lead_on_and_back_and_from_heading_to_heading() {
        let (map, steps, card) = map();
        let filter = Filter::default();
        let first = Spot::Stage(map.columns[0].stage);
        let go = |from, way| go(&map, &filter, from, way);
        let next = go(first, Step::On);
        assert_eq!(next.thing(), Some(crate::model::Thing::Card(card)));
        assert_eq!(go(next, Step::Back), first);
        assert_eq!(go(first, Step::Back), first, "the edge");
        let second = go(first, Step::OnHeading);
        assert_eq!(second, Spot::Stage(map.columns[1].stage));
        assert_eq!(go(second, Step::OnHeading), Spot::Step(steps[1]));
        assert_eq!(go(second, Step::BackHeading), first);
        assert_eq!(go(first, Step::Last), Spot::Lane(map.rows[1]));
    }

    #[test]
    fn from_a_card_that_no_longer_passes_the_keys_go_on_from_its_lane() {
        let (map, steps, card) = map();
        let none = Filter { text: "absent".into(), ..Filter::default() };
        let from = Spot::Cell { lane: map.rows[0], step: steps[0], card: Some(card) };
        let next = Spot::Cell { lane: map.rows[1], step: steps[0], card: None };
        assert_eq!(super::go(&map, &none, from, Step::On), next);
    }
}
