//! A file name that every system takes, from a map's title.

/// Characters kept of a title.
const LONGEST: usize = 80;
/// Names that Windows keeps for devices, whatever the extension.
const DEVICES: [&str; 4] = ["con", "prn", "aux", "nul"];

/// A title as a file name without extension: letters of all scripts stay; what Windows, macOS or
/// Linux refuse or hide, and characters that turn the reading direction, become spaces. At most 80
/// characters; empty if nothing is left, so that the caller puts a word in its language.
pub fn clean_name(title: &str) -> String {
    let spaced: String = title.chars().map(|c| if is_plain(c) { c } else { ' ' }).collect();
    let words = spaced.split_whitespace().collect::<Vec<_>>().join(" ");
    // A dot in front hides a file, at the end Windows drops it.
    let trimmed = words.trim_matches(|c| c == '.' || c == ' ' || c == '-');
    let short: String = trimmed.chars().take(LONGEST).collect();
    let name = short.trim_end_matches(['.', ' ', '\u{200d}']);
    if is_device(name) { format!("{name}_") } else { name.into() }
}

fn is_plain(c: char) -> bool {
    let refused = matches!(c, '<' | '>' | ':' | '"' | '/' | '\\' | '|' | '?' | '*' | '%' | '~');
    let unseen = matches!(c,
        '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
        | '\u{feff}' | '\u{fff9}'..='\u{ffff}');
    !(refused || unseen || c.is_control())
}

fn is_device(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or_default().trim_end().to_ascii_lowercase();
    let port = stem.strip_prefix("com").or_else(|| stem.strip_prefix("lpt"));
    let is_port = port.is_some_and(|rest| {
        let mut rest = rest.chars();
        matches!((rest.next(), rest.next()), (Some('0'..='9' | '¹' | '²' | '³'), None))
    });
    is_port || DEVICES.contains(&stem.as_str())
}

#[cfg(test)]
mod tests {
    use super::clean_name;

    #[test]
    fn letters_of_all_scripts_stay() {
        assert_eq!(clean_name("Café – Größe 2"), "Café – Größe 2");
        assert_eq!(clean_name("顧客の旅"), "顧客の旅");
        assert_eq!(clean_name("رحلة العميل"), "رحلة العميل");
    }

    #[test]
    fn what_a_system_refuses_becomes_a_space() {
        assert_eq!(clean_name("a/b\\c:d*e?f\"g<h>i|j\nk\0"), "a b c d e f g h i j k");
        assert_eq!(clean_name("../../etc/passwd"), "etc passwd");
        assert_eq!(clean_name("cod\u{202e}gpj.exe"), "cod gpj.exe");
    }

    #[test]
    fn names_are_never_hidden_a_device_or_too_long() {
        assert_eq!(clean_name(".profile."), "profile");
        assert_eq!(clean_name("CON"), "CON_");
        assert_eq!(clean_name("lpt1.map"), "lpt1.map_");
        assert_eq!(clean_name("com10"), "com10");
        assert_eq!(clean_name(" \t… "), "…");
        assert_eq!(clean_name("///"), "");
        assert_eq!(clean_name(&"é".repeat(200)).chars().count(), 80);
    }
}
