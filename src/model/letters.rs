//! Small and capital letters of the scripts that have capitals, without the twenty kilobytes of tables that
//! `char::to_lowercase` brings for every script there ever was.

/// A name as it is compared with others: without what is around it, upper and lower case alike.
pub fn fold(name: &str) -> String {
    name.trim().chars().map(lower).collect()
}

/// The small letter of a capital: Latin (with the letters of Vietnamese), Greek, Cyrillic, Armenian.
/// Every other character stays what it is.
pub fn lower(c: char) -> char {
    let code = c as u32;
    let even = code & 1 == 0;
    let up = match code {
        0x41..=0x5a | 0xc0..=0xd6 | 0xd8..=0xde => 32,
        0x130 => return 'i',
        0x178 => return 'ÿ',
        0x100..=0x137
        | 0x14a..=0x177
        | 0x1a0..=0x1a5
        | 0x1de..=0x1ee
        | 0x1f8..=0x21f
        | 0x222..=0x233
            if even =>
        {
            1
        }
        0x139..=0x148 | 0x179..=0x17e | 0x1cd..=0x1dc | 0x1af if !even => 1,
        0x386 => 38,
        0x388..=0x38a => 37,
        0x38c => 64,
        0x38e | 0x38f => 63,
        0x391..=0x3a1 | 0x3a3..=0x3ab | 0x410..=0x42f => 32,
        0x400..=0x40f => 80,
        0x460..=0x481 | 0x48a..=0x4bf | 0x4d0..=0x52f | 0x1e00..=0x1e95 | 0x1ea0..=0x1eff
            if even =>
        {
            1
        }
        0x4c1..=0x4ce if !even => 1,
        0x531..=0x556 => 48,
        _ => 0,
    };
    // Only ß has a capital that is no pair in these ranges: 1E9E lies between them.
    char::from_u32(code + up).unwrap_or(c)
}

/// The capital of a small letter, in the languages of western Europe.
pub fn upper(c: char) -> char {
    match c {
        'à'..='ö' | 'ø'..='þ' => char::from_u32(c as u32 - 32).unwrap_or(c),
        'œ' => 'Œ',
        _ => c.to_ascii_uppercase(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_are_those_of_unicode() {
        for c in ('\0'..='\u{58f}').chain('\u{1e00}'..='\u{1e9d}').chain('\u{1ea0}'..='\u{1eff}') {
            let mut unicode = c.to_lowercase();
            let (first, more) = (unicode.next().unwrap(), unicode.next());
            // Letters of African, Croatian and phonetic alphabets without a pattern are left alone.
            let rare = matches!(c, '\u{180}'..='\u{24f}' | '\u{370}'..='\u{37f}' | '\u{3cf}'..='\u{3ff}' | '\u{4c0}');
            if !rare || lower(c) != c {
                assert_eq!(lower(c), first, "{c} {:x}", c as u32);
                assert!(more.is_none() || c == 'İ');
            }
        }
        for c in ('a'..='z').chain('à'..='ö').chain('ø'..='þ').chain(['œ', '7', '_']) {
            assert_eq!(upper(c), c.to_uppercase().next().unwrap());
        }
        for word in ["日本語", "שלום", "123 _", "ßÿ"] {
            assert_eq!(word.chars().map(lower).collect::<String>(), word);
        }
    }
}
