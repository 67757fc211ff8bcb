//! Reads one key tolerantly: every value that stands there, as the plain value the app knows.

use super::detail::Shape;
use super::formatting::{formatted, plain};
use super::map::Value;
use super::rich::Rich;
use super::{Field, Thing};
use automerge::iter::MapRange;
use automerge::{
    ActorId, AutoCommit, ChangeHash, ObjId, ObjType, ReadDoc, ScalarValue, Value as Stored,
};

/// The state a reading looks at: the present, or the past at these heads.
pub(crate) type At<'a> = Option<&'a [ChangeHash]>;

/// What Automerge puts before an actor it derives for writing at older heads.
const DERIVED: [u8; 4] = [0x13, 0xb2, 0x23, 0x09];

/// The base of an actor: without the prefix (mark and LEB128 level) Automerge derives.
pub(crate) fn base_actor(actor: &ActorId) -> String {
    let hex = actor.to_hex_string();
    let bytes = actor.to_bytes();
    if !bytes.starts_with(&DERIVED) {
        return hex;
    }
    let level = bytes[4..].iter().take_while(|byte| **byte >= 0x80).count() + 1;
    hex.get((4 + level) * 2..).map_or(hex.clone(), str::to_owned)
}

/// The actor that wrote an operation, base actor in hex.
pub(crate) fn writer_of(op: &ObjId) -> String {
    match op {
        ObjId::Id(_, actor, _) => base_actor(actor),
        ObjId::Root => String::new(),
    }
}

/// What a stored value means for a field; [`Value::None`] when it means nothing there.
fn meaning(doc: &AutoCommit, field: Field, stored: &Stored, id: &ObjId, at: At) -> Value {
    let text = |value: &Stored| match value {
        Stored::Object(ObjType::Text) => Some(plain(doc, id, at)),
        Stored::Scalar(scalar) => scalar.as_str().map(str::to_owned),
        Stored::Object(_) => None,
    };
    match field {
        Field::Text | Field::Place | Field::Channel | Field::Kind => {
            text(stored).map_or(Value::None, Value::Text)
        }
        Field::Format => Value::None,
        Field::Star | Field::Purged => yes_or_no(stored),
        Field::Detail(detail) => match detail.shape() {
            Shape::Yes if yes_or_no(stored) == Value::Bool(true) => Value::Bool(true),
            Shape::Yes => Value::None,
            Shape::Whole => {
                let number = stored.as_scalar().and_then(whole_number);
                number.map_or(Value::None, Value::Int)
            }
            // Age may well have been written as a number.
            _ => match (text(stored), stored.as_scalar().and_then(whole_number)) {
                (Some(text), _) if !text.is_empty() => Value::Text(text),
                (None, Some(number)) => Value::Text(number.to_string()),
                _ => Value::None,
            },
        },
        Field::Tags | Field::Ties => Value::None,
        Field::Level => stored
            .as_scalar()
            .and_then(whole_number)
            .map_or(Value::None, |level| Value::Int(level.clamp(-4, 4))),
        Field::Deleted => match (text(stored), stored.as_scalar()) {
            (Some(flag), _) if flag.is_empty() => Value::None,
            (Some(flag), _) => Value::Text(flag),
            (None, Some(ScalarValue::Boolean(true))) => Value::Text("0|".to_owned()),
            (None, Some(scalar)) => {
                whole_number(scalar).map_or(Value::None, |time| Value::Text(format!("{time}|")))
            }
            (None, None) => Value::None,
        },
    }
}

fn yes_or_no(stored: &Stored) -> Value {
    match stored.as_scalar() {
        Some(ScalarValue::Boolean(yes)) => Value::Bool(*yes),
        Some(other) => whole_number(other).map_or(Value::None, |n| Value::Bool(n != 0)),
        None => Value::None,
    }
}

/// Any numeric type as a whole number; infinities become the ends of the range.
pub(crate) fn whole_number(scalar: &ScalarValue) -> Option<i64> {
    match scalar {
        ScalarValue::Int(n) | ScalarValue::Timestamp(n) => Some(*n),
        ScalarValue::Uint(n) => Some(i64::try_from(*n).unwrap_or(i64::MAX)),
        // `as` saturates, which is the clamping wanted here; NaN is no number.
        ScalarValue::F64(n) if !n.is_nan() => Some(n.round() as i64),
        ScalarValue::Counter(n) => Some(i64::from(n)),
        _ => None,
    }
}

/// Every value of a key with its operation, the winner first.
pub(crate) fn standing(
    doc: &AutoCommit,
    container: &ObjId,
    key: &str,
    at: At,
) -> Vec<(Stored<'static>, ObjId)> {
    let all = match at {
        None => doc.get_all(container, key),
        Some(heads) => doc.get_all_at(container, key, heads),
    };
    let all = all.unwrap_or_default();
    all.into_iter().rev().map(|(value, id)| (value.into_owned(), id)).collect()
}

/// The keys of a map with their winning values.
pub(crate) fn keys_of<'a>(doc: &'a AutoCommit, map: &ObjId, at: At) -> MapRange<'a> {
    match at {
        None => doc.map_range(map, ..),
        Some(heads) => doc.map_range_at(map, .., heads),
    }
}

/// One value of a field and the operation that wrote it.
#[derive(Clone, PartialEq, Debug)]
pub(crate) struct Standing {
    /// What it means for the field.
    pub(crate) value: Value,
    /// The formatting of a text that has any.
    pub(crate) rich: Option<Box<Rich>>,
    /// The operation.
    pub(crate) op: ObjId,
}

/// One value of a thing's field, read from what is stored.
pub(crate) fn understood(
    doc: &AutoCommit,
    thing: Thing,
    field: Field,
    (stored, op): (&Stored, ObjId),
    at: At,
) -> Standing {
    let formats = matches!(thing, Thing::Card(_)) && field == Field::Text;
    if formats && *stored == Stored::Object(ObjType::Text) {
        let (text, rich) = formatted(doc, &op, at);
        return Standing { value: Value::Text(text), rich, op };
    }
    Standing { value: meaning(doc, field, stored, &op, at), rich: None, op }
}

/// Adds a value unless one of the same meaning is there; two flags both mean deleted.
pub(crate) fn add_different(all: &mut Vec<Standing>, field: Field, new: Standing) {
    let same = |known: &Standing| match field {
        Field::Deleted => (known.value == Value::None) == (new.value == Value::None),
        _ => known.value == new.value,
    };
    if !all.iter().any(same) {
        all.push(new);
    }
}
