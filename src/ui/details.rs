//! What details, their values and notes are called on the screen.

use crate::i18n::Messages;
use crate::model::detail::Shape;
use crate::model::edit::Edit;
use crate::model::map::Value;
use crate::model::{Detail, Id, Map, NoteField, Thing};
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
            None if detail == Detail::Picture => t.details.picture.to_owned(),
            None if matches!(detail, Detail::Origin | Detail::Seen) => "…".to_owned(),
            None => format!("“{}”", word(t, detail, text)),
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
    let chosen = board.map(|board| {
        let spot = board.spot.get_untracked();
        board.picked.with_untracked(|picked| board.shell.mirror.read(|map| picked.cards(map, spot)))
    });
    let all: Vec<Thing> = chosen.unwrap_or_default().into_iter().map(Thing::Card).collect();
    if all.contains(&thing) { all } else { vec![thing] }
}

/// Sets a detail that is a text; an empty one takes it away.
pub fn set_word(shell: Shell, things: &[Thing], detail: Detail, word: &str) {
    let word = word.trim();
    let own = |thing: Thing| shell.mirror.read_own(|map| map.word(thing, detail) == word);
    let things: Vec<Thing> = things.iter().filter(|thing| !own(**thing)).copied().collect();
    set(shell, things, detail, Some(Value::Text(word.to_owned())));
}
