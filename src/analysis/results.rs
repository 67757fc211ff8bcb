//! What was brought back from a journey map: its summary, dated and pinned to its version; as one JSON text
//! in the document.

use super::summary::{Felt, Summary};
use crate::model::json::Json;
use crate::model::{Detail, GoalField, Map, Thing};

/// What was brought back.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Results {
    /// When, milliseconds since 1970.
    pub at: i64,
    /// The heads of the journey map then, hexadecimal, sorted.
    pub heads: Vec<String>,
    /// What it said.
    pub summary: Summary,
    /// The texts of the goal sheet that change because of it; `None` while nobody has said.
    pub changes: Option<Vec<GoalField>>,
}

impl Results {
    /// What a journey map gives now.
    pub fn of(map: &Map, mut heads: Vec<String>, at: i64) -> Self {
        heads.sort();
        Results { at, heads, summary: Summary::of(map), changes: None }
    }

    /// What was brought back by a link of a map.
    pub fn brought(map: &Map, link: Thing) -> Option<Self> {
        Results::read(map.word(link, Detail::Results))
    }

    /// Reads the text of the document; `None` where nothing was brought back. What is missing or of another
    /// shape counts as not said.
    pub fn read(text: &str) -> Option<Self> {
        let json = Json::read(text)?;
        let whole = |name: &str| json.need(name).unwrap_or_default();
        let texts = |name: &str| json.need(name).unwrap_or_default();
        let felt = Felt { count: whole("count"), sum: whole("sum"), squares: whole("squares") };
        let sound = (0..1_000_000).contains(&felt.count)
            && felt.sum.unsigned_abs() <= felt.count.unsigned_abs() * 4
            && (0..=felt.count * 16).contains(&felt.squares);
        let summary = Summary {
            felt: if sound { felt } else { Felt::default() },
            moments: texts("moments"),
            pains: texts("pains"),
            opportunities: texts("opportunities"),
            works: texts("works"),
            fails: texts("fails"),
            why: texts("why"),
        };
        let changes: Option<Vec<String>> = json.need("changes");
        let changes =
            changes.map(|keys| keys.iter().filter_map(|key| GoalField::parse(key)).collect());
        Some(Results { at: json.need("at")?, heads: texts("heads"), summary, changes })
    }

    /// The text of the document.
    pub fn write(&self) -> String {
        let Summary { felt, moments, pains, opportunities, works, fails, why } = &self.summary;
        let mut fields = vec![
            ("at", Json::Whole(self.at)),
            ("heads", Json::texts(&self.heads)),
            ("count", Json::Whole(felt.count)),
            ("sum", Json::Whole(felt.sum)),
            ("squares", Json::Whole(felt.squares)),
        ];
        let lists = [
            ("moments", moments),
            ("pains", pains),
            ("opportunities", opportunities),
            ("works", works),
            ("fails", fails),
            ("why", why),
        ];
        fields.extend(lists.map(|(name, texts)| (name, Json::texts(texts))));
        if let Some(changes) = &self.changes {
            let keys = changes.iter().map(|field| Json::Text(field.key().to_owned()));
            fields.push(("changes", Json::List(keys.collect())));
        }
        Json::fields(fields).write()
    }
}

/// How what was brought back stands to the journey map as it is now.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
pub enum Stand {
    /// Nothing was brought back yet.
    Never,
    /// The journey has another version now.
    Changed,
    /// The journey is not in this browser: what was brought back last is all there is.
    Away,
    /// The journey is as it was then.
    Current,
}

/// Compares what was brought back with the heads of the journey map here, in any order; none where it is not
/// here.
pub fn stand(brought: Option<&[String]>, now: Option<&[String]>) -> Stand {
    match (brought, now) {
        (None, _) => Stand::Never,
        (Some(_), None) => Stand::Away,
        (Some(then), Some(now)) => {
            let same = then.len() == now.len() && now.iter().all(|head| then.contains(head));
            if same { Stand::Current } else { Stand::Changed }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_brought_back_is_read_as_it_was_written() {
        let mut results = Results { at: 5, heads: vec!["ab".into()], ..Results::default() };
        results.summary.felt = Felt { count: 2, sum: -3, squares: 5 };
        results.summary.pains = vec!["Late \"again\"".into()];
        assert_eq!(Results::read(&results.write()), Some(results.clone()));
        results.changes = Some(vec![GoalField::Decision]);
        assert_eq!(Results::read(&results.write()), Some(results));
    }

    #[test]
    fn foreign_words_and_numbers_do_no_harm() {
        let read =
            Results::read(r#"{"at": 1, "count": 9, "sum": 900, "pains": 7, "changes": ["x"]}"#);
        let read = read.unwrap();
        assert_eq!((read.summary.felt, read.changes), (Felt::default(), Some(Vec::new())));
        assert!(read.summary.pains.is_empty());
        assert_eq!((Results::read(""), Results::read("[]")), (None, None));
    }

    #[test]
    fn heads_in_another_order_are_the_same_version() {
        let heads = |all: &[&str]| all.iter().map(|one| (*one).to_owned()).collect::<Vec<_>>();
        let (one, other) = (heads(&["a", "b"]), heads(&["b", "a"]));
        assert_eq!(stand(Some(&one), Some(&other)), Stand::Current);
        assert_eq!(stand(Some(&one), Some(&heads(&["a"]))), Stand::Changed);
        assert_eq!(stand(Some(&one), None), Stand::Away);
        assert_eq!(stand(None, Some(&one)), Stand::Never);
    }
}
