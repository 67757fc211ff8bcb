//! Heights between the screen and the layout: what the screen measured mends it, what it came to is kept for next time.

use super::state::{Board, Target};
use crate::geometry::board::{GAP, Laid, card_width};
use crate::model::{Id, Map};
use crate::ui::mirror::Mark;
use crate::ui::prelude::*;

impl Board {
    /// How the map is laid out, to be kept with it; nothing while another state of it is shown.
    pub fn laid(&self) -> Option<Laid> {
        if self.shell.mirror.is_looking() {
            return None;
        }
        let laid = |map: &Map| {
            self.layout.with_value(|layout| self.heights.with_value(|h| layout.laid(map, h)))
        };
        Some(self.shell.mirror.read(laid))
    }

    /// The screen measured a card: mends the estimate and, if rows above the window grew, scrolls with
    /// them so that nothing on the screen jumps.
    pub fn mend(&self, measured: &[(Id, f64)]) {
        let editing = match self.editing.get_untracked().map(|editing| editing.target) {
            Some(Target::Card(card, ..)) => Some(card),
            _ => None,
        };
        let draft = match self.editing.get_untracked().map(|editing| editing.target) {
            Some(Target::Card(card, lane, Some((step, _)))) => Some((card, (lane, step))),
            _ => None,
        };
        let mut cells = Vec::new();
        let width = |step| card_width(self.columns_now(|columns| columns.width_of(step)));
        self.heights.try_update_value(|heights| {
            self.shell.mirror.read(|map| {
                for (id, height) in measured {
                    let Some(card) = map.cards.get(id) else {
                        if let Some((draft, cell)) = draft
                            && draft == *id
                            && heights.make_room(Some((cell, height + GAP)))
                        {
                            cells.push(cell);
                        }
                        continue;
                    };
                    if editing == Some(*id) && heights.make_room(None) {
                        cells.push((card.lane, card.step));
                    }
                    if editing == Some(*id) {
                        if heights.hold(*id, *height) {
                            cells.push((card.lane, card.step));
                        }
                    } else if heights.mend(map, *id, card, width(card.step), *height) {
                        cells.push((card.lane, card.step));
                    }
                }
            });
        });
        if cells.is_empty() {
            return;
        }
        let anchor = self.anchor();
        self.relayout(&cells, false);
        self.shell.mirror.touch(cells.iter().map(|(lane, step)| Mark::Cell(*lane, *step)));
        if let Some((lane, top)) = anchor
            && let Some(row) = self.row_now(lane)
            && (row.top - top).abs() > 0.5
        {
            self.scroll_top_to(self.window_now().1 + row.top - top);
        }
    }

    /// What was kept for a card of this cell while it was typed into is forgotten. The screen says no more of it, unless
    /// it is of another height without its editor: it has measured it already.
    pub fn release(&self, id: Id, cell: (Id, Id)) {
        let width = card_width(self.columns_now(|columns| columns.width_of(cell.1)));
        self.heights.try_update_value(|heights| {
            // Measured before the card was there, it had room instead.
            let room = Some(heights.room(cell.0, cell.1) - GAP).filter(|room| *room > 0.0);
            heights.make_room(None);
            let measured = heights.release(id).or(room);
            self.shell.mirror.read(|map| {
                if let (Some(measured), Some(card)) = (measured, map.cards.get(&id)) {
                    heights.mend(map, id, card, width, measured);
                }
            });
        });
        self.relayout(&[cell], false);
    }

    /// The topmost row in the window, with its top.
    fn anchor(&self) -> Option<(Id, f64)> {
        let top = self.window_now().1;
        self.layout.with_value(|layout| {
            layout
                .rows()
                .iter()
                .find(|row| row.top + row.height > top)
                .map(|row| (row.lane, row.top))
        })
    }
}
