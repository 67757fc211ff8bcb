//! What details, their values and notes are called on the screen.

use crate::i18n::Messages;
use crate::model::detail::several;
use crate::model::edit::Edit;
use crate::model::map::Value;
use crate::model::{Detail, Map, NoteField, Thing};
use crate::ui::board::state::Board;
use crate::ui::card_icons::card_icon;
use crate::ui::command::Command;
use crate::ui::names;
use crate::ui::shell::Shell;

/// The name of a detail.
pub fn name(t: &Messages, detail: Detail) -> &'static str {
    let d = t.details;
    match detail {
        Detail::Colour => d.colour,
        Detail::Icon => d.icon,
        Detail::Persona => d.persona,
        Detail::Owner => d.owner,
        Detail::Status => d.status,
        Detail::Evidence => d.evidence,
        Detail::Picture => d.picture,
        Detail::Alt => d.alt,
        Detail::Time => d.time,
        Detail::Optional => t.paths.optional_step,
        Detail::Width => d.width,
        Detail::Height => d.height,
        Detail::Line => d.line,
        Detail::Unit => d.unit,
        Detail::Chart => d.chart,
        Detail::Buyer => d.buyer,
        Detail::Age => d.age,
        Detail::Role => d.role,
        Detail::Quote => d.quote,
        Detail::Target => d.target,
        Detail::Origin | Detail::Seen => d.origin,
        Detail::Reason => d.reason,
        Detail::Cause => t.paths.cause,
        Detail::Scenario => d.scenario,
        Detail::State => d.state,
        Detail::Type => d.kind,
        Detail::Skips => t.paths.skips,
        Detail::Settings => t.views.settings,
        Detail::Hint => t.method.hint,
        Detail::Course => t.method.course,
        Detail::Ageing => t.method.ageing_after,
        _ => method(t, detail),
    }
}

/// The name of a detail on this thing: the type of a map is not that of a source.
pub fn name_on(t: &Messages, thing: Thing, detail: Detail) -> &'static str {
    match (thing, detail) {
        (Thing::Entry(..), Detail::Type) => t.method.sort,
        _ => name(t, detail),
    }
}

/// The name of a detail of the method's.
fn method(t: &Messages, detail: Detail) -> &'static str {
    let l = t.lists;
    match detail {
        Detail::Channel => l.channel,
        Detail::Paid => l.paid,
        Detail::Wanted => l.wanted,
        Detail::Leads => l.leads,
        Detail::For => l.whom,
        Detail::Date => l.date,
        Detail::Asked => l.asked,
        Detail::Linked => l.linked,
        Detail::At => l.at,
        Detail::Results => l.results,
        Detail::Traffic => l.traffic,
        Detail::Ideal => l.ideal,
        Detail::Experience => l.experience,
        Detail::Situation => l.situation,
        Detail::Trigger => l.trigger,
        Detail::First => l.first,
        Detail::Last => l.last,
        Detail::Measured => l.measured,
        Detail::Reached => l.reached,
        Detail::Result => l.result,
        Detail::Serves => l.serves,
        Detail::Foreseen => l.foreseen,
        Detail::Dropoff => l.dropoff,
        Detail::DropoffWhy => l.dropoff_why,
        Detail::Discontent => l.discontent,
        Detail::DiscontentWhy => l.discontent_why,
        Detail::Expected => l.expected,
        Detail::Wished => l.wished,
        Detail::Actual => l.actual,
        Detail::Found => l.found,
        Detail::Intended => l.intended,
        Detail::Aligned => l.aligned,
        Detail::Touchpoint => l.touchpoint,
        Detail::Feeling => l.own_feeling,
        _ => l.note,
    }
}

/// What stands in the field of a detail while it is empty.
pub fn hint(t: &Messages, detail: Detail) -> &'static str {
    match detail {
        Detail::Time => t.paths.time_hint,
        Detail::Reason => t.paths.why,
        Detail::Alt => t.pictures.alt_hint,
        Detail::Unit => "%, €, min",
        _ => "",
    }
}

/// What a note is.
pub fn note(t: &Messages, field: NoteField) -> &'static str {
    let d = t.details;
    match field {
        NoteField::Comment => d.comment,
        NoteField::Source => d.source,
        NoteField::Goals => d.goals,
        NoteField::Struggles => d.struggles,
        NoteField::Tasks => d.tasks,
        NoteField::Demographics => d.demographics,
        NoteField::Psychographics => d.psychographics,
        NoteField::Outcome => t.lists.outcome,
        NoteField::Works => t.lists.works,
        NoteField::Fails => t.lists.fails,
        NoteField::Why => t.lists.why,
    }
}

