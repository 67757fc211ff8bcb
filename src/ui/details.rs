//! What details, their values and notes are called on the screen.

use crate::i18n::Messages;
use crate::model::detail::Shape;
use crate::model::map::Value;
use crate::model::{Detail, Id, Map, NoteField, Thing};
use crate::ui::names;

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
        Detail::Optional => d.optional,
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
        Detail::Cause => d.cause,
        Detail::Scenario => d.scenario,
        Detail::State => d.state,
        Detail::Type => d.kind,
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
        _ => word,
    }
}

/// The value of a detail in words; what it refers to by name.
pub fn value(t: &Messages, map: &Map, detail: Detail, value: &Value) -> String {
    let thing = |id: &str| match (detail.shape(), Id::parse(id)) {
        (Shape::Persona, Some(id)) => Some(Thing::Persona(id)),
        (Shape::Card, Some(id)) => Some(Thing::Card(id)),
        _ => None,
    };
    match value {
        Value::None => "—".to_owned(),
        Value::Bool(_) => t.details.yes.to_owned(),
        Value::Int(number) => number.to_string(),
        Value::Text(text) => match thing(text) {
            Some(thing) => names::of(t, map, thing),
            None if matches!(detail, Detail::Picture | Detail::Origin | Detail::Seen) => {
                "…".to_owned()
            }
            None => format!("“{}”", word(t, detail, text)),
        },
    }
}
