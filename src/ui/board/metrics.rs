//! The numbers of a metrics lane, drawn above its cards as bars or as a line.

use super::state::Board;
use crate::analysis::number::{Stated, stated};
use crate::geometry::board::CHART;
use crate::geometry::columns::Columns;
use crate::geometry::curve::path;
use crate::model::{Detail, Id, Map, Thing};
use crate::ui::attribute::px;
use crate::ui::memo::{Memo, memo};
use crate::ui::mirror::Mark;
use crate::ui::prelude::*;

/// Where the highest and the lowest value stand, px.
const TOP: f64 = 20.0;
const BOTTOM: f64 = CHART - 4.0;

/// The numbers of a lane by column, with what the scale spans.
#[derive(Clone, PartialEq, Default)]
struct Numbers {
    found: Vec<(usize, Stated)>,
    /// The lowest value, or nought.
    low: f64,
    /// The highest value, or nought.
    high: f64,
    unit: String,
    as_line: bool,
}

impl Numbers {
    /// The first number of each cell.
    fn of(map: &Map, lane: Id) -> Self {
        let thing = Thing::Lane(lane);
        let mut numbers = Numbers {
            unit: map.word(thing, Detail::Unit).to_owned(),
            as_line: map.word(thing, Detail::Chart) == "line",
            ..Numbers::default()
        };
        for (place, column) in map.columns.iter().enumerate() {
            let Some(step) = column.step else { continue };
            let texts = map.cell(lane, step).iter().filter_map(|card| map.cards.get(card));
            if let Some(found) = texts.filter_map(|card| stated(&card.text)).next() {
                numbers.low = numbers.low.min(found.value);
                numbers.high = numbers.high.max(found.value);
                numbers.found.push((place, found));
            }
        }
        numbers
    }

    fn y(&self, value: f64) -> f64 {
        let span = self.high - self.low;
        if span > 0.0 { BOTTOM - (BOTTOM - TOP) * (value - self.low) / span } else { BOTTOM }
    }

    /// A number as it was typed, with the unit.
    fn said(&self, number: &str) -> String {
        if self.unit.is_empty() {
            number.to_owned()
        } else {
            format!("{number}\u{a0}{}", self.unit)
        }
    }
}

fn watched(board: Board, lane: Id) -> Memo<Numbers> {
    memo(move || {
        board.shell.mirror.watch(Mark::Thing(Thing::Lane(lane)), |_| ());
        board.shell.mirror.watch(Mark::Row(lane), |map| Numbers::of(map, lane))
    })
}

/// The chart. The numbers themselves are on the cards, where everyone can read them.
#[component]
pub fn Chart(
    /// The lane.
    lane: Id,
) -> AnyView {
    let board = expect_context::<Board>();
    let numbers = watched(board, lane);
    let width = move || px(board.columns(Columns::width));
    view! {
        <svg
            class="chart"
            aria-hidden="true"
            style:left=move || px(board.frame.get().header)
            style:width=width
            style:height=px(CHART)
        >
            {move || {
                board.laid.track();
                let (first, end) = board.span_in_view();
                numbers.with(|numbers| drawn(board, numbers, first, end))
            }}
        </svg>
    }
}

fn drawn(board: Board, numbers: &Numbers, first: usize, end: usize) -> AnyView {
    let zero = numbers.y(0.0);
    let points: Vec<(f64, f64, f64, String)> = numbers
        .found
        .iter()
        .filter(|(place, _)| (first.saturating_sub(1)..=end).contains(place))
        .map(|(place, found)| {
            let (x, room) = board.middle(*place);
            (x, room, numbers.y(found.value), numbers.said(&found.text))
        })
        .collect();
    let line = numbers.as_line.then(|| {
        let places: Vec<(f64, f64)> = points.iter().map(|(x, _, y, _)| (*x, *y)).collect();
        view! { <path class="chart-line" d=path(&places)></path> }
    });
    let as_line = numbers.as_line;
    let marks = points.into_iter().map(|(x, room, y, said)| {
        let shape = if as_line {
            view! { <circle class="chart-point" cx=x cy=y r="3.5"></circle> }
        } else {
            let half = (room / 4.0).min(22.0);
            let bar = format!("M{:.1} {zero:.1}V{y:.1}H{:.1}V{zero:.1}z", x - half, x + half);
            view! { <path class="chart-bar" d=bar></path> }
        };
        view! {
            {shape}
            <text class="chart-number" x=x y=y.min(zero) - 6.0>{said}</text>
        }
    });
    view! {
        <line class="chart-zero" x1="0" x2="100%" y1=zero y2=zero></line>
        {line}
        {marks.collect_view()}
    }
}

/// The scale beside the chart: its highest and lowest number, and nought.
#[component]
pub fn ChartScale(
    /// The lane.
    lane: Id,
) -> AnyView {
    let board = expect_context::<Board>();
    let numbers = watched(board, lane);
    let level = |y: f64, said: String| {
        view! { <span class="scale-level" style:top=px(y)>{said}</span> }
    };
    view! {
        <div class="scale" aria-hidden="true">
            {move || numbers.with(|numbers| {
                let said = |value: f64| {
                    let found = numbers.found.iter().find(|(_, one)| one.value == value);
                    let number = found.map_or("0", |(_, one)| one.text.as_str());
                    level(numbers.y(value), numbers.said(number))
                };
                let mut values = vec![numbers.high, 0.0, numbers.low];
                values.dedup();
                if numbers.high == 0.0 {
                    values.retain(|value| *value <= 0.0);
                }
                let some = !numbers.found.is_empty();
                some.then(|| values.into_iter().map(said).collect_view())
            })}
        </div>
    }
}
