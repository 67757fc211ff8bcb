//! Formatting of a text: bold, italic and links on stretches of it, and lines that are list items.
//!
//! Names and values are those of Automerge's rich text schema, which its ProseMirror binding writes.

use super::json::Json;
use serde::{Deserialize, Serialize};

/// What a stretch of a text can bear.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug, Serialize, Deserialize)]
pub enum Mark {
    /// Bold.
    Strong,
    /// Italic.
    Em,
    /// A link; its value is the address.
    Link,
}

impl Mark {
    /// All of them.
    pub const ALL: [Mark; 3] = [Mark::Strong, Mark::Em, Mark::Link];

    /// Its name in the document.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Mark::Strong => "strong",
            Mark::Em => "em",
            Mark::Link => "link",
        }
    }
}

/// What a line of a text is.
#[derive(
    Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug, Default, Serialize, Deserialize,
)]
pub enum Block {
    /// A plain line.
    #[default]
    Plain,
    /// An item of a list with bullets.
    Bullet,
    /// An item of a numbered list.
    Number,
}

/// One mark on one stretch; positions in UTF-16 units of the plain text.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Debug, Serialize, Deserialize)]
pub struct Marked {
    /// Where it begins.
    pub from: usize,
    /// Where it ends.
    pub to: usize,
    /// What it is.
    pub mark: Mark,
    /// The address of a link; empty for the others.
    pub value: String,
}

/// The formatting of one text. A text without any has none of this.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Default, Serialize, Deserialize)]
pub struct Rich {
    /// Marks in order; two of one sort neither overlap nor touch unless their values differ.
    pub marks: Vec<Marked>,
    /// The lines that are list items, by number from 0, in order.
    pub lines: Vec<(usize, Block)>,
}

impl Rich {
    /// Puts marks and lines into their one form; `None` when nothing is left.
    pub(crate) fn settle(mut self) -> Option<Box<Rich>> {
        self.marks.sort_by_key(|one| (one.mark, one.from));
        let mut marks: Vec<Marked> = Vec::new();
        for next in self.marks.drain(..).filter(|next| next.from < next.to) {
            match marks.last_mut() {
                Some(last)
                    if last.mark == next.mark
                        && last.value == next.value
                        && last.to >= next.from =>
                {
                    last.to = last.to.max(next.to);
                }
                _ => marks.push(next),
            }
        }
        marks.sort();
        self.marks = marks;
        self.lines.retain(|(_, block)| *block != Block::Plain);
        (!self.marks.is_empty() || !self.lines.is_empty()).then(|| Box::new(self))
    }

    /// What a line is.
    pub fn block(&self, line: usize) -> Block {
        let found = self.lines.iter().find(|(known, _)| *known == line);
        found.map_or(Block::Plain, |(_, block)| *block)
    }

    /// The value of a mark at a unit of the text.
    pub(crate) fn at(&self, mark: Mark, unit: usize) -> Option<&str> {
        let on = |one: &&Marked| one.mark == mark && one.from <= unit && unit < one.to;
        self.marks.iter().find(on).map(|one| one.value.as_str())
    }
}

/// A stretch of one line whose characters all bear the same marks.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Piece {
    /// Its characters.
    pub text: String,
    /// Whether it is bold.
    pub strong: bool,
    /// Whether it is italic.
    pub em: bool,
    /// Where it leads, if it is a link that may be followed.
    pub link: Option<String>,
}

/// One line of a text as it is shown.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Line {
    /// What it is.
    pub block: Block,
    /// Which item of its list, from 1.
    pub number: usize,
    /// Its stretches; none in an empty line.
    pub pieces: Vec<Piece>,
}

impl Line {
    /// What stands before an item.
    pub fn head(&self) -> Option<String> {
        match self.block {
            Block::Plain => None,
            Block::Bullet => Some("•".to_owned()),
            Block::Number => Some(format!("{}.", self.number)),
        }
    }
}

/// The first address in a text that may be followed.
pub fn first_link(text: &str, rich: &Rich) -> Option<String> {
    lines(text, rich).into_iter().flat_map(|line| line.pieces).find_map(|piece| piece.link)
}

