//! The formatting of a card in a clip: as HTML for other programs, as JSON for another board.

use super::CardClip;
use crate::exchange::table::write::{defused, entities};
use crate::model::json::Json;
use crate::model::rich::{Block, Line, Mark, Marked, Piece, Rich, lines, may_follow};
use crate::model::styled::Styled;

const MARKS: [(&str, Mark); 3] = [("strong", Mark::Strong), ("em", Mark::Em), ("link", Mark::Link)];
const BLOCKS: [(&str, Block); 2] = [("ul", Block::Bullet), ("ol", Block::Number)];

/// The text of a card as HTML but for its line breaks.
pub(super) fn marked_up(card: &CardClip) -> String {
    let own = card.rich.as_ref().filter(|_| !card.text.trim().is_empty());
    let Some(rich) = own else { return entities(card.wording()) };
    let all: Vec<String> = lines(&card.text, rich).iter().map(line).collect();
    all.join("\n")
}

/// As [`marked_up`], where it is all there is: a spreadsheet must not take it for a formula.
pub(super) fn alone(card: &CardClip) -> String {
    let guard = if defused(card.wording()) == card.wording() { "" } else { "'" };
    format!("{guard}{}", marked_up(card))
}

fn line(line: &Line) -> String {
    let head = line.head().map(|head| head + " ").unwrap_or_default();
    line.pieces.iter().fold(head, |all, one| all + &piece(one))
}

fn piece(piece: &Piece) -> String {
    let mut html = entities(&piece.text);
    if piece.em {
        html = format!("<i>{html}</i>");
    }
    if piece.strong {
        html = format!("<b>{html}</b>");
    }
    match &piece.link {
        Some(href) => format!("<a href=\"{}\">{html}</a>", entities(href)),
        None => html,
    }
}

/// The formatting as JSON.
pub(super) fn json(rich: &Rich) -> Json {
    let whole = |number: usize| Json::Whole(number as i64);
    let text = |text: &str| Json::Text(text.to_owned());
    let mark = |one: &Marked| {
        let name = MARKS.iter().find(|(_, mark)| *mark == one.mark).map_or("", |(name, _)| name);
        Json::List(vec![whole(one.from), whole(one.to), text(name), text(&one.value)])
    };
    let line = |(number, block): &(usize, Block)| {
        let name = BLOCKS.iter().find(|(_, known)| known == block).map_or("", |(name, _)| name);
        Json::List(vec![whole(*number), text(name)])
    };
    Json::fields(vec![
        ("marks", Json::List(rich.marks.iter().map(mark).collect())),
        ("lines", Json::List(rich.lines.iter().map(line).collect())),
    ])
}

/// The formatting of a text from JSON, as far as it is one of this text, whoever wrote it.
pub(super) fn read(json: &Json, text: &str) -> Option<Box<Rich>> {
    let place = |json: &Json| match json {
        Json::Whole(number) => usize::try_from(*number).ok(),
        _ => None,
    };
    let list = |name: &str| match json.get(name) {
        Some(Json::List(all)) => all.as_slice(),
        _ => &[],
    };
    let mark = |one: &Json| {
        let Json::List(parts) = one else { return None };
        let [from, to, Json::Text(name), Json::Text(value)] = parts.as_slice() else { return None };
        let (_, mark) = MARKS.iter().find(|(known, _)| known == name)?;
        let value = if *mark == Mark::Link { value.clone() } else { String::new() };
        let fits = *mark != Mark::Link || may_follow(&value);
        fits.then_some(Marked { from: place(from)?, to: place(to)?, mark: *mark, value })
    };
    let line = |one: &Json| {
        let Json::List(parts) = one else { return None };
        let [number, Json::Text(name)] = parts.as_slice() else { return None };
        let (_, block) = BLOCKS.iter().find(|(known, _)| known == name)?;
        Some((place(number)?, *block))
    };
    let marks = list("marks").iter().filter_map(mark).collect();
    let lines = list("lines").iter().filter_map(line).collect();
    // Once around by the characters: nothing is left that the text does not have.
    Styled::new(text, Some(&Rich { marks, lines })).rich()
}
