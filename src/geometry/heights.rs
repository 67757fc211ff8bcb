//! Heights of cards: estimated from text and width, mended by what the screen measured.

use super::wrap::{Table, count};
use crate::analysis::research::is_told;
use crate::model::map::Card;
use crate::model::rich::{self, Block, Line, Rich};
use crate::model::{Detail, Id, LaneKind, Map, NoteField, Thing};
use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash, Hasher};

/// The measures of a card that the style sheet shares; `style/board/card.css` must say the same.
pub mod card {
    /// Height of a line of text on a compact board, px; its font is 12 px and not 13.
    pub const LINE_COMPACT: f64 = 16.0;
    /// Space above and below the text on a compact board, px.
    pub const PADDING_COMPACT: f64 = 8.0;
    /// Height of a line of text, px.
    pub const LINE: f64 = 18.0;
    /// Space above and below the text together, px.
    pub const PADDING: f64 = 12.0;
    /// Left bar, left and right padding together, px.
    pub const SIDES: f64 = 21.0;
    /// Indent of a list item, px; also in `style/board/rich.css`.
    pub const INDENT: f64 = 18.0;
    /// How much wider bold letters are.
    pub const BOLD: f64 = 1.08;
    /// Height of the line that names star and channel, px.
    pub const MARKS: f64 = 17.0;
    /// Height of a picture above the text with the space below it, px.
    pub const PICTURE: f64 = 102.0;
    /// The same in a lane of images.
    pub const PICTURE_LARGE: f64 = 174.0;
}

/// The measures of a lane's name that the style sheet shares; `style/board/grid.css` must say the same.
pub mod name {
    /// Height of a line, px: a font of 13 px.
    pub const LINE: f64 = 14.82;
    /// Above the first line, px.
    pub const TOP: f64 = 11.0;
    /// Below the last of more lines than stand in the lowest row, px.
    pub const BOTTOM: f64 = 6.0;
    /// What a header is wider than its name: padding, icon and the space between, px.
    pub const SIDES: f64 = 46.0;
    /// The same where the header is narrow and shows no icon.
    pub const SIDES_NARROW: f64 = 27.0;
    /// How much wider its letters are than those of a card.
    pub const BOLD: f64 = 1.16;
}

/// How many lines of a lane's name a row of this height has room for.
pub fn name_lines(height: f64) -> usize {
    (((height - name::TOP) / name::LINE) as usize).max(1)
}

/// The height of a card's picture, px; 0 without one. It goes by the card's own lane, so that it is the
/// same wherever the card is shown.
pub fn picture(map: &Map, id: Id, card: &Card) -> f64 {
    let large = map.lanes.get(&card.lane).is_some_and(|lane| lane.kind == LaneKind::Images);
    match (map.is_pictured(id), large) {
        (false, _) => 0.0,
        (true, false) => card::PICTURE,
        (true, true) => card::PICTURE_LARGE,
    }
}

/// Whether a card has the line below its text: star, channel, or anything told there of what stands
/// beside it.
pub fn is_marked(map: &Map, id: Id, card: &Card) -> bool {
    let thing = Thing::Card(id);
    let told = [Detail::Icon, Detail::Evidence, Detail::Status, Detail::Owner, Detail::Feeling];
    let one_persona = map.cast.len() < 2;
    card.star
        || card.channel.is_some()
        || map.tags.contains_key(&id)
        || told.iter().any(|detail| map.detail(thing, *detail).is_some())
        || !one_persona && map.detail(thing, Detail::Persona).is_some()
        || map.notes_in(thing, NoteField::Comment).next().is_some()
        || is_told(map, id, card)
}

/// Heights by text and width. Never forgets within a page: texts are few compared with what they weigh.
pub struct Heights {
    compact: bool,
    widths: Table,
    known: HashMap<u64, f32>,
    held: HashMap<Id, f64>,
    draft: Option<((Id, Id), f64)>,
}

impl Heights {
    /// An empty cache that estimates with these widths.
    pub fn new(widths: Table) -> Self {
        Heights { compact: false, widths, known: HashMap::new(), held: HashMap::new(), draft: None }
    }

    /// Whether the board is compact: what was known of heights is forgotten if that changes.
    pub fn set_compact(&mut self, compact: bool) {
        if self.compact != compact {
            self.compact = compact;
            self.known.clear();
        }
    }

    /// Whether the board is compact.
    pub fn is_compact(&self) -> bool {
        self.compact
    }

    fn key(text: &str, rich: Option<&Rich>, (marks, picture): (bool, f64), width: f64) -> u64 {
        let mut hasher = DefaultHasher::new();
        (text, marks, picture as i64, width.round() as i64).hash(&mut hasher);
        if let Some(rich) = rich {
            rich.hash(&mut hasher);
        }
        hasher.finish()
    }

