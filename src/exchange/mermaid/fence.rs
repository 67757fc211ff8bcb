//! Finds the fenced mermaid journey blocks of a Markdown text.

use super::diagram::is_journey;
use super::source::lines;

/// A fenced block.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Block {
    /// The line of the file its first content line is, from 1.
    pub start_line: usize,
    /// Its content, without the marks of the quotes it stands in.
    pub text: String,
}

/// An open fence.
struct Fence {
    sign: char,
    length: usize,
    quotes: usize,
    mermaid: bool,
}

/// The blocks fenced by three or more backticks, tildes or (as some wikis do) colons that are marked
/// `mermaid` and whose first statement is `journey`, also inside lists and quotes. Blocks within
/// another block's fence are that block's text. One left open ends with the text or its quote.
pub fn blocks(markdown: &str) -> Vec<Block> {
    let mut found = Vec::new();
    let mut open: Option<(Fence, Block)> = None;
    for (place, line) in lines(markdown).enumerate() {
        if let Some((fence, block)) = &mut open {
            let inner = unquote(line, fence.quotes);
            let ended = inner.is_none();
            match inner.filter(|inner| !fence.closes(inner)) {
                Some(inner) => {
                    block.text.push_str(inner);
                    block.text.push('\n');
                    continue;
                }
                None => found.extend(open.take().and_then(journey)),
            }
            if !ended {
                continue;
            }
        }
        open = Fence::open(line)
            .map(|fence| (fence, Block { start_line: place + 2, text: String::new() }));
    }
    found.extend(open.and_then(journey));
    found
}

fn journey((fence, block): (Fence, Block)) -> Option<Block> {
    (fence.mermaid && is_journey(&block.text)).then_some(block)
}

impl Fence {
    fn open(line: &str) -> Option<Self> {
        let (quotes, text) = outside(line);
        let sign = text.chars().next().filter(|c| matches!(c, '`' | '~' | ':'))?;
        let info = text.trim_start_matches(sign);
        let length = text.len() - info.len();
        if length < 3 || (sign == '`' && info.contains('`')) {
            return None;
        }
        let word = info.trim_start().trim_start_matches(['{', '.']);
        let end = word.find(|c: char| !c.is_alphanumeric()).unwrap_or(word.len());
        let mermaid = word[..end].eq_ignore_ascii_case("mermaid");
        // Colons also fence notes and columns, whose content is ordinary Markdown.
        (sign != ':' || mermaid).then_some(Fence { sign, length, quotes, mermaid })
    }

    fn closes(&self, line: &str) -> bool {
        let text = line.trim();
        text.len() >= self.length && text.chars().all(|c| c == self.sign)
    }
}

/// Takes quote and list marks off the start of a line; gives how many quote marks there were.
fn outside(line: &str) -> (usize, &str) {
    let (mut quotes, mut rest) =
        (0, line.trim_start_matches(|c: char| c == '\u{feff}' || is_blank(c)));
    loop {
        let digits = rest.len() - rest.trim_start_matches(|c: char| c.is_ascii_digit()).len();
        let next = if let Some(inner) = rest.strip_prefix('>') {
            quotes += 1;
            inner
        } else if let Some(inner) =
            rest.strip_prefix(['-', '*', '+']).filter(|r| r.starts_with(is_blank))
        {
            inner
        } else if let Some(inner) = rest[digits..]
            .strip_prefix(['.', ')'])
            .filter(|r| digits > 0 && r.starts_with(is_blank))
        {
            inner
        } else {
            return (quotes, rest);
        };
        rest = next.trim_start_matches(is_blank);
    }
}

/// Takes `quotes` quote marks off a line; `None` if it has fewer, which ends the quote.
fn unquote(line: &str, quotes: usize) -> Option<&str> {
    let mut rest = line;
    for _ in 0..quotes {
        rest = rest.trim_start_matches(is_blank).strip_prefix('>')?;
    }
    Some(rest)
}

fn is_blank(c: char) -> bool {
    c == ' ' || c == '\t'
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(markdown: &str) -> Vec<(usize, String)> {
        blocks(markdown).into_iter().map(|block| (block.start_line, block.text)).collect()
    }

    #[test]
    fn journey_blocks_are_found_with_their_lines() {
        let text = "# A\n```mermaid\njourney\nA: 3\n```\n```mermaid\ngraph TD\n```\n~~~~ Mermaid {x=1}\r\njourney\r\n~~~\r\nB: 2\r\n~~~~\n";
        assert_eq!(
            found(text),
            [(3, "journey\nA: 3\n".to_owned()), (10, "journey\n~~~\nB: 2\n".to_owned())]
        );
    }

    #[test]
    fn lists_quotes_and_open_ends_are_fine() {
        assert_eq!(
            found("- 1. ```mermaid\n     journey\n     ```\n"),
            [(2, "     journey\n".into())]
        );
        assert_eq!(found("> > ```mermaid\n> > journey\n> after"), [(2, " journey\n".to_owned())]);
        assert_eq!(found("::: mermaid\njourney\n:::"), [(2, "journey\n".to_owned())]);
        assert_eq!(found("```mermaid\njourney"), [(2, "journey\n".to_owned())]);
    }

    #[test]
    fn blocks_shown_as_text_are_not_read() {
        assert!(found("````md\n```mermaid\njourney\n```\n````").is_empty());
        assert!(found("```mermaid` journey\n```text\njourney\n```").is_empty());
    }
}
