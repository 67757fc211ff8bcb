//! Makes a draft of a grid: stages and lanes from its headings, cards and feelings from its cells.

use super::columns::{Header, header, one_line};
use super::{TableWords, feeling};
use crate::model::LaneKind;
use crate::model::draft::{CardDraft, Draft, FeelingDraft, LaneDraft};

/// The draft of a grid with stages across and lanes down, or the other way round if its first row
/// rather than its first column holds the words of lanes. `None` if there is no table in it: fewer
/// than two rows or columns with text.
///
/// The top left cell is not read. Line breaks and bullets in a cell part several cards; `★` before
/// one makes it a moment of truth, a channel word and `·` or `:` before a touchpoint its channel. A
/// row without a heading continues the lane above. The draft has no title, and no personas unless
/// the emotions name them; feelings of nobody belong to the first.
pub fn to_draft(grid: &[Vec<String>], words: &TableWords) -> Option<Draft> {
    let mut grid = tidy(grid);
    if grid.len() < 2 || grid[0].len() < 2 {
        return None;
    }
    let across = grid[0][1..].iter().filter(|cell| words.lane(cell).is_some()).count();
    let down = grid[1..].iter().filter(|row| words.lane(&row[0]).is_some()).count();
    if across > down {
        grid = transposed(&grid);
    }
    let header = header(&grid, words);
    let mut draft = Draft { stages: header.stages.clone(), ..Draft::default() };
    for row in &grid[header.rows..] {
        if !row[0].is_empty() || draft.lanes.is_empty() {
            let kind = words.lane(&row[0]).unwrap_or(LaneKind::Text);
            draft.lanes.push(LaneDraft { kind, name: one_line(&row[0]) });
        }
        lane(&mut draft, &header, &row[1..], words);
    }
    Some(draft)
}

/// Reads one row into the draft's last lane.
fn lane(draft: &mut Draft, header: &Header, cells: &[String], words: &TableWords) {
    let lane = draft.lanes.len() - 1;
    let kind = draft.lanes[lane].kind;
    for (cell, (stage, step)) in cells.iter().zip(header.places.iter().copied()) {
        let items = items(cell);
        if kind == LaneKind::Emotions {
            for item in items {
                feel(draft, feeling::read(&item), stage, step);
            }
            continue;
        }
        for item in items {
            let (star, channel, text) = marked(&item, kind, words);
            let (text, channel) = (text.to_owned(), channel.map(str::to_owned));
            draft.cards.push(CardDraft { rich: None, lane, stage, step, text, star, channel });
        }
    }
}

/// Adds what a line says to the feeling of its persona at a step.
fn feel(draft: &mut Draft, said: feeling::Said, stage: usize, step: usize) {
    let persona = said.persona.map_or(0, |name| {
        let known = draft.personas.iter().position(|persona| *persona == name);
        known.unwrap_or_else(|| {
            draft.personas.push(name);
            draft.personas.len() - 1
        })
    });
    let place = (persona, stage, step);
    let known = draft.feelings.iter().position(|f| (f.persona, f.stage, f.step) == place);
    let at = known.unwrap_or_else(|| {
        draft.feelings.push(FeelingDraft {
            persona,
            stage,
            step,
            level: None,
            name: String::new(),
        });
        draft.feelings.len() - 1
    });
    let felt = &mut draft.feelings[at];
    felt.level = felt.level.or(said.level);
    if !felt.name.is_empty() && !said.name.is_empty() {
        felt.name.push_str(", ");
    }
    felt.name.push_str(&said.name);
}

/// What stands before the text of a card: the star, and a channel in a lane of touchpoints.
pub(super) fn marked<'a>(
    item: &'a str,
    kind: LaneKind,
    words: &TableWords,
) -> (bool, Option<&'static str>, &'a str) {
    let (star, text) = match item.strip_prefix('★') {
        Some(text) => (true, text.trim()),
        None => (false, item),
    };
    let (channel, text) = channel(text, kind, words);
    (star, channel, text)
}

fn channel<'a>(
    text: &'a str,
    kind: LaneKind,
    words: &TableWords,
) -> (Option<&'static str>, &'a str) {
    let parts = text.split_once('·').or_else(|| text.split_once(": "));
    let found = parts.filter(|_| kind == LaneKind::Touchpoints).and_then(|(prefix, rest)| {
        let channel = words.channel(prefix)?;
        (!rest.trim().is_empty()).then(|| (Some(channel), rest.trim()))
    });
    found.unwrap_or((None, text))
}

/// The texts of the cards in a cell. If some lines begin with a bullet, the others continue theirs.
pub(super) fn items(cell: &str) -> Vec<String> {
    let mut lines: Vec<(bool, &str)> = Vec::new();
    for line in cell.lines() {
        let line = line.trim();
        let dashed = line.strip_prefix(['-', '*', '–']).filter(|rest| rest.starts_with(' '));
        for (place, part) in dashed.unwrap_or(line).split(['•', '‣', '◦', '▪', '●']).enumerate()
        {
            lines.push((place > 0 || dashed.is_some(), part.trim()));
        }
    }
    lines.retain(|(_, text)| !text.is_empty());
    let bulleted = lines.iter().any(|(bullet, _)| *bullet);
    let mut items: Vec<String> = Vec::new();
    for (bullet, text) in lines {
        match items.last_mut().filter(|_| bulleted && !bullet) {
            Some(item) => {
                item.push('\n');
                item.push_str(text);
            }
            None => items.push(text.to_owned()),
        }
    }
    items
}

