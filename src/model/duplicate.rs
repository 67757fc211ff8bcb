//! Things once more, beside the first, under fresh ids.

use super::edit::{Edit, TextOf};
use super::rich_edits::format;
use super::{Id, Map, NoteField, Source, Thing};
use std::collections::HashMap;

/// What makes things once more, and the new ones in the same order. A stage comes with its steps, a
/// step and a lane with their cards, a step with what is felt there; each with its details, tags and
/// sources, while what people said about the first stays there. Copies of cards come below the last
/// of them in their cell, of other things after the last of them.
pub fn duplicate(
    map: &Map,
    things: &[Thing],
    source: &mut dyn Source,
) -> Option<(Edit, Vec<Thing>)> {
    let mut copier = Copier { map, edits: Vec::new(), source };
    let made = match things.first()? {
        Thing::Card(_) => copier.cards(things),
        Thing::Step(_) => copier.steps(things),
        Thing::Stage(_) => copier.stages(things),
        Thing::Lane(_) => copier.lanes(things),
        _ => return None,
    };
    let edits = copier.edits;
    (!made.is_empty()).then_some((Edit::Several(edits), made))
}

struct Copier<'a> {
    map: &'a Map,
    edits: Vec<Edit>,
    source: &'a mut dyn Source,
}

/// The position after the last of some things among their siblings.
fn behind(siblings: &[Id], things: &[Thing], thing: fn(Id) -> Thing) -> usize {
    siblings.iter().rposition(|id| things.contains(&thing(*id))).map_or(usize::MAX, |at| at + 1)
}

impl Copier<'_> {
    fn cards(&mut self, things: &[Thing]) -> Vec<Thing> {
        let mut next: HashMap<(Id, Id), usize> = HashMap::new();
        let mut made = Vec::new();
        for thing in things {
            let Thing::Card(id) = thing else { continue };
            let Some(card) = self.map.cards.get(id) else { continue };
            let cell = (card.lane, card.step);
            let at = next
                .entry(cell)
                .or_insert_with(|| behind(self.map.cell(cell.0, cell.1), things, Thing::Card));
            let here = *at;
            *at = here.saturating_add(1);
            made.push(self.card(*id, cell.0, cell.1, here));
        }
        made
    }

    fn card(&mut self, of: Id, lane: Id, step: Id, at: usize) -> Thing {
        let card = self.source.id();
        let Some(from) = self.map.cards.get(&of) else { return Thing::Card(card) };
        let (text, star, channel) = (from.text.clone(), from.star, from.channel.clone());
        self.edits.push(Edit::AddCard { card, lane, step, at, text, star, channel });
        let body = TextOf::Of(Thing::Card(card));
        self.edits.extend(format(body, &from.text, from.rich.as_deref()));
        for tag in self.map.tags_of(of) {
            self.edits.push(Edit::Tag { card, tag: tag.to_owned(), on: true });
        }
        self.beside(Thing::Card(of), Thing::Card(card));
        Thing::Card(card)
    }

    /// What stands beside a thing.
    fn beside(&mut self, from: Thing, thing: Thing) {
        for (detail, value) in self.map.details.get(&from).into_iter().flatten() {
            let (detail, value) = (*detail, Some(value.clone()));
            self.edits.push(Edit::Set { thing, detail, value });
        }
        for (_, source) in self.map.notes_in(from, NoteField::Source) {
            let (note, text) = (self.source.id(), source.text.clone());
            let field = NoteField::Source;
            self.edits.push(Edit::AddNote { note, of: thing, field, text, at: usize::MAX });
        }
    }

    fn steps(&mut self, things: &[Thing]) -> Vec<Thing> {
        let mut made = Vec::new();
        let mut next: HashMap<Id, usize> = HashMap::new();
        for thing in things {
            let Thing::Step(id) = thing else { continue };
            let Some(from) = self.map.steps.get(id) else { continue };
            let siblings = self.map.steps_of(from.stage);
            let at =
                next.entry(from.stage).or_insert_with(|| behind(&siblings, things, Thing::Step));
            let (step, here) = (self.source.id(), *at);
            *at = here.saturating_add(1);
            let (stage, name) = (from.stage, from.name.clone());
            self.edits.push(Edit::AddStep { step, stage, name, at: here });
            self.beside(*thing, Thing::Step(step));
            self.column(*id, step);
            made.push(Thing::Step(step));
        }
        made
    }

    fn stages(&mut self, things: &[Thing]) -> Vec<Thing> {
        let mut made = Vec::new();
        let mut at = behind(&self.map.stage_order(), things, Thing::Stage);
        for thing in things {
            let Thing::Stage(id) = thing else { continue };
            let Some(from) = self.map.stages.get(id) else { continue };
            let (stage, name) = (self.source.id(), from.name.clone());
            let mut copy = self.source.id();
            self.edits.push(Edit::AddStage { stage, step: copy, name, at });
            self.beside(*thing, Thing::Stage(stage));
            at = at.saturating_add(1);
            for (number, old) in self.map.steps_of(*id).into_iter().enumerate() {
                let name = self.map.steps.get(&old).map(|step| step.name.clone());
                let name = name.unwrap_or_default();
                if number > 0 {
                    copy = self.source.id();
                    self.edits.push(Edit::AddStep { step: copy, stage, name, at: usize::MAX });
                } else if !name.is_empty() {
                    let of = TextOf::Of(Thing::Step(copy));
                    self.edits.push(Edit::SetText { of, text: name });
                }
                self.beside(Thing::Step(old), Thing::Step(copy));
                self.column(old, copy);
            }
            made.push(Thing::Stage(stage));
        }
        made
    }

    /// The cards of a step, and what is felt there.
    fn column(&mut self, from: Id, to: Id) {
        for lane in self.map.rows.clone() {
            for card in self.map.cell(lane, from).to_vec() {
                self.card(card, lane, to, usize::MAX);
            }
        }
        for persona in self.map.cast.clone() {
            let Some(felt) = self.map.feelings.get(&(persona, from)) else { continue };
            if felt.level.is_some() {
                self.edits.push(Edit::SetLevel { persona, step: to, level: felt.level });
            }
            if !felt.name.is_empty() {
                let name = felt.name.clone();
                self.edits.push(Edit::SetFeelingName { persona, step: to, name });
            }
            let at = |step| Thing::Feeling { persona, step };
            self.beside(at(from), at(to));
        }
    }

    fn lanes(&mut self, things: &[Thing]) -> Vec<Thing> {
        let mut made = Vec::new();
        let mut at = behind(&self.map.rows, things, Thing::Lane);
        for thing in things {
            let Thing::Lane(id) = thing else { continue };
            let Some(from) = self.map.lanes.get(id) else { continue };
            let lane = self.source.id();
            self.edits.push(Edit::AddLane { lane, kind: from.kind, name: from.name.clone(), at });
            self.beside(*thing, Thing::Lane(lane));
            at = at.saturating_add(1);
            for step in self.map.columns.iter().filter_map(|column| column.step) {
                for card in self.map.cell(*id, step).to_vec() {
                    self.card(card, lane, step, usize::MAX);
                }
            }
            made.push(Thing::Lane(lane));
        }
        made
    }
}
