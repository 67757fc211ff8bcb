//! A formatted text broken into the lines of a width, each of stretches that look alike.

use super::heights::card;
use super::print::{Role, Shape};
use super::wrap::{Table, lead, lines as wrapped};
use crate::model::rich::{Block, Piece, Rich, lines};

/// One line.
#[derive(Clone, PartialEq, Debug)]
pub struct Written {
    /// What stands before it, on the first line of an item.
    pub head: Option<String>,
    /// How far it is indented, px.
    pub indent: f64,
    /// Its stretches.
    pub pieces: Vec<Piece>,
}

/// The lines of a text in a width.
pub fn written(text: &str, rich: &Rich, width: f64, widths: &Table) -> Vec<Written> {
    let mut out = Vec::new();
    for line in lines(text, rich) {
        let all: String = line.pieces.iter().map(|piece| piece.text.as_str()).collect();
        let indent = if line.block == Block::Plain { 0.0 } else { card::INDENT };
        let bold = line.pieces.iter().any(|piece| piece.strong);
        let room = (width - indent) / if bold { card::BOLD } else { 1.0 };
        let (mut head, mut at) = (line.head(), 0);
        for part in wrapped(&all, room, widths) {
            at += all[at..].find(part).unwrap_or(0);
            let pieces = cut(&line.pieces, at, at + part.len());
            at += part.len();
            out.push(Written { head: head.take(), indent, pieces });
        }
    }
    out
}

/// Draws a text from a left edge and a top down; gives where it ends.
pub fn drawn(
    shapes: &mut Vec<Shape>,
    (x, top): (f64, f64),
    width: f64,
    (text, rich): (&str, &Rich),
    widths: &Table,
) -> f64 {
    let mut y = top;
    let lead = lead(text);
    let at = |indent: f64| if lead.is_empty() { x + indent } else { x + width - indent };
    for Written { head, indent, mut pieces } in written(text, rich, width, widths) {
        y += card::LINE;
        let first = pieces.first_mut();
        if let Some(first) = first.filter(|_| !lead.is_empty()) {
            first.text.insert_str(0, lead);
        }
        let said = |head| Shape::Text(Role::CardText, at(0.0), y - 5.0, format!("{lead}{head}"));
        shapes.extend(head.map(said));
        shapes.push(Shape::Pieces(at(indent), y - 5.0, pieces));
    }
    y
}

/// What of the stretches lies between two bytes of all of them.
fn cut(pieces: &[Piece], from: usize, to: usize) -> Vec<Piece> {
    let mut start = 0;
    let within = |piece: &Piece| {
        let (low, end) = (start.max(from), (start + piece.text.len()).min(to));
        let text = (low < end).then(|| piece.text[low - start..end - start].to_owned());
        start += piece.text.len();
        text.map(|text| Piece { text, ..piece.clone() })
    };
    pieces.iter().filter_map(within).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::rich::{Mark, Marked};

    #[test]
    fn stretches_are_cut_at_the_ends_of_lines_and_only_the_first_line_of_an_item_has_its_head() {
        let mark = |from, to| Marked { from, to, mark: Mark::Strong, value: String::new() };
        let rich = Rich { marks: vec![mark(4, 12)], lines: vec![(1, Block::Number)] };
        let widths = Table::average(13.0);
        let (all, narrow) = ("äöü one\nfour five sixes seven", 90.0);
        let said: Vec<String> = written(all, &rich, narrow, &widths)
            .iter()
            .map(|line| {
                let piece =
                    |p: &Piece| if p.strong { format!("*{}*", p.text) } else { p.text.clone() };
                let pieces: String = line.pieces.iter().map(piece).collect();
                format!("{}{pieces}", line.head.as_deref().unwrap_or("_"))
            })
            .collect();
        assert_eq!(said.first().map(String::as_str), Some("_äöü *one*"));
        assert!(said[1].starts_with("1.*four* five"), "{said:?}");
        assert!(said.len() > 2 && said[2..].iter().all(|line| line.starts_with('_')), "{said:?}");
        assert!(said.last().is_some_and(|line| line.ends_with("seven")), "{said:?}");
    }
}
