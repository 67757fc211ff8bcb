//! What things are called on the screen when their own text is empty or is a code.

use crate::i18n::Messages;
use crate::model::detail::Shape;
use crate::model::map::{Field, Value};
use crate::model::{Detail, GoalField, Map, Thing};
use crate::session::Who;
use crate::ui::details;

/// The name of a channel: localised for a known word, else the text itself.
pub fn channel(t: &Messages, word: &str) -> String {
    channel_word(t, word).to_owned()
}

/// As [`channel`].
pub fn channel_word<'a>(t: &Messages, word: &'a str) -> &'a str {
    let b = t.board;
    match word {
        "web" => b.channel_web,
        "app" => b.channel_app,
        "email" => b.channel_email,
        "phone" => b.channel_phone,
        "chat" => b.channel_chat,
        "person" => b.channel_person,
        "shop" => b.channel_shop,
        "post" => b.channel_post,
        "social" => b.channel_social,
        "ads" => b.channel_ads,
        "outdoor" => t.lists.channel_outdoor,
        "third" => t.lists.channel_third,
        other => other,
    }
}

/// What sort of thing it is, in one word.
pub fn sort(t: &Messages, thing: Thing) -> &'static str {
    let b = t.board;
    match thing {
        Thing::Map => b.thing_map,
        Thing::Version(_) => t.history.version,
        Thing::View(_) => t.views.view,
        Thing::Note(_) => t.details.note,
        Thing::Path(_) => t.paths.thing,
        Thing::Stage(_) => b.thing_stage,
        Thing::Step(_) => b.thing_step,
        Thing::Lane(_) => b.thing_lane,
        Thing::Card(_) => b.thing_card,
        Thing::Persona(_) => b.thing_persona,
        Thing::Feeling { .. } => b.thing_feeling,
        Thing::Entry(list, _) => {
            let l = t.lists;
            [l.touchpoint, l.source, l.link, l.mention][list as usize]
        }
        Thing::Goal(_) => t.lists.goal_sheet,
    }
}

/// What a text of the goal sheet is called.
pub fn goal(t: &Messages, field: GoalField) -> &'static str {
    let l = t.lists;
    [l.purpose, l.scope, l.scenario, l.audience, l.decision, l.success][field as usize]
}

/// What a person is called: by their name, as oneself, or by a short tag that tells strangers apart.
pub fn who(t: &Messages, who: &Who) -> String {
    let tag = |id: &str| crate::i18n::fill(t.people.someone, &[id.get(..4).unwrap_or(id)]);
    match who {
        Who::Me(_) => t.people.me.to_owned(),
        Who::Other(person) if person.name.is_empty() => tag(&person.id.to_string()),
        Who::Other(person) => person.name.clone(),
        Who::Unknown(actor) if actor.is_empty() => t.people.anyone.to_owned(),
        Who::Unknown(actor) => tag(actor),
    }
}

/// The colour a person chose; empty for none.
pub fn colour(who: &Who) -> String {
    match who {
        Who::Me(person) | Who::Other(person) => person.colour.clone(),
        Who::Unknown(_) => String::new(),
    }
}

/// The text of a thing as people call it; a stand-in when it has none.
pub fn of(t: &Messages, map: &Map, thing: Thing) -> String {
    let (text, empty) = match thing {
        Thing::Map => (Some(map.title.as_str()), t.library.untitled),
        Thing::Stage(id) => (map.stages.get(&id).map(|s| s.name.as_str()), t.board.unnamed_stage),
        Thing::Step(id) => (map.steps.get(&id).map(|s| s.name.as_str()), t.board.unnamed_step),
        Thing::Lane(id) => (map.lanes.get(&id).map(|l| l.name.as_str()), t.board.unnamed_lane),
        Thing::Card(id) => {
            let text = map.cards.get(&id).map(|c| c.text.as_str());
            // Without a text it is called by the touchpoint it stands for, or by what its picture shows.
            let text = text.filter(|text| !text.trim().is_empty());
            let met = map.referred(thing, Detail::Touchpoint).map(|of| map.called(of));
            let met = met.filter(|name| !name.trim().is_empty());
            let shown = met.unwrap_or(map.word(thing, Detail::Alt));
            (
                text.or(Some(shown)),
                if map.is_pictured(id) { t.details.picture } else { t.board.empty_card },
            )
        }
        Thing::Persona(id) => {
            (map.personas.get(&id).map(|p| p.name.as_str()), t.board.unnamed_persona)
        }
        Thing::Version(id) => {
            (map.versions.get(&id).map(|v| v.name.as_str()), t.history.unnamed_version)
        }
        Thing::View(id) => (map.views.get(&id).map(|v| v.name.as_str()), t.views.unnamed_view),
        Thing::Note(id) => (map.notes.get(&id).map(|n| n.text.as_str()), t.details.empty_note),
        Thing::Path(id) => (map.paths.get(&id).map(|p| p.condition.as_str()), t.paths.unnamed),
        Thing::Entry(list, _) => {
            let l = t.lists;
            let empty = [l.unnamed_touchpoint, l.unnamed_source, l.unnamed_link, l.unnamed_mention];
            (Some(map.called(thing)), empty[list as usize])
        }
        Thing::Goal(field) => (None, goal(t, field)),
        Thing::Feeling { persona, step } => {
            let who = of(t, map, Thing::Persona(persona));
            return crate::i18n::fill(t.board.cell_label, &[&who, &column(t, map, step)]);
        }
    };
    match text.map(str::trim) {
        Some(text) if !text.is_empty() => text.to_owned(),
        _ => empty.to_owned(),
    }
}

