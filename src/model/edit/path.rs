//! Paths: made between two steps, and turned to others. Their conditions are edited as every text is.

use super::writer::Writer;
use super::{Refused, bin};
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

/// Lets a path leave or reach another step.
pub(super) fn shift(
    w: &mut Writer,
    path: Id,
    (from, to): (Id, Id),
    kind: PathKind,
) -> Result<(), Refused> {
    let thing = Thing::Path(path);
    w.known(thing)?;
    w.known(Thing::Step(from))?;
    w.known(Thing::Step(to))?;
    if from == to {
        return Err(Refused::NoSuchThing(Thing::Step(to)));
    }
    w.put(thing, Field::Place, Some(format!("{from}|{to}").as_str().into()))?;
    w.put(thing, Field::Kind, Some(kind.word().into()))?;
    w.touch([thing]);
    Ok(())
}

/// Deletes for good the paths that leave or reach a step that is deleted for good.
pub(super) fn purge_of(w: &mut Writer, of: Thing) -> Result<(), Refused> {
    let paths = w.map.paths.iter();
    let own = paths.filter(|(_, path)| [path.from, path.to].map(Thing::Step).contains(&of));
    let mut own: Vec<Id> = own.map(|(id, _)| *id).collect();
    own.sort_unstable();
    for path in own {
        bin::delete(w, Thing::Path(path))?;
        bin::purge(w, Thing::Path(path))?;
    }
    Ok(())
}
