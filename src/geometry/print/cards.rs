//! The cards of a picture: how they stand in a cell, and each with its picture, text and marks.

use super::{CARD_SIDES, PAD, Role, Shape, Sheet};
use crate::analysis::inventory::wording;
use crate::geometry::written::drawn;
use crate::model::detail::COLOURS;
use crate::model::{Detail, Id, LaneKind, Thing};

/// The least width of a card beside another on a slide, px.
const CARD: f64 = 150.0;
/// The greatest width of a card on a slide, px.
const CARD_WIDEST: f64 = 300.0;

impl Sheet<'_> {
    /// How many cards of a lane stand beside each other in a cell, and the width of each with the space around it. On
    /// paper one above the other; on a slide they are no wider than is read with ease.
    pub(super) fn abreast(&self, most: usize) -> (usize, f64) {
        if self.cut.slide.is_none() {
            return (1, self.column);
        }
        let abreast = ((self.column / CARD) as usize).clamp(1, most.max(1));
        (abreast, (self.column / abreast as f64).min(CARD_WIDEST))
    }

    /// Draws a card in a column from a top down; gives where the next begins.
    pub(super) fn card(
        &mut self,
        id: Id,
        kind: LaneKind,
        (left, column): (f64, f64),
        top: f64,
    ) -> f64 {
        let Some(card) = self.map.cards.get(&id) else { return top };
        let (x, width) = (left + 5.0, column - 10.0);
        let place = self.picture.shapes.len();
        let mut y = top + 3.0;
        let picture = self.map.picture(Thing::Card(id));
        if !picture.is_empty() {
            let height = (0.6 * width).min(if kind == LaneKind::Images { 150.0 } else { 90.0 });
            let shape = Shape::Image(x + 8.0, y + 2.0, width - 16.0, height, picture.to_owned());
            self.picture.shapes.push(shape);
            y += height + 4.0;
        }
        // Without a text it is called by the touchpoint it stands for.
        let text = wording(self.map, id);
        if picture.is_empty() || !text.trim().is_empty() {
            let (left, room) = (x + 10.0, column - CARD_SIDES);
            y = match &card.rich {
                Some(rich) => {
                    let shapes = &mut self.picture.shapes;
                    drawn(shapes, (left, y), room, (&card.text, rich), self.widths)
                }
                None => self.text(Role::CardText, left, y, room, text),
            };
        }
        let marks = (self.words.marks)(self.map, id);
        if !marks.is_empty() {
            y = self.text(Role::Marks, x + 10.0, y, width - 16.0, &marks);
        }
        let word = self.map.word(Thing::Card(id), Detail::Colour);
        let colour = COLOURS.into_iter().find(|colour| *colour == word).unwrap_or_default();
        let rect = Shape::Rect(Role::Card(kind, colour), x, top, width, y + 4.0 - top);
        self.picture.shapes.insert(place, rect);
        if self.cut.slide.is_some() {
            let edge = Shape::Rect(Role::Edge(kind, colour), x, top, 3.0, y + 4.0 - top);
            self.picture.shapes.insert(place + 1, edge);
        }
        y + 4.0 + PAD / 2.0
    }
}
