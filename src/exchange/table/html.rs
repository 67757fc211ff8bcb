//! Reads the first table of the HTML a program puts on the clipboard.

use super::{MAX_COLUMNS, MAX_ROWS};
use crate::exchange::entities::{named, numbered};

/// The grid of the first table, or `None` if there is none.
///
/// A tolerant scanner, not a parser: unclosed cells and rows end where the next begin; `br` and the
/// ends of paragraphs, divisions and list items are line breaks; white space folds as HTML folds it;
/// scripts, styles and comments are skipped; a table within a cell is that cell's text. At most
/// [`MAX_ROWS`] and [`MAX_COLUMNS`].
pub fn read_html(html: &str) -> Option<Vec<Vec<String>>> {
    let mut table = Table::default();
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        table.text(&rest[..at]);
        rest = &rest[at..];
        let Some(tag) = Tag::read(rest) else {
            table.text("<");
            rest = &rest[1..];
            continue;
        };
        rest = tag.rest;
        if !tag.closing && matches!(tag.name.as_str(), "script" | "style" | "title") {
            rest = after_raw(rest, &tag.name);
            continue;
        }
        if table.tag(&tag) {
            return Some(table.finish());
        }
    }
    table.text(rest);
    (table.depth > 0).then(|| table.finish())
}

/// A tag and what follows it. Comments and declarations are tags without a name.
struct Tag<'a> {
    name: String,
    closing: bool,
    attributes: &'a str,
    rest: &'a str,
}

impl<'a> Tag<'a> {
    /// The tag a text begins with; `None` if its `<` is only a sign.
    fn read(text: &'a str) -> Option<Self> {
        let body = text.strip_prefix('<')?;
        if let Some(comment) = body.strip_prefix("!--") {
            let rest = comment.split_once("-->").map_or("", |(_, rest)| rest);
            return Some(Tag { name: String::new(), closing: false, attributes: "", rest });
        }
        let (closing, body) = body.strip_prefix('/').map_or((false, body), |body| (true, body));
        if !body.starts_with(|c: char| c.is_ascii_alphabetic() || c == '!' || c == '?') {
            return None;
        }
        let end = body.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(body.len());
        let name = body[..end].to_ascii_lowercase();
        let mut quote = None;
        for (at, c) in body[end..].char_indices() {
            match (quote, c) {
                (None, '>') => {
                    let (attributes, rest) = (&body[end..end + at], &body[end + at + 1..]);
                    return Some(Tag { name, closing, attributes, rest });
                }
                (None, '"' | '\'') => quote = Some(c),
                (Some(open), c) if c == open => quote = None,
                _ => {}
            }
        }
        Some(Tag { name, closing, attributes: "", rest: "" })
    }

    /// A span, from 1 to `most`.
    fn span(&self, name: &str, most: usize) -> usize {
        let lower = self.attributes.to_ascii_lowercase();
        let value = lower.match_indices(name).find_map(|(at, _)| {
            let value = lower[at + name.len()..].trim_start().strip_prefix('=')?.trim_start();
            let value = value.trim_start_matches(['"', '\'']).trim_start();
            let end = value.find(|c: char| !c.is_ascii_digit()).unwrap_or(value.len());
            value[..end].parse::<usize>().ok()
        });
        value.unwrap_or(1).clamp(1, most)
    }
}

fn after_raw<'a>(text: &'a str, name: &str) -> &'a str {
    let close = text.match_indices("</").find(|(at, _)| {
        text.get(at + 2..at + 2 + name.len()).is_some_and(|word| word.eq_ignore_ascii_case(name))
    });
    close.map_or("", |(at, _)| &text[at..])
}

/// The table so far.
#[derive(Default)]
struct Table {
    /// How many tables are open.
    depth: usize,
    rows: Vec<Vec<String>>,
    /// For each column, how many rows below are covered by a cell above.
    covered: Vec<usize>,
    row: Option<Vec<String>>,
    /// The open cell with its column and row spans.
    cell: Option<(String, usize, usize)>,
}

impl Table {
    /// Takes a tag; true when the first table has ended.
    fn tag(&mut self, tag: &Tag) -> bool {
        match (tag.name.as_str(), tag.closing) {
            ("table", false) => {
                self.depth += 1;
                self.line_break();
            }
            ("table", true) if self.depth > 0 => {
                self.depth -= 1;
                self.line_break();
                if self.depth == 0 {
                    return true;
                }
            }
            ("tr", closing) if self.depth == 1 => {
                self.end_row();
                self.row = (!closing && self.rows.len() < MAX_ROWS).then(Vec::new);
            }
            ("td" | "th", closing) if self.depth == 1 => {
                self.end_cell();
                if !closing && self.rows.len() < MAX_ROWS {
                    self.row.get_or_insert_default();
                    let spans = (tag.span("colspan", MAX_COLUMNS), tag.span("rowspan", MAX_ROWS));
                    self.cell = Some((String::new(), spans.0, spans.1));
                }
            }
            ("br", _) => {
                if let Some((text, ..)) = &mut self.cell {
                    text.truncate(text.trim_end_matches(' ').len());
                    text.push('\n');
                }
            }
            (
                "p" | "div" | "li" | "ul" | "ol" | "tr" | "td" | "th" | "h1" | "h2" | "h3" | "h4"
                | "h5" | "h6" | "blockquote" | "pre",
                _,
            ) => self.line_break(),
            _ => {}
        }
        false
    }

