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
/// Who was asked: any of them.
pub const ASKED: [&str; 4] = ["prospects", "customers", "interested", "experienced"];
/// Whether an aim was reached.
pub const REACHED: [&str; 3] = ["yes", "partly", "no"];
/// Whether what people say and what the brand intends agree.
pub const ALIGNED: [&str; 2] = ["aligned", "diverging"];
/// How numbers are drawn.
pub const CHARTS: [&str; 2] = ["bars", "line"];

/// The words of a detail that may have several, a comma between them.
pub fn several(words: &str) -> impl Iterator<Item = &str> {
    words.split(',').map(str::trim).filter(|word| !word.is_empty())
}

/// The same with one word more, last but for known ones, which keep the order of `known`; or without it.
pub fn ticked(words: &str, word: &str, on: bool, known: &[&str]) -> String {
    let mut all: Vec<&str> = several(words).filter(|one| *one != word).collect();
    if on {
        all.push(word);
    }
    let place = |one: &&str| known.iter().position(|k| k == one).unwrap_or(known.len());
    all.sort_by_key(place);
    all.join(",")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn several_words_are_ticked_one_by_one_and_what_was_one_word_still_is() {
        assert_eq!(several("customers").collect::<Vec<_>>(), ["customers"]);
        assert_eq!(several(" customers, ,at the fair ").count(), 2);
        let both = ticked("experienced", "prospects", true, &ASKED);
        assert_eq!(both, "prospects,experienced");
        assert_eq!(ticked(&both, "prospects", true, &ASKED), both);
        assert_eq!(ticked("at the fair", "customers", true, &ASKED), "customers,at the fair");
        assert_eq!(ticked("customers,at the fair", "at the fair", false, &ASKED), "customers");
        assert_eq!(ticked("customers", "customers", false, &ASKED), "");
    }
}
