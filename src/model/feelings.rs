//! The names of feelings known in every language of the screen; any other text names a feeling too.

/// Words of the document, pleasant ones first. A name equal to one of them is shown in the language of
/// the screen.
pub const FEELINGS: [&str; 20] = [
    "joy",
    "relief",
    "pride",
    "trust",
    "hope",
    "gratitude",
    "satisfaction",
    "calm",
    "curiosity",
    "surprise",
    "boredom",
    "doubt",
    "confusion",
    "impatience",
    "anxiety",
    "frustration",
    "disappointment",
    "sadness",
    "shame",
    "anger",
];
