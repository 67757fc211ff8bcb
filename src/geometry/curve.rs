//! The emotion curve: a smooth line through one point a column that never leaves the points' range.

/// The highest and lowest level, in half-steps.
pub const LEVELS: i8 = 4;

/// Stands in a row of levels for a step where nothing is felt.
pub const UNFELT: i8 = i8::MIN;

/// Where the levels stand in a band.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Plot {
    /// The highest level, px from the top of the band.
    pub top: f64,
    /// The lowest level, px from the top of the band.
    pub bottom: f64,
}

impl Plot {
    /// On the board: above it is room for legend and words, below for words and moments of truth.
    pub const BOARD: Plot = Plot { top: 58.0, bottom: 194.0 };
    /// On paper.
    pub const PAPER: Plot = Plot { top: 30.0, bottom: 142.0 };

    /// Where a level stands, px from the top of the band.
    pub fn y(&self, level: i8) -> f64 {
        let below = f64::from(LEVELS - level.clamp(-LEVELS, LEVELS));
        self.top + (self.bottom - self.top) * below / f64::from(2 * LEVELS)
    }

    /// The level nearest to a height: the inverse of [`Plot::y`].
    pub fn level(&self, y: f64) -> i8 {
        let below = (y - self.top) / (self.bottom - self.top).max(1.0) * f64::from(2 * LEVELS);
        let raw = f64::from(LEVELS) - below;
        raw.round().clamp(f64::from(-LEVELS), f64::from(LEVELS)) as i8
    }
}

/// Whether the word at a point of this level and height stands below it: for what is felt below the
/// middle; the other way round where a point of another line lies in its place and none on the other side.
pub fn is_below(level: i8, y: f64, others: &[f64]) -> bool {
    let taken = |up: f64| others.iter().any(|other| (4.0..28.0).contains(&((y - other) * up)));
    match (taken(1.0), taken(-1.0)) {
        (true, false) => true,
        (false, true) => false,
        _ => level < 0,
    }
}

/// A closed path between a line through `points` and the height `zero`: what is tinted.
pub fn area(points: &[(f64, f64)], zero: f64) -> String {
    area_within(points, zero, f64::NEG_INFINITY, f64::INFINITY)
}

/// That area, cut to what lies between `left` and `right`.
pub fn area_within(points: &[(f64, f64)], zero: f64, left: f64, right: f64) -> String {
    let (Some(first), Some(last)) = (points.first(), points.last()) else { return String::new() };
    let line = path_within(points, left, right);
    if line.is_empty() {
        return line;
    }
    format!("{line}L{:.1} {zero:.1}L{:.1} {zero:.1}Z", last.0.min(right), first.0.max(left))
}

/// The mark of the points of the persona with this number: disc, lozenge, square, triangle, so that
/// colour is not needed.
pub fn marker(number: usize, x: f64, y: f64) -> String {
    match number % 4 {
        0 => format!("M{:.1} {y:.1}a5 5 0 1 0 10 0a5 5 0 1 0 -10 0z", x - 5.0),
        1 => format!("M{x:.1} {:.1}l6 6l-6 6l-6 -6z", y - 6.0),
        2 => format!("M{:.1} {:.1}h9v9h-9z", x - 4.5, y - 4.5),
        _ => format!("M{x:.1} {:.1}l6 10h-12z", y - 6.0),
    }
}

/// The dashes of that persona's line: another one for each of sixteen, together with the mark.
pub fn dashes(number: usize) -> usize {
    (number + number / 4) % 4
}

/// The SVG path of a monotone cubic through `points` (ascending x): no overshoot between two points,
/// and level where the curve turns. Tangents after Fritsch and Carlson, "Monotone Piecewise Cubic
/// Interpolation", SIAM J. Numer. Anal. 17 (1980), with the harmonic mean of Fritsch and Butland (1984).
/// One point gives a path that only moves there; none gives the empty path.
pub fn path(points: &[(f64, f64)]) -> String {
    path_within(points, f64::NEG_INFINITY, f64::INFINITY)
}

/// That curve, cut to what lies between `left` and `right`.
pub fn path_within(points: &[(f64, f64)], left: f64, right: f64) -> String {
    if let [(x, y)] = points {
        return format!("M{x:.1} {y:.1}");
    }
    let mut out = String::new();
    let slopes = tangents(points);
    for (place, pair) in points.windows(2).enumerate() {
        let piece =
            Piece { from: pair[0], to: pair[1], slopes: (slopes[place], slopes[place + 1]) };
        let (x0, x1) = (pair[0].0.max(left), pair[1].0.min(right));
        if x0 >= x1 {
            continue;
        }
        let ((y0, from), (y1, to)) = (piece.at(x0), piece.at(x1));
        if out.is_empty() {
            out = format!("M{x0:.1} {y0:.1}");
        }
        let third = (x1 - x0) / 3.0;
        out.push_str(&format!(
            "C{:.1} {:.1} {:.1} {:.1} {x1:.1} {y1:.1}",
            x0 + third,
            y0 + from * third,
            x1 - third,
            y1 - to * third,
        ));
    }
    out
}

