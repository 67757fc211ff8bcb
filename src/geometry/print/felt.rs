//! The emotions lane on paper: scale, lines, words at their points, and who is who.

use super::{HEADER, PAD, Role, Shape, Sheet};
use crate::analysis::emotion::Extremes;
use crate::geometry::curve::{Plot, is_below, marker, path};
use crate::geometry::heights::card;
use crate::model::Id;
use crate::model::map::Column;

impl Sheet<'_> {
    /// The plot, its lines and the words at their points.
    pub(super) fn curves(&mut self, top: f64) -> f64 {
        const HEIGHT: f64 = 172.0;
        let plot = Plot::PAPER;
        for level in [4, 2, 0, -2, -4] {
            let y = top + plot.y(level);
            let role = if level == 0 { Role::Zero } else { Role::Level };
            let line = format!("M{HEADER:.1} {y:.1}H{:.1}", self.picture.width);
            self.picture.shapes.push(Shape::Path(role, line));
            let word = (self.words.level)(level);
            self.picture.shapes.push(Shape::Text(Role::Scale, HEADER - PAD, y + 4.0, word));
        }
        let mut on_top = Vec::new();
        for (number, persona) in self.map.cast.iter().enumerate() {
            let extremes = Extremes::of(self.map, *persona);
            let mut points = Vec::new();
            for (place, column) in self.columns.iter().enumerate() {
                let Some(step) = column.step else { continue };
                let mut feeling = self.map.feeling(*persona, step);
                feeling.level = self.map.level(*persona, step);
                let x = HEADER + self.column * (place as f64 + 0.5);
                let y = top + plot.y(feeling.level.unwrap_or(0));
                if self.map.level(*persona, step).is_some() {
                    points.push((x, y));
                    on_top.push(Shape::Path(Role::Point(number), marker(number, x, y)));
                }
                let peak = feeling.level.and_then(|level| extremes.peak(level));
                let said = if self.map.goes_through(*persona, step) {
                    (self.words.felt)(&feeling.name, peak)
                } else {
                    self.words.skipped.to_owned()
                };
                // In narrow columns the words would lie on each other.
                if !said.is_empty() && self.column >= 90.0 {
                    let others = self.map.cast.iter().filter(|other| *other != persona);
                    let others = others.filter_map(|other| self.map.level(*other, step));
                    let others: Vec<f64> = others.map(|level| top + plot.y(level)).collect();
                    let below = is_below(feeling.level.unwrap_or(0), y, &others);
                    let word_y = if below { y + 18.0 } else { y - 10.0 };
                    on_top.push(Shape::Text(Role::Word, x, word_y, said));
                }
            }
            let beyond = self.beyond(*persona, top, &plot, &points);
            self.picture.shapes.push(Shape::Path(Role::Curve(number), path(&beyond)));
        }
        for (place, column) in self.columns.iter().enumerate() {
            if column.step.is_some_and(|step| self.map.has_star(step)) {
                let x = HEADER + self.column * (place as f64 + 0.5);
                let said = if self.column < 120.0 { "" } else { self.words.moment };
                on_top.push(Shape::Text(Role::Word, x, top + HEIGHT - 4.0, format!("★ {said}")));
            }
        }
        self.picture.shapes.append(&mut on_top);
        top + HEIGHT
    }

    /// The points of a line, and where it runs off the sides: halfway to its points before and after
    /// these columns.
    fn beyond(&self, persona: Id, top: f64, plot: &Plot, points: &[(f64, f64)]) -> Vec<(f64, f64)> {
        let (Some(first), Some(last)) = (points.first(), points.last()) else { return Vec::new() };
        let place = |of: Option<&Column>| self.map.columns.iter().position(|c| Some(c) == of);
        let (from, to) = (place(self.columns.first()), place(self.columns.last()));
        let (Some(from), Some(to)) = (from, to) else { return points.to_vec() };
        let level = |column: &Column| {
            column.step.and_then(|step| self.map.level(persona, step)).map(|l| top + plot.y(l))
        };
        let before = self.map.columns[..from].iter().rev().find_map(level);
        let after = self.map.columns[to + 1..].iter().find_map(level);
        let mut all = Vec::with_capacity(points.len() + 2);
        all.extend(before.map(|y| (HEADER, (y + first.1) / 2.0)));
        all.extend_from_slice(points);
        all.extend(after.map(|y| (self.picture.width, (y + last.1) / 2.0)));
        all
    }

    /// The personas with their lines, under the name of the emotions lane.
    pub(super) fn legend(&mut self, top: f64) -> f64 {
        let mut y = top;
        for (number, persona) in self.map.cast.iter().enumerate() {
            let name = self.map.personas.get(persona).map_or("", |one| one.name.as_str());
            let middle = y + card::LINE / 2.0 + 2.0;
            let line = format!("M{PAD:.1} {middle:.1}h28");
            self.picture.shapes.push(Shape::Path(Role::Curve(number), line));
            let mark = marker(number, PAD + 14.0, middle);
            self.picture.shapes.push(Shape::Path(Role::Point(number), mark));
            y = self.text(Role::Step, PAD + 34.0, y, HEADER - 2.0 * PAD - 34.0, name);
        }
        y
    }
}
