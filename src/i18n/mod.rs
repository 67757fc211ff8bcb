//! Every text on the screen, in English and French.
//!
//! One table an area of the screen, one row a message, both languages side by side: a message without
//! its translation does not compile. `{0}`, `{1}` stand for values given to [`fill`].

pub mod board;
pub mod copies;
pub mod details;
pub mod feelings;
pub mod hands;
pub mod history;
pub mod journeys;
pub mod keys;
pub mod lanes;
pub mod library;
pub mod lists;
pub mod method;
pub mod paths;
pub mod people;
pub mod pictures;
pub mod reports;
pub mod rich;
pub mod templates;
pub mod touchpoints;
pub mod views;

use serde::{Deserialize, Serialize};

/// A language of the screen.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default, Serialize, Deserialize)]
pub enum Locale {
    /// English.
    #[default]
    En,
    /// French.
    Fr,
}

impl Locale {
    /// Both, in the order offered.
    pub const ALL: [Locale; 2] = [Locale::En, Locale::Fr];

    /// The language tag for `lang` and for the browser's date and number formats.
    pub fn tag(self) -> &'static str {
        match self {
            Locale::En => "en",
            Locale::Fr => "fr",
        }
    }

    /// The language's own name.
    pub fn name(self) -> &'static str {
        match self {
            Locale::En => "English",
            Locale::Fr => "Français",
        }
    }

    /// The first of the browser's language tags that is spoken here, else English.
    pub fn negotiate<'a>(tags: impl IntoIterator<Item = &'a str>) -> Self {
        for tag in tags {
            let primary = tag.split('-').next().unwrap_or_default().to_ascii_lowercase();
            if let Some(locale) = Self::ALL.into_iter().find(|locale| locale.tag() == primary) {
                return locale;
            }
        }
        Locale::En
    }

    /// All messages in this language.
    pub fn messages(self) -> &'static Messages {
        match self {
            Locale::En => &EN,
            Locale::Fr => &FR,
        }
    }

    /// Whether `count` takes the singular: one in English, nought and one in French
    /// (CLDR plural rules, integers below a million).
    pub fn is_one(self, count: usize) -> bool {
        match self {
            Locale::En => count == 1,
            Locale::Fr => count <= 1,
        }
    }

    /// A counted noun: picks the form from `"card|cards"` and puts the number before it.
    pub fn count(self, count: usize, forms: &str) -> String {
        let (one, many) = forms.split_once('|').unwrap_or((forms, forms));
        let noun = if self.is_one(count) { one } else { many };
        format!("{}\u{a0}{noun}", self.integer(count))
    }

    /// A whole number with the language's grouping.
    pub fn integer(self, number: usize) -> String {
        let digits = number.to_string();
        let separator = match self {
            Locale::En => ',',
            Locale::Fr => '\u{202f}',
        };
        let mut out = String::new();
        for (place, digit) in digits.chars().enumerate() {
            if place > 0 && (digits.len() - place).is_multiple_of(3) {
                out.push(separator);
            }
            out.push(digit);
        }
        out
    }

    /// A level in half-steps as people read it: `3` → "+1.5", "+1,5".
    pub fn level(self, half_steps: i8) -> String {
        let sign = match half_steps {
            0 => "",
            n if n > 0 => "+",
            _ => "\u{2212}",
        };
        let half = half_steps.unsigned_abs();
        let point = match self {
            Locale::En => ".5",
            Locale::Fr => ",5",
        };
        format!("{sign}{}{}", half / 2, if half % 2 == 1 { point } else { "" })
    }
}

/// Puts values where `{0}`, `{1}`, … stand. What a value says stays as it is, braces too.
pub fn fill(template: &str, values: &[&str]) -> String {
    let mut out = String::with_capacity(template.len());
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        out.push_str(before);
        let value = after.split_once('}').and_then(|(place, after)| {
            let place: usize = place.parse().ok()?;
            Some((values.get(place)?, after))
        });
        match value {
            Some((value, after)) => {
                out.push_str(value);
                rest = after;
            }
            None => {
                out.push('{');
                rest = after;
            }
        }
    }
    out + rest
}

/// All messages of one language, by area of the screen.
pub struct Messages {
    /// The board and its panels.
    pub board: &'static board::Board,
    /// Variants, files without history, things deleted for good.
    pub copies: &'static copies::Copies,
    /// Several at once, clipboard, palette, search, sizes.
    pub hands: &'static hands::Hands,
    /// Library, top bar, About.
    pub library: &'static library::Library,
    /// What happened: imports, errors, saving.
    pub reports: &'static reports::Reports,
    /// Feelings and the curve.
    pub feelings: &'static feelings::Feelings,
    /// Lanes, their kinds, templates.
    pub lanes: &'static lanes::Lanes,
    /// Paths, lines, times, what is folded.
    pub paths: &'static paths::Paths,
    /// Experience maps and their journeys.
    pub journeys: &'static journeys::Journeys,
    /// Lists beside the board and the goal sheet.
    pub lists: &'static lists::Lists,
    /// Pictures.
    pub pictures: &'static pictures::Pictures,
    /// Names of keys and the actions list.
    pub keys: &'static keys::Keys,
    /// Who wrote what, what is new, what was decided.
    pub people: &'static people::People,
    /// The history of a map.
    pub history: &'static history::History,
    /// Formatting a text.
    pub rich: &'static rich::Rich,
    /// Details, notes, tags, personas.
    pub details: &'static details::Details,
    /// The ways to look at a map.
    pub views: &'static views::Views,
    /// The method.
    pub method: &'static method::Method,
    /// Templates, and the chooser.
    pub templates: &'static templates::Templates,
    /// The inventory of touchpoints.
    pub touchpoints: &'static touchpoints::Touchpoints,
}

