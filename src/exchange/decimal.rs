//! Reads decimal numbers as people write scores, without the tables that `str::parse` needs for the
//! last bit of numbers no one writes: ten kilobytes of the page.

/// The value of ASCII digits with at most one point among them; `None` for anything else, or when it
/// is out of range.
pub(super) fn decimal(text: &str) -> Option<f64> {
    let (whole, part) = text.split_once('.').unwrap_or((text, ""));
    if whole.is_empty() && part.is_empty() {
        return None;
    }
    let more = |value: f64, digit: char| Some(value * 10.0 + f64::from(digit.to_digit(10)?));
    let value = whole.chars().chain(part.chars()).try_fold(0.0, more)?;
    let value = value / part.chars().fold(1.0, |scale, _| scale * 10.0);
    value.is_finite().then_some(value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_and_one_point_make_a_number() {
        for (text, value) in [("5", 5.0), ("3.5", 3.5), ("3.3", 3.3), (".5", 0.5), ("4.", 4.0)] {
            assert_eq!(decimal(text), Some(value), "{text}");
        }
        for text in ["", ".", "1.2.3", "-1", "1e9", "five", &"9".repeat(400)] {
            assert_eq!(decimal(text), None, "{text}");
        }
    }
}
