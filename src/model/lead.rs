//! What the library keeps of a map that another leads into, so that both are known without being opened.

use super::json::{FromJson, Json};

/// A linked map as the list of all maps knows it. A cache: the document says it all.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Default)]
pub struct Lead {
    /// The lineage of the linked map.
    pub lineage: String,
    /// Its title as last seen.
    pub title: String,
    /// What it leads from, by name; empty where that has none.
    pub from: String,
    /// The same as the document spells it.
    pub place: String,
    /// When results were brought back, milliseconds since 1970; 0 for never.
    pub brought: i64,
    /// The heads they are pinned to.
    pub heads: Vec<String>,
}

impl From<&Lead> for Json {
    fn from(lead: &Lead) -> Json {
        let text = |text: &String| Json::Text(text.clone());
        Json::fields(vec![
            ("lineage", text(&lead.lineage)),
            ("title", text(&lead.title)),
            ("from", text(&lead.from)),
            ("place", text(&lead.place)),
            ("brought", Json::Whole(lead.brought)),
            ("heads", Json::texts(&lead.heads)),
        ])
    }
}

impl FromJson for Lead {
    fn from_json(json: &Json) -> Option<Self> {
        let mut lead = Lead::default();
        json.put("lineage", &mut lead.lineage)?;
        json.put("title", &mut lead.title)?;
        json.put("from", &mut lead.from)?;
        json.put("place", &mut lead.place)?;
        json.put("brought", &mut lead.brought)?;
        json.put("heads", &mut lead.heads)?;
        Some(lead)
    }
}
