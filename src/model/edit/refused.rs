//! Why an edit is refused.

use crate::model::Thing;
use crate::model::picture::Fault;

/// Why an edit was refused. Nothing was written.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Refused {
    /// The thing is not in this map.
    NoSuchThing(Thing),
    /// A level outside −4…+4.
    LevelOutOfRange(i8),
    /// A splice past the end of its text.
    SpliceOutOfRange,
    /// The map keeps at least one persona.
    LastPersona,
    /// Only what is in the bin can be deleted for good.
    NotInBin,
    /// The map was written by a newer version: read only.
    ReadOnly,
    /// Only things in the bin would have changed.
    NothingSeen,
    /// This field of this thing holds no such value.
    NoSuchField,
    /// The bytes are no picture that can be kept.
    Picture(Fault),
    /// The pictures of this map fill the room there is for them.
    PicturesFull,
    /// Automerge refused; the text is for the console.
    Document,
}
