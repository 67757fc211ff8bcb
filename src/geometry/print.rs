//! A whole map as one picture, for paper: drawn from the map, never from what the screen holds.

mod felt;
mod title;
mod ways;

pub use title::title;

use super::heights::card;
use super::paper::Ruling;
use super::wrap::{Table, Widths, lead, lines, widest};
use super::written::drawn;
use crate::analysis::emotion::Peak;
use crate::analysis::inventory::wording;
use crate::model::{Detail, Id, LaneKind, Map, Thing};
use crate::model::{detail::COLOURS, map::Column, path::Path, rich::Piece};

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
/// The longest line of a name that is read upwards, px.
const UPRIGHT: f64 = 132.0;
/// The least width of a card beside another on a slide, px.
const CARD: f64 = 150.0;
/// The greatest width of a card on a slide, px.
const CARD_WIDEST: f64 = 300.0;
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

    fn heading(&mut self) -> f64 {
        let title = title(self.map, &self.map.title, self.words.about, self.picture.width);
        self.picture.shapes.extend(title);
        let top = HEAD;
        let mut end = top;
        let mut upright = Vec::new();
        let mut stages: Vec<Id> = self.columns.iter().map(|column| column.stage).collect();
        stages.dedup();
        for stage in stages.iter().copied() {
            let Some(first) = self.columns.iter().position(|c| c.stage == stage) else {
                continue;
            };
            let span = self.columns.iter().filter(|c| c.stage == stage).count();
            let x = self.left(first);
            let name = self.map.stages.get(&stage).map_or("", |s| s.name.as_str());
            let width = self.column * span as f64 - 2.0 * PAD;
            let mut below = match self.cut.heads {
                Heads::Steps => top,
                Heads::Stages if width < NAMED => {
                    upright.push((x, width + 2.0 * PAD, name));
                    top
                }
                _ => self.text(Role::Stage, x + PAD, top + 4.0, width, name),
            };
            let only = self.map.is_plain(stage).then(|| self.columns[first].step).flatten();
            let facts = self.facts(Thing::Stage(stage), only);
            if !facts.is_empty() && width >= NAMED.min(self.column) {
                below = self.text(Role::Step, x + PAD, below, width, &facts);
            }
            end = end.max(below);
        }
        end = end.max(self.upright(&upright, top));
        if self.cut.heads != Heads::Stages && stages.iter().any(|stage| !self.map.is_plain(*stage))
        {
            let top = end;
            for (place, column) in self.columns.iter().enumerate() {
                let Some(step) = column.step.and_then(|step| self.map.steps.get(&step)) else {
                    continue;
                };
                let x = self.left(place);
                let width = self.column - 2.0 * PAD;
                let below = self.text(Role::Step, x + PAD, top, width, &step.name);
                end = end.max(below);
                let of = column.step.filter(|_| !self.map.is_plain(column.stage));
                let facts = of.map(|id| self.facts(Thing::Step(id), of)).unwrap_or_default();
                if !facts.is_empty() {
                    end = self.text(Role::Marks, x + PAD, below, width, &facts).max(end);
                }
            }
        }
        self.paths(end + PAD)
    }

    /// The names of stages without room, read upwards beside each other's ends; gives where they end.
    fn upright(&mut self, names: &[(f64, f64, &str)], top: f64) -> f64 {
        let mut broken = Vec::new();
        for (x, room, name) in names {
            let most = (room / card::LINE) as usize;
            let all: Vec<String> =
                lines(name, UPRIGHT * 0.78, self.widths).into_iter().map(str::to_owned).collect();
            let kept = all.len().min(most.max(1));
            for (place, mut line) in all.iter().take(kept).cloned().enumerate() {
                if place + 1 == kept && kept < all.len() {
                    line.push('…');
                }
                broken.push((x + card::LINE * (place as f64 + 0.8), line));
            }
        }
        let long = |line: &String| line.chars().map(|c| self.widths.of(c)).sum::<f64>() / 0.78;
        let high = broken.iter().map(|(_, line)| long(line)).fold(0.0, f64::max);
        for (x, line) in broken {
            self.picture.shapes.push(Shape::Upright(Role::Stage, x, top + high, line));
        }
        top + high
    }

    /// The left edge of the column at a position.
    fn left(&self, place: usize) -> f64 {
        self.cut.header + self.column * place as f64
    }

    /// When a header takes place, and whether everyone goes there.
    fn facts(&self, of: Thing, step: Option<Id>) -> String {
        let mut facts = Vec::new();
        let time = self.map.word(of, Detail::Time);
        facts.extend((!time.is_empty()).then_some(time));
        let optional = step.is_some_and(|step| self.map.is(Thing::Step(step), Detail::Optional));
        facts.extend(optional.then_some(self.words.optional));
        facts.join(" · ")
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

    /// How many cards of a lane stand beside each other in a cell, and the width of each with the space around it. On
    /// paper one above the other; on a slide they are no wider than is read with ease.
    fn abreast(&self, most: usize) -> (usize, f64) {
        if self.cut.slide.is_none() {
            return (1, self.column);
        }
        let abreast = ((self.column / CARD) as usize).clamp(1, most.max(1));
        (abreast, (self.column / abreast as f64).min(CARD_WIDEST))
    }

    fn card(&mut self, id: Id, kind: LaneKind, (left, column): (f64, f64), top: f64) -> f64 {
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
