//! The emotion curve: a smooth line through one point a column that never leaves the points' range.

/// The highest and lowest level, in half-steps.
pub const LEVELS: i8 = 4;

/// Where a level stands, in px from the top of a band `height` px high with `margin` px kept free
/// above the highest and below the lowest level.
pub fn level_y(level: i8, height: f64, margin: f64) -> f64 {
    let span = height - 2.0 * margin;
    margin + span * f64::from(LEVELS - level.clamp(-LEVELS, LEVELS)) / f64::from(2 * LEVELS)
}

/// The level nearest to a height: the inverse of [`level_y`].
pub fn level_at(y: f64, height: f64, margin: f64) -> i8 {
    let span = (height - 2.0 * margin).max(1.0);
    let raw = f64::from(LEVELS) - (y - margin) / span * f64::from(2 * LEVELS);
    raw.round().clamp(f64::from(-LEVELS), f64::from(LEVELS)) as i8
}

/// The SVG path of a monotone cubic through `points` (ascending x): no overshoot between two points,
/// and level where the curve turns. Tangents after Fritsch and Carlson, "Monotone Piecewise Cubic
/// Interpolation", SIAM J. Numer. Anal. 17 (1980), with the harmonic mean of Fritsch and Butland (1984).
/// One point gives a path that only moves there; none gives the empty path.
pub fn path(points: &[(f64, f64)]) -> String {
    let Some(((first_x, first_y), _)) = points.split_first() else { return String::new() };
    let mut out = format!("M{first_x:.1} {first_y:.1}");
    let slopes = tangents(points);
    for (place, pair) in points.windows(2).enumerate() {
        let [(x0, y0), (x1, y1)] = [pair[0], pair[1]];
        let third = (x1 - x0) / 3.0;
        let (from, to) = (slopes[place], slopes[place + 1]);
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
        for level in -LEVELS..=LEVELS {
            assert_eq!(level_at(level_y(level, 170.0, 20.0), 170.0, 20.0), level);
        }
        assert_eq!(level_at(-500.0, 170.0, 20.0), 4);
        assert_eq!(level_at(900.0, 170.0, 20.0), -4);
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
