//! Choosing several: with Shift, with Ctrl, by a frame drawn over the board, or all.

use super::state::Board;
use crate::geometry::picked::{self, Area, Picked};
use crate::geometry::spot::{self, Spot, Way};
use crate::model::{Id, Thing};
use crate::ui::prelude::*;

impl Board {
    /// Chooses these beside the selected place.
    pub fn pick(&self, picked: Picked) {
        if self.picked.with_untracked(|now| *now != picked) {
            if matches!(picked, Picked::Block { .. }) {
                self.shell.refuse_part();
            }
            self.picked.set(picked);
        }
    }

    /// What is chosen, for an action; nothing while it is a block whose cards may not be there yet.
    fn chosen(&self) -> Picked {
        let part = !self.shell.mirror.is_whole();
        let picked = self.picked.get_untracked();
        if part && matches!(picked, Picked::Block { .. }) {
            Picked::Things(Vec::new())
        } else {
            picked
        }
    }

    /// Only the selected place counts again.
    pub fn unpick(&self) {
        self.pick(Picked::Nothing);
    }

    /// The cards an action is about: those chosen, else the selected one.
    pub fn chosen_cards(&self) -> Vec<Id> {
        let (picked, spot) = (self.chosen(), self.spot.get_untracked());
        self.shell.mirror.read(|map| picked.cards(map, spot))
    }

    /// The things an action is about, all of one sort: chosen headers or cards, else the selected thing.
    pub fn chosen_things(&self) -> Vec<Thing> {
        let (picked, spot) = (self.chosen(), self.spot.get_untracked());
        let cards = self.chosen_cards();
        if !cards.is_empty() {
            return cards.into_iter().map(Thing::Card).collect();
        }
        let heads = self.shell.mirror.read(|map| picked.things(map));
        if heads.is_empty() && picked.is_nothing() {
            return spot.and_then(Spot::thing).into_iter().collect();
        }
        heads
    }

    /// The cells an action is about.
    pub fn chosen_area(&self) -> Option<Area> {
        let (picked, spot) = (self.chosen(), self.spot.get_untracked());
        self.shell.mirror.read(|map| picked.area(map, spot))
    }

    /// A key with Shift: what is chosen reaches one further.
    pub fn extend(&self, way: Way) {
        let Some(spot) = self.spot.get_untracked() else { return };
        let now = self.picked.get_untracked();
        let (picked, spot) = self.shell.mirror.read(|map| picked::extended(map, &now, spot, way));
        self.pick(picked);
        self.lead(spot);
    }

    /// A press with Shift: everything up to there.
    pub fn pick_to(&self, to: Spot) {
        let now = self.picked.get_untracked();
        let picked = self.shell.mirror.read(|map| {
            let from = picked::anchor(map, &now, self.spot.get_untracked().unwrap_or(to));
            picked::between(map, from, to)
        });
        self.pick(picked);
    }

    /// A press with Ctrl: one more, or one less.
    pub fn pick_also(&self, thing: Thing) {
        let (now, spot) = (self.picked.get_untracked(), self.spot.get_untracked());
        let picked = self.shell.mirror.read(|map| now.toggled(map, spot, thing));
        self.held.set_value(true);
        self.pick(picked);
    }

    /// The whole lane, then the whole board.
    pub fn pick_all(&self) {
        let (now, spot) = (self.picked.get_untracked(), self.spot.get_untracked());
        let picked = self.shell.mirror.read(|map| picked::all(map, &now, spot));
        self.pick(picked);
    }

    /// Chooses these things, and goes to the first.
    pub fn pick_things(&self, things: &[Thing]) {
        let first = self.shell.mirror.read(|map| spot::of(map, *things.first()?));
        let Some(first) = first else { return };
        if things.len() > 1 {
            self.pick(Picked::Things(things.to_vec()));
            self.lead(first);
        } else {
            self.go(first);
        }
    }

    /// Whether a place is among what is chosen.
    pub fn is_picked(&self, spot: Spot) -> bool {
        self.picked.with_untracked(|picked| {
            self.shell.mirror.read(|map| match spot {
                Spot::Cell { card: Some(card), .. } => picked.cards(map, None).contains(&card),
                Spot::Cell { lane, step, card: None } => picked.holds_cell(map, lane, step),
                _ => spot.thing().is_some_and(|thing| picked.things(map).contains(&thing)),
            })
        })
    }
}
