//! A whole map as one picture, for paper: drawn from the map, never from what the screen holds.

mod cards;
mod felt;
mod heads;
mod title;
mod ways;

pub use title::title;

use super::heights::card;
use super::paper::Ruling;
use super::wrap::{Table, lead, lines, widest};
use crate::analysis::emotion::Peak;
use crate::analysis::inventory::wording;
use crate::model::{Detail, Id, LaneKind, Map, Thing};
use crate::model::{map::Column, path::Path, rich::Piece};

/// What a rectangle or text stands for; the style sheet gives it its look.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Role {
    /// Title of the map.
    Title,
    /// What the map is, below the title.
    About,
    /// Name of a stage.
    Stage,
    /// Name of a step.
    Step,
    /// Name of a lane.
    Lane,
    /// A card of a lane of this kind, with the word of its colour; empty for none.
    Card(LaneKind, &'static str),
    /// Text on a card.
    CardText,
    /// What a card bears beside its text.
    Marks,
    /// The edge of a card on a slide, as on the board.
    Edge(LaneKind, &'static str),
    /// Ruling between cells.
    Rule,
    /// The line of the curve at zero.
    Zero,
    /// The curve of the persona with this number.
    Curve(usize),
    /// A point of it.
    Point(usize),
    /// The word at a point.
    Word,
    /// The number of the page, at its right edge.
    Page,
    /// A level other than the middle.
    Level,
    /// The word of a level beside it.
    Scale,
    /// A line of a service blueprint, and its word.
    Line,
    /// A loop or an alternative path; whether it leads back.
    Way(bool),
}

/// One thing drawn. Lengths in px.
#[derive(Clone, PartialEq, Debug)]
pub enum Shape {
    /// A rectangle: left, top, width, height.
    Rect(Role, f64, f64, f64, f64),
    /// A line of text: left (right for one that is read from there and for the scale, middle for words), baseline.
    Text(Role, f64, f64, String),
    /// A line of text that is read upwards: baseline, lower end.
    Upright(Role, f64, f64, String),
    /// A line of a card's text in stretches that look alike: left, or right for one that is read from there; baseline.
    Pieces(f64, f64, Vec<Piece>),
    /// What is tinted between the curve and its middle, from the highest level to the lowest: path, their heights.
    Tint(String, f64, f64),
    /// The face of a level: left, top.
    Face(i8, f64, f64),
    /// An SVG path.
    Path(Role, String),
    /// A picture of the map by its key, as large as fits: left, top, width, height; and what it shows.
    Image(f64, f64, f64, f64, String),
    /// A round portrait by the key of its picture: left, top, side.
    Portrait(f64, f64, f64, String),
}

/// A picture of a whole map.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Picture {
    /// Width, px.
    pub width: f64,
    /// Height, px.
    pub height: f64,
    /// What to draw, back to front.
    pub shapes: Vec<Shape>,
    /// Where its parts lie.
    pub ruling: Ruling,
}

/// Words the picture needs beside the map's own.
pub struct Words<'a> {
    /// What a card bears beside its text: star, channel, evidence, owner, tags and the like.
    pub marks: &'a dyn Fn(&Map, Id) -> String,
    /// What the map is: type, state, personas, scenario.
    pub about: &'a str,
    /// The number and word of a level.
    pub level: &'a dyn Fn(i8) -> String,
    /// What is said at a point: the name of a feeling, and whether it is a high or a low.
    pub felt: &'a dyn Fn(&str, Option<Peak>) -> String,
    /// What a line of a service blueprint is called.
    pub line: &'a dyn Fn(&str) -> String,
    /// What is written at a loop or an alternative path.
    pub path: &'a dyn Fn(&Path) -> String,
    /// For a step that not everyone goes through.
    pub optional: &'a str,
    /// For a step that a persona does not go through.
    pub skipped: &'a str,
    /// Under the curve where a card is starred.
    pub moment: &'a str,
}

/// Width of the lanes' names, px.
pub const HEADER: f64 = 150.0;
const PAD: f64 = 8.0;
/// The least width in which a name is read across and not letter below letter, px.
const NAMED: f64 = 96.0;
/// What a column is wider than the text of its cards, px.
const CARD_SIDES: f64 = 26.0;
/// Height of the title and the line below it, above the heads.
const HEAD: f64 = 56.0;

/// What of a map is drawn, and how.
pub struct Cut<'a> {
    /// The columns, which are neighbours.
    pub columns: &'a [Column],
    /// The lanes.
    pub lanes: &'a [Id],
    /// Width of a column, px.
    pub column: f64,
    /// Width of the lanes' names, px. Where it is less than they need they stand above their cards.
    pub header: f64,
    /// Left of the lanes' names, px.
    pub indent: f64,
    /// Which heads stand above the columns.
    pub heads: Heads,
    /// What is shown to others and not put on paper.
    pub slide: Option<Show>,
}

/// The heads of columns.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Heads {
    /// The names of stages and steps.
    All,
    /// The names of stages alone: upright where they have no room.
    Stages,
    /// The names of steps alone: their stage is said elsewhere.
    Steps,
}

/// How a slide shows more than paper does: cards of the width they need, with the edge they have on the board, and a
/// curve with faces beside it.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Show {
    /// Height of the curve with its legend, px.
    pub plot: f64,
    /// The persona whose line is tinted.
    pub tinted: Option<Id>,
}

