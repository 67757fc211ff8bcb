//! Tells keywords of the grammar from tasks that begin with the same word.

use super::source::trim;
use super::task;

/// What follows the header `journey` on its line; `None` if the line is no header.
pub(super) fn after_header(text: &str) -> Option<&str> {
    let rest = after_word(text, "journey")?;
    let ends = rest.is_empty() || rest.starts_with(|c: char| c.is_whitespace() || c == ';');
    ends.then(|| trim(rest.trim_start_matches(';')))
}

/// The title a line gives. A task may begin with that word too ("Title page: 4: Me"): it does if it
/// has a score, and the diagram has `begun`, or the word is capitalised and actors follow.
pub(super) fn title(text: &str, begun: bool) -> Option<&str> {
    let (rest, colon) = keyword(text, "title")?;
    match task::shape(text) {
        Some(actors) if colon || begun || (actors && text.starts_with('T')) => None,
        _ => Some(rest),
    }
}

/// The name of the stage a line begins. A task may begin with that word too ("Section 8: 3: Me"): it
/// does if it has a score, and the word is capitalised or stands alone, or actors follow.
pub(super) fn section(text: &str) -> Option<&str> {
    let (rest, colon) = keyword(text, "section")?;
    match task::shape(text) {
        Some(actors) if actors || colon || !text.starts_with('s') => None,
        _ => Some(rest),
    }
}

/// What follows a keyword, and whether a colon stands between.
fn keyword<'a>(text: &'a str, word: &str) -> Option<(&'a str, bool)> {
    let rest = after_word(text, word)?;
    if let Some(rest) = after_colon(rest) {
        return Some((rest, true));
    }
    let ends = rest.is_empty() || rest.starts_with(char::is_whitespace);
    ends.then(|| (trim(rest), false))
}

/// What follows a word at the start of a text, in any case.
pub(super) fn after_word<'a>(text: &'a str, word: &str) -> Option<&'a str> {
    let head = text.get(..word.len())?;
    head.eq_ignore_ascii_case(word).then(|| &text[word.len()..])
}

/// What follows a colon at the start of a text.
pub(super) fn after_colon(text: &str) -> Option<&str> {
    text.trim_start().strip_prefix([':', '：']).map(trim)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_header_may_go_on() {
        assert_eq!(after_header("journey title X"), Some("title X"));
        assert_eq!(after_header("journey;"), Some(""));
        assert_eq!(after_header("journeys"), None);
    }

    #[test]
    fn keywords_are_told_from_names() {
        assert_eq!(title("title Trip: day 2", false), Some("Trip: day 2"));
        assert_eq!(title("title: Trip", false), Some("Trip"));
        assert_eq!(title("Title page: 4: Me", false), None);
        assert_eq!(title("title page: 4", true), None);
        assert_eq!(title("Titles", false), None);
        assert_eq!(section("section Sprint 1: X"), Some("Sprint 1: X"));
        assert_eq!(section("section"), Some(""));
        assert_eq!(section("Section 8: 3: Me"), None);
    }
}
