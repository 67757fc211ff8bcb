//! The heads of a picture: title, stages and steps, and what is told of them.

use super::{HEAD, Heads, NAMED, PAD, Role, Shape, Sheet, title};
use crate::geometry::heights::card;
use crate::geometry::wrap::{Widths, lines};
use crate::model::{Detail, Id, Thing};

/// The longest line of a name that is read upwards, px.
const UPRIGHT: f64 = 132.0;

impl Sheet<'_> {
    /// Draws them; gives where the lanes begin.
    pub(super) fn heading(&mut self) -> f64 {
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

    /// When a header takes place, and whether everyone goes there.
    fn facts(&self, of: Thing, step: Option<Id>) -> String {
        let mut facts = Vec::new();
        let time = self.map.word(of, Detail::Time);
        facts.extend((!time.is_empty()).then_some(time));
        let optional = step.is_some_and(|step| self.map.is(Thing::Step(step), Detail::Optional));
        facts.extend(optional.then_some(self.words.optional));
        facts.join(" · ")
    }
}
