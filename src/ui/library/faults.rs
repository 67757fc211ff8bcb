//! What is wrong with a template file, in words.

use crate::exchange::template::{Fault, Wrong};
use crate::i18n::{Messages, fill};

/// What is wrong, and where.
pub fn words(t: &Messages, fault: &Fault) -> String {
    let m = t.templates;
    let number = |form, number: usize| fill(form, &[&number.to_string()]);
    let wrong = match &fault.wrong {
        Wrong::Syntax(line) => number(m.wrong_syntax, *line),
        Wrong::Format => m.wrong_format.to_owned(),
        Wrong::Newer => m.wrong_newer.to_owned(),
        Wrong::Missing => m.wrong_missing.to_owned(),
        Wrong::Text => m.wrong_text.to_owned(),
        Wrong::Whole(least, most) => fill(m.wrong_whole, &[&least.to_string(), &most.to_string()]),
        Wrong::Yes => m.wrong_yes.to_owned(),
        Wrong::List => m.wrong_list.to_owned(),
        Wrong::Fields => m.wrong_fields.to_owned(),
        Wrong::Unknown(word) => fill(m.wrong_unknown, &[word]),
        Wrong::Twice(word) => fill(m.wrong_twice, &[word]),
        Wrong::Long(most) => number(m.wrong_long, *most),
        Wrong::Many(most) => number(m.wrong_many, *most),
    };
    if fault.place.is_empty() { wrong } else { fill(m.wrong_at, &[&fault.place, &wrong]) }
}
