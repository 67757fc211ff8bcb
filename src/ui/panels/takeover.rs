//! Personas of other maps: one taken over as it is there, and what changed there since, part by part.

use crate::i18n::{Messages, fill};
use crate::model::edit::Edit;
use crate::model::portrait::{Portrait, Trait, adopt, is_changed, origin_of, seen, take_part};
use crate::model::{Detail, Id, Source, Thing};
use crate::ui::board::state::Board;
use crate::ui::boxed::effect;
use crate::ui::command::{Command, Offered};
use crate::ui::details;
use crate::ui::icons;
use crate::ui::memo::memo;
use crate::ui::mirror::Mark;
use crate::ui::prelude::*;
use crate::ui::shell::{Shell, use_shell};
use crate::ui::widgets::button::Button;

/// Ids from the shell; edits made on the screen need no clock and no other randomness.
struct Ids(Shell);

impl Source for Ids {
    fn now(&mut self) -> i64 {
        0
    }

    fn random(&mut self) -> [u8; 16] {
        [0; 16]
    }

    fn id(&mut self) -> Id {
        self.0.id()
    }
}

fn called(t: &Messages, name: &str) -> String {
    let name = if name.trim().is_empty() { t.board.unnamed_persona } else { name.trim() };
    name.to_owned()
}

/// The personas kept in other maps, once one asks for them.
#[component]
pub fn FromOthers() -> AnyView {
    let board = expect_context::<Board>();
    let shell = board.shell;
    let open = RwSignal::new(false);
    let take = move |one: Offered| {
        let persona = shell.id();
        let edit = adopt(&one.portrait, &one.lineage, one.persona, persona, &mut Ids(shell));
        shell.send(Command::Apply(edit, 0));
        board.persona.set(Some(persona));
        open.set(false);
    };
    // Nobody waits for it any more.
    let end = move || shell.reading.set(None);
    on_cleanup(end);
    let progress = move || {
        shell.reading.get().map(|(done, all)| {
            let locale = shell.locale.get();
            let words =
                fill(shell.t().details.maps_read, &[&locale.integer(done), &locale.integer(all)]);
            view! {
                <p class="panel-hint" role="status">{words}</p>
                <Button
                    label=Signal::derive(move || shell.t().library.cancel.to_owned())
                    on_press=Callback::new(move |()| end())
                />
            }
        })
    };
    let list = move || {
        let t = shell.t();
        let all = shell.offered.get()?;
        if all.is_empty() && shell.reading.with(Option::is_some) {
            return None;
        }
        if all.is_empty() {
            return Some(view! { <p class="panel-hint">{t.details.no_others}</p> }.into_any());
        }
        let lines = all.into_iter().map(|one| {
            let title = if one.title.trim().is_empty() {
                t.library.untitled.to_owned()
            } else {
                one.title.clone()
            };
            let words = fill(t.details.of_map, &[&called(t, &one.portrait.name), &title]);
            view! {
                <li>
                    <button
                        class="button quiet"
                        type="button"
                        on:click=move |_| take(one.clone())
                    >
                        {words}
                    </button>
                </li>
            }
        });
        Some(view! { <ul class="panel-list">{lines.collect_view()}</ul> }.into_any())
    };
    view! {
        <Button
            label=Signal::derive(move || shell.t().details.take_over.to_owned())
            icon=icons::COPY
            class="quiet"
            pressed=Signal::derive(move || open.get())
            on_press=Callback::new(move |()| {
                open.set(!open.get_untracked());
                if open.get_untracked() {
                    shell.send(Command::LookAtPersonas(None));
                } else {
                    end();
                }
            })
        />
        {move || open.get().then(|| view! { {list} {progress} })}
    }
    .into_any()
}

/// What became different in the map a persona was taken over from.
#[component]
pub fn Changes(
    /// Which persona.
    persona: Id,
) -> AnyView {
    let shell = use_shell();
    let thing = Thing::Persona(persona);
    let origin = memo(move || {
        shell.mirror.watch(Mark::Thing(thing), |map| {
            origin_of(map, persona).map(|(lineage, id)| (lineage.to_owned(), id))
        })
    });
    effect(move || {
        if let Some((lineage, _)) = origin.get()
            && !shell.origins.with_untracked(|all| all.iter().any(|(of, _)| *of == lineage))
        {
            // Noted, so that it is asked for once.
            shell.origins.update(|all| all.push((lineage.clone(), Vec::new())));
            shell.send(Command::LookAtPersonas(Some(lineage)));
        }
    });
    let found = move || {
        let (lineage, id) = origin.get()?;
        let all = shell.origins.get().into_iter().find(|(of, _)| *of == lineage)?.1;
        all.into_iter().find(|one| one.persona == id)
    };
    let shown = move || {
        let one = found()?;
        let now = one.portrait;
        let own = shell.mirror.watch(Mark::Thing(thing), |map| {
            is_changed(map, persona, &now).then(|| Portrait::of(map, persona))
        })?;
        let t = shell.t();
        let lines =
            own.differing(&now).into_iter().map(|part| line(shell, persona, &own, &now, part));
        let lines = lines.collect_view();
        let heading = fill(t.details.origin_changed, &[&one.title]);
        let send = move |edit: Edit| shell.send(Command::Apply(edit, 0));
        Some(view! {
            <div class="changes" role="status">
                <p>{heading}</p>
                <ul class="panel-list">{lines}</ul>
                <Button
                    label=Signal::derive(move || shell.t().details.leave_rest.to_owned())
                    on_press=Callback::new(move |()| send(seen(persona, &now)))
                />
            </div>
        })
    };
    shown.into_any()
}

fn line(shell: Shell, persona: Id, own: &Portrait, now: &Portrait, part: Trait) -> AnyView {
    let t = shell.t();
    let name = match part {
        Trait::Name => t.details.name,
        Trait::Detail(detail) => details::name(t, detail),
        Trait::Notes(field) => details::note(t, field),
    };
    let said = |portrait: &Portrait| {
        let text = portrait.says(part);
        match part {
            _ if text.is_empty() => "—".to_owned(),
            Trait::Detail(Detail::Picture) => t.details.picture.to_owned(),
            Trait::Detail(detail) => details::word(t, detail, &text).to_owned(),
            _ => text,
        }
    };
    let words = t.told(name, &format!("{} → {}", said(own), said(now)));
    let label = fill(t.details.take_part, &[name]);
    let now = now.clone();
    let take = Callback::new(move |()| {
        let edit =
            shell.mirror.read_own(|map| take_part(map, persona, &now, part, &mut Ids(shell)));
        shell.send(Command::Apply(edit, 0));
    });
    view! {
        <li class="panel-item">
            <span class="panel-text">{words}</span>
            <Button label=label on_press=take />
        </li>
    }
}
