//! The part of the method about the cards and the curve.

use super::Section;
use super::gaps::Gaps;
use super::sheet::Sheets;
use crate::analysis::standing::{Standing, filled};
use crate::model::Map;
use crate::ui::prelude::*;

/// The part.
pub const SECTION: Section = Section {
    id: "board",
    name: |t| t.method.build,
    first: |t, _| t.method.build_first,
    standing,
    body: || {
        view! {
            <Gaps find=filled />
            <Sheets />
        }
        .into_any()
    },
};

fn standing(map: &Map) -> Standing {
    let begun = !map.cells.is_empty() || !map.feelings.is_empty();
    Standing::of(filled(map).len(), begun)
}
