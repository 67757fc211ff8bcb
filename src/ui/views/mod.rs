//! The ways to look at one map: as a board, an outline or a table, larger or smaller, whole or filtered.

pub mod appearance;
pub mod facets;
pub mod foot;
pub mod onward;
pub mod outline;
pub mod outline_chosen;
pub mod outline_feelings;
pub mod outline_lanes;
pub mod outline_place;
pub mod outline_section;
pub mod panel;
pub mod present;
pub mod print;
pub mod saved;
pub mod slide;
pub mod state;
pub mod subtitle;
pub mod table;
pub mod table_row;
