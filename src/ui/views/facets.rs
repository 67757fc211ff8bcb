//! What the sorts of values of cards are called, and the values themselves.

use crate::analysis::facet::Facet;
use crate::analysis::inventory::own_feeling;
use crate::i18n::{Messages, fill};
use crate::model::map::Value;
use crate::model::{Detail, Id, Map, Thing};
use crate::ui::{details, feelings, names};

/// What a sort is called.
pub fn name(t: &Messages, facet: Facet) -> &'static str {
    match facet {
        Facet::Star => t.views.facet_star,
        Facet::Channel => t.views.facet_channel,
        Facet::Tag => t.views.facet_tag,
        _ => facet.detail().map_or("", |detail| details::name(t, detail)),
    }
}

/// What a value is called.
pub fn value(t: &Messages, map: &Map, facet: Facet, value: &str) -> String {
    match facet {
        Facet::Star => t.views.yes.to_owned(),
        Facet::Channel => names::channel(t, value),
        Facet::Tag | Facet::Owner => value.to_owned(),
        Facet::Persona => details::value(t, map, Detail::Persona, &Value::Text(value.to_owned())),
        _ => facet.detail().map_or("", |detail| details::word(t, detail, value)).to_owned(),
    }
}

/// What a card bears beside its text, in one line of words.
pub fn marks(t: &Messages, map: &Map, card: Id) -> String {
    let mut words = Vec::new();
    let icon = map.word(Thing::Card(card), Detail::Icon);
    words.extend(own_feeling(map, card).map(|level| {
        fill(t.hands.says, &[details::name(t, Detail::Feeling), feelings::word(t, level)])
    }));
    words.extend((!icon.is_empty()).then(|| details::word(t, Detail::Icon, icon).to_owned()));
    for facet in Facet::ALL {
        let values = facet.of(map, card);
        match facet {
            // With one persona on the map it goes without saying.
            Facet::Persona if map.cast.len() < 2 => {}
            Facet::Star if !values.is_empty() => words.push(format!("★ {}", t.board.star_short)),
            Facet::Star => {}
            _ => words.extend(values.iter().map(|one| value(t, map, facet, one))),
        }
    }
    words.join(" · ")
}
