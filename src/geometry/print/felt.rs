//! The emotions lane as a picture: scale, lines, words at their points, and who is who.

use super::{HEADER, PAD, Role, Shape, Sheet, Show};
use crate::analysis::emotion::Extremes;
use crate::geometry::curve::{Plot, area_within, is_below, marker, path_within};
use crate::geometry::heights::card;
use crate::geometry::wrap::Widths;
use crate::model::Id;

/// Height on paper, px.
const HEIGHT: f64 = 172.0;
/// Above the highest level and below the lowest is room for words, px.
const ROOM: f64 = 30.0;
/// Side of a face, px.
const FACE: f64 = 16.0;
/// The narrowest column whose words do not lie on those beside it, px.
const WORDED: f64 = 90.0;
/// The narrowest column in which a star says what it is, px.
const STARRED: f64 = 120.0;
/// From the left of a line in the legend to the name, px.
const SAMPLE: f64 = 34.0;

impl Sheet<'_> {
    /// The plot, its lines and the words at their points; gives where it ends.
    pub(super) fn curves(&mut self, top: f64) -> f64 {
        let (plot, height) = match self.cut.slide {
            Some(show) => {
                let legend = self.legend_above(top + PAD / 2.0) - top;
                (Plot { top: legend + ROOM - PAD, bottom: show.plot - ROOM }, show.plot)
            }
            None => (Plot::PAPER, HEIGHT),
        };
        let zero = top + plot.y(0);
        if let Some(Show { tinted: Some(persona), .. }) = self.cut.slide {
            let line = self.felt(persona, top, &plot);
            let area = area_within(&line, zero, self.cut.header, self.picture.width);
            let tint = Shape::Tint(area, top + plot.top, top + plot.bottom);
            self.picture.shapes.push(tint);
        }
        for level in [4, 2, 0, -2, -4] {
            let y = top + plot.y(level);
            let role = if level == 0 { Role::Zero } else { Role::Level };
            let line = format!("M{:.1} {y:.1}H{:.1}", self.cut.header, self.picture.width);
            self.picture.shapes.push(Shape::Path(role, line));
            self.level(level, y);
        }
        let mut on_top = Vec::new();
        for (number, persona) in self.map.cast.iter().enumerate() {
            self.points(number, *persona, top, &plot, &mut on_top);
            let line = self.felt(*persona, top, &plot);
            let line = path_within(&line, self.cut.header, self.picture.width);
            self.picture.shapes.push(Shape::Path(Role::Curve(number), line));
        }
        for (place, column) in self.columns.iter().enumerate() {
            if column.step.is_some_and(|step| self.map.has_star(step)) {
                let x = self.middle(place);
                let said = if self.column < STARRED { "" } else { self.words.moment };
                on_top.push(Shape::Text(Role::Word, x, top + height - 4.0, format!("★ {said}")));
            }
        }
        self.picture.shapes.append(&mut on_top);
        top + height
    }

    /// A level beside the plot: its word, and on a slide its face, which stands alone where there is no room.
    fn level(&mut self, level: i8, y: f64) {
        let mut end = self.cut.header - PAD;
        if self.cut.slide.is_some() {
            let left = (end - FACE).max(PAD / 2.0);
            self.picture.shapes.push(Shape::Face(level, left, y - FACE / 2.0));
            end = left - PAD / 2.0;
        }
        if end > HEADER / 2.0 {
            let word = (self.words.level)(level);
            self.picture.shapes.push(Shape::Text(Role::Scale, end, y + 4.0, word));
        }
    }

    /// The points of a persona's line, and the words at them.
    fn points(&self, number: usize, persona: Id, top: f64, plot: &Plot, on_top: &mut Vec<Shape>) {
        let tinted = self.cut.slide.is_some_and(|show| show.tinted == Some(persona));
        let extremes = Extremes::of(self.map, persona);
        // Where the last word above and the last one below end.
        let mut ends = [f64::NEG_INFINITY; 2];
        for (place, column) in self.columns.iter().enumerate() {
            let Some(step) = column.step else { continue };
            let (name, level) =
                (self.map.feeling(persona, step).name, self.map.level(persona, step));
            let x = self.middle(place);
            let y = top + plot.y(level.unwrap_or(0));
            if level.is_some() {
                on_top.push(Shape::Path(Role::Point(number), marker(number, x, y)));
            }
            let peak = level.and_then(|level| extremes.peak(level));
            let said = if self.map.goes_through(persona, step) {
                (self.words.felt)(&name, peak)
            } else {
                self.words.skipped.to_owned()
            };
            // In narrow columns the words would lie on each other: there a slide says the highs and lows.
            let is_wide = self.column >= WORDED;
            let is_said = is_wide || tinted && peak.is_some();
            if said.is_empty() || !is_said {
                continue;
            }
            let others = self.map.cast.iter().filter(|other| **other != persona);
            let others = others.filter_map(|other| self.map.level(*other, step));
            let others: Vec<f64> = others.map(|level| top + plot.y(level)).collect();
            let below = is_below(level.unwrap_or(0), y, &others);
            let half = self.length(&said) / 2.0;
            let x = if is_wide {
                x
            } else {
                x.min(self.picture.width - half).max(self.cut.header + half)
            };
            let end = &mut ends[usize::from(below)];
            if !is_wide && x - half < *end {
                continue;
            }
            *end = x + half + PAD;
            let word_y = if below { y + 18.0 } else { y - 10.0 };
            on_top.push(Shape::Text(Role::Word, x, word_y, said));
        }
    }

    fn middle(&self, place: usize) -> f64 {
        self.left(place) + self.column / 2.0
    }

    fn length(&self, text: &str) -> f64 {
        text.chars().map(|character| self.widths.of(character)).sum()
    }

    /// The points of a persona's line on the whole map, so that it runs through these columns as it does there.
    fn felt(&self, persona: Id, top: f64, plot: &Plot) -> Vec<(f64, f64)> {
        let first = self.columns.first();
        let from = self.map.columns.iter().position(|column| Some(column) == first).unwrap_or(0);
        let all = self.map.columns.iter().enumerate();
        let points = all.filter_map(|(place, column)| {
            let level = self.map.level(persona, column.step?)?;
            let x = self.cut.header + self.column * (place as f64 - from as f64 + 0.5);
            Some((x, top + plot.y(level)))
        });
        points.collect()
    }

    /// The personas with their lines, under the name of the emotions lane.
    pub(super) fn legend(&mut self, top: f64) -> f64 {
        let mut y = top;
        for (number, name) in self.cast() {
            self.sample(number, PAD, y);
            let room = self.cut.header - 2.0 * PAD - SAMPLE;
            y = self.text(Role::Step, PAD + SAMPLE, y, room, &name);
        }
        y
    }

    /// The personas with their lines beside each other above the plot, and what a star is where it does not say so.
    fn legend_above(&mut self, top: f64) -> f64 {
        let left = self.cut.header + PAD;
        let (mut x, mut y) = (left, top);
        let starred = |column: &crate::model::map::Column| {
            column.step.is_some_and(|step| self.map.has_star(step))
        };
        let star = self.column < STARRED && self.columns.iter().any(starred);
        let star = star.then(|| (None, format!("★ {}", self.words.moment)));
        let cast = self.cast().into_iter().map(|(number, name)| (Some(number), name));
        for (number, name) in cast.chain(star).collect::<Vec<_>>() {
            let before = if number.is_some() { SAMPLE } else { 0.0 };
            let room = self.picture.width - left - before;
            let wide = self.length(&name).min(room);
            if x > left && x + before + wide > self.picture.width {
                (x, y) = (left, y + card::LINE);
            }
            if let Some(number) = number {
                self.sample(number, x, y);
            }
            y = self.text(Role::Step, x + before, y, wide.max(1.0) / 0.9, &name) - card::LINE;
            x += before + wide + 3.0 * PAD;
        }
        y + card::LINE
    }

    fn cast(&self) -> Vec<(usize, String)> {
        let name = |persona| self.map.personas.get(persona).map(|one| one.name.clone());
        let named = self.map.cast.iter().map(|persona| name(persona).unwrap_or_default());
        named.enumerate().collect()
    }

    /// A piece of a persona's line with its mark.
    fn sample(&mut self, number: usize, x: f64, y: f64) {
        let middle = y + card::LINE / 2.0 + 2.0;
        let line = format!("M{x:.1} {middle:.1}h28");
        self.picture.shapes.push(Shape::Path(Role::Curve(number), line));
        let mark = marker(number, x + 14.0, middle);
        self.picture.shapes.push(Shape::Path(Role::Point(number), mark));
    }
}
