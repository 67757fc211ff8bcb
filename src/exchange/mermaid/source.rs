//! Cuts a diagram's text into numbered lines and sets aside front matter, settings and comments.

use super::escape;
use crate::model::draft::{Leftover, LeftoverReason};

/// A line that may hold a statement, trimmed, never empty.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(super) struct Line<'a> {
    /// Line in the file, from 1.
    pub number: usize,
    /// Its text.
    pub text: &'a str,
}

/// The lines of a diagram.
#[derive(Default)]
pub(super) struct Source<'a> {
    /// Lines with statements.
    pub lines: Vec<Line<'a>>,
    /// The `title:` of the front matter, without its quotes, and its line.
    pub title: Option<Line<'a>>,
    /// Settings and comments.
    pub leftovers: Vec<Leftover>,
}

impl<'a> Source<'a> {
    /// Cuts a text whose first line is line `first` of its file.
    pub fn new(text: &'a str, first: usize) -> Self {
        let all: Vec<&str> = lines(text).collect();
        let mut source = Source::default();
        let mut at = source.front_matter(&all, first);
        let last_close = all.iter().rposition(|line| line.contains("}%%")).unwrap_or(0);
        while at < all.len() {
            at += source.line(&all[at..], first + at, last_close.saturating_sub(at));
        }
        source
    }

    /// Takes one line, or the several of a setting; gives how many.
    fn line(&mut self, rest: &[&'a str], number: usize, last_close: usize) -> usize {
        let mut text = trim(rest[0]);
        while let Some(setting) = text.strip_prefix("%%{") {
            if let Some(end) = setting.find("}%%") {
                self.keep(number, &text[..3 + end + 3], LeftoverReason::Setting);
                text = trim(&setting[end + 3..]);
                continue;
            }
            self.keep(number, text, LeftoverReason::Setting);
            let close = rest.iter().take(last_close + 1).skip(1).position(|l| l.contains("}%%"));
            let Some(between) = close else { return 1 };
            for (place, line) in rest[1..=between].iter().enumerate() {
                self.keep(number + 1 + place, trim(line), LeftoverReason::Setting);
            }
            let last = rest[between + 1];
            let end = last.find("}%%").map_or(last.len(), |end| end + 3);
            self.keep(number + between + 1, trim(&last[..end]), LeftoverReason::Setting);
            self.statement(number + between + 1, trim(&last[end..]));
            return between + 2;
        }
        self.statement(number, text);
        1
    }

    fn statement(&mut self, number: usize, text: &'a str) {
        if text.starts_with("%%") || (text.starts_with('#') && !escape::begins(text)) {
            self.keep(number, text, LeftoverReason::Comment);
        } else if !text.is_empty() {
            self.lines.push(Line { number, text });
        }
    }

    /// Takes `---` … `---` at the top; gives the index of the line after it.
    fn front_matter(&mut self, all: &[&'a str], first: usize) -> usize {
        let Some(open) = all.iter().position(|line| !trim(line).is_empty()) else { return 0 };
        if trim(all[open]) != "---" {
            return 0;
        }
        let Some(length) = all[open + 1..].iter().position(|line| trim(line) == "---") else {
            return 0;
        };
        let margin = margin(all[open]);
        for (place, line) in all[open + 1..open + 1 + length].iter().enumerate() {
            let (number, text) = (first + open + 1 + place, trim(line));
            let value = text.strip_prefix("title:").map(unquote);
            match value.filter(|value| line.starts_with(margin) && is_title(line, margin, value)) {
                Some(text) if self.title.is_none() => self.title = Some(Line { number, text }),
                _ => self.keep(number, text, LeftoverReason::Setting),
            }
        }
        open + length + 2
    }

    /// Sets a text aside, unless there is nothing in it.
    fn keep(&mut self, line: usize, text: &str, reason: LeftoverReason) {
        if text.chars().any(char::is_alphanumeric) {
            self.leftovers.push(Leftover { line, text: text.to_owned(), reason });
        }
    }
}

/// Lines ended by LF, CR LF or CR.
pub(super) fn lines(text: &str) -> impl Iterator<Item = &str> {
    text.split('\n').flat_map(|line| line.strip_suffix('\r').unwrap_or(line).split('\r'))
}

/// Takes white space, byte order marks and direction marks off both ends.
pub(super) fn trim(text: &str) -> &str {
    text.trim_matches(|c: char| c.is_whitespace() || is_mark(c))
}

/// Marks that show nothing: byte order, zero width space, left-to-right, right-to-left.
pub(super) fn is_mark(c: char) -> bool {
    matches!(c, '\u{feff}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{61c}')
}

fn margin(line: &str) -> &str {
    &line[..line.len() - line.trim_start().len()]
}

/// Whether a front matter line is the diagram's own title: as far in as the dashes, in one line.
fn is_title(line: &str, margin: &str, value: &str) -> bool {
    line[margin.len()..].starts_with("title:") && !matches!(value, "" | ">" | "|" | ">-" | "|-")
}

fn unquote(value: &str) -> &str {
    let value = trim(value);
    let inner = |quote| value.strip_prefix(quote).and_then(|v: &str| v.strip_suffix(quote));
    inner('"').or_else(|| inner('\'')).unwrap_or(value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn settings_and_comments_stand_aside_and_the_rest_keeps_its_lines() {
        let text = "\u{feff}---\r\ntitle: \"Trip\"\r\nconfig:\r\n  theme: dark\r\n---\r\n%%{init: {\r\n 'a': 1 }}%% journey\r\n%% note\r\n# other\r\n#58; kept\r\n";
        let source = Source::new(text, 10);
        assert_eq!(source.title, Some(Line { number: 11, text: "Trip" }));
        let lines: Vec<_> = source.lines.iter().map(|l| (l.number, l.text)).collect();
        assert_eq!(lines, [(16, "journey"), (19, "#58; kept")]);
        let aside: Vec<_> = source.leftovers.iter().map(|l| (l.line, l.text.as_str())).collect();
        assert_eq!(
            aside,
            [
                (12, "config:"),
                (13, "theme: dark"),
                (15, "%%{init: {"),
                (16, "'a': 1 }}%%"),
                (17, "%% note"),
                (18, "# other")
            ]
        );
    }

    #[test]
    fn what_is_never_closed_takes_one_line_only() {
        let source = Source::new("---\n%%{init\njourney\nA: 3", 1);
        let lines: Vec<_> = source.lines.iter().map(|l| l.text).collect();
        assert_eq!(lines, ["---", "journey", "A: 3"]);
    }
}
