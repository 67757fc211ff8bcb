//! Feelings in a table's cell: numbers −2…2, faces, words, and whose they are.

use crate::exchange::decimal::decimal;

/// What one line of a cell of the emotions lane says.
#[derive(Clone, PartialEq, Debug, Default)]
pub(super) struct Said {
    /// The persona named before a colon.
    pub persona: Option<String>,
    /// Half-steps −4…+4.
    pub level: Option<i8>,
    /// The words.
    pub name: String,
}

/// Faces with their levels in half-steps.
const FACES: [(i8, &[char]); 5] = [
    (4, &['😀', '😃', '😄', '😁', '😍', '🤩']),
    (2, &['🙂', '😊', '☺', '😌']),
    (0, &['😐', '😑']),
    (-2, &['🙁', '☹', '😕', '😟']),
    (-4, &['😞', '😢', '😭', '😠', '😡', '😩', '😫']),
];

/// Reads a line such as `1.5`, `−1 worried`, `🙂`, `curious`, `Ana: +1 keen` or `Ana: – keen` (no
/// level). A name before a colon is a persona only if a number, face or dash follows it.
pub(super) fn read(line: &str) -> Said {
    if let Some((persona, rest)) = line.split_once(':') {
        let rest = rest.trim();
        let (level, name) = split(rest);
        let name = rest.strip_prefix("– ").unwrap_or(name);
        if (level.is_some() || name != rest) && !persona.trim().is_empty() {
            let persona = Some(persona.trim().to_owned());
            return Said { persona, level, name: name.to_owned() };
        }
    }
    let (level, name) = split(line.trim());
    Said { persona: None, level, name: name.to_owned() }
}

/// Writes what [`read`] reads. A bare number has an ASCII sign, so that spreadsheets take it as one.
pub(super) fn write(persona: Option<&str>, level: Option<i8>, name: &str) -> String {
    let mut out = persona.map(|persona| format!("{persona}: ")).unwrap_or_default();
    match level {
        Some(level) => {
            let sign = if level < 0 { "-" } else { "" };
            let half = if level % 2 == 0 { "" } else { ".5" };
            let number = format!("{sign}{}{half}", level.abs() / 2);
            let bare = out.is_empty() && name.is_empty();
            out.push_str(&if bare { number } else { number.replace('-', "−") });
            if !name.is_empty() {
                out.push(' ');
            }
        }
        None if persona.is_some() => out.push_str("– "),
        None => {}
    }
    out.push_str(name);
    out
}

/// The level a text begins with, and the words after it.
fn split(text: &str) -> (Option<i8>, &str) {
    let mut chars = text.chars();
    let face = chars.next().and_then(|c| FACES.iter().find(|(_, faces)| faces.contains(&c)));
    if let Some((level, _)) = face {
        return (Some(*level), clean(chars.as_str().trim_start_matches('\u{fe0f}')));
    }
    let signed = text.strip_prefix(['-', '−', '–', '+']).unwrap_or(text);
    let end =
        signed.find(|c: char| !c.is_ascii_digit() && c != '.' && c != ',').unwrap_or(signed.len());
    let after = &signed[end..];
    let value = signed[..end].trim_end_matches([',', '.']).replace(',', ".");
    match decimal(&value) {
        Some(value) if value <= 2.0 && !after.starts_with(|c: char| c.is_alphanumeric()) => {
            let negative = text.starts_with(['-', '−', '–']);
            let halves = (value * 2.0).round() as i8;
            (Some(if negative { -halves } else { halves }), clean(after))
        }
        _ => (None, text),
    }
}

/// The words without the sign that sets them off.
fn clean(text: &str) -> &str {
    text.trim().trim_start_matches(['·', ':', ',', '–', '—']).trim()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(line: &str) -> (Option<String>, Option<i8>, String) {
        let Said { persona, level, name } = read(line);
        (persona, level, name)
    }

    #[test]
    fn numbers_faces_and_words_are_told_apart() {
        for (line, level, name) in [
            ("1.5", Some(3), ""),
            ("-1,5 tired", Some(-3), "tired"),
            ("−2 · angry", Some(-4), "angry"),
            ("+1", Some(2), ""),
            ("🙂", Some(2), ""),
            ("😞 lost", Some(-4), "lost"),
            ("☹️", Some(-2), ""),
            ("curious", None, "curious"),
            ("7", None, "7"),
            ("1st thrill", None, "1st thrill"),
            ("Mixed: worried", None, "Mixed: worried"),
        ] {
            assert_eq!(said(line), (None, level, name.to_owned()), "{line}");
        }
        assert_eq!(said("Ana: −1 shy"), (Some("Ana".into()), Some(-2), "shy".into()));
    }

    #[test]
    fn what_is_written_is_read_again() {
        for persona in [None, Some("Ana")] {
            for (level, name) in [(Some(-3), "shy"), (Some(0), ""), (None, "calm"), (Some(4), "")] {
                let Said { persona: who, level: how, name: word } =
                    read(&write(persona, level, name));
                assert_eq!((who.as_deref(), how, word.as_str()), (persona, level, name));
            }
        }
        assert_eq!(write(None, Some(-3), ""), "-1.5");
    }
}