/// A thing within a sentence: its sort and its name, cut short.
pub fn quoted(t: &Messages, map: &Map, thing: Thing) -> String {
    let name = of(t, map, thing);
    let mut short: String = name.chars().take(40).collect();
    if short.len() < name.len() {
        short.push('…');
    }
    crate::i18n::fill(t.people.quoted, &[&sort(t, thing).to_lowercase(), &short])
}

/// What a column is called: its step, or its stage when that is shown without steps.
pub fn column(t: &Messages, map: &Map, step: crate::model::Id) -> String {
    let Some(found) = map.steps.get(&step) else { return t.board.unnamed_step.to_owned() };
    if found.name.trim().is_empty() {
        of(t, map, Thing::Stage(found.stage))
    } else {
        found.name.trim().to_owned()
    }
}

/// A field's value in words: a place as "lane, column", a level as a number.
pub fn value(
    t: &Messages,
    locale: crate::i18n::Locale,
    map: &Map,
    thing: Thing,
    field: Field,
    value: &Value,
) -> String {
    match (field, value) {
        (Field::Deleted, Value::None) => t.people.keep.to_owned(),
        (Field::Deleted, _) => t.people.leave_deleted.to_owned(),
        (Field::Level, Value::Int(level)) => locale.level(*level as i8),
        (Field::Channel, Value::Text(word)) => channel(t, word),
        (Field::Star, Value::Bool(true)) => format!("★ {}", t.board.star),
        (Field::Detail(detail), value) => details::value(t, map, detail, value),
        (Field::Ties, Value::Text(all)) => {
            let named = all.split(", ").filter_map(|one| Shape::Thing.refers(one));
            named.map(|thing| of(t, map, thing)).collect::<Vec<_>>().join(", ")
        }
        (Field::Place, Value::Text(place)) => self::place(t, map, thing, place),
        (_, Value::Text(text)) if !text.is_empty() => t.quote(text),
        (_, Value::Int(number)) => number.to_string(),
        _ => "—".to_owned(),
    }
}

/// A place scalar in words: the names of what it refers to, else its position among the siblings.
fn place(t: &Messages, map: &Map, thing: Thing, place: &str) -> String {
    let mut parts = place.split('|').map(crate::model::Id::parse);
    match thing {
        Thing::Card(_) => {
            let lane = parts.next().flatten().map(|id| of(t, map, Thing::Lane(id)));
            let step = parts.next().flatten().map(|id| column(t, map, id));
            [step, lane].into_iter().flatten().collect::<Vec<_>>().join(" · ")
        }
        Thing::Step(_) => {
            parts.next().flatten().map_or_else(String::new, |id| of(t, map, Thing::Stage(id)))
        }
        Thing::Path(_) => {
            let ends = parts.flatten().map(|id| column(t, map, id));
            ends.collect::<Vec<_>>().join(" → ")
        }
        _ => match map.position(thing, place) {
            Some((before, Some(last))) => {
                let last = of(t, map, sibling(thing, last));
                crate::i18n::fill(t.reports.place_after, &[&(before + 1).to_string(), &last])
            }
            Some(_) => t.reports.place_first.to_owned(),
            None => String::new(),
        },
    }
}

/// Another thing of the same sort, of those whose place is their order alone.
fn sibling(thing: Thing, id: crate::model::Id) -> Thing {
    match thing {
        Thing::Lane(_) => Thing::Lane(id),
        Thing::Persona(_) => Thing::Persona(id),
        _ => Thing::Stage(id),
    }
}