impl Messages {
    /// A text in the quotation marks of the language.
    pub fn quote(&self, text: &str) -> String {
        fill(self.reports.quoted, &[text])
    }

    /// What is spoken of and what is told of it, with the colon of the language between them.
    pub fn told(&self, what: &str, text: &str) -> String {
        fill(self.reports.told, &[what, text])
    }
}

static EN: Messages = Messages {
    board: &board::EN,
    copies: &copies::EN,
    hands: &hands::EN,
    library: &library::EN,
    reports: &reports::EN,
    feelings: &feelings::EN,
    lanes: &lanes::EN,
    paths: &paths::EN,
    lists: &lists::EN,
    journeys: &journeys::EN,
    pictures: &pictures::EN,
    keys: &keys::EN,
    people: &people::EN,
    history: &history::EN,
    rich: &rich::EN,
    details: &details::EN,
    views: &views::EN,
    method: &method::EN,
    templates: &templates::EN,
    touchpoints: &touchpoints::EN,
};
static FR: Messages = Messages {
    board: &board::FR,
    copies: &copies::FR,
    hands: &hands::FR,
    library: &library::FR,
    reports: &reports::FR,
    feelings: &feelings::FR,
    lanes: &lanes::FR,
    paths: &paths::FR,
    lists: &lists::FR,
    journeys: &journeys::FR,
    pictures: &pictures::FR,
    keys: &keys::FR,
    people: &people::FR,
    history: &history::FR,
    rich: &rich::FR,
    details: &details::FR,
    views: &views::FR,
    method: &method::FR,
    templates: &templates::FR,
    touchpoints: &touchpoints::FR,
};

/// Declares an area's table: `name: "English", "French";` a row.
macro_rules! table {
    ($(#[$doc:meta])* $area:ident; $($key:ident: $en:expr, $fr:expr;)*) => {
        $(#[$doc])*
        pub struct $area { $(#[doc = stringify!($key)] pub $key: &'static str,)* }
        /// English.
        pub static EN: $area = $area { $($key: $en,)* };
        /// French.
        pub static FR: $area = $area { $($key: $fr,)* };
        #[cfg(test)]
        mod tests {
            #[test]
            fn both_languages_hold_the_same_values() {
                $(
                    assert!(!$en.is_empty() && !$fr.is_empty(), "{} is empty", stringify!($key));
                    for place in ["{0}", "{1}", "{2}"] {
                        assert_eq!($en.contains(place), $fr.contains(place), "{} {place}", stringify!($key));
                    }
                    assert_eq!($en.contains('|'), $fr.contains('|'), "{} plural", stringify!($key));
                )*
            }
        }
    };
}
pub(crate) use table;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_language_spoken_here_wins() {
        assert_eq!(Locale::negotiate(["de-CH", "fr-CH", "en"]), Locale::Fr);
        assert_eq!(Locale::negotiate(["ja"]), Locale::En);
    }

    #[test]
    fn a_value_with_braces_stays_as_it_is() {
        assert_eq!(fill("{0} and {1}", &["Plan {1}", "{0}"]), "Plan {1} and {0}");
        assert_eq!(fill("{1} before {0}, { and {2}", &["a", "b"]), "b before a, { and {2}");
    }

    #[test]
    fn counts_follow_the_language() {
        assert_eq!(Locale::En.count(0, "card|cards"), "0\u{a0}cards");
        assert_eq!(Locale::Fr.count(0, "fiche|fiches"), "0\u{a0}fiche");
        assert_eq!(Locale::En.count(12345, "card|cards"), "12,345\u{a0}cards");
        assert_eq!(Locale::Fr.count(12345, "fiche|fiches"), "12\u{202f}345\u{a0}fiches");
    }

    #[test]
    fn words_are_joined_by_the_marks_of_the_language() {
        assert_eq!(Locale::En.messages().quote("a: b"), "“a: b”");
        assert_eq!(Locale::Fr.messages().quote("a"), "«\u{a0}a\u{a0}»");
        assert_eq!(Locale::En.messages().told("Card", "moved"), "Card: moved");
        assert_eq!(Locale::Fr.messages().told("Fiche", "déplacée"), "Fiche\u{a0}: déplacée");
    }

    #[test]
    fn levels_are_written_in_halves() {
        assert_eq!(Locale::En.level(3), "+1.5");
        assert_eq!(Locale::Fr.level(-1), "\u{2212}0,5");
        assert_eq!(Locale::En.level(0), "0");
    }
}
