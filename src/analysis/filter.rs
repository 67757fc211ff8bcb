//! Which cards of a map are asked for: by words of their texts and by what else they bear.

use super::facet::Facet;
use super::search::fold;
use crate::model::json::Json;
use crate::model::{Id, Map};
use std::collections::BTreeMap;

/// What a card must have; an empty filter lets every card pass.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Filter {
    /// Words that must all occur in its text, in any order, whatever case and accents.
    pub text: String,
    /// One value of each of these sorts.
    pub facets: BTreeMap<Facet, String>,
}

impl Filter {
    /// Whether every card passes.
    pub fn is_empty(&self) -> bool {
        self.text.trim().is_empty() && self.facets.is_empty()
    }

    /// Whether a card passes. In proportion to the card.
    pub fn passes(&self, map: &Map, card: Id) -> bool {
        let Some(found) = map.cards.get(&card) else { return false };
        self.facets.iter().all(|(facet, value)| facet.of(map, card).contains(value))
            && (self.text.trim().is_empty() || {
                let text = fold(&found.text);
                fold(&self.text).split_whitespace().all(|word| text.contains(word))
            })
    }

    /// How many of the cards on the board pass, and how many there are.
    pub fn count(&self, map: &Map) -> (usize, usize) {
        let all = placed(map);
        (all.iter().filter(|card| self.passes(map, **card)).count(), all.len())
    }

    /// As it stands in settings.
    pub(super) fn to_json(&self) -> Vec<(&'static str, Json)> {
        let text = (!self.text.is_empty()).then(|| ("text", Json::Text(self.text.clone())));
        let facets =
            self.facets.iter().map(|(facet, value)| (facet.word(), Json::Text(value.clone())));
        text.into_iter().chain(facets).collect()
    }

    /// From settings; what is not understood there asks for nothing.
    pub(super) fn from_json(json: &Json) -> Self {
        let word = |name: &str| json.need::<String>(name);
        Filter {
            text: word("text").unwrap_or_default(),
            facets: Facet::ALL.iter().filter_map(|one| Some((*one, word(one.word())?))).collect(),
        }
    }
}

/// The cards on the board, column by column, lane by lane, top to bottom.
pub fn placed(map: &Map) -> Vec<Id> {
    let steps = map.columns.iter().filter_map(|column| column.step);
    let cells = steps.flat_map(|step| map.rows.iter().map(move |lane| (*lane, step)));
    cells.flat_map(|(lane, step)| map.cell(lane, step).iter().copied()).collect()
}

#[cfg(test)]
mod tests {
    use super::super::listing::tests::map;
    use super::*;

    #[test]
    fn an_empty_filter_lets_all_pass() {
        let (map, cards) = map();
        assert!(Filter::default().is_empty());
        assert_eq!(Filter { text: "  ".into(), ..Filter::default() }.count(&map), (4, 4));
        assert!(!Filter::default().passes(&map, crate::model::Id::default()), "no such card");
        assert!(Filter::default().passes(&map, cards[0]));
    }

    #[test]
    fn all_words_and_all_facets_are_asked_for() {
        let (map, cards) = map();
        let words = Filter { text: "ECRAN bleu".into(), ..Filter::default() };
        assert!(words.passes(&map, cards[1]) && !words.passes(&map, cards[0]));
        let mut both = words.clone();
        both.facets.insert(Facet::Channel, "app".into());
        assert_eq!(both.count(&map), (1, 4));
        both.facets.insert(Facet::Star, "yes".into());
        assert_eq!(both.count(&map), (0, 4));
        assert_eq!(Facet::Channel.values(&map), BTreeMap::from([("app".into(), 2)]));
    }
}