/// Draws these lanes of `map`. The columns get narrower the more there are, within 120…220 px, so that the whole
/// fits the ratio of a landscape page as well as it can; up to 180 px they leave words whole. `widths` are those of
/// a 13 px font.
pub fn draw(map: &Map, lanes: &[Id], words: &Words, widths: &Table) -> Picture {
    let columns = &map.columns[..];
    let drawn = map.cards.iter();
    let drawn = drawn.filter(|(_, card)| card.deleted.is_none() && lanes.contains(&card.lane));
    let needed = drawn.map(|(id, _)| widest(wording(map, *id), widths)).fold(0.0, f64::max);
    let least = (needed + CARD_SIDES).clamp(120.0, 180.0);
    let column = (1500.0 / columns.len().max(1) as f64).clamp(least, 220.0);
    let (header, indent, heads) = (HEADER, PAD, Heads::All);
    draw_cut(
        map,
        &Cut { columns, lanes, column, header, indent, heads, slide: None },
        words,
        widths,
    )
}

/// Draws a part of `map`.
pub fn draw_cut(map: &Map, cut: &Cut, words: &Words, widths: &Table) -> Picture {
    let (columns, column) = (cut.columns, cut.column);
    let mut sheet = Sheet { map, cut, columns, words, widths, column, picture: Picture::default() };
    sheet.picture.width = cut.header + sheet.column * columns.len() as f64;
    let mut y = sheet.heading();
    let top = y;
    let mut bands = vec![top];
    for lane in cut.lanes {
        y = sheet.row(*lane, y);
        sheet.line(*lane, y);
        bands.push(y);
    }
    sheet.rules(&bands);
    sheet.picture.ruling = Ruling {
        head: HEAD,
        top,
        columns: (0..=columns.len()).map(|at| cut.header + sheet.column * at as f64).collect(),
        bands,
        stages: (0..columns.len())
            .filter(|at| at.checked_sub(1).is_none_or(|b| columns[b].stage != columns[*at].stage))
            .collect(),
    };
    sheet.picture.height = y + 2.0;
    sheet.picture
}

struct Sheet<'a> {
    map: &'a Map,
    cut: &'a Cut<'a>,
    columns: &'a [Column],
    words: &'a Words<'a>,
    widths: &'a Table,
    column: f64,
    picture: Picture,
}

impl Sheet<'_> {
    fn text(&mut self, role: Role, x: f64, top: f64, width: f64, text: &str) -> f64 {
        let mut y = top;
        // Names are larger or bolder than the table says.
        let share = match role {
            Role::CardText => 1.0,
            Role::Stage => 0.78,
            Role::Lane => 0.86,
            _ => 0.9,
        };
        let lead = lead(text);
        let x = if lead.is_empty() { x } else { x + width };
        for line in lines(text, width * share, self.widths) {
            y += card::LINE;
            self.picture.shapes.push(Shape::Text(role, x, y - 5.0, format!("{lead}{line}")));
        }
        y
    }

    /// The left edge of the column at a position.
    fn left(&self, place: usize) -> f64 {
        self.cut.header + self.column * place as f64
    }

    /// The line of a blueprint below a lane.
    fn line(&mut self, lane: Id, y: f64) {
        let word = self.map.word(Thing::Lane(lane), Detail::Line);
        if word.is_empty() {
            return;
        }
        let said = (self.words.line)(word);
        let line = format!("M0 {y:.1}H{:.1}", self.picture.width);
        self.picture.shapes.push(Shape::Path(Role::Line, line));
        self.picture.shapes.push(Shape::Text(Role::Line, self.cut.header + PAD, y + 4.0, said));
    }

    fn row(&mut self, id: Id, top: f64) -> f64 {
        let Some(lane) = self.map.lanes.get(&id) else { return top };
        let left = self.cut.indent;
        let above = self.cut.header < left + NAMED / 2.0;
        let room = if above { self.picture.width } else { self.cut.header } - left - PAD;
        // The slide of nothing but the curve says so itself.
        let said = self.cut.heads != Heads::Stages;
        let mut end =
            if said { self.text(Role::Lane, left, top + PAD, room, &lane.name) } else { top };
        let top = if above { end } else { top };
        if lane.kind == LaneKind::Emotions {
            if self.cut.slide.is_some() {
                return self.curves(top);
            }
            // The scale stands beside the plot, the legend below it.
            end = self.curves(end.max(top + PAD));
            return self.legend(end) + PAD;
        }
        let cells: Vec<(usize, Vec<Id>)> = (self.columns.iter().enumerate())
            .filter_map(|(place, column)| {
                Some((place, super::board::shown(self.map, id, column.step?)))
            })
            .collect();
        let most = cells.iter().map(|(_, cards)| cards.len()).max().unwrap_or(0);
        let (abreast, width) = self.abreast(most);
        for (place, cards) in cells {
            let mut y = top + PAD / 2.0;
            for line in cards.chunks(abreast) {
                let left = |at: usize| self.left(place) + width * at as f64;
                let lefts: Vec<f64> = (0..line.len()).map(left).collect();
                let ends =
                    line.iter().zip(lefts).map(|(id, x)| self.card(*id, lane.kind, (x, width), y));
                y = ends.fold(y, f64::max);
            }
            end = end.max(y);
        }
        end.max(top + 28.0) + PAD / 2.0
    }

    fn rules(&mut self, bands: &[f64]) {
        let (Some(top), Some(bottom)) = (bands.first(), bands.last()) else { return };
        let right = self.picture.width;
        let mut lines: Vec<String> =
            bands.iter().map(|y| format!("M0 {y:.1}H{right:.1}")).collect();
        let stage = |at: usize| self.columns.get(at).map(|column| column.stage);
        for place in 0..=self.columns.len() {
            let begins = place == 0 || stage(place) != stage(place - 1);
            if self.cut.heads == Heads::Stages && !begins {
                continue;
            }
            let x = self.left(place);
            lines.push(format!("M{x:.1} {top:.1}V{bottom:.1}"));
        }
        let rules = lines.into_iter().map(|line| Shape::Path(Role::Rule, line));
        self.picture.shapes.splice(0..0, rules);
    }
}
