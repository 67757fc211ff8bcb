//! Reads tab-separated text as spreadsheets put it on the clipboard.

use super::{MAX_COLUMNS, MAX_ROWS};

/// The grid of a tab-separated text. A cell in double quotes may hold tabs, line ends and doubled
/// quotes, as Excel, Sheets and LibreOffice write; quotes that do not enclose a whole cell are text.
/// At most [`MAX_ROWS`] and [`MAX_COLUMNS`].
pub fn read_tsv(text: &str) -> Vec<Vec<String>> {
    let mut rest = text.trim_start_matches('\u{feff}');
    let mut rows = Vec::new();
    while !rest.is_empty() && rows.len() < MAX_ROWS {
        let mut row = Vec::new();
        loop {
            let (cell, tail) = cell(rest);
            if row.len() < MAX_COLUMNS {
                row.push(cell);
            }
            match tail.strip_prefix('\t') {
                Some(next) => rest = next,
                None => {
                    rest = after_line(tail);
                    break;
                }
            }
        }
        rows.push(row);
    }
    rows
}

/// The first cell of a text and what follows it, from the tab or line end on.
fn cell(text: &str) -> (String, &str) {
    quoted(text).unwrap_or_else(|| {
        let end = text.find(['\t', '\n', '\r']).unwrap_or(text.len());
        (text[..end].to_owned(), &text[end..])
    })
}

fn quoted(text: &str) -> Option<(String, &str)> {
    let mut rest = text.strip_prefix('"')?;
    let mut cell = String::new();
    loop {
        let (part, tail) = rest.split_once('"')?;
        cell.push_str(part);
        match tail.strip_prefix('"') {
            Some(next) => {
                cell.push('"');
                rest = next;
            }
            None if tail.is_empty() || tail.starts_with(['\t', '\n', '\r']) => {
                return Some((cell.replace("\r\n", "\n").replace('\r', "\n"), tail));
            }
            None => return None,
        }
    }
}

fn after_line(text: &str) -> &str {
    text.strip_prefix("\r\n").or_else(|| text.strip_prefix(['\n', '\r'])).unwrap_or(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quoted_cells_hold_tabs_line_ends_and_quotes() {
        let grid = read_tsv("\u{feff}a\t\"one\r\ntwo\"\r\n\"say \"\"hi\"\"\"\t\"x\ty\"\n");
        assert_eq!(grid, [["a", "one\ntwo"], ["say \"hi\"", "x\ty"]]);
    }

    #[test]
    fn stray_quotes_are_text_and_rows_may_be_ragged() {
        let grid = read_tsv("\"A\" team\t5\" disk\r\r\"open\tb\t");
        assert_eq!(grid[0], ["\"A\" team", "5\" disk"]);
        assert_eq!(grid[1], [""]);
        assert_eq!(grid[2], ["\"open", "b", ""]);
        assert!(read_tsv("").is_empty());
    }
}
