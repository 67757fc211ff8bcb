//! How each kind of lane is shown: its word, the hint in its empty cells, its picture, its group.

use super::icons::{self, Icon};
use super::mirror::Mark;
use super::shell::Shell;
use crate::i18n::Messages;
use crate::model::{Detail, Id, LaneKind, Map, Thing};

fn look(t: &Messages, kind: LaneKind) -> (&'static str, &'static str, Icon) {
    let l = t.lanes;
    match kind {
        LaneKind::Actions => (l.kind_actions, l.hint_actions, icons::ACTIONS),
        LaneKind::Goals => (l.kind_goals, l.hint_goals, icons::GOALS),
        LaneKind::Needs => (l.kind_needs, l.hint_needs, icons::NEEDS),
        LaneKind::Motivations => (l.kind_motivations, l.hint_motivations, icons::MOTIVATIONS),
        LaneKind::Thoughts => (l.kind_thoughts, l.hint_thoughts, icons::THOUGHTS),
        LaneKind::Questions => (l.kind_questions, l.hint_questions, icons::QUESTIONS),
        LaneKind::Quotes => (l.kind_quotes, l.hint_quotes, icons::QUOTES),
        LaneKind::Emotions => (l.kind_emotions, l.hint_emotions, icons::EMOTIONS),
        LaneKind::Pains => (l.kind_pains, l.hint_pains, icons::PAINS),
        LaneKind::Delights => (l.kind_delights, l.hint_delights, icons::DELIGHTS),
        LaneKind::Moments => (l.kind_moments, l.hint_moments, icons::STAR),
        LaneKind::Touchpoints => (l.kind_touchpoints, l.hint_touchpoints, icons::TOUCHPOINTS),
        LaneKind::Physical => (l.kind_physical, l.hint_physical, icons::PHYSICAL),
        LaneKind::Frontstage => (l.kind_frontstage, l.hint_frontstage, icons::FRONTSTAGE),
        LaneKind::Backstage => (l.kind_backstage, l.hint_backstage, icons::BACKSTAGE),
        LaneKind::Support => (l.kind_support, l.hint_support, icons::SUPPORT),
        LaneKind::Intent => (l.kind_intent, l.hint_intent, icons::INTENT),
        LaneKind::Insights => (l.kind_insights, l.hint_insights, icons::INSIGHTS),
        LaneKind::Opportunities => {
            (l.kind_opportunities, l.hint_opportunities, icons::OPPORTUNITIES)
        }
        LaneKind::Ideas => (l.kind_ideas, l.hint_ideas, icons::IDEAS),
        LaneKind::Solutions => (l.kind_solutions, l.hint_solutions, icons::SOLUTIONS),
        LaneKind::Metrics => (l.kind_metrics, l.hint_metrics, icons::METRICS),
        LaneKind::Owner => (l.kind_owner, l.hint_owner, icons::OWNER),
        LaneKind::Images => (l.kind_images, l.hint_images, icons::IMAGES),
        LaneKind::Text => (l.kind_text, l.hint_text, icons::TEXT),
    }
}

/// The name of a kind of lane.
pub fn name(t: &Messages, kind: LaneKind) -> &'static str {
    look(t, kind).0
}

/// The hint in an empty cell of such a lane.
pub fn hint(t: &Messages, kind: LaneKind) -> &'static str {
    look(t, kind).1
}

/// What the empty cells of a lane say: its own hint, else that of its kind. Watches the lane.
pub fn hint_of(shell: Shell, lane: Id, kind: LaneKind) -> String {
    let thing = Thing::Lane(lane);
    let own = |map: &Map| map.word(thing, Detail::Hint).to_owned();
    let own = shell.mirror.watch(Mark::Thing(thing), own);
    if own.is_empty() { hint(shell.t(), kind).to_owned() } else { own }
}

/// The icon of a kind of lane.
pub fn icon(kind: LaneKind) -> Icon {
    look(crate::i18n::Locale::En.messages(), kind).2
}

/// The group under which the menu of kinds offers it.
pub fn group(t: &Messages, kind: LaneKind) -> &'static str {
    use LaneKind::*;
    let l = t.lanes;
    match kind {
        Touchpoints | Physical | Frontstage | Backstage | Support | Intent => l.group_service,
        Insights | Opportunities | Ideas | Solutions => l.group_findings,
        Metrics | Owner | Images | Text => l.group_facts,
        _ => l.group_customer,
    }
}
