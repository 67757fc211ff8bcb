//! The words by which a table's lanes, step row and channels are recognised.

use crate::analysis::search::fold;
use crate::model::LaneKind;

/// Words people write in tables. Case and accents do not matter; a heading matches if it holds the
/// word as whole words, the longest match wins.
#[derive(Clone, PartialEq, Debug)]
pub struct TableWords {
    /// Words for each kind of lane.
    pub lanes: Vec<(LaneKind, &'static [&'static str])>,
    /// Words that head the row of steps.
    pub steps: &'static [&'static str],
    /// The channel words of the document with the words for them.
    pub channels: Vec<(&'static str, &'static [&'static str])>,
}

impl Default for TableWords {
    /// English and French, with the synonyms of the project's glossary.
    fn default() -> Self {
        use LaneKind::*;
        TableWords {
            lanes: vec![
                (
                    Actions,
                    &[
                        "action",
                        "actions",
                        "customer action",
                        "customer actions",
                        "user action",
                        "user actions",
                        "activity",
                        "activities",
                        "doing",
                        "action du client",
                        "actions du client",
                        "actions client",
                        "activité",
                        "activités",
                    ],
                ),
                (
                    Needs,
                    &["need", "needs", "desire", "desires", "besoin", "besoins", "désir", "désirs"],
                ),
                (Thoughts, &["thought", "thoughts", "thinking", "pensée", "pensées"]),
                (
                    Touchpoints,
                    &[
                        "touchpoint",
                        "touchpoints",
                        "touch point",
                        "touch points",
                        "channel",
                        "channels",
                        "services",
                        "point de contact",
                        "points de contact",
                        "canal",
                        "canaux",
                    ],
                ),
                (
                    Emotions,
                    &[
                        "emotion",
                        "emotions",
                        "feeling",
                        "feelings",
                        "emotion curve",
                        "emotional curve",
                        "sentiment",
                        "mood",
                        "émotion",
                        "émotions",
                        "ressenti",
                        "ressentis",
                        "courbe émotionnelle",
                        "sentiments",
                        "humeur",
                    ],
                ),
                (
                    Pains,
                    &[
                        "pain",
                        "pains",
                        "pain point",
                        "pain points",
                        "painpoints",
                        "problem",
                        "problems",
                        "frustration",
                        "frustrations",
                        "point de friction",
                        "points de friction",
                        "point de douleur",
                        "points de douleur",
                        "point douloureux",
                        "points douloureux",
                        "irritant",
                        "irritants",
                        "difficulté",
                        "difficultés",
                    ],
                ),
                (
                    Opportunities,
                    &[
                        "opportunity",
                        "opportunities",
                        "improvement opportunities",
                        "opportunité",
                        "opportunités",
                    ],
                ),
                (Solutions, &["solution", "solutions"]),
                (Ideas, &["idea", "ideas", "idée", "idées"]),
                (
                    Goals,
                    &[
                        "goal",
                        "goals",
                        "customer goal",
                        "customer goals",
                        "objectif",
                        "objectifs",
                        "objectifs du client",
                    ],
                ),
                (Motivations, &["motivation", "motivations"]),
                (Delights, &["delight", "delights", "enchantement", "enchantements"]),
                (Questions, &["question", "questions"]),
                (Quotes, &["quote", "quotes", "verbatim", "verbatims"]),
                (
                    Intent,
                    &[
                        "brand intent",
                        "intended outcome",
                        "intention de la marque",
                        "intention de marque",
                    ],
                ),
                (Metrics, &["metric", "metrics", "kpi", "kpis", "indicateur", "indicateurs"]),
                (Owner, &["owner", "owners", "responsable", "responsables"]),
                (Images, &["image", "images", "picture", "pictures", "photo", "photos"]),
                (Frontstage, &["frontstage", "front stage", "onstage", "avant scène"]),
                (Backstage, &["backstage", "back stage", "coulisses"]),
                (Support, &["support process", "support processes", "processus de soutien"]),
                (Physical, &["physical evidence", "preuve tangible", "preuves tangibles"]),
                (
                    Moments,
                    &[
                        "moment of truth",
                        "moments of truth",
                        "moment that matters",
                        "moments that matter",
                        "key moments",
                        "moment de vérité",
                        "moments de vérité",
                        "moment qui compte",
                        "moments qui comptent",
                    ],
                ),
                (
                    Insights,
                    &[
                        "insight",
                        "insights",
                        "why it matters",
                        "learnings",
                        "enseignement",
                        "enseignements",
                    ],
                ),
                (Text, &["linked journeys", "notes", "parcours liés", "remarques"]),
            ],
            steps: &["step", "steps", "sous-étape", "sous-étapes", "life stages", "substage"],
            channels: vec![
                (
                    "web",
                    &["web", "website", "site", "site web", "site internet", "online", "en ligne"],
                ),
                ("app", &["app", "application", "mobile app", "appli", "application mobile"]),
                ("email", &["email", "e-mail", "mail", "courriel", "e-mails"]),
                ("phone", &["phone", "telephone", "call", "téléphone", "appel"]),
                ("chat", &["chat", "messaging", "messagerie"]),
                (
                    "person",
                    &["person", "in person", "face to face", "en personne", "en face à face"],
                ),
                ("shop", &["shop", "store", "branch", "boutique", "magasin", "agence"]),
                ("post", &["post", "letter", "courrier", "poste", "lettre"]),
                ("social", &["social", "social media", "réseaux sociaux"]),
                ("ads", &["ads", "ad", "advertising", "publicité", "pub"]),
            ],
        }
    }
}

impl TableWords {
    /// The kind of lane a heading names; `None` if it holds no word known here.
    pub fn lane(&self, heading: &str) -> Option<LaneKind> {
        let heading = words(heading);
        let mut best: Option<(usize, LaneKind)> = None;
        for (kind, names) in &self.lanes {
            for name in names.iter().map(|name| words(name)) {
                if best.is_none_or(|(length, _)| name.len() > length) && heading.contains(&name) {
                    best = Some((name.len(), *kind));
                }
            }
        }
        best.map(|(_, kind)| kind)
    }

    /// Whether a heading names the row of steps.
    pub fn is_steps(&self, heading: &str) -> bool {
        let heading = words(heading);
        self.steps.iter().any(|word| words(word) == heading)
    }

    /// The channel word of the document that a text means.
    pub fn channel(&self, text: &str) -> Option<&'static str> {
        let text = words(text);
        let known = self.channels.iter().find(|(_, names)| names.iter().any(|n| words(n) == text));
        known.map(|(channel, _)| *channel)
    }
}

/// The words of a text, folded, with one space around each: so one list holds another as words.
fn words(text: &str) -> String {
    let folded = fold(text);
    let mut out = String::from(" ");
    for word in folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()) {
        out.push_str(word);
        out.push(' ');
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_are_recognised_in_both_languages() {
        let words = TableWords::default();
        for (heading, kind) in [
            ("User Actions", LaneKind::Actions),
            ("Improvement Opportunities", LaneKind::Opportunities),
            ("Needs & desires", LaneKind::Needs),
            ("POINTS DE DOULEUR :", LaneKind::Pains),
            ("Moments of truth", LaneKind::Moments),
            ("Courbe emotionnelle", LaneKind::Emotions),
            ("Why it matters", LaneKind::Insights),
        ] {
            assert_eq!(words.lane(heading), Some(kind), "{heading}");
        }
        assert_eq!(words.lane("Awareness"), None);
        assert_eq!(words.lane("Painting"), None);
        assert!(words.is_steps("Sous-étapes"));
        assert_eq!(words.channel("Réseaux sociaux"), Some("social"));
        assert_eq!(words.channel("Kiosk"), None);
    }
}
