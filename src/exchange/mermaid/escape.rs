//! Turns a name as written into plain text: `#58;` and `#quot;` escapes, `<br>`, loose white space.

use super::source::trim;
use crate::exchange::entities::named;

/// The text with its escapes replaced by their characters. An escape with an unknown name stays.
pub(super) fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(['#', '<']) {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        let (sign, length) = escape(rest).or_else(|| line_break(rest)).unwrap_or_else(|| {
            let mut chars = rest.chars();
            (chars.next().unwrap_or('#'), 1)
        });
        out.push(sign);
        rest = &rest[length..];
    }
    out.push_str(rest);
    trim(&out).to_owned()
}

/// Whether a text begins with an escape rather than a `#` comment.
pub(super) fn begins(text: &str) -> bool {
    escape(text).is_some()
}

/// The character of the escape a text begins with, and the escape's length in bytes. `#4;` is no
/// escape but a number: that character could not be shown.
fn escape(text: &str) -> Option<(char, usize)> {
    let body = text.strip_prefix('#')?;
    let end = body.find(|c: char| !c.is_ascii_alphanumeric())?;
    let (name, tail) = body.split_at(end);
    let sign = if name.starts_with(|c: char| c.is_ascii_digit()) {
        name.parse().ok().and_then(char::from_u32).filter(|sign| !sign.is_control())?
    } else {
        named(name)?
    };
    tail.starts_with(';').then_some((sign, end + 2))
}

/// A space for the `<br>` a text begins with: names stand on one line.
fn line_break(text: &str) -> Option<(char, usize)> {
    let tag = text.strip_prefix('<')?;
    if !tag.get(..2)?.eq_ignore_ascii_case("br") {
        return None;
    }
    let inner = tag[2..].trim_start();
    let rest = inner.strip_prefix('/').unwrap_or(inner).trim_start().strip_prefix('>')?;
    Some((' ', text.len() - rest.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escapes_become_their_characters_and_other_signs_stay() {
        assert_eq!(plain("A#58; B#59; #35;1#44; #quot;x#quot;"), "A: B; #1, \"x\"");
        assert_eq!(plain("Sprint #4; Child#1"), "Sprint #4; Child#1");
        assert_eq!(plain("Sprint #4"), "Sprint #4");
        assert_eq!(plain("one<br/>two<BR >three <b"), "one two three <b");
        assert_eq!(plain("#unknown; #;"), "#unknown; #;");
    }
}