/// A cell's text without space around it and without the apostrophe that keeps it from being a formula.
pub(super) fn armed(cell: &str) -> &str {
    let text = cell.trim();
    let formula = text.strip_prefix('\'').filter(|rest| rest.starts_with(super::write::RISKY));
    formula.unwrap_or(text)
}

/// The grid trimmed, without empty rows and columns and without the apostrophe that keeps a text
/// from being a formula; its rows of equal length.
fn tidy(grid: &[Vec<String>]) -> Vec<Vec<String>> {
    let width = grid.iter().map(Vec::len).max().unwrap_or(0);
    let cell = |row: &Vec<String>, at: usize| -> String {
        row.get(at).map_or("", |cell| armed(cell)).to_owned()
    };
    let filled = |at: &usize| grid.iter().any(|row| !cell(row, *at).is_empty());
    let columns: Vec<usize> = (0..width).filter(filled).collect();
    let rows = grid.iter().map(|row| columns.iter().map(|at| cell(row, *at)).collect());
    let mut rows: Vec<Vec<String>> = rows.collect();
    rows.retain(|row| row.iter().any(|cell| !cell.is_empty()));
    if columns.len() > 1 && rows.len() > 1 {
        return rows;
    }
    Vec::new()
}

fn transposed(grid: &[Vec<String>]) -> Vec<Vec<String>> {
    (0..grid[0].len()).map(|at| grid.iter().map(|row| row[at].clone()).collect()).collect()
}

#[cfg(test)]
mod tests {
    use super::super::read_tsv;
    use super::*;

    fn draft(tsv: &str) -> Option<Draft> {
        to_draft(&read_tsv(tsv), &TableWords::default())
    }

    fn texts(draft: &Draft) -> Vec<(usize, usize, usize, &str)> {
        draft.cards.iter().map(|c| (c.lane, c.stage, c.step, c.text.as_str())).collect()
    }

    #[test]
    fn stages_run_across_and_lanes_down() {
        let draft = draft(
            "\t\t\n\tStage\tAware\tBuy\n\tTouchpoints\tWeb · size guide\t\"★ Shop: till\nKiosk · map\"\n\tEmotions\t-1.5\t🙂 glad\n\tOwn words\t'=sum\t\n",
        )
        .unwrap();
        let names: Vec<_> = draft.stages.iter().map(|s| (s.name.as_str(), s.steps.len())).collect();
        assert_eq!(names, [("Aware", 0), ("Buy", 0)]);
        let kinds: Vec<_> = draft.lanes.iter().map(|lane| lane.kind).collect();
        assert_eq!(kinds, [LaneKind::Touchpoints, LaneKind::Emotions, LaneKind::Text]);
        assert_eq!(
            texts(&draft),
            [
                (0, 0, 0, "size guide"),
                (0, 1, 0, "till"),
                (0, 1, 0, "Kiosk · map"),
                (2, 0, 0, "=sum")
            ]
        );
        let channels: Vec<_> = draft.cards.iter().map(|c| (c.star, c.channel.as_deref())).collect();
        assert_eq!(
            channels,
            [(false, Some("web")), (true, Some("shop")), (false, None), (false, None)]
        );
        let felt: Vec<_> = draft.feelings.iter().map(|f| (f.level, f.name.as_str())).collect();
        assert_eq!(felt, [(Some(-3), ""), (Some(2), "glad")]);
        assert!(draft.personas.is_empty());
    }

    #[test]
    fn a_transposed_table_is_turned() {
        let draft = draft(
            "Stage\tUser Actions\tEmotions\nSearch\treads\tInterest, curiosity\nInstall\truns\timpatience\n",
        )
        .unwrap();
        assert_eq!(draft.stages.len(), 2);
        assert_eq!(draft.lanes[0].name, "User Actions");
        assert_eq!(texts(&draft), [(0, 0, 0, "reads"), (0, 1, 0, "runs")]);
        assert_eq!(draft.feelings[0].name, "Interest, curiosity");
    }

    #[test]
    fn a_second_header_row_holds_steps() {
        for first in ["", "Steps"] {
            let text = format!("\tBuy\t\tUse\n{first}\tfind\tpay\t\nNeeds\ta\tb\tc\n");
            let draft = draft(&text).unwrap();
            assert_eq!(draft.stages[0].steps, ["find", "pay"]);
            assert_eq!((draft.stages[1].name.as_str(), draft.stages[1].steps.len()), ("Use", 0));
            assert_eq!(texts(&draft), [(0, 0, 0, "a"), (0, 0, 1, "b"), (0, 1, 0, "c")]);
        }
        assert_eq!(draft("\tBuy\tBuy\nSteps\tfind\tpay\nNeeds\ta\tb").unwrap().stages.len(), 1);
    }

    #[test]
    fn bullets_part_cards_and_rows_without_heading_go_on() {
        let draft =
            draft("\tBuy\nPains\t\"• slow\n  at noon\n• dear\"\n\t\"- dark • loud\"").unwrap();
        let all: Vec<_> = texts(&draft).into_iter().map(|(lane, .., text)| (lane, text)).collect();
        assert_eq!(all, [(0, "slow\nat noon"), (0, "dear"), (0, "dark"), (0, "loud")]);
    }

    #[test]
    fn a_cell_a_row_or_a_column_is_no_table() {
        for text in ["", "one", "a\tb\tc", "a\nb\nc", "\t\n\tx"] {
            assert_eq!(draft(text), None, "{text:?}");
        }
    }
}
