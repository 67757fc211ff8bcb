//! How a map is looked at: as what, how large, and which of its cards. Kept as one JSON text, in this
//! browser for each map and in the map for each of its saved views.

use super::filter::Filter;
use super::listing::{Column, Sort};
use super::shown::Shown;
use crate::model::json::Json;

/// What a map is shown as.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Mode {
    /// Stages across, lanes down.
    #[default]
    Board,
    /// Headings and lists.
    Outline,
    /// All cards, one a line.
    Table,
}

impl Mode {
    /// All, in the order offered.
    pub const ALL: [Mode; 3] = [Mode::Board, Mode::Outline, Mode::Table];

    /// The word in settings.
    pub fn word(self) -> &'static str {
        match self {
            Mode::Board => "board",
            Mode::Outline => "outline",
            Mode::Table => "table",
        }
    }
}

/// The smallest and the largest zoom, percent.
pub const ZOOM: (i64, i64) = (25, 200);

/// The settings.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Sight {
    /// As what.
    pub mode: Mode,
    /// How large the board is drawn, percent.
    pub zoom: i64,
    /// More on the screen, with less space around it.
    pub compact: bool,
    /// Which cards.
    pub filter: Filter,
    /// In which order the table has them.
    pub sort: Option<Sort>,
    /// What is left out or folded.
    pub shown: Shown,
}

impl Default for Sight {
    fn default() -> Self {
        Sight {
            mode: Mode::Board,
            zoom: 100,
            compact: false,
            filter: Filter::default(),
            sort: None,
            shown: Shown::default(),
        }
    }
}

impl Sight {
    /// From its text; what is missing there, or means nothing here, is as it is at first.
    pub fn read(text: &str) -> Self {
        let Some(json) = Json::read(text) else { return Sight::default() };
        let word = |name: &str| json.need::<String>(name).unwrap_or_default();
        let (mode, sort) = (word("mode"), word("sort"));
        let column = sort.strip_prefix('-').unwrap_or(&sort);
        let column = Column::all().into_iter().find(|one| one.word() == column);
        Sight {
            mode: Mode::ALL.into_iter().find(|one| one.word() == mode).unwrap_or_default(),
            zoom: json.need::<i64>("zoom").unwrap_or(100).clamp(ZOOM.0, ZOOM.1),
            compact: json.need("compact").unwrap_or(false),
            filter: json.get("filter").map(Filter::from_json).unwrap_or_default(),
            sort: column.map(|column| Sort { column, descending: sort.starts_with('-') }),
            shown: json.get("shown").map(Shown::read).unwrap_or_default(),
        }
    }

    /// As its text.
    pub fn write(&self) -> String {
        let mut fields = vec![
            ("mode", Json::Text(self.mode.word().to_owned())),
            ("zoom", Json::Whole(self.zoom)),
            ("compact", Json::Bool(self.compact)),
            ("filter", Json::fields(self.filter.to_json())),
            ("shown", self.shown.write()),
        ];
        if let Some(Sort { column, descending }) = self.sort {
            let sign = if descending { "-" } else { "" };
            fields.push(("sort", Json::Text(format!("{sign}{}", column.word()))));
        }
        Json::fields(fields).write()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::facet::Facet;
    use crate::model::Source;

    #[test]
    fn what_is_written_is_read_again() {
        let mut sight = Sight { mode: Mode::Table, zoom: 50, compact: true, ..Sight::default() };
        sight.filter.text = "a \"b\"".into();
        sight.filter.facets.insert(Facet::Channel, "app".into());
        sight.sort = Some(Sort { column: Column::Facet(Facet::Star), descending: true });
        sight.shown.folded.insert(crate::model::ids::Seeded::new(1).id());
        assert_eq!(Sight::read(&sight.write()), sight);
        assert_eq!(Sight::read(&Sight::default().write()), Sight::default());
    }

    #[test]
    fn foreign_settings_ask_for_nothing() {
        let foreign =
            r#"{"mode":"globe","zoom":9000,"compact":7,"filter":[1],"sort":"-moon","x":null}"#;
        assert_eq!(Sight::read(foreign), Sight { zoom: 200, ..Sight::default() });
        assert_eq!(Sight::read("no json"), Sight::default());
    }
}
