//! A persona by itself: all that is said of it, to be taken over into another map and compared there.

use super::detail::details;
use super::edit::{Edit, TextOf};
use super::map::Value;
use super::note::OF_PERSONA;
use super::{Detail, Id, Map, NoteField, Source, Thing};

/// All that a map says of a persona.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Portrait {
    /// Its name.
    pub name: String,
    /// The bytes of its picture, where who looks at it has them.
    pub picture: Option<Vec<u8>>,
    /// Its details, without those that tell of an origin.
    pub details: Vec<(Detail, Value)>,
    /// Its longer texts: those of one field in their order.
    pub notes: Vec<(NoteField, String)>,
}

/// A part of a portrait that is taken over as one.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Trait {
    /// The name.
    Name,
    /// A detail.
    Detail(Detail),
    /// All texts of one field.
    Notes(NoteField),
}

/// Whether a detail belongs to the persona and not to this map's account of it.
fn is_own(detail: Detail) -> bool {
    !matches!(detail, Detail::Origin | Detail::Seen | Detail::Target)
}

impl Portrait {
    /// The portrait of a persona of a map.
    pub fn of(map: &Map, persona: Id) -> Self {
        let thing = Thing::Persona(persona);
        let own = map.details.get(&thing).into_iter().flatten();
        let notes = OF_PERSONA.into_iter().flat_map(|field| {
            map.notes_in(thing, field).map(move |(_, note)| (field, note.text.clone()))
        });
        Portrait {
            name: map.personas.get(&persona).map(|one| one.name.clone()).unwrap_or_default(),
            picture: None,
            details: own.filter(|(detail, _)| is_own(*detail)).cloned().collect(),
            notes: notes.collect(),
        }
    }

    /// What a part says, in one text; empty when it says nothing.
    pub fn says(&self, part: Trait) -> String {
        match part {
            Trait::Name => self.name.clone(),
            Trait::Detail(of) => match self.details.iter().find(|(detail, _)| *detail == of) {
                Some((_, Value::Text(text))) => text.clone(),
                Some((_, Value::Int(number))) => number.to_string(),
                Some((_, Value::Bool(true))) => "true".to_owned(),
                _ => String::new(),
            },
            Trait::Notes(of) => {
                let texts = self.notes.iter().filter(|(field, _)| *field == of);
                texts.map(|(_, text)| text.as_str()).collect::<Vec<_>>().join("\n")
            }
        }
    }

    /// The edit that brings the bytes of its picture.
    fn add_picture(&self) -> Option<Edit> {
        self.picture.clone().map(|bytes| Edit::AddPicture { bytes })
    }

    /// The parts in which two portraits differ.
    pub fn differing(&self, other: &Portrait) -> Vec<Trait> {
        let all = details(Thing::Persona(Id::default())).filter(|of| is_own(*of));
        let parts = std::iter::once(Trait::Name).chain(all.map(Trait::Detail));
        let parts = parts.chain(OF_PERSONA.map(Trait::Notes));
        parts.filter(|part| self.says(*part) != other.says(*part)).collect()
    }

    /// A number that tells one state of a portrait from another (FNV-1a, 64 bits), hexadecimal.
    pub fn digest(&self) -> String {
        let mut sum: u64 = 0xcbf2_9ce4_8422_2325;
        for part in Portrait::default().differing(self) {
            let word = match part {
                Trait::Name => "name",
                Trait::Detail(detail) => detail.key(),
                Trait::Notes(field) => field.word(),
            };
            for byte in word.bytes().chain([0]).chain(self.says(part).bytes()).chain([0]) {
                sum = (sum ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3);
            }
        }
        format!("{sum:016x}")
    }
}

/// How a persona names where it came from.
pub fn origin(lineage: &str, persona: Id) -> String {
    format!("{lineage}/{persona}")
}

/// The lineage and the persona there that a persona was taken over from.
pub fn origin_of(map: &Map, persona: Id) -> Option<(&str, Id)> {
    let (lineage, id) = map.word(Thing::Persona(persona), Detail::Origin).rsplit_once('/')?;
    Some((lineage, Id::parse(id)?))
}

fn text(value: String) -> Option<Value> {
    Some(Value::Text(value))
}

/// The edit that takes a persona of another map over under a fresh id.
pub fn adopt(
    portrait: &Portrait,
    lineage: &str,
    from: Id,
    persona: Id,
    source: &mut dyn Source,
) -> Edit {
    let (thing, at) = (Thing::Persona(persona), usize::MAX);
    let mut edits = vec![Edit::AddPersona { persona, name: portrait.name.clone(), at }];
    edits.extend(portrait.add_picture());
    let set = |detail, value| Edit::Set { thing, detail, value };
    edits.extend(portrait.details.iter().map(|(of, value)| set(*of, Some(value.clone()))));
    edits.push(set(Detail::Origin, text(origin(lineage, from))));
    edits.push(set(Detail::Seen, text(portrait.digest())));
    for (field, text) in &portrait.notes {
        let (note, text) = (source.id(), text.clone());
        edits.push(Edit::AddNote { note, of: thing, field: *field, text, at });
    }
    Edit::Several(edits)
}

/// The edit that gives a persona one part as its origin says it now.
pub fn take_part(
    map: &Map,
    persona: Id,
    now: &Portrait,
    part: Trait,
    source: &mut dyn Source,
) -> Edit {
    let (thing, at) = (Thing::Persona(persona), usize::MAX);
    match part {
        Trait::Name => Edit::SetText { of: TextOf::Of(thing), text: now.name.clone() },
        Trait::Detail(detail) => {
            let value = now.details.iter().find(|(of, _)| *of == detail);
            let set = Edit::Set { thing, detail, value: value.map(|(_, value)| value.clone()) };
            let add = now.add_picture().filter(|_| detail == Detail::Picture);
            Edit::Several(add.into_iter().chain([set]).collect())
        }
        Trait::Notes(field) => {
            let texts: Vec<&String> =
                now.notes.iter().filter(|(of, _)| *of == field).map(|(_, text)| text).collect();
            let own: Vec<Id> = map.notes_in(thing, field).map(|(id, _)| id).collect();
            let mut edits = Vec::new();
            // Line by line: what is there already changes, so that its history goes on.
            for (place, text) in texts.iter().enumerate() {
                let text = (*text).clone();
                edits.push(match own.get(place) {
                    Some(id) => Edit::SetText { of: TextOf::Of(Thing::Note(*id)), text },
                    None => Edit::AddNote { note: source.id(), of: thing, field, text, at },
                });
            }
            let rest = own.into_iter().skip(texts.len());
            edits.extend(rest.map(|id| Edit::Delete(Thing::Note(id))));
            Edit::Several(edits)
        }
    }
}

/// The edit that notes that the origin was looked at as it is now.
pub fn seen(persona: Id, now: &Portrait) -> Edit {
    let (thing, detail) = (Thing::Persona(persona), Detail::Seen);
    Edit::Set { thing, detail, value: text(now.digest()) }
}

/// Whether the origin says something else than when it was last looked at.
pub fn is_changed(map: &Map, persona: Id, now: &Portrait) -> bool {
    map.word(Thing::Persona(persona), Detail::Seen) != now.digest()
        && !Portrait::of(map, persona).differing(now).is_empty()
}
