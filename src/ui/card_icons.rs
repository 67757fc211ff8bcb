//! The icons a card can bear: each a word in the document, a picture and a name.

use super::icons::{self, Icon};
use crate::i18n::Messages;

/// One of them.
pub struct CardIcon {
    /// The word in the document.
    pub word: &'static str,
    /// Its picture.
    pub icon: Icon,
    /// Its name.
    pub name: fn(&Messages) -> &'static str,
}

const fn icon(word: &'static str, icon: Icon, name: fn(&Messages) -> &'static str) -> CardIcon {
    CardIcon { word, icon, name }
}

/// All of them, in the order they are offered.
pub static CARD_ICONS: [CardIcon; 12] = [
    icon("heart", icons::NEEDS, |t| t.details.icon_heart),
    icon("bolt", icons::PAINS, |t| t.details.icon_bolt),
    icon("idea", icons::OPPORTUNITIES, |t| t.details.icon_idea),
    icon("flag", icons::FLAG, |t| t.details.icon_flag),
    icon("question", icons::QUESTIONS, |t| t.details.icon_question),
    icon("warning", icons::ALARM, |t| t.details.icon_warning),
    icon("clock", icons::CLOCK, |t| t.details.icon_clock),
    icon("money", icons::MONEY, |t| t.details.icon_money),
    icon("phone", icons::PHONE, |t| t.details.icon_phone),
    icon("chat", icons::CHAT, |t| t.details.icon_chat),
    icon("place", icons::TOUCHPOINTS, |t| t.details.icon_place),
    icon("look", icons::EYE, |t| t.details.icon_look),
];

/// The icon of a word; none for a word of a later version.
pub fn card_icon(word: &str) -> Option<&'static CardIcon> {
    CARD_ICONS.iter().find(|one| one.word == word)
}

/// The picture of what a card rests on.
pub fn evidence(word: &str) -> Option<Icon> {
    match word {
        "assumption" => Some(icons::GUESS),
        "heard" => Some(icons::EAR),
        "measured" => Some(icons::METRICS),
        _ => None,
    }
}
