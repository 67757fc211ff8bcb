//! Pictures come in: made small, then onto cards and personas.

use super::{Shared, Work, edit};
use crate::browser::{Clock, pictures};
use crate::i18n::fill;
use crate::model::edit::Edit;
use crate::model::map::Value;
use crate::model::picture::{BUDGET, LARGEST, key};
use crate::model::{Detail, Source, Thing};
use crate::ui::command::{Command, PictureFor};

/// Adds pictures one after the other, as one gesture: the first to the thing, if it is for one, the
/// others as cards of their own below.
pub(super) fn add(app: Shared, files: Vec<web_sys::File>, place: PictureFor) -> Work<'static> {
    Box::pin(async move {
        let shell = app.shell;
        shell.flush();
        let slot = app.open.borrow().clone();
        let gesture = shell.gesture();
        let mut place = Some(place);
        shell.working.set(Some(shell.t_now().pictures.reading.to_owned()));
        for file in files {
            let Some(here) = place else { break };
            let bytes = pictures::shrink(&file, LARGEST).await;
            // The person went on to another map meanwhile.
            if *app.open.borrow() != slot {
                break;
            }
            let Some(bytes) = bytes else {
                let name = file.name();
                let name = if name.is_empty() { shell.t_now().pictures.pasted } else { &name };
                shell.notify(fill(shell.t_now().pictures.unreadable, &[name]), true, None);
                continue;
            };
            let key = key(&bytes);
            let full = shell.mirror.session(|session| {
                session.picture(&key).is_none() && session.pictures_used() + bytes.len() > BUDGET
            });
            edit(&app, Command::Apply(adding(&app, here, bytes, key), gesture));
            if full == Some(true) {
                break;
            }
            place = next(&app, here);
        }
        shell.working.set(None);
    })
}

fn adding(app: &Shared, place: PictureFor, bytes: Vec<u8>, key: String) -> Edit {
    let mut edits = Vec::new();
    let thing = match place {
        PictureFor::Thing(thing) => thing,
        PictureFor::Cell(lane, step, at) => {
            let card = Clock.id();
            let (text, star, channel) = (String::new(), false, None);
            edits.push(Edit::AddCard { card, lane, step, at, text, star, channel });
            Thing::Card(card)
        }
    };
    let was = app.shell.mirror.read_own(|map| map.picture(thing).to_owned());
    if !was.is_empty() && was != key {
        // What was said of another picture is not true of this one.
        edits.push(Edit::Set { thing, detail: Detail::Alt, value: None });
    }
    edits.push(Edit::AddPicture { bytes });
    edits.push(Edit::Set { thing, detail: Detail::Picture, value: Some(Value::Text(key)) });
    Edit::Several(edits)
}

/// Where a further picture goes.
fn next(app: &Shared, place: PictureFor) -> Option<PictureFor> {
    match place {
        PictureFor::Cell(lane, step, at) => {
            Some(PictureFor::Cell(lane, step, at.saturating_add(1)))
        }
        PictureFor::Thing(Thing::Card(card)) => app.shell.mirror.read_own(|map| {
            let found = map.cards.get(&card)?;
            let cell = map.cell(found.lane, found.step);
            let at = cell.iter().position(|other| *other == card)?;
            Some(PictureFor::Cell(found.lane, found.step, at + 1))
        }),
        PictureFor::Thing(_) => None,
    }
}
