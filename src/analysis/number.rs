//! The number a card of a metrics lane states, in either language's spelling.

/// A number found in a text.
#[derive(Clone, PartialEq, Debug)]
pub struct Stated {
    /// Its value.
    pub value: f64,
    /// How it is written there.
    pub text: String,
}

/// The first number of a text. The last comma or point is its decimal sign (`4,2` and `4.2`, `1,234.5` and
/// `1 234,5` with narrow spaces), unless it stands there twice (`1.234.567`).
pub fn stated(text: &str) -> Option<Stated> {
    let chars: Vec<char> = text.chars().collect();
    let digit = |at: usize| chars.get(at).is_some_and(char::is_ascii_digit);
    let first = (0..chars.len()).find(|at| digit(*at))?;
    let mut end = first;
    while digit(end) || (is_sign(chars.get(end)) && digit(end + 1)) {
        end += 1;
    }
    let number = &chars[first..end];
    let negative = first > 0 && matches!(chars[first - 1], '-' | '\u{2212}');
    let value = value(number)?;
    let mut said: String = number.iter().collect();
    if negative {
        said.insert(0, '\u{2212}');
    }
    Some(Stated { value: if negative { -value } else { value }, text: said })
}

/// What may stand between the digits of one number.
fn is_sign(character: Option<&char>) -> bool {
    matches!(character, Some('.' | ',' | '\'' | '\u{2019}' | '\u{a0}' | '\u{202f}'))
}

fn value(number: &[char]) -> Option<f64> {
    let signs: Vec<usize> = (0..number.len()).filter(|at| is_sign(number.get(*at))).collect();
    // The last comma or point is the decimal sign, unless the same sign stood before it.
    let decimal = signs.last().copied().filter(|at| {
        let sign = number[*at];
        matches!(sign, '.' | ',')
            && !signs.iter().any(|other| other != at && number[*other] == sign)
    });
    let mut value = 0.0;
    let mut unit = 1.0;
    for (at, character) in number.iter().enumerate() {
        let Some(digit) = character.to_digit(10) else { continue };
        if decimal.is_some_and(|decimal| at > decimal) {
            unit /= 10.0;
            value += f64::from(digit) * unit;
        } else {
            value = value * 10.0 + f64::from(digit);
        }
    }
    (number.len() < 40).then_some(value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_in_both_spellings() {
        for (text, value) in [
            ("42", 42.0),
            ("NPS 31 (n = 80)", 31.0),
            ("4.2 / 5", 4.2),
            ("4,2 sur 5", 4.2),
            ("−12 %", -12.0),
            ("-3", -3.0),
            ("1,234.5", 1234.5),
            ("1\u{202f}234,5 €", 1234.5),
            ("1.234.567", 1_234_567.0),
            ("12, then 13", 12.0),
        ] {
            let found = stated(text).map(|found| found.value).unwrap_or(f64::NAN);
            assert!((found - value).abs() < 1e-9, "{text}: {found}");
        }
        assert_eq!(stated("no number"), None);
        assert_eq!(stated(""), None);
        assert_eq!(stated(&"9".repeat(400)), None);
    }
}