/// A known word of a detail in the language of the screen; another as it stands.
pub fn word<'a>(t: &Messages, detail: Detail, word: &'a str) -> &'a str {
    let d = t.details;
    match (detail, word) {
        (Detail::Colour, "yellow") => d.yellow,
        (Detail::Colour, "orange") => d.orange,
        (Detail::Colour, "red") => d.red,
        (Detail::Colour, "pink") => d.pink,
        (Detail::Colour, "violet") => d.violet,
        (Detail::Colour, "blue") => d.blue,
        (Detail::Colour, "teal") => d.teal,
        (Detail::Colour, "green") => d.green,
        (Detail::Status, "open") => d.status_open,
        (Detail::Status, "progress") => d.status_progress,
        (Detail::Status, "done") => d.status_done,
        (Detail::Status, "dropped") => d.status_dropped,
        (Detail::Evidence, "assumption") => d.assumption,
        (Detail::Evidence, "heard") => d.heard,
        (Detail::Evidence, "measured") => d.measured,
        (Detail::Line, "interaction") => d.line_interaction,
        (Detail::Line, "visibility") => d.line_visibility,
        (Detail::Line, "internal") => d.line_internal,
        (Detail::Chart, "bars") => d.chart_bars,
        (Detail::Chart, "line") => d.chart_line,
        (Detail::Buyer, "buyer") => d.as_buyer,
        (Detail::Buyer, "user") => d.as_user,
        (Detail::State, "as-is") => d.as_is,
        (Detail::State, "to-be") => d.to_be,
        (Detail::Icon, word) => card_icon(word).map_or(word, |one| (one.name)(t)),
        (Detail::Channel, word) => names::channel_word(t, word),
        _ => method_word(t, detail, word),
    }
}

/// As [`word`], for the details of the method.
fn method_word<'a>(t: &Messages, detail: Detail, word: &'a str) -> &'a str {
    let l = t.lists;
    match (detail, word) {
        (Detail::Paid, "owned") => l.owned,
        (Detail::Paid, "paid") => l.paid_for,
        (Detail::Paid, "earned") => l.earned,
        (Detail::For | Detail::Asked, "prospects") => l.prospects,
        (Detail::For | Detail::Asked, "customers") => l.customers,
        (Detail::For, "both") => l.both,
        (Detail::Asked, "interested") => l.interested,
        (Detail::Asked, "experienced") => l.experienced,
        (Detail::Type, "page") => l.page,
        (Detail::Type, "shop") => l.shop,
        (Detail::Type, "employee") => l.employee,
        (Detail::Type, "advertisement") => l.advertisement,
        (Detail::Type, "billboard") => l.billboard,
        (Detail::Type, "event") => l.event,
        (Detail::Type, "search") => l.search,
        (Detail::Type, "review") => l.review,
        (Detail::Type, "error") => l.error,
        (Detail::Type, "mention") => l.mention,
        (Detail::Type, "interview") => l.interview,
        (Detail::Type, "survey") => l.survey,
        (Detail::Type, "test") => l.test,
        (Detail::Type, "sales") => l.sales,
        (Detail::Type, "support") => l.support,
        (Detail::Type, "questions") => l.questions,
        (Detail::Type, "analytics") => l.analytics,
        (Detail::Reached, "yes") => l.yes,
        (Detail::Reached, "partly") => l.partly,
        (Detail::Reached, "no") => l.no,
        (Detail::Aligned, "aligned") => l.is_aligned,
        (Detail::Aligned, "diverging") => l.diverging,
        _ => word,
    }
}

/// As [`word`], for a detail that may have several.
pub fn words(t: &Messages, detail: Detail, text: &str) -> String {
    if detail != Detail::Asked {
        return word(t, detail, text).to_owned();
    }
    several(text).map(|one| word(t, detail, one)).collect::<Vec<_>>().join(", ")
}

/// The value of a detail in words; what it refers to by name.
pub fn value(t: &Messages, map: &Map, detail: Detail, value: &Value) -> String {
    match value {
        Value::None => "—".to_owned(),
        Value::Bool(_) => t.details.yes.to_owned(),
        Value::Int(number) => number.to_string(),
        Value::Text(text) => match detail.shape().refers(text) {
            Some(thing) => names::of(t, map, thing),
            None if detail == Detail::Picture => t.details.picture.to_owned(),
            None if matches!(
                detail,
                Detail::Origin | Detail::Seen | Detail::Linked | Detail::Results
            ) =>
            {
                "…".to_owned()
            }
            None => t.quote(&words(t, detail, text)),
        },
    }
}

/// Sets a detail of several things as one gesture; `None` takes it away.
pub fn set(
    shell: Shell,
    things: impl IntoIterator<Item = Thing>,
    detail: Detail,
    value: Option<Value>,
) {
    let one = |thing| Edit::Set { thing, detail, value: value.clone() };
    let edits: Vec<Edit> = things.into_iter().filter(|of| detail.fits(*of)).map(one).collect();
    if !edits.is_empty() {
        shell.send(Command::Apply(Edit::Several(edits), 0));
    }
}

/// What a field in the panel sets: the thing, or all cards that are chosen with it.
pub fn targets(board: Option<Board>, thing: Thing) -> Vec<Thing> {
    let chosen = board.map(|board| board.chosen_cards()).unwrap_or_default();
    let all: Vec<Thing> = chosen.into_iter().map(Thing::Card).collect();
    if all.contains(&thing) { all } else { vec![thing] }
}

/// Sets a detail that is a text; an empty one takes it away.
pub fn set_word(shell: Shell, things: &[Thing], detail: Detail, word: &str) {
    let word = word.trim();
    let own = |thing: Thing| shell.mirror.read_own(|map| map.word(thing, detail) == word);
    let things: Vec<Thing> = things.iter().filter(|thing| !own(**thing)).copied().collect();
    set(shell, things, detail, Some(Value::Text(word.to_owned())));
}