/// A text as lines of equally marked stretches.
pub fn lines(text: &str, rich: &Rich) -> Vec<Line> {
    let mut at = 0;
    let mut found = Vec::new();
    for (number, line) in text.split('\n').enumerate() {
        let mut pieces: Vec<Piece> = Vec::new();
        for c in line.chars() {
            let link = rich.at(Mark::Link, at).filter(|href| may_follow(href));
            let (strong, em) = (rich.at(Mark::Strong, at), rich.at(Mark::Em, at));
            let (strong, em) = (strong.is_some(), em.is_some());
            match pieces.last_mut() {
                Some(last)
                    if (last.strong, last.em, last.link.as_deref()) == (strong, em, link) =>
                {
                    last.text.push(c);
                }
                _ => {
                    let link = link.map(str::to_owned);
                    pieces.push(Piece { text: c.to_string(), strong, em, link });
                }
            }
            at += c.len_utf16();
        }
        at += 1;
        let block = rich.block(number);
        let before = found.last().filter(|line: &&Line| line.block == block);
        let number = before.map_or(1, |line| line.number + 1);
        found.push(Line { block, number, pieces });
    }
    found
}

/// Whether an address may be followed: the web, and mail.
pub fn may_follow(href: &str) -> bool {
    let starts = |scheme: &str| {
        href.get(..scheme.len()).is_some_and(|head| head.eq_ignore_ascii_case(scheme))
            && href.len() > scheme.len()
    };
    (starts("https://") || starts("http://") || starts("mailto:"))
        && !href.chars().any(|c| c.is_whitespace() || c.is_control())
}

/// What a person typed as an address, made whole: `example.org` and `ada@example.org` are addresses
/// too. `None` for anything that may not be followed.
pub fn address(typed: &str) -> Option<String> {
    let typed = typed.trim();
    let whole = if may_follow(typed) {
        typed.to_owned()
    } else if typed.contains("://") || !typed.contains('.') {
        return None;
    } else if typed.contains('@') && !typed.contains('/') {
        format!("mailto:{typed}")
    } else if typed.split(['/', '?', '#']).next().is_some_and(|host| host.contains(':')) {
        // A scheme, or a port without one.
        return None;
    } else {
        format!("https://{typed}")
    };
    may_follow(&whole).then_some(whole)
}

/// The address in the value of a link: JSON as ProseMirror's binding writes it, or the bare address.
pub(crate) fn href_of(value: &str) -> String {
    let json = value.starts_with('{').then(|| Json::read(value)).flatten();
    json.and_then(|json| json.need("href")).unwrap_or_else(|| value.to_owned())
}

/// The value of a link with this address, as ProseMirror's binding writes it.
pub(crate) fn link_value(href: &str) -> String {
    Json::fields(vec![("href", Json::Text(href.to_owned())), ("title", Json::Null)]).write()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_those_of_the_web_and_of_mail() {
        for good in ["https://a.b", "HTTPS://a.b/c?d", "http://intranet/x", "mailto:a@b.c"] {
            assert_eq!(address(good).as_deref(), Some(good));
        }
        assert_eq!(address(" example.org/x ").as_deref(), Some("https://example.org/x"));
        assert_eq!(address("ada@example.org").as_deref(), Some("mailto:ada@example.org"));
        for bad in [
            "",
            "http://",
            "ftp://a.b",
            "javascript:alert(1)",
            "javascript:a.b",
            "data:text/html,x.y",
            "https://",
            "file:///etc",
            "word",
            "https://a b.c",
            "a.b:80",
        ] {
            assert_eq!(address(bad), None, "{bad}");
        }
        assert!(!may_follow("httpſ://a"));
    }

    #[test]
    fn lines_are_cut_where_marks_begin_and_end() {
        let mark = |from, to, mark, value: &str| Marked { from, to, mark, value: value.into() };
        let marks = vec![
            mark(0, 4, Mark::Strong, ""),
            mark(1, 2, Mark::Em, ""),
            mark(5, 6, Mark::Link, "javascript:x"),
        ];
        let rich = Rich { marks, lines: vec![(1, Block::Bullet)] };
        let lines = lines("a\u{1f600}\nbcd", &rich);
        let said: Vec<String> = lines
            .iter()
            .map(|line| {
                let piece = |p: &Piece| {
                    format!(
                        "{}{}{}",
                        p.text,
                        if p.strong { "*" } else { "" },
                        if p.em { "/" } else { "" }
                    )
                };
                format!(
                    "{:?} {}",
                    line.block,
                    line.pieces.iter().map(piece).collect::<Vec<_>>().join("|")
                )
            })
            .collect();
        assert_eq!(said, ["Plain a*|\u{1f600}*/", "Bullet bcd"]);
        assert!(lines[1].pieces.iter().all(|piece| piece.link.is_none()));
    }
}
