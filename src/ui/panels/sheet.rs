//! One persona as a person: what is known of them beside their name.

use super::details::fields::{LineField, WordField, YesField};
use super::details::noted::{Comments, NoteLines};
use super::details::pictured::PictureField;
use super::method::rests::Rests;
use super::takeover::Changes;
use crate::model::note::OF_PERSONA;
use crate::model::{Detail, Id, Thing};
use crate::ui::details::note;
use crate::ui::mirror::Mark;
use crate::ui::names;
use crate::ui::prelude::*;
use crate::ui::shell::use_shell;

/// The sheet.
#[component]
pub fn Sheet(
    /// Whose.
    persona: Id,
) -> AnyView {
    let shell = use_shell();
    let thing = Thing::Persona(persona);
    let called =
        move || shell.mirror.watch(Mark::Thing(thing), |map| names::of(shell.t(), map, thing));
    let lines = OF_PERSONA.map(|field| {
        view! {
            <NoteLines
                of=thing
                field=field
                heading=Signal::derive(move || note(shell.t(), field).to_owned())
                more=Signal::derive(move || shell.t().details.add_line.to_owned())
                name=Signal::derive(move || {
                    let t = shell.t();
                    crate::i18n::fill(t.hands.says, &[note(t, field), t.details.add_line])
                })
            />
        }
    });
    view! {
        <section class="details sheet" aria-labelledby="sheet-name">
            <h3 id="sheet-name">{called}</h3>
            <Changes persona=persona />
            <PictureField thing=thing />
            <YesField thing=thing detail=Detail::Target />
            <WordField thing=thing detail=Detail::Buyer words=&["buyer", "user"] />
            <LineField thing=thing detail=Detail::Age />
            <LineField thing=thing detail=Detail::Role />
            <LineField thing=thing detail=Detail::Quote />
            {lines.into_iter().collect_view()}
            <Rests thing=thing />
            <Comments of=thing />
        </section>
    }
    .into_any()
}
