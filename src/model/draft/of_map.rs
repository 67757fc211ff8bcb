//! From a map to a draft of what is visible in it.

use super::beside::{Part, Parts};
use super::{CardDraft, Draft, FeelingDraft, LaneDraft, StageDraft};
use crate::model::{Id, Map, Thing};
use std::collections::HashMap;

impl Map {
    /// The map as a draft: what is visible, without ids and history. Cards waiting in the unplaced tray
    /// and things in the bin stay behind.
    pub fn to_draft(&self) -> Draft {
        let stage_ids = self.stage_order();
        let mut columns: HashMap<Id, (usize, usize)> = HashMap::new();
        let mut stages = Vec::new();
        let mut parts: Parts = vec![(Part::Map, Thing::Map)];
        for (at, stage) in stage_ids.iter().enumerate() {
            let steps = self.steps_of(*stage);
            parts.push((Part::Stage(at), Thing::Stage(*stage)));
            parts.extend(
                steps.iter().enumerate().map(|(i, id)| (Part::Step(at, i), Thing::Step(*id))),
            );
            columns.extend(steps.iter().enumerate().map(|(step, id)| (*id, (at, step))));
            let names = |id: &Id| self.steps.get(id).map(|step| step.name.clone());
            let names: Vec<String> = steps.iter().filter_map(names).collect();
            let name = self.stages.get(stage).map(|one| one.name.clone()).unwrap_or_default();
            let steps = if self.is_plain(*stage) { Vec::new() } else { names };
            stages.push(StageDraft { name, steps });
        }
        let lane = |id: &Id| {
            self.lanes.get(id).map(|lane| LaneDraft { kind: lane.kind, name: lane.name.clone() })
        };
        let mut cards = Vec::new();
        for (row, lane) in self.rows.iter().enumerate() {
            parts.push((Part::Lane(row), Thing::Lane(*lane)));
            for column in self.columns.iter().filter_map(|column| column.step) {
                let Some(&(stage, step)) = columns.get(&column) else { continue };
                for id in self.cell(*lane, column) {
                    let Some(card) = self.cards.get(id) else { continue };
                    parts.push((Part::Card(cards.len()), Thing::Card(*id)));
                    cards.push(CardDraft {
                        lane: row,
                        stage,
                        step,
                        text: card.text.clone(),
                        rich: card.rich.clone(),
                        star: card.star,
                        channel: card.channel.clone(),
                    });
                }
            }
        }
        let mut feelings = Vec::new();
        for (persona, id) in self.cast.iter().enumerate() {
            parts.push((Part::Persona(persona), Thing::Persona(*id)));
            for column in self.columns.iter().filter_map(|column| column.step) {
                let feeling = self.feelings.get(&(*id, column));
                if let (Some(feeling), Some(&(stage, step))) = (feeling, columns.get(&column)) {
                    let thing = Thing::Feeling { persona: *id, step: column };
                    parts.push((Part::Feeling(feelings.len()), thing));
                    let (level, name) = (feeling.level, feeling.name.clone());
                    feelings.push(FeelingDraft { persona, stage, step, level, name });
                }
            }
        }
        let name = |id: &Id| self.personas.get(id).map(|one| one.name.clone());
        let mut draft = Draft {
            title: self.title.clone(),
            kind: self.kind,
            personas: self.cast.iter().filter_map(name).collect(),
            stages,
            lanes: self.rows.iter().filter_map(lane).collect(),
            cards,
            feelings,
            ..Draft::default()
        };
        draft.take_lists(self, &mut parts);
        draft.take_beside(self, &parts);
        draft.take_views(self);
        draft
    }
}
