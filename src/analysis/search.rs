//! Finds words in a text whatever their case and accents.

use crate::model::letters::lower;

/// Whether every word of `query` occurs in `title`, in any order, without regard to case and Latin
/// accents. A query without words matches everything.
pub fn matches(title: &str, query: &str) -> bool {
    let title = fold(title);
    fold(query).split_whitespace().all(|word| title.contains(word))
}

/// A text in lower case without Latin accents, ligatures apart, apostrophes straight: what two
/// spellings of one word have in common. Other scripts only lose their case.
pub fn fold(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars().map(lower) {
        match c {
            '\u{300}'..='\u{36f}' => {}
            'à'..='å' | 'ā' | 'ă' | 'ą' | 'ǎ' => out.push('a'),
            'ç' | 'ć' | 'ĉ' | 'ċ' | 'č' => out.push('c'),
            'ð' | 'ď' | 'đ' => out.push('d'),
            'è'..='ë' | 'ē' | 'ĕ' | 'ė' | 'ę' | 'ě' => out.push('e'),
            'ĝ' | 'ğ' | 'ġ' | 'ģ' => out.push('g'),
            'ĥ' | 'ħ' => out.push('h'),
            'ì'..='ï' | 'ĩ' | 'ī' | 'ĭ' | 'į' | 'ı' => out.push('i'),
            'ĵ' => out.push('j'),
            'ķ' => out.push('k'),
            'ĺ' | 'ļ' | 'ľ' | 'ŀ' | 'ł' => out.push('l'),
            'ñ' | 'ń' | 'ņ' | 'ň' => out.push('n'),
            'ò'..='ö' | 'ø' | 'ō' | 'ŏ' | 'ő' => out.push('o'),
            'ŕ' | 'ŗ' | 'ř' => out.push('r'),
            'ś' | 'ŝ' | 'ş' | 'š' | 'ș' => out.push('s'),
            'ţ' | 'ť' | 'ŧ' | 'ț' => out.push('t'),
            'ù'..='ü' | 'ũ' | 'ū' | 'ŭ' | 'ů' | 'ű' | 'ų' => out.push('u'),
            'ŵ' => out.push('w'),
            'ý' | 'ÿ' | 'ŷ' => out.push('y'),
            'ź' | 'ż' | 'ž' => out.push('z'),
            'æ' => out.push_str("ae"),
            'œ' => out.push_str("oe"),
            'ß' => out.push_str("ss"),
            '’' | 'ʼ' => out.push('\''),
            other => out.push(other),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn case_accents_and_order_do_not_matter() {
        assert!(matches("Carte d’expérience – Éditions du Cœur", "coeur EXPERIENCE d'"));
        assert!(matches("Straße", "strasse"));
        assert!(matches("e\u{301}tape", "étape"));
        assert!(matches("Anything", "  "));
    }

    #[test]
    fn every_word_must_occur() {
        assert!(!matches("Writer's journey", "writer reader"));
        assert!(matches("Путь писателя", "ПИСАТЕЛЯ"));
    }
}
