//! What would these copies bring? Every one was looked through before; here they are only compared.

use super::Refused;
use crate::analysis::overlay::overlay;
use crate::analysis::previewed::Previewed;
use crate::model::ids::Seeded;
use crate::session::{MergeError, Session};

/// Says what the changes of these copies bring to the map whose chunks are `ours`.
///
/// # Errors
/// When ours can't be read, or a copy's changes do not fit them.
pub(super) fn preview(ours: &[Vec<u8>], copies: &[Vec<u8>]) -> Result<Box<Previewed>, Refused> {
    // Nothing is written here: the actor this draws is never used.
    let opened = Session::open(ours, &mut Seeded::new(0))
        .map_err(|reason| Refused::OursUnreadable(reason.to_string()))?;
    let found = opened.session.preview(copies).map_err(|error| match error {
        MergeError::Unreadable(reason) => Refused::Damaged { at: 0, reason },
        MergeError::Missing => Refused::NoCommonOrigin,
    })?;
    let overlay = overlay(&found.before, &found.after, &found.differences);
    let (differences, shares, choices) = (found.differences, found.shares, found.choices);
    Ok(Box::new(Previewed { overlay, differences, shares, choices, pictures: found.pictures }))
}
