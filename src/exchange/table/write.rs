//! Writes the board as a table: tab-separated text, and HTML for documents.

use super::feeling;
use crate::analysis::inventory::wording;
use crate::model::letters::upper;
use crate::model::{Id, LaneKind, Map};

/// What a spreadsheet takes for the beginning of a formula, in any locale.
pub(super) const RISKY: [char; 10] = ['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠'];

/// A row of the table: heading cells first.
struct Row {
    header: bool,
    cells: Vec<Cell>,
}

/// A cell: its lines, and how many columns it takes.
struct Cell {
    lines: String,
    span: usize,
}

/// The board as tab-separated text. A stage's name stands over its first step. Text that begins like
/// a formula gets an apostrophe before it; numbers stay numbers.
pub fn to_tsv(map: &Map) -> String {
    let mut out = String::new();
    for row in rows(map) {
        let line: Vec<String> = row
            .cells
            .iter()
            .flat_map(|cell| {
                let covered = std::iter::repeat_n(String::new(), cell.span - 1);
                std::iter::once(quoted(&defused(&cell.lines))).chain(covered)
            })
            .collect();
        out.push_str(&line.join("\t"));
        out.push('\n');
    }
    out
}

/// The board as an HTML table. A stage's name spans its steps. Formulas are defused as in
/// [`to_tsv`], since spreadsheets read them from HTML too.
pub fn to_html(map: &Map) -> String {
    let mut out = String::from("<meta charset=\"utf-8\"><table border=\"1\">");
    for row in rows(map) {
        out.push_str("<tr>");
        for (place, cell) in row.cells.iter().enumerate() {
            let tag = if row.header || place == 0 { "th" } else { "td" };
            let span = match cell.span {
                1 => String::new(),
                span => format!(" colspan=\"{span}\""),
            };
            out.push_str(&format!(
                "<{tag}{span}>{}</{tag}>",
                broken(&entities(&defused(&cell.lines)))
            ));
        }
        out.push_str("</tr>");
    }
    out.push_str("</table>");
    out
}

fn rows(map: &Map) -> Vec<Row> {
    let stages = map.stage_order();
    let cell = |lines: &str| Cell { lines: lines.to_owned(), span: 1 };
    let mut top = vec![cell("")];
    top.extend(stages.iter().map(|id| Cell {
        lines: map.stages.get(id).map(|stage| stage.name.clone()).unwrap_or_default(),
        span: map.columns.iter().filter(|column| column.stage == *id).count(),
    }));
    let mut rows = vec![Row { header: true, cells: top }];
    if stages.iter().any(|stage| !map.is_plain(*stage)) {
        let names = map.columns.iter().map(|column| {
            cell(column.step.and_then(|id| map.steps.get(&id)).map_or("", |step| &step.name))
        });
        rows.push(Row { header: true, cells: std::iter::once(cell("")).chain(names).collect() });
    }
    for id in &map.rows {
        let Some(lane) = map.lanes.get(id) else { continue };
        let cells = map.columns.iter().map(|column| {
            let lines = column.step.map(|step| match lane.kind {
                LaneKind::Emotions => feelings(map, step),
                _ => cards(map, *id, step),
            });
            cell(&lines.unwrap_or_default())
        });
        let cells = std::iter::once(cell(&lane.name)).chain(cells).collect();
        rows.push(Row { header: false, cells });
    }
    rows
}

/// The feelings at a step, one a line; with several personas each line names its own.
fn feelings(map: &Map, step: Id) -> String {
    let lines = map.cast.iter().filter_map(|id| {
        let felt = map.feelings.get(&(*id, step))?;
        let name = map.personas.get(id).map_or("", |persona| persona.name.as_str());
        let persona = (map.cast.len() > 1 && !name.is_empty()).then_some(name);
        let empty = felt.level.is_none() && felt.name.is_empty();
        (!empty).then(|| feeling::write(persona, felt.level, &felt.name))
    });
    lines.collect::<Vec<_>>().join("\n")
}

/// The cards of a cell, one a line; with bullets if one has several lines itself.
fn cards(map: &Map, lane: Id, step: Id) -> String {
    let cards = map.cell(lane, step).iter();
    let cards: Vec<_> =
        cards.filter_map(|id| Some((wording(map, *id), map.cards.get(id)?))).collect();
    let line = cards.iter().map(|(text, one)| (*text, one.star, one.channel.as_deref()));
    listed(line.collect())
}

/// Cards by text, star and channel, as the lines of a cell.
pub(super) fn listed(cards: Vec<(&str, bool, Option<&str>)>) -> String {
    let bullet = if cards.iter().any(|(text, ..)| text.contains('\n')) { "• " } else { "" };
    let lines = cards.into_iter().map(|(text, star, channel)| {
        let star = if star { "★ " } else { "" };
        let channel = channel.map(capitalised).unwrap_or_default();
        let mark = if channel.is_empty() { "" } else { " · " };
        format!("{bullet}{star}{channel}{mark}{text}")
    });
    lines.collect::<Vec<_>>().join("\n")
}

fn capitalised(word: &str) -> String {
    let mut chars = word.chars();
    chars.next().map(upper).into_iter().chain(chars).collect()
}

/// A text with an apostrophe before it if a spreadsheet would run it; a number stays one.
pub(super) fn defused(text: &str) -> String {
    let digits = text.strip_prefix(['-', '+']).unwrap_or(text);
    let number = digits.starts_with(|c: char| c.is_ascii_digit())
        && digits.chars().all(|c| c.is_ascii_digit() || c == '.');
    if text.starts_with(RISKY) && !number { format!("'{text}") } else { text.to_owned() }
}

/// A tab-separated cell, in quotes where needed.
pub(super) fn quoted(text: &str) -> String {
    if text.contains(['\t', '\n', '\r', '"']) {
        format!("\"{}\"", text.replace('"', "\"\""))
    } else {
        text.to_owned()
    }
}

/// Text for HTML.
pub(super) fn entities(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

/// HTML with its line breaks. The style keeps Excel from parting a cell at them.
pub(super) fn broken(html: &str) -> String {
    html.replace('\n', "<br style=\"mso-data-placement:same-cell\">")
}
