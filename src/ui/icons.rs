//! The icons, as paths on a 20 × 20 grid, stroked.

use crate::model::LaneKind;
use crate::ui::prelude::*;

/// The path of an icon.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Icon(pub &'static str);

macro_rules! icons {
    ($($name:ident $path:literal)*) => { $(#[doc = stringify!($name)] pub const $name: Icon = Icon($path);)* };
}

icons! {
    PLUS "M10 4v12M4 10h12"
    MINUS "M4 10h12"
    UNDO "M4 8h8a4 4 0 0 1 0 8H8M7 4.5 3.5 8 7 11.5"
    REDO "M16 8H8a4 4 0 0 0 0 8h4M13 4.5 16.5 8 13 11.5"
    LEFT "M12 4.5 6.5 10l5.5 5.5"
    RIGHT "M8 4.5 13.5 10 8 15.5"
    UP "M4.5 12 10 6.5l5.5 5.5"
    DOWN "M4.5 8 10 13.5 15.5 8"
    BIN "M4 6h12M8 6V4h4v2M5.5 6l.7 10h7.6l.7-10M8.5 9v4.5M11.5 9v4.5"
    STAR "m10 3 2.1 4.5 4.9.6-3.6 3.4.9 4.9L10 14l-4.3 2.4.9-4.9L3 8.1l4.9-.6z"
    PEN "M4 16l.8-3.4L13 4.4l2.6 2.6-8.2 8.2zM11.4 6l2.6 2.6"
    MORE "M5 10h.01M10 10h.01M15 10h.01"
    IMPORT "M10 3v9M6.5 8.5 10 12l3.5-3.5M4 13.5V16h12v-2.5"
    EXPORT "M10 12V3M6.5 6.5 10 3l3.5 3.5M4 13.5V16h12v-2.5"
    TABLE "M3.5 4.5h13v11h-13zM3.5 8.5h13M8 8.5v7"
    PRINT "M6 7V3.5h8V7M6 13.5H4V7h12v6.5h-2M6 11.5h8v5H6z"
    KEYS "M3 5.5h14v9H3zM6 8.5h.01M9 8.5h.01M12 8.5h.01M15 8.5h.01M6.5 11.5h7"
    PERSON "M10 9.5a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM4 16.5c.5-3.3 2.9-5 6-5s5.5 1.7 6 5"
    LIST "M4 5.5h.01M4 10h.01M4 14.5h.01M7.5 5.5H16M7.5 10H16M7.5 14.5H16"
    BOLD "M6 4h4.7a3 3 0 0 1 0 6H6zM6 10h5.5a3 3 0 0 1 0 6H6z"
    ITALIC "M8.5 4H15M5 16h6.5M12 4 8 16"
    LINK "M8.5 11.5a3 3 0 0 0 4.3 0l2.7-2.7a3 3 0 0 0-4.3-4.3l-1 1M11.5 8.5a3 3 0 0 0-4.3 0l-2.7 2.7a3 3 0 0 0 4.3 4.3l1-1"
    NUMBERS "M4 4.2l1.2-.7V7M3.8 12h2.4L4 15.3h2.4M9 5.5h7M9 10h7M9 14.5h7"
    NEWS "M10 3.5v3M10 13.5v3M3.5 10h3M13.5 10h3M5.5 5.5l2 2M12.5 12.5l2 2M14.5 5.5l-2 2M7.5 12.5l-2 2"
    CHECK "M4.5 10.5 8.5 14.5 15.5 6"
    ALARM "M10 3.5 17.5 16.5h-15zM10 8.5v3.5M10 14.3h.01"
    CROSS "M5 5l10 10M15 5 5 15"
    SEARCH "M9 14.5a5.5 5.5 0 1 0 0-11 5.5 5.5 0 0 0 0 11zM13 13l4 4"
    COPY "M7 7V3.5h9.5V13H13M3.5 7H13v9.5H3.5z"
    SPLIT "M10 17v-5.5L5.5 5M10 11.5 14.5 5M5 9V4.5h4M11 4.5h4V9"
    EYE "M2.5 10c1.8-3.2 4.4-4.8 7.5-4.8s5.7 1.6 7.5 4.8c-1.8 3.2-4.4 4.8-7.5 4.8S4.3 13.2 2.5 10zM10 12.2a2.2 2.2 0 1 0 0-4.4 2.2 2.2 0 0 0 0 4.4z"
    MOVED "M3.5 10h13M13 6.5 16.5 10 13 13.5M7 6.5 3.5 10 7 13.5"
    CLOCK "M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14zM10 6v4l2.8 1.8"
    FLAG "M5 17.5V3.5h9.5l-2 3.2 2 3.3H5"
    // Kinds of lanes.
    ACTIONS "M7 3.5 15.5 10 7 16.5z"
    NEEDS "M10 16.5S3.5 12.5 3.5 8a3.3 3.3 0 0 1 6.5-1 3.3 3.3 0 0 1 6.5 1c0 4.5-6.5 8.5-6.5 8.5z"
    THOUGHTS "M6 13.5a4 4 0 0 1-.5-7.9 5 5 0 0 1 9.5 1 3.5 3.5 0 0 1-.5 6.9zM6 16.5h.01"
    TOUCHPOINTS "M10 17s-5-4.7-5-8.5a5 5 0 0 1 10 0C15 12.3 10 17 10 17zM10 10a1.7 1.7 0 1 0 0-3.4 1.7 1.7 0 0 0 0 3.4z"
    EMOTIONS "M2.5 12c2.5 0 2.5-6 5-6s2.5 8 5 8 2.5-5 5-5"
    PAINS "M11 2.5 5 11h4.5L8.5 17.5 15 8.5h-4.5z"
    OPPORTUNITIES "M7.5 16.5h5M8 13.5c0-2-2.5-2.7-2.5-5.8a4.5 4.5 0 0 1 9 0c0 3.1-2.5 3.8-2.5 5.8z"
    SOLUTIONS "M4 10.5 8 14.5 16 5.5"
    INSIGHTS "M9 14.5a5.5 5.5 0 1 0 0-11 5.5 5.5 0 0 0 0 11zM13 13l4 4M9 6.5v5M6.5 9h5"
    TEXT "M4.5 5h11M10 5v11"
}

/// The icon of a kind of lane.
pub fn of_kind(kind: LaneKind) -> Icon {
    match kind {
        LaneKind::Actions => ACTIONS,
        LaneKind::Needs => NEEDS,
        LaneKind::Thoughts => THOUGHTS,
        LaneKind::Touchpoints => TOUCHPOINTS,
        LaneKind::Emotions => EMOTIONS,
        LaneKind::Pains => PAINS,
        LaneKind::Opportunities => OPPORTUNITIES,
        LaneKind::Solutions => SOLUTIONS,
        LaneKind::Moments => STAR,
        LaneKind::Insights => INSIGHTS,
        LaneKind::Text => TEXT,
    }
}

/// Draws an icon; the label beside it or of its button says what it means.
#[component]
pub fn Glyph(
    /// Which.
    #[prop(into)]
    icon: Signal<Icon>,
) -> AnyView {
    view! {
        <svg class="glyph" viewBox="0 0 20 20" aria-hidden="true">
            <path d=move || icon.get().0></path>
        </svg>
    }
}
