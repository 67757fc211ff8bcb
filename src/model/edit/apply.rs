//! Hands each edit to the file that writes such edits.

use super::writer::Writer;
use super::{
    Edit, Refused, bin, card, choice, detail, feeling, format, found, join, lane, list, note, path,
    persona, stage, step, text, version, view,
};
use crate::model::decisions::{self, About};
use crate::model::{people, picture};

/// Writes one edit within the writer's transaction. Each step checks before it writes; after a refusal
/// the caller rolls the whole transaction back.
///
/// # Errors
/// When the edit does not fit the map as it stands.
pub(crate) fn write(w: &mut Writer, edit: &Edit) -> Result<(), Refused> {
    match edit {
        Edit::Found { kind, id } => found::found(w, *kind, *id),
        Edit::EditText { of, splices } => text::splice(w, *of, splices),
        Edit::SetText { of, text } => text::set(w, *of, text),
        Edit::Mark { of, from, to, mark, value } => {
            format::mark(w, *of, (*from, *to), *mark, value.as_deref())
        }
        Edit::SetLine { of, at, block } => format::line(w, *of, *at, *block),
        Edit::AddStage { stage, step, name, at } => stage::add(w, *stage, *step, name, *at),
        Edit::AddStep { step, stage, name, at } => step::add(w, *step, *stage, name, *at),
        Edit::AddLane { lane, kind, name, at } => lane::add(w, *lane, *kind, name, *at),
        Edit::AddPersona { persona, name, at } => persona::add(w, *persona, name, *at),
        Edit::AddCard { card, lane, step, at, text, star, channel } => {
            let (card, lane, step, at) = (*card, *lane, *step, *at);
            let channel = channel.as_deref();
            card::add(w, &card::New { card, lane, step, at, text, star: *star, channel })
        }
        Edit::MoveStage { stage, at } => stage::shift(w, *stage, *at),
        Edit::MoveStep { step, stage, at } => step::shift(w, *step, *stage, *at),
        Edit::MoveLane { lane, at } => lane::shift(w, *lane, *at),
        Edit::MovePersona { persona, at } => persona::shift(w, *persona, *at),
        Edit::MoveCard { card, lane, step, at } => card::shift(w, *card, *lane, *step, *at),
        Edit::Delete(thing) => bin::delete(w, *thing),
        Edit::Restore(thing) => bin::restore(w, *thing),
        Edit::Purge(thing) => bin::purge(w, *thing),
        Edit::SetStar { card, star } => card::star(w, *card, *star),
        Edit::SetChannel { card, channel } => card::channel(w, *card, channel.as_deref()),
        Edit::SetLevel { persona, step, level } => feeling::level(w, *persona, *step, *level),
        Edit::SetFeelingName { persona, step, name } => feeling::name(w, *persona, *step, name),
        Edit::Set { thing, detail, value } => detail::set(w, *thing, *detail, value.as_ref()),
        Edit::AddPicture { bytes } => picture::add(w, bytes),
        Edit::Tag { card, tag, on } => detail::tag(w, *card, tag, *on),
        Edit::Tie { from, to, on } => list::tie(w, *from, *to, *on),
        Edit::AddEntry { list, id, name, at } => list::add(w, *list, *id, name, *at),
        Edit::MoveEntry { list, id, at } => list::shift(w, *list, *id, *at),
        Edit::AddPath { path, from, to, kind, condition } => {
            path::add(w, *path, (*from, *to), *kind, condition)
        }
        Edit::MovePath { path, from, to, kind } => path::shift(w, *path, (*from, *to), *kind),
        Edit::MoveNote { note, at } => note::shift(w, *note, *at),
        Edit::AddNote { note, of, field, text, at } => {
            note::add(w, *note, *of, *field, text, *at).map(drop)
        }
        Edit::Choose { thing, field, value, why } => choice::choose(w, *thing, *field, value, why),
        Edit::Join { keep, others } => join::join(w, *keep, others),
        Edit::KeepApart(things) => decisions::note(w, &About::Apart(things.clone()), ""),
        Edit::SetPerson(person) => people::write(w, person),
        Edit::NameVersion { version, name, heads } => version::name(w, *version, name, heads),
        Edit::AddView { view, name, settings } => view::add(w, *view, name, settings),
        Edit::Several(edits) => edits.iter().try_for_each(|edit| write(w, edit)),
    }
}
