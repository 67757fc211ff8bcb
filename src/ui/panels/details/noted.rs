//! The notes beside a thing: texts to type in, and the comments of people with who and when.

use super::grip::Grip;
use crate::i18n::fill;
use crate::model::edit::Edit;
use crate::model::{Id, NoteField, Thing};
use crate::ui::boxed::For;
use crate::ui::command::Command;
use crate::ui::dates::moment;
use crate::ui::details::note;
use crate::ui::icons;
use crate::ui::memo::{Memo, memo};
use crate::ui::mirror::Mark;
use crate::ui::names;
use crate::ui::panels::details::fields::TypedText;
use crate::ui::prelude::*;
use crate::ui::shell::{Shell, use_shell};
use crate::ui::widgets::button::Button;
use leptos::html;

fn ids(shell: Shell, of: Thing, field: NoteField) -> Memo<Vec<Id>> {
    memo(move || {
        shell.mirror.watch(Mark::Thing(of), |map| {
            map.notes_in(of, field).map(|(id, _)| id).collect::<Vec<_>>()
        })
    })
}

fn add(shell: Shell, of: Thing, field: NoteField, text: &str) {
    let text = text.trim().to_owned();
    if !text.is_empty() {
        let (note, at) = (shell.id(), usize::MAX);
        shell.send(Command::Apply(Edit::AddNote { note, of, field, text, at }, 0));
    }
}

/// A button that puts a note into the bin.
#[component]
fn Remove(id: Id, field: NoteField) -> AnyView {
    let shell = use_shell();
    view! {
        <Button
            label=Signal::derive(move || {
                fill(shell.t().details.delete_note, &[note(shell.t(), field)])
            })
            icon=icons::BIN
            bare=true
            class="quiet"
            on_press=Callback::new(move |()| {
                shell.send(Command::Apply(Edit::Delete(Thing::Note(id)), 0));
            })
        />
    }
}

/// The notes of one field as lines to type in, and a line for another.
#[component]
pub fn NoteLines(
    /// Beside what.
    of: Thing,
    /// Which notes.
    field: NoteField,
    /// The name of them all.
    #[prop(into)]
    heading: Signal<String>,
    /// The words in the empty line.
    #[prop(into)]
    more: Signal<String>,
    /// Its name, where those words alone do not tell it from others.
    #[prop(optional)]
    name: Option<Signal<String>>,
) -> AnyView {
    let shell = use_shell();
    let all = ids(shell, of, field);
    let name = name.unwrap_or(more);
    let keep = move |input: web_sys::HtmlInputElement| {
        let text = input.value();
        input.set_value("");
        add(shell, of, field, &text);
    };
    view! {
        <div class="detail">
            <span class="detail-name">{move || heading.get()}</span>
            <div class="note-lines">
                <For
                    each=move || all.get()
                    key=|id| *id
                    children=move |id| {
                        view! {
                            <div class="note-line" data-of=id.to_string()>
                                <Grip thing=Thing::Note(id) />
                                <TypedText
                                    thing=Thing::Note(id)
                                    label=Signal::derive(move || note(shell.t(), field).to_owned())
                                />
                                <Remove id=id field=field />
                            </div>
                        }
                    }
                />
                <input
                    class="field-line"
                    aria-label=move || name.get()
                    placeholder=move || more.get()
                    type="text"
                    dir="auto"
                    prop:readOnly=move || shell.look.with(Option::is_some)
                    on:keydown=move |event| {
                        if event.key() == "Enter" && !event.is_composing() && !event.ctrl_key() {
                            event.prevent_default();
                            keep(event_target(&event));
                        }
                    }
                    on:change=move |event| keep(event_target(&event))
                />
            </div>
        </div>
    }
}

/// What people say about a thing, and the field to say more.
#[component]
pub fn Comments(
    /// About what.
    of: Thing,
) -> AnyView {
    let shell = use_shell();
    let all = ids(shell, of, NoteField::Comment);
    let field = NodeRef::<html::Textarea>::new();
    let send = move || {
        if let Some(field) = field.get_untracked() {
            add(shell, of, NoteField::Comment, &field.value());
            field.set_value("");
            let _ = field.focus();
        }
    };
    view! {
        <section class="comments" aria-labelledby="comments-name">
            <h3 id="comments-name">{move || shell.t().details.comments}</h3>
            <ol class="comment-list">
                <For
                    each=move || all.get()
                    key=|id| *id
                    children=|id| view! { <Comment id=id /> }
                />
            </ol>
            <textarea
                class="field-line"
                aria-label=move || shell.t().details.write_comment
                placeholder=move || shell.t().details.write_comment
                rows="2"
                dir="auto"
                node_ref=field
                prop:readOnly=move || shell.look.with(Option::is_some)
                on:keydown=move |event| {
                    if event.key() == "Enter" && event.ctrl_key() {
                        event.prevent_default();
                        event.stop_propagation();
                        send();
                    }
                }
            ></textarea>
            <Button
                label=Signal::derive(move || shell.t().details.send.to_owned())
                on_press=Callback::new(move |()| send())
            />
        </section>
    }
}

#[component]
fn Comment(id: Id) -> AnyView {
    let shell = use_shell();
    let found =
        move || shell.mirror.watch(Mark::Thing(Thing::Note(id)), |map| map.notes.get(&id).cloned());
    let who = memo(move || {
        let by = found().and_then(|note| note.by);
        shell.person.track();
        let who = by.and_then(|by| shell.mirror.session(|session| session.person(by)));
        let t = shell.t();
        match who {
            Some(who) => (names::who(t, &who), names::colour(&who)),
            None => (t.people.anyone.to_owned(), String::new()),
        }
    });
    view! {
        <li class="comment" data-of=id.to_string()>
            <span class="comment-head">
                <Grip thing=Thing::Note(id) />
                <span class="person-dot" data-person=move || who.with(|who| who.1.clone())></span>
                <strong>{move || who.with(|who| who.0.clone())}</strong>
                <span class="panel-sort">
                    {move || moment(shell, found().map_or(0, |note| note.at))}
                </span>
                <Remove id=id field=NoteField::Comment />
            </span>
            <p class="comment-text" dir="auto">{move || found().map(|note| note.text)}</p>
        </li>
    }
}