    /// Starts a new line in the open cell, unless one was just started.
    fn line_break(&mut self) {
        if let Some((text, ..)) = &mut self.cell {
            text.truncate(text.trim_end_matches(' ').len());
            if !text.is_empty() && !text.ends_with('\n') {
                text.push('\n');
            }
        }
    }

    /// Adds text to the open cell, its white space folded and its references replaced.
    fn text(&mut self, raw: &str) {
        let Some((text, ..)) = &mut self.cell else { return };
        let mut rest = raw;
        while let Some(c) = rest.chars().next() {
            let (sign, length) = reference(rest).unwrap_or((c, c.len_utf8()));
            rest = &rest[length..];
            if length == 1 && sign.is_ascii_whitespace() {
                if !text.is_empty() && !text.ends_with([' ', '\n']) {
                    text.push(' ');
                }
            } else {
                text.push(sign);
            }
        }
    }

    fn end_cell(&mut self) {
        let Some((text, columns, rows)) = self.cell.take() else { return };
        let Some(row) = &mut self.row else { return };
        cover(row, &mut self.covered);
        for place in 0..columns {
            if row.len() >= MAX_COLUMNS {
                break;
            }
            let column = row.len();
            row.push(if place == 0 { text.trim().to_owned() } else { String::new() });
            if self.covered.len() <= column {
                self.covered.resize(column + 1, 0);
            }
            self.covered[column] = rows - 1;
        }
    }

    fn end_row(&mut self) {
        self.end_cell();
        if let Some(mut row) = self.row.take() {
            cover(&mut row, &mut self.covered);
            for below in self.covered.iter_mut().skip(row.len()) {
                *below = below.saturating_sub(1);
            }
            self.rows.push(row);
        }
    }

    fn finish(mut self) -> Vec<Vec<String>> {
        self.end_row();
        self.rows
    }
}

/// Fills the columns that cells above cover, up to the first free one.
fn cover(row: &mut Vec<String>, covered: &mut [usize]) {
    while let Some(below) = covered.get_mut(row.len()).filter(|below| **below > 0) {
        *below -= 1;
        row.push(String::new());
    }
}

/// The character of the reference a text begins with, and the reference's length in bytes.
pub(super) fn reference(text: &str) -> Option<(char, usize)> {
    let body = text.strip_prefix('&')?;
    let end = body.bytes().take(12).position(|byte| byte == b';')?;
    let name = &body[..end];
    let sign = match name.strip_prefix('#') {
        Some(digits) => numbered(digits)?,
        None => named(name)?,
    };
    Some((sign, end + 2))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_table_is_read_with_its_spans() {
        let html = "<html><head><style>td {a:b}</style></head><body><!-- <table> --><p>x</p>\
            <TABLE><caption>c</caption><tr><th>&nbsp;<th colspan=2>Buy &amp; pay<th>Use\
            <tr><td rowspan='2'>Needs</td><td>a<br>b</td><td><p>c</p><p>d \n e</p></td>\
            <td><ul><li>f</li><li>g</li></ul></td></tr><tr><td>h</td><td>&#128578;&#x41; 1 < 2</td>\
            </table><table><tr><td>second</table>";
        let grid = read_html(html).unwrap();
        assert_eq!(grid[0], ["", "Buy & pay", "", "Use"]);
        assert_eq!(grid[1], ["Needs", "a\nb", "c\nd e", "f\ng"]);
        assert_eq!(grid[2], ["", "h", "🙂A 1 < 2"]);
        assert_eq!(grid.len(), 3);
    }

    #[test]
    fn a_table_in_a_cell_is_text_and_other_html_is_no_table() {
        let grid = read_html("<table><tr><td>a<table><tr><td>b<td>c</table>d<td>e").unwrap();
        assert_eq!(grid, [["a\nb\nc\nd", "e"]]);
        assert_eq!(read_html("<p>text &amp; more"), None);
        assert_eq!(read_html("a < b"), None);
    }

    #[test]
    fn huge_spans_stay_bounded() {
        let cell = "<td colspan=999999 rowspan=999999>x";
        let grid = read_html(&format!("<table>{}", format!("<tr>{cell}{cell}").repeat(3000)));
        let grid = grid.unwrap();
        assert!(grid.len() <= MAX_ROWS && grid.iter().all(|row| row.len() <= MAX_COLUMNS));
    }
}
