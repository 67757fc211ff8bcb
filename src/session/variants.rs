//! A map's variants: made, compared with what they came from, merged back.

use super::{Change, MergeError, Merged, Origin, Session};
use crate::model::edit::{Edit, Refused, TextOf, write};
use crate::model::read::whole;
use crate::model::variant::{self, Variant};
use crate::model::{Map, Source, merge};

impl Session {
    /// Turns this copy into a variant called `title`: from here on it has a slot of its own, and its
    /// files find that.
    ///
    /// # Errors
    /// When the map may only be read.
    pub fn begin_variant(
        &mut self,
        title: &str,
        source: &mut dyn Source,
    ) -> Result<Change, Refused> {
        if self.map.read_only {
            return Err(Refused::ReadOnly);
        }
        let name = Edit::SetText { of: TextOf::Title, text: title.to_owned() };
        let (_, written) = self.transact(source, |w| {
            variant::open(w, title)?;
            write(w, &name)
        })?;
        Ok(self.change(Origin::Local, written.moved, written.bytes))
    }

    /// The variants this copy is, one within the other, the newest last; none for an original.
    pub fn variants(&self) -> Vec<Variant> {
        variant::rows(&self.doc)
    }

    /// The original as it was when this variant was made; `None` for an original, or when that past is
    /// not here.
    pub fn original(&mut self) -> Option<Map> {
        let base = variant::rows(&self.doc).pop()?.base;
        let there = |hash| self.doc.get_change_meta_by_hash(hash).is_some();
        if base.is_empty() || !base.iter().all(there) {
            return None;
        }
        self.doc.fork_at(&base).ok().map(|doc| whole(&doc))
    }

    /// Merges a variant back into this, its original: as a file is taken in, but its row is marked
    /// merged in the same change, and the map keeps its own title.
    ///
    /// # Errors
    /// As [`Session::merge_tab`].
    pub fn merge_variant(
        &mut self,
        bytes: &[u8],
        source: &mut dyn Source,
    ) -> Result<Merged, MergeError> {
        let (title, open) = (self.map.title.clone(), self.open_variants());
        self.merge_in(bytes, source, |w| {
            for id in merge::open_variants(w.doc).into_iter().filter(|id| !open.contains(id)) {
                variant::close(w, id)?;
            }
            write(w, &Edit::SetText { of: TextOf::Title, text: title })
        })
    }
}
