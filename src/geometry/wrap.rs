//! Breaks a text into lines of a given width, as the browser's `overflow-wrap: anywhere` does.

use std::cell::Cell;

/// Widths of characters in px, in one font.
pub trait Widths {
    /// The width of one character.
    fn of(&self, character: char) -> f64;
}

/// Widths from a table for the characters of Latin text, a wide guess for CJK, an average for the
/// rest. Good for estimates; the screen mends them once a card is mounted.
pub struct Table {
    /// Widths of U+0020…U+007F; what is not a number was not asked for yet.
    ascii: [Cell<f32>; 96],
    measure: Box<dyn Fn(char) -> f32>,
    size: f64,
}

impl Table {
    /// A table for a font of `size` px; `measure` gives the width of a character of U+0020…U+007F and is asked
    /// once for each that occurs.
    pub fn new(size: f64, measure: Box<dyn Fn(char) -> f32>) -> Self {
        Table { ascii: [const { Cell::new(f32::NAN) }; 96], measure, size }
    }

    /// Average widths of a plain sans-serif.
    pub fn average(size: f64) -> Self {
        Table::new(size, Box::new(move |character| (average(character) * size) as f32))
    }
}

/// The average width of a character as a share of the size (measured on DejaVu Sans and Liberation Sans,
/// averaged by class).
pub fn average(character: char) -> f64 {
    match character {
        ' ' | '!' | '\'' | ',' | '.' | ':' | ';' | '|' | 'i' | 'j' | 'l' | 'I' => 0.29,
        'f' | 't' | 'r' | '(' | ')' | '-' | '/' | '"' | '*' => 0.37,
        'm' | 'w' | 'M' | 'W' | '@' | '%' => 0.88,
        'A'..='Z' | '&' => 0.68,
        _ => 0.58,
    }
}

impl Widths for Table {
    fn of(&self, character: char) -> f64 {
        let code = u32::from(character);
        match code {
            0x20..=0x7f => {
                let known = &self.ascii[(code - 0x20) as usize];
                if known.get().is_nan() {
                    known.set((self.measure)(character));
                }
                f64::from(known.get())
            }
            0..=0x1f | 0x300..=0x36f | 0x200b..=0x200f | 0xfe00..=0xfe0f => 0.0,
            0x1100..=0x115f
            | 0x2e80..=0xa4cf
            | 0xac00..=0xd7a3
            | 0xf900..=0xfaff
            | 0xff00..=0xff60 => self.size,
            0x1f000..=0x1faff => 1.35 * self.size,
            _ => 0.57 * self.size,
        }
    }
}

/// Whether a line may break after this character.
fn breaks_after(character: char) -> bool {
    let code = u32::from(character);
    matches!(character, '-' | '–' | '—' | '\u{200b}')
        || matches!(code, 0x2e80..=0xa4cf | 0xac00..=0xd7a3 | 0xff00..=0xff60)
}

/// Calls `line` for each line as a byte range of `text`.
fn each_line(text: &str, width: f64, widths: &impl Widths, mut line: impl FnMut(usize, usize)) {
    let mut start = 0;
    for paragraph in text.split('\n') {
        let end = start + paragraph.len();
        let (mut line_start, mut x) = (start, 0.0);
        // Where the line could break, and how wide the text is from there on.
        let (mut chance, mut since_chance) = (start, 0.0);
        for (offset, character) in paragraph.char_indices() {
            let at = start + offset;
            let advance = widths.of(character);
            // A space never starts a new line: it hangs.
            if character == ' ' {
                x += advance;
                chance = at + 1;
                since_chance = 0.0;
                continue;
            }
            if x + advance > width && at > line_start {
                let cut = if chance > line_start { chance } else { at };
                line(line_start, cut);
                x = if chance > line_start { since_chance } else { 0.0 };
                line_start = cut;
                chance = cut;
            }
            x += advance;
            since_chance += advance;
            if breaks_after(character) {
                chance = at + character.len_utf8();
                since_chance = 0.0;
            }
        }
        line(line_start, end);
        start = end + 1;
    }
}

/// How many lines a text takes; at least one.
pub fn count(text: &str, width: f64, widths: &impl Widths) -> usize {
    let mut lines = 0;
    each_line(text, width, widths, |_, _| lines += 1);
    lines
}

/// The lines themselves, without the spaces at their ends.
pub fn lines<'a>(text: &'a str, width: f64, widths: &impl Widths) -> Vec<&'a str> {
    let mut out = Vec::new();
    each_line(text, width, widths, |from, to| out.push(text[from..to].trim_end()));
    out
}

/// The width of the widest word: narrower than this it is broken.
pub fn widest(text: &str, widths: &impl Widths) -> f64 {
    let (mut most, mut word): (f64, f64) = (0.0, 0.0);
    for character in text.chars() {
        if matches!(character, ' ' | '\n') {
            word = 0.0;
            continue;
        }
        word += widths.of(character);
        most = most.max(word);
        if breaks_after(character) {
            word = 0.0;
        }
    }
    most
}

/// Stands before a line that is read from right to left.
pub const FROM_RIGHT: &str = "\u{200f}";

/// What stands before each line of a text that begins in a script written from right to left, so that the line is
/// read from there however it begins itself.
pub fn lead(text: &str) -> &'static str {
    let is_right = |character: char| matches!(u32::from(character), 0x590..=0x8ff | 0xfb1d..=0xfdff | 0xfe70..=0xfeff);
    let first = text.chars().find(|character| character.is_alphabetic());
    if first.is_some_and(is_right) { FROM_RIGHT } else { "" }
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Ten;
    impl Widths for Ten {
        fn of(&self, _: char) -> f64 {
            10.0
        }
    }

    #[test]
    fn breaks_at_spaces_hyphens_and_inside_long_words() {
        assert_eq!(lines("one two three", 70.0, &Ten), ["one two", "three"]);
        assert_eq!(lines("well-known", 60.0, &Ten), ["well-", "known"]);
        assert_eq!(lines("abcdefghij", 40.0, &Ten), ["abcd", "efgh", "ij"]);
        assert_eq!(lines("日本語の文", 20.0, &Ten), ["日本", "語の", "文"]);
    }

    #[test]
    fn the_widest_word_is_what_a_line_needs_at_least() {
        assert_eq!(widest("", &Ten), 0.0);
        assert_eq!(widest("one three\ntwo", &Ten), 50.0);
        assert_eq!(widest("well-known", &Ten), 50.0);
        assert_eq!(widest("日本語", &Ten), 10.0);
    }

    #[test]
    fn lines_of_a_text_from_right_to_left_are_read_from_there() {
        assert_eq!(lead("(3) מחפש OK"), "\u{200f}");
        assert_eq!(lead("يبحث"), "\u{200f}");
        assert_eq!(lead("OK, מחפש"), "");
        assert_eq!(lead("3 – 4"), "");
    }

    #[test]
    fn keeps_typed_line_breaks_and_empty_lines() {
        assert_eq!(lines("a\n\nb", 50.0, &Ten), ["a", "", "b"]);
        assert_eq!(count("", 50.0, &Ten), 1);
    }

    #[test]
    fn no_text_is_lost() {
        let text = "Signs for the parcel, carries it up — éàü 日本 🙂 end-of-line";
        for width in [5.0, 30.0, 55.0, 120.0] {
            let joined: String = lines(text, width, &Ten).concat();
            assert_eq!(joined.replace(' ', ""), text.replace(' ', ""));
        }
    }
}
