//! Makes an earlier state of the map the present again, as a new change.

use super::heads::parse;
use super::{Change, Origin, Session, Written};
use crate::model::deed::{Deed, Verb};
use crate::model::delta::difference;
use crate::model::edit::Refused;
use crate::model::edit::writer::Writer;
use crate::model::history::{Rule, Write, reverse};
use crate::model::reversal::writes_of;
use crate::model::row::row;
use crate::model::rows::is_text;
use crate::model::touched::touched;
use crate::model::version::is_label;
use crate::model::{Field, Source, Thing};
use automerge::ChangeHash;
use std::collections::BTreeSet;

impl Session {
    /// Makes the map what it was at these heads (hexadecimal): one change of inverse edits and one undo
    /// entry. Nothing is removed: what came since lies in the bin, versions stay named, and where two
    /// values stood the one then shown stands alone.
    ///
    /// `things` are those that differ between that state and the one at the heads `seen`; what was
    /// touched since is found here. With `seen` the heads themselves, and no things, all is found here,
    /// in proportion to the changes since.
    ///
    /// Where there is much to restore it is done in parts, between which a page can paint: calls in a row
    /// with the same `gesture`, not 0, are one undo entry. Personas belong into one part.
    ///
    /// `None` when the heads are not all known, the map is read-only, or nothing differs.
    pub fn restore(
        &mut self,
        heads: &[String],
        seen: &[String],
        things: impl IntoIterator<Item = Thing>,
        gesture: u32,
        source: &mut dyn Source,
    ) -> Option<Change> {
        if self.map.read_only || heads.is_empty() || !self.knows(heads) || !self.knows(seen) {
            return None;
        }
        let (from, to) = (parse(heads)?, self.doc.get_heads());
        let since = self.doc.get_changes(&parse(seen)?);
        let mut things: BTreeSet<Thing> = things.into_iter().collect();
        things.extend(touched(&self.doc, &since).things);
        things.retain(|thing| !is_label(*thing));
        let mut writes = writes_of(&mut self.doc, things.clone(), &from, &to);
        // Reversed from the end: what goes into the bin goes last, when what comes back is there (the
        // last persona can't go).
        writes.sort_by_key(|write| !goes_into_bin(write));
        let rule =
            Rule { mine: None, later: &|_| false, emptied: &|_, _| false, theirs: Vec::new() };
        let restored = self.transact(source, |w| {
            let skipped = reverse(w, &writes, &rule)?;
            things.iter().try_for_each(|thing| same_text(w, *thing, &from))?;
            Ok(skipped)
        });
        let (skipped, Written { before, log, moved, bytes, .. }) = restored.ok()?;
        if bytes.is_empty() {
            return None;
        }
        let deed = Deed { verb: Verb::Restore, thing: Thing::Map, count: 1 };
        self.history.push(gesture, deed, before, log);
        let mut change = self.change(Origin::Local, moved, bytes);
        change.skipped = skipped;
        Some(change)
    }
}

fn goes_into_bin(write: &Write) -> bool {
    match write {
        Write::Made { .. } => true,
        Write::Scalar { field: Field::Deleted, was, .. } => was.is_some(),
        _ => false,
    }
}

/// Where a foreign program put another text in place of the old one, there is no way back by
/// characters: the words are written anew.
fn same_text(w: &mut Writer, thing: Thing, at: &[ChangeHash]) -> Result<(), Refused> {
    if !is_text(thing, Field::Text) {
        return Ok(());
    }
    let Some(was): Option<String> = row(w.doc, thing, Some(at)).map(|row| row.text(Field::Text))
    else {
        return Ok(());
    };
    let change = w.shown_text(thing).map(|now| difference(now, &was)).unwrap_or_default();
    if !change.is_empty() {
        w.edit_text(thing, &change)?;
        w.touch([thing]);
    }
    Ok(())
}
