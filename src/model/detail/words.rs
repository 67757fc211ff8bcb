//! The known words of details, as the document spells them.

/// The colours of cards, by their words in the document.
pub const COLOURS: [&str; 8] =
    ["yellow", "orange", "red", "pink", "violet", "blue", "teal", "green"];
/// How far a card is.
pub const STATUSES: [&str; 4] = ["open", "progress", "done", "dropped"];
/// What a card rests on, the weakest first.
pub const EVIDENCE: [&str; 3] = ["assumption", "heard", "measured"];
/// The lines of a service blueprint.
pub const LINES: [&str; 3] = ["interaction", "visibility", "internal"];
/// Whose a touchpoint is.
pub const PAID: [&str; 3] = ["owned", "paid", "earned"];
/// Whom a touchpoint is for.
pub const FOR: [&str; 3] = ["prospects", "customers", "both"];
/// What touchpoints are.
pub const TOUCHES: [&str; 10] = [
    "page",
    "shop",
    "employee",
    "advertisement",
    "billboard",
    "event",
    "search",
    "review",
    "error",
    "mention",
];
/// What sources are.
pub const RESEARCH: [&str; 7] =
    ["interview", "survey", "test", "sales", "support", "questions", "analytics"];
/// Who was asked.
pub const ASKED: [&str; 4] = ["prospects", "customers", "interested", "experienced"];
/// Whether an aim was reached.
pub const REACHED: [&str; 3] = ["yes", "partly", "no"];
/// Whether what people say and what the brand intends agree.
pub const ALIGNED: [&str; 2] = ["aligned", "diverging"];
/// How numbers are drawn.
pub const CHARTS: [&str; 2] = ["bars", "line"];
