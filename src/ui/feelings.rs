//! What feelings are called: the words of the scale, and known names in the language of the screen.

use super::icons::{self, Icon};
use crate::analysis::emotion::Peak;
use crate::analysis::search::fold;
use crate::i18n::{Locale, Messages};
use crate::model::feelings::FEELINGS;

/// A degree of the scale: the highest level in half-steps that is called so, its face and its word.
type Degree = (i8, Icon, fn(&Messages) -> &'static str);

static SCALE: [Degree; 7] = [
    (-4, icons::FACE_VERY_BAD, |t| t.feelings.very_bad),
    (-2, icons::FACE_BAD, |t| t.feelings.bad),
    (-1, icons::FACE_BAD, |t| t.feelings.rather_bad),
    (0, icons::FACE_NEUTRAL, |t| t.feelings.neutral),
    (1, icons::FACE_GOOD, |t| t.feelings.rather_good),
    (3, icons::FACE_GOOD, |t| t.feelings.good),
    (i8::MAX, icons::FACE_VERY_GOOD, |t| t.feelings.very_good),
];

fn degree(level: i8) -> &'static Degree {
    SCALE.iter().find(|(highest, ..)| level <= *highest).unwrap_or(&SCALE[6])
}

/// The word for a level in half-steps.
pub fn word(t: &Messages, level: i8) -> &'static str {
    degree(level).2(t)
}

/// The face of a level in half-steps.
pub fn face(level: i8) -> Icon {
    degree(level).1
}

/// The name of a feeling: localised for a known word, else the text itself.
pub fn name<'a>(t: &Messages, name: &'a str) -> &'a str {
    let f = t.feelings;
    match name {
        "joy" => f.joy,
        "relief" => f.relief,
        "pride" => f.pride,
        "trust" => f.trust,
        "hope" => f.hope,
        "gratitude" => f.gratitude,
        "satisfaction" => f.satisfaction,
        "calm" => f.calm,
        "curiosity" => f.curiosity,
        "surprise" => f.surprise,
        "boredom" => f.boredom,
        "doubt" => f.doubt,
        "confusion" => f.confusion,
        "impatience" => f.impatience,
        "anxiety" => f.anxiety,
        "frustration" => f.frustration,
        "disappointment" => f.disappointment,
        "sadness" => f.sadness,
        "shame" => f.shame,
        "anger" => f.anger,
        other => other,
    }
}

/// What is kept for a name someone typed or chose: the known word it stands for in either language,
/// else the text itself.
pub fn kept(typed: &str) -> String {
    let folded = fold(typed.trim());
    let is = |word: &&&str| {
        let said = |locale: &Locale| fold(name(locale.messages(), word)) == folded;
        Locale::ALL.iter().any(said)
    };
    FEELINGS.iter().find(is).map_or_else(|| typed.trim().to_owned(), |word| (*word).to_owned())
}

/// What is said at a point: high or low, and the name of the feeling.
pub fn said(t: &Messages, feeling: &str, peak: Option<Peak>) -> String {
    let name = name(t, feeling);
    match peak.map(|peak| self::peak(t, peak)) {
        Some((sign, word)) if name.is_empty() => format!("{sign} {word}"),
        Some((sign, word)) => format!("{sign} {word} · {name}"),
        None => name.to_owned(),
    }
}

/// What a peak is called, with its mark.
pub fn peak(t: &Messages, peak: Peak) -> (&'static str, &'static str) {
    match peak {
        Peak::High => ("▲", t.feelings.high),
        Peak::Low => ("▼", t.feelings.low),
    }
}