/// The curve between two points, with its slopes there.
struct Piece {
    from: (f64, f64),
    to: (f64, f64),
    slopes: (f64, f64),
}

impl Piece {
    /// Height and slope at `x` (cubic Hermite interpolation).
    fn at(&self, x: f64) -> (f64, f64) {
        let ((x0, y0), (x1, y1)) = (self.from, self.to);
        let width = (x1 - x0).max(f64::EPSILON);
        let t = (x - x0) / width;
        let (from, to) = (self.slopes.0 * width, self.slopes.1 * width);
        let (square, cube) = (t * t, t * t * t);
        let y = y0
            + (y1 - y0) * (3.0 * square - 2.0 * cube)
            + from * (cube - 2.0 * square + t)
            + to * (cube - square);
        let rise = (y1 - y0) * 6.0 * (t - square)
            + from * (3.0 * square - 4.0 * t + 1.0)
            + to * (3.0 * square - 2.0 * t);
        (y, rise / width)
    }
}

fn tangents(points: &[(f64, f64)]) -> Vec<f64> {
    let secants: Vec<f64> = points
        .windows(2)
        .map(|p| (p[1].1 - p[0].1) / (p[1].0 - p[0].0).max(f64::EPSILON))
        .collect();
    (0..points.len())
        .map(|place| {
            let before = place.checked_sub(1).and_then(|i| secants.get(i));
            match (before, secants.get(place)) {
                (Some(a), Some(b)) if a * b > 0.0 => 2.0 * a * b / (a + b),
                _ => 0.0,
            }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn heights_and_levels_are_inverse() {
        for plot in [Plot::BOARD, Plot::PAPER] {
            for level in -LEVELS..=LEVELS {
                assert_eq!(plot.level(plot.y(level)), level);
            }
            assert_eq!(plot.level(-500.0), 4);
            assert_eq!(plot.level(900.0), -4);
        }
    }

    #[test]
    fn a_cut_curve_is_the_same_curve() {
        let points = [(0.0, 0.0), (10.0, 8.0), (20.0, 12.0), (30.0, 2.0)];
        assert_eq!(path_within(&points, -5.0, 40.0), path(&points));
        // By hand, between (10, 8) and (20, 12): the secants are 0.8, 0.4 and −1, so the slopes are
        // 2 · 0.8 · 0.4 / 1.2 = 0.533 and 0; in the middle 8 + 2 + 5.33/8 = 10.67, and the slope 0.6 − 0.533/4 = 0.467.
        let (left, right) = (path_within(&points, 0.0, 15.0), path_within(&points, 15.0, 30.0));
        assert!(left.ends_with(" 15.0 10.7"), "{left}");
        assert!(right.starts_with("M15.0 10.7C16.7 11.4 "), "{right}");
        assert_eq!(path_within(&points, 31.0, 40.0), "");
        let area = area_within(&points, 5.0, 15.0, 30.0);
        assert!(area.starts_with("M15.0 10.7C") && area.ends_with("L30.0 5.0L15.0 5.0Z"), "{area}");
        assert_eq!(area_within(&points, 5.0, 31.0, 40.0), "");
    }

    #[test]
    fn a_word_gives_way_to_another_lines_point_where_the_other_side_is_free() {
        assert!(!is_below(2, 100.0, &[]) && is_below(-2, 100.0, &[]));
        assert!(is_below(2, 100.0, &[84.0]), "a point above");
        assert!(!is_below(-2, 100.0, &[117.0]), "a point below");
        assert!(!is_below(2, 100.0, &[84.0, 117.0]), "both sides taken");
        assert!(!is_below(2, 100.0, &[100.0, 60.0]), "the same point, one far off");
    }

    #[test]
    fn sixteen_personas_are_told_apart_without_colour() {
        let looks: std::collections::HashSet<(usize, usize)> =
            (0..16).map(|number| (number % 4, dashes(number))).collect();
        assert_eq!(looks.len(), 16);
    }

    #[test]
    fn the_line_never_leaves_the_range_of_its_points() {
        let points = [(0.0, 10.0), (100.0, 10.0), (200.0, 90.0), (300.0, 50.0), (400.0, 50.0)];
        let slopes = tangents(&points);
        for (place, pair) in points.windows(2).enumerate() {
            let (low, high) = (pair[0].1.min(pair[1].1), pair[0].1.max(pair[1].1));
            let third = (pair[1].0 - pair[0].0) / 3.0;
            for control in
                [pair[0].1 + slopes[place] * third, pair[1].1 - slopes[place + 1] * third]
            {
                assert!((low..=high).contains(&control), "{control} outside {low}..{high}");
            }
        }
    }

    #[test]
    fn few_points_still_give_a_path() {
        assert_eq!(path(&[]), "");
        assert_eq!(path(&[(1.0, 2.0)]), "M1.0 2.0");
    }
}