    /// The height of a card `width` px wide, px: as held while it is typed into, else by its text.
    pub fn of(&mut self, map: &Map, id: Id, card: &Card, width: f64) -> f64 {
        if let Some(held) = self.held.get(&id) {
            return *held;
        }
        self.of_text(&card.text, card.rich.as_deref(), Self::beside(map, id, card), width)
    }

    /// What stands beside the text: whether it has the line of marks, and the height of its picture.
    fn beside(map: &Map, id: Id, card: &Card) -> (bool, f64) {
        (is_marked(map, id, card), picture(map, id, card))
    }

    /// The height of a card with this text, with or without the line of marks and a picture.
    fn of_text(
        &mut self,
        text: &str,
        rich: Option<&Rich>,
        (marks, picture): (bool, f64),
        width: f64,
    ) -> f64 {
        let key = Self::key(text, rich, (marks, picture), width);
        if let Some(known) = self.known.get(&key) {
            return f64::from(*known);
        }
        let (line, padding, stretch) = if self.compact {
            (card::LINE_COMPACT, card::PADDING_COMPACT, 13.0 / 12.0)
        } else {
            (card::LINE, card::PADDING, 1.0)
        };
        let room = (width - card::SIDES) * stretch;
        let lines = match rich {
            // A picture speaks for itself.
            _ if picture > 0.0 && text.trim().is_empty() => 0,
            None => count(text, room, &self.widths),
            Some(rich) => formatted(text, rich, room, &self.widths),
        } as f64;
        let height = lines * line + padding + picture + if marks { card::MARKS } else { 0.0 };
        self.known.insert(key, height as f32);
        height
    }

    /// The height that a lane's name needs in a header of this width, px.
    pub fn of_name(&self, text: &str, header: f64, narrow: bool) -> f64 {
        let sides = if narrow { name::SIDES_NARROW } else { name::SIDES };
        let lines = count(text, (header - sides) / name::BOLD, &self.widths);
        name::TOP + name::LINE * lines as f64 + if lines > 3 { name::BOTTOM } else { 0.0 }
    }

    /// Notes what the screen measured; `true` if that differs from what was thought.
    pub fn mend(&mut self, map: &Map, id: Id, card: &Card, width: f64, measured: f64) -> bool {
        let beside = Self::beside(map, id, card);
        let key = Self::key(&card.text, card.rich.as_deref(), beside, width);
        let old = self.known.insert(key, measured as f32);
        old.is_none_or(|old| (f64::from(old) - measured).abs() > 0.5)
    }

    /// Holds the height of a card while its editor is open; `true` if it changed.
    pub fn hold(&mut self, id: Id, measured: f64) -> bool {
        self.held.insert(id, measured).is_none_or(|old| (old - measured).abs() > 0.5)
    }

    /// Keeps room in a cell (lane, step) for a card that is typed and does not exist yet; `None` takes
    /// it away. `true` if that changed.
    pub fn make_room(&mut self, draft: Option<((Id, Id), f64)>) -> bool {
        let changed = self.draft != draft;
        self.draft = draft;
        changed
    }

    /// The room kept in a cell for a card that does not exist yet, px.
    pub fn room(&self, lane: Id, step: Id) -> f64 {
        self.draft.filter(|(cell, _)| *cell == (lane, step)).map_or(0.0, |(_, height)| height)
    }

    /// Lets go of a held height, and gives it.
    pub fn release(&mut self, id: Id) -> Option<f64> {
        self.held.remove(&id)
    }
}

/// Lines that a formatted text takes: items are narrower, a line with bold letters is reckoned as bold.
fn formatted(text: &str, rich: &Rich, room: f64, widths: &Table) -> usize {
    let of_line = |line: &Line| {
        let all: String = line.pieces.iter().map(|piece| piece.text.as_str()).collect();
        let bold = line.pieces.iter().any(|piece| piece.strong);
        let room = if line.block == Block::Plain { room } else { room - card::INDENT };
        count(&all, if bold { room / card::BOLD } else { room }, widths)
    };
    rich::lines(text, rich).iter().map(of_line).sum()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::rich::{Mark, Marked};

    #[test]
    fn lists_and_bold_words_need_more_room_and_each_formatting_its_own() {
        let mut heights = Heights::new(Table::average(13.0));
        let text = "a line of words that is as wide as a card is";
        let width =
            (160..400).map(f64::from).find(|w| count(text, w - card::SIDES, &heights.widths) == 1);
        let width = width.unwrap();
        let rich = |marks, lines| Rich { marks, lines };
        let bold = Marked { from: 0, to: 10, mark: Mark::Strong, value: String::new() };
        let item = rich(Vec::new(), vec![(0, Block::Bullet)]);
        let bold = rich(vec![bold], Vec::new());
        let plain = heights.of_text(text, None, (false, 0.0), width);
        assert_eq!(heights.of_text(text, Some(&item), (false, 0.0), width), plain + card::LINE);
        assert_eq!(heights.of_text(text, Some(&bold), (false, 0.0), width), plain + card::LINE);
        assert_eq!(heights.of_text(text, None, (false, 0.0), width), plain);
    }
}
