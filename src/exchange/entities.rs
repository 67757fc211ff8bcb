//! Character references by name: Latin-1 and the signs people type in tables and diagrams.

/// The HTML names of U+00A0…U+00FF, in order.
const LATIN_1: [&str; 96] = [
    "nbsp", "iexcl", "cent", "pound", "curren", "yen", "brvbar", "sect", "uml", "copy", "ordf",
    "laquo", "not", "shy", "reg", "macr", "deg", "plusmn", "sup2", "sup3", "acute", "micro",
    "para", "middot", "cedil", "sup1", "ordm", "raquo", "frac14", "frac12", "frac34", "iquest",
    "Agrave", "Aacute", "Acirc", "Atilde", "Auml", "Aring", "AElig", "Ccedil", "Egrave", "Eacute",
    "Ecirc", "Euml", "Igrave", "Iacute", "Icirc", "Iuml", "ETH", "Ntilde", "Ograve", "Oacute",
    "Ocirc", "Otilde", "Ouml", "times", "Oslash", "Ugrave", "Uacute", "Ucirc", "Uuml", "Yacute",
    "THORN", "szlig", "agrave", "aacute", "acirc", "atilde", "auml", "aring", "aelig", "ccedil",
    "egrave", "eacute", "ecirc", "euml", "igrave", "iacute", "icirc", "iuml", "eth", "ntilde",
    "ograve", "oacute", "ocirc", "otilde", "ouml", "divide", "oslash", "ugrave", "uacute", "ucirc",
    "uuml", "yacute", "thorn", "yuml",
];

/// Names outside Latin-1.
const OTHERS: [(&str, char); 40] = [
    ("amp", '&'),
    ("lt", '<'),
    ("gt", '>'),
    ("quot", '"'),
    ("apos", '\''),
    ("colon", ':'),
    ("semi", ';'),
    ("comma", ','),
    ("num", '#'),
    ("excl", '!'),
    ("quest", '?'),
    ("equals", '='),
    ("plus", '+'),
    ("percnt", '%'),
    ("lpar", '('),
    ("rpar", ')'),
    ("period", '.'),
    ("sol", '/'),
    ("OElig", 'Œ'),
    ("oelig", 'œ'),
    ("ensp", '\u{2002}'),
    ("emsp", '\u{2003}'),
    ("thinsp", '\u{2009}'),
    ("ndash", '–'),
    ("mdash", '—'),
    ("lsquo", '‘'),
    ("rsquo", '’'),
    ("ldquo", '“'),
    ("rdquo", '”'),
    ("bull", '•'),
    ("hellip", '…'),
    ("euro", '€'),
    ("trade", '™'),
    ("larr", '←'),
    ("rarr", '→'),
    ("minus", '−'),
    ("infin", '∞'),
    ("starf", '★'),
    ("hearts", '♥'),
    ("check", '✓'),
];

/// The character an HTML name stands for (HTML Living Standard, 13.5); `None` for a name not here.
pub(super) fn named(name: &str) -> Option<char> {
    if let Some(place) = LATIN_1.iter().position(|known| *known == name) {
        return char::from_u32(0xa0 + place as u32);
    }
    OTHERS.iter().find(|(known, _)| *known == name).map(|(_, sign)| *sign)
}

/// The character of a decimal or (after `x`) hexadecimal number; line ends and other control
/// characters become a space, no character is `None`.
pub(super) fn numbered(digits: &str) -> Option<char> {
    let code = match digits.strip_prefix(['x', 'X']) {
        Some(hex) => u32::from_str_radix(hex, 16).ok()?,
        None => digits.parse().ok()?,
    };
    char::from_u32(code).map(|sign| if sign.is_control() { ' ' } else { sign })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_numbers_give_their_characters() {
        assert_eq!(named("nbsp"), Some('\u{a0}'));
        assert_eq!(named("eacute"), Some('é'));
        assert_eq!(named("yuml"), Some('ÿ'));
        assert_eq!(named("rarr"), Some('→'));
        assert_eq!(named("nothing"), None);
        assert_eq!(numbered("58"), Some(':'));
        assert_eq!(numbered("x1F642"), Some('🙂'));
        assert_eq!(numbered("10"), Some(' '));
        assert_eq!(numbered("99999999999"), None);
    }
}
