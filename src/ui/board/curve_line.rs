//! One persona's line drawn: area, line, points, and the words at them.

use crate::geometry::board::CURVE;
use crate::geometry::curve::{dashes, marker, path};
use crate::ui::prelude::*;

/// One persona's points over the columns in view and a little beyond.
#[derive(Clone, PartialEq)]
pub(super) struct Line {
    /// Which of the personas: gives colour, dashes and marks.
    pub number: usize,
    /// Whether it is the line that is moved.
    pub active: bool,
    /// Its points, left to right.
    pub points: Vec<Point>,
}

impl Line {
    /// The points at which something was felt.
    pub(super) fn felt(&self) -> Vec<(f64, f64)> {
        let felt = self.points.iter().filter(|point| point.level.is_some());
        felt.map(|point| (point.x, point.y)).collect()
    }
}

/// One point.
#[derive(Clone, PartialEq)]
pub(super) struct Point {
    /// Width for its words, px.
    pub room: f64,
    /// The middle of its column, px.
    pub x: f64,
    /// Its height; that of the middle where nothing was felt, px.
    pub y: f64,
    /// Its words stand below it.
    pub below: bool,
    /// What was felt.
    pub level: Option<i8>,
    /// What is said at it: high or low, the name of the feeling.
    pub said: String,
    /// Whether it is a high or a low.
    pub peak: bool,
}

/// Draws a line. The words and the places where nothing was felt yet are those of the active one only.
pub(super) fn line(line: Line) -> AnyView {
    let felt = line.felt();
    let Line { number, active, points } = line;
    let drawn = points.into_iter().filter(|point| active || point.level.is_some());
    let drawn = drawn.map(|point| {
        let shape = marker(number, point.x, point.y);
        view! {
            {active.then(|| words(&point))}
            <path class="curve-point" class:unset=point.level.is_none() d=shape></path>
        }
    });
    view! {
        <g
            class="curve-persona"
            class:active=active
            data-line=number % 4
            data-dash=dashes(number)
        >
            <path class="curve-line" d=path(&felt)></path>
            {drawn.collect_view()}
        </g>
    }
}

/// The words at a point, no wider than the column. The whole of them is in the cell's name and in the
/// table.
fn words(point: &Point) -> AnyView {
    let text = shortened(&point.said, point.room);
    let y = if point.below { point.y + 21.0 } else { point.y - 12.0 };
    view! {
        <text class="curve-word" class:peak=point.peak x=point.x y=y>
            {text}
        </text>
    }
}

/// A column that holds a moment of truth: a thread from its point down to the star.
pub(super) fn moment(x: f64, y: f64, word: &'static str) -> AnyView {
    let foot = CURVE - 24.0;
    let thread = format!("M{x:.1} {:.1}V{foot:.1}", y.min(foot));
    view! {
        <path class="curve-thread" d=thread></path>
        <text class="curve-moment" x=x y=CURVE - 10.0>
            {format!("★ {word}")}
        </text>
    }
}

/// A text cut to about this width, px.
fn shortened(word: &str, room: f64) -> String {
    let most = (room / 6.6) as usize;
    if word.chars().count() <= most {
        return word.to_owned();
    }
    word.chars().take(most.saturating_sub(1)).chain(['…']).collect()
}
