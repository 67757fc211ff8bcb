//! Paths: made between two steps. Their conditions are edited as every text is.

use super::Refused;
use super::writer::Writer;
use crate::model::path::PathKind;
use crate::model::{Field, Id, Thing};

/// Makes a path from one step to another.
pub(super) fn add(
    w: &mut Writer,
    path: Id,
    (from, to): (Id, Id),
    kind: PathKind,
    condition: &str,
) -> Result<(), Refused> {
    w.known(Thing::Step(from))?;
    w.known(Thing::Step(to))?;
    if from == to {
        return Err(Refused::NoSuchThing(Thing::Step(to)));
    }
    let place = format!("{from}|{to}");
    let scalars = [(Field::Kind, kind.word().into()), (Field::Place, place.as_str().into())];
    w.create(Thing::Path(path), condition, &scalars)?;
    w.touch([Thing::Path(path)]);
    Ok(())
}
