//! From a draft to the edit that makes it, in a new map or by names in an existing one.

use super::beside::{Part, Parts};
use super::known::{Known, Sort};
use super::{Draft, LaneDraft, StageDraft};
use crate::model::edit::{Edit, TextOf};
use crate::model::rich_edits::format;
use crate::model::{Id, Map, Source, Thing};

impl Draft {
    /// The edit that makes all of it in a new or existing map, each thing under a fresh id. A draft
    /// without personas leaves them to the caller, and its feelings with them. Indices outside the
    /// lists are left out.
    pub fn to_edit(&self, source: &mut dyn Source) -> Edit {
        self.build(None, source)
    }

    /// The edit that takes this into a map by names: stages, steps, lanes and personas whose names are
    /// the same (trimmed, upper and lower case alike) are used as they stand, touchpoints with what is said
    /// of them; others are appended, and cards are added at the end of their cells. Unnamed steps stand for the first
    /// step of their stage. Title and kind stay the map's. In a map in which nothing stands yet these stages take the
    /// place of those it began with, in this order.
    pub fn into_map(&self, map: &Map, source: &mut dyn Source) -> Edit {
        let named = Draft { title: String::new(), ..self.clone() };
        named.build(Some(map), source)
    }

    fn build(&self, map: Option<&Map>, source: &mut dyn Source) -> Edit {
        let mut known = map.map(Known::of).unwrap_or_default();
        let mut edits = Vec::new();
        if !self.title.is_empty() {
            edits.push(Edit::SetText { of: TextOf::Title, text: self.title.clone() });
        }
        let pictures = self.pictures.iter();
        edits.extend(pictures.map(|bytes| Edit::AddPicture { bytes: bytes.clone() }));
        let last = usize::MAX;
        let mut personas = Vec::new();
        for name in &self.personas {
            let persona = known.take(Sort::Persona, Id::default(), name).unwrap_or_else(|| {
                let persona = source.id();
                edits.push(Edit::AddPersona { persona, name: name.clone(), at: last });
                persona
            });
            personas.push(persona);
        }
        let mut lanes = Vec::new();
        for LaneDraft { kind, name } in &self.lanes {
            let lane = known.take(Sort::Lane, Id::default(), name).unwrap_or_else(|| {
                let lane = source.id();
                edits.push(Edit::AddLane { lane, kind: *kind, name: name.clone(), at: last });
                lane
            });
            lanes.push(lane);
        }
        let mut columns: Vec<Vec<Id>> = Vec::new();
        let mut stages = Vec::new();
        for stage in &self.stages {
            let (id, steps) = stage.build(&mut known, source, &mut edits);
            stages.push(id);
            columns.push(steps);
        }
        let column = |stage: usize, step: usize| columns.get(stage)?.get(step).copied();
        let mut cards = Vec::new();
        for card in &self.cards {
            let (Some(lane), Some(step)) = (lanes.get(card.lane), column(card.stage, card.step))
            else {
                cards.push(None);
                continue;
            };
            let id = source.id();
            cards.push(Some(id));
            edits.push(Edit::AddCard {
                card: id,
                lane: *lane,
                step,
                at: last,
                text: card.text.clone(),
                star: card.star,
                channel: card.channel.clone(),
            });
            edits.extend(format(TextOf::Of(Thing::Card(id)), &card.text, card.rich.as_deref()));
        }
        let mut parts: Parts = vec![(Part::Map, Thing::Map)];
        for (at, one) in self.feelings.iter().enumerate() {
            let persona = personas.get(one.persona).copied();
            let (Some(persona), Some(step)) = (persona, column(one.stage, one.step)) else {
                continue;
            };
            parts.push((Part::Feeling(at), Thing::Feeling { persona, step }));
            if let Some(level) = one.level.map(|level| level.clamp(-4, 4)) {
                edits.push(Edit::SetLevel { persona, step, level: Some(level) });
            }
            if !one.name.is_empty() {
                edits.push(Edit::SetFeelingName { persona, step, name: one.name.clone() });
            }
        }
        if let Some(map) = map.filter(|map| is_bare(map) && !stages.is_empty()) {
            let away = map.stage_order().into_iter().filter(|stage| !stages.contains(stage));
            edits.extend(away.map(|stage| Edit::Delete(Thing::Stage(stage))));
            let order = stages.iter().enumerate();
            edits.extend(order.map(|(at, stage)| Edit::MoveStage { stage: *stage, at }));
        }
        self.make_lists(map, &mut known, &mut parts, source, &mut edits);
        let beside = [self.details.len(), self.notes.len(), self.tags.len(), self.paths.len()];
        if beside != [0; 4] || !self.ties.is_empty() {
            parts.extend(numbered(&personas, Part::Persona, Thing::Persona));
            parts.extend(numbered(&lanes, Part::Lane, Thing::Lane));
            parts.extend(numbered(&stages, Part::Stage, Thing::Stage));
            for (stage, steps) in columns.iter().enumerate() {
                let steps = steps.iter().enumerate();
                parts.extend(steps.map(|(at, id)| (Part::Step(stage, at), Thing::Step(*id))));
            }
            let cards = cards.iter().enumerate();
            parts.extend(cards.filter_map(|(at, id)| Some((Part::Card(at), Thing::Card((*id)?)))));
            self.make_beside(map, &parts, source, &mut edits);
        }
        self.make_views(&personas, source, &mut edits);
        Edit::Several(edits)
    }
}

/// Whether nothing stands in a map yet but the names it began with.
pub fn is_bare(map: &Map) -> bool {
    let cards = map.cards.values().filter(|card| card.deleted.is_none()).count();
    [cards, map.feelings.len(), map.notes.len(), map.paths.len()] == [0; 4]
}

fn numbered(ids: &[Id], part: fn(usize) -> Part, thing: fn(Id) -> Thing) -> Parts {
    ids.iter().enumerate().map(|(at, id)| (part(at), thing(*id))).collect()
}

impl StageDraft {
    /// Makes or finds the stage; gives it and its steps in the draft's order (at least one).
    fn build(
        &self,
        known: &mut Known,
        source: &mut dyn Source,
        edits: &mut Vec<Edit>,
    ) -> (Id, Vec<Id>) {
        let last = usize::MAX;
        let unnamed = [String::new()];
        let names = if self.steps.is_empty() { &unnamed[..] } else { &self.steps[..] };
        let found = known.take(Sort::Stage, Id::default(), &self.name);
        let stage = found.unwrap_or_else(|| source.id());
        let mut steps = Vec::new();
        for (at, name) in names.iter().enumerate() {
            let old = found.and_then(|stage| {
                let same = known.take(Sort::Step, stage, name);
                same.or_else(|| name.trim().is_empty().then(|| known.step_at(stage, at))?)
            });
            let step = old.unwrap_or_else(|| source.id());
            steps.push(step);
            match (old, found, at) {
                (Some(_), ..) => {}
                (None, None, 0) => {
                    edits.push(Edit::AddStage { stage, step, name: self.name.clone(), at: last });
                    if !name.is_empty() {
                        let of = TextOf::Of(Thing::Step(step));
                        edits.push(Edit::SetText { of, text: name.clone() });
                    }
                }
                (None, ..) => {
                    edits.push(Edit::AddStep { step, stage, name: name.clone(), at: last });
                }
            }
        }
        (stage, steps)
    }
}
