//! The arrows of loops and alternative paths below the heads of a picture.

use super::{Role, Shape, Sheet};
use crate::geometry::arrows::{Arrow, arriving, arrows, height, leaving, way};
use crate::model::Id;
use crate::model::path::PathKind;

impl Sheet<'_> {
    /// The arrows of the paths between these columns; gives where the lanes begin.
    pub(super) fn paths(&mut self, top: f64) -> f64 {
        let first =
            self.columns.first().and_then(|first| self.map.columns.iter().position(|c| c == first));
        let Some(first) = first else { return top };
        let here =
            |place: usize| place.checked_sub(first).filter(|place| *place < self.columns.len());
        let meets = |arrow: &Arrow| here(arrow.from).is_some() || here(arrow.to).is_some();
        let ways: Vec<Arrow> = arrows(self.map).into_iter().filter(meets).collect();
        let middle = |place: usize| self.cut.header + self.column * (place as f64 + 0.5);
        let (left, right) = (self.cut.header + 4.0, self.picture.width - 4.0);
        let edge = |place: usize| if place < first { left } else { right };
        for arrow in &ways {
            let Some(path) = self.map.paths.get(&arrow.path) else { continue };
            let said = (self.words.path)(path);
            // A path that leaves the picture, or comes from beyond, names where its other end is.
            let (x, (drawn, y), said) =
                match (here(arrow.from).map(middle), here(arrow.to).map(middle)) {
                    (Some(from), Some(to)) => ((from + to) / 2.0, way(arrow, from, to, top), said),
                    (Some(from), None) => {
                        let to = edge(arrow.to);
                        let said = format!("{said} → {}", self.called(path.to));
                        ((from + to) / 2.0, leaving(arrow, from, to, top), said)
                    }
                    (None, Some(to)) => {
                        let from = edge(arrow.from);
                        let said = format!("{} → {said}", self.called(path.from));
                        ((from + to) / 2.0, arriving(arrow, from, to, top), said)
                    }
                    (None, None) => continue,
                };
            let back = path.kind == PathKind::Loop;
            self.picture.shapes.push(Shape::Path(Role::Way(back), drawn));
            let half = said.chars().count() as f64 * 3.4;
            let x = x.min(right - half).max(left + half);
            self.picture.shapes.push(Shape::Text(Role::Word, x, y + 4.0, said));
        }
        top + height(&ways)
    }

    /// What a step is called: by its stage where that is shown without steps.
    fn called(&self, step: Id) -> String {
        let Some(found) = self.map.steps.get(&step) else { return String::new() };
        let stage = || self.map.stages.get(&found.stage).map(|stage| stage.name.clone());
        let name = found.name.trim().to_owned();
        if name.is_empty() { stage().unwrap_or_default() } else { name }
    }
}
