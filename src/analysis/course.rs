//! The order in which the parts of the method stand for a map, and which of them are skipped.

/// A part of the method by its word, and whether it is skipped.
pub type Part = (&'static str, bool);

/// The parts in the order noted with the map; parts that are not in the note stand behind the one they
/// follow by default. Words that are not known are passed over.
///
/// The note is one line of words; a word after a `-` is skipped.
pub fn read(note: &str, known: &[&'static str]) -> Vec<Part> {
    let mut parts: Vec<Part> = Vec::new();
    for word in note.split_whitespace() {
        let (word, skipped) = word.strip_prefix('-').map_or((word, false), |word| (word, true));
        if let Some(part) = known.iter().find(|part| **part == word)
            && !parts.iter().any(|(there, _)| there == part)
        {
            parts.push((part, skipped));
        }
    }
    for (at, part) in known.iter().enumerate() {
        if !parts.iter().any(|(there, _)| there == part) {
            let before = at.checked_sub(1).and_then(|at| known.get(at));
            let place = parts.iter().position(|(there, _)| Some(there) == before);
            parts.insert(place.map_or(0, |place| place + 1), (part, false));
        }
    }
    parts
}

/// The note of an order; empty for the default one.
pub fn write(parts: &[Part], known: &[&'static str]) -> String {
    if parts.iter().zip(known).all(|((part, skipped), known)| part == known && !skipped) {
        return String::new();
    }
    let words: Vec<String> = parts
        .iter()
        .map(|(part, skipped)| format!("{}{part}", if *skipped { "-" } else { "" }))
        .collect();
    words.join(" ")
}

/// The order with a part taken up or skipped.
pub fn turned(mut parts: Vec<Part>, part: &str) -> Vec<Part> {
    for (there, skipped) in &mut parts {
        *skipped ^= *there == part;
    }
    parts
}

/// The order with a part moved one up or down.
pub fn moved(mut parts: Vec<Part>, part: &str, down: bool) -> Vec<Part> {
    if let Some(at) = parts.iter().position(|(there, _)| *there == part) {
        let to = if down { at + 1 } else { at.wrapping_sub(1) };
        if to < parts.len() {
            parts.swap(at, to);
        }
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    const KNOWN: [&str; 4] = ["goal", "people", "places", "links"];

    #[test]
    fn without_a_note_the_parts_stand_in_their_order() {
        assert_eq!(read("", &KNOWN).iter().map(|(part, _)| *part).collect::<Vec<_>>(), KNOWN);
        assert_eq!(write(&read("", &KNOWN), &KNOWN), "");
    }

    #[test]
    fn a_note_says_the_order_and_what_is_skipped() {
        let note = "links -goal people places";
        let parts = read(note, &KNOWN);
        assert_eq!(parts[1], ("goal", true));
        assert_eq!(write(&parts, &KNOWN), note);
    }

    #[test]
    fn what_is_missing_or_unknown_in_a_note_does_no_harm() {
        let parts = read("links later -people people", &KNOWN);
        // "goal" goes first; "places" follows "people".
        assert_eq!(write(&parts, &KNOWN), "goal links -people places");
    }

    #[test]
    fn parts_are_skipped_taken_up_and_moved() {
        let parts = turned(read("", &KNOWN), "people");
        assert_eq!(write(&parts, &KNOWN), "goal -people places links");
        let parts = moved(parts, "people", false);
        assert_eq!(write(&parts, &KNOWN), "-people goal places links");
        let parts = moved(parts, "people", false);
        let parts = moved(moved(parts, "links", true), "people", true);
        assert_eq!(write(&turned(parts, "people"), &KNOWN), "");
    }
}
