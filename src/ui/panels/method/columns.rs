//! The part of the method about stages and steps.

use super::Section;
use super::gaps::Gaps;
use crate::analysis::standing::{Gap, Standing, columns};
use crate::model::Map;
use crate::ui::prelude::*;

/// The part.
pub const SECTION: Section = Section {
    id: "columns",
    name: |t| t.method.columns,
    first: |t, _| t.method.columns_first,
    standing,
    body: || view! { <Gaps find=columns /> },
};

fn standing(map: &Map) -> Standing {
    let gaps = columns(map);
    let stages = map.stage_order().len();
    let nameless =
        gaps.iter().filter(|gap| !matches!(gap, Gap::Unnamed(crate::model::Thing::Step(_))));
    Standing::of(gaps.len(), nameless.count() < stages)
}
