//! The emotions lane on paper: scale, lines, words at their points, and who is who.

use super::{HEADER, PAD, Role, Shape, Sheet};
use crate::analysis::emotion::Extremes;
use crate::geometry::curve::{Plot, is_below, marker, path_within};
use crate::geometry::heights::card;
use crate::model::Id;

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
            for (place, column) in self.columns.iter().enumerate() {
                let Some(step) = column.step else { continue };
                let mut feeling = self.map.feeling(*persona, step);
                feeling.level = self.map.level(*persona, step);
                let x = HEADER + self.column * (place as f64 + 0.5);
                let y = top + plot.y(feeling.level.unwrap_or(0));
                if self.map.level(*persona, step).is_some() {
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
            let line = path_within(&self.felt(*persona, top, &plot), HEADER, self.picture.width);
            self.picture.shapes.push(Shape::Path(Role::Curve(number), line));
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

    /// The points of a persona's line on the whole map, so that it runs through these columns as it does there.
    fn felt(&self, persona: Id, top: f64, plot: &Plot) -> Vec<(f64, f64)> {
        let first = self.columns.first();
        let from = self.map.columns.iter().position(|column| Some(column) == first).unwrap_or(0);
        let all = self.map.columns.iter().enumerate();
        let points = all.filter_map(|(place, column)| {
            let level = self.map.level(persona, column.step?)?;
            let x = HEADER + self.column * (place as f64 - from as f64 + 0.5);
            Some((x, top + plot.y(level)))
        });
        points.collect()
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
